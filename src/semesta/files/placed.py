"""Problems at their places in a sheet, with what stands there as far as it may be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from semesta.basics.masking import masked_text
from semesta.basics.problem import Fault, Problem
from semesta.files import masked, row_faults
from semesta.files.encoded import Marked
from semesta.files.grid import Grid, column_letter, is_blank, shown_cell
from semesta.tables.table import Column
from semesta.tables.types import Cell


@dataclass
class Placed:
    """A sheet whose problems are told. Rows are counted from `first`, the first under the header.

    columns: those that are read, by where they stand. titles: the text over each column.
    of_people: of people, or of families; cells of identities and of columns not read are masked.
    """

    grid: Grid
    header_row: int
    first: int
    columns: Mapping[int, Column]
    titles: Sequence[str]
    of_people: bool
    _said: dict[int, Counter[str]] = field(default_factory=dict)

    def problem(self, row: int | None, index: int | None, fault: Fault, cell: Cell | Marked = None) -> Problem:
        """A problem at a row under the header, or at the header itself when `row` is None."""
        title = self.title(index) if index is not None else ""
        if cell is None and index is not None:
            cell = self.titles[index] if row is None else self.grid.columns[index][self.first + row]
        return Problem(
            file=self.grid.file,
            sheet=self.grid.sheet,
            row=self.header_row + 1 if row is None else self.first + row + 1,
            column=column_letter(index) if index is not None else None,
            header=title or None,
            value=self._value(row, index, cell),
            fault=fault,
        )

    def of_column(self, index: int, fault: Fault, example: Cell | Marked) -> Problem:
        """A problem of a whole column, at its header, with one of its cells."""
        return replace(self.problem(None, index, fault), value=self._value(0, index, example))

    def left_out(self, row: int, fault: Fault) -> Problem:
        """A row that is not read, with its first text; below lists of people that may be a name, so only totals show it."""
        cells = self.grid.row(self.first + row)
        index = next((i for i, cell in enumerate(cells) if isinstance(cell, str) and not is_blank(cell)), 0)
        if not self.of_people:
            return self.problem(row, index, fault)
        return self.problem(
            row, index, fault, Marked(fault, str(cells[index]) if fault is row_faults.TOTALS_ROW else "")
        )

    def title(self, index: int) -> str:
        """The header over a column, "" where there is none."""
        return shown_cell(self.titles[index]) if not is_blank(self.titles[index]) else ""

    def _value(self, row: int | None, index: int | None, cell: Cell | Marked) -> str | None:
        """The cell as the problem shows it: headers as they are, of people only what does not tell who they are."""
        if cell is None or isinstance(cell, Marked) or row is None or not self.of_people:
            return shown(cell) or None if cell is not None else None
        column = self.columns.get(index) if index is not None else None
        if column is None or index is None:  # may hold anything, names too
            return masked_text(str(cell)) or None
        return masked.shown(column, cell, is_common=self._is_common(index, cell)) or None

    def _is_common(self, index: int, cell: Cell) -> bool:
        """Whether many rows of a column say the same; counted when first asked."""
        if not isinstance(cell, str):
            return False
        if index not in self._said:
            self._said[index] = Counter(one for one in self.grid.columns[index] if isinstance(one, str))
        return self._said[index][cell] >= masked.COMMON


def shown(cell: Cell | Marked) -> str:
    return cell.shown if isinstance(cell, Marked) else shown_cell(cell)
