"""What is wrong with a table that is to be computed: all of it at once, nothing replaced unasked, nothing half written."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time

import polars as pl
import pytest
from asking import asked, semesta

ROWS = pl.DataFrame(
    {
        "day": [dt.date(2025, 2, 23), dt.date(2025, 2, 24), dt.date(1999, 1, 1)],
        "segment": ["BPU", "BPU", "PU"],
        "months_paid": [2, 2, None],
    },
    schema_overrides={"months_paid": pl.Int64},
)
ENGINES = pytest.mark.parametrize("engine", ["polars", "duckdb"])


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def computed(table: pl.DataFrame, *options: object, rules: str = "jkm_benefit"):
    table.write_parquet("in.parquet")
    return semesta("compute", rules, "in.parquet", "--date", "day", "-o", "out.parquet", *options)


def there() -> list[str]:
    return sorted(os.listdir("."))


# Rows


@ENGINES
def test_the_first_row_without_law_is_told_with_its_day(engine):
    said = computed(ROWS, "--engine", engine, "--lang", "en", "--json")
    assert said.exit_code == 2
    assert "the first is row 3, 1 January 1999" in said.err
    assert json.loads(said.out)["first_row_without_law"] == {"row": 3, "date": "1999-01-01"}
    assert pl.read_parquet("out.parquet").height == 3


@ENGINES
def test_values_that_are_not_allowed_are_counted_and_told_and_not_taken_for_missing_in_silence(engine):
    wrong = ROWS.head(2).with_columns(segment=pl.Series(["BPUU", "BPU"]), months_paid=pl.Series([1, -3]))
    said = computed(wrong, "--engine", engine, "--json")
    assert said.exit_code == 2
    assert json.loads(said.out)["unusable_values"] == {
        "segment": {"rows": 1, "first": "BPUU"},
        "months_paid": {"rows": 1, "first": -3},
    }
    assert "yang mirip: BPU" in said.err
    assert "months_paid = -3 di bawah nol" in said.err


def test_a_table_without_rows_gives_one_without_rows():
    assert computed(ROWS.head(0)).exit_code == 0
    assert pl.read_parquet("out.parquet").height == 0


# Columns


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"months_paid": pl.lit(2.0)}, "months_paid: kolom bertipe Float64, seharusnya bilangan bulat"),
        ({"months_paid": pl.lit("2")}, "months_paid: kolom bertipe String, seharusnya bilangan bulat"),
        ({"segment": pl.lit(1)}, "segment: kolom bertipe Int32, seharusnya teks"),
        ({"day": pl.lit("2025-02-24")}, "day: kolom bertipe String, seharusnya tanggal (Date)"),
        ({"day": pl.lit(dt.datetime(2025, 2, 24))}, "day: kolom bertipe Datetime, seharusnya tanggal (Date)"),
        ({"jkm_benefit": pl.lit(1)}, "jkm_benefit: kolom ini sudah ada"),
    ],
    ids=["float", "text", "number", "day as text", "time", "own column"],
)
@ENGINES
def test_a_column_of_another_type_is_told_with_the_type_it_should_have(engine, changed, told):
    said = computed(ROWS.with_columns(**changed), "--engine", engine)
    assert (said.exit_code, said.err.strip()) == (2, told)
    assert there() == ["in.parquet"]


def test_a_csv_with_another_separator_is_told():
    with open("in.csv", "w") as file:
        file.write("day;segment;months_paid\n2025-02-24;BPU;2\n")
    said = semesta("compute", "jkm_benefit", "in.csv", "--date", "day", "-o", "out.parquet")
    assert "terbaca sebagai satu kolom; pisahkan kolom dengan koma" in said.err


# Files


@pytest.mark.parametrize(("name", "text"), [("broken.parquet", "hello"), ("empty.csv", "")])
def test_a_file_that_cannot_be_read_is_told_without_traceback(name, text):
    with open(name, "w") as file:
        file.write(text)
    said = semesta("compute", "jkm_benefit", name, "--date", "day", "-o", "out.parquet")
    assert (said.exit_code, len(said.err.splitlines())) == (2, 1)
    assert f"{name}: tidak dapat dibaca" in said.err
    assert there() == [name]


def test_everything_that_is_wrong_with_the_question_is_told_at_once():
    with open("people.xlsx", "w") as file:
        file.write("")
    said = semesta("compute", "jkm_bnefit,jkk_benfit", "people.xlsx", "--date", "day", "-o", "no/out.csv")
    assert said.exit_code == 2
    for part in (
        "jkm_bnefit",
        "yang mirip: jkm_benefit",
        "jkk_benfit",
        "CSV UTF-8",
        "hasil selalu Parquet",
        "no: folder",
    ):
        assert part in said.err


def test_a_result_replaces_nothing_unless_asked_and_never_its_input():
    assert computed(ROWS.head(2)).exit_code == 0
    first = pl.read_parquet("out.parquet")
    again = computed(ROWS.head(1))
    assert (again.exit_code, "--force" in again.err) == (2, True)
    assert pl.read_parquet("out.parquet").equals(first)
    assert computed(ROWS.head(1), "--force").exit_code == 0
    assert pl.read_parquet("out.parquet").height == 1
    own = semesta("compute", "jkm_benefit", "in.parquet", "--date", "day", "-o", "in.parquet", "--force")
    assert "hasil akan menimpa masukannya" in own.err
    assert pl.read_parquet("in.parquet").equals(ROWS.head(1))


def test_the_same_question_twice_gives_the_same_result():
    assert computed(ROWS.head(2)).exit_code == 0
    first = pl.read_parquet("out.parquet")
    assert computed(ROWS.head(2), "--force").exit_code == 0
    assert pl.read_parquet("out.parquet").equals(first)


def test_unknown_rules_are_told_in_english_on_request():
    assert "did you mean jkm_benefit" in computed(ROWS, "--lang", "en", rules="jkm_bnefit").err


# Ctrl+C


@ENGINES
def test_an_interrupted_computation_leaves_nothing_and_says_so(engine):
    rows = 6_000_000
    numbers = pl.int_range(rows, eager=True)
    many = pl.DataFrame({"segment": pl.repeat("PU", rows, eager=True), "wage_per_month": numbers + 1_000_000})
    many.with_columns(day=pl.lit(dt.date(2020, 1, 1)) + pl.duration(days=numbers % 2000)).write_parquet("in.parquet")
    command = [sys.executable, "-m", "semesta", "compute", "jht_contribution,jp_contribution,jkm_contribution"]
    options = ["in.parquet", "--date", "day", "-o", "out.parquet", "--engine", engine]
    process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    while process.poll() is None and len(there()) == 1:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, there()) == (130, ["in.parquet"])
    assert "Dihentikan" in err
    assert "Traceback" not in err


def test_rows_are_told_in_the_summary():
    assert computed(ROWS.head(2)).out.startswith("2 baris dihitung: out.parquet")
    assert asked("compute", "jkm_benefit", "in.parquet", "--date", "day", "-o", "other.parquet")["rows"] == 2
