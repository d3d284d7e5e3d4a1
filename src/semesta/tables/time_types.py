"""Types of columns that hold time: days, periods, months, years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from semesta.basics.day import MONTHS, DayError, day
from semesta.basics.numbers import is_error_cell, is_no_value, tidy
from semesta.basics.period import Period
from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.tables import causes
from semesta.tables.causes import fault
from semesta.tables.cells import Cell, Reading

FIRST_YEAR, LAST_YEAR = 1990, 2100

DAY_CAUSES = {
    "text": causes.DAY_TEXT,
    "impossible": causes.DAY_IMPOSSIBLE,
    "out_of_range": causes.DAY_OUT_OF_RANGE,
    "only_year": causes.DAY_INCOMPLETE,
    "only_month": causes.DAY_INCOMPLETE,
    "time": causes.DAY_TIME,
    "number": causes.DAY_NUMBER,
    "boolean": causes.BOOLEAN,
    "error_cell": causes.ERROR_CELL,
    "no_value": causes.NO_VALUE,
}
DAY_DOUBTS = {
    "month_first": causes.DAY_MONTH_FIRST,
    "weekday": causes.DAY_WEEKDAY,
    "short_year": causes.DAY_SHORT_YEAR,
}


_SHORT_YEAR = re.compile(r"[A-Za-z][-/., '’]*[0-9]{2}\s*\Z")


def _cell_cause(cell: Cell, otherwise: str) -> str:
    """What is wrong with a cell that says nothing of time."""
    if isinstance(cell, bool):
        return causes.BOOLEAN
    text = tidy(cell) if isinstance(cell, str) else ""
    if is_error_cell(text):
        return causes.ERROR_CELL
    return causes.NO_VALUE if is_no_value(text) else otherwise


@dataclass(frozen=True, slots=True)
class DayType:
    """A day. Value `datetime.date`."""

    name: ClassVar[str] = "day"
    polars: ClassVar[str] = "Date"
    keeps_step: ClassVar[bool] = False
    expected: ClassVar[Words] = Words(
        "tanggal, misalnya 17/07/2024 atau 17 Juli 2024", "a date, such as 17/07/2024 or 17 July 2024"
    )

    def read(self, cell: Cell) -> Reading | Fault:
        try:
            found = day(cell)
        except DayError as error:
            return fault(DAY_CAUSES[error.cause], self.expected)
        return Reading(found.value, None, fault(DAY_DOUBTS[found.doubt], self.expected) if found.doubt else None)


@dataclass(frozen=True, slots=True)
class PeriodType:
    """A period. Value its canonical code, "2024-01/2024-07".

    Excel turns "Juli 2024" into the date cell 1 July 2024: a date cell on the first of a month is that month.
    """

    name: ClassVar[str] = "period"
    polars: ClassVar[str] = "String"
    keeps_step: ClassVar[bool] = False
    expected: ClassVar[Words] = Words(
        "periode, misalnya 2024, Juli 2024, Januari–Juli 2024 atau “s.d. 17 Juli 2024”",
        "a period, such as 2024, July 2024, January–July 2024 or “up to 17 July 2024”",
    )

    def read(self, cell: Cell) -> Reading | Fault:
        found = _period(cell)
        if not found:
            return fault(_cell_cause(cell, causes.PERIOD_TEXT), self.expected)
        doubt = _doubt(cell, found)
        return Reading(found.code, None, fault(doubt, self.expected) if doubt else None)


def _period(cell: Cell) -> Period | None:
    """The period of a cell; None when it says none."""
    if isinstance(cell, str) and not re.fullmatch("[0-9]{5}", cell.strip()):
        try:
            return Period.parse(cell)
        except ValueError:
            return None
    number = _whole(cell)
    if number is None or 10_000 <= number < 100_000:
        return _of_date_cell(number or cell)
    return _period(str(number))


def _doubt(cell: Cell, period: Period) -> str | None:
    """What else the writer of a period may have meant."""
    if period.start == period.end and period.end.day == 1:
        return causes.PERIOD_FIRST_DAY
    return causes.DAY_SHORT_YEAR if isinstance(cell, str) and _SHORT_YEAR.search(cell) else None


def _of_date_cell(cell: Cell) -> Period | None:
    """The month whose first day Excel made of it; else the day itself."""
    try:
        value = day(cell).value
    except DayError:
        return None
    return Period.of(value.year, value.month) if value.day == 1 else Period(value, value)


@dataclass(frozen=True, slots=True)
class YearMonthType:
    """A month of a year. Value "2024-07"."""

    name: ClassVar[str] = "year_month"
    polars: ClassVar[str] = "String"
    keeps_step: ClassVar[bool] = False
    expected: ClassVar[Words] = Words("bulan dan tahun, misalnya Juli 2024", "a month of a year, such as July 2024")

    def read(self, cell: Cell) -> Reading | Fault:
        found = _period(cell)
        if found and found.months == 1:
            doubt = _doubt(cell, found)
            return Reading(found.code, None, fault(doubt, self.expected) if doubt else None)
        return fault(_cell_cause(cell, causes.YEAR_MONTH_TEXT), self.expected)


@dataclass(frozen=True, slots=True)
class MonthType:
    """A month beside a column with the year. Value 1 to 12."""

    name: ClassVar[str] = "month"
    polars: ClassVar[str] = "Int64"
    keeps_step: ClassVar[bool] = False
    expected: ClassVar[Words] = Words(
        "bulan 1 sampai 12 atau namanya, misalnya Juli", "a month, 1 to 12 or its name, such as July"
    )

    def read(self, cell: Cell) -> Reading | Fault:
        number = _whole(cell)
        if number is None and isinstance(cell, str):
            number = MONTHS.get(re.sub(r"\Abulan\s+|\.\Z", "", tidy(cell).lower()))
        if number is not None and 1 <= number <= 12:
            return Reading(number)
        return fault(_cell_cause(cell, causes.MONTH_TEXT), self.expected)


@dataclass(frozen=True, slots=True)
class YearType:
    """A calendar or fiscal year. Value int, 1990 to 2100."""

    name: ClassVar[str] = "year"
    polars: ClassVar[str] = "Int64"
    keeps_step: ClassVar[bool] = False
    expected: ClassVar[Words] = Words("tahun empat angka, misalnya 2024", "a year of four digits, such as 2024")

    def read(self, cell: Cell) -> Reading | Fault:
        year = _whole(
            re.sub(r"(?i)\A\s*(?:tahun anggaran|tahun|ta|t\.a\.|fy)\s+", "", cell) if isinstance(cell, str) else cell
        )
        if year is None:
            return fault(_cell_cause(cell, causes.YEAR_TEXT), self.expected)
        return Reading(year) if FIRST_YEAR <= year <= LAST_YEAR else fault(causes.YEAR_OUT_OF_RANGE, self.expected)


def _whole(cell: Cell) -> int | None:
    """A whole number without separators; a year is never written "2.024"."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int):
        return cell
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else None
    if not isinstance(cell, str):
        return None
    found = re.fullmatch(r"([0-9]{1,9})(?:\.0+)?", tidy(cell))
    return int(found[1]) if found else None


DAY = DayType()
PERIOD = PeriodType()
MONTH = MonthType()
YEAR_MONTH = YearMonthType()
YEAR = YearType()
