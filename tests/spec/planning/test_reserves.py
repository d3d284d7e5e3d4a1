"""Claims by month of event and report: what stands in a triangle, in which periods, and what is said of it."""

import random

import numpy as np
import polars as pl
import pytest
from reserve_lists import DAY, TODAY, claims, counted, only

from semesta.basics.words import Words
from semesta.planning.reserves.cases import cases_of
from semesta.planning.reserves.mack import lognormal
from semesta.planning.reserves.triangle import triangles

GOOD = (DAY(2025, 11, 3), DAY(2025, 11, 28), 42)


def same(found, expected):
    return np.array_equal(found, expected, equal_nan=True)


def test_amounts_stand_by_event_month_and_delay_and_add_up_along_it():
    rows = claims(GOOD, (DAY(2025, 11, 9), DAY(2026, 1, 2), 10), (DAY(2025, 12, 1), DAY(2025, 12, 1), 5))
    found = only(counted(rows, as_of=DAY(2026, 1, 31)))
    assert same(found.amounts, [[42, 42, 52], [5, 5, np.nan], [0, np.nan, np.nan]])
    assert (list(found.latest), found.reported, found.first) == ([52, 5, 0], 57, DAY(2025, 11, 1))


def test_an_order_of_rows_changes_nothing():
    days = [(DAY(2025, 1 + n % 9, 3), DAY(2025, 1 + n % 9 + n % 3, 9), 10 + n) for n in range(40)]
    rows = [claims(day, segment="BPU" if n % 4 else "PU") for n, day in enumerate(days)]
    first = triangles(counted(*rows))
    random.Random(7).shuffle(rows)
    again = triangles(counted(*rows))
    assert [(one.segment, one.cases) for one in first] == [(one.segment, one.cases) for one in again]
    assert all(same(one.amounts, other.amounts) for one, other in zip(first, again, strict=True))


def test_each_programme_and_segment_has_its_own():
    rows = [
        claims(GOOD, programme=programme, segment=segment) for programme in ("JKM", "JKK") for segment in ("PU", "BPU")
    ]
    assert [(one.programme, one.segment) for one in triangles(counted(*rows))] == [
        ("JKK", "BPU"),
        ("JKK", "PU"),
        ("JKM", "BPU"),
        ("JKM", "PU"),
    ]


def test_what_was_paid_without_a_day_of_report_counts_on_the_day_it_was_paid():
    rows = claims((DAY(2025, 11, 3), None, 42)).with_columns(paid_on=pl.lit(DAY(2025, 12, 5)))
    cases = counted(rows)
    assert (list(only(cases).amounts[0]), cases.by_payment) == ([0, 42], 1)


@pytest.mark.parametrize(
    ("row", "codes", "reason"),
    [
        ((DAY(2025, 11, 3), DAY(2025, 11, 2), 42), {}, "before_event"),
        ((DAY(2025, 11, 3), DAY(2026, 1, 1), 42), {}, "report_later"),
        ((DAY(2026, 1, 1), DAY(2026, 1, 1), 42), {}, "event_later"),
        ((DAY(1905, 11, 3), DAY(2025, 11, 3), 42), {}, "before_law"),
        ((DAY(2025, 11, 3), None, 42), {}, "no_report"),
        ((None, DAY(2025, 11, 3), 42), {}, "no_event"),
        ((DAY(2025, 11, 3), DAY(2025, 11, 3), None), {}, "no_amount"),
        ((DAY(2025, 11, 3), DAY(2025, 11, 3), 0), {}, "not_positive"),
        ((DAY(2025, 11, 3), DAY(2025, 11, 3), -42), {}, "not_positive"),
        ((DAY(2025, 10, 31), DAY(2025, 11, 3), 42), {}, "earlier"),
        ((DAY(2025, 11, 3), DAY(2025, 11, 3), 42), {"programme": "JHT"}, "savings"),
        ((DAY(2025, 11, 3), DAY(2025, 11, 3), 42), {"status": "rejected"}, "rejected"),
        ((DAY(2020, 11, 3), DAY(2025, 11, 3), 42), {"benefit": "scholarship"}, "scholarship"),
    ],
)
def test_a_row_that_cannot_stand_in_it_is_counted_by_its_reason(row, codes, reason):
    cases = counted(claims(GOOD), claims(row, **codes), first=DAY(2025, 11, 1))
    assert (only(cases).cases, cases.left_out) == (1, {reason: 1})


