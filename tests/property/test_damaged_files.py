"""Whatever happened to the bytes of a file: problems, never an exception."""

import datetime as dt
import io
import tempfile
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from semesta.basics.places import PLACES
from semesta.files.annotated import annotated_copy
from semesta.files.read import read

CSV = b"place;persons;as_of\n36.72;5;2024-07-17\nAtlantis;x;2024-07-17\n"
DAMAGE = st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 20), st.binary(max_size=8)), min_size=1, max_size=6)
FEW = settings(max_examples=60)


def workbook():
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("population")
        for number, line in enumerate(CSV.decode().splitlines()):
            sheet.write_row(number, 0, line.split(";"))
        sheet.merge_range(5, 0, 6, 1, "x")
        sheet.write_formula(1, 4, "=1+1", None, 2)
    return buffer.getvalue()


def damaged(content, damage):
    """The content with bytes cut out and others put in at these places."""
    for where, cut, put in damage:
        at = int(where * len(content))
        content = content[:at] + put + content[at + cut :]
    return content


def read_and_mark(content, name):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        dataset = read([path], today=dt.date(2024, 8, 1), places=PLACES)
        annotated_copy(path, dataset.problems)
        return dataset


@FEW
@given(DAMAGE)
def test_a_damaged_archive_is_met(damage):
    read_and_mark(damaged(workbook(), damage), "monev.xlsx")


@pytest.mark.parametrize(
    "part",
    [
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
    ],
)
@settings(FEW, max_examples=25)
@given(damage=DAMAGE)
def test_a_damaged_part_of_a_workbook_is_met(part, damage):
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, damaged(old.read(name), damage) if name == part else old.read(name))
    read_and_mark(buffer.getvalue(), "monev.xlsx")


@FEW
@given(DAMAGE)
def test_a_damaged_csv_is_met(damage):
    dataset = read_and_mark(damaged(CSV, damage), "population.csv")
    assert sum(dataset.read.values()) >= sum(frame.height for frame in dataset.frames.values())
