"""Plans and pools for programs: made, changed, laid beside rounds, run, compared, with the rights that pages ask for."""

from __future__ import annotations

import pytest
from planned import FISHERS as TEXT
from planned import ran

from semesta.web.actions import rounds
from semesta.web.models import Job, Round, Scenario
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db

OF_OFFICES = {
    "contributions.csv": "place,office,year,segment,programme,amount,source\n"
    "36.72,A,2024,BPU,JKM,274257600,contoh\n36.72,B,2024,BPU,JKM,728000000,contoh\n",
    "claims.csv": "place,office,year,segment,programme,unit,cases,amount,source\n"
    "36.72,A,2024,BPU,JKM,person,12,504000000,contoh\n36.72,B,2024,BPU,JKM,person,14,588000000,contoh\n",
}


@pytest.fixture
def asked(browser):
    """Asks the API as somebody: asked("put", "plans/1", {…}, by=client)."""

    def made(method: str, path: str, body: object = None, *, by=browser):
        sent = {"data": body, "content_type": "application/json"} if body is not None else {}
        return getattr(by, method)(f"/api/{path}", **sent)

    return made


@pytest.fixture
def round(planner, round_with) -> Round:
    return round_with(OF_OFFICES, by=planner)


def test_a_plan_is_made_changed_and_refused_where_another_changed_it(asked):
    made = asked("post", "plans", {"text": TEXT})
    assert (made.status_code, made.json()["is_ready"]) == (201, True)
    path = f"plans/{made.json()['id']}"
    changed = {"text": TEXT.replace("300", "310"), "revision": 1}
    assert asked("put", path, changed).json()["revision"] == 2
    assert asked("put", path, {"text": TEXT, "revision": 1}).status_code == 409
    assert "kept: 310" in Scenario.objects.get().text


def test_what_cannot_be_kept_is_told_by_field(asked):
    answer = asked("post", "plans", {"text": "place: Atlantis\n"})
    assert answer.status_code == 422
    assert "place" in {one["at"] for one in answer.json()["errors"]}
    assert asked("post", "plans", {"text": "place: Kota Serang\n"}).status_code == 422
    assert not Scenario.objects.exists()


def test_a_plan_is_laid_beside_a_round_of_its_place(asked, round):
    plan = asked("post", "plans", {"text": TEXT}).json()["id"]
    laid = asked("put", f"plans/{plan}/round", {"round": round.pk, "chapter": True})
    assert (laid.status_code, laid.json()["round"]) == (200, round.pk)
    told = asked("get", f"rounds/{round.pk}").json()
    assert (told["plan"], told["plan_revision"]) == (plan, 1)
    assert asked("put", f"plans/{plan}/round", {"round": None}).json()["round"] is None
    assert asked("get", f"rounds/{round.pk}").json()["plan"] is None
    assert asked("put", f"plans/{plan}/round", {"round": round.pk + 1}).status_code == 404


def test_two_plans_are_compared(asked):
    first, other = (asked("post", "plans", {"text": TEXT.replace("300", kept)}).json()["id"] for kept in ("300", "400"))
    path = f"plans/{first}/compared/{other}"
    assert asked("get", path).status_code == 404
    job = asked("post", path)
    assert job.status_code == 202
    ran(Job.objects.get(state="waiting"))
    assert asked("get", f"jobs/{job.json()['id']}").json()["state"] == "done"
    assert asked("get", path).json()["compared"]["needs"][0]["year"] == 2027
    assert asked("get", f"plans/{first}/result").status_code == 404


def test_the_pools_of_a_round_are_drawn_as_they_are_asked_for(asked, round):
    path = f"rounds/{round.pk}/pools?years=5&scenarios=1000"
    assert asked("get", path).status_code == 404
    assert asked("post", path).status_code == 202
    ran(Job.objects.get(state="waiting"))
    assert asked("get", path).json()["pools"]
    assert asked("get", f"rounds/{round.pk}/pools").status_code == 404
    for wrong in ("years=7", "scenarios=1000000", "seed=-1", "expect=hope"):
        assert asked("get", f"rounds/{round.pk}/pools?{wrong}").status_code == 422


def test_a_round_that_is_not_measured_has_no_pools(asked, planner):
    empty = rounds.make_round(by=planner, place="36.72", title="Kosong", kind="meeting")
    assert asked("post", f"rounds/{empty.pk}/pools").status_code == 409


def test_rights_are_those_of_the_pages(asked, round, person, signed_in, client):
    plan = asked("post", "plans", {"text": TEXT}).json()["id"]
    reader, stranger = (
        signed_in(person("pembaca", Role.READER, "36.72")),
        signed_in(person("jauh", Role.OFFICER, "36.73")),
    )
    writes = (
        ("put", f"plans/{plan}", {"text": TEXT, "revision": 1}),
        ("put", f"plans/{plan}/round", {"round": round.pk}),
        ("post", f"plans/{plan}/run", None),
    )
    job = Job.objects.get(pk=asked("post", f"plans/{plan}/run").json()["id"])
    for method, path, body in writes:
        assert asked(method, path, body, by=reader).status_code == 403
        assert asked(method, path, body, by=stranger).status_code == 404
        assert asked(method, path, body, by=client).status_code == 401
    assert asked("post", "plans", {"text": TEXT}, by=reader).status_code == 422
    for path in (f"plans/{plan}", f"jobs/{job.pk}", f"rounds/{round.pk}/pools", f"plans/{plan}/compared/{plan}"):
        assert asked("get", path, by=stranger).status_code == 404
        assert asked("get", path, by=client).status_code == 401
    assert asked("get", f"jobs/{job.pk}", by=reader).status_code == 200
