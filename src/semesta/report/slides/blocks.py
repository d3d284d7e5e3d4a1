"""Sets the blocks of a slide into an area from top to bottom; what had to be cut or left out comes back as text for the notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from semesta.basics.words import Lang, Words
from semesta.report import flow
from semesta.report.content import Box, KeyFigure, KeyFigures, Listed, Paragraph, Table
from semesta.report.measure import shrunk
from semesta.report.slides import fitting
from semesta.report.slides.bars import LEAST_BAR, add_bars
from semesta.report.slides.deck import Bars, SlideBlock
from semesta.report.slides.tables import set_table
from semesta.report.slides.words import Look, add, clear, rgb, write

TEXT_SIZES = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0)
TABLE_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
NOTE, CAPTION = 10.0, 12.0
GAP, BETWEEN = 7.0, 12.0
MORE = Words("dan {n} lainnya; selengkapnya pada catatan slide", "and {n} more; all of them in the notes of this slide")
CUT = Words("Selengkapnya pada catatan slide.", "In full in the notes of this slide.")


@dataclass
class Area:
    """A column of a slide in points; blocks take its room from the top."""

    slide: Any
    left: float
    top: float
    width: float
    bottom: float
    lang: Lang
    lost: list[str] = field(default_factory=list)
    """What did not fit, whole, for the notes."""

    @property
    def room(self) -> float:
        return self.bottom - self.top

    def set(self, blocks: Sequence[SlideBlock]) -> None:
        for number, block in enumerate(blocks):
            kept = sum(_least(after, self.width) + BETWEEN for after in blocks[number + 1 :])
            self._set(block, max(30.0, self.room - kept))
            self.top += BETWEEN

    def _set(self, block: SlideBlock, room: float) -> None:
        match block:
            case Paragraph():
                self._list((block.text,), room, numbered=False, bullets=False)
            case Listed():
                self._list(block.items, room, numbered=block.numbered)
            case KeyFigures():
                self._figures(block, room)
            case Table():
                self._table(block, room)
            case Box():
                self._boxed(block, room)
            case Bars():
                self._bars(block, room)

    def text_box(self, left: float, top: float, width: float, height: float) -> Any:
        box = self.slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height))
        clear(box.text_frame)
        return box

    def line(self, text: str, look: Look, most: int = 2) -> None:
        """A text of at most two lines over the width, cut where it is longer."""
        said = fitting.cut(flow.printable(text), self.width, look.size, most, bold=look.bold)
        height = fitting.height(said, self.width, look.size, bold=look.bold) + 2
        write(self.text_box(self.left, self.top, self.width, height).text_frame, said, look)
        if said != flow.printable(text):
            self.lost.append(text)
        self.top += height

    def _list(self, items: Sequence[str], room: float, *, numbered: bool, bullets: bool = True) -> None:
        indent = 18.0 if bullets else 0.0
        plain = [flow.printable(item) for item in items]
        kept = fitting.fitted_list(plain, self.width - indent, room, sizes=TEXT_SIZES, gap=GAP)
        look = Look(kept.size, lang=self.lang, after=GAP)
        used = sum(fitting.height(item, self.width - indent, kept.size) + GAP for item in kept.items)
        box = self.text_box(self.left, self.top, self.width, min(room, used + kept.size * fitting.LINE))
        for number, item in enumerate(kept.items, 1):
            paragraph = add(box.text_frame, item, look)
            if bullets:
                bullet(paragraph, indent, number if numbered else None)
        if kept.left_out:
            add(box.text_frame, self._more(kept.left_out), Look(NOTE, colour="muted", lang=self.lang))
            used += NOTE * fitting.LINE
        self._keep(kept.is_whole, [f"{n}. {item}" if numbered else item for n, item in enumerate(items, 1)])
        self.top += used

    def _more(self, number: int) -> str:
        return MORE.said(self.lang).format(n=number)

    def _keep(self, is_whole: bool, items: Sequence[str]) -> None:
        if not is_whole:
            self.lost.extend(items)

    def _table(self, table: Table, room: float) -> None:
        if table.caption:
            self.line(table.caption, Look(CAPTION, bold=True, lang=self.lang), most=1)
            room -= CAPTION * fitting.LINE + 4
        beneath = [*table.notes, *([f"{flow.SOURCE.said(self.lang)}: {table.source}"] if table.source else [])]
        note = " ".join(text if text.endswith(".") else text + "." for text in beneath)
        under = 2 * NOTE * fitting.LINE + 6 if note else 0.0
        fitted = fitting.fitted_table(table, self.width, room - under, sizes=TABLE_SIZES)
        set_table(self.slide, table, fitted, self.left, self.top, self.lang)
        self.top += sum(fitted.heights) + 4
        if not fitted.is_whole:
            told = self._more(fitted.left_out) if fitted.left_out else CUT.said(self.lang)
            self.line(told, Look(NOTE, colour="muted", lang=self.lang), most=1)
            self.lost.extend(" | ".join(row) for row in (fitted.head, *table.rows))
        if note:
            self.line(note, Look(NOTE, colour="muted", lang=self.lang))

    def _bars(self, bars: Bars, room: float) -> None:
        self.line(bars.caption, Look(CAPTION, bold=True, lang=self.lang))
        source = f"{flow.SOURCE.said(self.lang)}: {bars.source}" if bars.source else ""
        under = NOTE * fitting.LINE + 4 if source else 0.0
        left = room - (CAPTION * fitting.LINE + 4) - under
        height = min(left, 60.0 + 44.0 * len(bars.names) * len(bars.series) ** 0.8)
        add_bars(self.slide, bars, self.left - 4, self.top, self.width + 4, height)
        self.top += height
        if source:
            self.line(source, Look(NOTE, colour="muted", lang=self.lang), most=1)

    def _boxed(self, box: Box, room: float) -> None:
        size = 13.0
        said = fitting.cut(
            flow.printable(box.text), self.width - 24, size, max(1, int((room - 16) / (size * fitting.LINE)))
        )
        height = fitting.height(said, self.width - 24, size) + 16
        shape = self.text_box(self.left, self.top, self.width, height)
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb("ground_soft")
        write(shape.text_frame, said, Look(size, lang=self.lang))
        shape.text_frame.margin_left = shape.text_frame.margin_right = Pt(12)
        shape.text_frame.margin_top = shape.text_frame.margin_bottom = Pt(8)
        edge = self.slide.shapes.add_shape(1, Pt(self.left), Pt(self.top), Pt(3), Pt(height))
        _plain(edge, "accent" if box.tone == "warning" else "brand")
        if said != flow.printable(box.text):
            self.lost.append(box.text)
        self.top += height

    def _figures(self, block: KeyFigures, room: float) -> None:
        """Cards, three in a row."""
        columns = min(3, max(1, len(block.figures)))
        rows = -(-len(block.figures) // columns)
        gutter = 24.0
        width = (self.width - gutter * (columns - 1)) / columns
        height = min(150.0, (room - GAP * (rows - 1)) / max(1, rows))
        for number, figure in enumerate(block.figures):
            row, column = divmod(number, columns)
            self._figure(figure, self.left + column * (width + gutter), self.top + row * (height + GAP), width, height)
        self.top += rows * (height + GAP) - GAP

    def _figure(self, figure: KeyFigure, left: float, top: float, width: float, height: float) -> None:
        edge = self.slide.shapes.add_shape(1, Pt(left), Pt(top), Pt(width), Pt(2))
        _plain(edge, "brand")
        frame = self.text_box(left, top + 8, width, height - 8).text_frame
        size = shrunk(figure.value, width / fitting.AIR, 28.0, least=15.0)
        value = fitting.cut(flow.printable(figure.value), width, size, 3, bold=True)
        add(frame, fitting.cut(figure.name, width, 13.0, 2), Look(13.0, colour="muted", lang=self.lang, after=2))
        add(frame, value, Look(size, bold=True, lang=self.lang, after=3))
        rest = " · ".join(filter(None, (figure.against, figure.since)))
        left_lines = int((height - 8 - 13 * 2 * fitting.LINE - size * fitting.LINE - 6) / (11 * fitting.LINE))
        for text, colour in ((rest, "muted"), (f"⚠ {figure.warning}" if figure.warning else "", "accent")):
            if text:
                said = fitting.cut(flow.printable(text), width, 11.0, max(1, min(2, left_lines)))
                add(frame, said, Look(11.0, colour=colour, lang=self.lang, after=1))
        whole = (figure.name, figure.value, figure.against, figure.since, figure.rests_on, figure.warning)
        self.lost.append(" · ".join(filter(None, whole)))


def _least(block: SlideBlock, width: float) -> float:
    """Points that a block needs at least, kept free for it by those above."""
    match block:
        case Bars():
            return 40.0 + LEAST_BAR * len(block.names) * len(block.series)
        case Table():
            return 110.0
        case Box():
            return fitting.height(block.text, width - 24, 13.0) + 16
        case KeyFigures():
            return 110.0 * -(-len(block.figures) // 3)
        case Listed():
            return min(120.0, 34.0 * len(block.items))
        case Paragraph():
            return min(60.0, fitting.height(block.text, width, TEXT_SIZES[-1]) + GAP)


def bullet(paragraph: Any, indent: float, number: int | None) -> None:
    """A real bullet or number of the program, so that lines that follow hang under the text."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(int(Pt(indent))))
    properties.set("indent", str(-int(Pt(indent))))
    kind = "a:buChar" if number is None else "a:buAutoNum"
    mark = OxmlElement(kind)
    name, value = ("char", "•") if number is None else ("type", "arabicPeriod")
    mark.set(name, value)
    properties.append(mark)


def _plain(shape: Any, colour: str) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    shape.line.fill.background()
    shape.shadow.inherit = False
