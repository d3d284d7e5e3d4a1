"""The school years for which a child is paid: level after level, until the age at which the scholarship ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from semesta.law.law import Law
from semesta.law.scholarship.children import Child, table
from semesta.law.scholarship.rules import LEVELS

FIRST_MONTH = 7  # school years run from July to June


@dataclass(frozen=True)
class SchoolYear:
    """One year of scholarship: it begins in July of `begins`, in the `year`-th year of the level, and pays whole rupiah.

    `verified` is false where the level or the year in it was guessed from the age.
    """

    begins: int
    level: str
    year: int
    amount: int
    verified: bool


def school_years(child: Child, on: dt.date, law: Law) -> list[SchoolYear]:
    """What the child is paid if it goes on without repeating a year, from the school year of the event on.

    The youngest begin when they enter school. A year is paid if the child has not reached the last age on its 1 July.

    Raises:
        NoLawOnDate: there was no scholarship by year on the day.
    """
    last_age = law.value("scholarship_max_age", date=on).value
    found = []
    for begins, level, year in _course(child, on, law):
        if child.born is not None and _age(child.born, dt.date(begins, FIRST_MONTH, 1)) >= int(last_age or 0):
            break
        paid = law.value("scholarship_year", date=on, child_level=level)
        if paid.value is not None:
            verified = paid.verified and child.year is not None
            found.append(SchoolYear(begins, level, year, int(paid.value), verified))
    return found


def _course(child: Child, on: dt.date, law: Law) -> Iterator[tuple[int, str, int]]:
    """July by July the level and the year in it, up to the end of the highest level."""
    begins = on.year if on.month >= FIRST_MONTH else on.year - 1
    years = table(law, "scholarship_years", on)
    steps = [(level, year) for level in LEVELS for year in range(1, years[level] + 1)]
    entry, age = table(law, "scholarship_entry_age", on), _age_in(child, begins)
    if child.level is not None:
        # Who says the age and no year is taken to be where children of that age are, within the level.
        guessed = 1 if age is None else max(1, min(age - entry[child.level] + 1, years[child.level]))
        at = steps.index((child.level, child.year or guessed))
    elif age is not None:
        at = age - entry["TK"]
        begins, at = begins + max(0, -at), max(0, at)  # not yet at school: it begins later
    for step, (level, year) in enumerate(steps[at:]):
        yield begins + step, level, year


def _age_in(child: Child, begins: int) -> int | None:
    return None if child.born is None else _age(child.born, dt.date(begins, FIRST_MONTH, 1))


def _age(born: dt.date, on: dt.date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
