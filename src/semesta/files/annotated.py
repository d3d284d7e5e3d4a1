"""The user's own file with its problems marked, so that they can be mended where they stand."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from openpyxl.cell.cell import Cell as WrittenCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from semesta.basics.problem import Problem
from semesta.basics.words import Lang
from semesta.files.csv_text import grid_of_csv
from semesta.files.faults import RefusedError
from semesta.files.faulty_rows import faulty_rows
from semesta.files.grid import Grid
from semesta.files.limits import Content, content_of
from semesta.files.parquet import grid_of_parquet
from semesta.files.problem_lines import AMBER, HEADERS, PROBLEMS, RED, WIDTHS, height, message, told
from semesta.files.problems import Group, grouped
from semesta.files.workbook import grids_of

MOST_ROWS_IN_PLACE = 50_000
MOST_COMMENTS = 5_000
"""Beyond these, cells are only coloured: Excel becomes slow with many comments."""

_NOT_WRITABLE = (SyntaxError, ValueError, TypeError, LookupError, AttributeError, OSError, BadZipFile)
"""What openpyxl raises for workbooks that our reader could read: it is stricter and checks less before it goes on."""


def annotated_copy(
    path: Path,
    problems: Iterable[Problem],
    lang: Lang = "id",
    *,
    file: str | None = None,
    grids: Sequence[Grid] | None = None,
) -> bytes | None:
    """An XLSX of the file with its problems, errors red and warnings amber; None when it has none or cannot be read.

    Args:
        file: what the problems call the file, where that is not its name.
        grids: its sheets, where reading has kept them; else they are read once more.

    An XLSX of at most 50,000 rows keeps its own layout and formulas. Of anything else there are the faulty rows alone.
    """
    own = [problem for problem in problems if problem.file == (file or path.name)]
    try:
        content = content_of(path) if own else None
        if grids is None:
            grids = _grids(content, path) if content else []
    except RefusedError:
        return None
    if content is None or not any(p.row is not None or p.sheet is not None for p in own):
        return None
    is_workbook = content.kind == "zip" and path.suffix.lower() in (".xlsx", ".xlsm")
    if is_workbook and sum(grid.height for grid in grids) <= MOST_ROWS_IN_PLACE:
        try:
            return _in_place(content, own, lang)
        except _NOT_WRITABLE:
            pass
    return faulty_rows(grids, own, lang)


def _grids(content: Content, path: Path) -> list[Grid]:
    if content.kind == "text":
        return [grid_of_csv(content.data, path.name, path.stem)]
    if content.kind == "parquet":
        return [grid_of_parquet(content.data, path.name, path.stem)]
    return [grid for grid in grids_of(content, path.name) if isinstance(grid, Grid)]


# ---- the user's own layout


def _in_place(content: Content, problems: Sequence[Problem], lang: Lang) -> bytes:
    with warnings.catch_warnings():
        # openpyxl warns of what it cannot carry over (extensions of other programs); the data are not among it.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(BytesIO(content.data))
    comments = 0
    # Warnings first, so that an error in the same cell has the last word on its colour.
    for problem in sorted(problems, key=lambda p: p.is_error):
        cell = _cell(book, problem)
        if cell is not None:
            comments += 1
            _mark(cell, problem, lang, with_comment=comments <= MOST_COMMENTS)
    _list_problems(book, grouped(problems), lang)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _cell(book: Workbook, problem: Problem) -> WrittenCell | None:
    """The cell of a problem; within merged cells the one that is shown. None where a problem has no row."""
    if problem.sheet not in book.sheetnames or problem.row is None:
        return None
    sheet = book[problem.sheet]
    column = column_index_from_string(problem.column) if problem.column else 1
    for area in sheet.merged_cells.ranges:
        if area.min_row <= problem.row <= area.max_row and area.min_col <= column <= area.max_col:
            return sheet.cell(area.min_row, area.min_col)  # type: ignore[return-value]
    return sheet.cell(problem.row, column)  # type: ignore[return-value]


def _mark(cell: WrittenCell, problem: Problem, lang: Lang, *, with_comment: bool) -> None:
    cell.fill = PatternFill("solid", start_color=RED if problem.is_error else AMBER)
    if with_comment:
        before = f"{cell.comment.text}\n\n" if cell.comment else ""
        comment = Comment(before + message(problem, lang), "Semesta", height=150, width=320)
        cell.comment = comment


def _list_problems(book: Workbook, groups: Sequence[Group], lang: Lang) -> None:
    """The list of groups as the first sheet; that of an earlier check gives way."""
    for name in (PROBLEMS.id, PROBLEMS.en):
        if name in book.sheetnames and book[name]["A1"].value == HEADERS[0].id:
            del book[name]
    sheet = book.create_sheet(PROBLEMS.said(lang), 0)
    for index, (title, width) in enumerate(zip(HEADERS, WIDTHS, strict=True), start=1):
        head = _write(sheet, 1, index, title.said(lang))
        head.font = Font(name=head.font.name, size=head.font.size, bold=True)
        sheet.column_dimensions[openpyxl.utils.get_column_letter(index)].width = width
    for number, group in enumerate(groups, start=1):
        for index, text in enumerate(told(number, group, lang), start=1):
            cell = _write(sheet, number + 1, index, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(number + 1, 2).fill = PatternFill("solid", start_color=RED if group.is_error else AMBER)
        # LibreOffice does not wrap the text of a link: a long one would be cut, so there the number bears it.
        is_short = len(str(sheet.cell(number + 1, 4).value)) <= WIDTHS[3]
        _link(sheet.cell(number + 1, 4 if is_short else 1), group)
        sheet.row_dimensions[number + 1].height = height(told(number, group, lang))
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0


def _write(sheet: Worksheet, row: int, column: int, value: str | int) -> WrittenCell:
    """Writes a value as it is; text that begins like a formula stays text."""
    cell = sheet.cell(row, column, _storable(value))
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def _storable(value: str | int) -> str | int:
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", " ", value) if isinstance(value, str) else value


def _link(cell: WrittenCell, group: Group) -> None:
    """A link from the list to the first cell of a group."""
    spot = group.spots[0]
    if spot.sheet and spot.rows:
        sheet = spot.sheet.replace("'", "''")
        cell.hyperlink = Hyperlink(cell.coordinate, location=f"'{sheet}'!{spot.column or 'A'}{spot.rows[0]}")
        cell.font = Font(name=cell.font.name, size=cell.font.size, color="0B5C7A", underline="single")
