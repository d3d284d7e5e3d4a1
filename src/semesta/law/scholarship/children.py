"""The children of a case, as it gives them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from semesta.basics.words import Words, same
from semesta.law.asked import as_kind
from semesta.law.faults import InputError, nearest
from semesta.law.law import Law
from semesta.law.parameters import Key
from semesta.law.scholarship.rules import LEVELS

KEYS = ("level", "year", "born", "age", "name", "married", "works", "works_months")
WORKS = ("PU", "BPU", "intern")


@dataclass(frozen=True)
class Child:
    """A child as the case gives it: its level and the year it is in there, its day of birth; None where it is not said.

    `works` is how the child works, and `works_months` for how many months in a row so far.
    """

    number: int
    level: str | None
    year: int | None
    born: dt.date | None
    married: bool = False
    works: str | None = None
    works_months: int | None = None

    @property
    def at_its_beginning(self) -> bool:
        """Whether nothing but the level is said: then all years of it are counted, whatever the age."""
        return self.level is not None and self.year is None and self.born is None


def children_of(given: object, on: dt.date, law: Law) -> list[Child]:
    """The children of a case: codes of levels, or mappings of `level`, `year`, `born` or `age`.

    Raises:
        InputError: everything that cannot be read, all at once.
    """
    problems: list[Words] = []
    listed = re.split(r"\s*[,;]\s*", given.strip()) if isinstance(given, str) else given
    entries = [_with_code(law, entry) for entry in (listed if isinstance(listed, list | tuple) else [listed])]
    years = table(law, "scholarship_years", on)
    children = [_child(number, entry, on, years, problems) for number, entry in enumerate(entries, 1)]
    if problems:
        raise InputError(problems)
    return children


def _with_code(law: Law, entry: Any) -> Mapping[str, Any]:
    """A child as a mapping, its level as a code: "sma" and "perguruan tinggi" are understood."""
    said: Mapping[str, Any] = entry if isinstance(entry, Mapping) else {"level": entry}
    return {**said, "level": as_kind(law.book.inputs["child_level"], said.get("level"))}


def _child(number: int, said: Mapping[str, Any], on: dt.date, years: Mapping[Key, int], problems: list[Words]) -> Child:
    where = same(f"children[{number}]")
    for name in (str(name) for name in said if name not in KEYS):
        allowed = ", ".join(KEYS)
        told = Words(f": {name} tidak dikenal; yang ada: {allowed}", f": {name} is unknown; there are: {allowed}")
        problems.append(where + told + nearest(name, KEYS))
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
    work = _work(said, where, problems)
    return Child(number, level, year, born, **work)


def _work(said: Mapping[str, Any], where: Words, problems: list[Words]) -> dict[str, Any]:
    """Whether the child is married, and how and for how long it works, as far as it is said."""
    married, works, months = (said.get(name) for name in ("married", "works", "works_months"))
    if married not in (None, True, False):
        problems.append(where + Words(": married harus true atau false", ": married must be true or false"))
    if works not in (None, False, *WORKS):
        allowed = ", ".join(WORKS)
        problems.append(where + Words(f": works harus salah satu dari {allowed}", f": works must be one of {allowed}"))
    if months is not None and (type(months) is not int or months < 0):
        problems.append(where + Words(": works_months harus bilangan bulat", ": works_months must be a whole number"))
    return {"married": married is True, "works": works or None, "works_months": months}


def table(law: Law, name: str, on: dt.date) -> Mapping[Key, int]:
    """A table of whole numbers as it held on the day; empty where there was none."""
    step = law.book.parameters[name].on(on)
    return {key: int(entry) for key, entry in step.value.items()} if step and isinstance(step.value, Mapping) else {}
