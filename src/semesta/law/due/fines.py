"""The fine of an employer that paid a month's contribution late, as lines of the bill."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from semesta.basics.shown import day as shown_day
from semesta.basics.words import Words, joined, same
from semesta.law.due.cited import cited
from semesta.law.due.days import due_day, months_late
from semesta.law.faults import InputError
from semesta.law.items import Due, Facts

if TYPE_CHECKING:
    from semesta.law.law import Law, Result

CONTRIBUTIONS = {
    "JKK": "jkk_contribution",
    "JKM": "jkm_contribution",
    "JHT": "jht_contribution",
    "JP": "jp_due_now",
}
"""Of which contribution, both parts of it, the fine of a programme is counted; what was deferred is not late."""

_TITLE = Words("Denda keterlambatan iuran ", "Fine for the late contribution for ")


def late_fine_lines(programme: str, case: Facts, law: Law, on: dt.date) -> list[Due]:
    """The fine of one programme for the month that begins on the day; no line when it was paid in time."""
    due = due_day(law, segment="PU", month=on)
    paid_on = _paid_on(case)
    if due.day is None:
        return []
    late = months_late(due.day, paid_on) if paid_on else case.get("months_late")
    if not late:
        return []
    inputs = {name: value for name, value in case.items() if name in law.book.inputs}
    owed = law.value(CONTRIBUTIONS[programme], date=on, **inputs)
    rule = "jkk_late_fine" if programme == "JKK" else "late_fine"
    fine = law.value(rule, date=on, **{**inputs, "amount_due": owed.value, "months_late": late})
    counting = cited(law, "late_month_counts_from_days", on)  # whoever says the months has counted them
    note = counting.note if paid_on else same("")
    borne = Words(
        "ditanggung pemberi kerja dan dibayar bersama iuran berikutnya",
        "borne by the employer and paid with the next contribution",
    )
    paid = Words(", dibayar ", ", paid ") + _shown(paid_on) if paid_on else same("")
    said = Words("jatuh tempo ", "due ") + _shown(due.day) + paid + Words(f": {late} bulan", f": {late} months")
    return [
        Due(
            programme,
            "employer",
            rule,
            _TITLE + same(programme),
            None if fine.value is None else int(fine.value),
            fine.because.law,
            fine.verified and due.verified and owed.verified and (counting.verified or not paid_on),
            joined([part for part in (said, due.because, borne, note, _missing(owed)) if part], "; "),
        )
    ]


def _shown(on: dt.date) -> Words:
    return Words(shown_day(on, "id"), shown_day(on, "en"))


def _paid_on(case: Facts) -> dt.date | None:
    paid_on = case.get("paid_on")
    if paid_on is not None and type(paid_on) is not dt.date:
        raise InputError([same(f"paid_on = {paid_on}") + Words(" bukan tanggal", " is no day")])
    return paid_on


def _missing(owed: Result) -> Words:
    named = ", ".join(owed.missing)
    return Words(f"perlu diisi: {named}", f"to be given: {named}") if named else Words("", "")
