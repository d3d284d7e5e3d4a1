"""What holds of reading whatever the rows are."""

import datetime as dt
import io
import tempfile
from pathlib import Path

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from semesta.basics.places import PLACES
from semesta.files.read import read
from semesta.tables.registry import TABLES

TODAY = dt.date(2024, 12, 31)
HEADER = ["place", "group", "segment", "decile", "persons", "source", "as_of"]
ROW = st.tuples(
    st.sampled_from(["36.72", "Kota Cilegon", "3673", "Atlantis", "", None]),
    st.sampled_from(["rentan.nelayan", "Marbot", "Zodiak", ""]),
    st.sampled_from(["BPU", "PU", "Penerima Upah", ""]),
    st.sampled_from(["1", 2, "poor", ""]),
    st.one_of(st.integers(-2, 10**9), st.sampled_from(["1.000", "dua", "2 ribu", "", True])),
    st.text(alphabet="abc =+-@\u00e9\n", max_size=8),
    st.sampled_from(["2024-07-17", "17 Juli 2024", dt.date(2024, 7, 17), "2031-01-01", ""]),
)
ROWS = st.lists(ROW, max_size=12)
FEW = settings(max_examples=40)


def workbook(rows):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        sheet = book.add_worksheet("population")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate([HEADER, *rows]):
            for column, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(number, column, dt.datetime.combine(cell, dt.time()), day)
                elif cell is not None:
                    sheet.write(number, column, cell)
    return buffer.getvalue()


def dataset_of(*contents):
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{n}.xlsx" for n in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content)
        return read(paths, today=TODAY, places=PLACES)


@FEW
@given(ROWS)
def test_every_row_met_is_either_in_the_frame_or_set_aside(rows):
    dataset = dataset_of(workbook(rows))
    height = dataset.frames["population"].height
    assert dataset.read["population"] == height + dataset.set_aside["population"]
    assert height <= len(rows)


@FEW
@given(ROWS)
def test_a_row_in_the_frame_has_no_error_and_one_set_aside_has(rows):
    dataset = dataset_of(workbook(rows))
    faulty = {p.row for p in dataset.problems if p.is_error}
    assert faulty.isdisjoint(dataset.frames["population"]["_row"].to_list())
    assert len(faulty) == dataset.set_aside["population"]


@FEW
@given(ROWS)
def test_reading_twice_is_reading_once(rows):
    content = workbook(rows)
    once, again = dataset_of(content), dataset_of(content)
    assert once.problems == again.problems
    twice = dataset_of(content, content)
    assert twice.frames["population"].equals(once.frames["population"])
    assert [p.fault.cause for p in twice.problems if p.file == "1.xlsx"] == ["same_file_twice"]


@FEW
@given(ROWS)
def test_what_was_read_reads_back_equal_from_parquet_and_csv(rows):
    columns = [c.name for c in TABLES["population"].columns]
    first = dataset_of(workbook(rows)).frames["population"].select(columns)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("population.parquet", "population.csv"):
            path = Path(folder) / name
            first.write_parquet(path) if name.endswith("parquet") else first.write_csv(path)
            if first.height:
                again = read([path], today=TODAY, places=PLACES).frames["population"].select(columns)
                assert again.drop("source").equals(first.drop("source"))
