"""Months of a year in which those whom a plan pays for are covered, paid or not, and what a death in them earns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from semesta.law.due.cover import months_uncovered
from semesta.planning.budget import Need
from semesta.planning.lapse import payments
from semesta.planning.price import Grant, Prices

DECEMBER = 12
LONG = 1_000
"""Months paid by who was there before the plan: long enough for everything that asks for some."""


@dataclass(frozen=True, slots=True)
class Exposed:
    """Person-months of cover of one need: those paid, and those in which the law still covers who has stopped to pay.

    `waiting` are those in which heirs get the funeral alone, `unearned` those in which there is no scholarship under JKM yet.
    """

    months: int
    waiting: int
    unearned: int
    grant: Grant
    scholarship_after: int
    """Months of contribution that a scholarship under JKM needs."""


@dataclass(frozen=True, slots=True)
class _Year:
    """What a year is to one person: covered months before the first payment, months paid, covered months after the last."""

    before: int
    paid: int
    after: int

    @property
    def months(self) -> int:
        return self.before + self.paid + self.after

    def until(self, needed: int, paid_already: int) -> int:
        """Covered months of this year in which fewer than `needed` months have been paid, so many of them already."""
        left = needed - paid_already
        if left <= 0:
            return 0
        return self.months if left > self.paid else self.before + left


def exposed(need: Need, prices: Prices) -> Exposed:
    """The cover of a need's people: kept ones are taken to have been paid for in the same months of the year before.

    Who was not covered for a month before the first that is paid waits anew, as `lapse` says.

    Raises:
        NoLawOnDate: a month before the law.
    """
    payer = need.payer
    day = dt.date(need.year, payer.first_month, 1)
    grant = prices.grant(need.route, payer.funding, day)
    wait = grant.waits
    needed = int(prices.law.value("jkm_scholarship_months", date=day).value or 0)
    before, after, is_broken = _unpaid(need, prices)
    paid = payer.last_month - payer.first_month + 1
    first = payer.last_month - max(payer.first_month, payer.begins) + 1
    kept, new, again = _Year(before, paid, after), _Year(0, first, after), _Year(0, paid, after)
    waited, unearned = need.added * new.until(wait, 0), need.added * new.until(needed, 0)
    for persons, since, ever in _cohorts(need, first, paid, is_broken=is_broken):
        unearned += persons * kept.until(needed, ever)
        if is_broken:
            waited += persons * ((before if since < wait else 0) + again.until(wait, 0))
        else:
            waited += persons * kept.until(wait, since)
    return Exposed(need.kept * kept.months + need.added * new.months, waited, unearned, grant, needed)


def _cohorts(need: Need, first: int, paid: int, *, is_broken: bool) -> Iterator[tuple[int, int, int]]:
    """Those kept, by when they began: persons, months paid since cover last began until this year, and months ever paid.

    Args:
        first: months paid in the year in which somebody begins; paid: in every later one.
        is_broken: whether cover ends between the months paid of one year and the next.
    """
    begun = {year: number for year, number in need.payer.added.items() if year < need.year and number}
    yield need.kept - sum(begun.values()), paid if is_broken else LONG, LONG
    for year, number in begun.items():
        ever = first + (need.year - year - 1) * paid
        yield number, paid if is_broken and ever > first else ever, ever


def _unpaid(need: Need, prices: Prices) -> tuple[int, int, bool]:
    """Months covered though unpaid before the first and after the last that is paid, and whether cover ends in between."""
    payer, year = need.payer, need.year
    if payer.first_month == 1 and payer.last_month == DECEMBER:
        return 0, 0, False
    head, tail = payer.first_month - 1, DECEMBER - payer.last_month
    lost_before = _uncovered(need, prices, year - 1, dt.date(year, 1, 1), dt.date(year, head, 1)) if head else 0
    lost_after = (
        _uncovered(need, prices, year, dt.date(year, payer.last_month + 1, 1), dt.date(year, DECEMBER, 1))
        if tail
        else 0
    )
    # What was lost at the end of this year was lost at the end of the last one too, where the same months were paid.
    return head - lost_before, tail - lost_after, bool(lost_before or lost_after)


def _uncovered(need: Need, prices: Prices, paid_in: int, first: dt.date, last: dt.date) -> int:
    paid = payments(need.payer, paid_in)
    return len(months_uncovered(prices.law, first, last, segment=need.route.segment, payments=paid))
