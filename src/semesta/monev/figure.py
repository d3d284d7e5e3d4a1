"""A number made of cells, or the reason why it may not be made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from semesta.basics.words import Words
from semesta.monev.agreement import Quantity, summed
from semesta.monev.cube import Cell
from semesta.monev.value import Ref, Refusal, Status


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cube comes to at a node.

    `amount` is None where the cells may not be put together; `status` and `notes` then say why. `low` is the amount itself
    and `high` the upper bound where people may have been counted twice.
    """

    amount: int | float | None
    cells: tuple[Cell, ...] = ()
    high: int | float | None = None
    status: frozenset[Status] = frozenset()
    notes: tuple[Words, ...] = ()
    period: str = ""
    refused: Refusal = ""

    @property
    def rows(self) -> tuple[Ref, ...]:
        return tuple(ref for cell in self.cells for ref in cell.ref)

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(source for cell in self.cells for source in cell.sources if source))

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.amount or 0, summed([Quantity(c.amount, c.step) for c in self.cells]).step)

    @property
    def tolerance(self) -> float:
        """How far the true amount may lie from this one, by the digits that were written."""
        return float(self.quantity.tolerance) if any(cell.step for cell in self.cells) else 0.0

    def label(self, position: int) -> str:
        """The label that all its cells of a day share; empty where they differ."""
        found = {cell.labels[position] for cell in self.cells if len(cell.labels) > 1 and cell.day}
        return found.pop() if len(found) == 1 else ""

    @property
    def days(self) -> tuple[dt.date, ...]:
        return tuple(cell.day for cell in self.cells if cell.day is not None)

    @property
    def is_given(self) -> bool:
        """Whether one given figure stands for all of it, not a sum of parts."""
        return len(self.cells) == 1

    def marked(self, status: Iterable[Status] = (), notes: Iterable[Words] = ()) -> Figure:
        # Made outright: a nation marks some hundred thousand, and replace takes three times as long.
        said = tuple(dict.fromkeys([*self.notes, *notes]))
        return Figure(self.amount, self.cells, self.high, self.status | set(status), said, self.period, self.refused)

    def refusing(self, why: Refusal, *notes: Words) -> Figure:
        """The figure as one that may not be used: its cells are kept so that it can be said what of."""
        first = replace(self, notes=notes).marked(["scope_mismatch"], self.notes)
        return replace(first, amount=None, high=None, refused=why)


def total(cells: Sequence[Cell], period: str = "") -> Figure:
    """The sum of disjoint cells, with the upper bound where persons may overlap, or where of some it is not known."""
    amount = sum(c.amount for c in cells)
    high = sum(c.upper for c in cells)
    figure = Figure(amount, tuple(cells), high if high != amount else None, period=period)
    if figure.high is None:
        return figure
    return figure.marked(["partial"], [c.unsure or AT_LEAST for c in cells if c.upper != c.amount])


AT_LEAST = Words(
    "paling sedikit: orang yang sama dapat tercatat pada lebih dari satu program atau sumber dana",
    "at least: the same people may stand under more than one programme or source of money",
)
OVERLAP = Words(
    "rincian dalam data saling tumpang tindih, sehingga tidak dijumlahkan",
    "the parts in the data overlap each other and are not added",
)
