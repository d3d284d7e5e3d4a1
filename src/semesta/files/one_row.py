"""One row typed into a form, read and checked exactly as a row of a file would be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from semesta.basics.places import PlaceList
from semesta.basics.problem import Fault
from semesta.files import row_faults
from semesta.files.grid import Grid, column_letter
from semesta.files.header import Header
from semesta.files.rows import bound, rows_of
from semesta.tables.table import Table, step_column
from semesta.tables.written import written


@dataclass(frozen=True, slots=True)
class RowRead:
    """What a row says, and what is wrong with it.

    cells: by column what the reader takes for the same row again: codes and days in their own form, numbers with their digits.
    faults: errors by column; those of the row as a whole stand under "".
    remarks: doubts by column, which keep nothing out.
    """

    cells: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, Fault] = field(default_factory=dict)
    remarks: Mapping[str, Fault] = field(default_factory=dict)


def read_row(table: Table, typed: Mapping[str, str], *, today: dt.date, places: PlaceList) -> RowRead:
    """The row as the reader of files understands it; columns that were not typed are empty."""
    names = [column.name for column in table.columns]
    grid = Grid("", None, table.title.id, [[name, typed.get(name, "").strip() or None] for name in names])
    header = Header(0, {name: index for index, name in enumerate(names)}, (), tuple(names))
    taken = rows_of(grid, header, table, today=today, places=places)
    column_of = {column_letter(index): name for index, name in enumerate(names)}
    said = [(column_of.get(problem.column or "", ""), problem.fault) for problem in taken.problems]
    faults = {name: fault for name, fault in reversed(said) if fault.severity == "error"}
    remarks = {name: fault for name, fault in reversed(said) if fault.severity != "error"}
    if taken.frame.is_empty():
        return RowRead({}, faults or _by_cell(table, typed, today, places) or remarks)
    row = taken.frame.row(0, named=True)
    cells = {name: written(row[name], row.get(step_column(name))) for name in names if row[name] is not None}
    return RowRead(cells, faults, remarks)


def _by_cell(table: Table, typed: Mapping[str, str], today: dt.date, places: PlaceList) -> dict[str, Fault]:
    """Of a row so empty that in a file it would be a note below the table: what each cell has wrong, and what is missing."""
    found: dict[str, Fault] = {}
    for column in table.columns:
        cell = typed.get(column.name, "").strip()
        read = bound(column, places, today).type.read(cell) if cell else None
        if isinstance(read, Fault):
            found[column.name] = read
        elif read is None and column.required:
            found[column.name] = row_faults.MISSING_VALUE
    return found
