"""The faulty rows of a file alone, with their problems: of what cannot be marked in its own layout, or is too long for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO

import xlsxwriter
from openpyxl.utils import get_column_letter

from semesta.basics.problem import Problem
from semesta.basics.words import Lang, Words
from semesta.files.grid import Grid, shown_cell
from semesta.files.problem_lines import A4, AMBER, HEADERS, PROBLEMS, RED, WIDTHS, height, message, told
from semesta.files.problems import Group, grouped
from semesta.tables.types import Cell

_MOST_IN_MEMORY = 50_000
"""Rows. Kept in memory, a cell takes 200 bytes; those of a very long list are written out one by one instead."""


def faulty_rows(grids: Sequence[Grid], problems: Sequence[Problem], lang: Lang) -> bytes:
    """A workbook with the list of problems and, for each sheet, the rows that have any."""
    buffer = BytesIO()
    # No cell is turned into a formula, a link or a number on the way: what came from a CSV stays what it was.
    options: dict[str, object] = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    options |= {"default_format_properties": {"font_name": "Arial", "font_size": 10}}
    many = len({(problem.sheet, problem.row) for problem in problems}) > _MOST_IN_MEMORY
    options |= {"constant_memory": True} if many else {"in_memory": True}
    with xlsxwriter.Workbook(buffer, options) as book:
        formats = {
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
            "error": book.add_format({"bg_color": f"#{RED}"}),
            "warning": book.add_format({"bg_color": f"#{AMBER}"}),
            "text": book.add_format({"num_format": "@"}),
        }
        _groups_sheet(book, grouped(problems), lang, formats)
        for grid in grids:
            own = [p for p in problems if p.sheet == grid.sheet and p.row is not None]
            if own:
                _rows_sheet(book, grid, own, lang, formats)
    return buffer.getvalue()


def _groups_sheet(
    book: xlsxwriter.Workbook, groups: Sequence[Group], lang: Lang, formats: Mapping[str, xlsxwriter.format.Format]
) -> None:
    sheet = book.add_worksheet(PROBLEMS.said(lang))
    for index, (title, width) in enumerate(zip(HEADERS, WIDTHS, strict=True)):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, title.said(lang), formats["head"])
    for number, group in enumerate(groups, start=1):
        line = told(number, group, lang)
        # Not every program fits rows to wrapped text when it opens a file.
        sheet.set_row(number, height(line))
        for index, text in enumerate(line):
            sheet.write(number, index, text, formats["wrap"])
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _rows_sheet(
    book: xlsxwriter.Workbook,
    grid: Grid,
    problems: Sequence[Problem],
    lang: Lang,
    formats: Mapping[str, xlsxwriter.format.Format],
) -> None:
    """The rows with problems, their numbers before and the messages behind their cells."""
    sheet = book.add_worksheet(_sheet_name(book, grid.name))
    width = len(grid.columns)
    titles = (Words("Baris", "Row").said(lang), *_title_row(grid), Words("Masalah", "Problem").said(lang))
    for index, title in enumerate(titles):
        sheet.write_string(0, index, title, formats["head"])
    by_row: dict[int, list[Problem]] = {}
    for problem in problems:
        by_row.setdefault(problem.row or 0, []).append(problem)
    for line, number in enumerate(sorted(by_row), start=1):
        several = by_row[number]
        sheet.write_number(line, 0, number)
        marks = {p.column: "error" if p.is_error else "warning" for p in sorted(several, key=lambda p: p.is_error)}
        for index, cell in enumerate(grid.row(number - 1) if number <= grid.height else []):
            letter = get_column_letter(index + 1)
            _write_cell(sheet, line, index + 1, cell, formats[marks.get(letter, "text")])
        sheet.write_string(line, width + 1, " | ".join(message(p, lang).replace("\n", " ") for p in several)[:32_000])
    sheet.set_column(1, width, 18)
    sheet.set_column(width + 1, width + 1, 80)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.repeat_rows(0)


def _title_row(grid: Grid) -> list[str]:
    """The headers as far as they can be told without knowing the table: the fullest in text of the first rows that are nobody's.

    Where it is empty what stands above it counts: of a header in two rows both.
    """
    rows = [[_title_of(cell) for cell in grid.row(index)] for index in range(min(grid.height, 20))]
    named = [-1 if any(_LONG_NUMBER.search(cell) for cell in row) else sum(map(bool, row)) for row in rows]
    if not rows:
        return []
    fullest = named.index(max(named))
    above = rows[fullest - 1] if fullest else [""] * len(rows[0])
    return [title or over for title, over in zip(rows[fullest], above, strict=True)]


_LONG_NUMBER = re.compile(r"[0-9](?:[ .-]?[0-9]){9,}")


def _title_of(cell: Cell) -> str:
    return shown_cell(cell) if isinstance(cell, str) and cell.strip() else ""


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell, shape: xlsxwriter.format.Format
) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, shape)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell, shape)
    else:
        text = "" if cell is None else cell.isoformat() if hasattr(cell, "isoformat") else str(cell)
        sheet.write_string(row, column, text[:32_000], shape)


def _sheet_name(book: xlsxwriter.Workbook, name: str) -> str:
    """A name Excel takes: at most 31 characters, none of the forbidden ones, used once."""
    bare = (re.sub(r"[\[\]:*?/\\']", " ", name).strip() or "Data")[:28]
    taken = {sheet.name.lower() for sheet in book.worksheets()}
    return next(n for n in (bare, *(f"{bare} {i}" for i in range(2, 99))) if n.lower() not in taken)
