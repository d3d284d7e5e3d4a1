"""Numbers that may be published, as cells that hang together: which are sums of which, and which are too small to be told.

Cells are whole numbers from zero on, and relations say that one is the sum of others. Who reads what is published knows every cell that
is not hidden, every relation, and that nothing is negative.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

SMALL = range(1, 5)
"""So few persons could be recognised."""
ENOUGH = 5
"""The fewest that tell of nobody."""


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
    earlier: set[int] = field(default_factory=set)
    """Cells of what was published before, shown or not."""
    signed: set[int] = field(default_factory=set)
    """Cells of which nobody knows beforehand whether they are below nothing: by how much a number has changed."""
    together: list[set[int]] = field(default_factory=list)
    """Cells of which all are hidden when one is: persons and the amounts that belong to them."""
    unchanged: list[tuple[int, int]] = field(default_factory=list)
    """A number and that of the same thing at an earlier time, where they are equal: hidden then, it stays hidden."""

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

    def sum(self, whole: int, parts: Sequence[int], *, is_all: bool = True) -> None:
        """Says that a cell holds others. What they leave is a cell too; parts above their total say nothing.

        is_all: readers know that the parts are all there is where they leave nothing.
        """
        rest = self.values[whole] - sum(self.values[part] for part in parts)
        if rest == 0 and is_all:
            self.relations.append((whole, tuple(parts)))
        elif rest >= 0:
            self.relations.append((whole, (*parts, self.left(rest))))

    def near(self, one: int, other: int, *, is_all: bool = True) -> None:
        """Two cells whose difference is a number of persons: told where it is small, and where it is nothing."""
        low, high = sorted((one, other), key=lambda cell: self.values[cell])
        if self.values[high] - self.values[low] < ENOUGH:
            self.sum(high, (low,), is_all=is_all)

    def within(self, whole: int, part: int) -> None:
        """Says that one is never above the other, as everybody knows of those active and those registered."""
        if self.values[whole] < self.values[part]:
            self.near(whole, part)  # the data say otherwise
        else:
            self.sum(whole, (part,))

    def again(self, one: int, earlier: int, *, is_same: bool) -> None:
        """The number of one thing, told twice: at the same time (`is_same`), so that readers know it is one, or at two.

        A change of one to four is as many persons come or gone. That nothing has changed nobody knows; but most take it to be so.
        """
        change = self.values[one] - self.values[earlier]
        if change == 0 and is_same:
            self.relations.append((one, (earlier,)))
        elif change == 0:
            self.unchanged.append((one, earlier))
        elif abs(change) in SMALL:
            made = self.left(abs(change))
            self.signed.add(made)
            low, high = sorted((one, earlier), key=lambda cell: self.values[cell])
            self.relations.append((high, (low, made)))
