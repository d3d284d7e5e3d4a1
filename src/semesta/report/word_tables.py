"""Tables of a Word document: heads that repeat, rows in one piece, figures to the right, and the grid of key figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from semesta.report import flow
from semesta.report.content import Align, Document, KeyFigure, KeyFigures, Table
from semesta.report.measure import grid, is_figure
from semesta.report.theme import theme
from semesta.report.word_fields import element
from semesta.report.word_styles import TABLE_STYLE

_GUTTER = 14.0

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.table import _Cell, _Row

_ALIGNED: dict[Align, WD_ALIGN_PARAGRAPH] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}


def add_table(word: WordDocument, table: Table, *, room: float, height: float) -> WordTable:
    """The table over `room` points; its head comes again on each page, and the total is its last row."""
    fitted = grid(table, room=room, height=height)
    rows = [tuple(column.title for column in table.columns), *table.rows, *([table.total] if table.total else [])]
    made: WordTable = word.add_table(rows=len(rows), cols=len(table.columns), style=TABLE_STYLE)
    _set_look(made, first_row=True, last_row=table.total is not None)
    set_widths(made, fitted.widths)
    # `made.rows[n].cells[m]` walks the whole table each time; one pass over its elements is linear.
    for number, (row, texts) in enumerate(zip(made.rows, rows, strict=True)):
        _set_row(row, texts, table, fitted.size)
        if number - 1 not in fitted.tall_rows:
            row._tr.get_or_add_trPr().append(element("w:cantSplit"))
        if table.row_height and 0 < number <= len(table.rows):
            row.height, row.height_rule = Pt(table.row_height), WD_ROW_HEIGHT_RULE.AT_LEAST
    made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    _keep_ends_together(made, total=table.total is not None)
    return made


def _keep_ends_together(made: WordTable, *, total: bool) -> None:
    """The head stays with the first row, and the last row with the total: neither stands alone on a page."""
    rows = list(made.rows)
    for row in [rows[0], *(rows[-2:-1] if total else [])]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _set_row(row: _Row, texts: tuple[str, ...], table: Table, size: float) -> None:
    for cell, text, column in zip(row.cells, texts, table.columns, strict=True):
        _write(cell, text, "Table Text", column.align, size)
        if column.align == "right" and is_figure(text):
            cell._tc.get_or_add_tcPr().append(element("w:noWrap"))


def _write(cell: _Cell, text: str, style: str, align: Align = "left", size: float | None = None) -> None:
    paragraph = cell.paragraphs[0]
    # By its id: python-docx searches all styles twice to find one by name, for every cell.
    paragraph._p.style = style.replace(" ", "")
    paragraph.alignment = _ALIGNED[align]
    run = paragraph.add_run(flow.printable(text))
    if size is not None and size != theme().type["table"]:
        run.font.size = Pt(size)


def _set_look(made: WordTable, *, first_row: bool, last_row: bool) -> None:
    """Says which parts of the style apply: the head, the total where there is one, and no bands."""
    properties = made._tbl.tblPr
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    bits = 0x0600 | 0x0020 * first_row | 0x0040 * last_row
    flags = {"firstRow": first_row, "lastRow": last_row, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    properties.append(element("w:tblLook", val=f"{bits:04X}", **{name: int(flag) for name, flag in flags.items()}))


def set_widths(made: WordTable, widths: tuple[float, ...]) -> None:
    """Fixed widths, in the grid and in every cell: Word reads the one, LibreOffice the other."""
    made.autofit = False
    made.alignment = WD_TABLE_ALIGNMENT.LEFT
    for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Pt(width)
    for row in made.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)


def add_facts(word: WordDocument, document: Document, *, room: float) -> None:
    """The lines of the cover as a table of two columns without a head."""
    if not document.facts:
        return
    made = word.add_table(rows=len(document.facts), cols=2, style=TABLE_STYLE)
    _set_look(made, first_row=False, last_row=False)
    names = flow.facts_width(document, room)
    set_widths(made, (names, room - names))
    for row, fact in zip(made.rows, document.facts.items(), strict=True):
        for cell, text in zip(row.cells, fact, strict=True):
            _write(cell, text, "Table Text", size=theme().type["body"])


def add_key_figures(word: WordDocument, block: KeyFigures, *, room: float) -> None:
    """The key figures in a calm grid of two or three columns, each under a line of its own."""
    if not block.figures:
        return
    columns = flow.figure_columns(len(block.figures))
    rows = -(-len(block.figures) // columns)
    width = (room - _GUTTER * (columns - 1)) / columns
    made = word.add_table(rows=rows, cols=2 * columns - 1)  # an empty column between two keeps their lines apart
    set_widths(made, tuple(_GUTTER if number % 2 else width for number in range(2 * columns - 1)))
    _set_look(made, first_row=False, last_row=False)
    made._tbl.tblPr.insert_element_before(_cell_margins(), "w:tblLook")
    for number, figure in enumerate(block.figures):
        _figure(made.rows[number // columns].cells[2 * (number % columns)], figure, width)
    for row in made.rows:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    word.add_paragraph(style="Note")


def _cell_margins() -> Any:
    margins = element("w:tblCellMar")
    for side, twips in (("left", 0), ("bottom", 180), ("right", 0)):
        margins.append(element(f"w:{side}", w=twips, type="dxa"))
    return margins


def _figure(cell: _Cell, figure: KeyFigure, room: float) -> None:
    borders = element("w:tcBorders")
    borders.append(element("w:top", val="single", sz=12, space=0, color=theme().colours["brand"].removeprefix("#")))
    cell._tc.get_or_add_tcPr().append(borders)
    _write(cell, figure.name, "Figure Name")
    _added(cell, figure.value, "Figure Value").runs[0].font.size = Pt(flow.figure_size(figure.value, room))
    for line in filter(None, (figure.against, figure.since, figure.rests_on)):
        _added(cell, line, "Figure Note")
    if figure.warning:
        _added(cell, f"⚠ {figure.warning}", "Figure Warning")


def _added(cell: _Cell, text: str, style: str) -> Any:
    return cell.add_paragraph(flow.printable(text), style=style)
