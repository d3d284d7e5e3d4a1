"""Long texts of a table: they begin in their cell and stand whole beneath it, since a narrow column would run on for pages."""

from __future__ import annotations

from collections.abc import Sequence

from semesta.report.content import Block, Paragraph
from semesta.report.laporan.cells import Cells
from semesta.report.laporan.draft import Draft

LONGEST_CELL = 400
"""Letters that still read well in a cell."""


def begun(draft: Draft, rows: Sequence[Cells], longest: int = LONGEST_CELL) -> tuple[list[Cells], list[Block]]:
    """The rows with long texts cut, and those texts whole, each with the number by which its cell names it."""
    numbers: dict[str, int] = {}
    for text in (cell for row in rows for cell in row if len(cell) > longest):
        numbers.setdefault(text, len(numbers) + 1)
    note = draft.say("Catatan", "Note")

    def cell(text: str) -> str:
        if text not in numbers:
            return text
        return f"{shortened(text, longest // 2)} ({note.lower()} {numbers[text]})"

    whole: list[Block] = [Paragraph(f"**{note} {number}.** {text}") for text, number in numbers.items()]
    return [tuple(map(cell, row)) for row in rows], whole


def shortened(text: str, longest: int) -> str:
    """The beginning of the text, cut between words."""
    return text if len(text) <= longest else text[: longest - 2].rsplit(" ", 1)[0].rstrip(",;:") + " …"
