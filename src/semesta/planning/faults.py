"""Why a plan cannot be made: everything at once, each with the field it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from semesta.basics.words import Lang, Words


@dataclass(frozen=True, slots=True)
class PlanFault:
    """A field of a scenario or of a list that cannot be used: `field` as people find it ("groups[2].added.2027")."""

    field: str
    value: str
    expected: Words
    how_to_fix: Words

    def said(self, lang: Lang) -> str:
        head = f"{self.field} = {self.value}" if self.value else self.field
        return f"{head}: {self.expected.said(lang)}; {self.how_to_fix.said(lang)}"


class Unplannable(ValueError):
    """Nothing is made; `faults` names all that is wrong."""

    def __init__(self, faults: Iterable[PlanFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.said("en") for fault in self.faults))
