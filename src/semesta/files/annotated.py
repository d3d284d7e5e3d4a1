"""The user's own file with its problems marked, so that they can be mended where they stand."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
import xlsxwriter
from openpyxl.cell.cell import Cell as WrittenCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from semesta.basics.problem import Problem
from semesta.basics.words import Lang, Words
from semesta.files.csv_text import grid_of_csv
from semesta.files.faults import RefusedError
from semesta.files.grid import Grid, shown_cell
from semesta.files.limits import Content, content_of
from semesta.files.parquet import grid_of_parquet
from semesta.files.problems import Group, as_sentence, grouped, row_ranges, title_of
from semesta.files.workbook import grids_of
from semesta.tables.types import Cell

MOST_ROWS_IN_PLACE = 50_000
MOST_COMMENTS = 5_000
"""Beyond these, cells are only coloured: Excel becomes slow with many comments."""

_NOT_WRITABLE = (SyntaxError, ValueError, TypeError, LookupError, AttributeError, OSError, BadZipFile)
"""What openpyxl raises for workbooks that our reader could read: it is stricter and checks less before it goes on."""

_RED, _AMBER = "FFC7CE", "FFEB9C"
_PROBLEMS = Words("Masalah", "Problems")
_HEADERS = (
    Words("No", "No"),
    Words("Tingkat", "Level"),
    Words("Masalah", "Problem"),
    Words("Letak", "Where"),
    Words("Contoh isi", "Example"),
    Words("Seharusnya", "Expected"),
    Words("Cara memperbaiki", "How to fix"),
)
_WIDTHS = (5, 12, 34, 26, 22, 28, 38)
"""Characters; together as many as a page of A4 on its side takes in print that can be read."""


def annotated_copy(
    path: Path, problems: Iterable[Problem], lang: Lang = "id", *, file: str | None = None
) -> bytes | None:
    """An XLSX of the file with its problems, errors red and warnings amber; None when it has none or cannot be read.

    Args:
        file: what the problems call the file, where that is not its name.

    An XLSX of at most 50,000 rows keeps its own layout and formulas. Of anything else there are the faulty rows alone.
    """
    own = [problem for problem in problems if problem.file == (file or path.name)]
    try:
        content = content_of(path) if own else None
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
    return _faulty_rows(grids, own, lang)


def _grids(content: Content, path: Path) -> list[Grid]:
    if content.kind == "text":
        return [grid_of_csv(content.data, path.name, path.stem)]
    if content.kind == "parquet":
        return [grid_of_parquet(content.data, path.name, path.stem)]
    return [grid for grid in grids_of(content, path.name) if isinstance(grid, Grid)]


def _message(problem: Problem, lang: Lang) -> str:
    """What is wrong in a cell and how to mend it, as its comment says it."""
    expected = Words(f"Seharusnya: {problem.fault.expected.id}.", f"Expected: {problem.fault.expected.en}.")
    lines = [as_sentence(title_of(problem).said(lang)), expected.said(lang), problem.fault.how_to_fix.said(lang)]
    return "\n".join(line for line in lines if line)


def _level(is_error: bool, lang: Lang) -> str:
    return (Words("Galat", "Error") if is_error else Words("Peringatan", "Warning")).said(lang)


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
    cell.fill = PatternFill("solid", start_color=_RED if problem.is_error else _AMBER)
    if with_comment:
        before = f"{cell.comment.text}\n\n" if cell.comment else ""
        comment = Comment(before + _message(problem, lang), "Semesta", height=150, width=320)
        cell.comment = comment


def _list_problems(book: Workbook, groups: Sequence[Group], lang: Lang) -> None:
    """The list of groups as the first sheet; that of an earlier check gives way."""
    for name in (_PROBLEMS.id, _PROBLEMS.en):
        if name in book.sheetnames and book[name]["A1"].value == _HEADERS[0].id:
            del book[name]
    sheet = book.create_sheet(_PROBLEMS.said(lang), 0)
    for index, (title, width) in enumerate(zip(_HEADERS, _WIDTHS, strict=True), start=1):
        head = _write(sheet, 1, index, title.said(lang))
        head.font = Font(name=head.font.name, size=head.font.size, bold=True)
        sheet.column_dimensions[openpyxl.utils.get_column_letter(index)].width = width
    for number, group in enumerate(groups, start=1):
        for index, text in enumerate(_line(number, group, lang), start=1):
            cell = _write(sheet, number + 1, index, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(number + 1, 2).fill = PatternFill("solid", start_color=_RED if group.is_error else _AMBER)
        # LibreOffice does not wrap the text of a link: a long one would be cut, so there the number bears it.
        is_short = len(str(sheet.cell(number + 1, 4).value)) <= _WIDTHS[3]
        _link(sheet.cell(number + 1, 4 if is_short else 1), group)
        sheet.row_dimensions[number + 1].height = _height(_line(number, group, lang))
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


def _line(number: int, group: Group, lang: Lang) -> tuple[int | str, ...]:
    where = "; ".join(
        f"{spot.sheet or spot.file}{f' {spot.column}' if spot.column else ''}: {row_ranges(spot.rows)}".rstrip(": ")
        for spot in group.spots
    )
    values = "; ".join(group.values)
    fix = group.how_to_fix.said(lang)
    return (
        number,
        _level(group.is_error, lang),
        group.headline.said(lang),
        where,
        values,
        group.expected.said(lang),
        fix,
    )


def _link(cell: WrittenCell, group: Group) -> None:
    """A link from the list to the first cell of a group."""
    spot = group.spots[0]
    if spot.sheet and spot.rows:
        sheet = spot.sheet.replace("'", "''")
        cell.hyperlink = Hyperlink(cell.coordinate, location=f"'{sheet}'!{spot.column or 'A'}{spot.rows[0]}")
        cell.font = Font(name=cell.font.name, size=cell.font.size, color="0B5C7A", underline="single")


# ---- the faulty rows alone


def _faulty_rows(grids: Sequence[Grid], problems: Sequence[Problem], lang: Lang) -> bytes:
    buffer = BytesIO()
    # No cell is turned into a formula, a link or a number on the way: what came from a CSV stays what it was.
    options: dict[str, object] = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    options |= {"default_format_properties": {"font_name": "Arial", "font_size": 10}}
    # Kept in memory, a cell takes 200 bytes; the rows of a very long list are written out one by one instead.
    many = len({(problem.sheet, problem.row) for problem in problems}) > MOST_ROWS_IN_PLACE
    options |= {"constant_memory": True} if many else {"in_memory": True}
    with xlsxwriter.Workbook(buffer, options) as book:
        formats = {
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
            "error": book.add_format({"bg_color": f"#{_RED}"}),
            "warning": book.add_format({"bg_color": f"#{_AMBER}"}),
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
    sheet = book.add_worksheet(_PROBLEMS.said(lang))
    for index, (title, width) in enumerate(zip(_HEADERS, _WIDTHS, strict=True)):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, title.said(lang), formats["head"])
    for number, group in enumerate(groups, start=1):
        line = _line(number, group, lang)
        # Not every program fits rows to wrapped text when it opens a file.
        sheet.set_row(number, _height(line))
        for index, text in enumerate(line):
            sheet.write(number, index, text, formats["wrap"])
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


_A4, _LINE, _TALLEST = 9, 15.0, 400.0
"""The number of the paper; points of a line, and of the tallest row that a spreadsheet takes."""


def _height(line: Sequence[int | str]) -> float:
    """Points that the longest text of a line takes in its column; words that do not fit make it a little longer."""
    lines = (
        sum(-(-len(part) // max(1, width - 3)) or 1 for part in str(text).split("\n"))
        for text, width in zip(line, _WIDTHS, strict=True)
    )
    return min(_TALLEST, _LINE * max(lines) + 2)


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
            letter = openpyxl.utils.get_column_letter(index + 1)
            _write_cell(sheet, line, index + 1, cell, formats[marks.get(letter, "text")])
        sheet.write_string(line, width + 1, " | ".join(_message(p, lang).replace("\n", " ") for p in several)[:32_000])
    sheet.set_column(1, width, 18)
    sheet.set_column(width + 1, width + 1, 80)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
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
