"""Periods that mean the same are the same, however they were written."""

import datetime as dt

import pytest

from semesta.basics.period import Period, joined


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2024", "2024"),
        (" 2024 ", "2024"),
        ("2024.0", "2024"),
        ("tahun 2024", "2024"),
        ("Tahun Anggaran 2024", "2024"),
        ("TA 2024", "2024"),
        ("2024-01/2024-12", "2024"),
        ("2024-01-01/2024-12-31", "2024"),
        ("Januari–Desember 2024", "2024"),
        ("2024-07", "2024-07"),
        ("2024/07", "2024-07"),
        ("2024-7", "2024-07"),
        ("07/2024", "2024-07"),
        ("7/2024", "2024-07"),
        ("07-2024", "2024-07"),
        ("202407", "2024-07"),
        ("Juli 2024", "2024-07"),
        ("Jul 2024", "2024-07"),
        ("Jul 24", "2024-07"),
        ("Jul-24", "2024-07"),
        ("Jul 98", "1998-07"),
        ("bulan Juli 2024", "2024-07"),
        ("Juli tahun 2024", "2024-07"),
        ("July 2024", "2024-07"),
        ("2024-07-01/2024-07-31", "2024-07"),
        ("2024-01/2024-07", "2024-01/2024-07"),
        ("2024-01/07", "2024-01/2024-07"),
        ("Januari–Juli 2024", "2024-01/2024-07"),
        ("Januari - Juli 2024", "2024-01/2024-07"),
        ("Januari-Juli 2024", "2024-01/2024-07"),
        ("Jan s.d. Jul 2024", "2024-01/2024-07"),
        ("Jan s/d Jul 2024", "2024-01/2024-07"),
        ("Januari sd Juli 2024", "2024-01/2024-07"),
        ("Januari sampai dengan Juli 2024", "2024-01/2024-07"),
        ("Januari 2024 s.d. Juli 2024", "2024-01/2024-07"),
        ("January to July 2024", "2024-01/2024-07"),
        ("Nov 2023 – Feb 2024", "2023-11/2024-02"),
        ("2019/2021", "2019/2021"),
        ("2019–2021", "2019/2021"),
        ("2019-2021", "2019/2021"),
        ("2019 - 2021", "2019/2021"),
        ("2019 s.d. 2021", "2019/2021"),
        ("tahun 2019 hingga tahun 2021", "2019/2021"),
        ("2019-01/2021-12", "2019/2021"),
        ("2019-01-01/2021-12-31", "2019/2021"),
        ("../2024-07-17", "../2024-07-17"),
        ("s.d. 17 Juli 2024", "../2024-07-17"),
        ("s/d 17 Juli 2024", "../2024-07-17"),
        ("hingga 17 Juli 2024", "../2024-07-17"),
        ("sampai dengan 17 Juli 2024", "../2024-07-17"),
        ("up to 17 July 2024", "../2024-07-17"),
        ("until 17/07/2024", "../2024-07-17"),
        ("s.d. Juli 2024", "../2024-07-31"),
        ("../2024-07", "../2024-07-31"),
        ("../2024", "../2024-12-31"),
        ("semester I 2024", "2024-01/2024-06"),
        ("Semester 2 Tahun 2024", "2024-07/2024-12"),
        ("triwulan III 2024", "2024-07/2024-09"),
        ("Triwulan ke-3 2024", "2024-07/2024-09"),
        ("TW IV 2024", "2024-10/2024-12"),
        ("TW I/2024", "2024-01/2024-03"),
        ("Q3 2024", "2024-07/2024-09"),
        ("2024-Q3", "2024-07/2024-09"),
        ("Triwulan I s.d. Triwulan III 2024", "2024-01/2024-09"),
        ("2024-07-17", "2024-07-17"),
        ("17 Juli 2024", "2024-07-17"),
        ("17/07/2024", "2024-07-17"),
        ("1–17 Juli 2024", "2024-07-01/2024-07-17"),
        ("1 s.d. 31 Juli 2024", "2024-07"),
        ("1 Januari s.d. 17 Juli 2024", "2024-01-01/2024-07-17"),
        ("Januari s.d. 17 Juli 2024", "2024-01-01/2024-07-17"),
        ("01/01/2024 - 17/07/2024", "2024-01-01/2024-07-17"),
        ("01/01/2024-17/07/2024", "2024-01-01/2024-07-17"),
        ("2024-01-01/2024-07-17", "2024-01-01/2024-07-17"),
    ],
)
def test_a_period_has_one_code_however_it_was_written(text, code):
    assert Period.parse(text).code == code
    assert Period.parse(code).code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "..",
        "../",
        "/2024",
        "2024/",
        "ngawur",
        "sejak 2019",
        "2019/..",
        "2021/2019",
        "2024-07/2024-01",
        "2024-13",
        "13/2024",
        "12/24",
        "31/02/2024",
        "2024-02-30",
        "1-31 Februari 2024",
        "1234",
        "3000",
        "20240",
        "semester III 2024",
        "triwulan V 2024",
        "Januari–Juli",
        "s.d. sekarang",
        "hingga saat ini",
        "7",
        "2024/2025/2026",
        "x" * 10_000,
        "-" * 10_000,
        "1-" * 49,
        "07/17/2024",
        "Kamis, 17 Juli 2024",
    ],
)
def test_nonsense_is_no_period(text):
    with pytest.raises(ValueError, match=r"period|years|a year has"):
        Period.parse(text)


