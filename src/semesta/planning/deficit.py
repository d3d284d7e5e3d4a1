"""A difference of contributions and claims in three parts that are kept apart: price, portfolio and chance.

`contributions − claims = price + portfolio + chance`, all against an expectation that somebody names: a published ratio of the
same programme and segment, own experience, or an assumption. That the price is right is never one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from semesta.basics import chance
from semesta.planning.assumptions import LifeTable, PublishedRatio, published_ratios
from semesta.planning.estimate import Estimate
from semesta.planning.lawful import Terms

COVERED_AGES = range(18, 65)
"""Ages of those the expectation speaks of, where nobody told them: any at which one can be registered."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """Claims against contributions as they were to be expected, and who says so."""

    ratio: Estimate
    source: str


@dataclass(frozen=True, slots=True)
class Deficit:
    """One programme, segment and period; money in whole rupiah, positive what is left over and negative what lacks.

    `portfolio` is None where the ages of those covered are not known; `chance` then holds it.
    """

    contributions: int
    claims: int
    cases: int
    terms: Terms
    expectation: Expectation
    price: int
    portfolio: int | None
    chance: int
    expected_cases: Estimate
    probability: float
    """Of so many cases or more, at the central expectation and these ages."""

    @property
    def result(self) -> int:
        return self.contributions - self.claims

    @property
    def ratio(self) -> float:
        return self.claims / self.contributions

    @property
    def ratio_interval(self) -> tuple[float, float] | None:
        """What chance alone leaves open at 95 %; None without cases, when nothing is known of what one costs."""
        if not self.cases:
            return None
        low, high = chance.interval(self.cases)
        return low * self.ratio / self.cases, high * self.ratio / self.cases


def expectations(programme: str, segment: str) -> tuple[PublishedRatio, ...]:
    """The published ratios of a programme and segment, newest first; of all segments where none speaks of this one."""
    own = [one for one in published_ratios() if one.programme == programme and one.segment == segment]
    rest = [one for one in published_ratios() if one.programme == programme and one.segment == ""]
    return tuple(sorted(own or rest, key=lambda one: -one.year))


def published(programme: str, segment: str, year: int | None = None) -> Expectation | None:
    """The range of what was published, in the middle that of the year asked for or nearest to it, the newest where none is asked.

    None where nothing was published.
    """
    known = expectations(programme, segment)
    if not known:
        return None
    ratios = [one.ratio for one in known]
    middle = min(known, key=lambda one: abs(one.year - year)) if year else known[0]
    years = f"{min(one.year for one in known)}–{max(one.year for one in known)}"
    source = f"{programme} {segment}".strip() + f" {middle.year} ({years}); {middle.source}"
    return Expectation(Estimate(min(ratios), middle.ratio, max(ratios)), source)


def deficit(
    contributions: int,
    claims: int,
    cases: int,
    said: Terms,
    expectation: Expectation,
    *,
    ages: Mapping[tuple[str, int], int] | None = None,
    table: LifeTable | None = None,
) -> Deficit:
    """The three parts of a difference.

    Args:
        cases: events the claims were paid for; deaths under JKM.
        ages: persons by sex (L, P, "" where not known) and age; with `table` they tell what the portfolio alone does.

    Raises:
        ValueError: contributions not above zero, or claims of no case.
    """
    if contributions <= 0 or (claims > 0) != (cases > 0):
        raise ValueError("contributions must be above zero, and claims go with cases")
    at_price = round(contributions * expectation.ratio.central)
    weight = older(ages, table) if ages and table else None
    by_portfolio = at_price if weight is None else round(at_price * weight)
    average = claims / cases if cases else float(said.benefit or 0)
    scale = (weight or 1.0) * contributions / average if average else 0.0
    expected = expectation.ratio.at(lambda ratio: ratio * scale)
    return Deficit(
        contributions,
        claims,
        cases,
        said,
        expectation,
        contributions - at_price,
        None if weight is None else at_price - by_portfolio,
        by_portfolio - claims,
        expected,
        chance.at_least(cases, expected.central),
    )


def older(ages: Mapping[tuple[str, int], int], table: LifeTable) -> float:
    """By what factor these people die more often than people of all ages that can be covered, as many of each age."""
    persons = sum(ages.values())
    own = sum(number * table.chance(age, sex) for (sex, age), number in ages.items()) / persons
    usual = sum(table.chance(age) for age in COVERED_AGES) / len(COVERED_AGES)
    return own / usual
