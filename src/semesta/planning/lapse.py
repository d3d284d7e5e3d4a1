"""What unpaid months cost: contributions saved, months without cover by law, and what heirs would not get."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from semesta.law.due.cover import Payment, months_uncovered
from semesta.law.due.days import month_after
from semesta.planning.assumptions import assumed
from semesta.planning.budget import Budget, Need
from semesta.planning.cover import Payer
from semesta.planning.estimate import Estimate
from semesta.planning.price import Grant, Prices
from semesta.planning.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Lapse:
    """The months between the last one paid in a year and the first one paid in the next, for the persons of a need."""

    group: str
    payer: Payer
    year: int
    persons: int
    unpaid: int
    """Months."""
    uncovered: int
    """Of them months in which nobody is covered any more."""
    waiting: int
    """Months after cover begins again in which heirs get the funeral alone, where those who come back wait anew."""
    saved: int
    """Contributions not paid, in whole rupiah."""
    lost_if_death: int
    """What heirs of one member would not get in an uncovered month: the whole JKM benefit."""
    lost_while_waiting: int
    """The same in a month of waiting: all but the funeral."""
    expected: Estimate
    """What heirs of all these persons would not get, in whole rupiah, by the assumed deaths (`DEATHS`): an expectation, while
    a single year may bring nothing or several whole benefits."""
    verified: bool


DEATHS = "jkm_deaths_bpu"
"""The assumption by which deaths are expected: only who works without wage loses cover by not paying."""
NOTHING_LOST = Grant(0, 0, 0, True)


def lapses(scenario: Scenario, budget: Budget, prices: Prices) -> tuple[Lapse, ...]:
    """Every gap between the first year's payments and the next year's; empty where all twelve months are paid."""
    deaths = assumed(DEATHS, scenario.assumptions).value
    return tuple(_lapses(budget.of_year(scenario.first), prices, deaths))


def _lapses(needs: list[Need], prices: Prices, deaths: Estimate) -> Iterator[Lapse]:
    for need in needs:
        first, last = need.payer.first_month, need.payer.last_month
        if last - first < 11:
            yield _lapse(need, prices, deaths)


def _lapse(need: Need, prices: Prices, deaths: Estimate) -> Lapse:
    payer, route = need.payer, need.route
    stops = month_after(dt.date(need.year, payer.last_month, 1), 1)
    resumes = dt.date(need.year + 1, payer.first_month, 1)
    gap = [month_after(stops, n) for n in range((resumes.year - stops.year) * 12 + resumes.month - stops.month)]
    uncovered = months_uncovered(prices.law, stops, gap[-1], segment=route.segment, payments=payments(payer, need.year))
    grant = prices.grant(route, payer.funding, resumes) if uncovered else NOTHING_LOST
    lost_in_wait = grant.full - grant.least
    lost = len(uncovered) * grant.full + grant.waits * lost_in_wait
    return Lapse(
        need.group,
        payer,
        need.year,
        need.persons,
        len(gap),
        len(uncovered),
        grant.waits,
        need.persons * sum(prices.of(route, payer.funding, month).amount for month in gap),
        grant.full,
        lost_in_wait,
        deaths.at(lambda rate: float(round(need.persons * rate / 1_000 / 12 * lost))),
        grant.verified,
    )


def payments(payer: Payer, year: int) -> list[Payment]:
    """Each month of a year that a payer pays, in its own month."""
    months = [dt.date(year, month, 1) for month in range(payer.first_month, payer.last_month + 1)]
    return [Payment(month, month) for month in months]