def test_a_period_knows_its_days_and_months():
    spell = Period.parse("2019/2021")
    assert (spell.start, spell.end, spell.months) == (dt.date(2019, 1, 1), dt.date(2021, 12, 31), 36)
    assert Period.parse("2024-02").end == dt.date(2024, 2, 29)
    assert Period.parse("2024-01/2024-07").months == 7
    assert Period.of(2024).code == "2024"
    assert Period.of(2024, 7).code == "2024-07"


def test_an_open_start_and_days_within_a_month_have_no_number_of_months():
    assert Period.parse("../2024-07-31").start is None
    assert Period.parse("../2024-07-31").months is None
    assert Period.parse("2024-01-01/2024-07-17").months is None


@pytest.mark.parametrize(
    ("code", "precise"),
    [("2024", False), ("2024-07", False), ("2024-07-17", True), ("../2024-07-17", True), ("../2024-07-31", False)],
)
def test_a_period_knows_whether_it_begins_or_ends_within_a_month(code, precise):
    assert Period.parse(code).is_day_precise is precise


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([f"2024-{m:02}" for m in range(1, 13)], "2024"),
        ([f"2024-{m:02}" for m in range(1, 8)], "2024-01/2024-07"),
        (["2021", "2019", "2020"], "2019/2021"),
        (["2024-01/2024-06", "2024-07/2024-12"], "2024"),
        (["2023", "2024-01/2024-07"], "2023-01/2024-07"),
        (["2024-07-01/2024-07-17", "2024-07-18/2024-07-31"], "2024-07"),
        (["../2023-12-31", "2024"], "../2024-12-31"),
        (["2024"], "2024"),
        ([], None),
        (["2019", "2021"], None),
        (["2024-01", "2024-01"], None),
        (["2024", "2024-01"], None),
        (["2024-01/2024-03", "2024-03/2024-06"], None),
        (["../2023-12-31", "../2024-12-31"], None),
    ],
)
def test_a_run_without_gap_or_overlap_is_one_period(parts, whole):
    run = joined([Period.parse(part) for part in parts])
    assert (run.code if run else None) == whole


def test_parts_tile_a_period_only_when_they_cover_it_exactly():
    year = Period.of(2024)
    months = [Period.of(2024, month) for month in range(1, 13)]
    assert year.tiled_by(months)
    assert year.tiled_by(reversed(months))
    assert year.tiled_by([year])
    assert not year.tiled_by(months[1:])
    assert not year.tiled_by([*months, months[0]])
    assert not year.tiled_by([])
    assert not year.tiled_by([*months, Period.of(2025, 1)])


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2024", "2024-07", True),
        ("2024-01/2024-07", "2024-07/2024-12", True),
        ("2024-01/2024-06", "2024-07/2024-12", False),
        ("../2024-07-17", "2019", True),
        ("../2024-07-17", "2024-07-18", False),
        ("../2024-07-17", "../2020-01-01", True),
    ],
)
def test_overlap_is_a_shared_day(one, other, shared):
    assert Period.parse(one).overlaps(Period.parse(other)) is shared
    assert Period.parse(other).overlaps(Period.parse(one)) is shared


def test_periods_are_ordered_by_their_end_and_then_by_their_start():
    codes = ["2024", "2023", "2024-12", "../2024-12-31", "2024-07-17"]
    assert [p.code for p in sorted(map(Period.parse, codes))] == [
        "2023",
        "2024-07-17",
        "../2024-12-31",
        "2024",
        "2024-12",
    ]


def test_a_period_that_ends_before_it_starts_cannot_be_made():
    with pytest.raises(ValueError, match="before"):
        Period(dt.date(2024, 7, 17), dt.date(2024, 7, 16))
