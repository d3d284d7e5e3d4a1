"""Rows of a list of people that are nobody: signatures and remarks below it, titles and repeated headers within it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from semesta.basics.codes import plain
from semesta.basics.problem import Fault
from semesta.files.encoded import Encoded
from semesta.files.grid import Grid, is_blank
from semesta.files.header import Header, own_titles
from semesta.files.left_out import any_of, is_column_numbers
from semesta.files.packed import packed
from semesta.files.people_above import NUMBER_TITLES, TOLD_BY_VALUE
from semesta.tables import causes
from semesta.tables.table import Table
from semesta.tables.types import Reading

_TOLD_BY_LENGTH = ("nik", "kk")
"""What else people have and signatures have not. A name is none of it, since heads of offices have names; nor are 18 digits, a NIP."""

_NOT_A_NAME = re.compile(
    r"\A(?:mengetahui|menyetujui|kepala|plt|plh|lurah|camat|ketua (?:rt|rw|kelompok)|sekretaris|nip|ttd|tanda tangan|catatan|keterangan|"
    r"sumber|dibuat|disusun|dicetak|demikian|kelurahan|desa|kecamatan|dusun|lingkungan|rt|rw|kelompok|kabupaten|kota|provinsi|dinas|"
    r"an|a n|petugas|operator|halaman|lanjutan|nb|ket)\b"
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows, counted from the first under the header, that are nobody, by what they are."""

    totals: frozenset[int]
    headers: frozenset[int]
    others: frozenset[int]


def left_out(
    grid: Grid, header: Header, first: int, columns: Mapping[str, Encoded], totals: set[int], table: Table
) -> LeftOut:
    """The rows that hold something but nobody. `totals` are those that say total, of which some may be a person's."""
    height = grid.height - first
    filled = any_of([~column.blank for column in columns.values()], height)
    evident = any_of([*_told(columns), *_numbered(grid, header, first)], height)
    sums = {row for row in totals if not evident[row]}
    doubtful = [row for row in (filled & ~evident).arg_true().to_list() if row not in sums]
    headers = {row for row in doubtful if _repeats(grid, header, first + row, table)}
    headers |= {row + 1 for row in headers if row + 1 < height and is_column_numbers(grid, first + row + 1)}
    last = evident.arg_true()[-1] if evident.any() else height
    others = {row for row in doubtful if row not in headers and (row > last or _is_title(columns, row))}
    return LeftOut(frozenset(sums), frozenset(headers), frozenset(others))


def _told(columns: Mapping[str, Encoded]) -> list[pl.Series]:
    """For columns that signatures have nothing in whether a row has."""
    by_value = [columns[name].understood for name in TOLD_BY_VALUE if name in columns]
    numbers = [columns[name] for name in _TOLD_BY_LENGTH if name in columns]
    lengths = [column.values.str.len_bytes().is_between(14, 17).fill_null(False) for column in numbers]
    return [*by_value, *lengths, *(column.where([_is_lost(r) for r in column.readings]) for column in numbers)]


def _is_lost(reading: Reading | Fault | None) -> bool:
    """Whether a NIK stood there that has lost its last digit."""
    return isinstance(reading, Fault) and reading.cause == causes.NIK_NUMBER


def _numbered(grid: Grid, header: Header, first: int) -> list[pl.Series]:
    """For the column that numbers the rows, if there is one, whether a row has its number."""
    for column, title in zip(grid.columns, header.titles, strict=True):
        if plain(title) in NUMBER_TITLES:
            numbers = packed(column).numbers(first)
            return [numbers]
    return []


def _repeats(grid: Grid, header: Header, row: int, table: Table) -> bool:
    """Whether a row is the header once more, or one of its two rows, as printed lists have it on each page.

    Each page may say it in other words: what counts is whether its texts are titles of the columns they stand in.
    """
    cells = {index: cell for index, cell in enumerate(grid.row(row)) if not is_blank(cell)}
    lines = [header.titles, *([grid.row(header.row - 1)] if header.row else [])]
    alike = {i for i, cell in cells.items() if any(plain(str(line[i])) == plain(str(cell)) for line in lines)}
    alike |= own_titles(cells, header, table)
    return len(alike) >= 2 and 2 * len(alike) >= len(cells)


def _is_title(columns: Mapping[str, Encoded], row: int) -> bool:
    """Whether a row among people is a title such as "Kelurahan Jombang": one text, and that no name."""
    texts = [plain(str(column.cell_at(row))) for column in columns.values() if not column.is_blank_at(row)]
    return len(texts) == 1 and _NOT_A_NAME.match(texts[0]) is not None
