"""A sheet as the reader sees it, whatever file it came from: cells by column, and what is odd about some of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from semesta.tables.types import Cell

Mark = Literal["formula", "error"]
Area = tuple[tuple[int, int], tuple[int, int]]
"""First and last (row, column) of merged cells, counted from 0."""


_SPACES = " \t\r\n\u00a0\ufeff"


def _no_marks() -> Mapping[tuple[int, int], Mark]:
    return {}


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells from the sheet's first row and column on, column by column, all columns of equal length.

    file, sheet: where it is; `sheet` is None where files have no sheets.
    name: what it is called, to find its table by.
    merged: areas of merged cells, those that begin higher first.
    marks: asked only where cells are empty; which of them hold a formula without a result, or an error.
    is_delimited: cells were cut at a separator, so one within a value shifts the others to the right.
    """

    file: str
    sheet: str | None
    name: str
    columns: Sequence[Sequence[Cell]]
    merged: Sequence[Area] = ()
    marks: Callable[[], Mapping[tuple[int, int], Mark]] = _no_marks
    is_delimited: bool = False

    @property
    def height(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    def row(self, index: int) -> list[Cell]:
        return [column[index] for column in self.columns]


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip(_SPACES))


def is_dash(cell: Cell) -> bool:
    """Whether a cell holds only the dash that offices write where there is nothing to say."""
    return isinstance(cell, str) and not cell.strip(_SPACES + "-–—")


def column_letter(index: int) -> str:
    """The letter of a column counted from 0: A, B, …, AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def shown_cell(cell: Cell) -> str:
    """A cell as problems show it: at most 80 characters, without control characters, whole numbers without a point."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    text = str(cell) if not hasattr(cell, "isoformat") else cell.isoformat()  # type: ignore[union-attr]
    text = "".join(" " if not c.isprintable() else c for c in text[:200])
    return text if len(text) <= 80 else text[:79] + "…"
