"""What is not reported yet, by chainladder: held against the figures that Mack published, and against a chain ladder by hand."""

import datetime as dt
import sys
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from semesta.planning.reserves.mack import developed
from semesta.planning.reserves.triangle import Triangle

sys.path.insert(0, str(Path(__file__).parents[1] / "spec" / "law"))
from asking import asked, semesta

# Taylor and Ashe (1983), on which Mack (1993) shows his error: 18,681 thousand are not reported yet, with an error of 2,447.
ROWS = """
357848 1124788 1735330 2218270 2745596 3319994 3466336 3606286 3833515 3901463
352118 1236139 2170033 3353322 3799067 4120063 4647867 4914039 5339085
290507 1292306 2218525 3235179 3985995 4132918 4628910 4909315
310608 1418858 2195047 3757447 4029929 4381982 4588268
443160 1136350 2128333 2897821 3402672 3873311
396132 1333217 2180715 2985752 3691712
440832 1288463 2419861 3483130
359480 1421128 2864498
376686 1363294
344014
"""
# By year of origin, in thousands, as he published them.
ERRORS = [0, 76, 122, 134, 261, 411, 558, 875, 971, 1363]


def triangle(rows: list[list[float]]) -> Triangle:
    """Months from January 2024 on."""
    size = len(rows)
    amounts = np.array([[*row, *[np.nan] * (size - len(row))] for row in rows])
    last = dt.date(2024 + size // 12, size % 12 + 1, 1) - dt.timedelta(days=1)
    return Triangle("JKM", "BPU", dt.date(2024, 1, 1), last, 1, amounts, 1000, dt.date(2024, 1, 1))


@pytest.fixture(scope="module")
def published():
    found = developed(triangle([[float(n) for n in row.split()] for row in ROWS.strip().splitlines()]))
    assert found is not None
    return found


def test_reserve_and_errors_are_those_that_mack_published(published):
    assert published.all_unreported.central == pytest.approx(18_680_856, abs=1)
    assert published.error == pytest.approx(2_447_095, rel=0.001)
    assert published.ultimate == published.triangle.reported + 18_680_856
    assert np.sqrt(published.covariance.diagonal()) / 1000 == pytest.approx(ERRORS, abs=0.6)


def test_the_range_of_all_is_lognormal_around_mack_s_error(published):
    found = published.all_unreported
    assert (found.low, found.high) == (pytest.approx(14_945_956, rel=0.001), pytest.approx(22_955_180, rel=0.001))


def test_periods_together_are_less_sure_than_if_their_errors_had_nothing_in_common(published):
    alone = [published.unreported_of(range(row, row + 1)) for row in (8, 9)]
    both = published.unreported_of(range(8, 10))
    assert both.central == pytest.approx(sum(one.central for one in alone))
    assert sum(published.covariance[row, row] for row in (8, 9)) < published.covariance[8:, 8:].sum()
    assert both.high < sum(one.high for one in alone)


def test_factors_are_those_of_a_chain_ladder_by_hand():
    # (15 + 30 + 12) / (10 + 20 + 10), then (18 + 33) / (15 + 30), then 20 / 18.
    found = developed(triangle([[10, 15, 18, 20], [20, 30, 33], [10, 12], [8]]))
    assert found is not None
    assert list(found.factors) == pytest.approx([57 / 40, 51 / 45, 20 / 18])
    ultimate = [20, 33 * 20 / 18, 12 * 51 / 45 * 20 / 18, 8 * 57 / 40 * 51 / 45 * 20 / 18]
    assert list(found.unreported) == pytest.approx([n - k for n, k in zip(ultimate, [20, 33, 12, 8], strict=True)])
    assert list(found.shares) == pytest.approx([40 / 57 * 45 / 51 * 18 / 20, 45 / 51 * 18 / 20, 18 / 20, 1])


def test_a_scheme_that_reports_everything_early_has_a_reserve_all_the_same():
    # From the third month on nothing comes: Mack's last sigma is 0/0 there.
    late = [[10.0 + n, 14 + n, 15 + n, *[15.0 + n] * 5][: 8 - n] for n in range(8)]
    found = developed(triangle(late))
    assert found is not None
    assert list(found.unreported[:6]) == pytest.approx([0] * 6)
    assert 0 < found.all_unreported.low < found.all_unreported.central < found.all_unreported.high


def test_months_without_a_report_of_their_own_develop_in_longer_periods():
    # Every third month's claims are reported a month late: by month there are empty first columns, by quarter none.
    size = 24
    added = np.zeros((size, size))
    for event in range(size):
        late = 1 if event % 3 == 0 else 0
        for lag, amount in ((late, 40 + event), (late + 1, 10), (late + 4, 5 + event % 2)):
            added[event, min(lag, size - 1)] += amount
    amounts = added.cumsum(axis=1)
    rows, columns = np.indices(amounts.shape)
    amounts[rows + columns >= size] = np.nan
    found = developed(
        Triangle("JKM", "", dt.date(2024, 1, 1), dt.date(2025, 12, 31), 1, amounts, 900, dt.date(2024, 1, 1))
    )
    assert found is not None
    assert (found.triangle.step, found.triangle.reported) == (3, round(np.nansum(np.diff(amounts, axis=1, prepend=0))))


def test_a_triangle_that_nothing_develops_from_has_no_reserve():
    assert developed(triangle([[0.0, 0, 0, 0], [0, 0, 0], [0, 0], [0]])) is None
    assert developed(triangle([[1.0, 2], [1]])) is None
    assert developed(triangle([[1.0]])) is None


def test_of_sixty_made_up_schemes_about_ninety_end_within_the_range():
    chance, size = np.random.default_rng(5), 24
    parts = np.array([0.4, 0.3, 0.15, 0.1, 0.05])
    within = []
    for _ in range(60):
        added = np.zeros((size, size))
        added[:, : len(parts)] = chance.poisson(60 * parts, (size, len(parts))) * 42e6
        whole = added.cumsum(axis=1)
        found = developed(triangle([list(row[: size - event]) for event, row in enumerate(whole)]))
        assert found is not None
        still_to_come = whole[:, -1].sum() - found.triangle.reported
        within.append(found.all_unreported.low <= still_to_come <= found.all_unreported.high)
    assert 0.8 <= np.mean(within) <= 0.99


@pytest.fixture(scope="module")
def claims(tmp_path_factory) -> Path:
    """Three years of claims, of which a fifth is reported in the second month and a tenth in the third."""
    months = [
        (dt.date(2023 + month // 12, month % 12 + 1, 5), dt.date(2023 + late // 12, late % 12 + 1, 6), amount)
        for month in range(36)
        for lag, amount in ((0, 420 + month), (1, 84), (2, 42 - month))
        if (late := month + lag) < 36
    ]
    path = tmp_path_factory.mktemp("mack") / "klaim.parquet"
    rows = [
        {"programme": "JKM", "event_date": event, "filed_on": filed, "amount": amount}
        for event, filed, amount in months
    ]
    pl.DataFrame(rows).write_parquet(path)
    return path


def test_the_command_tells_what_is_not_reported_yet_at_its_range(claims, tmp_path):
    said = semesta("reserve", claims, "--out", tmp_path / "hasil", columns=80)
    assert (said.exit_code, "pip install" in said.out, "belum diketahui" in said.out) == (0, False, False)
    assert "selang 90 %" in said.out
    assert max(map(len, said.out.splitlines())) <= 80 + len(str(tmp_path)) + 30


def test_an_order_of_rows_changes_no_figure(claims, tmp_path):
    shuffled = tmp_path / "klaim.parquet"
    pl.read_parquet(claims).sample(fraction=1, shuffle=True, seed=3).write_parquet(shuffled)
    assert asked("reserve", claims) == asked("reserve", shuffled)


def test_the_ratio_by_event_counts_what_is_still_to_come(claims):
    whole = asked("reserve", claims, "--contributions", "20000")["held"][0]
    ratio = whole["ratio"]
    assert ratio["by_event"]["central"] == pytest.approx(whole["ultimate"] / 20000, abs=1e-4)
    assert ratio["by_event"]["low"] < ratio["by_event"]["central"] < ratio["by_event"]["high"]
    assert (ratio["paid"], ratio["cash"]) == (None, None)  # the list holds no day of payment
