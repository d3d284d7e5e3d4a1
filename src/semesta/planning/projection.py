"""Members month by month into the years: how many still live and are covered, pay, die, leave, as expected by a life table.

Nothing is drawn: every member is a part of one that shrinks. The months are walked through once for a block of members at a time,
so that what is held does not grow with the months, and a block stays in the processor's cache.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from semesta.planning.assumptions import LifeTable

Numbers = NDArray[np.float64]
SEXES = ("L", "P", "")
BLOCK = 16_384
OLDEST = 120


@dataclass(frozen=True)
class Members:
    """Columns of one row each for a person, or for people alike.

    `months` is the age in completed months, `sex` a position in SEXES, `number` how many the row stands for, and `pays` what each of
    them pays as a multiple of the month's price.
    """

    months: NDArray[np.int64]
    sex: NDArray[np.int64]
    number: Numbers
    pays: Numbers


@dataclass(frozen=True)
class Projection:
    """Expected persons by month, the first month of the projection first.

    `living` are covered when the month begins, `paying` the same times what each pays, `deaths` and `leavers` happen in the month.
    """

    living: Numbers
    paying: Numbers
    deaths: Numbers
    leavers: Numbers


def projection(
    members: Members, months: int, table: LifeTable, *, multiplier: float = 1.0, leaving: float = 0.0, last_age: int = 0
) -> Projection:
    """What is expected of the members over so many months.

    Args:
        multiplier: of the table's yearly chance to die.
        leaving: part of those covered that leaves within a year for another cause than death.
        last_age: in years, with which cover ends; 0 for no end.

    Raises:
        ValueError: fewer than one month, or a part that is none.
    """
    if months < 1 or not 0 <= leaving < 1 or multiplier < 0:
        raise ValueError(f"{months} months, {leaving} leave, multiplier {multiplier}")
    dying = dying_in_a_month(table, multiplier, OLDEST + months // 12 + 1)
    stays = (1 - leaving) ** (1 / 12)
    sums = np.zeros((months, 3))
    birthdays = members.months % 12
    for phase in range(12):
        alike = np.flatnonzero(birthdays == phase)
        for start in range(0, len(alike), BLOCK):
            _walk(members, alike[start : start + BLOCK], phase, dying, stays, last_age, sums)
    living, paying, deaths = sums.T
    return Projection(living, paying, deaths, (living - deaths) * (1 - stays))


def _walk(
    members: Members,
    rows: NDArray[np.int64],
    phase: int,
    dying: Numbers,
    stays: float,
    last_age: int,
    sums: Numbers,
) -> None:
    """Adds the months of some members, who all have their birthdays in the same months, to `sums`: living, paying, dying."""
    age = np.minimum(members.months[rows] // 12, OLDEST)
    at, chances = members.sex[rows] * dying.shape[1] + age, dying.ravel()
    living = members.number[rows].astype(float)
    counted = np.ones((3, len(rows)))
    counted[1] = members.pays[rows]
    kept = np.empty(len(rows))
    for month in range(len(sums)):
        has_birthday = month > 0 and (phase + month) % 12 == 0
        if has_birthday:
            age += 1
            at += 1
        if has_birthday or month == 0:
            # A chance holds for a year of age: it is looked up once for twelve months.
            np.take(chances, at, out=counted[2])
            np.multiply(1 - counted[2], stays, out=kept)
            if last_age:
                living[age >= last_age] = 0
        sums[month] += counted @ living
        living *= kept


def dying_in_a_month(table: LifeTable, multiplier: float, oldest: int = OLDEST) -> Numbers:
    """By sex and age the chance to die within a month: twelve of them make the year's."""
    years = np.array([[table.chance(age, sex, multiplier) for age in range(oldest + 1)] for sex in SEXES])
    found: Numbers = 1 - (1 - years) ** (1 / 12)
    return found
