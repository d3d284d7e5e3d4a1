"""The short form as a sheet: written to be filled in on one page, and found again wherever it was moved to."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

import polars as pl
import xlsxwriter

from semesta.basics.codes import plain
from semesta.basics.places import PlaceList
from semesta.basics.problem import Fault, Problem
from semesta.basics.words import Lang, Words
from semesta.files import row_faults
from semesta.files.frames import schema_of
from semesta.files.grid import Grid, column_letter, is_blank, is_dash, shown_cell
from semesta.files.rows import Taken
from semesta.tables import short_form
from semesta.tables.registry import TABLES
from semesta.tables.short_form import FormRow
from semesta.tables.short_form_questions import HOW, MARKER, PARTS, QUESTIONS, TITLE, Question
from semesta.tables.table import FILE, ROW, SHEET, step_column
from semesta.tables.types import Cell, Reading

_LABEL_COLUMNS = 3
_MOST_ROWS = 200
_ENOUGH_LABELS = 8


# ---- reading


def is_short_form(grid: Grid) -> bool:
    """Whether a sheet is the short form, by its marker or, if that was lost, by its questions."""
    if grid.height > 1000:
        return False
    cells = [cell for column in grid.columns[:30] for cell in column[:_MOST_ROWS] if isinstance(cell, str)]
    if any(MARKER.id in cell for cell in cells):
        return True
    labels = {plain(label) for q in QUESTIONS for label in (q.title.id, q.title.en)}
    return len(labels & {plain(cell) for cell in cells if len(cell) <= 80}) >= _ENOUGH_LABELS


def rows_of_form(grid: Grid, *, today: dt.date, places: PlaceList) -> dict[str, Taken]:
    """What a filled form gives, by table; wrong answers are problems at their cells, the other answers count."""
    form = _Form(grid, _places_of(grid), today, places)
    return form.taken()


def _places_of(grid: Grid) -> dict[str, tuple[int, int]]:
    """The row and column, counted from 0, of the cell to fill in for each question: right of its label."""
    labels = {plain(label): q.name for q in QUESTIONS for label in (q.title.id, q.title.en)}
    found: dict[str, tuple[int, int]] = {}
    for index, column in enumerate(grid.columns[:_LABEL_COLUMNS]):
        for row, cell in enumerate(column[:_MOST_ROWS]):
            name = _question_of(cell, labels)
            if name:
                found.setdefault(name, (row, index + 1))
    return found


def _question_of(cell: Cell, labels: Mapping[str, str]) -> str | None:
    """The question a label asks; the star of a required one, its number and a slip of the pen do not matter."""
    if not isinstance(cell, str) or not 3 <= len(cell) <= 80:
        return None
    written = plain(cell).lstrip("0123456789 ")
    close = [written] if written in labels else difflib.get_close_matches(written, list(labels), n=1, cutoff=0.92)
    return labels[close[0]] if close else None


@dataclass
class _Form:
    """A form while it is read."""

    grid: Grid
    at: Mapping[str, tuple[int, int]]
    today: dt.date
    places: PlaceList

    def taken(self) -> dict[str, Taken]:
        answers, wrong = self._answers()
        found = {**wrong, **short_form.contradictions(answers)}
        found |= short_form.missing(answers, frozenset(wrong))
        if not answers and not wrong:
            # An empty form is a template, not a report with everything missing.
            return {}
        unusable = found.keys() | short_form.resting_on(found)
        answers = {n: a for n, a in answers.items() if n not in unusable}
        rows = short_form.rows_of(answers, self.places)
        problems = {name: [self._problem(name, fault)] for name, fault in found.items()}
        problems |= {n: [self._problem(n, a.remark)] for n, a in answers.items() if a.remark}
        kept = [row for row in rows if self._holds(row, problems)]
        return self._by_table(answers, rows, kept, found, problems)

    def _answers(self) -> tuple[dict[str, Reading], dict[str, Fault]]:
        answers: dict[str, Reading] = {}
        wrong: dict[str, Fault] = {}
        for question in QUESTIONS:
            reading = self._reading(question)
            if isinstance(reading, Fault):
                wrong[question.name] = reading
            elif reading is not None:
                answers[question.name] = reading
        return answers, wrong

    def _reading(self, question: Question) -> Reading | Fault | None:
        cell = self._cell(question.name)
        if is_blank(cell) or is_dash(cell):
            mark = self.grid.marks().get(self.at[question.name]) if question.name in self.at else None
            return {None: None, "formula": row_faults.UNCALCULATED, "error": row_faults.ERROR_CELL}[mark]
        reading = short_form.read_answer(question, cell, self.places)
        # A meeting may lie ahead, but not where its day stands in for the day of the figures.
        is_seen = question.name in ("as_of", "since") or (question.name == "date" and is_blank(self._cell("as_of")))
        if (
            isinstance(reading, Reading)
            and is_seen
            and isinstance(reading.value, dt.date)
            and reading.value > self.today
        ):
            return row_faults.FUTURE_DATE
        return reading

    def _cell(self, name: str) -> Cell:
        row, index = self.at.get(name, (0, len(self.grid.columns)))
        return self.grid.columns[index][row] if index < len(self.grid.columns) else None

    def _holds(self, row: FormRow, problems: dict[str, list[Problem]]) -> bool:
        """Whether a row passes the checks of its table."""
        table = TABLES[row.table]
        cells = {column.name: row.values.get(column.name) for column in table.columns}
        broken = [c.fault for c in table.checks if all(cells[n] is not None for n in c.columns) and not c.holds(cells)]
        problems.setdefault(row.question, []).extend(self._problem(row.question, fault) for fault in broken)
        return not any(fault.severity == "error" for fault in broken)

    def _by_table(
        self,
        answers: Mapping[str, Reading],
        rows: list[FormRow],
        kept: list[FormRow],
        wrong: Mapping[str, Fault],
        problems: Mapping[str, list[Problem]],
    ) -> dict[str, Taken]:
        """Frames and counts. A wrong answer counts as a row met and set aside; so do answers without a place or day."""
        table_of = {q.name: q.table for q in QUESTIONS}
        lost = [table_of[name] for name in wrong]
        if not rows:
            lost += [table_of[name] for name in answers if name not in ("place", "date", "as_of", "source")]
        taken = {}
        for name in dict.fromkeys(q.table for q in QUESTIONS):
            said = [p for q, several in problems.items() if table_of[q] == name for p in several]
            met = sum(row.table == name for row in rows) + lost.count(name)
            if met or said:
                frame = self._frame(name, [row for row in kept if row.table == name])
                taken[name] = Taken(frame, tuple(said), met, ())
        return taken

    def _frame(self, name: str, rows: list[FormRow]) -> pl.DataFrame:
        table = TABLES[name]
        schema = schema_of(table)
        placed = [
            {n: v for n, v in row.values.items() if n in schema}
            | {step_column(n): step for n, step in row.steps.items()}
            | {FILE: self.grid.file, SHEET: self.grid.sheet or "", ROW: self.at[row.question][0] + 1}
            for row in rows
        ]
        return pl.DataFrame(placed, schema=schema)

    def _problem(self, name: str, fault: Fault) -> Problem:
        row, index = self.at.get(name, (0, 1))
        title = next(q.title for q in QUESTIONS if q.name == name)
        cell = self._cell(name)
        value = shown_cell(cell) if not is_blank(cell) else None
        return Problem(self.grid.file, self.grid.sheet, row + 1, column_letter(index), title.id, value, fault)


# ---- writing

_INK, _MUTED, _LINE, _BRAND, _INPUT = "#1b2733", "#5b6b7a", "#d8dfe6", "#0b5c7a", "#fff8e1"
_SHEET = Words("Isian ringkas", "Short form")


def short_form_workbook(lang: Lang = "id") -> bytes:
    """The form as an XLSX workbook of one sheet and one A4 page, with help right of each cell.

    Regions are written, not chosen: a list of 552 names would need a second sheet, and the reader names the nearest.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet(_SHEET.said(lang))
        _FormWriter(book, sheet, lang).write()
    return buffer.getvalue()


