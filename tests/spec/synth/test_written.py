"""Made-up lists on disk: they say that nobody in them exists, hold the same rows in every form, and are whole or not there."""

import datetime as dt
import json

import polars as pl
import pytest
from typer.testing import CliRunner

from semesta.basics.places import PLACES
from semesta.cli.main import app
from semesta.files.read import read
from semesta.synth import Wish, made
from semesta.synth.written import MANIFEST, write
from semesta.tables.registry import PEOPLE

SMALL = Wish("36.72", 200, 5, months=3)


def written(folder, form="parquet", chunk=100_000, rows_of_part=500_000):
    return write(made(SMALL, chunk=chunk), folder, wish=SMALL, form=form, rows_of_part=rows_of_part)


def test_the_files_say_that_nobody_in_them_exists(tmp_path):
    written(tmp_path / "city")

    told = json.loads((tmp_path / "city" / MANIFEST).read_text(encoding="utf-8"))
    assert told["synthetic"] is True
    assert pl.read_parquet_metadata(tmp_path / "city" / "workers.parquet")["synthetic"] == "true"


def test_the_truth_beside_made_up_lists_is_no_file_unknown_to_a_reader(tmp_path):
    written(tmp_path / "city")
    (tmp_path / "other" / "truth").mkdir(parents=True)

    def unknown(folder):
        problems = read([folder], today=dt.date(2026, 1, 1), places=PLACES, tables=PEOPLE).problems
        return [problem.file for problem in problems if problem.fault.cause == "unknown_file"]

    assert unknown(tmp_path / "city") == []
    assert unknown(tmp_path / "other") == ["truth"]


def test_parts_of_a_streamed_table_are_the_whole_one(tmp_path):
    written(tmp_path / "whole")
    written(tmp_path / "parts", chunk=64, rows_of_part=100)

    for table in ("workers", "participants", "payments", "households", "truth/workers"):
        parts = pl.read_parquet(tmp_path / "parts" / f"{table}-*.parquet")
        assert parts.equals(pl.read_parquet(tmp_path / "whole" / f"{table}.parquet")), table


def test_csv_holds_what_parquet_holds(tmp_path):
    written(tmp_path / "parquet")
    written(tmp_path / "csv", "csv", chunk=64)

    told = pl.read_csv(tmp_path / "csv" / "workers.csv", infer_schema=False)
    assert told["nik"].equals(pl.read_parquet(tmp_path / "parquet" / "workers.parquet")["nik"])


def test_a_workbook_has_the_same_bytes_on_each_run(tmp_path):
    for folder in ("one", "two"):
        written(tmp_path / folder, "xlsx")

    for name in ("workers.xlsx", "payments.xlsx"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_niks_are_texts_in_a_workbook(tmp_path):
    from python_calamine import load_workbook

    written(tmp_path / "book", "xlsx")
    header, *rows = load_workbook(tmp_path / "book" / "workers.xlsx").get_sheet_by_index(0).to_python()

    assert {type(row[header.index("nik")]) for row in rows} == {str}


def test_nothing_is_left_of_a_run_that_broke_off(tmp_path):
    def breaks():
        yield next(made(SMALL))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(breaks(), tmp_path / "city", wish=SMALL)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_files_is_not_written_into(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError):
        written(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


# ---- the command


def run(*args):
    return CliRunner().invoke(app(), ["synth", *map(str, args)])


def test_the_command_writes_lists_and_truth(tmp_path):
    told = run("--place", "36.72", "--workers", 150, "--seed", 7, "-o", tmp_path / "city")

    assert told.exit_code == 0, told.output
    assert pl.read_parquet(tmp_path / "city" / "workers.parquet").height == 150
    assert pl.read_parquet(tmp_path / "city" / "truth" / "workers.parquet").height == 150


def test_the_command_makes_lean_lists_of_a_province(tmp_path):
    told = run("--place", "36", "--workers", 900, "--people-only", "--chunk", 400, "-o", tmp_path / "lean")

    assert told.exit_code == 0, told.output
    assert pl.read_parquet(tmp_path / "lean" / "workers.parquet")["nik"].dtype == pl.Int64


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--place", "Nirwana"], "tidak dikenal"),
        (["--place", "36.72", "--workers", "100", "--participants", "3"], "paling sedikit"),
        (["--place", "36.72", "--as-of", "kemarin"], "2025-12-31"),
    ],
)
def test_wrong_use_is_told_in_one_line(tmp_path, args, said):
    told = run(*args, "-o", tmp_path / "city")

    assert told.exit_code == 2
    assert said in told.output
    assert "Traceback" not in told.output
    assert not (tmp_path / "city").exists()


def test_a_district_has_no_regency_to_live_in(tmp_path):
    told = run("--place", "36.72.01", "-o", tmp_path / "city")

    assert told.exit_code == 2
    assert "tidak ada kabupaten/kota" in told.output
