"""A document as DOCX: real Word styles, fields and repeated heads, so that an office goes on working in it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import docx as python_docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from semesta.basics.words import Words
from semesta.report import flow
from semesta.report.content import (
    Block,
    Box,
    Chart,
    Document,
    Fields,
    Heading,
    KeyFigures,
    Lines,
    Listed,
    PageBreak,
    Paragraph,
    Signature,
    Signatures,
    Table,
)
from semesta.report.theme import theme
from semesta.report.word_fields import add_contents, bookmark, fixed_zip, new_numbering, set_numbering
from semesta.report.word_letters import add_fields, add_lines
from semesta.report.word_pages import set_first_page, set_page
from semesta.report.word_signatures import add_signature, add_signatures
from semesta.report.word_styles import set_styles
from semesta.report.word_tables import add_facts, add_key_figures, add_table

_DAY_UNKNOWN = date(2000, 1, 1)
"""Word wants a day in the properties; this one says plainly that the document gave none."""


def docx(document: Document) -> bytes:
    """The document as DOCX; the same document gives the same bytes."""
    word = python_docx.Document()
    for paragraph in list(word.paragraphs):
        paragraph._p.getparent().remove(paragraph._p)
    _drop_thumbnail(word)
    room = theme().text_width(document.paper, landscape=document.landscape)
    set_styles(word, lang=document.lang, text_width=room, compact=document.compact)
    _set_properties(word, document)
    setter = _Setter(word, document, landscape=document.landscape)
    for number, section in enumerate(flow.sections(document)):
        setter.begin(section.landscape, first=number == 0)
        setter.add(section)
    if not document.blocks:
        setter.begin(document.landscape, first=True)
    out = io.BytesIO()
    word.save(out)
    return fixed_zip(out.getvalue())


def _drop_thumbnail(word: WordDocument) -> None:
    """The template of python-docx brings a picture of an empty page, which file managers would show."""
    relations = word.part.package.rels
    for name in [name for name, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[name]


def _set_properties(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    properties.title, properties.subject = _short(document.title), _short(document.subtitle)
    properties.author = properties.last_modified_by = _short(document.letterhead.government)
    properties.language = "id-ID" if document.lang == "id" else "en-GB"
    properties.comments, properties.keywords, properties.revision = "", "", 1
    day = datetime.combine(document.made_on or _DAY_UNKNOWN, time(), UTC)
    properties.created = properties.modified = day


def _short(text: str) -> str:
    """Word allows 255 characters in a property."""
    return flow.printable(text)[:255]


@dataclass
class _Setter:
    """Sets blocks one after the other into the Word document."""

    word: WordDocument
    document: Document
    landscape: bool = False
    headings: int = 0

    @property
    def room(self) -> float:
        return theme().text_width(self.document.paper, landscape=self.landscape)

    def begin(self, landscape: bool, *, first: bool) -> None:
        """Starts the pages of a section; before the first one stand letterhead and cover, upright unless the document is turned."""
        if first:
            self._begin_front()
        if landscape != self.document.landscape or not first:
            self.landscape = landscape
            set_page(self.word.add_section(WD_SECTION.NEW_PAGE), self.document, landscape=landscape)
        elif self.document.cover:
            self.page_break()

    def _begin_front(self) -> None:
        section = self.word.sections[0]
        set_page(section, self.document, landscape=self.document.landscape)
        set_first_page(section, self.document)
        self._front()

    def add(self, section: flow.Section) -> None:
        sticky = flow.kept_with_next(section.blocks)
        for number, block in enumerate(section.blocks):
            before = len(self.word.paragraphs)
            self.block(block)
            if number in sticky:
                # Of a list only the last item: one that moved on as a whole would leave half a page empty.
                for paragraph in (
                    self.word.paragraphs[-1:] if isinstance(block, Listed) else self.word.paragraphs[before:]
                ):
                    paragraph.paragraph_format.keep_with_next = True

    def _front(self) -> None:
        document = self.document
        if document.letter:
            return
        title = self.word.add_paragraph(flow.printable(flow.title(document)), style="Title")
        if not document.cover:
            for run in title.runs:
                run.font.size = Pt(13 if document.centred else 16)
            title.paragraph_format.space_before = Pt(10)
        heads = [title]
        if document.subtitle:
            heads.append(self.word.add_paragraph(flow.printable(document.subtitle), style="Subtitle"))
        if document.centred:
            _centre(heads)
        add_facts(self.word, document, room=self.room)
        line = flow.printable(flow.place_and_date(document))
        if line:
            self.word.add_paragraph(line).paragraph_format.space_before = Pt(10)
        if flow.has_contents(document) and document.cover:
            self._contents()

    def _contents(self) -> None:
        if flow.contents_stand_alone(self.document):
            self.page_break()
        head = self.word.add_paragraph(style="Normal")
        run = head.add_run(flow.CONTENTS.said(self.document.lang))
        run.font.size, run.font.bold = Pt(theme().headings[1]), True
        head.paragraph_format.space_before, head.paragraph_format.keep_with_next = Pt(14), True
        add_contents(self.word, [(heading.level, _heading_text(heading)) for heading in flow.headings(self.document)])

    def page_break(self) -> None:
        """The break goes into the last paragraph: one of its own could fall on a new page and leave it empty."""
        paragraphs = self.word.paragraphs
        last_is_text = bool(paragraphs) and self.word.element.body[-2] is paragraphs[-1]._p
        paragraph = paragraphs[-1] if last_is_text else self.word.add_paragraph()
        paragraph.add_run().add_break(WD_BREAK.PAGE)

    def block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._running(block.text, "Normal")
            case Listed():
                self._listed(block)
            case KeyFigures():
                add_key_figures(self.word, block, room=self.room)
            case Table():
                self._table(block)
            case Chart():
                self._chart(block)
            case Box():
                self._running(("⚠ " if block.tone == "warning" else "") + block.text, f"Box {block.tone.title()}")
            case Signature():
                add_signature(self.word, block, lang=self.document.lang, room=self.room)
            case Signatures():
                add_signatures(self.word, block, lang=self.document.lang, room=self.room)
            case Fields():
                add_fields(self.word, block, room=self.room)
            case Lines():
                add_lines(self.word, block)
            case PageBreak():
                self.page_break()

    def _heading(self, block: Heading) -> None:
        paragraph = self.word.add_paragraph(_heading_text(block), style=f"Heading {block.level}")
        if block.level < 3:
            self.headings += 1
            bookmark(paragraph, self.headings)

    def _running(self, text: str, style: str) -> WordParagraph:
        paragraph = self.word.add_paragraph(style=style)
        for run in flow.runs(text):
            paragraph.add_run(run.text).bold = run.bold or None
        return paragraph

    def _listed(self, block: Listed) -> None:
        style = "List Number" if block.numbered else "List Bullet"
        number = new_numbering(self.word, style) if block.numbered else None
        for item in block.items:
            paragraph = self._running(item, style)
            if number is not None:
                set_numbering(paragraph, number)

    def _caption(self, kind: Words, number: str, caption: str) -> None:
        paragraph = self.word.add_paragraph(style="Caption")
        label = flow.caption_label(kind, number, self.document.lang)
        if label:
            paragraph.add_run(f"{label}  ").bold = True
        paragraph.add_run(flow.printable(caption))

    def _beneath(self, notes: tuple[str, ...], source: str) -> None:
        lines = [*notes, *([f"{flow.SOURCE.said(self.document.lang)}: {source}"] if source else [])]
        for number, line in enumerate(lines):
            note = self.word.add_paragraph(flow.printable(line), style="Note")
            note.paragraph_format.space_before = Pt(4 if number == 0 else 0)
        # Without a line between them Word would join this table with the next.
        (
            self.word.paragraphs[-1] if lines else self.word.add_paragraph(style="Note")
        ).paragraph_format.space_after = Pt(12)

    def _table(self, block: Table) -> None:
        self._caption(flow.TABLE, block.number, block.caption)
        height = theme().text_height(self.document.paper, landscape=self.landscape)
        add_table(self.word, block, room=self.room, height=height)
        self._beneath(block.notes, block.source)

    def _chart(self, block: Chart) -> None:
        from semesta.report.drawing import png

        self._caption(flow.FIGURE, block.number, block.caption)
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = bool(block.source)
        paragraph.paragraph_format.line_spacing = 1.0
        scale = 2.0
        picture = paragraph.add_run().add_picture(io.BytesIO(png(block.spec, lang=self.document.lang, scale=scale)))
        natural = picture.width.inches * 72 / scale * self.room / theme().chart["width"]
        _resize(picture, min(natural, self.room))
        properties = picture._inline.docPr
        properties.set("descr", flow.printable(block.text))
        properties.set("title", flow.printable(block.caption))
        self._beneath((), block.source)


def _centre(heads: list[WordParagraph]) -> None:
    """The head of an official paper: in the middle and in the colour of the text."""
    for paragraph in heads:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(4)
        for run in paragraph.runs:
            run.font.color.rgb = RGBColor.from_string(theme().colours["text"].removeprefix("#").upper())
    for run in (run for paragraph in heads[1:] for run in paragraph.runs):
        run.font.size = Pt(11)
    heads[-1].paragraph_format.space_after = Pt(16)


def _heading_text(heading: Heading) -> str:
    return flow.printable(f"{heading.number}  {heading.text}" if heading.number else heading.text)


def _resize(picture: Any, width: float) -> None:
    ratio = picture.height / picture.width
    picture.width = Pt(width)
    picture.height = Pt(width * ratio)
