"""What unpaid months cost: contributions saved, months without cover by law, and what heirs would not get."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from semesta.law.due.cover import Payment, months_uncovered
from semesta.law.due.days import month_after
from semesta.law.law import Law
from semesta.planning.assumptions import assumed
from semesta.planning.budget import Budget, Need
from semesta.planning.cover import Payer, Route
from semesta.planning.estimate import Estimate
from semesta.planning.price import Prices
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
    payer, route, law = need.payer, need.route, prices.law
    stops = month_after(dt.date(need.year, payer.last_month, 1), 1)
    resumes = dt.date(need.year + 1, payer.first_month, 1)
    gap = [month_after(stops, n) for n in range((resumes.year - stops.year) * 12 + resumes.month - stops.month)]
    uncovered = months_uncovered(law, stops, gap[-1], segment=route.segment, payments=_payments(payer, need.year))
    months, full, least, verified = waiting(law, route, prices, payer, resumes) if uncovered else (0, 0, 0, True)
    lost = len(uncovered) * full + months * (full - least)
    return Lapse(
        need.group,
        payer,
        need.year,
        need.persons,
        len(gap),
        len(uncovered),
        months,
        need.persons * sum(prices.of(route, payer.funding, month).amount for month in gap),
        full,
        full - least,
        deaths.at(lambda rate: float(round(need.persons * rate / 1_000 / 12 * lost))),
        verified,
    )


def _payments(payer: Payer, year: int) -> list[Payment]:
    months = [dt.date(year, month, 1) for month in range(payer.first_month, payer.last_month + 1)]
    return [Payment(month, month) for month in months]


def waiting(law: Law, route: Route, prices: Prices, payer: Payer, day: dt.date) -> tuple[int, int, int, bool]:
    """Months of waiting after coming back, the full JKM benefit, what is paid while waiting, and whether that is verified."""
    asked = prices.inputs(route, payer.funding, day.year)

    def benefit(months: int) -> tuple[int, bool]:
        found = law.value("jkm_benefit", date=day, months_paid=months, **asked)
        return int(found.value or 0), found.verified

    full, verified = benefit(12)
    months = next(months for months in range(13) if benefit(months)[0] == full)
    return months, full, benefit(0)[0], verified and benefit(0)[1]
