"""One group registered either way: what PU and BPU cost, and what they buy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from semesta.planning.cover import Group
from semesta.planning.price import Prices
from semesta.planning.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Way:
    """A group by one way in the first year, in whole rupiah; benefits are those of one person on its first day."""

    segment: str
    price: int
    """Per person and month in January, by who pays for most of them: a relief may hold for some payers alone."""
    amount: int
    """All persons of the group's payers, all twelve months."""
    jkk_death: int
    """Grant when somebody dies of an accident at work: 48 times the basis."""
    jkm_new: int
    """JKM benefit in the first month of membership."""
    jkm_full: int
    verified: bool


@dataclass(frozen=True, slots=True)
class Ways:
    group: str
    persons: int
    chosen: str
    """PU or BPU, as the scenario registers them."""
    pu: Way
    bpu: Way


def both_ways(scenario: Scenario, prices: Prices) -> tuple[Ways, ...]:
    """Every group of which a wage and a class of risk are known, by both ways."""
    return tuple(_both(scenario, prices))


def _both(scenario: Scenario, prices: Prices) -> Iterator[Ways]:
    for group in scenario.groups:
        if group.route.wage_per_month and group.route.risk_class:
            persons = sum(sum(payer.persons(scenario.first)) for payer in group.payers)
            pu, bpu = (_way(group, segment, scenario.first, prices) for segment in ("PU", "BPU"))
            yield Ways(group.code, persons, group.route.segment, pu, bpu)


def _way(group: Group, segment: str, year: int, prices: Prices) -> Way:
    route = replace(group.route, segment=segment, own_price=None)
    most = max(group.payers, key=lambda payer: (sum(payer.persons(year)), payer.funding))
    funding, day = most.funding, dt.date(year, 1, 1)
    death = prices.law.value("jkk_death_grant", date=day, months_paid=12, **prices.inputs(route, funding, year))
    grant, price = prices.grant(route, funding, day), prices.of(route, funding, day)
    verified = all(prices.of(route, payer.funding, day).verified for payer in group.payers)
    return Way(
        segment,
        price.amount,
        sum(sum(p.persons(year)) * prices.of_year(route, p.funding, year) for p in group.payers),
        int(death.value or 0),
        grant.least,
        grant.full,
        verified and death.verified and grant.verified,
    )
