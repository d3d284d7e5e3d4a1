"""Which cells of published tables must be hidden so that nobody can work out the small ones by subtraction.

A small cell is safe when, for all that readers know (cells.py), it could be nothing at all and could be as large as is asked for.
Whether it could, and what must be hidden so that it could, is asked of a linear program: the answer then holds for subtraction along
any number of trees at once, and for all of it together.

Numbers of a nation all hang together through its totals, but who could be mistaken for whom is found nearby: each small cell is asked
about among the cells around it, all others staying what they are, and among more only where that is not enough. A world in which only
the neighbours differ is a world like any other, so what is safe among them is safe.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from semesta.monev.cells import ENOUGH, Cells

NOTHING = 1e-7
"""Differences that are of the solver, not of the numbers."""
NEIGHBOURS, OF_A_SUM, WIDER = 300, 4, 4
"""Cells around a small one that are looked at first, and of those that one sum holds; and how many times as many come next.

Few of one sum reach further: what one cell is less, others must be more in every sum that either is in."""
SECONDS = 1800.0
"""Of work of the processor; after so much what is not yet decided is hidden whole."""

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Hidden:
    """Which cells are not to be published.

    leaked: small ones that can be told from what was published before.
    undecided: small ones for which there was no time; all that has to do with them is hidden.
    """

    cells: frozenset[int]
    leaked: frozenset[int]
    undecided: frozenset[int] = frozenset()


def hidden(cells: Cells, *, progress: Progress = lambda done: None, seconds: float = SECONDS) -> Hidden:
    """The cells to hide: the small ones, what belongs to them, and as many others as it takes."""
    return _Hiding(cells).done(progress, time.process_time() + seconds)


class _Hiding:
    """The work of hiding: which are hidden so far, and what hangs together."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.rows = [(whole, *parts) for whole, parts in cells.relations]
        self.rows_of: dict[int, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            for cell in row:
                self.rows_of[cell].append(number)
        self.by_cost: dict[int, tuple[int, ...]] = {}
        """Of long relations their cells with those first that are missed least."""
        # Rows are missed less than figures, small numbers less than large ones; nothing says that nobody is there.
        self.cost = [
            1.0 + 2.0 * cost + (math.log10(1 + value) / 4 if value else 1.0)
            for value, cost in zip(cells.values, cells.costs, strict=True)
        ]
        self.with_it: dict[int, set[int]] = {}
        for group in cells.together:
            joined = set(group).union(*(self.with_it.get(cell, set()) for cell in group))
            for cell in joined:
                self.with_it[cell] = joined
        self.hidden: set[int] = set(cells.secret) - cells.known
        for cell in cells.small:
            self.hide(cell)
        for cell, earlier in cells.unchanged:
            if earlier in self.hidden:
                self.hide(cell)

    def hide(self, cell: int) -> None:
        self.hidden |= {cell, *self.with_it.get(cell, ())} - self.cells.known

    def done(self, progress: Progress, until: float) -> Hidden:
        leaked: set[int] = set()
        open_ones = dict.fromkeys(cell for cell in self.cells.small if cell not in self.cells.known)
        all_of_them = len(open_ones)
        while open_ones:
            progress(1 - len(open_ones) / all_of_them)
            if time.process_time() > until:
                self._hide_all_around(list(open_ones))
                return Hidden(frozenset(self.hidden), frozenset(leaked), frozenset(open_ones))
            first = next(iter(open_ones))
            worlds = _Worlds(self, self._part(first, NEIGHBOURS, OF_A_SUM))
            near = [first, *(cell for cell in worlds.open if cell in open_ones and self._is_inside(cell, worlds))]
            for cell in dict.fromkeys(near):
                del open_ones[cell]
                if not self._protect(cell, worlds):
                    leaked.add(cell)
        return Hidden(frozenset(self.hidden), frozenset(leaked))

    def _is_inside(self, cell: int, worlds: _Worlds) -> bool:
        """Whether all that could make up for a cell is looked at."""
        return all(one in worlds.part for row in self.rows_of[cell] for one in self._likely(row, OF_A_SUM))

    def _protect(self, cell: int, worlds: _Worlds) -> bool:
        """Hides what it takes for the cell to be safe; whether it can be.

        What is hidden for one cell can only widen what the others could be, so whoever is safe stays safe.
        """
        value = self.cells.values[cell]
        missing = [by for by in (-value, self.cells.small[cell] - value) if not self._hide_for(cell, by, worlds)]
        wider = self._wider(cell, worlds)
        while missing and (more := next(wider, None)) is not None:
            missing = [by for by in missing if not self._hide_for(cell, by, more)]
        return not missing

    def _hide_for(self, cell: int, by: int, worlds: _Worlds) -> bool:
        wanted = worlds.needed(cell, by)
        for one in wanted or ():
            self.hide(one)
        return wanted is not None

    def _wider(self, cell: int, worlds: _Worlds) -> Iterator[_Worlds]:
        """More and more around a cell, in the end all that has to do with it."""
        most, of_a_sum, last = NEIGHBOURS, OF_A_SUM, len(worlds.part)
        while last >= most or of_a_sum < len(self.cells.values):
            most, of_a_sum = most * WIDER, of_a_sum * 2
            if most >= len(self.cells.values):
                of_a_sum = len(self.cells.values)
            found = self._part(cell, most, of_a_sum)
            if len(found) > last or of_a_sum >= len(self.cells.values):
                yield _Worlds(self, found)
            last = len(found)

    def _part(self, first: int, most: int, of_a_sum: int) -> set[int]:
        """At most so many cells that have to do with one, shown or hidden, relation by relation outwards."""
        part, next_ones, seen = {first}, [first], set()
        while next_ones and len(part) < most:
            found: dict[int, None] = {}
            for cell in next_ones:
                for row in self.rows_of[cell]:
                    if row not in seen:
                        seen.add(row)
                        found.update(dict.fromkeys(self._likely(row, of_a_sum)))
            next_ones = [cell for cell in found if cell not in part][: most - len(part)]
            part.update(next_ones)
        return part

    def _likely(self, row: int, most: int) -> Sequence[int]:
        """The cells of a relation; of many those that are missed least."""
        cells = self.rows[row]
        if len(cells) <= most:
            return cells
        if row not in self.by_cost:
            self.by_cost[row] = cells[0], *sorted(cells[1:], key=self.cost.__getitem__)
        return self.by_cost[row][:most]

    def _hide_all_around(self, cells: Sequence[int]) -> None:
        """Hides everything that has to do with these: if all of it is hidden, any of it could be anything."""
        closed: set[int] = set()
        for cell in cells:
            if cell not in closed:
                closed |= self._part(cell, len(self.cells.values) + 1, len(self.cells.values))
        for cell in closed:
            self.hide(cell)


class _Worlds:
    """Other numbers that would all be possible: how few shown cells must differ for one cell to be so much more or less.

    A linear program looks for differences that keep every relation and never go below nothing, at the least cost of cells that would have
    to be hidden for it; those already hidden cost nothing. Differences are measured in parts of a span, so that rupiah and persons are
    numbers of one size to the solver, and none may be more than a few spans: what is possible within them is possible.
    """

    SPANS = 4.0

    def __init__(self, hiding: _Hiding, part: set[int]) -> None:
        self.hiding, self.part = hiding, part
        self.open = sorted(part - hiding.cells.known)
        self.span = float(max((hiding.cells.small.get(cell, ENOUGH) for cell in self.open), default=ENOUGH))
        self.up = {cell: 2 * number for number, cell in enumerate(self.open)}
        """Column by which a cell is more; the next one is that by which it is less."""
        self.shown = np.array([cell not in hiding.hidden for cell in self.open])
        self.solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, choice in (("output_flag", False), ("threads", 1), ("presolve", "off")):
            self.solver.setOptionValue(option, choice)
        rooms = np.array([room for cell in self.open for room in (self.SPANS, self._room(cell))])
        self.solver.addVars(len(rooms), np.zeros(len(rooms)), rooms)
        rows = {row: None for cell in self.open for row in hiding.rows_of[cell]}
        self._relate([hiding.rows[row] for row in rows])

    def needed(self, cell: int, by: int) -> list[int] | None:
        """The cells to be hidden besides, so that a cell could be so much more, or less; None where it never could."""
        if not by:
            return []
        self._cost_of_showing()
        column, other = (self.up[cell], self.up[cell] + 1) if by > 0 else (self.up[cell] + 1, self.up[cell])
        wanted, rooms = abs(by) / self.span, {self.up[cell]: self.SPANS, self.up[cell] + 1: self._room(cell)}
        self.solver.changeColBounds(column, wanted, wanted)
        self.solver.changeColBounds(other, 0.0, 0.0)
        self.solver.run()
        found: list[int] | None = None
        if self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
            by_column = np.array(self.solver.getSolution().col_value).reshape(-1, 2)
            differs = np.abs(by_column[:, 0] - by_column[:, 1]) > NOTHING
            found = [self.open[at] for at in np.flatnonzero(differs & self.shown)]
        for one, room in rooms.items():
            self.solver.changeColBounds(one, 0.0, room)
        return found

    def _relate(self, rows: Sequence[tuple[int, ...]]) -> None:
        """Adds that each whole differs by as much as its parts do together; cells that are not looked at differ by nothing."""
        starts: list[int] = []
        columns: list[int] = []
        signs: list[float] = []
        for row in rows:
            starts.append(len(columns))
            for at, cell in enumerate(row):
                if cell in self.up:
                    sign = -1.0 if at == 0 else 1.0
                    columns += (self.up[cell], self.up[cell] + 1)
                    signs += (sign, -sign)
        nothing = np.zeros(len(rows))
        self.solver.addRows(
            len(rows), nothing, nothing, len(columns), np.array(starts, "i4"), np.array(columns, "i4"), np.array(signs)
        )

    def _room(self, cell: int) -> float:
        """How much less a cell could be."""
        if cell in self.hiding.cells.signed:
            return self.SPANS
        return min(self.hiding.cells.values[cell] / self.span, self.SPANS)

    def _cost_of_showing(self) -> None:
        """What is hidden already costs nothing."""
        self.shown = np.array([cell not in self.hiding.hidden for cell in self.open])
        costs = np.where(self.shown, [self.hiding.cost[cell] for cell in self.open], 0.0).repeat(2)
        self.solver.changeColsCost(len(costs), np.arange(len(costs), dtype="i4"), costs)
