"""The example city: its committed files are what its script writes, and all of them are read."""

import datetime as dt
import runpy
import zipfile
from pathlib import Path

import pytest

from semesta.basics.places import PLACES
from semesta.files.read import read
from semesta.tables.registry import PEOPLE, TABLES

EXAMPLES = Path(__file__).parents[3] / "examples"
CITY = EXAMPLES / "kota-contoh"


def held(path):
    """What a file holds; of a workbook its parts, since other versions of zlib pack them otherwise."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


@pytest.fixture(scope="module")
def city():
    places = PLACES.with_file(CITY / "places.csv")
    return read([CITY], today=dt.date(2026, 1, 20), places=places, tables={**TABLES, **PEOPLE})


def test_the_files_are_what_the_script_writes(tmp_path):
    runpy.run_path(str(EXAMPLES / "kota_contoh.py"))["main"](tmp_path)

    for path in sorted(tmp_path.iterdir()):
        assert held(path) == held(CITY / path.name), path.name
    assert {path.name for path in CITY.iterdir()} == {path.name for path in tmp_path.iterdir()} | {
        "README.md",
        "rencana.yaml",
    }


def test_every_person_of_every_list_is_read(city):
    rows = {table: frame.height for table, frame in city.frames.items()}

    assert rows["workers"] == 620
    assert rows["participants"] == 540
    assert min(rows[table] for table in ("payments", "claim_cases", "deaths", "households", "budgets", "meeting")) > 0
    assert set(city.set_aside.values()) == {0}


def test_the_sheet_whose_niks_became_numbers_says_so_once(city):
    told = [problem for problem in city.problems if problem.fault.cause == "nik.number"]

    assert [problem.file for problem in told] == ["4 NELAYAN 2026.xlsx"]
    assert city.frames["workers"].filter(_file="4 NELAYAN 2026.xlsx")["nik"].is_null().all()


def test_the_list_that_came_back_from_bpjs_has_its_status(city):
    returned = city.frames["workers"].filter(_file="5 Pekerja rentan kembali dari BPJS.xlsx")

    assert set(returned["bpjs_status"]) == {"active", "inactive", "unregistered"}


def test_most_people_have_what_registration_asks_for_and_some_lack_something(city):
    asked = city.frames["workers"].select("nik", "birth_date", "sex", "phone", "mother_name", "wage")
    complete = asked.drop_nulls().height

    assert 0.5 < complete / asked.height < 0.9
