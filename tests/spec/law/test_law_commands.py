"""The law from the command line: each worked example as one would ask it, JSON for programs, one line for wrong use."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml
from asking import asked, semesta

from semesta.law.law import LAW

EXAMPLES = yaml.safe_load(Path(__file__).with_name("examples.yaml").read_text(encoding="utf-8"))


# The worked examples


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["title"]["en"] for example in EXAMPLES])
def test_a_worked_example_comes_out_to_the_rupiah(tmp_path, example):
    arguments = example["command"].split()
    if "case" in example:
        (tmp_path / "case.yaml").write_text(yaml.safe_dump(example["case"]))
        arguments.append(tmp_path / "case.yaml")
    answer = asked(*arguments)
    assert (answer["total"], [item["amount"] for item in answer["items"]]) == (example["total"], example["amounts"])


def test_json_has_the_total_and_every_line_with_its_law_and_reasons():
    answer = asked("benefit", "--programme", "JKM", "--event", "death", "--date", "2025-03-01", "--segment", "PU")
    assert {"total", "items"} <= set(answer)
    keys = ["programme", "payer", "rule", "title", "amount", "law", "verified", "because"]
    assert [list(item) for item in answer["items"]] == [keys] * 3
    assert answer["items"][0]["because"].startswith("karena ")


def test_json_speaks_english_on_request():
    arguments = ("contribution", "--segment", "BPU", "--programmes", "JKM", "--month", "2025-06", "--lang", "en")
    (item,) = asked(*arguments)["items"]
    assert item["title"] == "JKM contribution without wage per month"


# Tables


def test_a_table_shows_rupiah_payers_articles_and_the_total():
    said = semesta(*EXAMPLES[0]["command"].split())
    assert "Rp370.000" in said.out
    assert "pemberi kerja" in said.out
    assert "Jumlah Rp989.000 (pemberi kerja Rp689.000; pekerja Rp300.000)" in said.out
    assert "karena" not in said.out


def test_reasons_are_told_on_request_as_an_indented_tree():
    said = semesta(
        *("benefit", "--programme", "JKM", "--event", "death", "--date", "2025-03-01"),
        *("--segment", "BPU", "--months-paid", "2", "--explain"),
    )
    assert "  karena Meninggal dalam masa tunggu: ya (Permenaker 5/2021 jo. Permenaker 1/2025" in said.out
    assert "    karena Segmen: Bukan Penerima Upah" in said.out
    assert "Ahli waris" in said.out
    assert "3 hari kerja" in said.out


def test_an_amount_that_is_not_known_says_what_to_give_and_the_total_says_at_least():
    said = semesta(
        "contribution", "--segment", "PU", "--wage", "10000000", "--programmes", "JKK,JKM", "--month", "2025-06"
    )
    assert said.exit_code == 0
    assert "Jumlah belum diketahui; paling sedikit Rp30.000" in said.out
    assert "perlu diisi: Kelompok risiko kerja (risk_class)" in said.out


@pytest.mark.parametrize("wage", ["10000000", "10.000.000", "Rp10 juta"])
def test_a_wage_is_read_as_people_write_it(wage):
    options = ("--segment", "PU", "--programmes", "JHT", "--month", "2025-06", "--wage", wage)
    assert asked("contribution", *options)["total"] == 570_000


def test_pu_and_bpu_are_shown_side_by_side():
    options = ("contribution", "--compare", "--wage", "2152323", "--risk", "1", "--month", "2023-06")
    answer = asked(*options)
    assert (answer["PU"]["total"], answer["BPU"]["total"], answer["difference"]) == (11_623, 16_800, 5_177)
    assert answer["buys"]["jkk_death_grant"] == {"PU": 103_311_504, "BPU": 48_000_000}
    row = next(line for line in semesta(*options).out.splitlines() if line.startswith("Seluruh iuran"))
    assert row.split() == ["Seluruh", "iuran", "Rp11.623", "Rp16.800"]


# Case files


CASES = [
    {"programme": "JKM", "event": "death", "date": "2024-03-01", "segment": "PU"},
    {"programme": "JKK", "event": "transport", "date": "2024-03-01", "transport_land_cost": 6_000_000},
]


@pytest.mark.parametrize("kind", ["json", "yaml"])
def test_many_cases_give_a_list(tmp_path, kind):
    file = tmp_path / f"cases.{kind}"
    file.write_text(json.dumps(CASES) if kind == "json" else yaml.safe_dump(CASES))
    assert [answer["total"] for answer in asked("benefit", file)] == [42_000_000, 5_000_000]


def test_options_say_what_a_case_of_the_file_does_not(tmp_path):
    file = tmp_path / "cases.yaml"
    file.write_text(yaml.safe_dump([{"date": dt.date(2024, 3, 1)}, {"date": dt.date(2019, 12, 1)}]))
    answers = asked("benefit", file, "--programme", "JKM", "--event", "death", "--segment", "PU")
    assert [answer["total"] for answer in answers] == [42_000_000, 24_000_000]


def test_of_many_cases_every_problem_is_told_with_the_number_of_its_case(tmp_path):
    file = tmp_path / "cases.yaml"
    file.write_text(yaml.safe_dump([CASES[0], {**CASES[0], "segmen": "PU"}, {**CASES[0], "event": "sakit"}]))
    said = semesta("benefit", file)
    assert said.exit_code == 2
    assert "Rp42.000.000" in said.out
    assert [line[:2] for line in said.err.splitlines()] == ["2.", "3."]


def test_a_case_keeps_the_label_that_its_reader_gave_it(tmp_path):
    file = tmp_path / "cases.yaml"
    file.write_text(yaml.safe_dump([{"case": "Keluarga A", **CASES[0]}, CASES[1]]))
    assert [answer.get("case") for answer in asked("benefit", file)] == ["Keluarga A", None]
    assert "1. Keluarga A" in semesta("benefit", file).out


@pytest.mark.parametrize(("text", "named"), [("{", "bukan YAML"), ("", "satu kasus"), ("- 1\n", "satu kasus")])
def test_a_file_that_holds_no_case_is_told_in_one_line(tmp_path, text, named):
    file = tmp_path / "case.yaml"
    file.write_text(text)
    said = semesta("benefit", file)
    assert (said.exit_code, len(said.err.splitlines())) == (2, 1)
    assert named in said.err


def test_a_file_that_is_not_there_is_told_in_one_line(tmp_path):
    said = semesta("benefit", tmp_path / "none.yaml")
    assert (said.exit_code, len(said.err.splitlines())) == (2, 1)


# Wrong use


def test_every_problem_of_a_case_is_told_with_the_nearest_names_and_nothing_is_computed():
    said = semesta(
        *("contribution", "--segment", "PUU", "--wage", "sepuluh juta", "--risk", "9", "--funding", "abpd"),
        *("--programmes", "JKKK", "--month", "2025-13"),
    )
    assert (said.exit_code, said.out) == (2, "")
    for part in ("PUU", "yang mirip: PU", "sepuluh juta", "risk_class = 9", "apbd", "JKKK", "2025-13"):
        assert part in said.err


def test_a_day_without_law_says_what_is_missing_and_from_when_it_is_known():
    said = semesta("contribution", "--segment", "BPU", "--programmes", "JKM", "--month", "2010-01")
    assert said.exit_code == 2
    assert "jkm_bpu" in said.err
    assert "sejak 2015-07-01" in said.err


def test_problems_are_json_too():
    said = semesta("benefit", "--programme", "JKM", "--event", "deth", "--date", "2025-03-01", "--json")
    answer = json.loads(said.out)
    assert (said.exit_code, answer["total"], answer["items"]) == (2, None, [])
    assert "yang mirip: death" in answer["problems"][0]


# semesta law


def test_the_law_is_listed():
    assert {rule["rule"] for rule in asked("law", "list")} == set(LAW.book.rules)
    assert "jkm_benefit" in semesta("law", "list").out


def test_a_rule_is_shown_with_its_versions_and_what_it_needs():
    old, new = asked("law", "show", "jkm_in_waiting_time")
    assert (old["until"], new["since"], new["needs"]) == (
        "2025-02-23",
        "2025-02-24",
        ["segment", "months_paid", "jkm_bpu_waiting_months", "jkm_waiting_also_earlier"],
    )
    assert "Permenaker 1/2025" in semesta("law", "show", "jkm_in_waiting_time").out


def test_a_value_is_shown_with_its_days_and_articles():
    steps = {step["from"]: step["value"] for step in asked("law", "parameters", "jkm_grant")["steps"]}
    assert (steps["2015-07-01"], steps["2019-12-02"]) == (16_200_000, 20_000_000)
    assert "Rp20.000.000" in semesta("law", "parameters", "jkm_grant").out
    assert len(asked("law", "parameters")) == len(LAW.book.parameters)


def test_changes_are_told_between_two_days_both_included():
    (change,) = [c for c in asked("law", "changes", "2019-12-02", "2019-12-02") if c["name"] == "jkm_grant"]
    assert (change["before"], change["after"]) == ("Rp16.200.000", "Rp20.000.000")
    assert asked("law", "changes", "2019-12-03", "2019-12-31") == []


def test_a_version_of_a_rule_is_a_change_too():
    assert "jkm_in_waiting_time" in {c["name"] for c in asked("law", "changes", "2025-02-24", "2025-02-24")}


def test_what_is_not_verified_is_told_with_its_note():
    doubts = asked("law", "unverified")
    assert len(doubts) == len(LAW.unverified())
    assert all(doubt["note"] for doubt in doubts)
    assert "bpu_basis_by_income" in semesta("law", "unverified").out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["show", "jkm_benefi"], "jkm_benefit"),
        (["parameters", "jkm_gran"], "jkm_grant"),
        (["changes", "2025-01-01", "besok"], "besok"),
        (["changes", "2025-02-01", "2025-01-01"], "2025-02-01"),
    ],
)
def test_wrong_names_and_days_are_told_in_one_line(arguments, named):
    said = semesta("law", *arguments)
    assert (said.exit_code, len(said.err.splitlines())) == (2, 1)
    assert named in said.err


# semesta compute


def people(rows: Sequence[Mapping[str, Any]], path: Path) -> Path:
    frame = pl.DataFrame(rows, schema_overrides={"months_paid": pl.Int64, "wage_per_month": pl.Int64})
    if path.suffix == ".csv":
        frame.write_csv(path)
    else:
        frame.write_parquet(path)
    return path


ROWS = [
    {"id": "a", "day": dt.date(2025, 2, 23), "segment": "BPU", "months_paid": 2},
    {"id": "b", "day": dt.date(2025, 2, 24), "segment": "BPU", "months_paid": 2},
    {"id": "c", "day": dt.date(2019, 12, 1), "segment": "PU", "months_paid": None},
    {"id": "d", "day": dt.date(2025, 2, 24), "segment": "BPU", "months_paid": None},
]


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize("kind", ["parquet", "csv"])
def test_each_row_is_computed_by_the_law_of_its_own_day(tmp_path, engine, kind):
    file = people(ROWS, tmp_path / f"people.{kind}")
    summary = asked("compute", "jkm_benefit", file, "--date", "day", "-o", tmp_path / "out.parquet", "--engine", engine)
    found = pl.read_parquet(tmp_path / "out.parquet")
    assert found["id"].to_list() == ["a", "b", "c", "d"]
    assert found["jkm_benefit"].to_list() == [42_000_000, 10_000_000, 24_000_000, None]
    # Of b nobody knows whether the waiting time held for who registered before it.
    assert summary["rules"] == {"jkm_benefit": {"no_law": 0, "unverified": 1, "missing": 1}}


def test_rows_without_law_are_counted_and_end_with_2_and_what_is_written_is_whole(tmp_path):
    rows = [*ROWS, {"id": "e", "day": dt.date(1999, 1, 1), "segment": "PU", "months_paid": 1}]
    out = tmp_path / "out.parquet"
    said = semesta("compute", "jkm_benefit", people(rows, tmp_path / "p.parquet"), "--date", "day", "-o", out)
    assert (said.exit_code, said.err.strip()) == (
        2,
        "1 baris tanpa hukum pada tanggalnya; yang pertama baris 5, 1 Januari 1999",
    )
    assert pl.read_parquet(out)["jkm_benefit__no_law"].to_list() == [False, False, False, False, True]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.parquet", "p.parquet"]


def test_every_missing_column_is_named_with_the_nearest_and_nothing_is_written(tmp_path):
    rows = [{"id": "a", "day": dt.date(2025, 3, 1), "segmen": "BPU"}]
    said = semesta(
        *("compute", "jkm_benefit", people(rows, tmp_path / "p.parquet"), "--date", "day", "-o", tmp_path / "o.parquet")
    )
    assert said.exit_code == 2
    assert "segment (yang mirip: segmen)" in said.err
    assert not (tmp_path / "o.parquet").exists()


def test_columns_that_no_row_needs_may_be_absent(tmp_path):
    rows = [{"day": dt.date(2025, 3, 1), "segment": "PU", "wage_per_month": 10_000_000, "risk_class": 3}]
    file = people(rows, tmp_path / "p.parquet")
    asked("compute", "jkk_contribution", file, "--date", "day", "-o", tmp_path / "o.parquet")
    assert pl.read_parquet(tmp_path / "o.parquet")["jkk_contribution"].to_list() == [89_000]


def test_all_columns_that_together_make_a_result_are_named(tmp_path):
    rows = [{"day": dt.date(2025, 3, 1), "segment": "PU"}]
    file = people(rows, tmp_path / "p.parquet")
    said = semesta("compute", "jkk_contribution", file, "--date", "day", "-o", tmp_path / "o.parquet")
    assert said.exit_code == 2
    assert {"wage_per_month", "risk_class"} <= set(said.err.split())


def test_an_input_with_a_usual_value_that_looks_misspelt_is_asked_about(tmp_path):
    rows = [{"day": dt.date(2025, 3, 1), "segment": "BPU", "income_per_mont": 5_000_000}]
    file = people(rows, tmp_path / "p.parquet")
    said = semesta("compute", "jkk_contribution", file, "--date", "day", "-o", tmp_path / "o.parquet")
    assert "income_per_month (yang mirip: income_per_mont)" in said.err


def test_a_scenario_computes_a_law_that_is_not_and_marks_what_rests_on_it(tmp_path):
    scenario = tmp_path / "scenario.yaml"
    scenario.write_text("since: 2025-01-01\nvalues: {jkm_grant: 25000000}\n")
    out = tmp_path / "o.parquet"
    summary = asked(
        *("compute", "jkm_benefit", people(ROWS, tmp_path / "p.parquet"), "--date", "day", "-o", out),
        *("--scenario", scenario),
    )
    assert pl.read_parquet(out)["jkm_benefit"].to_list() == [47_000_000, 10_000_000, 24_000_000, None]
    # What is supposed, and who may have registered before the waiting time began.
    assert summary["rules"]["jkm_benefit"]["unverified"] == 2


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["jkm_benefi,abc", "p.parquet", "--date", "day"], ["jkm_benefi", "jkm_benefit", "abc"]),
        (["jkm_benefit", "none.parquet", "--date", "day"], ["none.parquet"]),
        (["jkm_benefit", "p.xlsx", "--date", "day"], ["Parquet"]),
        (["jkm_benefit", "p.parquet", "--date", "dey"], ["dey", "day"]),
        (["jkm_benefit", "p.parquet", "--date", "id"], ["id", "Date"]),
        (["jkm_benefit", "p.parquet", "--date", "day", "--scenario", "p.yaml"], ["since", "values"]),
    ],
)
def test_wrong_use_of_compute_is_told_without_traceback(tmp_path, monkeypatch, arguments, named):
    monkeypatch.chdir(tmp_path)
    people(ROWS, Path("p.parquet"))
    Path("p.yaml").write_text("jkm_grant: 1\n")
    said = semesta("compute", *arguments, "-o", "o.parquet")
    assert said.exit_code == 2
    assert not Path("o.parquet").exists()
    for part in named:
        assert part in said.err


# Help


@pytest.mark.parametrize(
    "command",
    [
        ["contribution"],
        ["benefit"],
        ["compute"],
        ["law"],
        *(["law", name] for name in ("list", "show", "parameters", "changes", "unverified")),
    ],
    ids=" ".join,
)
def test_every_command_has_help_with_an_example(command):
    said = semesta(*command, "--help")
    assert said.exit_code == 0
    assert f"Contoh: semesta {' '.join(command)}" in " ".join(said.out.split())
