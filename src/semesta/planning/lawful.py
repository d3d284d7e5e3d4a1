"""What the law of a month asks and pays for one person: the two sides that a deficit is held against."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from semesta.law.answers import benefit
from semesta.law.law import Law

PAID_LONG = 120
"""Months of contribution after which no waiting time is left."""


@dataclass(frozen=True, slots=True)
class Terms:
    """One programme and segment in a month, in whole rupiah; `benefit` is what one event pays without scholarships.

    `benefit` is None where the law names no sum: a work accident is treated until it is healed.
    """

    programme: str
    segment: str
    month: dt.date
    price: int
    benefit: int | None
    least: int | None
    """To who has paid one month only: less than `benefit` where there is a waiting time."""
    most: int | None
    """With two scholarships of the longest course, the most that one event can pay."""
    verified: bool

    @property
    def break_even(self) -> float | None:
        """Events per 1,000 person-years at which a year's contributions pay for them; no expectation of anything."""
        return 1000 * 12 * self.price / self.benefit if self.benefit else None


def terms(law: Law, programme: str, segment: str, month: dt.date, **facts: Any) -> Terms:
    """What the law of a month says; `facts` are what it asks of one person, as `wage_per_month` and `risk_class`.

    Raises:
        NoLawOnDate: a month before the law.
        ValueError: the facts do not tell the price.
    """
    told = {"segment": segment, "package": "JKK+JKM", "funding": "apbd", "sector": "other", **facts}
    price = law.value(f"{programme.lower()}_contribution", date=month, **told)
    if not isinstance(price.value, int):
        raise ValueError(f"no price: {', '.join(price.missing)}")
    if programme != "JKM":
        return Terms(programme, segment, month, price.value, None, None, None, price.verified)
    case = {"programme": "JKM", "event": "death", "date": month, "segment": segment, "months_paid": PAID_LONG}
    plain, early = benefit(case, law), benefit({**case, "months_paid": 1}, law)
    full = benefit({**case, "children": [{"level": "TK"}, {"level": "TK"}]}, law)
    verified = price.verified and plain.verified
    return Terms(programme, segment, month, price.value, plain.total, early.total, full.total, verified)
