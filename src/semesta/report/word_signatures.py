"""Signatures of a Word document: one to the right, or several side by side in a table without lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from semesta.basics.words import Lang
from semesta.report import flow
from semesta.report.content import Signature, Signatures
from semesta.report.word_fields import element
from semesta.report.word_tables import set_widths

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

ROOM_TO_SIGN = 58.0
"""Points between the post and the name."""
_LINE = 18.0
"""Points that a line in the room to sign takes of it."""


def add_signature(word: WordDocument, block: Signature, *, lang: Lang, room: float) -> None:
    """One signature in the right half, kept on one page."""
    lines = flow.signed_lines(block, lang)
    said = [(line, 24.0 if number == 0 else 0.0) for number, line in enumerate(lines.above)]
    half = (ROOM_TO_SIGN - _LINE) / 2
    said += [(lines.sign, half), (lines.name, half)] if lines.sign else [(lines.name, ROOM_TO_SIGN)]
    said += [(line, 0.0) for line in lines.under]
    told = [(line, before) for line, before in said if line]
    for number, (line, before) in enumerate(told):
        paragraph = word.add_paragraph()
        paragraph.add_run(line).bold = line is lines.name or None
        paragraph.paragraph_format.left_indent = Pt(room * 0.52)
        _set(paragraph, before, kept=number < len(told) - 1)


def add_signatures(word: WordDocument, block: Signatures, *, lang: Lang, room: float) -> None:
    """Signatures two in a row; what is above the space to sign, the space and the name line up."""
    rows = flow.signature_rows(block)
    if not rows:
        return
    word.add_paragraph().paragraph_format.keep_with_next = True
    made = word.add_table(rows=3 * len(rows), cols=2)
    set_widths(made, (room / 2, room / 2))
    every = list(made.rows)
    for number, signed in enumerate(rows):
        three = every[3 * number : 3 * number + 3]
        for row in three:
            if len(signed) == 1:
                row.cells[0].merge(row.cells[1])
            if not flow.is_tall(signed):
                row._tr.get_or_add_trPr().append(element("w:cantSplit"))
        for column, one in enumerate(signed):
            _fill([row.cells[column] for row in three], flow.signed_lines(one, lang), last=number == len(rows) - 1)


def _fill(cells: list[_Cell], lines: flow.SignedLines, *, last: bool) -> None:
    """The three cells of a signature; all paragraphs but the last stay with what follows them."""
    parts = (lines.above, (lines.sign,), (lines.name, *lines.under))
    for cell, texts in zip(cells, parts, strict=True):
        for number, text in enumerate(texts):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(text).bold = text is lines.name or None
            in_the_space = cell is cells[1]
            _set(paragraph, (ROOM_TO_SIGN - _LINE) / 2 if in_the_space else 0.0, kept=cell is not cells[2])
            if in_the_space:
                paragraph.paragraph_format.space_after = Pt((ROOM_TO_SIGN - _LINE) / 2)
    cells[2].paragraphs[-1].paragraph_format.space_after = Pt(14 if last else 22)


def _set(paragraph: WordParagraph, before: float, *, kept: bool) -> None:
    form = paragraph.paragraph_format
    form.keep_together, form.keep_with_next = True, kept
    form.space_before, form.space_after = Pt(before), Pt(2)
