"""Sheets as an XLSX workbook that looks like our papers: headings that stay, widths that fit, rows printed on A4."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from semesta.basics.words import Lang, Words
from semesta.report.sheet import Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WIDEST, USUAL, LEAST, NARROWEST, TO_WRITE_IN = 70, 38, 24, 8, 16
"""Characters of a column of texts: by itself, on a page with others, on a crowded one; of one of numbers; of one to write in."""
CROWDED = 18
"""Characters of a column of texts where what goes on paper was chosen and must fit."""
LONGEST_WORD = 20
"""Characters of a column in which the words of officers are not broken, of which "ketenagakerjaan" is a long one."""
PAGE = 160
"""Characters across a page of A4 on its side in print of 8 points and more: on wider ones it would get smaller."""
PAPERS = {"a4": 9, "f4": 14}
"""The codes that spreadsheets have for paper; theirs for F4 is Folio, of 8½ by 13 inches."""
LINE, TALLEST = 13.0, 400.0
"""Points: of a line, and the tallest row that a spreadsheet takes."""
SAMPLE = 200
"""Rows from which the width of a column is taken."""
FONT: dict[str, object] = {"font_name": "Arial", "font_size": 10}
NUMBER: dict[str, object] = {"valign": "top", "align": "right", "indent": 1}
"""Not up to the edge, where the text of the next column begins; not every program heeds the indent, so formats end in a space too."""
FORMATS: dict[str, dict[str, object]] = {
    "text": {"text_wrap": True, "valign": "top", "align": "left", "indent": 1},
    "blank": {"text_wrap": True, "valign": "top", "align": "left", "indent": 1, "bottom": 4, "bottom_color": "#5b6b7a"},
    "blank day": {"text_wrap": True, "valign": "top", "bottom": 4, "bottom_color": "#5b6b7a"},
    "count": {"num_format": "#,##0_w", **NUMBER},
    "row": {"num_format": "0_w", **NUMBER},
    "rupiah": {"num_format": '"Rp"#,##0_w;[Black]-"Rp"#,##0_w', **NUMBER},
    "share": {"num_format": "0.00%", **NUMBER},
    "decimal": {"num_format": "#,##0.00_w", **NUMBER},
    "day": {"num_format": "dd/mm/yyyy", "valign": "top", "align": "left", "indent": 1},
    "head": {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "align": "left",
        "indent": 1,
        "bg_color": "#f5f7f9",
        "bottom": 1,
        "bottom_color": "#5b6b7a",
    },
    "ruled": {"bottom": 1, "bottom_color": "#d8dfe6"},
    "title": {"bold": True, "font_size": 13},
    "note": {"italic": True, "font_color": "#5b6b7a"},
}


def book(sheets: Iterable[Sheet], title: str, made: dt.date, lang: Lang, paper: Literal["a4", "f4"] = "a4") -> bytes:
    """The sheets as XLSX; the same sheets give the same bytes.

    Text that begins like a formula stays text, as do addresses: cells come from files of unknown hands.

    Args:
        made: the day the file says it was made on.
        paper: on which it is printed.
    """
    from xlsxwriter import Workbook

    held = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    # Columns are as wide as so many digits of the book's own font: one that a computer lacks makes them, and the page, wider.
    workbook = Workbook(held, {**options, "nan_inf_to_errors": True, "default_format_properties": FONT})
    workbook.set_properties({"title": title, "created": dt.datetime.combine(made, dt.time()), "comments": "Semesta"})
    formats = {name: workbook.add_format({**FONT, **style}) for name, style in FORMATS.items()}
    for sheet in sheets:
        _write(workbook, formats, sheet, lang).set_paper(PAPERS[paper])
    workbook.close()
    return held.getvalue()


def _write(book: Workbook, formats: dict[str, Format], sheet: Sheet, lang: Lang) -> Worksheet:
    page = book.add_worksheet(sheet.name)
    page.write_string(0, 0, sheet.title, formats["title"])
    if sheet.note:
        page.write_string(1, 0, sheet.note, formats["note"])
    top = 3
    for column, heading in enumerate(sheet.columns):
        page.write_string(top, column, heading, formats["head"])
    last, widths = top, _widths(sheet)
    page.set_row(
        top, LINE * max(_lines(heading, width) for heading, width in zip(sheet.columns, widths, strict=True)) + 4
    )
    for last, row in enumerate(sheet.rows, top + 1):
        # Not every program fits rows to wrapped text when it opens a file: the height is set where it is needed.
        lines = max(_lines(value, width) for (value, _), width in zip(row, widths, strict=True))
        if lines > 1:
            page.set_row(last, min(TALLEST, LINE * lines + 2))
        for column, (value, style) in enumerate(row):
            _cell(page, last, column, value, formats[style])
    if not sheet.rows:
        page.write_string(top + 1, 0, Words("Tidak ada.", "None.").said(lang), formats["note"])
    _lay_out(page, sheet, widths, top, last, lang)
    if sheet.ruled and sheet.rows:
        ruled = {"type": "no_errors", "format": formats["ruled"]}
        page.conditional_format(top + 1, 0, last, (sheet.printed or len(sheet.columns)) - 1, ruled)
    return page


def _lines(value: object, width: float) -> int:
    """Lines that a text takes in a column of so many characters; words that do not fit make it one more."""
    if not isinstance(value, str) or len(value) <= width:
        return 1
    return sum(-(-len(part) // max(1, int(width) - 3)) or 1 for part in value.split("\n"))


def _cell(page: Worksheet, row: int, column: int, value: object, style: Format) -> None:
    """One cell by its type; nothing is left to guessing."""
    match value:
        case None | "":
            page.write_blank(row, column, None, style)
        case bool():
            page.write_boolean(row, column, value, style)
        case int() if abs(value) >= 10**15:
            # A spreadsheet keeps fifteen digits: longer numbers stay whole only as text.
            page.write_string(row, column, str(value), style)
        case int() | float():
            page.write_number(row, column, value, style)
        case dt.date():
            page.write_datetime(row, column, dt.datetime.combine(value, dt.time()), style)
        case _:
            page.write_string(row, column, str(value)[:32767], style)


def _lay_out(page: Worksheet, sheet: Sheet, widths: list[float], top: int, last: int, lang: Lang) -> None:
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.freeze_panes(top + 1, 1)
    if last > top:
        page.autofilter(top, 0, last, len(sheet.columns) - 1)
    page.repeat_rows(top)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    if sheet.printed:
        page.print_area(0, 0, max(last, top + 1), sheet.printed - 1)
    page.set_margins(left=0.5, right=0.5)
    page.set_footer(f"&L{sheet.name.replace('&', '&&')}&R" + Words("halaman &P dari &N", "page &P of &N").said(lang))


def _length(value: object, style: str) -> int:
    """Characters that a value takes as it is shown: amounts with their sign, points and the space after them."""
    if isinstance(value, int | float) and style in ("rupiah", "count"):
        return len(f"{value:,.0f}") + (4 if style == "rupiah" else 1)
    return len(str(value))


def fits_on_page(sheet: Sheet) -> bool:
    """Whether the columns that go on paper do so in print that can be read."""
    return sum(_widths(sheet)[: sheet.printed or None]) <= PAGE


def _widths(sheet: Sheet) -> list[float]:
    """Characters: as wide as the longest of the first rows; the widest texts wrap as early as it takes to fit on a page."""
    least = [max((len(word) for word in heading.split()), default=0) + 4 for heading in sheet.columns]
    widths: list[float] = list(least)
    for row in sheet.rows[:SAMPLE]:
        for column, (value, style) in enumerate(row):
            to_write = TO_WRITE_IN if style == "blank" else 0
            widths[column] = max(widths[column], to_write, _length(value, style) + 2 if value is not None else 0)
            if sheet.narrowest and style == "text" and value:
                words = str(value).split()
                least[column] = max(least[column], min(LONGEST_WORD, max(map(len, words), default=0) + 3))
            if style not in ("text", "blank", "blank day"):
                least[column] = max(least[column], _length(value, style) + 2 if value is not None else 0)
    on_page = sheet.printed or len(widths)

    def within(widest: float) -> list[float]:
        bounds = [max(NARROWEST, least_here, widest if n < on_page else USUAL) for n, least_here in enumerate(least)]
        return [min(bound, max(NARROWEST, width)) for bound, width in zip(bounds, widths, strict=True)]

    narrowest = sheet.narrowest or (CROWDED if sheet.crowded else LEAST)
    fitting = (within(widest) for widest in range(WIDEST, narrowest - 2, -2) if sum(within(widest)[:on_page]) <= PAGE)
    return next(fitting, within(narrowest))
