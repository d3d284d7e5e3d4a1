"""Cells as problems show them where they tell who somebody is."""

from __future__ import annotations

import datetime as dt

from semesta.basics import masking
from semesta.files.grid import is_blank, shown_cell
from semesta.tables.person_types import BirthDayType, NameType, NikType
from semesta.tables.table import Column
from semesta.tables.types import Cell


def shown(column: Column | None, cell: Cell) -> str:
    """The cell as it stands, or masked where its column holds identities; dots where the column is not known."""
    if column is None or not column.identity:
        return shown_cell(cell)
    if isinstance(column.type, BirthDayType):
        return masking.masked_date(cell)
    if is_blank(cell):
        return ""
    text = cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)
    if isinstance(column.type, NameType):
        return masking.masked_name(text)
    if isinstance(column.type, NikType):
        return masking.masked_number(f"{cell:.0f}" if isinstance(cell, float) else text)
    return masking.masked_text(text)
