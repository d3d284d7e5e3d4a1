"""The API of what people work on: records, lists to act on, cases; each within one's places and the token's scope."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from semesta.web.actions import rounds as round_actions
from semesta.web.actions.tokens import make_token
from semesta.web.models import Case, Event, Matter, Record
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db

OBSTACLE = {"place": "36.72", "kind": "kendala", "text": "Data ganda"}
LISTS = ("records", "matters", "cases")
ONE = {"record": "record_id", "matter": "matter_id", "case": "case_id"}


@pytest.fixture
def token(person):
    """token("petugas", "read"): the secret of a new token of somebody."""

    def made(username: str, scope: str = "work") -> str:
        last = timezone.localdate() + dt.timedelta(days=30)
        return make_token(by=person(username), title="uji", scope=scope, expires_on=last)[1]

    return made


@pytest.fixture
def there(person) -> dict[str, int]:
    """One record, one row to act on and one case in 36.72, by the name of their addresses."""
    officer = person("petugas", Role.OFFICER, "36.72")
    round = round_actions.make_round(by=officer, place="36.72", title="Monev", kind="meeting")
    record = Record.objects.create(table="obstacles", place="36.72", data=OBSTACLE, made_by=officer)
    matter = Matter.objects.create(
        round=round,
        place="36.72",
        finding="unregistered",
        token="BBBBBBBBBB",
        position=0,
        nik="3672••••••••••••",
        reason={"id": "a", "en": "b"},
    )
    case = Case.objects.create(
        place="36.72",
        token="AAAAAAAAAA",
        happening="meninggal",
        happened_on=dt.date(2025, 6, 3),
        facts={"segment": "BPU", "months_paid": 14},
        delete_on=dt.date(2030, 1, 1),
        opened_by=officer,
    )
    return {"record": record.pk, "matter": matter.pk, "case": case.pk}


def asked(name: str, secret: str = "", *, by: str = "", pk: int = 0, send: object = None, **query):
    address = reverse(f"api:{name}", kwargs={by: pk} if by else {})
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    if send is None:
        return Client().get(address, query, headers=headers)
    return Client().post(address, send, content_type="application/json", headers=headers)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_what_lies_in_ones_places_and_in_the_place_asked_for(name, there, person, token):
    person("lain", Role.OFFICER, "36.71")
    counts = [
        asked(name, token(who), **query).json()["count"]
        for who, query in (("petugas", {}), ("petugas", {"place": "36"}), ("petugas", {"place": "36.71"}), ("lain", {}))
    ]
    assert counts == [1, 1, 0, 0]


@pytest.mark.parametrize("name", ONE)
def test_one_is_there_for_its_place_and_for_no_other(name, there, person, token):
    person("lain", Role.OFFICER, "36.71")
    answers = [asked(name, token(who), by=ONE[name], pk=there[name]) for who in ("petugas", "lain")]
    assert [answer.status_code for answer in answers] == [200, 404]
    assert answers[1]["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("name", LISTS)
def test_the_public_is_asked_for_a_token(name):
    answer = asked(name)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert asked("make_record", send={}).status_code == 401


@pytest.mark.parametrize(("scope", "statuses"), [("read", [200, 403, 403]), ("lists", [200, 200, 200])])
def test_lists_of_people_need_a_token_that_says_so(scope, statuses, there, token):
    secret = token("petugas", scope)
    assert [asked(name, secret).status_code for name in LISTS] == statuses


@pytest.mark.parametrize("scope", ["read", "lists"])
def test_nothing_is_written_without_the_scope_to_work(scope, there, token):
    answer = asked("make_record", token("petugas", scope), send={"table": "obstacles", "data": OBSTACLE})
    assert (answer.status_code, answer.json()["status"]) == (403, 403)


@pytest.mark.parametrize("name", ["matters", "cases"])
def test_a_reader_gets_no_lists_whatever_the_token_says(name, there, person, token):
    person("pembaca", Role.READER, "36.72")
    assert asked(name, token("pembaca")).status_code == 403


def test_a_record_is_made_and_done_with_an_event_each(there, token):
    secret = token("petugas")
    promise = {"place": "36.72", "kind": "komitmen", "text": "Mengusulkan anggaran", "responsible": "Disnaker"}
    made = asked("make_record", secret, send={"table": "commitments", "data": promise, "indicator": "coverage"})
    assert (made.status_code, made.json()["indicator"]) == (201, "coverage")
    done = asked("finish_record", secret, by="record_id", pk=made.json()["id"], send={"evidence": "KUA-PPAS 2026"})
    assert (done.status_code, done.json()["is_open"]) == (200, False)
    assert list(Event.objects.values_list("action", flat=True)[:2]) == ["finish_record", "make_record"]


def test_a_record_that_does_not_fit_is_told_column_by_column(there, token):
    answer = asked("make_record", token("petugas"), send={"table": "commitments", "data": {"place": "36.72"}})
    assert answer.status_code == 422
    assert "text" in {one["at"] for one in answer.json()["errors"]}


def test_nobody_writes_into_another_place(there, person, token):
    person("lain", Role.OFFICER, "36.71")
    secret = token("lain")
    assert asked("make_record", secret, send={"table": "obstacles", "data": OBSTACLE}).status_code == 409
    assert asked("finish_matter", secret, by="matter_id", pk=there["matter"], send={"note": "x"}).status_code == 404


def test_a_row_to_act_on_is_masked_and_done_with_a_note(there, token):
    secret = token("petugas")
    told = asked("finish_matter", secret, by="matter_id", pk=there["matter"], send={"note": "didaftarkan"}).json()
    assert (told["state"], told["nik"], told["note"]) == ("selesai", "3672••••••••••••", "didaftarkan")
    assert asked("matters", secret, state="terbuka").json()["count"] == 0


def test_a_case_tells_what_is_owed_and_how_many_working_days_are_gone(there, token):
    secret = token("petugas")
    days = {"filed_on": "2025-06-10", "complete_on": "2025-06-12", "paid_on": "2025-06-16", "amount_paid": 42_000_000}
    told = asked("keep_case_days", secret, by="case_id", pk=there["case"], send=days).json()
    assert (told["state"], told["owed"], told["working_days_gone"], told["days_late"]) == ("dibayar", 42_000_000, 2, 0)
    early = asked("keep_case_days", secret, by="case_id", pk=there["case"], send={**days, "paid_on": "2025-06-01"})
    assert (early.status_code, early["Content-Type"]) == (409, "application/problem+json")


@pytest.mark.parametrize("state", ["menyiapkan", "dibayar"])
def test_cases_are_narrowed_by_how_far_they_are(state, there, token):
    told = asked("cases", token("petugas"), state=state).json()
    assert [one["state"] for one in told["items"]] == [state] * told["count"]
    assert told["count"] == (state == "menyiapkan")


@pytest.mark.parametrize(
    ("address", "status"),
    [("/api/tidak-ada", 404), ("/api/rounds/satu", 404), ("/api/rounds/99999999999999999999", 422)],
)
def test_whatever_goes_wrong_is_a_problem(address, status, token, person):
    person("petugas", Role.OFFICER, "36.72")
    answer = Client().get(address, headers={"Authorization": f"Bearer {token('petugas')}"})
    assert (answer.status_code, answer["Content-Type"], answer.json()["status"]) == (
        status,
        "application/problem+json",
        status,
    )


def test_a_method_that_is_not_there_says_which_are(client):
    answer = client.delete("/api/rounds")
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
    assert answer["Allow"] == "GET"


@pytest.mark.parametrize(
    "send", [[None, None], {"filed_on": 0, "complete_on": None, "paid_on": None, "amount_paid": None}]
)
def test_days_that_are_none_are_refused(send, there, token):
    answer = asked("keep_case_days", token("petugas"), by="case_id", pk=there["case"], send=send)
    assert answer.status_code == 422
