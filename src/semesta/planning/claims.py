"""Cases to be expected of people covered, from their own experience as far as it can be trusted, and what they cost."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from semesta.basics.words import Words
from semesta.planning.assumptions import LifeTable
from semesta.planning.estimate import LEVEL, Z_90, Estimate

DRAWS = 20_000
EVEN = Estimate(1.0, 1.0, 1.0)
"""A group that has cases as often as its whole segment."""


@dataclass(frozen=True, slots=True)
class Experience:
    """Cases seen of people covered for so many person-years.

    `relative` is how often these have cases against the whole segment, 1 where nobody says: so that what was seen of a dangerous
    trade does not pass for what all of its segment are to expect. `amount` is what was paid for these cases in whole rupiah, None
    where it is not known.
    """

    cases: int
    years: float
    source: Words = Words("", "")
    relative: float = 1.0
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Frequency:
    """Cases per person-year: an assumption weighed with own experience (gamma and Poisson), times the risk of a group.

    `own_weight` is the part of the own experience in it, between 0 and 1; 0 without any, or where the assumption has no range.
    """

    shape: float
    years: float
    """What the assumption and the experience weigh, in person-years; infinite for a value without range."""
    mean: float
    """With the central value of `relative` in it."""
    own_weight: float
    relative: Estimate = EVEN
    """Cases of the group against those of its segment, 5 %, central, 95 %."""

    @property
    def estimate(self) -> Estimate:
        """Per 1,000 person-years: 5 %, the mean, 95 %."""
        low, high = np.quantile(self.drawn(np.random.default_rng(0), DRAWS), LEVEL)
        return Estimate(*sorted((1000 * float(low), 1000 * self.mean, 1000 * float(high))))

    def drawn(self, random: np.random.Generator, size: int) -> NDArray[np.float64]:
        if math.isinf(self.years):
            whole = np.full(size, self.mean / self.relative.central)
        else:
            whole = random.standard_gamma(self.shape, size) / self.years
        if self.relative.low == self.relative.high:
            return whole * self.relative.central
        return whole * _averages(self.relative, random, size)


def frequency(assumed: Estimate, own: Experience | None = None, relative: Estimate = EVEN) -> Frequency:
    """The frequency per person-year from an assumption per 1,000, whose range is read as 90 %, and what was seen.

    Both speak of the whole segment; `relative` makes of that the frequency of a group. The more cases were seen against what the
    assumption weighs, the more they count; nobody sets the weight. A person-year of those seen counts by how often they have
    cases: `relative` of the experience.
    """
    mean = assumed.central / 1000
    spread = (assumed.high - assumed.low) / 1000 / (2 * Z_90)
    if spread == 0 or mean == 0:
        return Frequency(math.inf, math.inf, mean * relative.central, 0.0, relative)
    years = mean / spread**2
    shape = mean * years
    if own is None or own.years <= 0:
        return Frequency(shape, years, mean * relative.central, 0.0, relative)
    seen = own.years * own.relative
    both = years + seen
    return Frequency(shape + own.cases, both, (shape + own.cases) / both * relative.central, seen / both, relative)


def average_cost(assumed: Estimate, spread: float, own: Experience | None = None) -> tuple[Estimate, float]:
    """Rupiah of an average case from an assumption, whose range is read as 90 %, and own cases; and the weight of these.

    A case varies about its average by `spread`, so that few cases say little of it: the weight is what is not known of the
    assumption against that and what chance leaves open of the own average (Bühlmann). The range narrows with it.
    """
    if own is None or own.amount is None or own.cases < 1:
        return assumed, 0.0
    unsure = ((assumed.high - assumed.low) / (2 * Z_90)) ** 2
    by_chance = (spread * assumed.central) ** 2 / own.cases
    weight = unsure / (unsure + by_chance) if unsure + by_chance else 0.0
    mean = weight * own.amount / own.cases + (1 - weight) * assumed.central
    left = math.sqrt(1 - weight)
    low, high = mean - left * (assumed.central - assumed.low), mean + left * (assumed.high - assumed.central)
    return Estimate(max(low, 0.0), mean, high), weight


@dataclass(frozen=True, slots=True)
class Expected:
    """Cases and rupiah of a programme that people covered for so many person-years are expected to bring, with their range of 90 %."""

    programme: str
    segment: str
    years: float
    frequency: Frequency
    cases: Estimate
    amount: Estimate
    each: Words
    """What one case costs and by what: law, scholarship, assumption."""


def expected(
    programme: str,
    segment: str,
    years: float,
    often: Frequency,
    cost: Estimate,
    each: Words,
    *,
    spread: float = 0.0,
    seed: int = 1,
) -> Expected:
    """Cases and their cost, with what is not known of the frequency, of the average cost, and chance itself.

    Args:
        cost: rupiah of an average case; by law where the law names a sum.
        spread: coefficient of variation of a single case about that average.
    """
    random = np.random.default_rng(seed)
    cases = random.poisson(often.drawn(random, DRAWS) * years)
    average = _averages(cost, random)
    paid = cases * average
    if spread:
        shape = 1 / spread**2
        paid = random.standard_gamma(cases * shape) * (average / shape)
    return Expected(
        programme,
        segment,
        years,
        often,
        _around(cases, often.mean * years),
        _around(paid, often.mean * years * cost.central),
        each,
    )


def _averages(value: Estimate, random: np.random.Generator, size: int = DRAWS) -> NDArray[np.float64]:
    """Averages within the range of 90 %, below and above the central value each with its own width, never below zero."""
    z = random.standard_normal(size)
    below, above = (value.central - value.low) / Z_90, (value.high - value.central) / Z_90
    found: NDArray[np.float64] = np.maximum(value.central + z * np.where(z < 0, below, above), 0)
    return found


def _around(drawn: NDArray[np.float64] | NDArray[np.int64], mean: float) -> Estimate:
    low, high = (float(part) for part in np.quantile(drawn, LEVEL))
    return Estimate(min(low, mean), mean, max(high, mean))


def deaths_per_year(ages: Mapping[tuple[str, int], float], table: LifeTable, multiplier: Estimate) -> Estimate:
    """Deaths per 1,000 person-years of people of these ages and sexes (L, P, "" where not known), by a life table.

    Raises:
        ValueError: nobody.
    """
    persons = sum(ages.values())
    if not persons:
        raise ValueError("nobody to expect deaths of")
    chance = sum(number * table.chance(age, sex) for (sex, age), number in ages.items()) / persons
    return multiplier.at(lambda factor: 1000 * chance * factor)
