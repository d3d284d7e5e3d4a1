"""Balances of offices and of their pool over years, scenario by scenario, in memory that does not grow with the scenarios drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from semesta.planning.pooling.drawing import Draw, exact, shocks
from semesta.planning.pooling.offices import Office

BATCH = 500
"""Scenarios drawn at once."""
BAD = 0.005
"""The share of scenarios left out of the 99.5 % quantile."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may come of one office or of the pool; money in rupiah, chances as parts of one.

    `bad_year` and `bad_end` are results that only 1 in 200 scenarios falls below: of the first year, and of all years together.
    """

    name: str
    contributions: int
    expected_claims: float
    deficit_in_a_year: float
    deficit_in_the_end: float
    ever_below: float
    """That the balance of the years so far is below zero at the end of any."""
    bad_year: float
    bad_end: float
    ends: tuple[float, float, float]
    """The balance after the last year: 5 %, the middle, 95 %."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What offices give each other in a year on average, in rupiah: carried is what givers cover of takers."""

    gives: float
    takes: float
    carried: float
    uncovered: float


@dataclass(frozen=True, slots=True)
class PoolOutlook:
    """A pool over `years`, its offices in the order given, and its first years by quantile of the pool's balance."""

    offices: tuple[Outlook, ...]
    pool: Outlook
    carried: Carried
    balance: tuple[tuple[float, float, float], ...]
    """By year the pool's balance: 5 %, the middle, 95 %."""
    years: int
    scenarios: int
    shock: float
    seed: int


def outlook(
    offices: Sequence[Office],
    *,
    years: int,
    scenarios: int,
    shock: float,
    seed: int,
    draw: Draw = exact,
    progress: Callable[[float], None] = lambda share: None,
) -> PoolOutlook:
    """What the years may bring to each office and to all of them together.

    Args:
        shock: coefficient of variation of the yearly multiplier that all offices share.
        seed: of the draws; the same seed gives the same outlook.

    Raises:
        ValueError: no office, no year or no scenario.
    """
    if not offices or years < 1 or scenarios < 1:
        raise ValueError("offices, years and scenarios are needed")
    random = np.random.default_rng(seed)
    paid_in = np.array([one.contributions for one in offices], dtype=float)
    held = _Held(scenarios, len(offices), years)
    for start in range(0, scenarios, BATCH):
        size = min(BATCH, scenarios - start)
        balance = np.zeros((size, len(offices)))
        for year in range(years):
            result = paid_in - draw(offices, shocks(size, shock, random), random)
            balance += result
            held.take(slice(start, start + size), year, result, balance)
        progress((start + size) / scenarios)
    return held.told(offices, shock, seed)


class _Held:
    """What is kept of the draws: one number per scenario and office, and counts."""

    def __init__(self, scenarios: int, offices: int, years: int) -> None:
        self.scenarios, self.years = scenarios, years
        columns = offices + 1  # the pool stands last
        self.first, self.ends = (np.empty((scenarios, columns)) for _ in range(2))
        self.ever = np.zeros((scenarios, columns), dtype=bool)
        self.short = np.zeros(columns)
        self.paths = np.empty((scenarios, years))
        self.given = np.zeros(4)

    def take(self, rows: slice, year: int, result: NDArray[np.float64], balance: NDArray[np.float64]) -> None:
        results, balances = (np.column_stack((part, part.sum(axis=1))) for part in (result, balance))
        if year == 0:
            self.first[rows] = results
        self.ends[rows] = balances
        self.ever[rows] |= balances < 0
        self.short += (results < 0).sum(axis=0)
        self.paths[rows, year] = balances[:, -1]
        gives = np.maximum(result, 0).sum(axis=1)
        takes = np.maximum(-result, 0).sum(axis=1)
        carried = np.minimum(gives, takes)
        self.given += [gives.sum(), takes.sum(), carried.sum(), (takes - carried).sum()]

    def told(self, offices: Sequence[Office], shock: float, seed: int) -> PoolOutlook:
        pool = Office("", sum(o.contributions for o in offices), sum(o.cases for o in offices), 0.0)
        claims = [*(one.claims for one in offices), sum(one.claims for one in offices)]
        bad = np.quantile(self.first, BAD, axis=0), np.quantile(self.ends, BAD, axis=0)
        ends = np.quantile(self.ends, (0.05, 0.5, 0.95), axis=0)
        chances = self.short / (self.scenarios * self.years), (self.ends < 0).mean(axis=0), self.ever.mean(axis=0)
        every = [
            Outlook(
                name=one.name,
                contributions=one.contributions,
                expected_claims=float(claims[n]),
                deficit_in_a_year=float(chances[0][n]),
                deficit_in_the_end=float(chances[1][n]),
                ever_below=float(chances[2][n]),
                bad_year=float(bad[0][n]),
                bad_end=float(bad[1][n]),
                ends=(float(ends[0, n]), float(ends[1, n]), float(ends[2, n])),
            )
            for n, one in enumerate([*offices, pool])
        ]
        paths = np.quantile(self.paths, (0.05, 0.5, 0.95), axis=0).T
        return PoolOutlook(
            tuple(every[:-1]),
            every[-1],
            Carried(*(float(part) for part in self.given / (self.scenarios * self.years))),
            tuple((float(low), float(middle), float(high)) for low, middle, high in paths),
            self.years,
            self.scenarios,
            shock,
            seed,
        )
