"""The school years for which a child is paid: level after level, until the age at which the scholarship ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from semesta.basics.words import Words, same
from semesta.law.faults import InputError, nearest
from semesta.law.law import Law
from semesta.law.parameters import Key
from semesta.law.scholarship.rules import LEVELS

FIRST_MONTH = 7  # school years run from July to June


@dataclass(frozen=True)
class Child:
    """A child as the case gives it: its level and the year it is in there, its day of birth; None where it is not said."""

    number: int
    level: str | None
    year: int | None
    born: dt.date | None

    @property
    def at_its_beginning(self) -> bool:
        """Whether nothing but the level is said: then all years of it are counted, whatever the age."""
        return self.level is not None and self.year is None and self.born is None


@dataclass(frozen=True)
class SchoolYear:
    """One year of scholarship: it begins in July of `begins`, in the `year`-th year of the level, and pays whole rupiah.

    `verified` is false where the level was guessed from the age.
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
            verified = paid.verified and child.level is not None
            found.append(SchoolYear(begins, level, year, int(paid.value), verified))
    return found


def _course(child: Child, on: dt.date, law: Law) -> Iterator[tuple[int, str, int]]:
    """July by July the level and the year in it, up to the end of the highest level."""
    begins = on.year if on.month >= FIRST_MONTH else on.year - 1
    years = _table(law, "scholarship_years", on)
    steps = [(level, year) for level in LEVELS for year in range(1, years[level] + 1)]
    if child.level is not None:
        at = steps.index((child.level, child.year or 1))
    elif child.born is not None:
        at = _age(child.born, dt.date(begins, FIRST_MONTH, 1)) - _table(law, "scholarship_entry_age", on)["TK"]
        begins, at = begins + max(0, -at), max(0, at)  # not yet at school: it begins later
    for step, (level, year) in enumerate(steps[at:]):
        yield begins + step, level, year


def _table(law: Law, name: str, on: dt.date) -> Mapping[Key, int]:
    step = law.book.parameters[name].on(on)
    return {key: int(entry) for key, entry in step.value.items()} if step and isinstance(step.value, Mapping) else {}


def _age(born: dt.date, on: dt.date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def children_of(given: object, on: dt.date, law: Law) -> list[Child]:
    """The children of a case: codes of levels, or mappings of `level`, `year`, `born` or `age`.

    Raises:
        InputError: everything that cannot be read, all at once.
    """
    problems: list[Words] = []
    entries = given if isinstance(given, list | tuple) else [given]
    years = _table(law, "scholarship_years", on)
    children = [_child(number, entry, on, years, problems) for number, entry in enumerate(entries, 1)]
    if problems:
        raise InputError(problems)
    return children


def _child(number: int, entry: Any, on: dt.date, years: Mapping[Key, int], problems: list[Words]) -> Child:
    said: Mapping[str, Any] = entry if isinstance(entry, Mapping) else {"level": entry}
    where = same(f"children[{number}]")
    for name in set(said) - {"level", "year", "born", "age", "name"}:
        problems.append(where + Words(f": {name} tidak dikenal", f": {name} is unknown"))
    level, year, born, age = (said.get(name) for name in ("level", "year", "born", "age"))
    if level is not None and level not in LEVELS:
        allowed = ", ".join(LEVELS)
        problems.append(
            where
            + Words(f": jenjang {level} tidak dikenal; yang ada: {allowed}", f": unknown level {level}; {allowed}")
            + nearest(str(level).upper(), LEVELS)
        )
    elif year is not None and (level is None or type(year) is not int or not 1 <= year <= years.get(level, year)):
        problems.append(where + Words(f": tahun {year} tidak ada pada jenjang {level}", f": no year {year} at {level}"))
    if born is not None and type(born) is not dt.date:
        problems.append(where + Words(f": born = {born} bukan tanggal", f": born = {born} is no day"))
        born = None
    if age is not None and (type(age) is not int or age < 0):
        problems.append(where + Words(f": usia {age} bukan bilangan bulat", f": age {age} is no whole number"))
        age = None
    if born is None and age is not None:
        # Who is said to be 15 has turned 15 at the latest today; taken as today, so that no year is lost.
        born = dt.date(on.year - age, on.month, min(on.day, 28))
    return Child(number, level, year, born)
