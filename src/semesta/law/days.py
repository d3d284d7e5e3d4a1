"""Sets of days: when something was law, and when it rests on what was not verified."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Days:
    """The days from the first turn until the day before the second, from the third until before the fourth, and so on."""

    turns: tuple[dt.date, ...] = ()

    def __contains__(self, day: dt.date) -> bool:
        return bisect_right(self.turns, day) % 2 == 1

    def __or__(self, other: Days) -> Days:
        return self._joined(other, lambda here, there: here or there)

    def __and__(self, other: Days) -> Days:
        return self._joined(other, lambda here, there: here and there)

    def __sub__(self, other: Days) -> Days:
        return self._joined(other, lambda here, there: here and not there)

    def _joined(self, other: Days, kept: Callable[[bool, bool], bool]) -> Days:
        return days_where(lambda day: kept(day in self, day in other), {*self.turns, *other.turns})


def days_where(holds: Callable[[dt.date], bool], changes: set[dt.date]) -> Days:
    """The days on which something holds that changes on no other days than these."""
    turns: list[dt.date] = []
    for day in sorted({dt.date.min, *changes}):
        if holds(day) is not (len(turns) % 2 == 1):
            turns.append(day)
    return Days(tuple(turns))


def days_between(since: dt.date | None, until: dt.date | None) -> Days:
    """From the first to the last day, both included; None is open."""
    ends = (until + dt.timedelta(days=1),) if until is not None else ()
    return Days((since or dt.date.min, *ends))


NEVER = Days()
ALWAYS = Days((dt.date.min,))
