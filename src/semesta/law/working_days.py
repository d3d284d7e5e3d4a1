"""Working days of Indonesia: Monday to Friday, without public holidays and days of joint leave (cuti bersama).

Both are decreed year by year. Of a year without decree the religious feasts are estimated, and joint leave is not known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from holidays.countries.indonesia import Indonesia

ONE_DAY = dt.timedelta(days=1)

# The package says so in the names of the days; in Indonesian, whatever the language of the machine is.
_ESTIMATED, _JOINT_LEAVE = "(perkiraan)", "Cuti Bersama"
_SATURDAY = 5


@dataclass(frozen=True)
class LastDay:
    """A day that working days were counted to. `estimated` if a feast or a joint leave on the way is not decreed yet."""

    day: dt.date
    estimated: bool


def is_working_day(day: dt.date) -> bool:
    """Whether offices work on the day."""
    return day.weekday() < _SATURDAY and day not in days_off(day.year)


def first_working_day(day: dt.date) -> LastDay:
    """The day itself if offices work on it, otherwise the next day on which they do."""
    found = day
    while not is_working_day(found):
        found += ONE_DAY
    return LastDay(found, _is_estimated(day, found))


def after_working_days(day: dt.date, count: int) -> LastDay:
    """The `count`-th working day after the day, which itself is not counted."""
    found, left = day, count
    while left:
        found += ONE_DAY
        left -= is_working_day(found)
    return LastDay(found, _is_estimated(day, found))


@cache
def days_off(year: int) -> Mapping[dt.date, str]:
    """Public holidays and joint leave of the year, each with its Indonesian name."""
    return dict(Indonesia(years=year, categories=("government", "public"), language="id"))


def _is_estimated(first: dt.date, last: dt.date) -> bool:
    """Whether a day off near the time is an estimate: the moon may move it a day either way, into the time or out of it."""
    if any(not _is_decreed(year) for year in range(first.year, last.year + 1)):
        return True
    return any(
        _ESTIMATED in days_off(day.year).get(day, "")
        for day in (first + ONE_DAY * n for n in range(-1, (last - first).days + 2))
    )


def _is_decreed(year: int) -> bool:
    return any(_JOINT_LEAVE in name for name in days_off(year).values())
