"""A last day that the law sets: for a claim, a report, or a payment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from semesta.basics.words import Words

NOTHING = Words("", "")


@dataclass(frozen=True)
class Deadline:
    """The last day, inclusive, with its article; `consequence` is what happens after it.

    `estimated` if holidays that are not decreed yet may move it.
    """

    last_day: dt.date
    title: Words
    law: str
    verified: bool
    note: Words = NOTHING
    consequence: Words = NOTHING
    estimated: bool = False

    def days_late(self, day: dt.date) -> int:
        """How many days after the last day; 0 while it has not passed."""
        return max(0, (day - self.last_day).days)
