"""Two amounts of the same rows held against each other only where both are known: missing is never zero."""

from __future__ import annotations

from semesta.basics.words import Words
from semesta.monev.cube import Cell
from semesta.monev.figure import Figure, total


def where_both_known(part: Figure | None, whole: Figure | None, said: Words) -> tuple[Figure | None, Figure | None]:
    """The two figures cut down to the cells that the other side knows too; partial, with `said`, where that leaves some out."""
    if part is None or whole is None or part.amount is None or whole.amount is None:
        return part, whole
    parts = [cell for cell in part.cells if any(_meet(cell, other) for other in whole.cells)]
    wholes = [cell for cell in whole.cells if any(_meet(cell, other) for other in part.cells)]
    # A stated nothing (not budgeted) has nothing of which a part could be known.
    left_out = len(parts) < len(part.cells) or any(cell.amount and cell not in wholes for cell in whole.cells)
    if not left_out:
        return part, whole
    if not parts:
        return None, whole
    return (
        total(parts, part.period).marked(part.status, part.notes),
        total(wholes, whole.period).marked({"partial", *whole.status}, [said, *whole.notes]),
    )


def _meet(one: Cell, other: Cell) -> bool:
    """Whether one may speak of the other: equal codes, or an empty one, in each dimension."""
    return all(a == b or not a or not b for a, b in zip(one.codes, other.codes, strict=True))
