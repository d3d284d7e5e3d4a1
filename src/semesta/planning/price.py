"""What a month of cover costs one person by the law of that month, for the way a group is registered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from semesta.law.law import Law
from semesta.planning.scenario import Route, Scenario


@dataclass(frozen=True, slots=True)
class MonthPrice:
    """Whole rupiah for one person and month; `programmes` are its parts, none where the office reckons with a price of its own."""

    amount: int
    programmes: Mapping[str, int]
    verified: bool


class Prices:
    """Prices of a scenario's months; each is asked of the law once."""

    def __init__(self, scenario: Scenario, law: Law) -> None:
        self._scenario, self._law = scenario, law
        self._of = cache(self._asked)

    def of(self, route: Route, funding: str, month: dt.date) -> MonthPrice:
        """The price of a month; wages of later years have grown by the scenario's central assumption.

        Raises:
            NoLawOnDate: a month before the law.
        """
        return self._of(route, funding, month)

    def of_year(self, route: Route, funding: str, year: int, first: int = 1, last: int = 12) -> int:
        """Rupiah for one person from the first to the last month of a year."""
        return sum(self.of(route, funding, dt.date(year, month, 1)).amount for month in range(first, last + 1))

    def wage(self, route: Route, year: int) -> int | None:
        """The monthly wage of a year."""
        if route.wage_per_month is None or self._scenario.wage_growth is None:
            return route.wage_per_month
        rate = self._scenario.wage_growth.value.central
        return round(route.wage_per_month * (1 + rate) ** (year - self._scenario.first))

    def inputs(self, route: Route, funding: str, year: int) -> dict[str, int | str]:
        """What the law is told of one person; what is not known is not told."""
        told = {
            "package": route.package,
            "segment": route.segment,
            "funding": funding,
            "sector": route.sector,
            "wage_per_month": self.wage(route, year) if route.segment == "PU" else None,
            "risk_class": route.risk_class if route.segment == "PU" else None,
            "income_per_month": route.income_per_month if route.segment == "BPU" else None,
        }
        return {name: value for name, value in told.items() if value is not None}

    def _asked(self, route: Route, funding: str, month: dt.date) -> MonthPrice:
        if route.own_price is not None:
            return MonthPrice(route.own_price, {}, True)
        programmes = route.package.split("+")
        names = ["cover_price_per_month", *(f"{name.lower()}_contribution" for name in programmes)]
        whole, *parts = self._law.values(names, date=month, **self.inputs(route, funding, month.year))
        made_up = {name: int(part.value or 0) for name, part in zip(programmes, parts, strict=True)}
        return MonthPrice(int(whole.value or 0), made_up, whole.verified)
