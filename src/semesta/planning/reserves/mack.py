"""What is still to be reported of events that happened, by the chain ladder and Mack's error of the library chainladder."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from semesta.basics.words import Words
from semesta.planning.estimate import Z_90, Estimate
from semesta.planning.reserves.triangle import STEPS, Triangle

INSTALL = Words(
    "yang belum dilaporkan dihitung dengan pustaka chainladder: .venv/bin/pip install '.[actuarial]' dalam folder Semesta",
    "what is not reported yet is computed with the library chainladder: .venv/bin/pip install '.[actuarial]' in Semesta's folder",
)
UNDEVELOPED = Words(
    "perkembangannya tidak dapat dihitung: periodenya terlalu sedikit, atau ada yang tanpa laporan pada periode kejadiannya",
    "its development cannot be computed: too few periods, or some without a report in the period of the event",
)
LEAST = 4
"""Periods of events below which there is no error to compute."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Developed:
    """What becomes of a triangle.

    triangle: in the shortest periods in which each has a report in its own period; others have no known development.
    factors: from each column to the next, size − 1 of them. unreported: rupiah expected of each row; covariance: of these, by Mack.
    """

    triangle: Triangle
    factors: Floats
    unreported: Floats
    covariance: Floats

    @property
    def all_unreported(self) -> Estimate:
        """Rupiah of all rows."""
        return self.unreported_of(range(self.triangle.size))

    def unreported_of(self, rows: range) -> Estimate:
        """Rupiah not reported yet of some rows together, with their range of 90 %: lognormal, so never below zero."""
        part = slice(rows.start, rows.stop)
        error = math.sqrt(max(float(self.covariance[part, part].sum()), 0.0))
        return lognormal(float(self.unreported[part].sum()), error)

    @property
    def error(self) -> int:
        """Rupiah: Mack's standard error of all that is not reported yet."""
        return round(math.sqrt(max(float(self.covariance.sum()), 0.0)))

    @property
    def ultimate(self) -> int:
        return self.triangle.reported + round(self.all_unreported.central)

    @property
    def shares(self) -> Floats:
        """The part of all that is reported by the end of each column; the last is 1."""
        left = np.append(np.cumprod(self.factors[::-1])[::-1], 1.0)
        return 1 / left


def is_installed() -> bool:
    return find_spec("chainladder") is not None


def developed(triangle: Triangle) -> Developed | None:
    """What becomes of a triangle; None where its figures give no development or no error.

    Raises:
        ImportError: the extra `actuarial` is not installed.
    """
    for step in STEPS:
        longer = triangle.by(step) if step % triangle.step == 0 else None
        if longer is not None and longer.size >= LEAST and (longer.amounts[:, 0] > 0).all():
            return _developed(longer)
    return None


def lognormal(mean: float, error: float) -> Estimate:
    """A mean with a standard error, both above zero, as 5 %, the mean and 95 % of a lognormal distribution."""
    if mean <= 0 or error <= 0:
        return Estimate.exactly(max(mean, 0.0))
    spread = math.sqrt(math.log1p((error / mean) ** 2))
    middle = math.log(mean) - spread**2 / 2
    low, high = (math.exp(middle + sign * Z_90 * spread) for sign in (-1, 1))
    return Estimate(min(low, mean), mean, max(high, mean))  # of a very wide one the mean lies beyond


def _developed(triangle: Triangle) -> Developed | None:
    factors, sigmas = _fitted(triangle)
    if not (np.isfinite(factors).all() and np.isfinite(sigmas).all()):
        return None
    size = triangle.size
    whole = triangle.amounts.copy()
    for column in range(1, size):
        rows = slice(size - column, size)
        whole[rows, column] = whole[rows, column - 1] * factors[column - 1]
    return Developed(triangle, factors, whole[:, -1] - triangle.latest, _covariance(whole, factors, sigmas))


def _fitted(triangle: Triangle) -> tuple[Floats, Floats]:
    """Factors from column to column, and Mack's sigma of each, as chainladder fits them."""
    import chainladder as cl
    import pandas as pd

    size = triangle.size
    rows, columns = np.nonzero(~np.isnan(triangle.amounts))
    # The library knows calendar months, quarters and years; which ones these are makes no difference to it.
    start = pd.Period("2001-01", freq="M")
    cells = pd.DataFrame(
        {
            "event": [(start + int(row)).to_timestamp() for row in rows],
            "report": [(start + int(row + column)).to_timestamp() for row, column in zip(rows, columns, strict=True)],
            "amount": triangle.amounts[rows, columns],
        }
    )
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # of its own use of pandas and NumPy; what is not finite is looked for by the caller
        held = cl.Triangle(cells, origin="event", development="report", columns="amount", cumulative=True)
        fitted = cl.Development(sigma_interpolation="mack").fit(held)
        factors, sigmas = (np.asarray(found.values, dtype=float).ravel() for found in (fitted.ldf_, fitted.sigma_))
    if not np.isfinite(sigmas[size - 2]):
        # The last is extrapolated from the two before it, and is 0/0 where nothing is reported so late any more.
        sigmas[size - 2] = min(sigmas[size - 4 : size - 2])
    return factors[: size - 1], sigmas[: size - 1]


def _covariance(whole: Floats, factors: Floats, sigmas: Floats) -> Floats:
    """Of what the rows still report, by Mack (1993): its rows add up to his error of the total.

    Args:
        whole: the triangle filled up with what is expected.
    """
    size = len(whole)
    known = np.array([whole[: size - 1 - column, column].sum() for column in range(size - 1)])
    relative = (sigmas / factors) ** 2
    found = np.zeros((size, size))
    for row in range(1, size):
        left = slice(size - 1 - row, size - 1)  # the columns from which this row is still to develop
        shared = float((relative[left] / known[left]).sum())
        found[row, row:] = found[row:, row] = whole[row, -1] * whole[row:, -1] * shared
        found[row, row] += whole[row, -1] ** 2 * float((relative[left] / whole[row, left]).sum())
    return found
