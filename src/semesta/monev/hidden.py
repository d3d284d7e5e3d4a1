"""Which cells of published tables must be hidden so that nobody can work out the small ones by subtraction.

Cells are whole numbers from zero on, and relations say that one is the sum of others. Who reads what is published knows every cell that
is not hidden, every relation, and that nothing is negative. A small cell is safe when, for all they know, it could be nothing at all and
could be as large as is asked for. Whether it could is asked of a linear program, so that the answer holds for subtraction along any
number of trees at once, and for all of it together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

import highspy

SMALL = range(1, 5)
"""So few persons could be recognised."""
ENOUGH = 5
NEARLY = 1e-6


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
    """The work of hiding: which are hidden so far, and which relations each cell stands in."""

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
            self._unpin(open_ones)
            part = self._part(open_ones[0])
            asked = [cell for cell in open_ones if cell in part]
            world = _World(self, part, max(self.cells.small[cell] for cell in asked))
            # What is hidden for one cell can only widen what the others could be, so whoever is safe stays safe.
            safe = set(takewhile(world.is_safe, asked))
            unsafe = next((cell for cell in asked if cell not in safe), None)
            if unsafe is not None:
                helpful = world.helpful()
                if helpful:
                    self.hide(min(helpful, key=self._cost))
                else:
                    leaked.add(unsafe)
            open_ones = [cell for cell in open_ones if cell not in safe and cell not in leaked]
        return Hidden(frozenset(self.hidden), frozenset(leaked))

    def _unpin(self, asked: Iterable[int]) -> None:
        """Hides a second cell wherever one asked for is the only one hidden of a relation: there it could be read off."""
        for cell in asked:
            for row in self.rows_of[cell]:
                if sum(one in self.hidden for one in self.rows[row]) == 1:
                    self._hide_cheapest([row])

    def _part(self, first: int) -> set[int]:
        """The hidden cells that have to do with one, through relations of hidden cells."""
        part, next_ones = {first}, [first]
        while next_ones:
            for row in self.rows_of[next_ones.pop()]:
                new = [cell for cell in self.rows[row] if cell in self.hidden and cell not in part]
                part.update(new)
                next_ones += new
        return part

    def _hide_cheapest(self, rows: Iterable[int]) -> bool:
        shown = {one for row in rows for one in self.rows[row] if one not in self.hidden}
        found = min(shown - self.cells.known, key=self._cost, default=None)
        if found is None:
            return False
        self.hide(found)
        return True

    def _cost(self, cell: int) -> tuple[bool, int, int, int]:
        # A cell of nothing, or of a few, gives little room; of the others the smallest is missed least.
        value = self.cells.values[cell]
        return (value < ENOUGH, self.cells.costs[cell], value, cell)


class _World:
    """By how much hidden cells may differ from what they are, if all that is published stays true.

    Differences are measured in parts of a span, so that rupiah and persons are numbers of one size to the solver, and none is asked to
    differ by more than a few spans: whatever is possible within them is possible.
    """

    SPANS = 4.0

    def __init__(self, hiding: _Hiding, part: set[int], span: int) -> None:
        self.hiding = hiding
        self.span = float(span)
        self.column = {cell: number for number, cell in enumerate(sorted(part))}
        self.rows = sorted({row for cell in part for row in hiding.rows_of[cell]})
        self.solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        for cell in self.column:
            self.solver.addVar(-min(hiding.cells.values[cell] / self.span, self.SPANS), self.SPANS)
        for row in self.rows:
            signs: dict[int, float] = defaultdict(float)
            for at, cell in enumerate(hiding.rows[row]):
                if cell in self.column:
                    signs[self.column[cell]] += _sign(at)
            self.solver.addRow(0.0, 0.0, len(signs), list(signs), list(signs.values()))

    def is_safe(self, cell: int) -> bool:
        """Whether a cell could be nothing, and could be as high as it must."""
        value = self.hiding.cells.values[cell]
        return self.can_move(cell, -value) and self.can_move(cell, self.hiding.cells.small[cell] - value)

    def can_move(self, cell: int, by: int) -> bool:
        """Whether a cell could be so much more, or less where `by` is negative."""
        if not by:
            return True
        column, up = self.column[cell], -1.0 if by > 0 else 1.0
        self.solver.changeColCost(column, up)
        self.solver.run()
        least = self.solver.getInfo().objective_function_value
        self.solver.changeColCost(column, 0.0)
        return bool(least <= -abs(by) / self.span + NEARLY)

    def helpful(self) -> list[int]:
        """The cells still shown that would let the one last asked for move farther, by the prices of what holds it."""
        prices = self.solver.getSolution().row_dual
        worth: dict[int, float] = defaultdict(float)
        for row, price in zip(self.rows, prices, strict=True):
            if abs(price) > NEARLY:
                for at, cell in enumerate(self.hiding.rows[row]):
                    if cell not in self.hiding.hidden and cell not in self.hiding.cells.known:
                        worth[cell] += _sign(at) * price
        # More of it helps where it is worth something, less of it where it is the opposite and there is any.
        return [
            cell
            for cell, price in worth.items()
            if price > NEARLY or (price < -NEARLY and self.hiding.cells.values[cell])
        ]


def _sign(at: int) -> float:
    """In a relation the whole stands first, against its parts."""
    return -1.0 if at == 0 else 1.0
