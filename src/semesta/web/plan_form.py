"""A scenario as a form: its main fields, with what is wrong beside each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from semesta.basics.words import Lang
from semesta.planning.faults import PlanFault
from semesta.web.plan_fields import Field, Part, parts_of, path_of


@dataclass
class Form:
    """The whole form. `general` are faults of what has no field here: they stand over the text itself."""

    parts: tuple[Part, ...]
    general: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0
    """Of all faults."""

    @property
    def told(self) -> list[tuple[str, str, str]]:
        """All that is wrong: where it stands, that place in words, and what it is."""
        return [one for part in self.parts for one in _told(part, "")]

    def every_field(self) -> Iterator[Field]:
        for part in self.parts:
            yield from part.every_field()

    def every_part(self) -> Iterator[Part]:
        for part in self.parts:
            yield from part.every_part()


def _told(part: Part, around: str) -> Iterator[tuple[str, str, str]]:
    title = f"{around}{part.title}" if re.search(r"\d", part.name) or not part.parts else ""
    yield from ((part.name or "plan", title or part.title, one) for one in part.wrong)
    for one in part.fields:
        yield from ((one.name, f"{title}: {one.title}", wrong) for wrong in one.wrong)
    for inner in part.parts:
        yield from _told(inner, f"{title}, " if title else "")


def form(content: Mapping[str, Any], faults: Sequence[PlanFault], lang: Lang) -> Form:
    """The form of a scenario's content, with its faults beside the fields they are of."""
    made = Form(parts_of(content, lang), count=len(faults))
    fields = {one.name: one for one in made.every_field()}
    parts = {one.name: one for one in made.every_part()}
    labels = _labels(fields)
    for fault in faults:
        told = _in_words(f"{fault.expected.said(lang)}; {fault.how_to_fix.said(lang)}", labels)
        name = "years.first" if fault.field == "years" else fault.field
        if name in fields:
            fields[name].wrong.append(told)
        elif (part := _nearest(name, parts)) is not None:
            part.wrong.append(f"{name.removeprefix(part.name).lstrip('.')}: {told}".removeprefix(": "))
        else:
            made.general.append((fault.field, told))
    return made


NAMED = re.compile(r"\b(kept|added|population|covered|shares|amounts|wage_per_month|risk_class|low|central|high)\b")
"""Names of fields in the text that messages mention; in the form they are called otherwise."""


def _labels(fields: Mapping[str, Field]) -> dict[str, str]:
    """By name in the text how the form calls a field, without its year and what stands in brackets."""
    found: dict[str, str] = {}
    for path, one in fields.items():
        name = next((step for step in reversed(path_of(path)) if isinstance(step, str)), "")
        found.setdefault(name, re.split(r" \(| \d{4}", one.title)[0])
    return found


def _in_words(said: str, labels: Mapping[str, str]) -> str:
    return NAMED.sub(lambda found: f"“{labels[found[0]]}”" if found[0] in labels else found[0], said)


def _nearest(name: str, parts: Mapping[str, Part]) -> Part | None:
    """The part that a fault lies in, the innermost."""
    around = [name, *(name[: step.start()] for step in reversed(list(re.finditer(r"[.\[]", name))))]
    return next((parts[one] for one in around if one and one in parts), None)
