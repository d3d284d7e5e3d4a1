"""A document as PDF: the blocks become plain data, and document.typ sets them; no word is ever read as markup."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from semesta.basics.words import Words
from semesta.report import flow
from semesta.report.content import (
    Block,
    Box,
    Chart,
    Document,
    Fields,
    Heading,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Lines,
    Listed,
    PageBreak,
    Paragraph,
    Signature,
    Signatures,
    Table,
)
from semesta.report.measure import CELL_INSET, breakable, grid, is_figure, text_width
from semesta.report.theme import POINTS_PER_MM, fonts, theme

_TEMPLATE = Path(__file__).with_name("document.typ")

Data = dict[str, Any]


def pdf(document: Document) -> bytes:
    """The document as a tagged PDF with its typeface embedded; the same document gives the same bytes.

    Raises:
        typst.TypstError: a chart or the letterhead's picture is no picture.
    """
    import typst

    return typst.compile(
        _TEMPLATE,
        format="pdf",
        font_paths=[fonts()],
        ignore_system_fonts=True,
        sys_inputs=_inputs(document),
        # Without a fixed stamp the PDF would carry the clock; the day of the document itself stands in `made_on`.
        timestamp=0,
    )


def pages(document: Document) -> int:
    """How many pages the PDF has.

    Raises:
        typst.TypstError: as `pdf`.
    """
    import typst

    found = typst.query(
        _TEMPLATE,
        "<pages>",
        field="value",
        one=True,
        font_paths=[fonts()],
        ignore_system_fonts=True,
        sys_inputs=_inputs(document),
    )
    return int(json.loads(found))


def _inputs(document: Document) -> dict[str, str]:
    return {"document": json.dumps(_document(document), ensure_ascii=False)}


def _document(document: Document) -> Data:
    tokens = theme()
    width, height = tokens.page(document.paper, landscape=document.landscape)
    room = tokens.text_width(document.paper, landscape=document.landscape)
    fit = _Fit(document, room)
    return {
        "theme": asdict(tokens),
        "page": {"width": width, "height": height},
        "lang": document.lang,
        "title": flow.printable(document.title),
        "head": fit.line(flow.title(document), 24),
        "centred": document.centred,
        "letter": document.letter,
        "compact": document.compact,
        "running_title": flow.running_title(document, room),
        "author": document.letterhead.government,
        "made_on": _ymd(document),
        "subtitle": fit.line(document.subtitle, 14),
        "place_and_date": flow.place_and_date(document),
        "mark": document.mark,
        "mark_size": _mark_size(document.mark, width, height),
        "footer": flow.footer(document, room),
        "cover": document.cover,
        "has_contents": flow.has_contents(document),
        "contents_alone": flow.contents_stand_alone(document),
        "facts": [[fit.line(name, 11, 0.36), fit.line(value, 11, 0.5)] for name, value in document.facts.items()],
        "facts_width": flow.facts_width(document, room),
        "letterhead": _letterhead(document.letterhead, fit),
        "words": _words(document),
        "sections": [_section(section, document) for section in flow.sections(document)],
    }


def _ymd(document: Document) -> Data | None:
    day = document.made_on
    return {"year": day.year, "month": day.month, "day": day.day} if day else None


def _words(document: Document) -> dict[str, str]:
    said: dict[str, Words] = {"page": flow.PAGE, "of": flow.OF, "source": flow.SOURCE, "contents": flow.CONTENTS}
    return {name: words.said(document.lang) for name, words in said.items()}


def _letterhead(head: Letterhead, fit: _Fit) -> Data:
    """The letterhead; the picture as numbers, because JSON holds no bytes."""
    return {
        "government": fit.line(head.government.upper(), 13, 0.7),
        "office": fit.line(head.office.upper(), 14.5, 0.7),
        "address": fit.line(head.address, 8.5, 0.7),
        "picture": list(head.picture) if head.picture else None,
    }


def _mark_size(mark: str, width: float, height: float) -> float:
    """Points at which the mark runs across most of the page's diagonal."""
    diagonal = (width**2 + height**2) ** 0.5 * POINTS_PER_MM
    return min(110.0, 0.66 * diagonal / max(text_width(mark, 1.0, bold=True), 1.0))


class _Fit:
    """Text made safe for its line: nothing unprintable, and words that are too long may break."""

    def __init__(self, document: Document, room: float) -> None:
        self.document = document
        self.room = room

    def line(self, text: str, size: float, part: float = 1.0) -> str:
        return breakable(flow.printable(text), self.room * part, size)

    def runs(self, text: str, part: float = 1.0) -> list[Data]:
        size = theme().type["body"]
        return [{"text": breakable(run.text, self.room * part, size), "bold": run.bold} for run in flow.runs(text)]


def _section(section: flow.Section, document: Document) -> Data:
    room = theme().text_width(document.paper, landscape=section.landscape)
    fit = _Fit(document, room)
    sticky = flow.kept_with_next(section.blocks)
    blocks = [_block(block, fit, section.landscape) | {"sticky": n in sticky} for n, block in enumerate(section.blocks)]
    return {"turned": section.landscape and not document.landscape, "blocks": blocks}


