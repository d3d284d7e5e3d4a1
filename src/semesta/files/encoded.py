"""A column of cells, read once per distinct cell: hundreds of thousands of rows hold few different values.

Columns of names and numbers of people hold as many different values as rows. There the texts that are their own value,
by a pattern of the column's type, are taken all at once, and only the others are read one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from semesta.basics.problem import Fault
from semesta.files import row_faults
from semesta.files.grid import is_blank, is_dash
from semesta.files.packed import Packed, packed
from semesta.tables.table import Column
from semesta.tables.types import Cell, Reading

_EXACT = 1e15
_FEW = 100
"""So few cells are read one by one: looking for patterns would take longer."""
_MOST_OWN = 200
"""Longer texts are read one by one, so that a pattern need not count."""


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
    """codes: for each row the number of its distinct cell. distinct: those cells. readings: what each of them means.

    own: the texts that are their own value, null in the other rows. All of them have the number of a stand-in.
    """

    column: Column
    codes: pl.Series
    distinct: Sequence[Cell | Marked]
    readings: Sequence[Reading | Fault | None]
    own: pl.Series | None = None

    def where(self, wanted: Sequence[bool]) -> pl.Series:
        """For each row whether its distinct cell is wanted."""
        return pl.Series(list(wanted), dtype=pl.Boolean).gather(self.codes)

    def cell_at(self, row: int) -> Cell | Marked:
        """What stands in a row."""
        own: str | None = None if self.own is None else self.own[row]
        return self.distinct[self.codes[row]] if own is None else own

    def is_blank_at(self, row: int) -> bool:
        return self.readings[self.codes[row]] is None

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
        if self.own is not None and not self.own.null_count():
            return self.own.alias(self.column.name)
        found = [reading.value if isinstance(reading, Reading) else None for reading in self.readings]
        dtype = getattr(pl, self.column.type.polars)
        coded = pl.Series(self.column.name, found, dtype=dtype, strict=dtype != pl.Float64).gather(self.codes)
        return coded if self.own is None else self.own.alias(self.column.name).zip_with(self.own.is_not_null(), coded)

    @property
    def steps(self) -> pl.Series:
        found = [reading.step if isinstance(reading, Reading) else None for reading in self.readings]
        return pl.Series(found, dtype=pl.Float64).gather(self.codes)

    def judged(self, judge: Callable[[Reading], Fault | None]) -> Encoded:
        """The column with faults in place of the readings that are judged so."""
        readings = [
            (isinstance(reading, Reading) and judge(reading)) or reading if reading is not None else None
            for reading in self.readings
        ]
        return replace(self, readings=readings)


def encoded(
    column: Column, cells: Sequence[Cell], first: int = 0, marks: Mapping[int, Marked | Cell] | None = None
) -> Encoded:
    """The cells of a column from row `first` on with what its type makes of each distinct one; a blank cell means None.

    Args:
        marks: by row, counted from `first`, what stands in cells that only look empty.
    """
    own = _own(column, packed(cells), first)
    if own is None:
        series = None if marks else packed(cells).series(first)
        if series is not None and len(series) > _FEW:
            return _read_series(column, series)
        return _read_each(column, _marked(cells[first:], range(len(cells) - first), marks or {}))
    rest = own.is_null().arg_true()
    rows = rest.to_list()
    read = _read_each(column, _marked([cells[first + row] for row in rows], rows, marks or {}))
    codes = pl.Series([0], dtype=pl.UInt32).new_from_index(0, len(own))
    if rows:
        codes = codes.scatter(rest, read.codes + 1)
    return Encoded(column, codes, ["", *read.distinct], [Reading(""), *read.readings], own)


def _own(column: Column, cells: Packed, first: int) -> pl.Series | None:
    """The texts that are their own value; None where the column's type has no such texts, or there are few."""
    pattern = getattr(column.type, "own", None)
    if pattern is None or len(cells) - first < _FEW:
        return None
    texts = cells.texts(first)
    is_own = texts.str.contains(pattern) & (texts.str.len_bytes() <= _MOST_OWN)
    if is_own.sum() * 3 < len(texts):
        return None
    if is_own.all(ignore_nulls=False):
        return texts
    return texts.zip_with(is_own.fill_null(False), pl.Series([None], dtype=pl.String))


def _marked(cells: Sequence[Cell], rows: Sequence[int], marks: Mapping[int, Marked | Cell]) -> Sequence[Cell | Marked]:
    return [marks.get(row, cell) for row, cell in zip(rows, cells, strict=True)] if marks else cells


def _read_series(column: Column, series: pl.Series) -> Encoded:
    """Cells of one kind, their distinct values found by the engine."""
    if series.dtype == pl.String:
        distinct = series.drop_nulls().unique(maintain_order=True)
        codes = series.cast(pl.Enum(distinct)).to_physical()
    else:
        distinct = series.drop_nulls().unique().sort()
        codes = (series.cast(pl.Int8) if series.dtype == pl.Boolean else series).rank("dense") - 1
    codes = codes.cast(pl.UInt32).fill_null(len(distinct))
    cells: list[Cell] = [*distinct.to_list(), None]
    return Encoded(column, codes, cells, [_reading(column, cell) for cell in cells])


def _read_each(column: Column, cells: Sequence[Cell | Marked]) -> Encoded:
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
