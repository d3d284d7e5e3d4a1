"""Rencana when something goes wrong: faults that only running finds, work that is cancelled, two who save at once, far too much."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from planned import FISHERS as TEXT

from semesta.web import child
from semesta.web.actions import jobs
from semesta.web.actions import scenarios as actions
from semesta.web.models import Event, Job, Scenario
from semesta.web.roles import Role
from semesta.web.scenario_text import LONGEST
from semesta.web.work.plan import make_plan
from semesta.web.work.tell import Cancelled, Failed

pytestmark = pytest.mark.django_db

FAULTY = TEXT + "sensitivity: {results: [claims]}\n"
FIELD = "sensitivity.results"


def asked(planner, text: str = TEXT) -> tuple[Scenario, Job]:
    scenario = actions.make_scenario(by=planner, text=text)
    return scenario, actions.ask_plan(scenario, None, by=planner, lang="id")


def done(monkeypatch) -> Job:
    """Does the job that waits as its child does, but in this process."""
    job = jobs.take(dt.datetime.now(dt.UTC))
    monkeypatch.setattr(child, "Thread", lambda **_: type("Silent", (), {"start": lambda self: None})())
    child.main(job.pk)
    job.refresh_from_db()
    return job


def papers_there() -> set[str]:
    return {path.as_posix() for path in (settings.HOME / "papers").rglob("*") if path.is_file()}


@pytest.mark.parametrize(("lang", "said"), [("id", "Perbaiki dulu"), ("en", "Mend first")])
def test_faults_that_only_running_finds_stand_in_form_and_text_until_they_are_mended(
    browser, planner, monkeypatch, lang, said
):
    scenario, _ = asked(planner, FAULTY)
    browser.post("/bahasa/", {"lang": lang, "back": "/"})
    assert said not in browser.get(f"/rencana/{scenario.pk}/ubah/").content.decode()
    job = done(monkeypatch)
    assert (job.state, job.message["faults"][0]["field"]) == ("failed", FIELD)
    assert f"/rencana/{scenario.pk}/ubah/" in browser.get(f"/rencana/{scenario.pk}/").content.decode()
    for page in ("ubah/", "skenario/"):
        content = browser.get(f"/rencana/{scenario.pk}/{page}").content.decode()
        assert said in content
        assert FIELD in content
    browser.post(f"/rencana/{scenario.pk}/skenario/", {"revision": "1", "text": TEXT})
    assert said not in browser.get(f"/rencana/{scenario.pk}/ubah/").content.decode()


def test_of_two_plans_the_message_says_whose_fault_it_is(planner):
    scenario, _ = asked(planner)
    other = actions.make_scenario(by=planner, text=FAULTY.replace("name: Nelayan", "name: Yang lain"))
    job = actions.ask_plan(scenario, other, by=planner, lang="id")
    with pytest.raises(Failed, match=r"Yang lain: sensitivity\.results"):
        make_plan(job, lambda words, share: None)


def test_of_a_plan_of_another_place_the_message_says_no_more_than_that_it_failed(planner, person):
    scenario, _ = asked(planner)
    national = person("nasional", Role.ANALYST, "ID")
    elsewhere = FAULTY.replace("Kota Cilegon", "Kota Serang").replace("name: Nelayan", "name: Rahasia Serang")
    job = actions.ask_plan(scenario, actions.make_scenario(by=national, text=elsewhere), by=national, lang="id")
    with pytest.raises(Failed) as failed:
        make_plan(job, lambda words, share: None)
    assert "Rahasia" not in failed.value.said.id
    assert not failed.value.faults


@pytest.mark.parametrize("steps", [1, 3, 6])
def test_a_plan_that_is_cancelled_leaves_nothing(planner, browser, steps):
    scenario, job = asked(planner, TEXT + f"seed: {steps}\n")
    before, told = papers_there(), []

    def tell(words, share):
        told.append(share)
        if len(told) == steps:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_plan(job, tell)
    assert papers_there() == before
    assert told == sorted(told)
    jobs.cancel(job, by=planner)
    page = browser.get(f"/rencana/{scenario.pk}/").content.decode()
    assert "Perhitungan dibatalkan" in page
    assert ">Hitung<" in page


def test_cancel_is_offered_to_who_may_and_to_who_asked(planner, person, signed_in):
    scenario, job = asked(planner)
    verifier = signed_in(person("pemeriksa", Role.VERIFIER, "36.72"))
    cancel = f"/pekerjaan/{job.pk}/batal/"
    assert cancel in signed_in(planner).get(f"/rencana/{scenario.pk}/").content.decode()
    assert cancel in signed_in(person("analis", Role.ANALYST, "36.72")).get(f"/pekerjaan/{job.pk}/").content.decode()
    for path in (f"/rencana/{scenario.pk}/", f"/pekerjaan/{job.pk}/"):
        page = verifier.get(path).content.decode()
        assert "<progress" in page
        assert cancel not in page
    assert verifier.post(cancel).status_code == 403
    other = actions.make_scenario(by=planner, text=TEXT)
    verifier.post("/rencana/bandingkan/", {"a": scenario.pk, "b": other.pk})
    own = Job.objects.exclude(pk=job.pk).get()
    assert f"/pekerjaan/{own.pk}/batal/" in verifier.get(f"/pekerjaan/{own.pk}/").content.decode()
    assert verifier.post(f"/pekerjaan/{own.pk}/batal/").status_code == 302
    own.refresh_from_db()
    assert own.state == "cancelled"


def test_a_long_text_is_kept_whole_and_one_that_is_too_long_says_so(browser, planner):
    scenario, _ = asked(planner)
    long = TEXT + "# catatan kantor yang panjang\n" * ((LONGEST - len(TEXT)) // 30)
    browser.post(f"/rencana/{scenario.pk}/skenario/", {"revision": "1", "text": long})
    scenario.refresh_from_db()
    assert scenario.text == long
    answer = browser.post(f"/rencana/{scenario.pk}/skenario/", {"revision": "2", "text": long + "#" * 100})
    assert answer.status_code == 422
    assert f"lebih dari {LONGEST} huruf" in answer.content.decode()
    scenario.refresh_from_db()
    assert scenario.text == long


def test_a_form_of_many_groups_over_thirty_years_is_kept(browser, planner):
    group = TEXT.partition("groups:\n")[2]
    text = TEXT.replace("last: 2028", "last: 2056") + group * 14
    scenario = actions.make_scenario(by=planner, text=text)
    page = browser.get(f"/rencana/{scenario.pk}/ubah/").content.decode()
    names = [part.partition('"')[0] for part in page.split(' name="')[1:]]
    assert len(names) > 1000
    typed = {"revision": "1", **{name: "" for name in names if ".added." in name and not name.endswith("2027")}}
    typed |= {f"groups[{n}].payers[1].kept": "310" for n in range(1, 16)}
    assert browser.post(f"/rencana/{scenario.pk}/ubah/", typed).status_code == 422
    scenario.refresh_from_db()
    assert scenario.text.count("kept: 310") == 15


@pytest.mark.parametrize("row", ["- a\n", "- {payers: [a]}\n", "- {group: rentan.nelayan, payers: [{kept: 1}]}\n"])
def test_a_scenario_of_too_many_rows_for_a_form_is_shown_as_text(browser, planner, row):
    head = TEXT.partition("groups:\n")[0].replace("last: 2028", "last: 2056")
    scenario = actions.make_scenario(by=planner, text=f"{head}groups:\n" + row * 600)
    page = browser.get(f"/rencana/{scenario.pk}/ubah/").content.decode()
    assert "terlalu panjang untuk formulir" in page
    assert "<textarea" in page
    answer = browser.post(f"/rencana/{scenario.pk}/ubah/", {"revision": "1", "groups[1].group": "rentan.ojek"})
    assert answer.url == f"/rencana/{scenario.pk}/skenario/"


@pytest.mark.parametrize("years", ["{first: 2027, last: 99999}", "{first: 1, last: 2027}", "{first: 2027, last: 1e9}"])
def test_far_too_many_years_are_a_fault_of_their_field_at_once(browser, planner, years):
    scenario = actions.make_scenario(by=planner, text=TEXT.replace("{first: 2027, last: 2028}", years))
    assert not scenario.is_ready
    page = browser.get(f"/rencana/{scenario.pk}/ubah/").content.decode()
    assert 'id="years.first-wrong"' in page or 'id="years.last-wrong"' in page
    assert len(page) < 300_000


def test_of_two_who_save_at_once_the_second_is_told_and_both_texts_stay(browser, planner, person, signed_in):
    scenario, _ = asked(planner)
    second = signed_in(person("rekan", Role.ANALYST, "36.72"))
    for one, kept in ((browser, "310"), (second, "320")):
        one.get(f"/rencana/{scenario.pk}/ubah/")
        answer = one.post(f"/rencana/{scenario.pk}/ubah/", {"revision": "1", "groups[1].payers[1].kept": kept})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "diletakkan di atas perubahannya" in page
    assert 'value="320"' in page
    scenario.refresh_from_db()
    assert "kept: 310" in scenario.text
    second.post(f"/rencana/{scenario.pk}/ubah/", {"revision": "2", "groups[1].payers[1].kept": "320"})
    assert [("kept: 310" in one.text, "kept: 320" in one.text) for one in scenario.texts.all()] == [
        (False, True),
        (True, False),
        (False, False),
    ]


def test_what_one_typed_stands_over_what_another_changed_elsewhere_and_neither_is_lost(browser, planner):
    scenario, _ = asked(planner)
    actions.change_scenario(scenario, by=planner, text=TEXT.replace("1100", "1250"), revision=1)
    shown = {"name": "Nelayan", "groups[1].population": "1100", "groups[1].payers[1].kept": "320"}
    page = browser.post(f"/rencana/{scenario.pk}/ubah/", {"revision": "1", **shown}).content.decode()
    for name, value in (("groups[1].population", "1250"), ("groups[1].payers[1].kept", "320")):
        assert f'name="{name}" value="{value}"' in page
    assert 'name="revision" value="2"' in page
    scenario.refresh_from_db()
    assert scenario.revision == 2


def test_where_rows_came_or_went_meanwhile_who_saves_is_told_and_nothing_moves_to_another_row(browser, planner):
    scenario, _ = asked(planner)
    added = TEXT.replace("groups:\n", "groups:\n  - group: rentan.ojek\n    payers: [{funding: csr, kept: 5}]\n")
    actions.change_scenario(scenario, by=planner, text=added, revision=1)
    answer = browser.post(f"/rencana/{scenario.pk}/ubah/", {"revision": "1", "groups[1].payers[1].kept": "320"})
    assert "simpan lagi untuk menggantinya" in answer.content.decode()
    scenario.refresh_from_db()
    assert scenario.text == added


def test_a_plan_as_long_as_may_be_says_so_when_it_is_copied(browser, planner):
    scenario, _ = asked(planner, TEXT + "#" * (LONGEST - len(TEXT)))
    page = browser.post(f"/rencana/{scenario.pk}/salin/", follow=True)
    assert "perbaiki dulu" in page.content.decode()
    assert Scenario.objects.count() == 1


@pytest.mark.parametrize("page", ["ubah/", "skenario/"])
def test_a_plan_moved_to_a_place_one_has_no_right_to_is_not_kept_and_that_is_said(browser, planner, page):
    scenario, _ = asked(planner)
    moved = {"revision": "1", "place": "Kota Serang", "text": TEXT.replace("Cilegon", "Serang")}
    answer = browser.post(f"/rencana/{scenario.pk}/{page}", moved)
    assert answer.status_code == 422
    assert "Anda tidak menyusun rencana wilayah ini" in answer.content.decode()
    scenario.refresh_from_db()
    assert (scenario.place, scenario.text) == ("36.72", TEXT)


@pytest.mark.parametrize("number", ["3672014107840001", "367201 410784 0001", "3672-0141-0784-0001"])
def test_a_text_with_a_number_like_a_nik_is_not_kept_and_not_in_the_audit(planner, number):
    with pytest.raises(actions.Unkept, match="scenario"):
        actions.make_scenario(by=planner, text=f"{TEXT}# {number}\n")
    assert not Scenario.objects.exists()
    assert "0784" not in str(list(Event.objects.values_list("detail", flat=True)))


def test_years_and_amounts_in_a_row_are_no_number_of_a_person(planner):
    assert actions.make_scenario(by=planner, text=f"{TEXT}# 2027 2028 2029 2030: 9.876.543.210.123\n").is_ready


@pytest.mark.parametrize("number", ["²", "٣", "9" * 30, "-1", "1e3"])
def test_a_round_that_is_no_number_is_no_round(browser, number):
    assert browser.post("/rencana/baru/", {"from": number}).status_code == 404
    assert not Scenario.objects.exists()
