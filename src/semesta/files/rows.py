"""The rows of a sheet: which are data, which of them hold, and what is wrong with the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import polars as pl

from semesta.basics.codes import plain
from semesta.basics.places import PlaceList
from semesta.basics.problem import Fault, Problem
from semesta.files import row_faults
from semesta.files.encoded import Encoded, encoded
from semesta.files.frames import schema_of
from semesta.files.grid import Grid, is_blank, shown_cell
from semesta.files.header import Header
from semesta.files.left_out import any_of, first_data_row, footnote_rows, totals_rows
from semesta.files.marks import marks_of
from semesta.files.nik_column import OF_WHOLE_COLUMNS, too_many_zeros, without_lost_digits
from semesta.files.other_column import holds_something_else
from semesta.files.person_left_out import left_out
from semesta.files.person_values import DERIVED, commonest_place, completed
from semesta.files.placed import Placed, shown
from semesta.tables import causes
from semesta.tables.person_types import NIK, BirthDayType, NikType
from semesta.tables.table import FILE, ROW, SHEET, Asked, Check, Column, Table, step_column
from semesta.tables.types import PlaceType, Reading


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which a place was written, with its first place in a sheet."""

    column: str
    code: str
    written: str
    at: Problem


@dataclass(frozen=True, slots=True)
class Taken:
    """What a sheet gave: a frame of the rows that hold, its problems, how many rows were met, where each column stands."""

    frame: pl.DataFrame
    problems: tuple[Problem, ...]
    read: int
    spellings: tuple[Spelling, ...]
    columns: Mapping[str, tuple[int, str]] = field(default_factory=dict)


def rows_of(
    grid: Grid,
    header: Header,
    table: Table,
    *,
    today: dt.date,
    places: PlaceList,
    place: str | None = "",
    progress: Callable[[float], None] = lambda share: None,
) -> Taken:
    """The rows of a sheet under a header; a row with an error is not in the frame, unless it is a person's.

    Args:
        place: what the reading is about; residents of other places are said. "" takes the commonest of the list,
            None none: these rows are a part of it.
        progress: called with the share of the rows' reading that is done.
    """
    sheet = _Sheet(grid, header, table, today, places, place)
    for number, name in enumerate(header.columns, start=1):
        sheet.read_column(name)
        progress(0.7 * number / len(header.columns))
    return sheet.taken()


