"""Dated values of law: read from YAML beside the rules, each with unit, day, article, and whether it was verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import yaml

from semesta.basics.words import Words
from semesta.law.faults import LawError

Entry = int | bool | str
Key = int | str


@dataclass(frozen=True)
class Step:
    """The value from a day on, until the next step. A table has one entry per key.

    `doubts` are the keys of a table whose entry was not verified, each with its note.
    """

    since: dt.date
    value: Entry | Mapping[Key, Entry]
    article: str
    source: str
    verified: bool
    note: Words
    doubts: Mapping[Key, Words]

    @property
    def is_doubtful(self) -> bool:
        return not self.verified or bool(self.doubts)


@dataclass(frozen=True)
class Parameter:
    """A value of law as a step function of the day."""

    name: str
    title: Words
    unit: str
    steps: tuple[Step, ...]
    where: str

    def on(self, day: dt.date) -> Step | None:
        """The step that holds on the day; None before the first."""
        return next((step for step in reversed(self.steps) if step.since <= day), None)

    @property
    def is_table(self) -> bool:
        return isinstance(self.steps[0].value, Mapping)

    def supposing(self, value: Entry | Mapping[Key, Entry], since: dt.date) -> Parameter:
        """The parameter of a scenario: as it was until `since`, from then on the supposed value and nothing else.

        A table takes over the entries that are not supposed.
        """
        held = self.on(since)
        if isinstance(value, Mapping) and held is not None and isinstance(held.value, Mapping):
            value = {**held.value, **value}
        note = Words("Pengandaian skenario, bukan hukum", "Supposed in a scenario, not law")
        step = Step(since, value, "", "", verified=False, note=note, doubts={})
        changed = replace(self, steps=(*(s for s in self.steps if s.since < since), step))
        check_steps(changed)
        return changed


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which a key given twice is an error: the second would silently replace the first."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Hashable, Any]:
    found: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in found:
            raise LawError(f"{key} is given twice (line {key_node.start_mark.line + 1})")
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_parameters(text: str, file: str) -> list[Parameter]:
    """The parameters of one YAML file.

    Raises:
        LawError: names the file and the key of what is wrong.
    """
    try:
        declared = yaml.load(text, _Loader) or {}
    except LawError as error:
        raise LawError(f"{file}: {error}") from None
    return [_parameter(name, entry, file) for name, entry in declared.items()]


def _parameter(name: str, entry: Mapping[str, Any], file: str) -> Parameter:
    where = f"{file}: {name}"
    _only(entry, {"title", "unit", "steps"}, where)
    steps = tuple(_step(step, where) for step in _needed(entry, "steps", where))
    parameter = Parameter(
        name, _words(_needed(entry, "title", where), where), _needed(entry, "unit", where), steps, where
    )
    check_steps(parameter)
    return parameter


def _step(entry: Mapping[str, Any], where: str) -> Step:
    _only(entry, {"from", "value", "article", "source", "verified", "note", "doubts"}, where)
    since = _needed(entry, "from", where)
    if type(since) is not dt.date:
        raise LawError(f"{where}: `from` is not a day: {since}")
    verified = _needed(entry, "verified", where)
    if type(verified) is not bool:
        raise LawError(f"{where} from {since}: `verified` is true or false")
    step = Step(
        since=since,
        value=_needed(entry, "value", where),
        article=entry.get("article", ""),
        source=entry.get("source", ""),
        verified=verified,
        note=_words(entry.get("note", {"id": "", "en": ""}), where),
        doubts={key: _words(note, where) for key, note in entry.get("doubts", {}).items()},
    )
    if not step.article and (step.verified or not step.note):
        raise LawError(f"{where} from {since}: a value needs an article, or `verified: false` and a note")
    if not step.verified and not step.note:
        raise LawError(f"{where} from {since}: a value that is not verified needs a note that says why")
    return step


def check_steps(parameter: Parameter) -> None:
    """Raises LawError unless the steps follow each other in time and hold values of one exact kind."""
    days = [step.since for step in parameter.steps]
    for earlier, later in pairwise(days):
        if earlier == later:
            raise LawError(f"{parameter.where}: two values overlap from {later}")
        if earlier > later:
            raise LawError(f"{parameter.where}: {later} stands after {earlier}")
    kinds = set()
    for step in parameter.steps:
        entries = step.value.values() if isinstance(step.value, Mapping) else [step.value]
        kinds |= {(isinstance(step.value, Mapping), type(entry)) for entry in entries}
        if isinstance(step.value, Mapping) and (unknown := set(step.doubts) - set(step.value)):
            raise LawError(
                f"{parameter.where} from {step.since}: doubts about {sorted(map(str, unknown))}, which have no value"
            )
    if len(kinds) != 1 or not {kind for _, kind in kinds} <= {int, bool, str}:
        raise LawError(f"{parameter.where}: values are whole numbers, yes/no or codes, all of one kind")


def _needed(entry: Mapping[str, Any], key: str, where: str) -> Any:
    if key not in entry:
        raise LawError(f"{where}: `{key}` is missing")
    return entry[key]


def _only(entry: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := set(entry) - known:
        raise LawError(f"{where}: unknown {sorted(unknown)}")


def _words(entry: Mapping[str, str], where: str) -> Words:
    return Words(_needed(entry, "id", where), _needed(entry, "en", where))
