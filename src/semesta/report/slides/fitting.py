"""How much of a text, a list or a table fits into a space of a slide, and at which size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from semesta.report import flow
from semesta.report.content import Table
from semesta.report.measure import column_widths, text_width

LINE = 1.22
"""Height of a line as a part of its type size."""
AIR = 1.06
"""Arial, in which slides are set, is a little wider than the type that is measured."""
CELL = 5.0
"""Points between the text of a cell and its border, on each side."""
ROW_AIR = 8.0
ELLIPSIS = "…"


def lines(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines the text takes in `width` points."""
    return sum(_lines_of(part, width, size, bold=bold) for part in flow.printable(text).split("\n"))


def _lines_of(text: str, width: float, size: float, *, bold: bool) -> int:
    count, used, space = 1, 0.0, text_width(" ", size) * AIR
    for word in text.split():
        need = text_width(word, size, bold=bold) * AIR
        if used and used + space + need > width:
            count, used = count + 1, 0.0
        if need > width:
            # A word longer than the line is broken by every program, letter by letter.
            whole = int(need // width)
            count, need = count + whole, need - whole * width
        used += need + (space if used else 0.0)
    return count


def height(text: str, width: float, size: float, *, bold: bool = False) -> float:
    return lines(text, width, size, bold=bold) * size * LINE


def cut(text: str, width: float, size: float, most: int, *, bold: bool = False) -> str:
    """The text on at most so many lines, cut between words with "…" where it is longer."""
    if lines(text, width, size, bold=bold) <= most:
        return text
    words = text.split()
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        kept = " ".join(words[:middle]) + " " + ELLIPSIS
        low, high = (middle, high) if lines(kept, width, size, bold=bold) <= most else (low, middle - 1)
    if low:
        return " ".join(words[:low]).rstrip(",;:.") + " " + ELLIPSIS
    letters = int(most * width / (size * 0.6))
    return text[: max(1, letters - 2)] + ELLIPSIS


def size_for(text: str, width: float, most: int, *, sizes: Sequence[float], bold: bool = False) -> float:
    """The first of the sizes at which the text takes at most so many lines, else the last."""
    return next((size for size in sizes if lines(text, width, size, bold=bold) <= most), sizes[-1])


@dataclass(frozen=True, slots=True)
class FittedList:
    """The items that fit, possibly cut, their size, and how many are left out; `is_whole` where nothing was lost."""

    items: tuple[str, ...]
    size: float
    left_out: int
    is_whole: bool


def fitted_list(items: Sequence[str], width: float, room: float, *, sizes: Sequence[float], gap: float) -> FittedList:
    """The items at the largest size at which all fit; at the least size long ones are cut, and then the last left out."""
    for size in sizes:
        if sum(height(item, width, size) + gap for item in items) <= room:
            return FittedList(tuple(items), size, 0, is_whole=True)
    size = sizes[-1]
    for most in (4, 3, 2):
        short = [cut(item, width, size, most) for item in items]
        kept = _first_that_fit([height(item, width, size) + gap for item in short], room, size * LINE + gap)
        if kept == len(items) or most == 2:
            return FittedList(tuple(short[:kept]), size, len(items) - kept, is_whole=False)
    raise AssertionError("the last of the lines always returns")


def _first_that_fit(heights: Sequence[float], room: float, last_line: float) -> int:
    """How many of the first take at most `room`; where not all do, a last line must fit too. At least one."""
    if sum(heights) <= room:
        return len(heights)
    used, kept = last_line, 0
    for each in heights:
        if used + each > room:
            break
        used, kept = used + each, kept + 1
    return max(1, kept)


@dataclass(frozen=True, slots=True)
class FittedTable:
    """The rows that fit, cells possibly cut; heights are those of head, rows and total, in points."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    size: float
    heights: tuple[float, ...]
    left_out: int
    is_whole: bool


def fitted_table(table: Table, width: float, room: float, *, sizes: Sequence[float], more: float = 20.0) -> FittedTable:
    """The table at the largest size at which every row fits; at the least size long cells are cut and the last rows left out.

    Args:
        more: points kept free for the line that says how many rows are left out.
    """
    for size in sizes:
        widths = column_widths(table, room=width, size=size * AIR, inset=CELL)
        heights = _heights(table, table.rows, widths, size)
        if sum(heights) <= room:
            return FittedTable(_head(table), table.rows, widths, size, heights, 0, is_whole=True)
    return _cut_table(table, width, room - more, sizes[-1])


def _cut_table(table: Table, width: float, room: float, size: float) -> FittedTable:
    widths = column_widths(table, room=width, size=size * AIR, inset=CELL)
    rows: list[tuple[str, ...]] = []
    for most in (4, 3, 2):
        rows = [
            tuple(cut(cell, w - 2 * CELL, size, most) for cell, w in zip(row, widths, strict=True))
            for row in table.rows
        ]
        if sum(_heights(table, rows, widths, size)) <= room:
            break
    heights = _heights(table, rows, widths, size)
    ends = heights[0] + (heights[-1] if table.total else 0.0)
    of_rows = heights[1 : 1 + len(rows)]
    kept = _first_that_fit(of_rows, room - ends, 0.0) if rows else 0
    shown = (heights[0], *of_rows[:kept], *heights[1 + len(rows) :])
    whole = kept == len(rows) and tuple(rows) == table.rows
    return FittedTable(_head(table), tuple(rows[:kept]), widths, size, shown, len(rows) - kept, is_whole=whole)


def _head(table: Table) -> tuple[str, ...]:
    return tuple(column.title for column in table.columns)


def _heights(table: Table, rows: Sequence[tuple[str, ...]], widths: Sequence[float], size: float) -> tuple[float, ...]:
    every = [(_head(table), True), *((row, False) for row in rows), *([(table.total, True)] if table.total else [])]
    return tuple(
        max(height(cell, w - 2 * CELL, size, bold=bold) for cell, w in zip(row, widths, strict=True)) + ROW_AIR
        for row, bold in every
    )
