"""What is not reported yet, by chainladder: held against the figures that Mack published."""

import datetime as dt
import sys
from pathlib import Path

import numpy as np
import pytest

from semesta.planning.reserves.mack import developed
from semesta.planning.reserves.triangle import Triangle

sys.path.insert(0, str(Path(__file__).parents[1] / "spec" / "law"))
from asking import semesta

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


def triangle(rows: list[list[float]]) -> Triangle:
    size = len(rows)
    amounts = np.array([[*row, *[np.nan] * (size - len(row))] for row in rows])
    return Triangle("JKM", dt.date(2025, 1, 1), dt.date(2025, size, 28), amounts, 1000, 0)


def test_reserve_and_error_are_those_that_mack_published():
    found = developed(triangle([[float(n) for n in row.split()] for row in ROWS.strip().splitlines()]))
    assert found is not None
    assert found.unreported == pytest.approx(18_680_856, abs=1)
    assert found.error == pytest.approx(2_447_095, rel=0.001)
    assert found.ultimate == found.reported + found.unreported


def test_a_triangle_that_nothing_develops_from_has_no_reserve():
    assert developed(triangle([[0.0, 0, 0, 0], [0, 0, 0], [0, 0], [0]])) is None
    assert developed(triangle([[1.0, 2], [1]])) is None


def test_the_command_tells_what_is_not_reported_yet(tmp_path):
    rows = [
        f"JKM,20{24 + month // 12:02d}-{month % 12 + 1:02d}-05,20{24 + late // 12:02d}-{late % 12 + 1:02d}-06,{amount}"
        for month in range(24)
        for lag, amount in ((0, 420 + month), (1, 84), (2, 42 - month))
        if (late := month + lag) < 24
    ]
    path = tmp_path / "claims.csv"
    path.write_text("\n".join(["programme,event_date,filed_on,amount", *rows]), encoding="utf-8")
    said = semesta("reserve", path, "--as-of", "2025-12-31")
    assert (said.exit_code, "pip install" in said.out, "belum diketahui" in said.out) == (0, False, False)
    assert "Belum dilaporkan" in said.out
