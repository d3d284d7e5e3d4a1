"""Cells as problems show them where they tell who somebody is.

Where columns have shifted a name, a number or a date of birth stands under any header. What is shown of a list of people is what
was understood, what is nearly a code or a name that is known there, and what many rows say alike; of anything else the initials.
"""

from __future__ import annotations

import datetime as dt
import re

from semesta.basics import masking
from semesta.basics.codes import CodeList
from semesta.basics.lists import PROGRAMMES
from semesta.basics.numbers import is_error_cell
from semesta.files.grid import is_blank, shown_cell
from semesta.tables.number_types import CountType, QuantityType, RupiahType, ShareType
from semesta.tables.person_types import BirthDayType, NameType, NikType, ProgrammesType
from semesta.tables.table import Column
from semesta.tables.time_types import DayType, MonthType, PeriodType, YearMonthType, YearType
from semesta.tables.types import Cell, Coded, PlaceType, Reading

COMMON = 3
"""What so many rows say alike is no name of a person who stands in the wrong column."""
_DATE = re.compile(r"(?:[0-9]{1,2}[-/. ]){2}(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}(?:[-/. ][0-9]{1,2}){2}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTERS = re.compile(r"([^\W\d_]+)\.?")
_NUMBERED = (
    *(CountType, QuantityType, RupiahType, ShareType),
    *(DayType, MonthType, PeriodType, YearMonthType, YearType),
)
"""What is written with digits: words under such a header may be the name of the column beside it."""


def shown(column: Column, cell: Cell, *, is_common: bool = False) -> str:
    """A cell of a list of people: masked where its column holds identities, elsewhere what cannot be somebody's.

    Args:
        is_common: whether COMMON rows or more say the same.
    """
    if column.identity:
        return _identity(column, cell)
    text = masking.without_numbers(shown_cell(cell))
    if isinstance(column.type, _NUMBERED):
        return masking.masked_name(text) if isinstance(cell, str) and not re.search("[0-9]", text) else text
    if isinstance(cell, dt.date) or _DATE.fullmatch(text.strip()):
        return masking.masked_date(cell)
    if is_common or not _WORD.search(text) or is_error_cell(text) or _is_understood(column, cell):
        return text
    return _without_names(column, text)


def _identity(column: Column, cell: Cell) -> str:
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


def _is_understood(column: Column, cell: Cell) -> bool:
    """Whether the cell is what its column asks for. Codes are only looked up: reading one looks for what comes near, slowly."""
    if isinstance(column.type, PlaceType):
        return column.type.known.find(shown_cell(cell)) is not None
    if isinstance(column.type, Coded):
        return column.type.codelist.find(shown_cell(cell)) is not None
    return isinstance(column.type.read(cell), Reading)


def _without_names(column: Column, text: str) -> str:
    """The text where it is nearly a known name; otherwise those of its words that are nearly words of the list, and initials."""
    if isinstance(column.type, PlaceType):
        # Not word by word: Sari, Indah and Jaya are in the names of districts and of people.
        return text if column.type.known.is_like(text) else masking.masked_name(text)
    codes = _codes_of(column)
    if codes is None or not any(codes.has_word_like(word) for word in _WORD.findall(text[:100])):
        return masking.masked_name(text)
    if codes.is_like(text):
        return text
    return _LETTERS.sub(lambda word: word[0] if codes.has_word_like(word[1]) else f"{word[1][0].upper()}.", text[:100])


def _codes_of(column: Column) -> CodeList | None:
    if isinstance(column.type, Coded):
        return column.type.codelist
    return PROGRAMMES if isinstance(column.type, ProgrammesType) else None
