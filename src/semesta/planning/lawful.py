"""What the law of a month asks and pays for one person: the two sides that a deficit is held against."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from semesta.basics.period import Period
from semesta.law.answers import benefit
from semesta.law.law import Law, Result

PAID_LONG = 120
"""Months of contribution after which no waiting time is left."""


@dataclass(frozen=True, slots=True)
class Terms:
    """One programme and segment in a month, in whole rupiah; `benefit` is what one event pays without scholarships.

    `price` is None where the law asks more than was said, as the wage of who has one. `benefit` is None where the law names no sum:
    a work accident is treated until it is healed.
    """

    programme: str
    segment: str
    month: dt.date
    price: int | None
    benefit: int | None
    least: int | None
    """To who has paid one month only: less than `benefit` where there is a waiting time."""
    most: int | None
    """With two scholarships of the longest course, the most that one event can pay."""
    verified: bool
    waits: int = 0
    """Months of contributions from which on the whole benefit is paid; 0 where there is no waiting time."""

    @property
    def break_even(self) -> float | None:
        """Events per 1,000 person-years at which a year's contributions pay for them; no expectation of anything."""
        return 1000 * 12 * self.price / self.benefit if self.benefit and self.price is not None else None


def terms(law: Law, programme: str, segment: str, month: dt.date, **facts: Any) -> Terms:
    """What the law of a month says; `facts` are what it asks of one person, as `wage_per_month` and `risk_class`.

    Raises:
        NoLawOnDate: a month before the law.
    """
    found = _price(law, programme, segment, month, **facts)
    price = found.value if isinstance(found.value, int) else None
    if programme != "JKM":
        return Terms(programme, segment, month, price, None, None, None, found.verified)
    case = {"programme": "JKM", "event": "death", "date": month, "segment": segment, "months_paid": PAID_LONG}
    plain, early = benefit(case, law), benefit({**case, "months_paid": 1}, law)
    full = benefit({**case, "children": [{"level": "TK"}, {"level": "TK"}]}, law)
    waits = next(
        months for months in range(PAID_LONG) if benefit({**case, "months_paid": months}, law).total == plain.total
    )
    verified = found.verified and plain.verified
    return Terms(programme, segment, month, price, plain.total, early.total, full.total, verified, waits)


def mean_price(law: Law, programme: str, segment: str, period: Period) -> float | None:
    """Rupiah of one person-month, on average over the months of a period, each by its own law: reliefs of a part of it count.

    None where the law asks more than is known, or the period has no beginning.

    Raises:
        NoLawOnDate: a month before the law.
    """
    if period.start is None or not period.months:
        return None
    first = period.start.year * 12 + period.start.month - 1
    each = [
        _price(law, programme, segment, dt.date(month // 12, month % 12 + 1, 1)).value
        for month in range(first, first + period.months)
    ]
    known = [one for one in each if isinstance(one, int)]
    return sum(known) / len(each) if len(known) == len(each) else None


def _price(law: Law, programme: str, segment: str, month: dt.date, **facts: Any) -> Result:
    told = {"segment": segment, "package": "JKK+JKM", "funding": "apbd", "sector": "other", **facts}
    return law.value(f"{programme.lower()}_contribution", date=month, **told)
