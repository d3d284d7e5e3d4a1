"""How much room words take: widths of text, of columns and heights of rows, the same for PDF and DOCX."""

from __future__ import annotations

import re
from dataclasses import dataclass

from semesta.report.content import Table
from semesta.report.theme import theme

BREAK = "\u200b"
"""A place where a word may be broken that is too long for its line; it has no width and is not printed."""

CELL_INSET = 4.0
_SLACK = 0.25
"""Without it the widest word would fit only as exactly as a sum of floats is exact."""
LINE_HEIGHT = 1.35
LONGEST_WORD = 20
"""A longer word does not claim width from the other columns: it is broken."""
LONGEST_FIGURE = 30

# Widths in Roboto as parts of the type size, each rounded up: too wide is a little air, too narrow is an overflow.
_EXACT = {
    " ": 0.26,
    "m": 0.89,
    "w": 0.77,
    "M": 0.89,
    "W": 0.91,
    "@": 0.92,
    "%": 0.75,
    "…": 0.9,
    "—": 0.8,
    "–": 0.67,
    "½": 0.8,
}
_THIN, _NARROW = set("iljI.,:;'|!·"), set('()[]{}`-ftr"')


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Points that the text takes on one line, rather too many than too few."""
    return sum(_part(letter) for letter in text) * size * (1.03 if bold else 1.0)


def _part(letter: str) -> float:
    if letter in _EXACT:
        return _EXACT[letter]
    if letter == BREAK:
        return 0.0
    if letter in _THIN:
        return 0.29
    if letter in _NARROW:
        return 0.38
    if letter.isdigit() or letter.islower():
        return 0.57
    return 0.715 if ord(letter) < 0x2E80 else 1.0


def breakable(text: str, width: float, size: float) -> str:
    """The text with places to break in each word that is wider than the line (points), otherwise as it was."""
    if text_width(text, size, bold=True) <= width:
        return text
    return re.sub(r"\S+", lambda word: _cut(word[0], width, size), text)


def _cut(word: str, width: float, size: float) -> str:
    """The word with a place to break after each joint ("kabupaten/kota"), or after every letter where that is not enough."""
    if text_width(word, size, bold=True) <= width:
        return word
    parts = re.split(r"(?<=[/\\–@_&=?.,;:-])(?!\d)", word)
    return BREAK.join(part if text_width(part, size, bold=True) <= width else BREAK.join(part) for part in parts)


def shortened(text: str, width: float, size: float) -> str:
    """The text on one line of `width` points, cut with "…" where it is longer."""
    line = " ".join(text.split())
    if text_width(line, size) <= width:
        return line
    while line and text_width(line + "…", size) > width:
        line = line[:-1].rstrip(" ·,–")
    return line + "…"


def shrunk(text: str, width: float, size: float, *, least: float) -> float:
    """The type size, from `size` down to `least`, at which the bold text fits on one line."""
    while size > least and text_width(text, size, bold=True) > width:
        size -= 0.5
    return size


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on its page: type size and column widths in points, and the rows too tall to be kept in one piece."""

    size: float
    widths: tuple[float, ...]
    tall_rows: frozenset[int]


def grid(table: Table, *, room: float, height: float) -> Grid:
    """The table fitted to `room` points of width; it shrinks until no figure must break, but not below the least size."""
    sizes = theme().type
    size = sizes["table"]
    while size > sizes["table_least"] and sum(_least_widths(table, size, room)) > room:
        size -= 0.5
    widths = column_widths(table, room=room, size=size)
    tall = frozenset(number for number, row in enumerate(table.rows) if _row_height(row, widths, size) > height / 3)
    return Grid(size, widths, tall)


def column_widths(table: Table, *, room: float, size: float, inset: float = CELL_INSET) -> tuple[float, ...]:
    """Points of each column at this type size; together they fill the room."""
    more = 2 * (inset - CELL_INSET)
    least = [need + more for need in _least_widths(table, size, room)]
    wanted = [_wanted(table, number, size, room) + more for number in range(len(least))]
    wanted = [max(need, min(want, room / 2)) for need, want in zip(least, wanted, strict=True)]
    return _shared_out(least, wanted, [column.weight for column in table.columns], room)


def _wanted(table: Table, number: int, size: float, room: float) -> float:
    """Points for a column's longest cell on one line; where people write by hand, its part of the room by weight."""
    if table.row_height:
        return room * table.columns[number].weight / sum(column.weight for column in table.columns)
    return _one_line(table, number, size)


def _least_widths(table: Table, size: float, room: float) -> list[float]:
    least = []
    for number, column in enumerate(table.columns):
        cells = [row[number] for row in (*table.rows, *((table.total,) if table.total else ()))]
        pieces = [piece for cell in cells for piece in _pieces(cell, whole=column.align == "right" and is_figure(cell))]
        widest = max((text_width(piece, size, bold=True) for piece in pieces), default=0.0)
        heading = max((text_width(word, size, bold=True) for word in _pieces(column.title, whole=False)), default=0.0)
        least.append(min(max(widest, heading), room / 2) + 2 * CELL_INSET + _SLACK)
    return least


def is_figure(cell: str) -> bool:
    """Whether the cell is a number with its unit, which stays on one line, and not a sentence such as "belum ada data"."""
    return len(cell) <= LONGEST_FIGURE and any(letter.isdigit() for letter in cell)


def _pieces(cell: str, *, whole: bool) -> list[str]:
    """What should stay on one line: a figure as a whole, each word of a text."""
    if whole:
        return [cell]
    return [word[:LONGEST_WORD] for word in cell.split()]


def _shared_out(least: list[float], wanted: list[float], weights: list[float], room: float) -> tuple[float, ...]:
    """Widths that fill the room: first what each column needs, then by weight and by what it lacks for one line,
    then the rest by weight.

    Where even what they need is too much, all are cut alike.
    """
    if sum(least) >= room:
        return tuple(width * room / sum(least) for width in least)
    widths = list(least)
    wrapping = [number for number, width in enumerate(widths) if width < wanted[number]]
    while wrapping and room - sum(widths) > 0.01:
        short = {number: weights[number] * (wanted[number] - widths[number]) for number in wrapping}
        portion = (room - sum(widths)) / sum(short.values())
        for number in wrapping:
            widths[number] = min(wanted[number], widths[number] + portion * short[number])
        wrapping = [number for number in wrapping if wanted[number] - widths[number] > 0.01]
    rest = room - sum(widths)
    return tuple(width + rest * weight / sum(weights) for width, weight in zip(widths, weights, strict=True))


def _one_line(table: Table, number: int, size: float) -> float:
    """Points that the column's longest cell takes when it does not wrap."""
    cells = [table.columns[number].title, *(row[number] for row in table.rows)]
    return max(text_width(cell, size, bold=True) for cell in cells) + 2 * CELL_INSET + _SLACK


def _row_height(row: tuple[str, ...], widths: tuple[float, ...], size: float) -> float:
    lines = max(
        (text_width(cell, size) // (width - 2 * CELL_INSET) + 1 for cell, width in zip(row, widths, strict=True)),
        default=1,
    )
    return lines * size * LINE_HEIGHT
