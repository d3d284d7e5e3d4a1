"""Which regulations a citation names on a day: one that nobody had written yet, or that has run out, is left out.

A rule names all that ever shaped it, "PP 44/2015 Lampiran II; PP 50/2025"; a bill of 2018 is not one by PP 50/2025.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from semesta.law.days import NEVER, Days
from semesta.law.parameters import Parameter
from semesta.law.rule import Rule

_REGULATION = re.compile(r"\b(?:UU|PP|Perpres|Permenaker|Permenakertrans) \d+/\d{4}")
_LAST = dt.date.max


def in_force(parameters: Iterable[Parameter], versions: Iterable[Rule]) -> dict[str, Days]:
    """The days of each regulation that values cite: those on which a value is by it and some rule asks for that value."""
    asked: dict[str, Days] = {}
    for version in versions:
        for name in version.arguments:
            asked[name] = asked.get(name, NEVER) | _held(version)
    by_rules: dict[str, Days] = {}
    by_all: dict[str, Days] = {}
    for parameter in parameters:
        for regulation, days in _cited_by(parameter):
            by_all[regulation] = by_all.get(regulation, NEVER) | days
            if parameter.name in asked:
                by_rules[regulation] = by_rules.get(regulation, NEVER) | (days & asked[parameter.name])
    return by_all | by_rules


def _held(version: Rule) -> Days:
    ends = (version.until + dt.timedelta(days=1),) if version.until else ()
    return Days((version.since or dt.date.min, *ends))


def _cited_by(parameter: Parameter) -> Iterable[tuple[str, Days]]:
    ends = [*(step.since for step in parameter.steps[1:]), _LAST]
    for step, end in zip(parameter.steps, ends, strict=True):
        days = Days((step.since,)) if end == _LAST else Days((step.since, end))
        for regulation in _REGULATION.findall(step.article):
            yield regulation, days


def cited_on(law: str, day: dt.date, known: Mapping[str, Days]) -> str:
    """The citation without what was not in force on the day; empty when nothing of it was.

    Of a regulation that no value cites nothing is known but its year.
    """

    def holds(text: str) -> bool:
        named = _REGULATION.findall(text)
        return all(day in known[name] if name in known else day.year >= int(name[-4:]) for name in named)

    parts = (" jo. ".join(filter(holds, part.split(" jo. "))) for part in law.split("; "))
    return "; ".join(filter(None, parts))
