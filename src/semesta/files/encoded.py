"""A column of cells, read once per distinct cell: hundreds of thousands of rows hold few different values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from semesta.basics.problem import Fault
from semesta.files import row_faults
from semesta.files.grid import is_blank, is_dash
from semesta.tables.table import Column
from semesta.tables.types import Cell, Reading

_EXACT = 1e15


class Marked:
    """Stands in a cell that looks empty but is not: a formula without a result, an error, the inside of merged cells."""

    def __init__(self, fault: Fault, shown: str) -> None:
        self.fault = fault
        self.shown = shown

    def __str__(self) -> str:
        return self.shown


UNCALCULATED = Marked(row_faults.UNCALCULATED, "=…")
ERROR = Marked(row_faults.ERROR_CELL, "#…")
MERGED = Marked(row_faults.MERGED_CELL, "")


@dataclass(frozen=True, slots=True)
class Encoded:
    """codes: for each row the number of its distinct cell. distinct: those cells. readings: what each of them means."""

    column: Column
    codes: pl.Series
    distinct: Sequence[Cell | Marked]
    readings: Sequence[Reading | Fault | None]

    def where(self, wanted: Sequence[bool]) -> pl.Series:
        """For each row whether its distinct cell is wanted."""
        return pl.Series(list(wanted), dtype=pl.Boolean).gather(self.codes)

    @property
    def blank(self) -> pl.Series:
        """Rows whose cell holds nothing of its own."""
        return self.where(
            [reading is None or cell is MERGED for cell, reading in zip(self.distinct, self.readings, strict=True)]
        )

    @property
    def understood(self) -> pl.Series:
        return self.where([isinstance(reading, Reading) for reading in self.readings])

    @property
    def values(self) -> pl.Series:
        """The values by row with the dtype of the column's type; null where there is none."""
        found = [reading.value if isinstance(reading, Reading) else None for reading in self.readings]
        dtype = getattr(pl, self.column.type.polars)
        return pl.Series(self.column.name, found, dtype=dtype, strict=dtype != pl.Float64).gather(self.codes)

    @property
    def steps(self) -> pl.Series:
        found = [reading.step if isinstance(reading, Reading) else None for reading in self.readings]
        return pl.Series(found, dtype=pl.Float64).gather(self.codes)


def encoded(column: Column, cells: Sequence[Cell | Marked]) -> Encoded:
    """The cells of a column with what its type makes of each distinct one; a blank cell means None."""
    keys: Sequence[object] = cells
    numbers: dict[object, int] = dict.fromkeys(cells, 0)
    if bool in set(map(type, cells)):
        # True equals 1 and would be taken for it: such columns are told apart by type too.
        keys = [(type(cell), cell) for cell in cells]
        numbers = dict.fromkeys(keys, 0)
        distinct = [key[1] for key in numbers]  # type: ignore[index]
    else:
        distinct = list(numbers)
    for number, key in enumerate(numbers):
        numbers[key] = number
    codes = pl.Series(list(map(numbers.__getitem__, keys)), dtype=pl.UInt32)
    return Encoded(column, codes, distinct, [_reading(column, cell) for cell in distinct])


def _reading(column: Column, cell: Cell | Marked) -> Reading | Fault | None:
    if isinstance(cell, Marked):
        return cell.fault
    # A dash in a column of numbers may mean nought or unknown, so there the type judges it.
    if is_blank(cell) or (is_dash(cell) and column.type.polars not in ("Int64", "Float64")):
        return None
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        # A spreadsheet has no whole numbers, only floats; types read an int the same, and faster.
        cell = int(cell)
    return column.type.read(cell)