class _FormWriter:
    def __init__(self, book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, lang: Lang) -> None:
        self.book, self.sheet, self.lang = book, sheet, lang
        self.formats = {
            "title": self._format(bold=True, font_size=15, font_color=_BRAND),
            "how": self._format(text_wrap=True, font_color=_MUTED, valign="top"),
            "part": self._format(bold=True, font_color="#ffffff", bg_color=_BRAND, valign="vcenter"),
            "label": self._format(text_wrap=True, valign="vcenter", bottom=1, bottom_color=_LINE),
            "required": self._format(text_wrap=True, valign="vcenter", bold=True, bottom=1, bottom_color=_LINE),
            "help": self._format(
                text_wrap=True, valign="vcenter", font_color=_MUTED, font_size=9, bottom=1, bottom_color=_LINE
            ),
            "marker": self._format(font_size=8, font_color=_MUTED),
        }

    def _format(self, **properties: object) -> xlsxwriter.format.Format:
        return self.book.add_format({"font_name": "Calibri", "font_size": 11, "font_color": _INK, **properties})

    def write(self) -> None:
        self._page()
        self.sheet.merge_range(0, 0, 0, 2, TITLE.said(self.lang), self.formats["title"])
        self.sheet.merge_range(1, 0, 1, 2, HOW.said(self.lang), self.formats["how"])
        row = 2
        for part in PARTS:
            self.sheet.merge_range(row, 0, row, 2, part.title.said(self.lang), self.formats["part"])
            self.sheet.set_row(row, 22)
            for question in part.questions:
                row += 1
                self._question(row, question)
            row += 1
        self.sheet.write_string(row, 0, MARKER.id, self.formats["marker"])
        self.sheet.print_area(0, 0, row, 2)

    def _page(self) -> None:
        self.sheet.set_column(0, 0, 38)
        self.sheet.set_column(1, 1, 36)
        self.sheet.set_column(2, 2, 48)
        self.sheet.set_row(0, 24)
        self.sheet.set_row(1, 32)
        self.sheet.hide_gridlines(2)
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 1)
        self.sheet.set_margins(0.5, 0.5, 0.5, 0.5)
        self.sheet.center_horizontally()
        self.sheet.set_selection(3, 1, 3, 1)

    def _question(self, row: int, question: Question) -> None:
        title = question.title.said(self.lang) + (" *" if question.required else "")
        self.sheet.set_row(row, 28 if question.lines == 1 else 26 * question.lines)
        self.sheet.write_string(row, 0, title, self.formats["required" if question.required else "label"])
        self.sheet.write_blank(row, 1, None, self._input(question))
        self.sheet.write_string(row, 2, question.help.said(self.lang), self.formats["help"])
        self._choices(row, question)

    def _input(self, question: Question) -> xlsxwriter.format.Format:
        # Cells of words are text, so that Excel leaves them as written; numbers and dates are its own.
        number = {"count": "#,##0", "rupiah": "#,##0", "budget": "#,##0", "day": "d mmmm yyyy", "since": "d mmmm yyyy"}
        shape = number.get(question.type.name, "@")
        return self._format(
            bg_color=_INPUT,
            border=1,
            border_color=_LINE,
            num_format=shape,
            text_wrap=True,
            valign="vcenter",
            align="left",
        )

    def _choices(self, row: int, question: Question) -> None:
        source = [c.said(self.lang) for c in question.choices]
        if source:
            # Offered, not enforced: the reader knows more words for each than a list can hold.
            self.sheet.data_validation(
                row, 1, row, 1, {"validate": "list", "source": source, "error_type": "information"}
            )
