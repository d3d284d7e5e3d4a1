"""A difference of contributions and claims in three parts that are kept apart: price, portfolio and chance.

`contributions − claims = price + portfolio + chance`, all against an expectation that somebody names: a published ratio of the
same programme and segment, own experience, or an assumption. That the price is right is never one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from semesta.basics import chance
from semesta.basics.words import Words, same
from semesta.planning.assumptions import PublishedRatio, life_table, published_ratios
from semesta.planning.estimate import Estimate
from semesta.planning.fields import Assumed
from semesta.planning.lawful import Terms
from semesta.planning.portfolio import Asked, Part, Portfolio
from semesta.planning.traits import parts_of


@dataclass(frozen=True, slots=True)
class Expectation:
    """Claims against contributions as they were to be expected, and who says so."""

    ratio: Estimate
    source: Words


UNLIKELY = 0.025
Verdict = Literal["more", "fewer", "within"]
"""Of a number of cases: more or fewer than chance explains at 95 %, or within what it does."""


@dataclass(frozen=True, slots=True)
class Deficit:
    """One programme, segment and period; money in whole rupiah, positive what is left over and negative what lacks.

    `parts` are the traits of the portfolio, each with its amount or what is lacking; `chance` holds whatever none of them tells.
    `cases`, and with them `expected_cases` and `probability`, are None where nobody says how many there were.
    """

    contributions: int
    claims: int
    cases: int | None
    terms: Terms | None
    expectation: Expectation
    price: int
    parts: tuple[Part, ...]
    expected_cases: Estimate | None

    @property
    def result(self) -> int:
        return self.contributions - self.claims

    @property
    def portfolio(self) -> int | None:
        """What the traits that are known do together; None where none is."""
        known = [part.amount for part in self.parts if part.amount is not None]
        return sum(known) if known else None

    @property
    def chance(self) -> int:
        return self.result - self.price - (self.portfolio or 0)

    @property
    def probability(self) -> float | None:
        """Of so many cases or more, at the central expectation and this portfolio."""
        if self.cases is None or self.expected_cases is None:
            return None
        return chance.at_least(self.cases, self.expected_cases.central)

    @property
    def verdicts(self) -> tuple[Verdict, Verdict, Verdict] | None:
        """At the low, central and high expectation; None where nobody says how many cases there were."""
        if self.cases is None or self.expected_cases is None:
            return None
        low, central, high = (
            _verdict(self.cases, mean)
            for mean in (self.expected_cases.low, self.expected_cases.central, self.expected_cases.high)
        )
        return low, central, high

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


def _verdict(cases: int, mean: float) -> Verdict:
    if chance.at_least(cases, mean) < UNLIKELY:
        return "more"
    return "fewer" if 1 - chance.at_least(cases + 1, mean) < UNLIKELY else "within"


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
    return Expectation(Estimate(min(ratios), middle.ratio, max(ratios)), same(source))


def deficit(
    programme: str,
    contributions: int,
    claims: int,
    cases: int | None,
    expectation: Expectation,
    *,
    said: Terms | None = None,
    portfolio: Portfolio | None = None,
    usual: Portfolio | None = None,
    subject: float = 1.0,
    replaced: Mapping[str, Assumed] | None = None,
) -> Deficit:
    """The three parts of a difference.

    Args:
        cases: events the claims were paid for, deaths under JKM; None where nobody says.
        said: what the law says of the month; its benefit stands for the cost of a case where there was none.
        portfolio: who was covered.
        usual: the portfolio of those the expectation speaks of; without it theirs is not known.
        subject: the part of expected claims that the programme's portfolio bears on, where others are expected beside them.
        replaced: the reader's own assumptions in the place of ours.

    Raises:
        ValueError: contributions not above zero, or claims of no case.
    """
    if contributions <= 0 or (cases is not None and (claims > 0) != (cases > 0)):
        raise ValueError("contributions must be above zero, and claims go with cases")
    at_price = round(contributions * expectation.ratio.central)
    average = claims / cases if cases else float((said.benefit if said else None) or 0)
    expected_of_it, own = round(at_price * subject), portfolio or Portfolio()
    asked = Asked(programme, expected_of_it, average, own, usual, said, life_table(), replaced or {})
    parts = parts_of(asked)
    left = at_price - sum(part.amount or 0 for part in parts)
    scale = left / at_price * contributions / average if average and at_price else 0.0
    expected = None if cases is None else expectation.ratio.at(lambda ratio: ratio * scale)
    return Deficit(contributions, claims, cases, said, expectation, contributions - at_price, parts, expected)
