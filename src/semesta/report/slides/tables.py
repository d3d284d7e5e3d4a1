"""Tables on slides: native ones, with lines between rows and figures to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from semesta.basics.words import Lang
from semesta.report import flow
from semesta.report.content import Table
from semesta.report.slides.fitting import CELL, FittedTable
from semesta.report.slides.words import Look, fill, rgb
from semesta.report.theme import theme

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style "No Style, No Grid" of every program for slides."""
ALIGNED = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}


def set_table(slide: Any, table: Table, fitted: FittedTable, left: float, top: float, lang: Lang) -> None:
    """The fitted rows with head and total."""
    rows = [fitted.head, *fitted.rows, *([table.total] if table.total else [])]
    frame = slide.shapes.add_table(
        len(rows), len(fitted.head), Pt(left), Pt(top), Pt(sum(fitted.widths)), Pt(sum(fitted.heights))
    )
    frame.name = flow.printable(table.caption)[:200] or "Tabel"
    made = frame.table
    _set_plain(made._tbl, has_total=table.total is not None)
    for column, width in zip(made.columns, fitted.widths, strict=True):
        column.width = Pt(width)
    for number, (row, texts) in enumerate(zip(made.rows, rows, strict=True)):
        row.height = Pt(fitted.heights[number])
        is_total = table.total is not None and number == len(rows) - 1
        _set_row(row, texts, table, Look(fitted.size, bold=number == 0 or is_total, lang=lang), is_total=is_total)


def _set_plain(made: Any, *, has_total: bool) -> None:
    properties = made.tblPr
    properties.set("firstRow", "1")
    properties.set("bandRow", "0")
    properties.set("lastRow", "1" if has_total else "0")
    style = properties.find(qn("a:tableStyleId"))
    if style is None:
        style = OxmlElement("a:tableStyleId")
        properties.append(style)
    style.text = PLAIN_STYLE


def _set_row(row: Any, texts: Sequence[str], table: Table, look: Look, *, is_total: bool) -> None:
    for cell, text, column in zip(row.cells, texts, table.columns, strict=True):
        cell.margin_left = cell.margin_right = Pt(CELL)
        cell.margin_top = cell.margin_bottom = Pt(3.5)
        cell.vertical_anchor = MSO_ANCHOR.TOP
        aligned = Look(look.size, look.colour, look.bold, ALIGNED[column.align], look.lang)
        fill(cell.text_frame.paragraphs[0], flow.printable(text), aligned)
        strong = look.bold
        _line(cell, "lnB", 1.0 if strong else 0.5, "text" if strong else "line")
        if is_total:
            _line(cell, "lnT", 1.0, "text")
            cell.fill.solid()
            cell.fill.fore_color.rgb = rgb("ground_soft")


def _line(cell: Any, side: str, width: float, colour: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    line, fill_of, inside = OxmlElement(f"a:{side}"), OxmlElement("a:solidFill"), OxmlElement("a:srgbClr")
    for name, value in (("w", str(int(Pt(width)))), ("cap", "flat"), ("cmpd", "sng")):
        line.set(name, value)
    inside.set("val", theme().colours[colour].removeprefix("#"))
    fill_of.append(inside)
    line.append(fill_of)
    # The schema wants lines in their order and before any fill.
    place = 0 if side == "lnT" else len(properties.findall(qn("a:lnT")))
    properties.insert(place, line)
