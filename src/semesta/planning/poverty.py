"""Households before and after an earner dies, is disabled for good or cannot work for three months: who falls below the poverty line.

What a household has is what it spends. Its earners are taken to bring equal parts of that, and nobody takes the lost part's place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from semesta.planning.estimate import Estimate

EVENTS = ("death", "total_disability", "incapacity")
MONTHS_OFF = 3
"""How long an earner who will work again is off work."""


@dataclass(frozen=True, slots=True)
class Household:
    """So many households alike: persons in each, earners among them, rupiah spent a month, decile and group where they are known.

    `group` is that of the plan by which one of its earners is covered; "" where nobody says.
    """

    size: int
    earners: int
    spending: int
    number: int
    decile: int | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class After:
    """Households that one event would leave with somebody, and how many of them are below the line.

    `poor_before` are below it without any event, `without` after it without a benefit, `covered` after it with the benefit: the
    benefit divided by the months it is lived on, so that fewer months mean fewer poor for as long as they last. The benefit is in
    rupiah, the least and the most where households are covered in several ways.
    """

    event: str
    households: int
    poor_before: int
    without: int
    covered: Estimate
    benefit: int
    benefit_most: int
    verified: bool

    @property
    def falls_without(self) -> float:
        """The part of those above the line that falls below it without a benefit."""
        return _part(self.without - self.poor_before, self.households - self.poor_before)

    @property
    def falls_with(self) -> Estimate:
        above = self.households - self.poor_before
        return self.covered.at(lambda poor: _part(max(poor - self.poor_before, 0), above))

    @property
    def kept_above(self) -> Estimate:
        """The part of all households that the benefit keeps above the line."""
        return _turned(self.covered, lambda poor: _part(max(self.without - poor, 0), self.households))


def after(
    households: Iterable[Household], event: str, line: int, benefit: int, months: Estimate, *, verified: bool = True
) -> After:
    """What one event does to each of the households, whoever of their earners it meets.

    Args:
        line: rupiah per person and month.
        benefit: rupiah by law for the whole event.
        months: that a lump sum is lived on; what is paid for the months off work is lived on in those.
    """
    left = [one for one in households if event != "death" or one.size > 1]
    number = sum(one.number for one in left)
    if event == "incapacity":
        months = Estimate(MONTHS_OFF, MONTHS_OFF, MONTHS_OFF)
    poor = partial(_poor_after, left, event, line)
    return After(
        event,
        number,
        sum(one.number for one in left if one.spending < line * one.size),
        poor(0.0),
        months.at(lambda each: poor(benefit / max(each, 1.0))),
        benefit,
        benefit,
        verified,
    )


def together(parts: Sequence[After]) -> After:
    """One event over households of several ways of cover: their numbers added up."""
    first, ends = parts[0], ("low", "central", "high")
    return After(
        first.event,
        sum(one.households for one in parts),
        sum(one.poor_before for one in parts),
        sum(one.without for one in parts),
        Estimate(*(sum(getattr(one.covered, end) for one in parts) for end in ends)),
        min(one.benefit for one in parts),
        max(one.benefit_most for one in parts),
        all(one.verified for one in parts),
    )


def _poor_after(households: Iterable[Household], event: str, line: int, paid: float) -> int:
    """Households below the line with `paid` rupiah a month of benefit."""
    return sum(one.number for one in households if _left(one, paid) < line * (one.size - (event == "death")))


def _left(one: Household, paid: float) -> float:
    return one.spending * (one.earners - 1) / one.earners + paid


@dataclass(frozen=True, slots=True)
class Bought:
    """Households covered in one way: how many, deaths per 1,000 person-years, the part that the death benefit keeps above the line,
    and rupiah for one person and year."""

    households: int
    deaths: Estimate
    kept: Estimate
    contribution: int


def contribution_of(ways: Sequence[Bought]) -> float:
    """Rupiah a year for one person, as many of each way as there are households."""
    number = sum(one.households for one in ways)
    return sum(one.households * one.contribution for one in ways) / number if number else ways[0].contribution


def kept_per_billion(ways: Sequence[Bought]) -> Estimate:
    """Households that a billion rupiah of contributions is expected to keep above the line, one member covered in each."""
    number, years = sum(one.households for one in ways) or 1, 1_000_000_000 / contribution_of(ways)

    def kept(end: str) -> float:
        each: Iterable[float] = (
            one.households * getattr(one.deaths, end) / 1000 * getattr(one.kept, end) for one in ways
        )
        return years * sum(each) / number

    return Estimate(kept("low"), kept("central"), kept("high"))


def by_decile(households: Iterable[Household], least: int = 1) -> Mapping[int | None, list[Household]]:
    """Households by decile, under None those of none and of deciles with fewer than `least`.

    What stands under None is at least as many too: else the smallest decile joins it, so that no difference tells of fewer.
    """
    found: dict[int | None, list[Household]] = {}
    for one in households:
        found.setdefault(one.decile, []).append(one)
    small = [decile for decile, some in found.items() if decile is not None and _number(some) < least]
    for decile in small:
        found.setdefault(None, []).extend(found.pop(decile))
    if None in found and len(found) > 1 and _number(found[None]) < least:
        smallest = min(
            (decile for decile in found if decile is not None), key=lambda each: (_number(found[each]), each)
        )
        found[None] += found.pop(smallest)
    return dict(sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or 0)))


def _number(households: Iterable[Household]) -> int:
    return sum(one.number for one in households)


def _turned(value: Estimate, falling: Callable[[float], float]) -> Estimate:
    return Estimate(falling(value.high), falling(value.central), falling(value.low))


def _part(some: float, whole: float) -> float:
    return some / whole if whole else 0.0
