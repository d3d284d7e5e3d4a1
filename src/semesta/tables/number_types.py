"""Types of columns that hold numbers: counts, rupiah, shares, and quantities of any unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from semesta.basics.numbers import NumberError, Written, number, tidy
from semesta.basics.problem import Fault
from semesta.basics.rupiah import LARGEST, RupiahError, rupiah
from semesta.basics.words import Words
from semesta.tables import causes
from semesta.tables.causes import fault
from semesta.tables.cells import Cell, Reading

_LOOKS_LIKE = {
    "text": causes.NUMBER_TEXT,
    "no_value": causes.NO_VALUE,
    "wording": causes.NUMBER_WORDING,
    "boolean": causes.BOOLEAN,
    "date": causes.NUMBER_DATE,
    "error_cell": causes.ERROR_CELL,
    "exponent": causes.NUMBER_EXPONENT,
    "grouping": causes.NUMBER_GROUPING,
    "fraction": causes.RUPIAH_FRACTION,
    "percent": causes.NUMBER_PERCENT,
    "too_large": causes.NUMBER_TOO_LARGE,
}
_DOUBTS = {"thousands": causes.NUMBER_THOUSANDS, "letter_m": causes.NUMBER_LETTER_M}

# Floats hold every whole number up to here: 9,007 trillion rupiah, more than the nation's budget.
_LARGEST_EXACT = 2**53

_PERCENT = re.compile(r"\s*(?:%|persen|prosen|per ?cent|pct)\s*(?=\)?\Z)", re.IGNORECASE)


def _remark(written: Written, expected: Words) -> Fault | None:
    return fault(_DOUBTS[written.doubt], expected) if written.doubt else None


@dataclass(frozen=True, slots=True)
class CountType:
    """People, cases, months: whole and never negative. Value int."""

    name: ClassVar[str] = "count"
    polars: ClassVar[str] = "Int64"
    keeps_step: ClassVar[bool] = True
    expected: ClassVar[Words] = Words("jumlah bulat, misalnya 1.234", "a whole number, such as 1234")

    def read(self, cell: Cell) -> Reading | Fault:
        if type(cell) is float and 0 <= cell < _LARGEST_EXACT and cell.is_integer():
            cell = int(cell)
        if type(cell) is int and 0 <= cell <= LARGEST:
            return Reading(cell, 1.0)
        try:
            written = number(cell)
        except NumberError as error:
            return fault(_LOOKS_LIKE[error.cause], self.expected)
        if not isinstance(written.value, int):
            return fault(causes.COUNT_FRACTION, self.expected)
        if not 0 <= written.value <= LARGEST:
            return fault(causes.COUNT_NEGATIVE if written.value < 0 else causes.NUMBER_TOO_LARGE, self.expected)
        rounded = fault(causes.COUNT_ROUNDED, self.expected) if written.step > 1 else None
        return Reading(written.value, float(max(written.step, Decimal(1))), _remark(written, self.expected) or rounded)


@dataclass(frozen=True, slots=True)
class RupiahType:
    """Whole rupiah. Value int; the step is the unit of the last digit written, 1_000_000 for "790 juta"."""

    name: ClassVar[str] = "rupiah"
    polars: ClassVar[str] = "Int64"
    keeps_step: ClassVar[bool] = True
    negatives: bool = False
    expected: ClassVar[Words] = Words(
        "rupiah penuh, misalnya 480.457.660, “790 juta” atau “8,59 triliun”",
        "whole rupiah, such as 480457660, “790 juta” or “8,59 triliun”",
    )

    def read(self, cell: Cell) -> Reading | Fault:
        try:
            written = rupiah(cell)
        except (NumberError, RupiahError) as error:
            return fault(_LOOKS_LIKE[error.cause], self.expected)
        if written.value < 0 and not self.negatives:
            return fault(causes.RUPIAH_NEGATIVE, self.expected)
        return Reading(written.value, float(written.step), _remark(written, self.expected))


def _without_percent(cell: Cell) -> tuple[Cell, bool]:
    """The cell without its percent sign or word, and whether it had one."""
    if isinstance(cell, str) and (found := _PERCENT.search(tidied := tidy(cell))):
        return tidied[: found.start()] + tidied[found.end() :], True
    return cell, False


def _step_shown(cell: Cell, step: Decimal) -> Decimal:
    """The step of a fraction: a cell formatted as per cent holds 0.5 for "50 %", which shows whole per cents at least."""
    return min(step, Decimal("0.01")) if isinstance(cell, float) else step


@dataclass(frozen=True, slots=True)
class ShareType:
    """A share as a fraction: "32,15 %" is 0.3215 with step 0.0001.

    Without a percent sign a number up to 1 is a fraction, one above 1 up to 100 a percentage, with a remark.
    """

    name: ClassVar[str] = "share"
    polars: ClassVar[str] = "Float64"
    keeps_step: ClassVar[bool] = True
    expected: ClassVar[Words] = Words("persentase, misalnya 32,15 %", "a percentage, such as 32.15 %")

    def read(self, cell: Cell) -> Reading | Fault:
        bare, percent = _without_percent(cell)
        try:
            written = number(bare, decimal_sign=True)
        except NumberError as error:
            return fault(_LOOKS_LIKE[error.cause], self.expected)
        if written.value < 0:
            return fault(causes.SHARE_NEGATIVE, self.expected)
        return self._fraction(Decimal(written.value), _step_shown(cell, written.step), percent)

    def _fraction(self, value: Decimal, step: Decimal, percent: bool) -> Reading | Fault:
        if not percent and value > 100:
            return fault(causes.SHARE_ABOVE_100, self.expected)
        if not percent and value <= 1:
            remark = fault(causes.SHARE_IS_ONE, self.expected) if value == 1 else None
            return Reading(float(value), float(step), remark)
        cause = (causes.SHARE_ABOVE_WHOLE if value > 100 else None) if percent else causes.SHARE_AS_PERCENT
        remark = fault(cause, self.expected) if cause else None
        return Reading(float(value / 100), float(step / 100), remark)


@dataclass(frozen=True, slots=True)
class QuantityType:
    """A number of any unit, with its digits: rupiah in words, a percentage (as a fraction), a plain number; may be negative.

    Value int when whole, else float, in a Float64 column: whole numbers are exact up to 2**53, larger ones are a fault.
    """

    name: ClassVar[str] = "quantity"
    polars: ClassVar[str] = "Float64"
    keeps_step: ClassVar[bool] = True
    expected: ClassVar[Words] = Words(
        "angka, misalnya 377.162, “8,59 triliun”, 32,15 % atau “minus 200 juta”",
        "a number, such as 377162, “8,59 triliun”, 32.15 % or “minus 200 juta”",
    )

    def read(self, cell: Cell) -> Reading | Fault:
        bare, percent = _without_percent(cell)
        try:
            written = _quantity(bare, percent)
        except (NumberError, RupiahError) as error:
            return fault(_LOOKS_LIKE[error.cause], self.expected)
        parts = 100 if percent else 1
        value, step = Decimal(written.value) / parts, written.step / parts
        if abs(value) > _LARGEST_EXACT:
            return fault(causes.NUMBER_TOO_LARGE, self.expected)
        shown = _step_shown(cell, step) if abs(value) <= 1 else step
        return Reading(
            int(value) if value == int(value) else float(value), float(shown), _remark(written, self.expected)
        )


def _quantity(cell: Cell, percent: bool) -> Written:
    """A plain number, else an amount with Rp, M or T."""
    try:
        return number(cell, decimal_sign=percent)
    except NumberError:
        if percent or not isinstance(cell, str):
            raise
    return rupiah(cell)


COUNT = CountType()
RUPIAH = RupiahType()
RUPIAH_SIGNED = RupiahType(negatives=True)
SHARE = ShareType()
QUANTITY = QuantityType()
