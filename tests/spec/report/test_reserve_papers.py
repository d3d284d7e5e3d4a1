"""Claim reserves on paper: what charts and tables show of what is not known, and where the mark of young schemes stands."""

import dataclasses
import datetime as dt
import sys
from pathlib import Path

import numpy as np
import pytest

from semesta.planning.in_words import share_span
from semesta.planning.reserves.mack import Developed
from semesta.planning.reserves.reserves import Held, Reserves
from semesta.report.content import Chart, Table
from semesta.report.reserves import told
from semesta.report.reserves.blocks import event_rows, printed_triangle
from semesta.report.reserves.document import document

sys.path.insert(0, str(Path(__file__).parents[1] / "planning"))
from reserve_lists import DAY, claims, counted, only

MONTHS = 30


def held(months: int = MONTHS, *, fallen: int = 0) -> Held:
    """A scheme of so many months with the last two still developing; `fallen` months less, so that it is young."""
    first = DAY(2023, 7, 1)
    days = [(dt.date(2023 + (6 + n) // 12, (6 + n) % 12 + 1, 3), n) for n in range(months)]
    rows = [(day, day, 40_000_000 + n) for day, n in days[fallen:]] * 5
    triangle = only(counted(claims(*rows, segment="BPU")))
    assert triangle.first >= first
    size = triangle.size
    unreported, covariance = np.zeros(size), np.zeros((size, size))
    unreported[-2:] = 20e6, 90e6
    covariance[-2:, -2:] = [[1e14, 5e13], [5e13, 9e14]]
    return Held(triangle, Developed(triangle, np.full(size - 1, 1.01), unreported, covariance), None)


def paper(one: Held):
    found = Reserves(counted(claims((DAY(2025, 11, 3), DAY(2025, 11, 3), 1))), (one,), None, can_develop=True)
    return document(found, "id", today=DAY(2026, 1, 5))


def test_bars_of_longer_periods_hold_all_that_is_reported_and_all_that_is_not():
    one = held()
    rows = list(event_rows(one, "id"))
    assert len(rows) == 10  # thirty months in quarters
    assert sum(row["known"] for row in rows) == one.triangle.reported
    assert sum(row["expected"] for row in rows) == pytest.approx(110e6)


def test_the_range_of_periods_together_counts_what_their_errors_have_in_common():
    one = held()
    assert one.developed is not None
    last = list(event_rows(one, "id"))[-1]
    together = one.developed.unreported_of(range(MONTHS - 3, MONTHS))
    assert (last["low"], last["high"]) == (
        pytest.approx(last["known"] + together.low),
        pytest.approx(last["known"] + together.high),
    )
    assert np.log(together.high / together.low) / 2 / 1.645 == pytest.approx(
        np.log1p((1.1e15) / 110e6**2) ** 0.5, rel=0.001
    )


def test_what_is_reported_is_solid_what_is_not_is_pale_and_its_range_a_line():
    [events, _] = [block for block in paper(held()).blocks if isinstance(block, Chart)]
    bars, ranges, *_ = (events.spec["datasets"][layer["data"]["name"]] for layer in events.spec["layer"][:2])
    assert {row["part"] for row in bars} == {"sudah dilaporkan", "belum dilaporkan, garis: selang 90 %"}
    assert [row["high"] > row["low"] for row in ranges] == [True]


def test_a_young_scheme_bears_its_mark_at_its_figure_and_on_each_chart():
    young = paper(held(fallen=12))
    tables = [block for block in young.blocks if isinstance(block, Table)]
    assert "belum matang, kecil" in tables[0].rows[0][4]
    charts = [block for block in young.blocks if isinstance(block, Chart)]
    assert all("(belum matang, kecil)" in chart.caption for chart in charts)
    assert "belum matang, kecil" in str(charts[0].spec)
    old = [block for block in paper(held()).blocks if isinstance(block, Chart)]
    assert not any("belum matang" in chart.caption + str(chart.spec) for chart in old)


def test_a_long_triangle_is_printed_in_periods_that_are_said():
    heads, rows, unit = printed_triangle(held(), "id")
    assert (heads[0], heads[-1], len(heads), len(rows), unit) == ("Kejadian", "Kini", 7, 10, "Rp juta")
    caption = next(block for block in paper(held()).blocks if isinstance(block, Table) and block.number == "2").caption
    assert "menurut triwulan kejadian" in caption


def test_without_the_library_only_what_is_reported_is_drawn():
    one = dataclasses.replace(held(), developed=None)
    assert {(row["expected"], row["low"]) for row in event_rows(one, "id")} == {(0, None)}
    assert told.unreported(one, "en") == "not known"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_ratios_from_one_figure_to_the_same_are_said_once(lang):
    assert share_span(0.2311, 0.2312, lang, 1) in ("23,1\u00a0%", "23.1%")
    assert share_span(1.034, 1.078, "id", 1) == "103,4–107,8\u00a0%"
