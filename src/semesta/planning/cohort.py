"""Chance in a closed cohort: what its members, each dying or leaving apart from the others, may come to around what is expected.

Counts are sums of members who each are in or out, so that their distribution is had exactly; money is a sum over months, whose
variance is had exactly and whose range is that of a normal distribution.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from semesta.planning.assumptions import LifeTable
from semesta.planning.estimate import LEVEL, Z_90, Chanced, Estimate
from semesta.planning.projection import OLDEST, SEXES, Numbers, dying_in_a_month

BIRTHDAYS = 12
FAR = 9
"""Standard deviations beyond which nothing is looked for: less than one in 10^18."""


@dataclass(frozen=True)
class Cohort:
    """Members by sex and age, and the chances of one of them.

    `persons` has a row for each sex and age. `covered` and `dying` are shaped rows × birthdays × months: the chance to be covered
    when the month begins, and to die in it while covered. A birthday is as likely in one month as in another.
    """

    persons: NDArray[np.int64]
    covered: Numbers
    dying: Numbers

    def living(self, month: int) -> tuple[int, int]:
        """Persons covered when a month begins, counted from 0: range of 90 %."""
        return count_range(self.persons, self.covered[:, :, month].mean(axis=1))

    def deaths(self, months: slice) -> tuple[int, int]:
        """Deaths within some months: range of 90 %."""
        return count_range(self.persons, self.dying[:, :, months].sum(axis=2).mean(axis=1))

    def paid(self, months: slice, price: Numbers) -> tuple[float, float]:
        """What is paid in some months at the price of each: range of 90 %, never below nothing or above what all would pay.

        Who is covered in a month was covered in those before, so that the square of what one pays is a sum over months too.
        """
        so_far = np.cumsum(price)
        squares = np.diff(so_far**2, prepend=0.0)
        covered = self.covered[:, :, months]
        first, second = (covered @ price).mean(axis=1), (covered @ squares).mean(axis=1)
        mean, spread = float(self.persons @ first), math.sqrt(max(0.0, float(self.persons @ (second - first**2))))
        most = float(self.persons.sum() * so_far[-1])
        return max(0.0, mean - Z_90 * spread), min(most, mean + Z_90 * spread)


def cohort(
    persons: Mapping[tuple[str, int], int],
    months: int,
    table: LifeTable,
    *,
    multiplier: float = 1.0,
    leaving: float = 0.0,
    last_age: int = 0,
) -> Cohort:
    """The cohort of these persons by sex and age in years, over so many months; arguments as those of `projection`."""
    chances = dying_in_a_month(table, multiplier, OLDEST + months // 12 + 1)
    persons = {key: number for key, number in persons.items() if number}
    first = np.array([12 * age for _, age in persons])
    sex = np.array([SEXES.index(one) for one, _ in persons])
    past = np.arange(BIRTHDAYS)[:, None] + np.arange(months)[None, :]
    age = (first[:, None, None] + past) // 12
    dies = chances[sex[:, None, None], np.minimum(age, chances.shape[1] - 1)]
    stays = (1 - dies) * (1 - leaving) ** (1 / 12)
    covered = np.ones_like(dies)
    covered[:, :, 1:] = np.cumprod(stays, axis=2)[:, :, :-1]
    if last_age:
        covered[age >= last_age] = 0
    return Cohort(np.array(list(persons.values()), dtype=np.int64), covered, covered * dies)


def count_range(persons: NDArray[np.int64], chances: Numbers) -> tuple[int, int]:
    """Of so many persons with these chances each, how many it happens to: 5 % and 95 %, from the exact distribution.

    The distribution is had from its characteristic function at as many points as there are counts within reach.
    """
    mean = float(persons @ chances)
    spread = math.sqrt(max(0.0, float(persons @ (chances * (1 - chances)))))
    least = max(0, math.floor(mean - FAR * spread) - 1)
    most = min(int(persons.sum()), math.ceil(mean + FAR * spread) + FAR)
    size = most - least + 1
    turns = np.exp(-2j * np.pi * np.arange(size) / size)
    each = 1 + np.outer(turns - 1, chances)
    with np.errstate(divide="ignore"):  # a chance of one half has no part at the opposite point
        lengths = np.exp(np.log(np.abs(each)) @ persons)
    parts = np.fft.ifft(lengths * np.exp(1j * (np.angle(each) @ persons))).real
    at_or_below = np.cumsum(np.roll(parts, -(least % size)))
    low, high = (least + int(np.searchsorted(at_or_below, level)) for level in LEVEL)
    return low, min(high, most)


def chanced(expected: Sequence[float], ranges: Sequence[tuple[float, float]]) -> Chanced:
    """Of several ways, the central one first: what is expected of each and its range by chance, as one estimate.

    Low and high are the ends of chance over all ways: a range of at least 90 % wherever the truth lies among them.
    """
    centre, rounding = expected[0], 1e-9 * max(1.0, abs(expected[0]))
    assumed = Estimate(min(expected), centre, max(expected))
    low, high = (_settled(end, centre, rounding) for end in ranges[0])
    chance = Estimate(min(low, centre), centre, max(high, centre))
    ends = [_settled(end, centre, rounding) for one in ranges for end in one]
    return Chanced(min(centre, *ends), centre, max(centre, *ends), assumed, chance)


def _settled(end: float, centre: float, rounding: float) -> float:
    """The end itself; where only rounding keeps it from what is expected, that: no range where nothing is left open."""
    return centre if abs(end - centre) <= rounding else float(end)
