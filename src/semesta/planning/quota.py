"""A quota over a year in which people leave: with replacement more people are served, without it money stays unspent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from semesta.planning.budget import Budget, Cost, Need
from semesta.planning.cover import Payer
from semesta.planning.estimate import Estimate
from semesta.planning.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Quota:
    """What leaving makes of one payer's places in a year; every number follows the assumption `leaving`."""

    group: str
    payer: Payer
    year: int
    places: int
    leavers: Estimate
    """Persons who leave within the months that are paid; with replacement so many more are served."""
    unspent: Estimate
    """Whole rupiah that stay when nobody takes the place of those who leave."""


def quotas(scenario: Scenario, budget: Budget) -> tuple[Quota, ...]:
    """The quotas of the first year; none where the scenario does not say how many leave."""
    if scenario.leaving is None:
        return ()
    return tuple(_quotas(budget, scenario.leaving.value, scenario.first))


def _quotas(budget: Budget, leaving: Estimate, year: int) -> Iterator[Quota]:
    of_payer: dict[int, list[Cost]] = defaultdict(list)
    for cost in budget.costs:
        if cost.month.year == year:
            of_payer[id(cost.payer)].append(cost)
    for need in budget.of_year(year):
        months = of_payer[id(need.payer)]
        yield Quota(
            need.group,
            need.payer,
            year,
            need.persons,
            leaving.at(lambda rate, n=need, m=months: _leavers(n, m, rate)),  # type: ignore[misc]
            leaving.at(lambda rate, m=months: _unspent(m, rate)),  # type: ignore[misc]
        )


def _left(rate: float, months: int) -> float:
    """The part that has left after so many months, evenly over the year."""
    return float(1 - (1 - rate) ** (months / 12))


def _leavers(need: Need, months: list[Cost], rate: float) -> float:
    begun = need.payer.last_month - need.payer.begins + 1
    return need.kept * _left(rate, len(months)) + need.added * _left(rate, begun)


def _unspent(months: list[Cost], rate: float) -> float:
    """The price of the places that stand empty: those who leave in a month are still paid for in it."""
    total = 0.0
    for number, cost in enumerate(months):
        begun = max(0, cost.month.month - cost.payer.begins)
        total += cost.price.amount * (cost.kept * _left(rate, number) + cost.added * _left(rate, begun))
    return float(round(total))
