"""A value written into a cell again is read as the same value with the same last digit."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from semesta.tables import types
from semesta.tables.types import Reading
from semesta.tables.written import written

UNITS = st.sampled_from(["", " ribu", " juta", " miliar", " triliun"])


def read(type_, cell):
    found = type_.read(cell)
    assert isinstance(found, Reading)
    return found.value, Decimal(repr(found.step or 1))


@given(st.integers(1, 99_999), st.integers(0, 2), UNITS)
def test_an_amount_keeps_its_digits(number, decimals, unit):
    cell = f"{number},{number % 10**decimals:0{decimals}d}{unit}" if decimals and unit else f"{number}{unit}"
    value, step = read(types.RUPIAH, cell)
    assert read(types.RUPIAH, written(value, float(step))) == (value, step)


@given(st.integers(0, 2**53))
def test_a_count_is_written_as_it_is(number):
    assert read(types.COUNT, written(number, 1.0)) == (number, 1)


@given(st.integers(0, 10_000), st.integers(0, 2))
def test_a_share_keeps_its_digits(number, decimals):
    value, step = read(types.SHARE, f"{Decimal(number).scaleb(-decimals)} %")
    again, step_again = read(types.SHARE, written(value, float(step)))
    assert (round(again, 9), step_again) == (round(value, 9), step)


@given(st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 3)))
def test_a_quantity_keeps_its_value(number):
    again, _ = read(types.QUANTITY, written(number))
    assert abs(again - number) < 1e-9


@given(st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2090, 1, 1)))
def test_a_day_is_read_again(day):
    assert types.DAY.read(written(day)).value == day


@given(st.booleans())
def test_yes_and_no_are_read_again(answer):
    assert types.YES_NO.read(written(answer)).value is answer
