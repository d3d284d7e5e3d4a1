"""The lines that the folders of the law declare, and what each comes to in a case, with its reasons in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from semesta.basics.shown import day
from semesta.basics.words import Lang, Words, joined, same
from semesta.law.citing import cited_on
from semesta.law.explain import Reason, told
from semesta.law.faults import NoLawOnDate
from semesta.law.items import Due, Facts, Item, Schedule
from semesta.law.law import Law, Result


@cache
def folders() -> dict[str, ModuleType]:
    """The `items` of every folder of the law that has some, by the name of the folder."""
    package = import_module("semesta.law")
    names = [found.name for found in iter_modules(package.__path__) if found.ispkg]
    with_items = [name for name in names if find_spec(f"semesta.law.{name}.items")]
    return {name: import_module(f"semesta.law.{name}.items") for name in with_items}


def contribution_lines() -> list[Item | Schedule]:
    """The lines of every bill by folder; what being late adds comes after what was due."""
    in_order = sorted(folders(), key=lambda name: name == "due")
    return [line for name in in_order for line in getattr(folders()[name], "CONTRIBUTION", ())]


def benefit_lines() -> dict[tuple[str, str], list[Item | Schedule]]:
    """The lines by programme and event; several folders may add to one event."""
    found: dict[tuple[str, str], list[Item | Schedule]] = {}
    for module in folders().values():
        for event, lines in getattr(module, "BENEFITS", {}).items():
            for line in lines:
                found.setdefault((line.programme, event), []).append(line)
    return found


def needs_of_schedules() -> list[str]:
    """The names of a case that only schedules read."""
    benefits = (line for lines in benefit_lines().values() for line in lines)
    lines = [*contribution_lines(), *benefits]
    return list(dict.fromkeys(name for line in lines if isinstance(line, Schedule) for name in line.needs))


def dues(line: Item | Schedule, case: Facts, inputs: Mapping[str, Any], law: Law, on: dt.date) -> list[Due]:
    """What a line comes to.

    Raises:
        NoLawOnDate: nothing was law on the day.
        InputError: a schedule cannot read what the case says.
    """
    if isinstance(line, Schedule):
        known = law.book.regulations
        return [replace(due, law=cited_on(due.law, on, known) or due.law) for due in line.function(case, law, on)]
    result = law.value(line.rule, date=on, **inputs)
    articles = result.because.law
    amount = None if result.value is None else int(result.value)
    because = _lacking(law, result) if amount is None else _reasons(law, result, inputs)
    return [
        Due(line.programme, line.payer, line.rule, result.because.title, amount, articles, result.verified, because)
    ]


def _lacking(law: Law, result: Result) -> Words:
    """Which inputs are missing, by title and name."""
    named = [law.book.inputs[name].title + same(f" ({name})") for name in result.missing]
    if not named:
        return Words("tidak dapat dihitung dari masukan ini", "cannot be computed from these inputs")
    return Words("belum diketahui, perlu diisi: ", "not known, to be given: ") + joined(named, ", ")


def _reasons(law: Law, result: Result, inputs: Mapping[str, Any]) -> Words:
    """The tree below the amount, then what would change it."""
    changes = _changes(law, result, inputs)
    return Words("\n".join(_tree(result.because, "id")), "\n".join(_tree(result.because, "en"))) + changes


_BECAUSE = Words("karena ", "because ")
_AND = Words("dan ", "and ")


def _tree(reason: Reason, lang: Lang, depth: int = 0) -> Iterator[str]:
    for number, below in enumerate(reason.because):
        word = _AND if number else _BECAUSE
        yield f"{'  ' * depth}{word.said(lang)}{told(replace(below, because=()), lang)}"
        yield from _tree(below, lang, depth + 1)


def _changes(law: Law, result: Result, inputs: Mapping[str, Any]) -> Words:
    """The inputs that decide the amount, and the day from which the law gives another one."""
    used = [leaf for leaf in result.because.leaves() if leaf.kind == "input"]
    titles = joined([leaf.title for leaf in {leaf.name: leaf for leaf in used}.values()], ", ")
    parts = [titles] if titles else []
    later = _next_other(law, result, inputs)
    if later:
        parts.append(Words(f"hukum sejak {day(later, 'id')}", f"the law from {day(later, 'en')}"))
    return Words("\nyang mengubahnya: ", "\nwhat would change it: ") + joined(parts, "; ") if parts else same("")


def _next_other(law: Law, result: Result, inputs: Mapping[str, Any]) -> dt.date | None:
    """The first later day on which the same case comes to something else, as far as the law is known."""
    later = (found for found in law.book.changes([result.name]) if found > result.day)
    return next((found for found in later if _value_on(law, result.name, found, inputs) != result.value), None)


def _value_on(law: Law, name: str, on: dt.date, inputs: Mapping[str, Any]) -> object:
    try:
        return law.value(name, date=on, **inputs).value
    except NoLawOnDate:
        return None
