"""Files of cases: many at once, a problem in one names it and loses no other; the example file of each programme is true."""

from __future__ import annotations

import json

import pytest
import yaml
from asking import asked, semesta

from semesta.law.events import EVENTS
from semesta.law.lines import benefit_lines

PROGRAMMES = ("JKK", "JKM", "JHT", "JP", "JKP")
DEATH = {"programme": "JKM", "event": "death", "date": "2024-03-01", "segment": "PU"}


# The example files


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_the_example_file_of_a_programme_answers_every_case_in_full(tmp_path, programme):
    file = tmp_path / "kasus.yaml"
    file.write_text(semesta("benefit", "--template", "--programme", programme).out)
    for answer in asked("benefit", file):
        assert answer["total"] is not None, answer["case"]


def test_the_example_file_of_bills_answers_every_case_in_full(tmp_path):
    file = tmp_path / "kasus.yaml"
    file.write_text(semesta("contribution", "--template").out)
    segments = {case["segment"] for case in yaml.safe_load(file.read_text())}
    assert segments == {"PU", "BPU", "JAKON", "PMI"}
    for answer in asked("contribution", file):
        assert answer["total"] is not None, answer["case"]


@pytest.mark.parametrize("programme", ["JKK", "JKM"])
def test_the_example_file_has_every_event_of_a_programme_of_risk(programme):
    cases = yaml.safe_load(semesta("benefit", "--template", "--programme", programme).out)
    assert {case["event"] for case in cases} == {event for of, event in benefit_lines() if of == programme}


def test_without_a_programme_the_example_files_of_all_are_printed(tmp_path):
    file = tmp_path / "kasus.yaml"
    file.write_text(semesta("benefit", "--template").out)
    assert {case["programme"] for case in yaml.safe_load(file.read_text())} == set(PROGRAMMES)
    assert asked("benefit", file)


def test_an_example_file_of_no_programme_is_told_with_the_nearest():
    said = semesta("benefit", "--template", "--programme", "jkkk")
    assert (said.exit_code, said.out) == (2, "")
    assert "yang mirip: JKK" in said.err


# Many cases, many files


def test_several_files_give_one_list(tmp_path):
    (tmp_path / "a.yaml").write_text(yaml.safe_dump(DEATH))
    (tmp_path / "b.json").write_text(json.dumps([DEATH, {**DEATH, "date": "2019-12-01"}]))
    answers = asked("benefit", tmp_path / "a.yaml", tmp_path / "b.json")
    assert [answer["total"] for answer in answers] == [42_000_000, 42_000_000, 24_000_000]


def test_several_documents_of_one_file_are_several_cases(tmp_path):
    (tmp_path / "a.yaml").write_text(yaml.safe_dump_all([DEATH, {**DEATH, "date": "2019-12-01"}]))
    assert [answer["total"] for answer in asked("benefit", tmp_path / "a.yaml")] == [42_000_000, 24_000_000]


def test_a_case_that_is_none_and_a_file_that_cannot_be_read_lose_no_other(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps([DEATH, 5, {**DEATH, "case": "B", "segment": "PUU"}]))
    (tmp_path / "b.yaml").write_text("programme: JKM\n  event: death\n")
    said = semesta("benefit", *(tmp_path / name for name in ("a.json", "b.yaml", "none.yaml")))
    assert said.exit_code == 2
    assert "Rp42.000.000" in said.out
    second, third, malformed, absent = said.err.splitlines()
    assert second.startswith("a.json 2. ")
    assert third.startswith("a.json 3. B: segment = 'PUU' tidak dikenal")
    assert "b.yaml: bukan YAML atau JSON yang benar, baris 2" in malformed
    assert absent.endswith("none.yaml: tidak ada")


