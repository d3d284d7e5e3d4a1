"""Budget lines of a year: the latest stage of each line, what it allots, what was realised, whom it would pay for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from semesta.basics import lists
from semesta.basics.groups import GROUPS
from semesta.basics.places import PlaceList
from semesta.monev.cube import Cell, Cube, Flat, Tree
from semesta.monev.figure import OVERLAP, Figure, total
from semesta.monev.regions import over_regions
from semesta.monev.stocks import POSITION
from semesta.monev.value import Node
from semesta.tables.table import step_column

DIMS = ("place", "funding", "group", "account", "subkegiatan", "opd")
BUDGETED = ("apbd", "apbd_change", "realised")
"""Stages at which the money stands in an enacted budget; before them it is only asked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One budget line at its latest stage."""

    codes: tuple[str, ...]
    year: int
    stage: str
    persons: int | None
    months: int | None
    price: int | None
    allocated: int | None
    allocated_step: float
    realised: int | None
    source: str
    ref: int

    @property
    def place(self) -> str:
        return self.codes[0]

    @property
    def funding(self) -> str:
        return self.codes[1]

    @property
    def group(self) -> str:
        return self.codes[2]

    @property
    def is_budgeted(self) -> bool:
        """In an enacted budget; a line that does not name its stage but has an amount is taken as one, and noted."""
        return self.stage in BUDGETED or (not self.stage and self.allocated is not None)


class Budgets:
    """The budgets of a round, by year."""

    def __init__(self, frame: pl.DataFrame | None, places: PlaceList) -> None:
        self.places = places
        self.dims: dict[str, Tree] = {
            name: {"place": places, "funding": lists.FUNDINGS, "group": GROUPS}.get(name, Flat()) for name in DIMS
        }
        self.lines = _latest_stages(frame) if frame is not None else []
        self._under: dict[str, list[Line]] = defaultdict(list)
        self._of_year: dict[int, list[Cell]] = defaultdict(list)
        for line in self.lines:
            self._of_year[line.year].append(Cell(line.codes, 0, 0, ()))
            for code in places.path(line.place):
                self._under[code].append(line)

    def years(self, place: str) -> list[int]:
        """Years with lines at or below a place, the latest first."""
        return sorted({line.year for line in self._under.get(place, [])}, reverse=True)

    def cubes(self) -> dict[int, Cube]:
        """The codes of each year's lines, without amounts: where they may be asked."""
        return {year: Cube(self.dims, cells) for year, cells in self._of_year.items()}

    def of(self, node: Node) -> list[Line]:
        """The lines of the node's year within it."""
        return [
            line
            for line in self._under.get(node.place, [])
            if str(line.year) == node.period
            and lists.FUNDINGS.is_within(line.funding, node.funding)
            and GROUPS.is_within(line.group, node.group)
        ]

    def money(self, node: Node, field: str) -> Figure | None:
        """Whole rupiah allocated or realised at a node in its year: a given total wins, accounts are added."""
        lines = [line for line in self.of(node) if line.is_budgeted or line.stage == "not_budgeted"]
        cells = [cell for line in lines if (cell := _cell(line, field)) is not None]
        cube = Cube(self.dims, cells)
        top = cube.maximal(cells)
        if not top:
            return None
        if cube.overlapping(top):
            return Figure(None, tuple(top)).refusing("scope", OVERLAP)
        return over_regions(total(top, node.period), node.place, self.places, cube, ())


def _cell(line: Line, field: str) -> Cell | None:
    amount: int | None = getattr(line, field)
    if line.stage == "not_budgeted":
        amount = 0 if field == "allocated" else amount
    if amount is None:
        return None
    return Cell(
        codes=line.codes,
        amount=amount,
        upper=amount,
        ref=(("budgets", line.ref),),
        step=line.allocated_step if field == "allocated" else 0,
        sources=(line.source,) if line.source else (),
    )


def _latest_stages(frame: pl.DataFrame) -> list[Line]:
    """Of each line (place, year, funding, group, account, sub-activity, office) what its furthest stage says.

    A later stage replaces an earlier one. Several documents at one stage are lines of their own and are added.
    """
    by_line: dict[tuple[Any, ...], list[tuple[str, Line]]] = defaultdict(list)
    for row in frame.iter_rows(named=True):
        line = _line(row)
        by_line[line.codes, line.year].append((row["document_no"] or "", line))
    return [line for group in by_line.values() for line in _furthest(group)]


def _furthest(group: list[tuple[str, Line]]) -> list[Line]:
    stage = max((line.stage for _, line in group), key=_rank)
    by_document = {document: line for document, line in reversed(group) if line.stage == stage}
    return [_completed(line, [other for _, other in group]) for line in by_document.values()]


def _completed(line: Line, group: list[Line]) -> Line:
    """A row that only tells the realisation takes the budget from the enacted stage before it, never from a proposal."""
    if not line.is_budgeted or line.allocated is not None:
        return line
    enacted = [other for other in group if other.is_budgeted and other.allocated is not None]
    if not enacted:
        return line
    before = max(enacted, key=lambda other: _rank(other.stage))
    return replace(
        line,
        allocated=before.allocated,
        allocated_step=before.allocated_step,
        persons=line.persons if line.persons is not None else before.persons,
        months=line.months if line.months is not None else before.months,
        price=line.price if line.price is not None else before.price,
    )


def _rank(stage: str) -> int:
    stages = [entry.code for entry in lists.BUDGET_STATUSES]
    return stages.index(stage) if stage in stages else -1


def _line(row: Mapping[str, Any]) -> Line:
    return Line(
        codes=tuple(row[d] or "" for d in DIMS),
        year=row["year"],
        stage=row["status"] or "",
        persons=row["persons"],
        months=row["months"],
        price=row["price"],
        allocated=row["allocated"],
        allocated_step=row.get(step_column("allocated")) or 0,
        realised=row["realised"],
        source=row["source"] or "",
        ref=row[POSITION],
    )
