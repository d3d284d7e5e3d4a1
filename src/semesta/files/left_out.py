"""Rows that are no data and must not be taken for it: column numbers under the header, totals, notes below the table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import polars as pl

from semesta.basics.codes import plain
from semesta.files.encoded import Encoded
from semesta.files.grid import Grid, is_blank
from semesta.files.packed import packed
from semesta.tables.table import Table
from semesta.tables.types import Cell, Coded, PlaceType

_TOTAL = re.compile(r"(sub|grand)?(total|jumlah|jml)")
_MAY_SAY_TOTAL = (
    r"(?i)^[^a-z0-9]*(?:" + "|".join("[^a-z0-9]*".join(w) for w in ("sub", "grand", "total", "jumlah", "jml")) + ")"
)
"""What all that says total begins like, in the engine's own patterns; few texts do, and those are looked at closely."""
_NUMBERS = ("Int64", "Float64")


def key_column(table: Table) -> str:
    """The column whose code says what a row is about: the first code in the key, in most tables the place."""
    coded = [n for n in table.key if isinstance(table.column(n).type, Coded | PlaceType)]
    return coded[0] if coded else table.key[0]


def first_data_row(grid: Grid, header_row: int) -> int:
    """The row below the header, and below the numbers of its columns where they stand under it or under its second line."""
    for row in range(header_row + 1, min(header_row + 3, grid.height)):
        if is_column_numbers(grid, row):
            return row + 1
        if not all(is_blank(cell) for cell in grid.row(row)):
            break
    return header_row + 1


def is_column_numbers(grid: Grid, row: int) -> bool:
    """Whether a row under the header only numbers the columns: 1, 2, 3 … or (1), (2), (3) …"""
    cells = [cell for cell in grid.row(row) if not is_blank(cell)]
    digits = [re.sub(r"\D", "", f"{cell:g}" if isinstance(cell, float) else str(cell)) for cell in cells[:100]]
    in_place = sum(d == str(n + 1) for n, d in enumerate(digits))
    # Columns made of two others lack one of the numbers.
    return len(cells) >= 3 and (in_place == len(digits) or _numbers_of_columns(grid, row) * 4 >= len(cells) * 3)


def _numbers_of_columns(grid: Grid, row: int) -> int:
    """How many of at least five cells hold the number of their own column."""
    cells = [str(int(cell)) if isinstance(cell, float) else str(cell) for cell in grid.row(row)[:100]]
    found = sum(re.sub(r"\D", "", cell) == str(index + 1) for index, cell in enumerate(cells))
    return found if found >= 5 else 0


def totals_rows(grid: Grid, first: int, columns: Mapping[int, Encoded], table: Table) -> set[int]:
    """Rows, counted from `first`, whose first text says total and whose key holds no code.

    `columns` are those that are read, by their place in the sheet; totals also stand in others ("No").
    """
    if not any(c.type.polars in _NUMBERS for c in table.columns):
        return set()
    key = next((c for c in columns.values() if c.column.name == key_column(table)), None)
    has_key = key.understood if key is not None else None
    candidates: set[int] = set()
    for column in grid.columns:
        candidates |= _rows_that_say_total(column, first)
    return {
        row
        for row in candidates
        if not (has_key is not None and has_key[row]) and _says_total(_first_text(grid, first + row))
    }


def _rows_that_say_total(column: Sequence[Cell], first: int) -> set[int]:
    texts = packed(column).texts(first)
    rows = texts.str.contains(_MAY_SAY_TOTAL).fill_null(False).arg_true()
    return {row for row, text in zip(rows, texts.gather(rows), strict=True) if _says_total(text)}


def _says_total(text: str) -> bool:
    # Offices space such words out: "J U M L A H".
    return len(text) <= 60 and _TOTAL.match(plain(text).replace(" ", "")) is not None


def _first_text(grid: Grid, row: int) -> str:
    texts = (cell for cell in grid.row(row) if isinstance(cell, str) and not is_blank(cell))
    return next(texts, "")


def footnote_rows(rows: list[int], columns: Mapping[str, Encoded], table: Table) -> set[int]:
    """The last of these rows as long as they hold a word or two, but no key and hardly any required column.

    Sources, remarks and signatures stand so below a table. A row with a number in it is never one.
    """
    required = [c.name for c in table.columns if c.required]
    key = columns.get(key_column(table))
    if len(required) < 2 or key is None:
        return set()
    has_key, filled = key.understood.to_list(), {n: (~c.blank).to_list() for n, c in columns.items()}
    numbers = [n for n in filled if table.column(n).type.polars in _NUMBERS]
    found: set[int] = set()
    for row in reversed(rows):
        words = sum(cells[row] for cells in filled.values())
        lacks = sum(not filled[n][row] for n in required if n in filled)
        if has_key[row] or words > 2 or lacks < len(required) - 1 or any(filled[n][row] for n in numbers):
            break
        found.add(row)
    return found


def any_of(flags: list[pl.Series], height: int) -> pl.Series:
    """For each row whether any of the flags is set."""
    result = pl.Series([False], dtype=pl.Boolean).new_from_index(0, height)
    for flag in flags:
        result = result | flag
    return result
