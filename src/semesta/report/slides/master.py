"""The master of a paparan: wide slides, our type and colours, the mark, the footer and the number of each slide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from semesta.report import flow
from semesta.report.slides.deck import Deck
from semesta.report.slides.words import Look, write
from semesta.report.theme import theme

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Slides

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 44.0
ROOM = WIDTH - 2 * MARGIN
TITLE_TOP, TITLE_HEIGHT = 22.0, 84.0
BODY_TOP, BODY_BOTTOM = 118.0, 492.0
FOOT = 504.0
FONT = "Arial"
"""A typeface that every program for slides has, or another with the same widths."""
COVER, TITLE_ONLY = "Title Slide", "Title Only"


def empty_slides(deck: Deck) -> Slides:
    """A presentation without slides, whose master and two layouts look like our papers."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = Pt(WIDTH), Pt(HEIGHT)
    _drop_what_nobody_uses(slides)
    _set_theme(slides)
    master = slides.slide_master
    _set_title_style(master._element)
    _furnish(slides, deck)
    for holder in (master, *slides.slide_layouts):
        _place_titles(holder, cover=holder.name == COVER)
    return slides


def _drop_what_nobody_uses(slides: Slides) -> None:
    """The template of python-pptx brings eleven layouts, a picture of an empty slide and somebody's printer."""
    for layout in list(slides.slide_layouts):
        if layout.name not in (COVER, TITLE_ONLY):
            slides.slide_layouts.remove(layout)
    package, part = slides.part.package, slides.part
    for holder in (package._rels, part.rels):
        unused = [name for name, relation in holder.items() if re.search("thumbnail|printerSettings", relation.reltype)]
        for name in unused:
            holder.pop(name)


def _set_theme(slides: Slides) -> None:
    """Type and colours by which the office's own shapes and charts are drawn, too."""
    part = slides.slide_master.part.part_related_by(RELATION.THEME)
    tree = parse_xml(part.blob)
    for font in tree.iter(qn("a:latin")):
        font.set("typeface", FONT)
    colours = theme().colours
    named = {"dk1": colours["text"], "dk2": colours["brand"], "lt2": colours["ground_soft"], "hlink": colours["brand"]}
    named |= {f"accent{n}": colour for n, colour in enumerate(theme().categories, 1)}
    for name, colour in named.items():
        holder = tree.find(f".//{qn('a:' + name)}")
        for old in list(holder):
            holder.remove(old)
        made = OxmlElement("a:srgbClr")
        made.set("val", colour.removeprefix("#"))
        holder.append(made)
    part._blob = serialize_part_xml(tree)


def _set_title_style(master: Any) -> None:
    level = master.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    level.set("algn", "l")
    run = level.find(qn("a:defRPr"))
    run.set("sz", "2400")
    run.set("b", "1")


def _place_titles(holder: Any, *, cover: bool) -> None:
    """Titles where we want them; dates, footers and numbers of the template go, since ours stand on the master."""
    for shape in list(holder.placeholders):
        kind = shape.placeholder_format.type
        if kind in (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            shape._element.getparent().remove(shape._element)
        elif kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
            top, height = (190.0, 100.0) if cover else (TITLE_TOP, TITLE_HEIGHT)
            _set_place(shape, top, height)
            shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM if cover else MSO_ANCHOR.TOP
        elif kind == PP_PLACEHOLDER.SUBTITLE:
            _set_place(shape, 296.0, 40.0)
        elif kind == PP_PLACEHOLDER.BODY:
            _set_place(shape, BODY_TOP, BODY_BOTTOM - BODY_TOP)


def _set_place(shape: Any, top: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Pt(MARGIN), Pt(top), Pt(ROOM), Pt(height)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def _furnish(slides: Slides, deck: Deck) -> None:
    """Mark, footer and number on the master, once: what is taken off there is gone from every slide.

    Shapes can only be made on a slide: they are made on one that is then thrown away.
    """
    layout = next(layout for layout in slides.slide_layouts if layout.name == TITLE_ONLY)
    scrap = slides.slides.add_slide(layout)
    small = Look(10, colour="muted", lang=deck.lang)
    made = []
    if deck.mark:
        behind = _box(scrap, 90.0, 160.0, WIDTH - 180.0, 200.0, "Konsep (tanda)")
        behind.rotation = -24.0
        behind.text_frame.word_wrap = False
        write(
            behind.text_frame, deck.mark, Look(_mark_size(deck.mark), colour="mark", bold=True, align=PP_ALIGN.CENTER)
        )
        head = _box(scrap, WIDTH - MARGIN - 300.0, 6.0, 300.0, 16.0, "Konsep")
        write(head.text_frame, deck.mark, Look(10, bold=True, align=PP_ALIGN.RIGHT, lang=deck.lang))
        made += [behind, head]
    foot = _box(scrap, MARGIN, FOOT, ROOM - 120.0, 16.0, "Kaki")
    write(foot.text_frame, flow.printable(deck.footer), small)
    number = _box(scrap, WIDTH - MARGIN - 100.0, FOOT, 100.0, 16.0, "Nomor")
    write(number.text_frame, "", Look(10, colour="muted", align=PP_ALIGN.RIGHT, lang=deck.lang))
    _add_number(number.text_frame.paragraphs[0]._p, deck)
    tree = slides.slide_master.shapes._spTree
    taken = max(int(one) for one in tree.xpath("//@id") if one.isdigit())
    for position, shape in enumerate([*made, foot, number]):
        # Two shapes of one number on a part would be a fault to mend for some programs.
        shape._element.nvSpPr.cNvPr.set("id", str(taken + 1 + position))
        tree.insert(2 + position, shape._element)
    _throw_away(slides, scrap)


def _mark_size(mark: str) -> float:
    return min(150.0, 1150.0 / max(len(mark), 1))


def _box(slide: Any, left: float, top: float, width: float, height: float, name: str) -> Any:
    box = slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height))
    box.name = name
    return box


def _add_number(paragraph: Any, deck: Deck) -> None:
    """The field that each program fills with the number of the slide."""
    field = OxmlElement("a:fld")
    field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    field.set("type", "slidenum")
    look = OxmlElement("a:rPr")
    look.set("lang", "id-ID" if deck.lang == "id" else "en-GB")
    look.set("sz", "1000")
    shown = OxmlElement("a:t")
    shown.text = "‹#›"
    field.extend([look, shown])
    paragraph.append(field)
    end = paragraph.find(qn("a:endParaRPr"))
    if end is not None:
        paragraph.append(end)


def _throw_away(slides: Slides, slide: Any) -> None:
    identifiers = slides.slides._sldIdLst
    for entry in list(identifiers):
        if slides.part.related_part(entry.rId) is slide.part:
            slides.part.drop_rel(entry.rId)
            identifiers.remove(entry)
