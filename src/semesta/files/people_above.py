"""Rows above a header that hold people. A header that stands below people is the second one of a list, or its first was not known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from semesta.basics.codes import plain
from semesta.files.grid import Grid, is_blank
from semesta.files.left_out import is_column_numbers
from semesta.tables.table import Column
from semesta.tables.types import Cell, Reading

NUMBER_TITLES = frozenset({"no", "nomor", "no urut", "nomor urut", "nr", "urut"})
"""Titles of the column that numbers the rows."""

TOLD_BY_VALUE = ("birth_date", "sex", "month", "event_date", "death_date")
"""What people have and signatures and titles have not."""

_FEWEST_CELLS = 3
"""Above lists stand lines such as "NIK petugas: 3672…", which fill no more than two cells."""
_FEWEST_SIGNS = 2


def people_above(grid: Grid, row: int, columns: Mapping[int, Column]) -> Iterator[int]:
    """The rows above a header row that hold a person, by what its columns mean: a NIK, or two other signs of one."""
    numbered = {index for index, cell in enumerate(grid.row(row)) if isinstance(cell, str) and _is_number_title(cell)}
    told = {index: column for index, column in columns.items() if column.name in TOLD_BY_VALUE}
    for above in range(row):
        cells = grid.row(above)
        filled = {index: cell for index, cell in enumerate(cells) if _says_something(cell)}
        if len(filled) < min(_FEWEST_CELLS, len(columns)) or is_column_numbers(grid, above):
            continue
        signs = sum(index in numbered and _is_number(cell) for index, cell in filled.items())
        signs += sum(isinstance(column.type.read(filled[i]), Reading) for i, column in told.items() if i in filled)
        if signs >= _FEWEST_SIGNS or any(_is_nik(cell) for cell in filled.values()):
            yield above


def _is_number_title(title: str) -> bool:
    return plain(title) in NUMBER_TITLES


def _says_something(cell: Cell) -> bool:
    return not is_blank(cell) and (not isinstance(cell, str) or any(sign.isalnum() for sign in cell))


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) or re.fullmatch(r"\s*[0-9]+[.)]?\s*", str(cell)) is not None


def _is_nik(cell: Cell) -> bool:
    text = f"{cell:.0f}" if isinstance(cell, float) else str(cell)
    return len(re.sub(r"\D", "", text)) == 16 and not any(sign.isalpha() for sign in text)
