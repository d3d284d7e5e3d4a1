"""A what-if law as a file says it: from a day on, other values of parameters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from semesta.basics.words import Words, same
from semesta.law.asked import number_of, with_days
from semesta.law.faults import InputError, nearest
from semesta.law.inputs import KINDS, Kind
from semesta.law.items import Facts
from semesta.law.law import Law
from semesta.law.parameters import Parameter

KEYS = ("since", "values", "case")
"""What a step of a scenario says; `case` is a label of the reader's own."""

_KIND_OF: Mapping[type, Kind] = {int: "whole", bool: "yes_no", str: "text"}


def supposed(law: Law, steps: Iterable[Facts]) -> Law:
    """The law with every step supposed: `since` a day, `values` by parameter, of a table the entries that are other.

    Raises:
        InputError: everything that is wrong with any step, with the nearest names.
    """
    read = [_step(law, step) for step in steps]
    if problems := [problem for _, _, wrong in read for problem in wrong]:
        raise InputError(list(dict.fromkeys(problems)))
    for since, values, _ in read:
        law = law.with_values(values, since=since)
    return law


def _step(law: Law, step: Facts) -> tuple[dt.date, dict[str, Any], list[Words]]:
    step = with_days(step)
    problems = [
        same(str(name)) + Words(" tidak dikenal", " is unknown") + nearest(str(name), KEYS)
        for name in step
        if name not in KEYS
    ]
    since, values = step.get("since"), step.get("values")
    if type(since) is not dt.date:
        problems.append(Words("since perlu tanggal, misalnya 2027-01-01", "since needs a day, as 2027-01-01"))
        since = dt.date.max
    if not isinstance(values, Mapping) or not values:
        example = "{jkm_grant: 25000000}"
        problems.append(
            Words(f"values perlu nilai hukum, misalnya {example}", f"values needs values of law, as {example}")
        )
        values = {}
    known = law.book.parameters
    read: dict[str, Any] = {}
    for name, value in values.items():
        if name not in known:
            problems.append(
                same(str(name)) + Words(" bukan nilai hukum", " is no value of law") + nearest(str(name), known)
            )
            continue
        read[name] = _value(known[name], value)
        problems += _faults(known[name], read[name])
    return since, read, problems


def _value(parameter: Parameter, value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _value(parameter, entry) for key, entry in value.items()}
    return number_of(value, parameter.unit) if isinstance(value, str) else value


def _faults(parameter: Parameter, value: Any) -> Iterator[Words]:
    """What keeps a value from standing where the law's own stands."""
    held = parameter.steps[-1].value
    if isinstance(held, Mapping) is not isinstance(value, Mapping):
        yield same(f"{parameter.name}: ") + _shape(held)
        return
    entries = value if isinstance(value, Mapping) else {None: value}
    keys = [str(key) for key in held] if isinstance(held, Mapping) else []
    kind = type(next(iter(held.values())) if isinstance(held, Mapping) else held)
    for key, entry in entries.items():
        where = parameter.name if key is None else f"{parameter.name}[{key}]"
        if key is not None and isinstance(key, str) and key not in keys:
            yield (
                same(where)
                + Words(": kunci tidak dikenal; yang ada: ", ": unknown key; there are: ")
                + same(", ".join(keys))
            )
        if type(entry) is not kind:
            yield same(f"{where} = {entry!r}") + Words(" bukan ", " is not ") + KINDS[_KIND_OF[kind]]
        elif isinstance(entry, int) and entry < 0:
            yield same(f"{where} = {entry}") + Words(" di bawah nol", " is below zero")


def _shape(held: Any) -> Words:
    """Whether one value is wanted or a table, with its first entry as an example."""
    if not isinstance(held, Mapping):
        return Words("perlu satu nilai", "needs one value")
    key, entry = next(iter(held.items()))
    return Words("perlu isi menurut kunci, misalnya ", "needs entries by key, as ") + same(f"{{{key}: {entry}}}")
