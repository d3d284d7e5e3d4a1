"""A paparan as PPTX: real titles, native charts and tables, notes; the mark on the master, where a person removes it."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from pptx.util import Pt

from semesta.report import flow
from semesta.report.content import Letterhead
from semesta.report.slides import fitting
from semesta.report.slides.blocks import BETWEEN, Area
from semesta.report.slides.deck import Deck, Slide, SlideBlock
from semesta.report.slides.master import (
    BODY_BOTTOM,
    BODY_TOP,
    COVER,
    MARGIN,
    ROOM,
    TITLE_ONLY,
    WIDTH,
    empty_slides,
)
from semesta.report.slides.words import Look, add, clear, fill, write
from semesta.report.word_fields import fixed_zip

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Slides

GUTTER = 28.0
LOGO_HEIGHT, LOGO_WIDTH = 60.0, 150.0
TITLE_SIZES = (24.0, 22.0, 20.0, 18.0)
_DAY_UNKNOWN = date(2000, 1, 1)


def pptx(deck: Deck) -> bytes:
    """The deck as PPTX; the same deck gives the same bytes."""
    slides = empty_slides(deck)
    _set_properties(slides, deck)
    _cover(slides, deck)
    for slide in deck.slides:
        _slide(slides, deck, slide)
    out = io.BytesIO()
    slides.save(out)
    return fixed_zip(out.getvalue())


def _set_properties(slides: Slides, deck: Deck) -> None:
    properties = slides.core_properties
    properties.title, properties.subject = _short(deck.title), _short(deck.subtitle)
    properties.author = properties.last_modified_by = _short(deck.letterhead.government)
    properties.language = "id-ID" if deck.lang == "id" else "en-GB"
    properties.keywords, properties.comments, properties.revision = "", "", 1
    properties.created = properties.modified = datetime.combine(deck.made_on or _DAY_UNKNOWN, time(), UTC)


def _short(text: str) -> str:
    return flow.printable(text)[:255]


def _layout(slides: Slides, name: str) -> Any:
    return next(layout for layout in slides.slide_layouts if layout.name == name)


def _cover(slides: Slides, deck: Deck) -> None:
    slide = slides.slides.add_slide(_layout(slides, COVER))
    area = Area(slide, MARGIN, 44.0, ROOM, 180.0, deck.lang)
    _letterhead(area, deck.letterhead)
    title, subtitle = slide.shapes.title, slide.placeholders[1]
    size = fitting.size_for(deck.title, ROOM, 2, sizes=(36.0, 32.0, 28.0, 24.0), bold=True)
    said = fitting.cut(flow.printable(deck.title), ROOM, size, 2, bold=True)
    fill(title.text_frame.paragraphs[0], said, Look(size, colour="brand", bold=True, lang=deck.lang))
    below = fitting.cut(flow.printable(deck.subtitle), ROOM, 20.0, 1)
    fill(subtitle.text_frame.paragraphs[0], below, Look(20.0, lang=deck.lang))
    facts = Area(slide, MARGIN, 350.0, ROOM, 494.0, deck.lang)
    told = [f"{name}: {value}" for name, value in deck.facts.items()]
    frame = facts.text_box(MARGIN, facts.top, ROOM, facts.room).text_frame
    for line in told:
        add(
            frame, fitting.cut(flow.printable(line), ROOM, 14.0, 2), Look(14.0, colour="muted", lang=deck.lang, after=4)
        )
    _notes(slide, told)


def _letterhead(area: Area, head: Letterhead) -> None:
    if head.picture:
        picture = area.slide.shapes.add_picture(io.BytesIO(head.picture), Pt(MARGIN), Pt(area.top))
        scale = min(LOGO_HEIGHT / picture.height.pt, LOGO_WIDTH / picture.width.pt)
        picture.width, picture.height = Pt(picture.width.pt * scale), Pt(picture.height.pt * scale)
        picture._element.nvPicPr.cNvPr.set("descr", flow.printable(head.government))
        area.left += picture.width.pt + 16
        area.width -= picture.width.pt + 16
    for text, size in ((head.government, 18.0), (head.office, 16.0)):
        if text:
            area.line(text, Look(size, bold=True, lang=area.lang), most=1)


def _slide(slides: Slides, deck: Deck, content: Slide) -> None:
    slide = slides.slides.add_slide(_layout(slides, TITLE_ONLY))
    lost = _title(slide, deck, content)
    bottom = BODY_BOTTOM
    areas: list[tuple[Area, tuple[SlideBlock, ...]]] = []
    if content.below is not None:
        height = fitting.height(content.below.text, ROOM - 24, 13.0) + 16
        bottom -= height + BETWEEN
        areas.append((Area(slide, MARGIN, BODY_BOTTOM - height, ROOM, BODY_BOTTOM, deck.lang), (content.below,)))
    wide = ROOM if not content.beside else (ROOM - GUTTER) * (1 - content.beside_part)
    areas.append((Area(slide, MARGIN, BODY_TOP, wide, bottom, deck.lang), content.main))
    if content.beside:
        left = MARGIN + wide + GUTTER
        areas.append((Area(slide, left, BODY_TOP, WIDTH - MARGIN - left, bottom, deck.lang), content.beside))
    for area, blocks in areas:
        area.set(blocks)
        lost += area.lost
    _notes(slide, [*content.notes, *lost])


def _title(slide: Any, deck: Deck, content: Slide) -> list[str]:
    """Topic and finding in the one title of the slide, so that the outline reads as a summary."""
    frame = slide.shapes.title.text_frame
    clear(frame)
    size = fitting.size_for(content.title, ROOM, 2, sizes=TITLE_SIZES, bold=True)
    said = fitting.cut(flow.printable(content.title), ROOM, size, 2, bold=True)
    write(frame, content.topic, Look(13.0, colour="muted", lang=deck.lang, after=2))
    add(frame, said, Look(size, colour="brand", bold=True, lang=deck.lang))
    return [] if said == flow.printable(content.title) else [content.title]


def _notes(slide: Any, lines: list[str]) -> None:
    """What the speaker sees beside the slide: the sentences, and whole what the slide had to cut."""
    text = "\n".join(flow.printable(line).replace("**", "") for line in dict.fromkeys(lines) if line)
    if text:
        slide.notes_slide.notes_text_frame.text = text
