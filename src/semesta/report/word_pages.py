"""Pages of a Word document: paper, margins, letterhead, running head, page numbers and the mark behind the text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from semesta.report import flow
from semesta.report.content import Document
from semesta.report.measure import text_width
from semesta.report.theme import POINTS_PER_MM, theme
from semesta.report.word_fields import add_field, element

if TYPE_CHECKING:
    from docx.section import Section as WordSection
    from docx.text.paragraph import Paragraph as WordParagraph


def set_page(section: WordSection, document: Document, *, landscape: bool) -> None:
    """Paper and margins of the section, and the head and foot of all its pages."""
    width, height = theme().page(document.paper, landscape=landscape)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    for side, margin in theme().margins.items():
        setattr(section, f"{side}_margin", Mm(margin))
    section.header_distance, section.footer_distance = Mm(12), Mm(11)
    section.different_first_page_header_footer = False
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    room = theme().text_width(document.paper, landscape=landscape)
    _running_head(section.header.paragraphs[0], document, room)
    _running_foot(section.footer.paragraphs[0], document, room, numbered=True)


def set_first_page(section: WordSection, document: Document) -> None:
    """The letterhead in the head of the first page, which has no running title, and no number if it is a cover."""
    section.different_first_page_header_footer = True
    room = theme().text_width(document.paper, landscape=document.landscape)
    header = section.first_page_header
    header.is_linked_to_previous = section.first_page_footer.is_linked_to_previous = False
    mark = header.paragraphs[0]
    mark.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _add_mark(mark, document, room)
    _letterhead(header, document, room)
    _running_foot(section.first_page_footer.paragraphs[0], document, room, numbered=not document.cover)


def _running_head(paragraph: WordParagraph, document: Document, room: float) -> None:
    _right_tab(paragraph, room)
    paragraph.add_run(f"{flow.running_title(document, room)}\t")
    _add_mark(paragraph, document, room)
    _line(paragraph, "bottom", 4, "line", space=4)


def _running_foot(paragraph: WordParagraph, document: Document, room: float, *, numbered: bool) -> None:
    _right_tab(paragraph, room)
    paragraph.add_run(flow.footer(document, room) + "\t")
    if numbered:
        paragraph.add_run(f"{flow.PAGE.said(document.lang)} ")
        add_field(paragraph, "PAGE", "1")
        paragraph.add_run(f" {flow.OF.said(document.lang)} ")
        add_field(paragraph, "NUMPAGES", "1")


_SIDE = 62.0
"""Points of the column that holds the letterhead's picture, and of the empty one across from it."""


def _letterhead(header: Any, document: Document, room: float) -> None:
    """Government, office and address in the middle; the picture to their left, with as much room to their right."""
    head = document.letterhead
    if head.picture:
        place = _beside_picture(header, head.picture, room)
        first = place.paragraphs[0]
    else:
        place, first = header, None
    lines = ((head.government.upper(), 13, True), (head.office.upper(), 14.5, True), (head.address, 9, False))
    for text, size, bold in lines:
        if text:
            paragraph, first = _centred(first if first is not None else place.add_paragraph()), None
            run = paragraph.add_run(flow.printable(text))
            run.font.size, run.font.bold = Pt(size), bold
    if head.picture or head.government or head.office or head.address:
        _rule(header if head.picture else None, header)


def _beside_picture(header: Any, picture: bytes, room: float) -> Any:
    """The cell for the words, beside that of the picture."""
    made = header.add_table(1, 3, Pt(room))
    made.autofit = False
    for column, cell, width in zip(made.columns, made.rows[0].cells, (_SIDE, room - 2 * _SIDE, _SIDE), strict=True):
        column.width = cell.width = Pt(width)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    shown = made.rows[0].cells[0].paragraphs[0].add_run().add_picture(io.BytesIO(picture))
    scale = min(Pt(_SIDE - 14) / shown.width, Pt(58) / shown.height)
    shown.width, shown.height = round(shown.width * scale), round(shown.height * scale)
    shown._inline.docPr.set("descr", "Lambang")
    return made.rows[0].cells[1]


def _rule(after_table: Any | None, header: Any) -> None:
    """The double line under the letterhead: under its last line, or in a low paragraph under the table."""
    paragraph = header.paragraphs[-1]
    if after_table is not None:
        paragraph = after_table.add_paragraph()
        paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(6), Pt(2)
    _line(paragraph, "bottom", 18, "text", space=3, kind="thickThinSmallGap")


def _centred(paragraph: WordParagraph) -> WordParagraph:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(1)
    form.line_spacing = 1.0
    return paragraph


def _right_tab(paragraph: WordParagraph, room: float) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(room), WD_TAB_ALIGNMENT.RIGHT)


def _line(paragraph: WordParagraph, side: str, eighths: int, colour: str, *, space: int, kind: str = "single") -> None:
    borders = element("w:pBdr")
    borders.append(
        element(f"w:{side}", val=kind, sz=eighths, space=space, color=theme().colours[colour].removeprefix("#"))
    )
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _add_mark(paragraph: WordParagraph, document: Document, room: float) -> None:
    """The mark in the head and, as Word's own watermark, across the page; a person removes it with "Watermark"."""
    mark = flow.printable(document.mark)
    if not mark:
        return
    paragraph.add_run(mark).font.bold = True
    width, height = theme().page(document.paper)
    length = min(0.66 * (width**2 + height**2) ** 0.5 * POINTS_PER_MM, 420.0)
    letters = min(110.0, length / max(text_width(mark, 1.0, bold=True), 1.0))
    paragraph.add_run()._r.append(parse_xml(_watermark(mark, length, letters * 0.6)))


def _watermark(mark: str, length: float, letters: float) -> str:
    colour = theme().colours["mark"]
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{length:.0f}pt;height:{letters:.0f}pt;rotation:308;"
        "z-index:-251658240;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return f"""
    <w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
      <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
          path="m@7,l@8,m@5,21600l@6,21600e">
        <v:formulas>
          <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
          <v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
          <v:f eqn="if @0 @4 21600"/>
        </v:formulas>
        <v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>
      </v:shapetype>
      <v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" style="{style}"
          o:allowincell="f" fillcolor="{colour}" stroked="f">
        <v:textpath style="font-family:&quot;{theme().family}&quot;;font-size:1pt" string={quoteattr(mark)}/>
      </v:shape>
    </w:pict>"""
