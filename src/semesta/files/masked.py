"""Cells as problems show them where they tell who somebody is."""

from __future__ import annotations

import datetime as dt
import re

from semesta.basics import masking
from semesta.files.grid import is_blank, shown_cell
from semesta.tables.person_types import BirthDayType, NameType, NikType
from semesta.tables.table import Column
from semesta.tables.types import Cell

_LONG_NUMBER = re.compile(r"(?<![0-9])[0-9](?:[ .-]?[0-9]){10,}(?![0-9])")
"""As long as a KPJ, a family card or a NIK; where columns have shifted one may stand under any header."""


def shown(column: Column, cell: Cell) -> str:
    """A cell of a list of people: masked where its column holds identities, elsewhere as it stands but for long numbers."""
    if not column.identity:
        return _LONG_NUMBER.sub(lambda number: masking.masked_number(number[0]), shown_cell(cell))
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
