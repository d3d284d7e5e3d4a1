"""Texts longer than the tallest row of a spreadsheet: whole in their cell, cut on paper, and so printed whole on a sheet of their own."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from semesta.basics.words import Lang, Words
from semesta.report.column_widths import ROOM, WIDEST
from semesta.report.sheet import Cell, Sheet

NAME = Words("Teks panjang", "Long texts")
SEE = Words(
    f"Teks yang terpotong di kertas tercetak utuh di lembar {NAME.id}.",
    f"Texts cut on paper are printed whole on the sheet {NAME.en}.",
)
LINES = 30
"""Of a part of a text: short enough for the tallest row."""
CONTINUED = Words("lanjutan", "continued")


@dataclass(frozen=True, slots=True)
class LongText:
    """A text that is cut on paper; sheet, row (as the spreadsheet counts) and heading say which cell it stands in."""

    sheet: str
    row: int
    heading: str
    text: str


def sheet_of(texts: Sequence[LongText], lang: Lang) -> Sheet:
    """The sheet with all of them, each in as many rows as it takes."""
    heads = (Words("Lembar", "Sheet"), Words("Baris", "Row"), Words("Kolom", "Column"), Words("Teks", "Text"))
    rows: list[list[Cell]] = [
        [
            (one.sheet, "text"),
            (one.row, "row"),
            (one.heading if first else f"{one.heading} ({CONTINUED.said(lang)})", "text"),
            (part, "text"),
        ]
        for one in texts
        for part, first in _parts(one.text)
    ]
    title = Words("Teks yang terpotong di kertas", "Texts that are cut on paper").said(lang)
    return Sheet(NAME.said(lang), title, tuple(head.said(lang) for head in heads), rows, ruled=True)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts of so many lines in the widest column, and whether each is the first one."""
    lines = [
        (line, last)
        for paragraph in text.split("\n")
        for line, last in _ended(textwrap.wrap(paragraph, WIDEST - ROOM) or [""])
    ]
    for start in range(0, len(lines), LINES):
        part = "".join(line + ("\n" if last else " ") for line, last in lines[start : start + LINES])
        yield part.strip(), start == 0


def _ended(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Each line with whether its paragraph ends there."""
    return ((line, number == len(lines)) for number, line in enumerate(lines, 1))
