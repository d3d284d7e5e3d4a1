"""The lines of an official letter in Word: fields with their colons, the addressee, place and day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from semesta.report import flow
from semesta.report.content import Align, Fields, Lines
from semesta.report.theme import theme
from semesta.report.word_fields import element
from semesta.report.word_tables import set_widths

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

_COLON = 9.0
_ALIGNED: dict[Align, WD_ALIGN_PARAGRAPH] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}


def add_fields(word: WordDocument, block: Fields, *, room: float) -> None:
    """The fields as a table without lines, so that long values stay in their column; a rule under them if asked."""
    if not block.fields:
        return
    made = word.add_table(rows=len(block.fields), cols=3)
    indent, names = flow.INDENT * block.indented, flow.fields_width(block, room)
    set_widths(made, (names, _COLON, room - indent - names - _COLON))
    properties = made._tbl.tblPr
    # Word wants the parts of a table's properties in the order of its schema.
    indent_by = element("w:tblInd", w=round(indent * 20), type="dxa")
    properties.insert_element_before(indent_by, "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.insert_element_before(_no_margins(), "w:tblLook")
    for row, (name, value) in zip(made.rows, block.fields, strict=True):
        for cell, text in zip(row.cells, (name, ":" if name else "", value), strict=True):
            _write(cell, text)
    _end(word, ruled=block.ruled)


def _no_margins() -> Any:
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=0, type="dxa"))
    return margins


def _write(cell: _Cell, text: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(1.5), 1.0
    _say(paragraph, text)


def _end(word: WordDocument, *, ruled: bool) -> None:
    """The paragraph after the table: without it Word would join this table with the next."""
    paragraph = word.add_paragraph(style="Note")
    form = paragraph.paragraph_format
    form.space_after, form.line_spacing = Pt(8), Pt(2)
    if ruled:
        borders = element("w:pBdr")
        borders.append(element("w:top", val="single", sz=10, space=1, color=theme().colours["text"].removeprefix("#")))
        paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")
        form.space_before = Pt(5)


def add_lines(word: WordDocument, block: Lines) -> None:
    """The lines as paragraphs close below one another; the last has the room that text leaves."""
    for number, line in enumerate(block.lines, 1):
        paragraph = word.add_paragraph()
        paragraph.alignment = _ALIGNED[block.align]
        form = paragraph.paragraph_format
        form.space_before = Pt(6 if number == 1 else 0)
        form.space_after = Pt(9 if number == len(block.lines) else 1.5)
        form.line_spacing, form.keep_with_next = 1.0, number < len(block.lines)
        _say(paragraph, line)


def _say(paragraph: WordParagraph, text: str) -> None:
    for run in flow.runs(text):
        paragraph.add_run(run.text).bold = run.bold or None
