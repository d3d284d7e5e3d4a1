"""Sheets as an XLSX workbook that looks like our papers: headings that stay, widths that fit, rows printed on A4."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from semesta.basics.words import Lang, Words
from semesta.report.column_widths import lines, pages_across, widths
from semesta.report.long_texts import SEE, LongText, sheet_of
from semesta.report.sheet import Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

PAPERS = {"a4": 9, "f4": 14}
"""The codes that spreadsheets have for paper; theirs for F4 is Folio, of 8½ by 13 inches."""
LINE, TALLEST = 13.0, 409.0
"""Points: of a line, and the tallest row that a spreadsheet takes."""
BOLD = 2
"""Characters fewer that a heading has in its column: bold letters are wider."""
FONT: dict[str, object] = {"font_name": "Arial", "font_size": 10, "font_scheme": "none"}
"""Of no scheme: a program that heeds schemes would take the theme's font instead."""
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
    # A copy: the library writes into what it is given, and the next book would come out otherwise.
    workbook = Workbook(held, {**options, "nan_inf_to_errors": True, "default_format_properties": dict(FONT)})
    workbook.set_properties({"title": title, "created": dt.datetime.combine(made, dt.time()), "comments": "Semesta"})
    formats = {name: workbook.add_format({**FONT, **style}) for name, style in FORMATS.items()}
    too_long: list[LongText] = []
    for sheet in sheets:
        too_long += _write(workbook, formats, sheet, paper, lang)
    if too_long:
        _write(workbook, formats, sheet_of(too_long, lang), paper, lang)
    workbook.close()
    return held.getvalue()


def _write(book: Workbook, formats: dict[str, Format], sheet: Sheet, paper: str, lang: Lang) -> list[LongText]:
    """Puts the sheet in the book; the texts that are cut on paper come back."""
    page = book.add_worksheet(sheet.name)
    page.set_paper(PAPERS[paper])
    page.write_string(0, 0, sheet.title, formats["title"])
    top, wide = 3, widths(sheet)
    for column, heading in enumerate(sheet.columns):
        page.write_string(top, column, heading, formats["head"])
    page.set_row(
        top, LINE * max(lines(heading, width - BOLD) for heading, width in zip(sheet.columns, wide, strict=True)) + 4
    )
    too_long = _rows(page, formats, sheet, wide, top + 1)
    note = " ".join(part for part in (sheet.note, SEE.said(lang) if too_long else "") if part)
    if note:
        page.write_string(1, 0, note, formats["note"])
    last = top + len(sheet.rows)
    if not sheet.rows:
        page.write_string(top + 1, 0, Words("Tidak ada.", "None.").said(lang), formats["note"])
    _lay_out(page, sheet, wide, top, last, lang)
    if sheet.ruled and sheet.rows:
        ruled = {"type": "no_errors", "format": formats["ruled"]}
        page.conditional_format(top + 1, 0, last, (sheet.printed or len(sheet.columns)) - 1, ruled)
    return too_long


def _rows(page: Worksheet, formats: dict[str, Format], sheet: Sheet, wide: list[float], first: int) -> list[LongText]:
    """Writes the rows as high as their texts need; those of texts too long for any row come back."""
    too_long: list[LongText] = []
    for number, row in enumerate(sheet.rows, first):
        # Not every program fits rows to wrapped text when it opens a file: the height is set where it is needed.
        heights = [LINE * lines(value, width) + 2 for (value, _), width in zip(row, wide, strict=True)]
        if max(heights) > LINE + 2:
            page.set_row(number, min(TALLEST, max(heights)))
        too_long += [
            LongText(sheet.name, number + 1, sheet.columns[column], str(row[column][0]))
            for column, height in enumerate(heights[: sheet.printed or None])
            if height > TALLEST
        ]
        for column, (value, style) in enumerate(row):
            _cell(page, number, column, value, formats[style])
    return too_long


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


def _lay_out(page: Worksheet, sheet: Sheet, wide: list[float], top: int, last: int, lang: Lang) -> None:
    for column, width in enumerate(wide):
        page.set_column(column, column, width)
    page.freeze_panes(top + 1, 1)
    if last > top:
        page.autofilter(top, 0, last, len(sheet.columns) - 1)
    page.repeat_rows(top)
    page.set_landscape()
    beside = pages_across(sheet, wide)
    if beside:
        # Breaks are heeded only where nothing has to fit: at eight tenths of ten points, and the pages of a row together.
        page.set_print_scale(80)
        page.repeat_columns(0, sheet.repeated - 1)
        page.set_v_pagebreaks(beside)
        page.print_across()
    else:
        page.fit_to_pages(1, 0)
    if sheet.printed:
        page.print_area(0, 0, max(last, top + 1), sheet.printed - 1)
    page.set_margins(left=0.5, right=0.5)
    page.set_footer(f"&L{sheet.name.replace('&', '&&')}&R" + Words("halaman &P dari &N", "page &P of &N").said(lang))