def test_in_json_the_place_of_a_case_that_could_not_be_answered_holds_its_problems(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps([DEATH, 5, {**DEATH, "segment": "PUU"}]))
    said = semesta("benefit", tmp_path / "a.json", "--json", "--lang", "en")
    totals = [answer["total"] for answer in json.loads(said.out)]
    assert (said.exit_code, totals) == (2, [42_000_000, None, None])
    assert "is unknown" in json.loads(said.out)[2]["problems"][0]


@pytest.mark.parametrize(
    ("text", "id", "en"),
    [
        ("segment: PU\nsegment: BPU\n", "baris 2: satu nama tertulis dua kali", "line 2: a name is given twice"),
        ("- 1", "harus berisi satu kasus", "must hold one case"),
    ],
)
def test_faults_of_a_file_are_told_in_both_languages(tmp_path, text, id, en):
    (tmp_path / "a.yaml").write_text(text)
    assert id in semesta("contribution", tmp_path / "a.yaml").err
    assert en in semesta("contribution", tmp_path / "a.yaml", "--lang", "en").err


# What people write


@pytest.mark.parametrize(
    ("name", "written"),
    [("risk_class", "sedang"), ("risk_class", "3"), ("wage_per_month", "Rp10 juta"), ("wage_per_month", "10.000.000")],
)
def test_amounts_and_codes_are_read_as_people_write_them(tmp_path, name, written):
    case = {"segment": "pu", "wage_per_month": 10_000_000, "risk_class": 3, "month": "2025-06", "programmes": "JKK"}
    (tmp_path / "a.yaml").write_text(yaml.safe_dump({**case, name: written}))
    assert asked("contribution", tmp_path / "a.yaml")["total"] == 89_000


@pytest.mark.parametrize("event", ["meninggal", "Meninggal dunia", "death"])
def test_an_event_is_known_by_what_officers_call_it(event):
    assert asked(*("benefit", "--programme", "JKM", "--event", event, "--date", "2024-03-01", "--segment", "PU"))[
        "total"
    ]


def test_every_event_has_a_title_in_both_languages():
    assert {event for _, event in benefit_lines()} <= set(EVENTS)


def test_an_event_that_is_none_is_told_with_all_there_are_and_what_they_mean():
    said = semesta("benefit", "--programme", "JKM", "--event", "sakit", "--date", "2024-03-01")
    assert "death (meninggal dunia)" in said.err


# Inputs without an option of their own


def test_any_other_input_can_be_set():
    options = ("--programme", "JKK", "--event", "incapacity", "--date", "2024-03-04", "--segment", "PU")
    assert asked("benefit", *options, "--wage", "5 juta", "--set", "months_off_work=14")["total"] == 65_000_000


@pytest.mark.parametrize(
    ("pair", "named"),
    [("upah=3", "mungkin: wage_per_month"), ("sektor=other", "yang mirip: sector"), ("wage", "harus NAMA=ISI")],
)
def test_an_input_that_is_none_is_told_with_what_may_be_meant(pair, named):
    said = semesta("contribution", "--segment", "PU", "--month", "2025-06", "--set", pair)
    assert said.exit_code == 2
    assert named in said.err


@pytest.mark.parametrize(
    ("options", "total"),
    [
        (("--segment", "PMI", "--contract-months", "24"), 370_000),
        (("--segment", "PU", "--wage", "3500000", "--risk", "2", "--industry", "textile", "--workers", "120"), 9_450),
        (("--segment", "BPU", "--income", "1500000", "--basis-mode", "tier", "--funding", "mandiri"), 16_000),
        (("--segment", "BPU", "--income", "1500000", "--basis-mode", "exact", "--funding", "mandiri"), 15_000),
        (("--segment", "BPU", "--bpu-group", "honorer", "--wage", "2000000", "--risk", "1"), 4_800),
    ],
    ids=["term of a migrant", "labour-intensive industry", "tier", "exact", "group of BPU"],
)
def test_options_say_what_a_bill_depends_on(options, total):
    answer = asked("contribution", *options, "--month", "2025-06", "--programmes", "JKK")
    assert answer["total"] == total
