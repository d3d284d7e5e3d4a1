"""Mack's error by his own formulas, on a second published triangle and on made-up ones; of the library nothing is used here."""

import datetime as dt
import math
import random

import numpy as np
import pytest

from semesta.planning.reserves.mack import developed
from semesta.planning.reserves.triangle import Triangle

# General liability of the Reinsurance Association of America, 1981–1990, in thousands: Mack (1994) gives 52,135 and 26,909.
ROWS = """
5012 8269 10907 11805 13539 16181 18009 18608 18662 18834
106 4285 5396 10666 13782 15599 15496 16169 16704
3410 8992 13873 16141 18735 22214 22863 23466
5655 11555 15766 21266 23425 26083 27067
1092 9565 15836 22169 25955 26180
1513 6445 11702 12935 15852
557 4020 10946 12314
1351 6947 13112
3133 5395
2063
"""
PUBLISHED = [[float(n) for n in row.split()] for row in ROWS.strip().splitlines()]


def triangle(rows):
    size = len(rows)
    amounts = np.array([[*row, *[np.nan] * (size - len(row))] for row in rows])
    last = dt.date(2024 + size // 12, size % 12 + 1, 1) - dt.timedelta(days=1)
    return Triangle("JKM", "BPU", dt.date(2024, 1, 1), last, 1, amounts, 1_000, dt.date(2024, 1, 1))


def by_mack(rows):
    """All that is not reported, and its standard error."""
    n, factors, variances = len(rows), [], []
    for k in range(n - 1):
        pairs = [(row[k], row[k + 1]) for row in rows[: n - 1 - k]]
        factors.append(sum(d for _, d in pairs) / sum(c for c, _ in pairs))
        if len(pairs) > 1:
            variances.append(sum(c * (d / c - factors[k]) ** 2 for c, d in pairs) / (len(pairs) - 1))
    variances.append(min(variances[-1] ** 2 / variances[-2], variances[-2], variances[-1]))
    whole = [list(row) for row in rows]
    for row in whole:
        while len(row) < n:
            row.append(row[-1] * factors[len(row) - 1])
    known = [sum(whole[j][k] for j in range(n - 1 - k)) for k in range(n - 1)]
    total = 0.0
    for i in range(1, n):
        own, later = whole[i][-1], sum(row[-1] for row in whole[i + 1 :])
        for k in range(n - 1 - i, n - 1):
            each = variances[k] / factors[k] ** 2
            total += own**2 * each * (1 / whole[i][k] + 1 / known[k]) + own * later * 2 * each / known[k]
    return sum(full[-1] - row[-1] for full, row in zip(whole, rows, strict=True)), math.sqrt(total)


def test_the_triangle_of_american_reinsurers_is_that_of_mack():
    found = developed(triangle(PUBLISHED))
    assert found is not None
    assert (round(found.all_unreported.central), found.error) == (52_135, 26_909)


@pytest.mark.parametrize("seed", range(8))
def test_made_up_triangles_are_developed_as_his_formulas_say(seed):
    draw, rows = random.Random(seed), []
    size = draw.randrange(5, 12)
    for event in range(size):
        row = [draw.uniform(5e7, 5e8)]
        for late in range(size - 1 - event):
            row.append(row[-1] + draw.uniform(0, 3e8) * 0.6**late)
        rows.append(row)
    found = developed(triangle(rows))
    assert found is not None
    unreported, error = by_mack(rows)
    assert found.all_unreported.central == pytest.approx(unreported)
    assert found.error == pytest.approx(error, rel=1e-6)
