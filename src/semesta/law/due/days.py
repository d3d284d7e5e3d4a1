"""Until which day a contribution is due, how many months late it was paid, and what that costs."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from semesta.basics.shown import day as shown_day
from semesta.basics.words import Words, joined, same
from semesta.law.due.cited import Cited, cited
from semesta.law.working_days import first_working_day

if TYPE_CHECKING:
    from semesta.law.law import Law

_MONTHS = 12


@dataclass(frozen=True)
class DueDay:
    """The last day to pay a month's contribution without being late. `day` is None where no due day of the segment is known.

    Not `verified` while the law of the month, or a holiday on the way, is not.
    """

    day: dt.date | None
    law: str
    verified: bool
    because: Words


def due_day(law: Law, *, segment: str, month: dt.date) -> DueDay:
    """The last day to pay for the month of contribution: PU in the month after it, BPU in the month itself.

    On a day when offices are closed it is the next day when they are open.

    Raises:
        NoLawOnDate: the month lies before the law.
    """
    month = month.replace(day=1)
    on, after = (cited(law, name, month, segment) for name in ("due_day_of_month", "due_months_after"))
    if not isinstance(on.value, int) or not isinstance(after.value, int):
        said = Words(f"tanggal jatuh tempo segmen {segment} tidak ditemukan", f"no due day of {segment} was found")
        return DueDay(None, "", False, said)
    named = _in_month(month_after(month, after.value), on.value)
    found = first_working_day(named)
    return DueDay(
        found.day, on.law, on.verified and after.verified and not found.estimated, _because(on, after, named, found.day)
    )


def month_after(month: dt.date, months: int) -> dt.date:
    """The first day of the month so many months later."""
    number = month.year * _MONTHS + month.month - 1 + months
    return dt.date(number // _MONTHS, number % _MONTHS + 1, 1)


def _in_month(month: dt.date, number: int) -> dt.date:
    """The day of that number in the month, or the last one in a shorter month."""
    return month.replace(day=min(number, calendar.monthrange(month.year, month.month)[1]))


def _because(on: Cited, after: Cited, named: dt.date, found: dt.date) -> Words:
    whose = Words("bulan berikutnya", "of the following month") if after.value else Words("bulan iuran", "of the month")
    parts = [Words(f"tanggal {on.value} ", f"day {on.value} ") + whose + same(f" ({on.law})")]
    if found != named:
        parts.append(
            Words(
                f"{shown_day(named, 'id')} hari libur, menjadi hari kerja berikutnya",
                f"{shown_day(named, 'en')} is a day off, so it is the next working day",
            )
        )
    parts += [reason.note for reason in (on, after) if not reason.verified]
    return joined(parts, "; ")


def months_late(due: dt.date, paid_on: dt.date) -> int:
    """The months begun since the due day; 0 when paid in time. How a month begun counts was not found in the law."""
    if paid_on <= due:
        return 0
    months = (paid_on.year - due.year) * _MONTHS + paid_on.month - due.month
    return months + (paid_on > _in_month(paid_on.replace(day=1), due.day))
