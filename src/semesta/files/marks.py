"""Cells that look empty and are not: formulas without a result, errors, the inside of merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from semesta.files.encoded import ERROR, MERGED, UNCALCULATED, Marked
from semesta.files.grid import Area, Grid, is_blank
from semesta.tables.table import Column
from semesta.tables.types import Cell

_MOST_MERGED = 20_000_000
"""Merged cells cannot overlap in an honest file; in another one the looking must end."""


def marks_of(
    grid: Grid, first: int, columns: Mapping[int, Column], *, of_people: bool
) -> dict[int, dict[int, Marked | Cell]]:
    """By column and row, counted from `first`, what stands in each cell that only looks empty.

    Lists of people merge a village over its people: there the one value stands in each row, but no name or number does.
    """
    marks: dict[int, dict[int, Marked | Cell]] = {index: {} for index in columns}
    for (row, index), mark in grid.marks().items():
        if row >= first and index in marks and row < grid.height:
            marks[index][row - first] = UNCALCULATED if mark == "formula" else ERROR
    for row, index, area in _inside_merged(grid, first, set(columns)):
        if is_blank(grid.columns[index][row]):
            (top, left), (_, right) = area
            goes_down = of_people and left == right and not columns[index].identity
            marks[index][row - first] = grid.columns[left][top] if goes_down else MERGED
    return marks


def _inside_merged(grid: Grid, first: int, wanted: set[int]) -> Iterator[tuple[int, int, Area]]:
    """The cells of these columns from row `first` on that lie in merged cells with a value, but do not show it."""
    left_to_look_at = _MOST_MERGED
    for area in grid.merged:
        (top, left), (bottom, right) = area
        columns = [index for index in wanted if left <= index <= right]
        rows = range(max(top, first), min(bottom, grid.height - 1) + 1)
        left_to_look_at -= len(rows) * len(columns) + 1
        if left_to_look_at < 0:
            return
        if rows and columns and not is_blank(grid.columns[left][top]):
            yield from ((row, index, area) for index in columns for row in rows if (row, index) != (top, left))
