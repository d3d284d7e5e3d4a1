"""What is due: promises, actions and meetings whose day is past or near."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from semesta.basics.words import Lang, Words
from semesta.web.access import Somebody, allowed, in_subtrees
from semesta.web.cells import cell_said, name_of
from semesta.web.kept import KEPT, Kept
from semesta.web.models import Record
from semesta.web.roles import Permission

SOON = dt.timedelta(days=30)
"""So many days ahead a day is near."""
DUE = tuple(name for name, kept in KEPT.items() if kept.due)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing that is due; days: until its day, below zero past it."""

    record: Record
    kept: Kept
    name: str
    status: str
    days: int
    says: Words


@dataclass(frozen=True, slots=True)
class Reminders:
    """overdue: the longest first. soon: the nearest first. undated: how many open ones name no day."""

    overdue: tuple[Reminder, ...]
    soon: tuple[Reminder, ...]
    undated: int

    @property
    def count(self) -> int:
        return len(self.overdue) + len(self.soon)


def reminders(user: Somebody, today: dt.date, lang: Lang, *, place: str = "") -> Reminders:
    """What is due in the places that somebody may read, in and below `place`."""
    open_ones = allowed(Record.objects.filter(ended_at=None, is_open=True, table__in=DUE), user, Permission.READ)
    if place:
        open_ones = open_ones.filter(in_subtrees([place]))
    near = open_ones.filter(due__lte=today + SOON).order_by("due", "id")
    told = [reminder(record, today, lang) for record in near]
    return Reminders(
        tuple(one for one in told if one.days < 0),
        tuple(one for one in told if one.days >= 0),
        open_ones.filter(due=None).count(),
    )


def reminder(record: Record, today: dt.date, lang: Lang) -> Reminder:
    kept = KEPT[record.table]
    assert record.due is not None
    days = (record.due - today).days
    status = cell_said(kept.table.column(kept.status), record.status, lang) if kept.status else ""
    return Reminder(record, kept, name_of(record, lang), status, days, _says(record, days))


def _says(record: Record, days: int) -> Words:
    """ "lewat 12 hari", "hari ini", "3 hari lagi"; a meeting that is over waits for its signed minutes."""
    if record.table == "meeting" and days < 0:
        return Words("berita acara belum ditandatangani", "minutes not signed yet")
    if days < 0:
        return Words(f"lewat {-days} hari", f"{-days} days overdue" if days < -1 else "1 day overdue")
    if days == 0:
        return Words("hari ini", "today")
    return Words(f"{days} hari lagi", f"in {days} days" if days > 1 else "tomorrow")
