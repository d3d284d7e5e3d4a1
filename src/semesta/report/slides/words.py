"""Text on slides: runs with a look, safe for every program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Pt

from semesta.basics.words import Lang
from semesta.report import flow
from semesta.report.theme import theme

if TYPE_CHECKING:
    from pptx.text.text import TextFrame


@dataclass(frozen=True, slots=True)
class Look:
    """Type size in points, a colour of the theme by its name, weight and side."""

    size: float
    colour: str = "text"
    bold: bool = False
    align: PP_ALIGN = PP_ALIGN.LEFT
    lang: Lang = "id"
    after: float = 0.0


def rgb(colour: str) -> RGBColor:
    """A colour by its name in the theme, or `#rrggbb`."""
    red, green, blue = bytes.fromhex(theme().colours.get(colour, colour).removeprefix("#"))
    made: Any = RGBColor
    return cast(RGBColor, made(red, green, blue))


def write(frame: TextFrame, text: str, look: Look) -> None:
    """The text as the only one of the frame, without the margins that programs put around it."""
    clear(frame)
    fill(frame.paragraphs[0], text, look)


def clear(frame: Any) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP


def add(frame: Any, text: str, look: Look) -> Any:
    """The text as one more paragraph; the first takes the empty one that every frame has."""
    paragraphs = frame.paragraphs
    first = len(paragraphs) == 1 and not paragraphs[0].runs
    paragraph = paragraphs[0] if first else frame.add_paragraph()
    fill(paragraph, text, look)
    return paragraph


def fill(paragraph: Any, text: str, look: Look) -> None:
    """Runs of the text, `**so**` in bold; a line break stays one."""
    paragraph.alignment, paragraph.space_after = look.align, Pt(look.after)
    paragraph.space_before = Pt(0)
    for run in flow.runs(text):
        for number, line in enumerate(run.text.split("\n")):
            if number:
                paragraph.add_line_break()
            made = paragraph.add_run()
            made.text = line
            font = made.font
            font.size, font.bold, font.color.rgb = Pt(look.size), run.bold or look.bold, rgb(look.colour)
            made._r.get_or_add_rPr().set("lang", "id-ID" if look.lang == "id" else "en-GB")
