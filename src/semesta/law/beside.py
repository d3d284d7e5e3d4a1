"""What stands beside a monthly bill: until when it is paid, from when the person is covered, and when cover lapses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from semesta.basics.words import Words, same
from semesta.law.asked import with_days
from semesta.law.deadline import Deadline
from semesta.law.due.cited import Cited, cited
from semesta.law.due.cover import Cover, Payment, cover_begins, covered_on, months_uncovered
from semesta.law.due.days import DueDay, due_day, months_late
from semesta.law.due.registration import REGISTRATION_NEEDS, registration_deadlines
from semesta.law.due.relief import relief_deadlines
from semesta.law.faults import InputError, NoLawOnDate
from semesta.law.items import Facts
from semesta.law.law import LAW, Law

PAYMENT_NEEDS = ("paid_on", "payments", "registered_on", "ends_on", *REGISTRATION_NEEDS)
"""What a case says of when was paid: the bill of the month on `paid_on`, earlier ones in `payments`; and of registering."""

_KEYS = {"paid_on", "month", "months"}


@dataclass(frozen=True)
class Beside:
    """`lapses` are months without payment, with None where not paying does not end cover.

    `late` are months begun since the due day and `cover` is as of the last payment, both None where the case names no
    payment; `uncovered` are the months from the first one paid to that of the bill on whose first day there was no cover.
    Without `has_history` nobody knows whether the payment of the bill was the first. `jkm_waits` are the months before the
    whole JKM is paid, for those without wage since there is such a time.
    """

    segment: str
    due: DueDay
    begins: Cited
    lapses: Cited
    paid_on: dt.date | None
    late: int | None
    cover: Cover | None
    uncovered: tuple[dt.date, ...]
    has_history: bool = False
    deadlines: tuple[Deadline, ...] = ()
    jkm_waits: Cited | None = None


def beside(case: Facts, month: dt.date, law: Law = LAW) -> Beside | None:
    """What stands beside the bill of a month; None where the law of due days was not yet law.

    Raises:
        InputError: payments or days that cannot be read.
    """
    segment = str(case["segment"])
    payments = payments_of(case, month)
    paid_on = with_days(case.get("paid_on"))
    try:
        due = due_day(law, segment=segment, month=month)
        begins = cover_begins(law, month, segment)
        lapses = cited(law, "cover_lapses_after_unpaid_months", month, segment)
        last = max((payment.paid_on for payment in payments), default=None)
        cover = cover_on(case, last, law, payments) if last else None
        first = min((payment.month for payment in payments), default=month)
        gaps = months_uncovered(law, first, month, segment=segment, payments=payments) if payments else []
    except NoLawOnDate:
        return None
    late = months_late(due.day, paid_on) if paid_on and due.day else None
    return Beside(
        segment,
        due,
        begins,
        lapses,
        paid_on,
        late,
        cover,
        tuple(gap for gap in gaps if gap > first),
        bool(case.get("payments")),
        (*registration_deadlines(with_days(case), law), *relief_deadlines(case, month, law)),
        _jkm_waits(segment, month, law),
    )


def _jkm_waits(segment: str, month: dt.date, law: Law) -> Cited | None:
    begun = law.book.parameters["jkm_bpu_waiting_months"].on(month) is not None
    return cited(law, "jkm_bpu_waiting_months", month) if begun and segment == "BPU" else None


def cover_on(case: Facts, day: dt.date, law: Law, payments: list[Payment]) -> Cover:
    """Whether the person of a case is covered on a day, by the payments until then."""
    return covered_on(
        law,
        day,
        segment=str(case["segment"]),
        payments=payments,
        registered_on=_day(case, "registered_on"),
        ends_on=_day(case, "ends_on"),
    )


def payments_of(case: Facts, month: dt.date | None = None) -> list[Payment]:
    """The payments that a case names, with that of the month of the bill where it says `paid_on`.

    Raises:
        InputError: every one that cannot be read.
    """
    given = with_days(case.get("payments") or [])
    if not isinstance(given, list):
        raise InputError([same("payments") + _WANTED])
    faults: list[Words] = []
    payments = [_payment(number, entry, faults) for number, entry in enumerate(given, 1)]
    if faults:
        raise InputError(faults)
    known = [payment for payment in payments if payment]
    paid_on = _day(case, "paid_on")
    return [*known, Payment(paid_on, month)] if paid_on and month else known


_WANTED = Words(
    " perlu paid_on (2025-01-10), month (2025-01), dan bila lebih dari satu months",
    " needs paid_on (2025-01-10), month (2025-01), and months where they are more than one",
)


def _payment(number: int, entry: Any, faults: list[Words]) -> Payment | None:
    given = entry if isinstance(entry, Mapping) else {}
    paid_on, months = given.get("paid_on"), given.get("months", 1)
    first = _first_of(given.get("month"))
    if type(paid_on) is dt.date and first and type(months) is int and months >= 1 and not set(given) - _KEYS:
        return Payment(paid_on, first, months)
    faults.append(same(f"payments[{number}]") + _WANTED)
    return None


def _first_of(month: Any) -> dt.date | None:
    if isinstance(month, dt.date):
        return month.replace(day=1)
    try:
        return dt.date.fromisoformat(f"{month}-01")
    except ValueError:
        return None


def _day(case: Facts, name: str) -> dt.date | None:
    given = with_days(case.get(name))
    if given is None or type(given) is dt.date:
        return given
    raise InputError([same(f"{name} = {given}") + Words(" bukan tanggal", " is no day")])
