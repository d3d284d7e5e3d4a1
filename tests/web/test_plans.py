"""Rencana: scenarios made, filled in, run, compared and downloaded, by who plans for their place."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from planned import ran

from semesta.web.actions import scenarios as actions
from semesta.web.actions import tokens
from semesta.web.actions.refused import Refused
from semesta.web.models import Event, Job, Scenario
from semesta.web.roles import Role

SMALL = """# catatan kantor
name: Nelayan
place: Kota Cilegon
years: {first: 2027, last: 2028}
groups:
  - group: rentan.nelayan
    population: 1100
    payers:
      - funding: apbd.kabkota
        kept: 300  # menurut SK
        added: {2027: 50}
money:
  - {funding: apbd.kabkota, amounts: {2027: Rp250 juta}}
"""

EXAMPLES = Path(__file__).parents[2] / "examples"
BUDGETS = """place,year,funding,group,persons,months,allocated,status,source
36.72,2026,apbd.kabkota,rentan.nelayan,300,12,60480000,apbd,DPA 2026
"""


@pytest.fixture
def scenario(planner) -> Scenario:
    return actions.make_scenario(by=planner, text=SMALL)


def address(scenario: Scenario, rest: str = "") -> str:
    return f"/rencana/{scenario.pk}/{rest}"


def test_the_example_becomes_a_scenario_of_the_place_that_was_named(browser):
    answer = browser.post("/rencana/baru/", {"from": "", "place": "Kota Cilegon", "name": "Mulai 2027"})
    made = Scenario.objects.get()
    assert answer.url == address(made, "ubah/")
    assert (made.place, made.name, made.is_ready, made.revision) == ("36.72", "Mulai 2027", True, 1)
    assert "# nama bebas" in made.text
    assert Event.objects.get(action="make_scenario").subject_id == made.pk


def test_a_scenario_is_never_made_for_a_place_one_does_not_plan_for(browser):
    for place in ("Kota Serang", "Tidak Ada"):
        answer = browser.post("/rencana/baru/", {"from": "", "place": place})
        assert answer.status_code == 422
    assert not Scenario.objects.exists()


def test_a_file_becomes_a_scenario(browser, tmp_path):
    file = tmp_path / "rencana.yaml"
    file.write_text(SMALL)
    with file.open("rb") as content:
        browser.post("/rencana/baru/", {"file": content})
    assert Scenario.objects.get().text == SMALL


def test_the_form_shows_what_the_scenario_says(browser, scenario):
    page = browser.get(address(scenario, "ubah/")).content.decode()
    assert 'name="groups[1].payers[1].kept" value="300"' in page
    assert 'name="money[1].amounts.2027" value="Rp250 juta"' in page
    assert '<option value="rentan.nelayan" selected>' in page


def test_the_form_writes_its_fields_into_the_text_and_leaves_the_rest(browser, scenario):
    typed = {"revision": "1", "groups[1].payers[1].kept": "320", "groups[1].payers[1].added.2028": "70"}
    assert browser.post(address(scenario, "ubah/"), typed).status_code == 302
    scenario.refresh_from_db()
    assert scenario.text == SMALL.replace("kept: 300", "kept: 320").replace("{2027: 50}", "{2027: 50, 2028: 70}")
    assert [one.number for one in scenario.texts.all()] == [2, 1]
    assert Event.objects.filter(action="change_scenario", subject_id=scenario.pk).count() == 1


def test_rows_are_added_and_deleted_in_the_form(browser, scenario):
    new = {"groups[2].group": "rentan.ojek", "groups[2].payers[1].funding": "csr", "groups[2].payers[1].kept": "5"}
    browser.post(address(scenario, "ubah/"), {"revision": "1", **new, "hapus:money[1]": "1"})
    scenario.refresh_from_db()
    assert "group: rentan.ojek" in scenario.text
    assert "money" not in scenario.text
    assert scenario.is_ready


def test_who_employs_a_group_is_filled_in_and_taken_out_in_the_form(browser, scenario):
    group = "groups[1]"
    wage = {f"{group}.route": "PU", f"{group}.wage_per_month": "5000000", f"{group}.risk_class": "2"}
    employer = {f"{group}.employer.industry": "textile", f"{group}.employer.workers": "120"}
    browser.post(address(scenario, "ubah/"), {"revision": "1", **wage, **employer})
    scenario.refresh_from_db()
    assert (scenario.is_ready, "industry: textile" in scenario.text) == (True, True)
    assert '<option value="textile" selected>' in browser.get(address(scenario, "ubah/")).content.decode()
    browser.post(address(scenario, "ubah/"), {"revision": "2", **dict.fromkeys(employer, "")})
    scenario.refresh_from_db()
    assert (scenario.is_ready, "textile" in scenario.text) == (True, False)


def test_all_faults_stand_at_their_fields_at_once_and_nothing_typed_is_lost(browser, scenario):
    typed = {
        "revision": "1",
        "groups[1].payers[1].kept": "banyak",
        "money[1].amounts.2028": "minus",
        "leaving.low": "3 %",
    }
    answer = browser.post(address(scenario, "ubah/"), typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    for name, value in (
        ("groups[1].payers[1].kept", "banyak"),
        ("money[1].amounts.2028", "minus"),
        ("leaving.low", "3 %"),
    ):
        assert f'name="{name}" value="{value}"' in page
    for name in ("groups[1].payers[1].kept", "money[1].amounts.2028", "leaving.central", "leaving.source"):
        assert f'id="{name}-wrong"' in page
    scenario.refresh_from_db()
    assert "banyak" in scenario.text
    assert not scenario.is_ready


@pytest.mark.parametrize(
    ("lang", "said"), [("id", "perlu bilangan bulat nol atau lebih"), ("en", "needs a whole number")]
)
def test_faults_are_told_in_the_readers_language(browser, scenario, lang, said):
    browser.post("/bahasa/", {"lang": lang, "back": "/"})
    answer = browser.post(address(scenario, "ubah/"), {"revision": "1", "groups[1].payers[1].kept": "x"})
    assert said in answer.content.decode()


def test_money_below_one_persons_price_is_a_fault_of_its_field(browser, scenario):
    answer = browser.post(address(scenario, "ubah/"), {"revision": "1", "money[1].amounts.2027": "100"})
    assert 'id="money[1].amounts.2027-wrong"' in answer.content.decode()


def test_the_text_is_changed_as_a_whole(browser, scenario):
    text = SMALL.replace("Nelayan", "Nelayan dan ojek") + "seed: 7\n"
    browser.post(address(scenario, "skenario/"), {"revision": "1", "text": text.replace("\n", "\r\n")})
    scenario.refresh_from_db()
    assert (scenario.text, scenario.name) == (text, "Nelayan dan ojek")


@pytest.mark.parametrize(
    "text",
    [
        "name: [",
        "",
        "- satu\n- dua",
        "a: &a [*a]\nname: *a",
        "[" * 600,
        "place: 'Kota Serang'",
        SMALL + "# 3672010101900001",
    ],
)
def test_a_text_that_cannot_be_kept_stays_in_the_page(browser, scenario, text):
    answer = browser.post(address(scenario, "skenario/"), {"revision": "1", "text": text})
    assert answer.status_code == 422
    assert "Perbaiki dulu" in answer.content.decode()
    scenario.refresh_from_db()
    assert scenario.text == SMALL


def test_references_to_references_never_fill_the_memory(planner):
    names = "abcdefghijklmnop"
    bomb = "a: &a [1, 2]\n" + "".join(f"{n}: &{n} [{', '.join([f'*{m}'] * 9)}]\n" for m, n in pairwise(names))
    with pytest.raises(actions.Unkept):
        actions.make_scenario(by=planner, text=f"{bomb}name: *p\nplace: Kota Cilegon\n")


def test_what_another_changed_meanwhile_is_not_overwritten_unseen(browser, scenario, planner):
    actions.change_scenario(scenario, by=planner, text=SMALL + "seed: 2\n", revision=1)
    answer = browser.post(address(scenario, "ubah/"), {"revision": "1", "groups[1].payers[1].kept": "999"})
    assert answer.status_code == 422
    assert 'value="999"' in answer.content.decode()
    scenario.refresh_from_db()
    assert scenario.text == SMALL + "seed: 2\n"


def test_a_scenario_is_run_as_a_job_and_its_page_shows_tables_and_files(browser, scenario):
    assert browser.post(address(scenario, "hitung/")).url == address(scenario)
    assert "Menunggu giliran" in browser.get(address(scenario)).content.decode()
    ran(Job.objects.get(kind="plan"))
    page = browser.get(address(scenario)).content.decode()
    assert "Kebutuhan" in page
    for name, begins in (
        ("rencana.pdf", b"%PDF"),
        ("rencana.docx", b"PK"),
        ("rencana.xlsx", b"PK"),
        ("rencana.json", b"{"),
    ):
        answer = browser.get(address(scenario, f"hasil/{name}"))
        assert b"".join(answer.streaming_content).startswith(begins)
    assert browser.get(address(scenario, "hasil/halaman.json")).status_code == 404
    assert Event.objects.get(action="run_scenario").detail["revision"] == 1
    assert browser.get(f"/api/plans/{scenario.pk}/result").json()["needs"][0]["kept"] == 300
    browser.post("/bahasa/", {"lang": "en", "back": "/"})
    english = browser.get(address(scenario)).content.decode()
    assert "Plan of cover" in english
    assert "Make the papers in English" in english


def test_the_list_says_how_far_each_plan_is(browser, planner):
    scenario = actions.make_scenario(by=planner, text=SMALL)

    def state() -> str:
        page = browser.get("/rencana/").content.decode()
        return re.search(r'class="state \w+">([^<]+)<', page)[1]

    assert state() == "siap dihitung"
    browser.post(address(scenario, "hitung/"))
    assert state() == "sedang dihitung"
    Job.objects.update(state="failed")
    assert state() == "perlu diperbaiki"
    ran(Job.objects.get())
    assert state() == "sudah dihitung"


def test_a_list_of_many_plans_asks_the_database_no_more_than_one_of_two(browser, planner, round_with):
    round = round_with({"budgets.csv": BUDGETS}, by=planner)

    def asked(plans: int) -> int:
        for number in range(plans):
            actions.make_scenario(by=planner, text=SMALL + f"seed: {number}\n", round=round)
        with CaptureQueriesContext(connection) as told:
            assert browser.get("/rencana/").content.decode().count(">siap dihitung<") == Scenario.objects.count()
        return len(told)

    assert asked(2) == asked(6)


def test_a_place_that_is_missing_is_asked_for_at_its_field(browser, planner, person, signed_in):
    everywhere = signed_in(person("pusat", Role.ANALYST, "ID"))
    for place, said in (
        ("", "isi nama atau kode"),
        ("Atlantis", "tidak dikenal"),
        ("Pamekasam", "mungkin: Kab. Pamekasan"),
    ):
        page = everywhere.post("/rencana/baru/", {"from": "", "place": place}).content.decode()
        assert said in page
        assert 'aria-describedby="place-wrong"' in page
        assert "place =" not in page


def test_messages_in_the_form_call_fields_as_the_form_does(browser, scenario):
    typed = {"revision": "1", "groups[1].payers[1].kept": "1100"}
    page = browser.post(address(scenario, "ubah/"), typed).content.decode()
    assert "periksa “Sudah dibayar”, “Ditambah” dan “Jumlah orang dalam kelompok”" in page


def test_what_is_still_to_be_filled_in_is_not_run(browser, planner):
    made = actions.make_scenario(by=planner, text="place: Kota Cilegon\n")
    assert browser.post(address(made, "hitung/")).url == address(made, "ubah/")
    assert not Job.objects.filter(kind="plan").exists()
    assert "perlu diisi" in browser.get(address(made)).content.decode()


def test_two_plans_are_compared(browser, scenario, planner):
    browser.post(address(scenario, "salin/"))
    other = Scenario.objects.exclude(pk=scenario.pk).get()
    assert other.name == "Nelayan (salinan)"
    actions.change_scenario(other, by=planner, text=other.text.replace("kept: 300", "kept: 400"), revision=1)
    query = {"a": scenario.pk, "b": other.pk}
    assert browser.post("/rencana/bandingkan/", query).url.endswith(f"?a={scenario.pk}&b={other.pk}")
    ran(Job.objects.get(kind="plan"))
    page = browser.get("/rencana/bandingkan/", query).content.decode()
    assert "Yang berbeda dalam kedua skenario" in page
    assert 'data-spec="spec-1"' in page
    assert "Nelayan (salinan)" in page
    answer = browser.get(address(scenario, f"hasil/rencana.xlsx?dengan={other.pk}"))
    assert b"".join(answer.streaming_content).startswith(b"PK")
    browser.post("/rencana/bandingkan/", query)
    assert Job.objects.filter(kind="plan").count() == 1  # what is there is not made again


def test_a_plan_begins_with_a_rounds_own_figures(browser, planner, round_with):
    round = round_with({"budgets.csv": BUDGETS}, by=planner)
    assert f'value="{round.pk}" selected' in browser.get(f"/rencana/baru/?putaran={round.pk}").content.decode()
    browser.post("/rencana/baru/", {"from": round.pk})
    made = Scenario.objects.get()
    assert (made.round, made.place, made.is_ready) == (round, "36.72", True)
    assert "kept: 300  # tahun 2026" in made.text


def test_a_round_that_does_not_say_who_is_paid_for_says_so(browser, planner, round_of):
    round = round_of("cilegon-2024", "36.72", by=planner)
    answer = browser.post("/rencana/baru/", {"from": round.pk})
    assert answer.status_code == 422
    assert "tidak menyebut siapa yang dibayar" in answer.content.decode()


def test_an_empty_entry_of_the_text_stays_though_the_form_does_not_know_it(browser, planner):
    made = actions.make_scenario(by=planner, text=SMALL + "claims: {}\n")
    browser.post(address(made, "ubah/"), {"revision": "1", "groups[1].population": "1200"})
    made.refresh_from_db()
    assert made.text == SMALL.replace("1100", "1200") + "claims: {}\n"


def test_a_scenario_taken_out_is_gone_and_its_texts_stay(browser, scenario):
    browser.post(address(scenario, "keluarkan/"))
    assert browser.get(address(scenario)).status_code == 404
    assert scenario.texts.count() == 1


PAGES = ("", "ubah/", "skenario/", "rencana.yaml", "hasil/rencana.pdf")
WRITES = ("ubah/", "skenario/", "hitung/", "salin/", "keluarkan/")


def test_an_officer_of_another_region_never_finds_it(scenario, person, signed_in):
    client = signed_in(person("tetangga", Role.OFFICER, "36.73"))
    assert "Nelayan" not in client.get("/rencana/").content.decode()
    assert {client.get(address(scenario, page)).status_code for page in PAGES} == {404}
    assert {client.post(address(scenario, page)).status_code for page in WRITES} == {404}
    assert client.get("/rencana/bandingkan/", {"a": scenario.pk, "b": scenario.pk}).status_code == 404


def test_who_only_reads_sees_and_never_changes(scenario, person, signed_in):
    client = signed_in(person("pembaca", Role.READER, "36"))
    assert "Nelayan" in client.get("/rencana/").content.decode()
    assert client.get(address(scenario)).status_code == 200
    assert {client.post(address(scenario, page)).status_code for page in WRITES} == {403}
    assert client.get("/rencana/baru/").status_code == 403
    with pytest.raises(Refused):
        actions.end_scenario(scenario, by=person("pembaca"))


def test_the_public_is_asked_to_sign_in(scenario, db):
    for path in ("/rencana/", "/rencana/baru/", "/rencana/bandingkan/", *(address(scenario, page) for page in PAGES)):
        assert Client().get(path).url.startswith("/masuk/")


def test_the_list_is_of_the_place_asked_for(browser, scenario, person, signed_in):
    client = signed_in(person("provinsi", Role.READER, "36"))
    assert "Nelayan" in client.get("/rencana/?wilayah=36.72").content.decode()
    assert "Nelayan" not in client.get("/rencana/?wilayah=36.73").content.decode()


def test_the_api_lists_scenarios_and_has_no_result_before_they_are_run(browser, scenario):
    actions.change_scenario(scenario, by=scenario.made_by, text=SMALL + "seed: 5\n", revision=1)
    listed = browser.get("/api/plans?place=36.72").json()
    assert [(one["name"], one["is_ready"]) for one in listed["items"]] == [("Nelayan", True)]
    assert browser.get("/api/plans?place=36.73").json()["count"] == 0
    assert browser.get(f"/api/plans/{scenario.pk}").json()["text"].endswith("seed: 5\n")
    assert browser.get(f"/api/plans/{scenario.pk}/result").status_code == 404


def test_a_token_that_reads_runs_nothing_and_one_that_works_does(scenario, planner, person):
    def asked(scope: str, user=planner) -> int:
        tomorrow = timezone.localdate() + dt.timedelta(days=1)
        token = tokens.make_token(by=user, title=scope, scope=scope, expires_on=tomorrow)[1]
        client = Client(headers={"authorization": f"Bearer {token}"})
        return client.post(f"/api/plans/{scenario.pk}/run").status_code

    assert asked(tokens.SCOPES[0]) == 403
    assert asked(tokens.SCOPES[2]) == 202
    assert asked(tokens.SCOPES[2], person("tetangga", Role.OFFICER, "36.73")) == 404
    assert asked(tokens.SCOPES[2], person("pembaca", Role.READER, "36.72")) == 403


def test_a_scenario_that_is_to_be_filled_in_is_refused_by_the_api(browser, planner):
    made = actions.make_scenario(by=planner, text="place: Kota Cilegon\n")
    answer = browser.post(f"/api/plans/{made.pk}/run")
    assert answer.status_code == 409
    assert answer.json()["title_en"].startswith("Fill in")


def test_the_pools_of_a_round_are_drawn_as_a_job(person, signed_in, round_with):
    officer, texts = person("provinsi", Role.OFFICER, "36"), {}
    for file in sorted((EXAMPLES / "gotong-royong").glob("*.csv")):
        head, *rows = file.read_text().splitlines()
        texts[file.name] = "\n".join([head, *(row for row in rows if ",BPU,JKM," in row)])
    round = round_with(texts, by=officer, place="36")
    client, path = signed_in(officer), f"/putaran/{round.pk}/gotong-royong/"
    assert path in client.get("/rencana/").content.decode()
    assert "Kumpulan dalam putaran ini" in client.get(path).content.decode()
    assert signed_in(person("tetangga", Role.OFFICER, "32")).get(path).status_code == 404
    assert Client().get(path).url.startswith("/masuk/")
    asked = {"years": "5", "scenarios": "1000"}
    assert "years=5" in client.post(path, asked).url
    ran(Job.objects.get(kind="pools"))
    page = client.get(path, asked).content.decode()
    assert "Hasil" in page
    assert 'data-spec="spec-1"' in page
    answer = client.get(f"{path}gotong-royong.xlsx", asked)
    assert b"".join(answer.streaming_content).startswith(b"PK")


def test_the_page_of_a_plan_marks_its_part_of_the_menu(planner, browser):
    here = browser.get("/rencana/baru/").content.decode()
    assert '<a href="/rencana/" aria-current="true">' in here
    assert here.count('aria-current="true"') == 1
    assert '<a href="/rencana/" aria-current="page">' in browser.get("/rencana/").content.decode()


def test_a_reader_is_told_who_can_run_a_plan_and_in_which_language_its_papers_are(planner, person, signed_in):
    scenario = actions.make_scenario(by=planner, text=SMALL + "seed: 90210\n")  # a result is kept by its text
    client = signed_in(person("pembaca", Role.READER, "36"))
    assert "yang berhak menyusun rencana wilayah ini" in client.get(address(scenario)).content.decode()
    ran(actions.ask_plan(scenario, None, by=planner, lang="id"))
    assert "Unduh PDF" in client.get(address(scenario)).content.decode()
    client.post("/bahasa/", {"lang": "en", "back": "/"})
    page = client.get(address(scenario)).content.decode()
    assert "The papers were made in Indonesian only" in page
    assert "Download PDF" not in page
