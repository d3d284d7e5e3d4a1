"""Whether a person is covered on a day, from the payments made until then: a schedule, since it needs their history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from semesta.basics.shown import day as shown_day
from semesta.basics.words import Words, joined
from semesta.law.due.cited import Cited, cited
from semesta.law.due.days import month_after
from semesta.law.faults import InputError, nearest

if TYPE_CHECKING:
    from semesta.law.law import Law

ONE_DAY = dt.timedelta(days=1)
_MONTHS = 12


@dataclass(frozen=True)
class Payment:
    """Contributions paid on a day for so many months, the first of which is `month` (any day of it)."""

    paid_on: dt.date
    month: dt.date
    months: int = 1

    @property
    def after(self) -> dt.date:
        """The first day of the month that is no longer paid."""
        return month_after(self.month, self.months)


@dataclass(frozen=True)
class Cover:
    """Whether a person is covered on the day asked for; None where it cannot be told, and `because` says why.

    `since` is the first day of cover, `until` the last one as far as payments tell; None where cover has no end of its own.
    """

    covered: bool | None
    since: dt.date | None
    until: dt.date | None
    law: str
    verified: bool
    because: Words


def covered_on(
    law: Law,
    day: dt.date,
    *,
    segment: str,
    payments: Sequence[Payment],
    registered_on: dt.date | None = None,
    ends_on: dt.date | None = None,
) -> Cover:
    """Whether the person is covered on the day, by what was paid until that day; later payments mend nothing earlier.

    Cover begins with the first payment, not before the registration and not before the month that is paid for. Those
    without wage stay covered while fewer than three whole months are unpaid; wage earners as long as they are employed,
    whatever the employer owes; construction until the project ends; migrant workers for the months of their package.

    Args:
        registered_on: when the forms were complete; without it the payments decide.
        ends_on: the last day of employment, occupation or project.

    Raises:
        InputError: a segment that is none.
        NoLawOnDate: the day lies before the law.
    """
    _check_segment(law, segment)
    begin = cover_begins(law, day, segment)
    lapse = cited(law, "cover_lapses_after_unpaid_months", day, segment)
    since, until = _spell(segment, [payment for payment in payments if payment.paid_on <= day], lapse, day)
    since = max(since, registered_on or since) if since else None
    if since is None or since > day:
        return Cover(False, since, None, begin.law, begin.verified, _not_begun(since) + _note(begin))
    if segment == "JAKON" and ends_on is None:
        said = Words("hari terakhir proyek (ends_on) belum diisi", "the last day of the project (ends_on) is not given")
        return Cover(None, since, None, begin.law, begin.verified, said)
    until = _earlier(until, ends_on)
    covered = until is None or day <= until
    by = lapse if lapse.value is not None else begin
    return Cover(covered, since, until, by.law, begin.verified and by.verified, _said(since, until) + _note(begin))


def _check_segment(law: Law, segment: str) -> None:
    allowed = law.book.inputs["segment"].values
    if segment not in allowed:
        named = Words(f"segment = {segment} tidak dikenal", f"segment = {segment} is unknown")
        raise InputError([named + nearest(segment, map(str, allowed))])


def cover_begins(law: Law, day: dt.date, segment: str) -> Cited:
    """What cover of the segment begins with; migrant workers have a regulation of their own.

    Raises:
        NoLawOnDate: the day lies before the law.
    """
    return cited(law, "pmi_cover_begins_with" if segment == "PMI" else "cover_begins_with", day, segment)


def _spell(
    segment: str, payments: Sequence[Payment], lapse: Cited, day: dt.date
) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of the latest stretch of cover that began until the day, or else of the first one.

    A payment after cover had ended begins a new stretch and mends nothing before it; one made in time keeps cover going,
    whichever month it is for.
    """
    spells: list[tuple[dt.date, dt.date | None]] = []
    paid: list[Payment] = []
    for payment in sorted(payments, key=lambda payment: payment.paid_on):
        paid.append(payment)
        begins = max(payment.paid_on, payment.month.replace(day=1))
        until = _paid_until(segment, paid, lapse)
        if spells and (spells[-1][1] is None or payment.paid_on <= spells[-1][1] + ONE_DAY):
            spells[-1] = (min(begins, spells[-1][0]), until)
        else:
            spells.append((begins, until))
    begun = [spell for spell in spells if spell[0] <= day]
    return begun[-1] if begun else spells[0] if spells else (None, None)


def _paid_until(segment: str, payments: Sequence[Payment], lapse: Cited) -> dt.date | None:
    """The last day of cover by the last month paid; None where not paying does not end it."""
    after = max(payment.after for payment in payments)
    if isinstance(lapse.value, int):
        return month_after(after, lapse.value) - ONE_DAY
    return after - ONE_DAY if segment == "PMI" else None


def _earlier(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return min(one or dt.date.max, other or dt.date.max) if one or other else None


def _not_begun(since: dt.date | None) -> Words:
    if since is None:
        return Words("belum ada iuran yang dibayar", "no contribution has been paid")
    return Words(f"perlindungan mulai {shown_day(since, 'id')}", f"cover begins on {shown_day(since, 'en')}")


def _said(since: dt.date, until: dt.date | None) -> Words:
    parts = [Words(f"terlindungi sejak {shown_day(since, 'id')}", f"covered since {shown_day(since, 'en')}")]
    if until:
        parts.append(Words(f"sampai {shown_day(until, 'id')}", f"until {shown_day(until, 'en')}"))
    return joined(parts)


def _note(begin: Cited) -> Words:
    return Words("", "") if begin.verified else Words("; belum terverifikasi: ", "; not verified: ") + begin.note


def months_uncovered(
    law: Law, first: dt.date, last: dt.date, *, segment: str, payments: Sequence[Payment]
) -> list[dt.date]:
    """The months from the first to the last on whose first day the person was not covered: what a late payer leaves open."""
    span = (last.year - first.year) * _MONTHS + last.month - first.month
    months = [month_after(first, number) for number in range(span + 1)]
    return [month for month in months if not covered_on(law, month, segment=segment, payments=payments).covered]
