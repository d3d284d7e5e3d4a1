"""A plan laid beside a round: a chapter of its report, the round's own data in the plan, and the text it was submitted with."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import pytest
from django.urls import reverse
from planned import FISHERS, ran

from semesta.report.content import Heading
from semesta.report.laporan.content import laporan
from semesta.web.actions import beside, rounds, uploads
from semesta.web.actions import scenarios as actions
from semesta.web.actions.refused import Refused
from semesta.web.models import Event, Job, Round, Scenario, Snapshot
from semesta.web.plans import round_of_papers
from semesta.web.roles import Role
from semesta.web.work.papers import make_papers
from semesta.web.work.tell import Failed

pytestmark = pytest.mark.django_db

TEXT = FISHERS + "claims: {}\n"
FILES = {
    "contributions.csv": "place,year,segment,programme,amount,source\n36.72,2025,BPU,JKM,200000000,BPJS\n",
    "claims.csv": "place,year,segment,programme,unit,cases,amount,source\n36.72,2025,BPU,JKM,person,9,378000000,BPJS\n",
}


@pytest.fixture
def verifier(person):
    return person("pemeriksa", Role.VERIFIER, "36")


@pytest.fixture
def round(planner, round_with) -> Round:
    return round_with(FILES, by=planner, title="Monev Juli")


@pytest.fixture
def scenario(planner) -> Scenario:
    return actions.make_scenario(by=planner, text=TEXT)


def laid(browser, round: Round, scenario: Scenario | None) -> str:
    page = browser.post(f"/putaran/{round.pk}/rencana/", {"plan": scenario.pk if scenario else ""}, follow=True)
    round.refresh_from_db()
    return page.content.decode()


def changed(scenario: Scenario, by, old: str, new: str) -> None:
    scenario.refresh_from_db()
    actions.change_scenario(scenario, by=by, text=scenario.text.replace(old, new), revision=scenario.revision)
    scenario.refresh_from_db()


def headings(round: Round) -> list[str]:
    round.refresh_from_db()
    told = round_of_papers(round, Snapshot.objects.get(round=round, is_current=True))
    return [block.text for block in laporan(told, "id").blocks if isinstance(block, Heading)]


def test_the_report_of_a_round_has_the_chapter_of_the_plan_chosen_for_it(browser, round, scenario):
    assert "tidak memuat rencana" in browser.get(f"/putaran/{round.pk}/").content.decode()
    page = laid(browser, round, scenario)
    assert "memuat bab rencana" in page
    assert any("Rencana perlindungan 2027–2028" in one for one in headings(round))
    told = Event.objects.get(action="lay_plan_beside", subject_id=round.pk).detail
    assert (told["scenario"], told["revision"]) == (scenario.pk, 1)
    assert "tidak memuat rencana" in laid(browser, round, None)
    assert not any("Rencana perlindungan" in one for one in headings(round))


def test_the_papers_come_with_the_plans_files_and_a_manifest_with_its_fingerprint(browser, round, scenario):
    laid(browser, round, scenario)
    browser.post(reverse("make_papers", args=[round.pk]), {"paper": "laporan"})
    ran(Job.objects.get(kind="papers"))
    page = browser.get(reverse("papers", args=[round.pk])).content.decode()
    for name in ("laporan.pdf", "rencana.xlsx", "rencana.json"):
        assert reverse("paper", args=[round.pk, name]) in page
    assert "Excel rencana" in page
    answer = browser.get(reverse("paper", args=[round.pk, "rencana.json"]))
    assert json.loads(b"".join(answer.streaming_content))["name"] == "Nelayan"
    every = browser.get(reverse("papers_zip", args=[round.pk]))
    with zipfile.ZipFile(io.BytesIO(b"".join(every.streaming_content))) as packed:
        told = json.loads(packed.read("manifest.json"))
        assert packed.read("rencana.yaml").decode() == TEXT
        assert told["files"]["rencana.json"] == hashlib.sha256(packed.read("rencana.json")).hexdigest()
    assert told["plan"] == {"name": "rencana.yaml", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}


def test_the_same_figures_stand_in_the_plan_and_in_the_chapter(browser, round, scenario):
    laid(browser, round, scenario)
    browser.post(f"/rencana/{scenario.pk}/hitung/")
    ran(Job.objects.get(kind="plan"))
    own = browser.get(f"/api/plans/{scenario.pk}/result").json()
    chapter = round_of_papers(round, Snapshot.objects.get(round=round)).plan
    assert [row["cases"]["central"] for row in own["parts"]["claims"]["rows"]] == [
        row.found.cases.central for row in chapter.parts["claims"].rows
    ]


def test_a_plan_uses_the_claims_of_the_round_it_belongs_to_and_no_others(browser, round, scenario):
    def deaths() -> float:
        browser.post(f"/rencana/{scenario.pk}/hitung/")
        ran(Job.objects.filter(kind="plan").first())
        rows = browser.get(f"/api/plans/{scenario.pk}/result").json()["parts"]["claims"]["rows"]
        return next(row["cases"]["central"] for row in rows if row["programme"] == "JKM")

    alone = deaths()
    answer = browser.post(f"/rencana/{scenario.pk}/putaran/", {"round": round.pk}, follow=True).content.decode()
    assert "memakai data putaran" in answer
    assert deaths() != alone
    round.refresh_from_db()
    assert round.plan is None
    browser.post(f"/rencana/{scenario.pk}/putaran/", {"round": ""})
    assert deaths() == alone


def test_the_chapter_follows_the_plan_until_the_round_is_submitted_and_then_stays(
    browser, round, scenario, planner, verifier
):
    browser.post(f"/rencana/{scenario.pk}/putaran/", {"round": round.pk, "chapter": "1"})
    changed(scenario, planner, "kept: 300", "kept: 320")
    round.refresh_from_db()
    assert "kept: 320" in round.plan.text
    rounds.submit_round(round, by=planner)
    assert Event.objects.get(action="submit_round").detail["revision"] == 2
    changed(scenario, planner, "kept: 320", "kept: 400")
    round.refresh_from_db()
    assert "kept: 320" in round.plan.text
    assert "sudah dikirim" in laid(browser, round, None)
    assert round.plan.number == 2
    assert "seperti saat dikirim" in browser.get(f"/rencana/{scenario.pk}/").content.decode()
    rounds.return_round(round, by=verifier, remark="perbaiki")
    round.refresh_from_db()
    assert "kept: 400" in round.plan.text
    rounds.submit_round(round, by=planner)
    rounds.accept_round(round, by=verifier)
    actions.end_scenario(scenario, by=planner)
    round.refresh_from_db()
    assert "kept: 400" in round.plan.text
    assert any("Rencana perlindungan" in one for one in headings(round))
    assert "memuat bab rencana" in browser.get(f"/putaran/{round.pk}/").content.decode()


def test_a_text_with_faults_leaves_the_last_one_without_in_the_report(browser, round, scenario, planner):
    laid(browser, round, scenario)
    changed(scenario, planner, "kept: 300", "kept: banyak")
    assert not scenario.is_ready
    page = browser.get(f"/putaran/{round.pk}/").content.decode()
    assert "revisi yang terbaru masih perlu dilengkapi" in page
    assert any("Rencana perlindungan" in one for one in headings(round))


def test_a_plan_that_is_taken_out_or_moves_away_leaves_the_open_round(browser, round, scenario, person):
    planner = person("perencana", Role.OFFICER, "36.73")
    laid(browser, round, scenario)
    changed(scenario, planner, "Kota Cilegon", "Kota Serang")
    round.refresh_from_db()
    assert round.plan is None
    changed(scenario, planner, "Kota Serang", "Kota Cilegon")
    laid(browser, round, scenario)
    actions.end_scenario(scenario, by=planner)
    round.refresh_from_db()
    assert round.plan is None


def test_a_plan_belongs_to_one_open_round_at_a_time(browser, round, scenario, planner):
    other = rounds.make_round(by=planner, place="36.72", title="Monev Agustus", kind="meeting")
    laid(browser, round, scenario)
    beside.lay_beside(other, scenario, by=planner)
    for one in (round, other, scenario):
        one.refresh_from_db()
    assert (round.plan, other.plan.scenario, scenario.round) == (None, scenario, other)
    beside.choose_round(scenario, round, by=planner)
    other.refresh_from_db()
    assert other.plan is None


def test_a_plan_that_cannot_be_made_with_the_rounds_data_is_not_laid_beside_it(browser, round, scenario, planner):
    changed(scenario, planner, "claims: {}", "sensitivity: {results: [claims]}")
    assert "sensitivity.results" in laid(browser, round, scenario)
    assert round.plan is None


def test_a_plan_of_another_place_or_with_faults_is_not_laid_beside_a_round(browser, round, person):
    planner = person("perencana", Role.OFFICER, "36.73")
    elsewhere = actions.make_scenario(by=planner, text=TEXT.replace("Cilegon", "Serang"))
    unfilled = actions.make_scenario(by=planner, text="place: Kota Cilegon\n")
    assert "dari wilayah putaran ini" in laid(browser, round, elsewhere)
    assert "Lengkapi dulu rencananya" in laid(browser, round, unfilled)
    browser.post(f"/rencana/{elsewhere.pk}/putaran/", {"round": round.pk})
    elsewhere.refresh_from_db()
    assert (round.plan, elsewhere.round) == (None, None)


def test_when_later_data_no_longer_fit_the_plan_its_page_and_its_work_say_so(browser, round, scenario, planner):
    laid(browser, round, scenario)
    round.plan.text = TEXT.replace("claims: {}", "sensitivity: {results: [claims]}")
    round.plan.save()
    page = browser.get(reverse("papers", args=[round.pk]))
    assert page.status_code == 200
    assert "tidak dapat dihitung dengan datanya" in page.content.decode()
    browser.post(reverse("make_papers", args=[round.pk]), {"paper": "laporan"})
    with pytest.raises(Failed, match=r"sensitivity\.results"):
        make_papers(Job.objects.get(kind="papers"), lambda words, done: None)


def test_only_who_works_there_chooses_and_strangers_find_nothing(browser, round, scenario, person, signed_in, client):
    lay, choose = f"/putaran/{round.pk}/rencana/", f"/rencana/{scenario.pk}/putaran/"
    for role, status in ((Role.READER, 403), (Role.VERIFIER, 403), (Role.ANALYST, 403)):
        assert signed_in(person(role.value, role, "36.72")).post(lay, {"plan": scenario.pk}).status_code == status
    analyst = signed_in(person("analyst"))
    assert analyst.post(choose, {"round": round.pk}).status_code == 302
    page = analyst.post(choose, {"round": round.pk, "chapter": "1"}, follow=True).content.decode()
    assert "tidak berwenang" in page
    stranger = signed_in(person("tetangga", Role.OFFICER, "36.73"))
    assert stranger.post(lay, {"plan": scenario.pk}).status_code == 404
    assert stranger.post(choose, {"round": round.pk}).status_code == 404
    assert client.post(lay, {"plan": scenario.pk}).url.startswith("/masuk/")
    round.refresh_from_db()
    assert round.plan is None
    with pytest.raises(Refused):
        beside.lay_beside(round, scenario, by=person("tanpa-peran"))


def test_a_plan_that_moved_tells_neither_place_what_the_other_holds(round, scenario, planner, person, signed_in):
    mover = person("perencana", Role.OFFICER, "36.73")
    beside.lay_beside(round, scenario, by=mover)
    rounds.submit_round(round, by=mover)
    changed(scenario, mover, "name: Nelayan\nplace: Kota Cilegon", "name: Rahasia Serang\nplace: Kota Serang")
    here, there = (signed_in(person(f"pembaca-{place}", Role.READER, place)) for place in ("36.72", "36.73"))
    page = there.get(f"/rencana/{scenario.pk}/").content.decode()
    assert (round.title in page, f"/putaran/{round.pk}/" in page) == (False, False)
    page = here.get(f"/putaran/{round.pk}/").content.decode()
    assert "memuat bab rencana yang kini dari wilayah lain, revisi 1" in page
    assert ("Rahasia Serang" in page, f"/rencana/{scenario.pk}/" in page) == (False, False)
    page = signed_in(mover).get(f"/rencana/{scenario.pk}/").content.decode()
    assert page.count(round.title) == 2


def test_what_a_plan_said_of_another_place_is_for_who_reads_that_place(scenario, planner, person, signed_in):
    mover = person("perencana", Role.OFFICER, "36.73")
    changed(scenario, mover, "name: Nelayan\nplace: Kota Cilegon", "name: Ojek\nplace: Kota Serang")
    there = signed_in(person("serang", Role.ANALYST, "36.73"))
    former = f"/rencana/{scenario.pk}/rencana.yaml?revisi=1"
    assert there.get(former).status_code == 404
    assert "Kota Serang" in there.get(f"/rencana/{scenario.pk}/rencana.yaml?revisi=2").content.decode()
    assert signed_in(mover).get(former).content.decode() == TEXT
    taken_out = {"revision": "1", "hapus:groups[1].payers[1]": "1"}
    page = there.post(f"/rencana/{scenario.pk}/ubah/", taken_out).content.decode()
    assert ('value="Ojek"' in page, 'value="Nelayan"' in page) == (True, False)


def test_a_published_round_shows_nothing_of_its_plan(browser, round, scenario, planner, verifier, client):
    laid(browser, round, scenario)
    rounds.submit_round(round, by=planner)
    rounds.accept_round(round, by=verifier)
    rounds.publish_round(round, by=verifier)
    from semesta.web.work.disclose import disclose

    disclose(Job.objects.get(kind="disclose"), lambda words, done: None)
    for path in ("", "angka.json", "data.zip"):
        assert b"Rencana perlindungan" not in client.get(f"/publik/{round.pk}/{path}").content


def test_the_choice_is_offered_in_english_too(browser, round, scenario):
    browser.post("/bahasa/", {"lang": "en", "back": "/"})
    assert "Plan in the report" in browser.get(f"/putaran/{round.pk}/").content.decode()
    assert "Use its data" in browser.get(f"/rencana/{scenario.pk}/").content.decode()


HOUSEHOLDS = """place,size,earners,decile,spending,households,as_of,source
36.72,4,1,2,3000000,40,2026-03-01,survei
36.72,5,1,1,2600000,30,2026-03-01,survei
"""


def test_a_plan_holds_the_rounds_households_against_the_line_of_poverty(browser, planner, measured_now):
    round = rounds.make_round(by=planner, place="36.72", title="Keluarga", kind="meeting")
    uploads.add_upload(round, by=planner, name="household_spending.csv", content=[HOUSEHOLDS.encode()])
    measured_now(round, planner)
    scenario = actions.make_scenario(by=planner, text=TEXT.replace("claims: {}", "poverty: {}"))
    browser.post(f"/rencana/{scenario.pk}/hitung/")
    with pytest.raises(Failed, match=r"poverty\.households"):
        ran(Job.objects.get(kind="plan"))
    browser.post(f"/rencana/{scenario.pk}/putaran/", {"round": round.pk})
    ran(Job.objects.filter(kind="plan").first())
    assert browser.get(f"/api/plans/{scenario.pk}/result").json()["parts"]["poverty"]
