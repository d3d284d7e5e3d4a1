"""Which cells of published tables must be hidden so that nobody can work out the small ones by subtraction.

Cells are whole numbers from zero on, and relations say that one is the sum of others. Who reads what is published knows every cell that
is not hidden, every relation, and that nothing is negative. A small cell is safe when, for all they know, it could be nothing at all and
could be as large as is asked for. Whether it could, and what must be hidden so that it could, is asked of a linear program: the answer
then holds for subtraction along any number of trees at once, and for all of it together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import highspy

SMALL = range(1, 5)
"""So few persons could be recognised."""
ENOUGH = 5
NOTHING = 1e-7
"""Differences that are of the solver, not of the numbers."""


@dataclass
class Cells:
    """Numbers that may be published, and how they hang together. Cells are spoken of by the number that `cell` gives."""

    values: list[int] = field(default_factory=list)
    costs: list[int] = field(default_factory=list)
    """How unwillingly each is hidden; of several that would do, the least costly is."""
    relations: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    """A whole and the parts it is exactly the sum of."""
    small: dict[int, int] = field(default_factory=dict)
    """Cells to be protected, and how high each must seem possible to be."""
    secret: set[int] = field(default_factory=set)
    """Cells that nobody publishes: what is left of a total, or the difference between two."""
    known: set[int] = field(default_factory=set)
    """Cells that were published before; they cannot be taken back."""
    together: list[set[int]] = field(default_factory=list)
    """Cells of which all are hidden when one is: persons and the amounts that belong to them."""

    def cell(self, value: int, cost: int = 0) -> int:
        self.values.append(value)
        self.costs.append(cost)
        return len(self.values) - 1

    def left(self, value: int) -> int:
        """A cell that nobody publishes, itself to be protected where it is small."""
        made = self.cell(value)
        self.secret.add(made)
        if value in SMALL:
            self.small[made] = ENOUGH
        return made

    def sum(self, whole: int, parts: Sequence[int]) -> None:
        """Says that a cell holds others. What they leave is a cell too; parts above their total say nothing."""
        rest = self.values[whole] - sum(self.values[part] for part in parts)
        if rest == 0:
            self.relations.append((whole, tuple(parts)))
        elif rest > 0:
            self.relations.append((whole, (*parts, self.left(rest))))

    def near(self, one: int, other: int) -> None:
        """Two cells whose difference is a number of persons: told where it is small, and where it is nothing."""
        low, high = sorted((one, other), key=lambda cell: self.values[cell])
        if self.values[high] - self.values[low] < ENOUGH:
            self.sum(high, (low,))


@dataclass(frozen=True)
class Hidden:
    """cells: all that are not to be published. leaked: small ones that can be told from what was published before."""

    cells: frozenset[int]
    leaked: frozenset[int]


def hidden(cells: Cells) -> Hidden:
    """The cells to hide: the small ones, what belongs to them, and as many others as it takes."""
    return _Hiding(cells).done()


class _Hiding:
    """The work of hiding: which are hidden so far, and what hangs together."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.rows = [(whole, *parts) for whole, parts in cells.relations]
        self.rows_of: dict[int, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            for cell in row:
                self.rows_of[cell].append(number)
        self.with_it: dict[int, set[int]] = {}
        for group in cells.together:
            joined = set(group).union(*(self.with_it.get(cell, set()) for cell in group))
            for cell in joined:
                self.with_it[cell] = joined
        self.hidden: set[int] = set(cells.secret) - cells.known
        for cell in cells.small:
            self.hide(cell)

    def hide(self, cell: int) -> None:
        self.hidden |= {cell, *self.with_it.get(cell, ())} - self.cells.known

    def done(self) -> Hidden:
        leaked: set[int] = set()
        open_ones = [cell for cell in self.cells.small if cell not in self.cells.known]
        while open_ones:
            part = self._part(open_ones[0])
            asked = [cell for cell in open_ones if cell in part]
            worlds = _Worlds(self, part, max(self.cells.small[cell] for cell in asked))
            for cell in asked:
                value = self.cells.values[cell]
                for by in (-value, self.cells.small[cell] - value):
                    wanted = worlds.needed(cell, by)
                    if wanted is None:
                        leaked.add(cell)
                    else:
                        # What is hidden for one cell can only widen what the others could be, so whoever is safe stays safe.
                        for one in wanted:
                            self.hide(one)
            open_ones = [cell for cell in open_ones if cell not in part]
        return Hidden(frozenset(self.hidden), frozenset(leaked))

    def _part(self, first: int) -> set[int]:
        """All cells that have to do with one, shown or hidden."""
        part, next_ones = {first}, [first]
        while next_ones:
            for row in self.rows_of[next_ones.pop()]:
                new = [cell for cell in self.rows[row] if cell not in part]
                part.update(new)
                next_ones += new
        return part


class _Worlds:
    """Other numbers that would all be possible: how few shown cells must differ for one cell to be so much more or less.

    A linear program looks for differences that keep every relation and never go below nothing, at the least cost of cells that would have
    to be hidden for it; those already hidden cost nothing. Differences are measured in parts of a span, so that rupiah and persons are
    numbers of one size to the solver, and none may be more than a few spans: what is possible within them is possible.
    """

    SPANS = 4.0

    def __init__(self, hiding: _Hiding, part: set[int], span: int) -> None:
        self.hiding = hiding
        self.span = float(span)
        fixed = {cell for cell in part if cell in hiding.cells.known}
        self.open = sorted(part - fixed)
        self.up = {cell: 2 * number for number, cell in enumerate(self.open)}
        """Column by which a cell is more; the next one is that by which it is less."""
        self.free: set[int] = set()
        self.solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        for cell in self.open:
            self.solver.addVar(0.0, self.SPANS)
            self.solver.addVar(0.0, self._room(cell))
        for column, cell in enumerate(one for one in self.open for _ in range(2)):
            self.solver.changeColCost(column, self._cost(cell))
        for row in sorted({row for cell in self.open for row in hiding.rows_of[cell]}):
            self._relate(hiding.rows[row])

    def needed(self, cell: int, by: int) -> list[int] | None:
        """The cells to be hidden besides, so that a cell could be so much more, or less; None where it never could."""
        if not by:
            return []
        self._spare_what_is_hidden()
        column, other = (self.up[cell], self.up[cell] + 1) if by > 0 else (self.up[cell] + 1, self.up[cell])
        wanted, rooms = abs(by) / self.span, {self.up[cell]: self.SPANS, self.up[cell] + 1: self._room(cell)}
        self.solver.changeColBounds(column, wanted, wanted)
        self.solver.changeColBounds(other, 0.0, 0.0)
        self.solver.run()
        found: list[int] | None = None
        if self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
            by_column = self.solver.getSolution().col_value
            found = [
                one
                for one, up in self.up.items()
                if one not in self.hiding.hidden and abs(by_column[up] - by_column[up + 1]) > NOTHING
            ]
        for one, room in rooms.items():
            self.solver.changeColBounds(one, 0.0, room)
        return found

    def _relate(self, row: tuple[int, ...]) -> None:
        """Adds that the whole differs by as much as its parts do together."""
        signs: dict[int, float] = defaultdict(float)
        for at, cell in enumerate(row):
            if cell in self.up:
                sign = -1.0 if at == 0 else 1.0
                signs[self.up[cell]] += sign
                signs[self.up[cell] + 1] -= sign
        self.solver.addRow(0.0, 0.0, len(signs), list(signs), list(signs.values()))

    def _room(self, cell: int) -> float:
        """How much less a cell could be."""
        return min(self.hiding.cells.values[cell] / self.span, self.SPANS)

    def _cost(self, cell: int) -> float:
        # Rows are missed less than figures, small numbers less than large ones; a cell of nothing says that nobody is there.
        cells = self.hiding.cells
        return 1.0 + 2.0 * cells.costs[cell] + (math.log10(1 + cells.values[cell]) / 4 if cells.values[cell] else 1.0)

    def _spare_what_is_hidden(self) -> None:
        for cell in self.hiding.hidden.intersection(self.up) - self.free:
            self.free.add(cell)
            self.solver.changeColCost(self.up[cell], 0.0)
            self.solver.changeColCost(self.up[cell] + 1, 0.0)
