"""A case held against the law: what is owed, which documents still lack, and how many of the legal working days are gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from semesta.basics.words import Words
from semesta.law.answers import Answer, benefit
from semesta.law.deadline import Deadline
from semesta.law.faults import LawError, NoLawOnDate
from semesta.law.heirs.documents import Document
from semesta.law.heirs.payment import payment_deadline
from semesta.law.law import LAW
from semesta.law.working_days import is_working_day
from semesta.web.entitlements import HAPPENINGS
from semesta.web.models import Case

DRAFT, FILED, COMPLETE, PAID, ENDED = "menyiapkan", "diajukan", "lengkap", "dibayar", "dihentikan"
STATES = {
    DRAFT: Words("Menyiapkan dokumen", "Preparing documents"),
    FILED: Words("Diajukan", "Filed"),
    COMPLETE: Words("Berkas lengkap", "Request complete"),
    PAID: Words("Dibayar kepada ahli waris", "Paid to the heirs"),
    ENDED: Words("Dihentikan", "Ended"),
}
BY_STATE = {
    DRAFT: Q(paid_on=None, ended_on=None, filed_on=None),
    FILED: Q(paid_on=None, ended_on=None, complete_on=None, filed_on__isnull=False),
    COMPLETE: Q(paid_on=None, ended_on=None, complete_on__isnull=False),
    PAID: Q(paid_on__isnull=False),
    ENDED: Q(paid_on=None, ended_on__isnull=False),
}
"""The same as `state_of`, as the database asks it."""


@dataclass(frozen=True)
class Clock:
    """The time the law gives to pay: working days gone of those allowed, the last day, and how many days it is over."""

    gone: int
    allowed: int
    deadline: Deadline
    days_late: int
    is_running: bool


@dataclass(frozen=True)
class Standing:
    """A case on a day. `clock` is None before the request is complete, or where the law gives no days."""

    state: str
    answer: Answer
    documents: tuple[tuple[Document, str], ...]
    clock: Clock | None
    waits: int
    """Days since the event while nothing was filed, otherwise 0."""

    @property
    def lacking(self) -> int:
        """Documents that are asked for in every case and not there."""
        return sum(not day and not paper.when.id for paper, day in self.documents)

    @property
    def is_late(self) -> bool:
        return self.clock is not None and self.clock.days_late > 0


def standing(case: Case, today: dt.date) -> Standing:
    """Where a case stands on a day."""
    answer = benefit(law_case(case))
    papers = {paper.title.id: paper for paper in answer.after.documents}.values() if answer.after else ()
    waits = (today - case.happened_on).days if case.filed_on is None and case.ended_on is None else 0
    return Standing(
        state=state_of(case),
        answer=answer,
        documents=tuple((paper, case.documents.get(paper.title.id, "")) for paper in papers),
        clock=clock(case, today),
        waits=waits,
    )


def state_of(case: Case) -> str:
    if case.paid_on is not None:
        return PAID
    if case.ended_on is not None:
        return ENDED
    if case.complete_on is not None:
        return COMPLETE
    return FILED if case.filed_on is not None else DRAFT


def law_case(case: Case) -> Mapping[str, Any]:
    """The case as the law takes it."""
    happening = HAPPENINGS[case.happening]
    days = {"complete_on": case.complete_on, "paid_on": case.paid_on}
    return {
        "programme": happening.programme,
        "event": happening.event,
        "date": case.happened_on,
        **{name: value for name, value in case.facts.items() if value not in (None, "", [])},
        **{name: day for name, day in days.items() if day is not None},
    }


def clock(case: Case, today: dt.date) -> Clock | None:
    """The legal time to pay a complete request, counted to the day of payment or to today."""
    if case.complete_on is None or (case.ended_on is not None and case.paid_on is None):
        return None
    try:
        due = payment_deadline(HAPPENINGS[case.happening].programme, case.complete_on, LAW)
    except (LawError, NoLawOnDate):
        return None
    until = case.paid_on or today
    return Clock(
        gone=working_days_after(case.complete_on, until),
        allowed=working_days_after(case.complete_on, due.last_day),
        deadline=due,
        days_late=due.days_late(until),
        is_running=case.paid_on is None,
    )


def working_days_after(first: dt.date, last: dt.date) -> int:
    """Working days after the first day up to and including the last."""
    return sum(is_working_day(first + dt.timedelta(days=n)) for n in range(1, (last - first).days + 1))
