"""What cover costs month by month, what each payer needs for a year, and how far the money there is goes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from semesta.basics import lists
from semesta.planning.aims import Money
from semesta.planning.cover import Group, Payer, Route
from semesta.planning.estimate import Estimate
from semesta.planning.price import MonthPrice, Prices
from semesta.planning.scenario import Scenario

PRIVATE = ("csr", "mandiri", "pemberi_kerja")
"""Sources that stand in no budget of government."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one payer owes for one group in one month."""

    group: str
    payer: Payer
    month: dt.date
    kept: int
    added: int
    price: MonthPrice

    @property
    def persons(self) -> int:
        return self.kept + self.added

    @property
    def amount(self) -> int:
        """Whole rupiah."""
        return self.persons * self.price.amount


@dataclass(frozen=True, slots=True)
class Need:
    """What one payer needs for one group in one year, in whole rupiah: (kept + added) × months × price, month by month."""

    group: str
    route: Route
    """How these people are registered; the same group may stand twice, each time in another way."""
    payer: Payer
    year: int
    kept: int
    added: int
    person_months: int
    amount: int
    prices: tuple[int, ...]
    """Rupiah per person and month, in the order in which they come in the year; several where the law changes within it."""
    verified: bool
    whole_year: int
    """The same people from the first to the last month that is paid: what next year has to bear when some began late."""

    @property
    def persons(self) -> int:
        return self.kept + self.added

    @property
    def saved_by_late_start(self) -> int:
        return self.whole_year - self.amount


@dataclass(frozen=True, slots=True)
class Balance:
    """The need of one source in a year against its money; `money` None where no amount is known, which is not zero."""

    funding: str
    year: int
    persons: int
    need: int
    need_of_kept: int
    money: int | None
    stage: str
    need_range: Estimate | None = None
    """The need as wages grow at the least and at the most that is assumed; None where nothing is assumed that moves it."""

    @property
    def shortfall(self) -> int | None:
        """Need − money; below zero is left over. None where the money is not known."""
        return None if self.money is None else self.need - self.money


@dataclass(frozen=True, slots=True)
class Budget:
    """The costs of every month, and what they add up to."""

    costs: tuple[Cost, ...]
    needs: tuple[Need, ...]
    balances: tuple[Balance, ...]

    def by_account(self, year: int, *, public: bool = False) -> dict[tuple[str, str, str], int]:
        """Whole rupiah of a year by office, account and programme; "" for what stands under no account, or is not split.

        Args:
            public: of budgets of government alone.
        """
        found: dict[tuple[str, str, str], int] = defaultdict(int)
        for cost in self.costs:
            if cost.month.year == year and not (public and is_private(cost.payer.funding)):
                for programme, account, price in _by_account(cost):
                    found[cost.payer.office, account, programme] += cost.persons * price
        return dict(found)

    def shortages(self) -> dict[int, int]:
        """Rupiah that lack in each year over the sources whose money is known; a year in which none is short is not there.

        What one source has left pays for no other.
        """
        found: dict[int, int] = defaultdict(int)
        for one in self.balances:
            if one.shortfall is not None and one.shortfall > 0:
                found[one.year] += one.shortfall
        return dict(found)

    def of_year(self, year: int) -> list[Need]:
        return [need for need in self.needs if need.year == year]


def is_private(funding: str) -> bool:
    """Whether a source stands in no budget of government."""
    return any(lists.FUNDINGS.is_within(funding, one) for one in PRIVATE)


def _by_account(cost: Cost) -> Iterator[tuple[str, str, int]]:
    """Programme, account and rupiah per person; together where nothing splits them."""
    if not cost.payer.accounts or not cost.price.programmes:
        yield "", cost.payer.account, cost.price.amount
        return
    for programme, price in cost.price.programmes.items():
        yield programme, cost.payer.accounts.get(programme, ""), price


def budget(scenario: Scenario, prices: Prices) -> Budget:
    """Need and balances of every year of a scenario.

    Raises:
        NoLawOnDate: a month before the law.
    """
    needs, costs = [], []
    for year in scenario.years:
        for group in scenario.groups:
            for payer in group.payers:
                months = list(_months(group, payer, year, prices))
                costs += months
                needs.append(_need(months, payer, prices, group))
    return Budget(tuple(costs), tuple(needs), tuple(_balances(scenario, needs, prices)))


def with_ranges(made: Budget, scenario: Scenario, prices: Prices) -> Budget:
    """The budget with what its assumption of wages leaves open of each balance."""
    wages = scenario.wage_growth
    if wages is None or wages.value.low == wages.value.high:
        return made
    ends = [budget(scenario, prices.with_wages(growth)).balances for growth in (wages.value.low, wages.value.high)]
    ranged = (replace(one, need_range=_range(one, *others)) for one, *others in zip(made.balances, *ends, strict=True))
    return replace(made, balances=tuple(ranged))


def _range(one: Balance, *others: Balance) -> Estimate | None:
    needs = [one.need, *(other.need for other in others)]
    return Estimate(min(needs), one.need, max(needs)) if len(set(needs)) > 1 else None


def _months(group: Group, payer: Payer, year: int, prices: Prices) -> Iterator[Cost]:
    kept, added = payer.persons(year)
    for month in range(payer.first_month, payer.last_month + 1):
        day = dt.date(year, month, 1)
        begun = added if month >= payer.begins else 0
        yield Cost(group.code, payer, day, kept, begun, prices.of(group.route, payer.funding, day))


def _need(months: list[Cost], payer: Payer, prices: Prices, group: Group) -> Need:
    year, (kept, added) = months[0].month.year, payer.persons(months[0].month.year)
    each = prices.of_payer(group.route, payer, year)
    return Need(
        group.code,
        group.route,
        payer,
        year,
        kept,
        added,
        sum(cost.persons for cost in months),
        sum(cost.amount for cost in months),
        tuple(dict.fromkeys(cost.price.amount for cost in months)),
        all(cost.price.verified for cost in months),
        (kept + added) * each,
    )


def _balances(scenario: Scenario, needs: Iterable[Need], prices: Prices) -> Iterator[Balance]:
    money = {one.funding: one for one in scenario.money}
    by_source: dict[tuple[int, str], list[Need]] = defaultdict(list)
    for need in needs:
        by_source[need.year, need.payer.funding].append(need)
    for year in scenario.years:
        for funding in dict.fromkeys([*(f for y, f in by_source if y == year), *money]):
            found = by_source.get((year, funding), [])
            kept = sum(n.kept * prices.of_payer(n.route, n.payer, year) for n in found)
            has = money.get(funding, Money(funding, {}))
            persons, amount = sum(n.persons for n in found), sum(n.amount for n in found)
            yield Balance(funding, year, persons, amount, kept, has.amount(year), has.stage)
