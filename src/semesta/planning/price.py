"""What a month of cover costs one person by the law of that month, and what a death in it pays, for the way a group is registered."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from semesta.basics.words import Words, same
from semesta.law.law import Law, Result
from semesta.planning.cover import Payer, Route
from semesta.planning.growth import grown
from semesta.planning.scenario import Scenario

PRICE = "cover_price_per_month"
FINER = 1_000_000
"""A wage so many times as high has a contribution that is whole by the law's rates, of millionths: what is lost to rounding shows."""


@dataclass(frozen=True, slots=True)
class MonthPrice:
    """Whole rupiah for one person and month; `programmes` are its parts, none where the office reckons with a price of its own."""

    amount: int
    programmes: Mapping[str, int]
    verified: bool
    doubts: tuple[Words, ...] = ()
    """Which values of law were not verified, and why; of a price that does not hang on them none."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What heirs get under JKM, in whole rupiah without scholarships: `least` until `waits` months have been paid."""

    full: int
    least: int
    waits: int
    verified: bool


class Prices:
    """Prices of the months of a scenario that begins in `first`; each is asked of the law once."""

    def __init__(self, law: Law, first: int, wage_growth: float = 0.0) -> None:
        """`wage_growth` is a part by which wages grow a year."""
        self.law, self.first, self.wage_growth = law, first, wage_growth
        self._known: dict[tuple[Route, str, int | None, dt.date], MonthPrice] = {}
        self._changes = law.book.changes([PRICE])
        self._years: dict[tuple[Route, str, int, int, int], int] = {}

    def with_wages(self, growth: float) -> Prices:
        """The prices when wages grow otherwise."""
        return self if growth == self.wage_growth else Prices(self.law, self.first, growth)

    def of(self, route: Route, funding: str, month: dt.date) -> MonthPrice:
        """The price of a month, its first day.

        Raises:
            NoLawOnDate: a month before the law.
        """
        # Between two changes of law the price is one: the law need not be asked for every month of thirty years.
        latest = bisect_right(self._changes, month)
        key = (route, funding, self.wage(route, month.year), self._changes[latest - 1] if latest else month)
        if key not in self._known:
            self._known[key] = self._asked(route, funding, month)
        return self._known[key]

    def of_year(self, route: Route, funding: str, year: int, first: int = 1, last: int = 12) -> int:
        """Rupiah for one person from the first to the last month of a year."""
        key = (route, funding, year, first, last)
        if key not in self._years:
            months = (dt.date(year, month, 1) for month in range(first, last + 1))
            self._years[key] = sum(self.of(route, funding, month).amount for month in months)
        return self._years[key]

    def of_payer(self, route: Route, payer: Payer, year: int) -> int:
        """Rupiah for one person over the months of a year that this payer pays."""
        return self.of_year(route, payer.funding, year, payer.first_month, payer.last_month)

    def wage(self, route: Route, year: int) -> int | None:
        """The monthly wage of a year."""
        if route.wage_per_month is None:
            return None
        return round(grown(route.wage_per_month, self.wage_growth, year - self.first))

    def grant(self, route: Route, funding: str, day: dt.date) -> Grant:
        """What a death pays by the law of a day.

        Raises:
            NoLawOnDate: a day before the law.
        """
        asked = self.inputs(route, funding, day.year)
        paid = [self.law.value("jkm_benefit", date=day, months_paid=months, **asked) for months in range(13)]
        amounts = [int(found.value or 0) for found in paid]
        verified = paid[0].verified and paid[-1].verified
        return Grant(amounts[-1], amounts[0], amounts.index(amounts[-1]), verified)

    def inputs(self, route: Route, funding: str, year: int) -> dict[str, int | str]:
        """What the law is told of one person; what is not known is not told."""
        told = {
            "package": route.package,
            "segment": route.segment,
            "funding": funding,
            "sector": route.sector,
            "wage_per_month": self.wage(route, year) if route.segment == "PU" else None,
            "risk_class": route.risk_class if route.segment == "PU" else None,
            "industry": (route.industry or None) if route.segment == "PU" else None,
            "workers": route.workers if route.segment == "PU" else None,
            "income_per_month": route.income_per_month if route.segment == "BPU" else None,
        }
        return {name: value for name, value in told.items() if value is not None}

    def _asked(self, route: Route, funding: str, month: dt.date) -> MonthPrice:
        if route.own_price is not None:
            return MonthPrice(route.own_price, {}, True)
        programmes = route.package.split("+")
        names = [PRICE, *(f"{name.lower()}_contribution" for name in programmes)]
        told = self.inputs(route, funding, month.year)
        wage = told.get("wage_per_month")
        if isinstance(wage, int) and route.rounding != "nearest":
            return self._rounded(programmes, month, {**told, "wage_per_month": wage * FINER}, up=route.rounding == "up")
        whole, *parts = self.law.values(names, date=month, **told)
        if not isinstance(whole.value, int):
            raise ValueError(f"no price: {', '.join(whole.missing)}")  # what is read makes sure that there is one
        made_up = {name: int(part.value or 0) for name, part in zip(programmes, parts, strict=True)}
        return MonthPrice(whole.value, made_up, whole.verified, _doubts([whole]))

    def _rounded(self, programmes: list[str], month: dt.date, told: dict[str, int | str], *, up: bool) -> MonthPrice:
        """The contribution of each programme, rounded on its own; `told` has the wage FINER times over."""
        names = [f"{name.lower()}_contribution" for name in programmes]
        found = self.law.values(names, date=month, **told)
        exact = [int(part.value or 0) for part in found]
        rounded = [-(-one // FINER) if up else one // FINER for one in exact]
        return MonthPrice(
            sum(rounded),
            dict(zip(programmes, rounded, strict=True)),
            all(part.verified for part in found),
            _doubts(found),
        )


def _doubts(found: Iterable[Result]) -> tuple[Words, ...]:
    told = (one.title + same(": ") + one.note for result in found if not result.verified for one in result.doubts)
    return tuple(dict.fromkeys(told))


def prices_of(scenario: Scenario, law: Law) -> Prices:
    """The prices of a scenario's months, with wages as they grow at its central assumption."""
    return Prices(law, scenario.first, scenario.wage_growth.value.central if scenario.wage_growth else 0.0)
