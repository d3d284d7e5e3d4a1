"""A day is read from every form a spreadsheet holds."""

import datetime as dt

import pytest

from semesta.basics.day import DayError, day

JULY_17 = dt.date(2024, 7, 17)


@pytest.mark.parametrize(
    "cell",
    [
        JULY_17,
        dt.datetime(2024, 7, 17),
        dt.datetime(2024, 7, 17, 23, 59),
        45490,
        45490.0,
        45490.75,
        20240717,
        "45490",
        "45490.0",
        "20240717",
        "17 Juli 2024",
        "17 juli 2024",
        "17 JULI 2024",
        "  17   Juli\u00a02024 ",
        "17 Jul 24",
        "17 Jul 2024",
        "17-Jul-24",
        "17-Jul-2024",
        "17 July 2024",
        "July 17, 2024",
        "July 17 2024",
        "17th July 2024",
        "17/07/2024",
        "17/7/2024",
        "17/07/24",
        "17-7-2024",
        "17.07.2024",
        "17 07 2024",
        "2024-07-17",
        "2024/07/17",
        "2024.07.17",
        "2024-07-17 00:00:00",
        "2024-07-17T10:20:30Z",
        "17/07/2024 10:30",
        "17 Juli 2024 pukul 10.00 WIB",
        "Rabu, 17 Juli 2024",
        "Rabu 17 Juli 2024",
        "Rabu, 17/07/2024",
        "Wednesday, 17 July 2024",
        "tanggal 17 Juli 2024",
        "Tgl. 17 Juli 2024",
        "per 17 Juli 2024",
        "'17/07/2024",
    ],
)
def test_one_day_written_in_many_ways_is_one_day(cell):
    read = day(cell)
    assert (read.value, read.doubt) == (JULY_17, None)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("1 Januari 2024", 1),
        ("1 Pebruari 2024", 2),
        ("1 Peb 2024", 2),
        ("1 Maret 2024", 3),
        ("1 Mei 2024", 5),
        ("1 May 2024", 5),
        ("1 Agustus 2024", 8),
        ("1 Agt 2024", 8),
        ("1 Ags. 2024", 8),
        ("1 Aug 2024", 8),
        ("1 Sept 2024", 9),
        ("1 Oktober 2024", 10),
        ("1 Oct 2024", 10),
        ("1 Nopember 2024", 11),
        ("1 Desember 2024", 12),
        ("1 Dec 2024", 12),
    ],
)
def test_months_are_named_in_both_languages_and_in_old_spellings(text, month):
    assert day(text).value == dt.date(2024, month, 1)


def test_the_day_comes_first_where_both_orders_are_possible():
    assert day("03/04/2024").value == dt.date(2024, 4, 3)
    assert day("03/04/2024").doubt is None


@pytest.mark.parametrize(
    ("text", "value", "doubt"),
    [
        ("07/17/2024", JULY_17, "month_first"),
        ("Kamis, 17 Juli 2024", JULY_17, "weekday"),
        ("17 Juli 76", dt.date(1976, 7, 17), "short_year"),
        ("17/07/99", dt.date(1999, 7, 17), "short_year"),
        ("Jum'at, 19 Juli 2024", dt.date(2024, 7, 19), None),
        ("Minggu, 21 Juli 2024", dt.date(2024, 7, 21), None),
        ("29 Februari 2024", dt.date(2024, 2, 29), None),
    ],
)
def test_a_doubtful_day_is_read_and_says_what_is_doubtful(text, value, doubt):
    read = day(text)
    assert (read.value, read.doubt) == (value, doubt)


def test_serial_numbers_count_as_excel_counts():
    assert day(36526).value == dt.date(2000, 1, 1)
    assert day(10000).value == dt.date(1927, 5, 18)
    assert day(73415).value == dt.date(2100, 12, 31)


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        ("31/02/2024", "impossible"),
        ("29 Februari 2023", "impossible"),
        ("32/01/2024", "impossible"),
        ("17/13/2024", "impossible"),
        ("0/1/2024", "impossible"),
        ("2024-02-30", "impossible"),
        (20241332, "impossible"),
        ("17 Juli 1850", "out_of_range"),
        (dt.date(2101, 1, 1), "out_of_range"),
        (2024, "only_year"),
        ("2024", "only_year"),
        ("Juli 2024", "only_month"),
        ("2024-07", "only_month"),
        ("07/2024", "only_month"),
        ("17 Juli", "text"),
        (12, "number"),
        (377162, "number"),
        (-45490, "number"),
        (float("nan"), "number"),
        (float("inf"), "number"),
        (73416, "number"),
        (dt.time(10, 0), "time"),
        (dt.timedelta(days=1), "time"),
        (True, "boolean"),
        ("#REF!", "error_cell"),
        ("-", "no_value"),
        ("belum ada", "no_value"),
        ("besok", "text"),
        ("17 Jula 2024", "text"),
        (None, "text"),
    ],
)
def test_what_is_no_day_says_what_it_looks_like(cell, cause):
    with pytest.raises(DayError) as caught:
        day(cell)
    assert caught.value.cause == cause
