"""Two habits of lists made one column each: place and date of birth in one cell, and the sex as a mark under L or under P."""

from __future__ import annotations

import re
from dataclasses import replace

from semesta.basics.codes import plain
from semesta.files.grid import Area, Grid, is_blank
from semesta.files.packed import Packed
from semesta.tables.person_columns import BIRTH_PLACE_AND_DATE, birth_date, birth_place, sex
from semesta.tables.types import Cell

_FIRST_ROWS = 20
_BOTH = frozenset(plain(title) for title in BIRTH_PLACE_AND_DATE)
_DATES = frozenset(plain(title) for title in (birth_date().title.id, *birth_date().aliases))
_PLACE_BELOW = frozenset({"tempat", "tmp", "tmpt"})
_DATE_BELOW = frozenset({"tanggal", "tgl", "tgl bln thn", "tanggal bulan tahun"})
_MARKS = {"l": "L", "lk": "L", "laki laki": "L", "p": "P", "pr": "P", "perempuan": "P"}
_SEX = frozenset(plain(title) for title in (sex().title.id, *sex().aliases)) - set(_MARKS)
_BEFORE_DIGITS = re.compile(r"\A([^0-9]*?)[\s,;/]*([0-9].*)?\Z", re.DOTALL)


def reshaped(grid: Grid) -> Grid:
    """The sheet with these columns as other lists have them; the same grid where it has none."""
    for row in range(min(grid.height, _FIRST_ROWS)):
        titles = _plain_row(grid, row)
        below = _plain_row(grid, row + 1) if row + 1 < grid.height else titles
        if not any(title in _DATES for title in (*titles, *below)):
            for index in (i for i, title in enumerate(titles) if title in _BOTH):
                is_over_two = below[index] in _PLACE_BELOW and "".join(below[index + 1 : index + 2]) in _DATE_BELOW
                split = _with_birth_named if is_over_two else _with_birth_split
                return reshaped(split(grid, row, index))
        for index in range(len(titles) - 1):
            if [_MARKS.get(title) for title in titles[index : index + 2]] == ["L", "P"]:
                return reshaped(_with_sex_joined(grid, row, index))
    return grid


def _plain_row(grid: Grid, row: int) -> list[str]:
    return [plain(cell) if isinstance(cell, str) else "" for cell in grid.row(row)]


def _with_birth_named(grid: Grid, row: int, index: int) -> Grid:
    """The title over two columns, "Tempat" and "Tanggal", said in full below it."""
    columns = list(grid.columns)
    for at, title in ((index, birth_place().title.id), (index + 1, birth_date().title.id)):
        columns[at] = Packed([*columns[at][: row + 1], title, *columns[at][row + 2 :]])
    return replace(grid, columns=columns)


def _with_birth_split(grid: Grid, row: int, index: int) -> Grid:
    """The dates stay where both stood, so that problems point there; the places stand behind the last column."""
    cells = list(grid.columns[index])
    parts = {cell: _split(cell) for cell in set(cells[row + 1 :])}
    places: list[Cell] = [*[None] * row, birth_place().title.id]
    dates: list[Cell] = [*cells[:row], birth_date().title.id]
    for cell in cells[row + 1 :]:
        place, date = parts[cell]
        places.append(place)
        dates.append(date)
    columns = [*grid.columns, Packed(places)]
    columns[index] = Packed(dates)
    return replace(grid, columns=columns)


def _split(cell: Cell) -> tuple[Cell, Cell]:
    """("Cilegon", "17-07-1984") of "Cilegon, 17-07-1984"; what is no text is a date."""
    if not isinstance(cell, str):
        return None, cell
    found = _BEFORE_DIGITS.match(cell.strip())
    return (found[1], found[2]) if found else (cell, None)


def _with_sex_joined(grid: Grid, row: int, index: int) -> Grid:
    """One column of L and P under the title that stands over both, or in the row of the marks where none does."""
    over = _area_over(grid, row, index)
    top = over[0][0] if over else row
    left, right = grid.columns[index], grid.columns[index + 1]
    joined: list[Cell] = [None] * grid.height
    joined[top] = sex().title.id
    for at in range(row + 1, grid.height):
        joined[at] = _marked(left[at], right[at])
    columns = list(grid.columns)
    columns[index], columns[index + 1] = Packed(joined), Packed([None] * grid.height)
    return replace(grid, columns=columns, merged=[area for area in grid.merged if area != over])


def _marked(left: Cell, right: Cell) -> Cell:
    """The sex that is marked; none where both are, or where the header stands once more."""
    is_left, is_right = not is_blank(left), not is_blank(right)
    if is_left == is_right or (isinstance(left, str) and plain(left) in _SEX):
        return None
    return "P" if is_right else "L"


def _area_over(grid: Grid, row: int, index: int) -> Area | None:
    """The merged title directly above the two columns."""
    for (top, left), (bottom, right) in grid.merged:
        if bottom == row - 1 and left == index and right == index + 1:
            return (top, left), (bottom, right)
    return None
