"""Cells as problems show them where they tell who somebody is."""

from __future__ import annotations

import datetime as dt
import re

from semesta.basics import masking
from semesta.files.grid import is_blank, shown_cell
from semesta.tables.number_types import CountType, QuantityType, RupiahType, ShareType
from semesta.tables.person_types import BirthDayType, NameType, NikType
from semesta.tables.table import Column
from semesta.tables.time_types import DayType, MonthType, PeriodType, YearMonthType, YearType
from semesta.tables.types import Cell

_LONG_NUMBER = re.compile(r"(?<![0-9])[0-9](?:[ .-]?[0-9]){10,}(?![0-9])")
"""As long as a KPJ, a family card or a NIK; where columns have shifted one may stand under any header."""
_NUMBERED = (
    *(CountType, QuantityType, RupiahType, ShareType),
    *(DayType, MonthType, PeriodType, YearMonthType, YearType),
)
"""What is written with digits: words under such a header may be the name of the column beside it."""


def shown(column: Column, cell: Cell) -> str:
    """A cell of a list of people: masked where its column holds identities, elsewhere as it stands but for long numbers, and for words where a number is due."""
    if not column.identity:
        if isinstance(column.type, _NUMBERED) and isinstance(cell, str) and not re.search("[0-9]", cell):
            return masking.masked_name(cell)
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
