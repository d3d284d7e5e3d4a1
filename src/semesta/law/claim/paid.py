"""How many months of contribution stand behind a claim, where the case gives its payments and not their number."""

from __future__ import annotations

import datetime as dt

from semesta.law.beside import payments_of
from semesta.law.faults import InputError
from semesta.law.history import month_of
from semesta.law.items import Facts


def with_months_paid(case: Facts, on: dt.date | None) -> Facts:
    """The case with `months_paid` from the payments made up to the day of the event; months still ahead do not count.

    Payments that cannot be read are left alone: whoever tells the cover of that day refuses them.
    """
    if on is None or case.get("months_paid") is not None or not case.get("payments"):
        return case
    try:
        payments = payments_of(case)
    except InputError:
        return case
    first_and_number = [(month_of(p.month), p.months) for p in payments if p.paid_on <= on]
    paid = {month for first, number in first_and_number for month in range(first, first + number)}
    return {**case, "months_paid": len([month for month in paid if month <= month_of(on)])}
