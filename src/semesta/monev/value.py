"""What an indicator comes to at one node, and what was found when figures were held against each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from semesta.basics.words import Words

Status = Literal["ok", "missing", "partial", "mixed", "scope_mismatch", "contradicted", "unverified_law", "withheld"]
Ref = tuple[str, int]
Refusal = Literal["", "scope", "period"]


class Node(NamedTuple):
    """What a figure speaks of. An empty code means all.

    A tuple, since a nation asks at hundreds of thousands of them and looks each up several times.

    `period` is ISO 8601: a day for stocks, a period for flows, a year for budgets.
    """

    place: str = ""
    office: str = ""
    group: str = ""
    segment: str = ""
    programme: str = ""
    funding: str = ""
    period: str = ""
    universe: str = ""
    basis: str = ""
    benefit: str = ""
    document: str = ""

    def at(self, **codes: str) -> Node:
        return self._replace(**codes)


CODES = Node._fields
"""The names of what a node says, in order: the columns of every table of figures."""


@dataclass(frozen=True, slots=True)
class Value:
    """One figure with everything it rests on. `value` is None when it is missing or may not be made; never 0 for that.

    Whole numbers are ints; shares are fractions (unit "share"). `low` and `high` bound the value where it is uncertain.
    `step` says how exactly: twice the tolerance that the digits written in the data leave it, 0 for none.
    `rows` are the rows it was made of, as (table, position in the dataset's frame). `refused` says why it may not be made.
    """

    indicator: str
    node: Node
    unit: str
    value: int | float | None
    numerator: int | float | None = None
    denominator: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    status: tuple[Status, ...] = ("ok",)
    notes: tuple[Words, ...] = ()
    sources: tuple[str, ...] = ()
    step: float = 0
    rows: tuple[Ref, ...] = ()
    refused: Refusal = ""

    @property
    def is_missing(self) -> bool:
        return self.value is None


@dataclass(frozen=True, slots=True)
class Correction:
    """One single change that would make the figures agree. None of them is ever chosen."""

    quantity: str
    title: Words
    given: int | float
    healed: int | float


@dataclass(frozen=True, slots=True)
class Finding:
    """Figures that do not agree, or may not be put together; `kind` begins `figures.`, difference = stated − computed.

    `rows` are the rows at odds: figures made of them are contradicted.
    """

    kind: str
    severity: Literal["error", "warning", "info"]
    place: str
    quantity: str
    message: Words
    stated: int | float | None = None
    computed: int | float | None = None
    difference: int | float | None = None
    corrections: tuple[Correction, ...] = ()
    sources: tuple[str, ...] = ()
    node: Node = field(default_factory=Node)
    rows: tuple[Ref, ...] = ()