def _block(block: Block, fit: _Fit, landscape: bool) -> Data:
    match block:
        case Heading():
            size = theme().headings[block.level - 1]
            return {
                "kind": "heading",
                "level": block.level,
                "number": block.number,
                "text": fit.line(block.text, size, 0.85),
            }
        case Paragraph():
            return {"kind": "paragraph", "runs": fit.runs(block.text)}
        case Listed():
            return {
                "kind": "listed",
                "numbered": block.numbered,
                "items": [fit.runs(item, 0.9) for item in block.items],
            }
        case KeyFigures():
            return _key_figures(block, fit)
        case Table():
            return _table(block, fit, landscape)
        case Chart():
            return _chart(block, fit)
        case Box():
            return {
                "kind": "box",
                "tone": block.tone,
                "tall": len(block.text) > 1500,
                "runs": fit.runs(block.text, 0.88),
            }
        case Signature():
            return _signature(block, fit)
        case Signatures():
            return _signatures(block, fit)
        case Fields():
            return _fields(block, fit)
        case Lines():
            return {"kind": "lines", "align": block.align, "lines": [fit.runs(line) for line in block.lines]}
        case PageBreak():
            return {"kind": "page_break"}


def _key_figures(block: KeyFigures, fit: _Fit) -> Data:
    columns = flow.figure_columns(len(block.figures))
    part = 0.94 / columns
    return {
        "kind": "key_figures",
        "columns": columns,
        "figures": [_key_figure(figure, fit, part) for figure in block.figures],
    }


def _key_figure(figure: KeyFigure, fit: _Fit, part: float) -> Data:
    note, size = theme().type["note"], flow.figure_size(figure.value, fit.room * part)
    small = {name: fit.line(getattr(figure, name), note, part) for name in ("name", "against", "since", "rests_on")}
    warning = fit.line(figure.warning, note, part * 0.85)
    return {**small, "warning": warning, "value": fit.line(figure.value, size, part), "size": size}


def _table(table: Table, fit: _Fit, landscape: bool) -> Data:
    paper = fit.document.paper
    fitted = grid(table, room=fit.room, height=theme().text_height(paper, landscape=landscape))
    rows = [
        {"cells": _cells(row, table, fitted.widths, fitted.size), "tall": number in fitted.tall_rows}
        for number, row in enumerate(table.rows)
    ]
    titles = zip(table.columns, fitted.widths, strict=True)
    return {
        "kind": "table",
        "label": flow.caption_label(flow.TABLE, table.number, fit.document.lang),
        "caption": fit.line(table.caption, 10, 0.8),
        "size": fitted.size,
        "widths": fitted.widths,
        "inset": CELL_INSET,
        "row_height": table.row_height,
        "aligns": [column.align for column in table.columns],
        "titles": [
            breakable(flow.printable(column.title), width - 2 * CELL_INSET, fitted.size) for column, width in titles
        ],
        "rows": rows,
        "total": _cells(table.total, table, fitted.widths, fitted.size) if table.total else None,
        "notes": [fit.line(note, 8.5) for note in table.notes],
        "source": fit.line(table.source, 8.5, 0.9),
    }


def _cells(row: tuple[str, ...], table: Table, widths: tuple[float, ...], size: float) -> list[Data]:
    cells = []
    for text, column, width in zip(row, table.columns, widths, strict=True):
        room = width - 2 * CELL_INSET
        whole = column.align == "right" and is_figure(text) and text_width(text, size, bold=True) <= room
        cells.append({"text": breakable(flow.printable(text), room, size), "whole": whole})
    return cells


def _chart(chart: Chart, fit: _Fit) -> Data:
    from semesta.report.drawing import svg, svg_size

    drawn = svg(chart.spec, lang=fit.document.lang)
    natural = svg_size(drawn)[0] * fit.room / theme().chart["width"]
    return {
        "kind": "chart",
        "label": flow.caption_label(flow.FIGURE, chart.number, fit.document.lang),
        "caption": fit.line(chart.caption, 10, 0.8),
        "svg": drawn,
        "width": min(natural, fit.room),
        "text": flow.printable(chart.text),
        "notes": [],
        "source": fit.line(chart.source, 8.5, 0.9),
    }


def _signature(block: Signature, fit: _Fit) -> Data:
    return {"kind": "signature", "tall": flow.is_tall((block,)), **_signed(block, fit)}


def _signatures(block: Signatures, fit: _Fit) -> Data:
    rows = [
        {"tall": flow.is_tall(row), "signed": [_signed(one, fit) for one in row]} for row in flow.signature_rows(block)
    ]
    return {"kind": "signatures", "rows": rows}


def _signed(block: Signature, fit: _Fit) -> Data:
    lines = flow.signed_lines(block, fit.document.lang)

    def fitted(text: str) -> str:
        return fit.line(text, 11, 0.44)

    return {
        "above": [fitted(line) for line in lines.above],
        "sign": fitted(lines.sign),
        "name": fitted(lines.name),
        "under": [fitted(line) for line in lines.under],
    }


def _fields(block: Fields, fit: _Fit) -> Data:
    names = flow.fields_width(block, fit.room)
    left = fit.room - names - flow.INDENT * block.indented - 20
    return {
        "kind": "fields",
        "names": names,
        "ruled": block.ruled,
        "indent": flow.INDENT * block.indented,
        "fields": [[fit.line(name, 11, 0.4), fit.runs(value, left / fit.room)] for name, value in block.fields],
    }
