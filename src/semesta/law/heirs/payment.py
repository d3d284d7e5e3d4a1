"""How soon a benefit is paid once the request is complete, and what is owed when it is not."""

from __future__ import annotations

import datetime as dt
from functools import partial

from semesta.basics.shown import day
from semesta.basics.words import Words, same
from semesta.law.deadline import Deadline
from semesta.law.faults import InputError, LawError, NoLawOnDate
from semesta.law.heirs.rules import ARTICLES
from semesta.law.items import Due, Facts, Item, Schedule
from semesta.law.law import Law
from semesta.law.lines import dues
from semesta.law.working_days import after_working_days

TITLE = Words("Ganti rugi keterlambatan pembayaran", "Compensation for late payment")
PAID_IN_WORKING_DAYS = ("JKK", "JKM", "JHT")
ESTIMATED = Words(
    "hari libur keagamaan atau cuti bersama pada masa ini masih perkiraan, sehingga tanggalnya dapat bergeser",
    "religious holidays or joint leave of this time are estimates, so that the day may move",
)


def payment_deadline(programme: str, complete_on: dt.date, law: Law) -> Deadline:
    """The last working day on which a request that was complete on the day is paid; that day itself does not count.

    Raises:
        LawError: no working days are known for the programme.
        NoLawOnDate: nothing was law on the day.
    """
    if programme not in PAID_IN_WORKING_DAYS:
        raise LawError(f"no working days to pay are known for {programme}: only {', '.join(PAID_IN_WORKING_DAYS)}")
    name = f"{programme.lower()}_payment_days"
    step = law.book.parameters[name].on(complete_on)
    if step is None:
        raise NoLawOnDate(name, name, complete_on)
    last = after_working_days(complete_on, int(str(step.value)))
    return Deadline(
        last.day,
        Words(f"Batas pembayaran {programme}", f"Last day to pay {programme}"),
        step.article,
        step.verified,
        ESTIMATED if last.estimated else step.note,
        estimated=last.estimated,
    )


def late_payment(programme: str) -> Schedule:
    """The compensation for a benefit of JKK or JKM paid late: from the days `complete_on` and `paid_on`, or `days_late`."""
    return Schedule(
        name="late_compensation",
        programme=programme,
        payer="fund",
        law=ARTICLES,
        title=TITLE,
        function=partial(_late, programme),
        needs=("complete_on", "paid_on"),
    )


def _late(programme: str, case: Facts, law: Law, on: dt.date) -> list[Due]:
    item = Item("late_compensation", programme, "fund")
    inputs = {"claim_amount": case.get("claim_amount"), "days_late": case.get("days_late")}
    days = [case.get(name) for name in ("complete_on", "paid_on")]
    if inputs["days_late"] is not None or days == [None, None]:
        return dues(item, case, inputs, law, on)
    complete, paid = days
    if not isinstance(complete, dt.date) or not isinstance(paid, dt.date):
        raise InputError([same("complete_on, paid_on") + Words(": isi kedua tanggal", ": give both days")])
    due = payment_deadline(programme, complete, law)
    (line,) = dues(item, case, {**inputs, "days_late": due.days_late(paid)}, law, on)
    until = Words(f"paling lambat {day(due.last_day, 'id')}", f"to be paid by {day(due.last_day, 'en')}")
    because = until + (same("; ") + due.note if due.estimated else same("")) + same("\n") + line.because
    return [Due(programme, "fund", item.rule, TITLE, line.amount, line.law, line.verified and due.verified, because)]
