"""The way to a target: persons and money by year and source, what this plan and the money there is reach, and when."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from semesta.planning.aims import Money, Target
from semesta.planning.cover import Route
from semesta.planning.estimate import Estimate
from semesta.planning.growth import grown
from semesta.planning.price import Prices
from semesta.planning.scenario import LONGEST, Scenario

NOTHING = Estimate(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Paid:
    """What one source pays for in a year: all those newly covered until then, for the whole year."""

    funding: str
    persons: int
    amount: int
    """Whole rupiah."""


@dataclass(frozen=True, slots=True)
class Step:
    """A year on the way, at the central assumptions; the ranges are what those of population and wages leave open."""

    year: int
    population: int
    wanted: int
    """Persons to be covered at the end of the year."""
    added: int
    """Of them new in this year."""
    paid: tuple[Paid, ...]
    wanted_range: Estimate
    amount_range: Estimate
    planned: int
    """Persons whom this plan covers: those covered before and all that its groups add."""
    reached: int | None
    """Persons whom the money there is covers; None where no source says how much it has."""
    population_range: Estimate = NOTHING
    reached_range: Estimate | None = None

    @property
    def amount(self) -> int:
        return sum(one.amount for one in self.paid)


@dataclass(frozen=True, slots=True)
class Path:
    """The way to one target, and the first year in which its last share is met."""

    target: Target
    steps: tuple[Step, ...]
    met_by_plan: int | None
    """Within the years of the scenario; None where this plan does not meet it."""
    met_by_money: int | None
    """With the money there is, as it grows, within the longest time a scenario may span; None where it never does."""


@dataclass(frozen=True, slots=True)
class _Rates:
    """How population and wages grow a year."""

    population: float
    wages: float


def paths(scenario: Scenario, prices: Prices) -> tuple[Path, ...]:
    """The way to every target of a scenario."""
    return tuple(_path(scenario, target, prices) for target in scenario.targets)


def _path(scenario: Scenario, target: Target, prices: Prices) -> Path:
    low, central, high = (_run(scenario, target, prices, rates) for rates in _three(scenario))
    steps = tuple(
        replace(
            step,
            wanted_range=Estimate(least.wanted, step.wanted, most.wanted),
            amount_range=Estimate(min(least.amount, step.amount), step.amount, max(step.amount, most.amount)),
            population_range=Estimate(least.population, step.population, most.population),
            reached_range=_among(least.reached, step.reached, most.reached),
        )
        for least, step, most in zip(low, central, high, strict=True)
    )
    growth = _three(scenario)[1].population
    planned = (step.year for step in steps if step.planned >= _goal(scenario, target, step.year, growth))
    return Path(target, steps, next(planned, None), _met_by_money(scenario, target, prices, growth))


def _among(least: int | None, central: int | None, most: int | None) -> Estimate | None:
    """The three in order: higher wages reach fewer."""
    if least is None or central is None or most is None:
        return None
    return Estimate(min(least, central, most), central, max(least, central, most))


def _three(scenario: Scenario) -> list[_Rates]:
    growth = scenario.growth.value if scenario.growth else Estimate(0, 0, 0)
    wages = scenario.wage_growth.value if scenario.wage_growth else Estimate(0, 0, 0)
    return [
        _Rates(growth.low, wages.low),
        _Rates(growth.central, wages.central),
        _Rates(growth.high, wages.high),
    ]


def _run(scenario: Scenario, target: Target, prices: Prices, rates: _Rates) -> list[Step]:
    """The steps at one set of rates; the ranges are still empty."""
    found, before = [], target.covered
    priced = prices.with_wages(rates.wages)
    for year in scenario.years:
        population = population_of(target, scenario.first, year, rates.population)
        wanted = max(target.covered, wanted_of(target, scenario.first, year, population))
        paid = tuple(_paid(target, wanted - target.covered, year, priced))
        planned = min(population, target.covered + _added(scenario, year))
        reached = reached_by_money(scenario, target, year, priced, population)
        found.append(Step(year, population, wanted, wanted - before, paid, NOTHING, NOTHING, planned, reached))
        before = wanted
    return found


def population_of(target: Target, first: int, year: int, growth: float) -> int:
    """Persons of the target's universe in a year."""
    return math.floor(grown(target.population, growth, year - first))