def test_rows_that_reading_kept_out_are_counted_too():
    assert counted(claims(GOOD), set_aside=3).left_out == {"unread": 3}


def test_one_event_alone_is_a_triangle_of_its_own_months():
    found = only(counted(claims(GOOD), as_of=DAY(2025, 11, 30)))
    assert same(found.amounts, [[42]])


def test_a_day_within_a_month_counts_until_the_month_before():
    late = (DAY(2025, 12, 1), DAY(2025, 12, 2), 5)
    cases = counted(claims(GOOD, late), as_of=DAY(2025, 12, 15))
    assert (cases.until, cases.left_out) == (DAY(2025, 11, 30), {"event_later": 1})


def test_without_a_day_the_last_month_of_the_list_counts_unless_it_is_not_over():
    rows = claims(GOOD, (DAY(2026, 10, 3), DAY(2026, 11, 2), 5))
    assert cases_of(rows, today=TODAY).until == DAY(2026, 10, 31)
    assert cases_of(claims(GOOD), today=TODAY).until == DAY(2025, 11, 30)


def test_a_claim_paid_in_several_rows_is_one_case():
    assert only(counted(claims(GOOD, GOOD, id="K1"), claims(GOOD, GOOD))).cases == 3


def test_longer_periods_hold_the_same_rupiah_and_are_counted_back_from_the_last_day():
    days = [(DAY(2025, month, 3), DAY(2025, min(month + late, 12), 9), 1) for month in range(2, 13) for late in (0, 2)]
    months = only(counted(claims(*days)))
    quarters = months.by(3)
    assert (months.size, quarters.size, quarters.reported) == (11, 4, months.reported)
    assert [quarters.period(row).code for row in range(4)] == [
        "2025-02/2025-03",
        "2025-04/2025-06",
        "2025-07/2025-09",
        "2025-10/2025-12",
    ]
    # February and March: their own quarter holds each month's first report, April's the later ones.
    assert list(quarters.amounts[0]) == [2, 4, 4, 4]


def test_young_schemes_and_few_cases_are_marked():
    found = only(counted(claims(GOOD)))
    assert [doubt.en.split(":")[0] for doubt in found.doubts] == ["immature", "small"]
    assert found.mark == Words("belum matang, kecil", "immature, small")
    many = only(counted(claims(*[(DAY(2024, 1, 3), DAY(2024, 2, 1), 42)] * 100)))
    assert (many.doubts, bool(many.mark)) == ((), False)


def test_a_list_whose_reports_begin_long_after_its_events_says_so():
    old = (DAY(2025, 1, 3), DAY(2025, 11, 2), 42)
    assert only(counted(claims(GOOD, old))).has_older_events
    assert not only(counted(claims(GOOD, old), first=DAY(2025, 11, 1))).has_older_events


def test_a_range_is_lognormal_has_the_mean_within_it_and_never_falls_below_zero():
    found = lognormal(100.0, 80.0)
    assert 0 < found.low < 100 < found.high
    spread = np.log1p(0.64) ** 0.5
    drawn = np.exp(np.random.default_rng(1).normal(np.log(100) - spread**2 / 2, spread, 400_000))
    assert np.quantile(drawn, [0.05, 0.95]) == pytest.approx([found.low, found.high], rel=0.01)
    assert (drawn.mean(), drawn.std()) == pytest.approx((100, 80), rel=0.01)
    assert [lognormal(0, 0).high, lognormal(5, 0).low, lognormal(1, 10**9).high] == [0, 5, pytest.approx(1, abs=10)]