class _Sheet:
    """A sheet while it is read. Rows are counted from the first one under the header."""

    def __init__(
        self, grid: Grid, header: Header, table: Table, today: dt.date, places: PlaceList, place: str | None
    ) -> None:
        self.grid, self.header, self.table, self.today = grid, header, table, today
        self.places, self.place = places, place
        self.first = first_data_row(grid, header.row)
        self.height = grid.height - self.first
        columns = {index: table.column(name) for name, index in header.columns.items()}
        of_people = table.of_people or table.of_households
        self.placed = Placed(grid, header.row, self.first, columns, header.titles, of_people)
        self.marks = marks_of(grid, self.first, columns, of_people=table.of_people)
        self.columns: dict[str, Encoded] = {}
        self.problems = [self.placed.problem(None, index, fault) for index, fault in header.faults]
        for row in header.people_above:
            self.problems.append(self.placed.problem(row - self.first, None, row_faults.ABOVE_HEADER))
        if any(check.columns == ("nik",) for check in table.columns_checks) and "nik" not in header.columns:
            self.problems.append(self.placed.problem(None, None, causes.fault(causes.NIK_COLUMN_MISSING, NIK.expected)))

    def read_column(self, name: str) -> None:
        index = self.header.columns[name]
        column = bound(self.table.column(name), self.places, self.today)
        self.columns[name] = self._judged(encoded(column, self.grid.columns[index], self.first, self.marks[index]))

    def taken(self) -> Taken:
        data = self._data_rows()
        bad = self._faulty(data) | (pl.Series([not self.header.is_usable]).new_from_index(0, self.height))
        values = self._values()
        if self.table.of_people:
            values = completed(values, self.table, self.places, self.place)
        bad = bad | self._failed_checks(values, data & ~bad, data)
        self._ask_columns(values, data & ~bad)
        frame = self._placed(values).filter(data & ~bad)
        spellings = () if self.table.of_people else tuple(self._spellings(data))
        placed = {name: (index, self.placed.title(index)) for name, index in self.header.columns.items()}
        read = int(data.sum()) + len(self.header.people_above)
        return Taken(frame, tuple(self.problems), read, spellings, placed)

    # ---- which rows are data

    def _data_rows(self) -> pl.Series:
        filled = any_of([~column.blank for column in self.columns.values()], self.height)
        placed = {self.header.columns[name]: column for name, column in self.columns.items()}
        totals = totals_rows(self.grid, self.first, placed, self.table)
        if self.table.of_people:
            found = left_out(self.grid, self.header, self.first, self.columns, totals, self.table)
            totals, headers, notes = set(found.totals), set(found.headers), set(found.others)
        else:
            totals = {row for row in totals if filled[row]}
            rest = [row for row in filled.arg_true().to_list() if row not in totals]
            headers, notes = set(), footnote_rows(rest, self.columns, self.table)
        said = {row_faults.TOTALS_ROW: totals, row_faults.HEADER_AGAIN: headers, row_faults.FOOTNOTE: notes}
        for fault, rows in said.items():
            for row in sorted(rows):
                self.problems.append(self.placed.left_out(row, fault))
        return filled & ~self._flags(totals | headers | notes)

    def _flags(self, rows: set[int]) -> pl.Series:
        flags = pl.Series([False]).new_from_index(0, self.height)
        return flags.scatter(sorted(rows), True) if rows else flags

    # ---- cells

    def _faulty(self, data: pl.Series) -> pl.Series:
        """Rows with a cell that is an error, each such cell being a problem; warnings are problems only."""
        # What lies right of the table in rows that are not read, such as signatures, shifts nothing.
        overlong = {row for row in self._overlong_rows() if data[row]}
        for row in sorted(overlong):
            self.problems.append(self.placed.problem(row, None, row_faults.TOO_MANY_CELLS))
        flags = [self._flags(overlong)]
        data = data & ~flags[0]
        for name, column in self.columns.items():
            said = self._of_column(name, column, [self._fault_of(column, r) for r in column.readings], data)
            for row in (column.where([fault is not None for fault in said]) & data).arg_true().to_list():
                number = column.codes[row]
                fault = said[number]
                assert fault is not None
                self.problems.append(
                    self.placed.problem(row, self.header.columns[name], fault, column.distinct[number])
                )
            flags.append(
                column.where([self._sets_aside(column, *pair) for pair in zip(said, column.readings, strict=True)])
                & data
            )
        return any_of(flags, self.height)

    def _sets_aside(self, column: Encoded, fault: Fault | None, reading: Reading | Fault | None) -> bool:
        """Whether a fault keeps its row out: every error does, but of people only a required value that is not there."""
        if fault is None or fault.severity != "error" or column.column.spares_row:
            return False
        return not self.table.of_people or (column.column.required and not isinstance(reading, Reading))

    def _of_column(self, name: str, column: Encoded, said: list[Fault | None], data: pl.Series) -> list[Fault | None]:
        """The faults without those that befell the whole column, which are said once, at its header."""
        if self.table.of_people and holds_something_else(column):
            fault = row_faults.other_column(column.column.title)
            self.problems.append(self.placed.problem(None, self.header.columns[name], fault))
            return [None] * len(said)
        for cause in {fault.cause for fault in said if fault and fault.cause in OF_WHOLE_COLUMNS}:
            found = [fault is not None and fault.cause == cause for fault in said]
            rows = (column.where(found) & data).arg_true()
            first = next(fault for fault in said if fault and fault.cause == cause)
            if len(rows):
                fault = row_faults.of_column(first, len(rows), int(data.sum()))
                self.problems.append(self.placed.of_column(self.header.columns[name], fault, column.cell_at(rows[0])))
            said = [None if is_found else fault for is_found, fault in zip(found, said, strict=True)]
        return said

    def _overlong_rows(self) -> set[int]:
        """Rows of a delimited file with something beyond the last header."""
        if not self.grid.is_delimited:
            return set()
        titled = [index for index, title in enumerate(self.header.titles) if not is_blank(title)]
        beyond = self.grid.columns[max(titled, default=0) + 1 :]
        return {row for column in beyond for row, cell in enumerate(column[self.first :]) if not is_blank(cell)}

    def _fault_of(self, column: Encoded, reading: Reading | Fault | None) -> Fault | None:
        if reading is None:
            return row_faults.MISSING_VALUE if column.column.required else None
        return reading if isinstance(reading, Fault) else reading.remark

    def _judged(self, column: Encoded) -> Encoded:
        """The column with faults that its type cannot tell: lost digits, and days after today where they were observed."""
        if isinstance(column.column.type, NikType):
            return without_lost_digits(column)
        if not column.column.observed or column.column.may_lie_ahead:
            return column

        def lies_ahead(reading: Reading) -> Fault | None:
            is_later = isinstance(reading.value, dt.date) and reading.value > self.today
            return row_faults.FUTURE_DATE if is_later else None

        return column.judged(lies_ahead)

    # ---- values and checks

    def _values(self) -> pl.DataFrame:
        """All declared columns, those that the sheet lacks null, and the steps of those that keep them."""
        series: list[pl.Series] = []
        for name, dtype in schema_of(self.table).items():
            found = self.columns.get(name.removesuffix(step_column("")))
            if name in (FILE, SHEET, ROW):
                continue
            if found is None:
                series.append(pl.Series(name, [None], dtype=dtype).new_from_index(0, self.height))
            else:
                series.append(found.values if name == found.column.name else found.steps.alias(name))
        return pl.DataFrame(series)

    def _failed_checks(self, values: pl.DataFrame, sound: pl.Series, data: pl.Series) -> pl.Series:
        """Rows that break a rule of the table. A rule on no column in particular is asked of sound rows alone."""
        failed: set[int] = set()
        names = [c.name for c in self.table.columns]
        for check in self.table.checks:
            asked = data if check.columns else sound
            for name in check.columns:
                asked = asked & values[name].is_not_null()
            rows = asked.arg_true()
            for row, cells in zip(rows.to_list(), values.select(names)[rows].iter_rows(named=True), strict=True):
                if not check.holds(cells):
                    self.problems.append(self._check_problem(row, check, cells))
                    if check.fault.severity == "error":
                        failed.add(row)
        return self._flags(failed)

    def _ask_columns(self, values: pl.DataFrame, sound: pl.Series) -> None:
        """Says which sound rows break what is asked of whole columns. Checks of columns that the sheet lacks are left out."""
        place = self.place or (commonest_place(values.filter(sound)) if "place" in values.columns else "")
        asked = Asked(self.today, place, self.places.regencies_ever)
        there = {*self.header.columns, *DERIVED}
        checks = [check for check in self.table.columns_checks if there.issuperset(check.columns)]
        if "nik" in self.columns and (zeros := too_many_zeros(values["nik"].filter(sound))):
            example = values["nik"].filter(sound & values["nik"].str.ends_with("0").fill_null(False))[0]
            self.problems.append(self.placed.of_column(self.header.columns["nik"], zeros, example))
            # What has one cause is said once: serials 0000 are what Excel made of 0001 to 0009.
            checks = [check for check in checks if check.fault.cause != causes.NIK_SERIAL]
        # Lazily, so that what several checks compute is computed once.
        broken = values.lazy().select(check.breaks(asked).alias(str(n)) for n, check in enumerate(checks)).collect()
        for n, check in enumerate(checks):
            flags = broken[str(n)].fill_null(False)
            rows = (flags if len(flags) == self.height else flags.new_from_index(0, self.height)) & sound
            if check.fault.cause == causes.NIK_MISSING:
                # Number cells have no value either, but are said already.
                rows = rows & self.columns["nik"].blank
            for row in rows.arg_true().to_list():
                self.problems.append(self.placed.problem(row, self.header.columns.get(check.columns[0]), check.fault))

    def _check_problem(self, row: int, check: Check, cells: Mapping[str, object]) -> Problem:
        placed = [self.header.columns[name] for name in check.columns if name in self.header.columns]
        said = "; ".join(f"{self.table.column(n).title.id}: {cells[n]}" for n in check.columns)
        problem = self.placed.problem(row, placed[0] if placed else None, check.fault)
        return replace(problem, value=shown_cell(said) if said else None)

    def _placed(self, values: pl.DataFrame) -> pl.DataFrame:
        return values.with_columns(
            pl.lit(self.grid.file, dtype=pl.Categorical).alias(FILE),
            pl.lit(self.grid.sheet or "", dtype=pl.Categorical).alias(SHEET),
            pl.int_range(self.first + 1, self.first + 1 + self.height, dtype=pl.Int64).alias(ROW),
            *(
                pl.col(column.name).fill_null(pl.int_range(1, self.height + 1).cast(pl.String))
                for column in self.table.columns
                if column.numbers_rows
            ),
        )

    def _spellings(self, data: pl.Series) -> Iterator[Spelling]:
        """How places were written, each way once."""
        for name, column in self.columns.items():
            if not isinstance(column.column.type, PlaceType):
                continue
            seen: set[tuple[object, str]] = set()
            for number, row in _first_rows(column, data):
                reading, cell = column.readings[number], column.distinct[number]
                if isinstance(reading, Reading) and (way := (reading.value, plain(shown(cell)))) not in seen:
                    seen.add(way)
                    at = self.placed.problem(row, self.header.columns[name], row_faults.SEVERAL_SPELLINGS, cell)
                    yield Spelling(name, str(reading.value), shown(cell), at)


def _first_rows(column: Encoded, data: pl.Series) -> list[tuple[int, int]]:
    """Each distinct cell among the data by its number, with the first row that holds it."""
    placed = pl.DataFrame({"number": column.codes, "row": pl.int_range(len(column.codes), eager=True)}).filter(data)
    return placed.unique("number", keep="first", maintain_order=True).rows()


def bound(column: Column, places: PlaceList, today: dt.date) -> Column:
    """The column with what its type needs to know of this reading."""
    if isinstance(column.type, PlaceType):
        return replace(column, type=PlaceType(places))
    return replace(column, type=BirthDayType(today)) if isinstance(column.type, BirthDayType) else column
