"""What is said of single NIKs and of columns of them is the same, and a library that others use agrees."""

import datetime as dt

import polars as pl
from hypothesis import given
from hypothesis import strategies as st
from stdnum.exceptions import ValidationError
from stdnum.id import nik as stdnum_nik

from semesta.basics import nik
from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.files.encoded import encoded
from semesta.tables import person_checks, person_types, types
from semesta.tables.cells import Reading
from semesta.tables.table import Asked, Column

TODAY = dt.date(2026, 11, 21)
DIGITS = st.text("0123456789", min_size=16, max_size=16)
DAYS = st.builds(
    lambda region, day, month, year, serial: f"{region:06d}{day:02d}{month:02d}{year:02d}{serial:04d}",
    st.integers(110000, 969999),
    st.integers(0, 99),
    st.integers(0, 13),
    st.integers(0, 99),
    st.sampled_from([0, 1, 9999]),
)


@given(st.lists(DIGITS | DAYS, min_size=1, max_size=50))
def test_a_column_of_niks_is_judged_as_each_of_them(niks):
    asked = Asked(TODAY, regencies=frozenset({"3672"}))
    frame = pl.DataFrame({"nik": niks})
    born, serial, place = (check.breaks(asked) for check in person_checks.NIK_STRUCTURE)
    judged = frame.select(born.alias("birth_date"), serial.alias("serial"), place.alias("place"))
    for number, said in zip(niks, judged.iter_rows(named=True), strict=True):
        assert said["birth_date"] == (nik.fault(number, today=TODAY) == "birth_date")
        assert said["serial"] == (nik.fault(number, today=TODAY) == "serial")
        assert said["place"] == (number[:4] != "3672")


@given(st.dates(dt.date(1930, 1, 1), TODAY), st.sampled_from("LP"), st.integers(1, 9999))
def test_a_nik_says_what_it_was_made_of(born, sex, serial):
    day = born.day + (nik.FEMALE_DAY if sex == "P" else 0)
    made = f"367201{day:02d}{born:%m%y}{serial:04d}"
    parts = nik.parts(made, today=TODAY)
    assert parts is not None
    assert (parts.region, parts.sex, parts.serial) == ("36.72.01", sex, serial)
    assert parts.birth_date is not None
    assert parts.birth_date.year % 100 == born.year % 100
    assert parts.birth_date <= TODAY
    assert nik.fault(made, today=TODAY) is None


@given(DIGITS | DAYS | st.text(max_size=30))
def test_a_masked_nik_shows_no_more_than_the_regency(text):
    masked = nik.masked(text)
    assert len(masked) == len(text)
    assert set(masked[4:]) <= {nik.HIDDEN}


CELLS = (
    st.text(st.characters(codec="utf-8"), max_size=24)
    | st.from_regex(r"[A-Za-z0-9 .,'()#/-]{1,24}", fullmatch=True)
    | DIGITS
)
OWN = [types.TEXT, person_types.NIK, person_types.NAME, person_types.PHONE, person_types.KPJ, person_types.KK]


@given(st.sampled_from(OWN), st.lists(CELLS, min_size=100, max_size=140))
def test_texts_taken_all_at_once_are_what_reading_each_would_give(kind, cells):
    column = Column("c", kind, Words("c", "c"), Words("c", "c"))
    read = encoded(column, cells)
    for row, (cell, value) in enumerate(zip(cells, read.values.to_list(), strict=True)):
        if read.is_blank_at(row):
            assert value is None
            continue
        found = kind.read(cell)
        assert value == (found.value if isinstance(found, Reading) else None)
        assert isinstance(read.readings[read.codes[row]], Fault) == isinstance(found, Fault)


@given(DIGITS | DAYS)
def test_another_library_finds_the_same_niks_valid_but_for_what_it_overlooks(number):
    """It takes days 41 and more modulo 40, so that 81 passes for 1, knows neither serial 0000 nor all regencies."""
    try:
        stdnum_nik.get_birth_date(number)
        known = True
    except ValidationError:
        known = False
    own = nik.fault(number, today=TODAY) in (None, "serial")
    overlooked = int(number[6:8]) > 71
    assert known == own or overlooked