def wanted_of(target: Target, first: int, year: int, population: int) -> int:
    """Persons to be covered by the end of a year: on a straight line from those covered before the first year to each aim."""
    aims = {y: float(n) for y, n in target.persons.items()} or {y: s * population for y, s in target.shares.items()}
    start = target.covered if target.persons else target.covered / target.population * population
    coming = {first - 1: start} | {y: n for y, n in aims.items() if y >= first}
    if len(coming) == 1:
        coming[first] = aims[max(aims)]
    before = max(y for y in coming if y <= year)
    after = min((y for y in coming if y > year), default=None)
    at = coming[before]
    if after is not None:
        at += (coming[after] - at) * (year - before) / (after - before)
    return min(population, math.ceil(at - 1e-6))


def _paid(target: Target, new: int, year: int, prices: Prices) -> Iterator[Paid]:
    """The new persons by source: whole persons whose numbers add up, whatever the parts."""
    part, given = 0.0, 0
    for share in target.mix:
        part += share.part
        upto = min(new, math.floor(new * part + 1e-6))
        persons, given = upto - given, upto
        yield Paid(share.funding, persons, persons * prices.of_year(share.route, share.funding, year))


def _added(scenario: Scenario, year: int) -> int:
    payers = [payer for group in scenario.groups for payer in group.payers]
    return sum(number for payer in payers for added_in, number in payer.added.items() if added_in <= year)


def reached_by_money(scenario: Scenario, target: Target, year: int, prices: Prices, population: int) -> int | None:
    """Persons covered when each source first pays for those it keeps, and with the rest for new ones for the whole year.

    Sources that do not say how much they have go on paying for those they keep, and for nobody new.
    """
    change, known = 0, False
    for one in scenario.money:
        amount, route = one.amount(year), _route(scenario, target, one)
        if amount is None or route is None:
            continue
        known = True
        change += affordable(amount, _kept(scenario, one, year, prices), prices.of_year(route, one.funding, year))
    return max(0, min(population, target.covered + change)) if known else None


def affordable(money: int, kept: tuple[int, int], price: int) -> int:
    """New persons that money pays for beside those kept; below zero where it does not even do for them.

    Args:
        kept: persons, and whole rupiah that they cost.
        price: of one more person for the year.
    """
    persons, cost = kept
    if money >= cost:
        return (money - cost) // price
    return persons * money // cost - persons


def _kept(scenario: Scenario, money: Money, year: int, prices: Prices) -> tuple[int, int]:
    """Those a source keeps from before the scenario, and what they cost in a year."""
    found = [
        (group.route, payer) for group in scenario.groups for payer in group.payers if payer.funding == money.funding
    ]
    return sum(payer.kept for _, payer in found), sum(
        payer.kept * prices.of_payer(route, payer, year) for route, payer in found
    )


def _route(scenario: Scenario, target: Target, money: Money) -> Route | None:
    """How those would be registered whom a source pays for anew: as in the target's mix, else as those it pays for now."""
    routes: Mapping[str, Route] = {
        payer.funding: group.route for group in scenario.groups for payer in group.payers
    } | {share.funding: share.route for share in target.mix}
    return routes.get(money.funding)


def _goal(scenario: Scenario, target: Target, year: int, growth: float) -> int:
    """Persons that the last share of the target means in a year."""
    population = population_of(target, scenario.first, year, growth)
    last = max(target.persons or target.shares)
    aim = target.persons[last] if target.persons else target.shares[last] * population
    return min(population, math.ceil(aim - 1e-6))


def _met_by_money(scenario: Scenario, target: Target, prices: Prices, growth: float) -> int | None:
    for year in range(scenario.first, scenario.first + LONGEST):
        population = population_of(target, scenario.first, year, growth)
        reached = reached_by_money(scenario, target, year, prices, population)
        if reached is not None and reached >= _goal(scenario, target, year, growth):
            return year
    return None
