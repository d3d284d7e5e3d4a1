"""One file: which sheets hold which of our tables, in which shape, and the rows taken from each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from semesta.basics.places import PlaceList
from semesta.basics.problem import Fault, Problem
from semesta.files import faults, header, sheet_faults, short_form_sheet, which_table
from semesta.files.csv_text import grid_of_csv
from semesta.files.grid import Grid, is_blank, shown_cell
from semesta.files.header import Header
from semesta.files.limits import MOST_PEOPLE, MOST_ROWS, Content
from semesta.files.months_wide import Wide, months_wide, speaks_of_contributions
from semesta.files.parquet import grid_of_parquet
from semesta.files.profile import Profile
from semesta.files.reshaped import reshaped
from semesta.files.rows import Taken, rows_of
from semesta.files.senders import titles_of_sender
from semesta.files.wide_rows import payments_of, says_who, with_last_month
from semesta.files.workbook import grids_of, said_name
from semesta.tables.table import Table

PAYMENTS, PARTICIPANTS = "payments", "participants"
"""Tables that months side by side tell something of: who paid, and until when."""

_MOST_UNKNOWN = 50
"""Of so many headers that mean nothing to us a profile can say what they mean."""

Progress = Callable[[str, float], None]
"""Called with what is read, "daftar.xlsx › Pekerja", and the share of it that is done."""


@dataclass(frozen=True)
class HowToRead:
    """What holds for every file of a reading; `read` says what each is."""

    today: dt.date
    places: PlaceList
    tables: Mapping[str, Table]
    progress: Progress
    place: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    profiles: Sequence[Profile] = ()
    grids: list[Grid] | None = None


class OneFile:
    """One file while it is read: what was taken from it by table, and what is to be said of it.

    titles: what the headers of its lists of people mean, "" where they mean nothing. has_tables: whether it holds any of ours.
    """

    def __init__(self, how: HowToRead, name: str, stem: str) -> None:
        self.how, self.name, self.stem = how, name, stem
        self.has_tables = False
        self.titles: dict[str, str] = {}
        self.taken: dict[str, list[Taken]] = {}
        self.problems: list[Problem] = []
        self._has_rows = False
        self._other_matters: list[tuple[Grid, Table, Header | None]] = []

    def read(self, content: Content) -> None:
        self.how.progress(self.name, 0.0)
        if content.kind == "text":
            self._table(self._kept(grid_of_csv(content.data, self.name, self.stem)))
        elif content.kind == "parquet":
            most = MOST_PEOPLE if any(table.of_people for table in self.how.tables.values()) else MOST_ROWS
            self._table(self._kept(grid_of_parquet(content.data, self.name, self.stem, most_rows=most)))
        else:
            for grid in grids_of(content, self.name, self.how.progress):
                self._sheet(grid if isinstance(grid, str) else self._kept(grid))
        for other, table, found in self._other_matters:
            if self._has_rows:
                self._say(other.sheet, sheet_faults.SHEET_SET_ASIDE, other.name)
            else:
                self._rows(other, table, found)

    def _kept(self, grid: Grid) -> Grid:
        if self.how.grids is not None:
            self.how.grids.append(grid)
        return grid

    def _sheet(self, grid: Grid | str) -> None:
        if isinstance(grid, str):
            if not which_table.is_own_sheet(grid):
                self._say(grid, sheet_faults.HIDDEN_SHEET)
        elif short_form_sheet.is_short_form(grid):
            self.has_tables = True
            for name, taken in short_form_sheet.rows_of_form(
                grid, today=self.how.today, places=self.how.places
            ).items():
                self._keep(name, taken)
        elif not which_table.is_own_sheet(grid.name) and any(
            not is_blank(c) for column in grid.columns for c in column
        ):
            self._table(grid)

    def _table(self, grid: Grid) -> None:
        tables = self.how.tables
        if any(table.of_people for table in tables.values()):
            grid = reshaped(grid)
        table, said = self._table_of(grid) if len(tables) > 1 else (next(iter(tables.values())), None)
        wide = months_wide(grid, self.stem) if {PAYMENTS, PARTICIPANTS} & set(tables) else None
        if wide and len(tables) > 1 and self._is_called_participants(grid) and says_who(grid, wide):
            table, said = tables[PARTICIPANTS], None
        if wide and self._are_payments(grid, wide, table, is_named=said is None):
            self._payments(grid, wide, is_named=table is not None and table.name == PAYMENTS)
        elif table is None and grid.sheet is not None:
            self._say(grid.sheet, sheet_faults.unknown_sheet(which_table.nearest_tables(grid.name, tables)))
        elif table is not None:
            if wide and table.name == PARTICIPANTS:
                grid, problems = with_last_month(grid, wide)
                self.problems += problems
            self._one_table(grid, table, said)

    def _one_table(self, grid: Grid, table: Table, said: Fault | None) -> None:
        self.has_tables = True
        if said:
            self._say(grid.sheet, said, grid.name)
        found = header.header_of(grid, table, self._titles(grid, table))
        if len(self.how.tables) == 1 and header.is_another_matter(grid, table, found):
            self._other_matters.append((grid, table, found))
        else:
            self._rows(grid, table, found)

    def _is_called_participants(self, grid: Grid) -> bool:
        """Whether the sheet, or where that says nothing the file, is called by the name of participants."""
        tables = self.how.tables
        bearers = which_table.tables_named(grid.name, tables) or which_table.tables_named(self.stem, tables)
        return any(table.name == PARTICIPANTS for table in bearers)

    def _are_payments(self, grid: Grid, wide: Wide, table: Table | None, *, is_named: bool) -> bool:
        """Whether months side by side are payments of people: not where the sheet's name says that it is another table."""
        if table is None or (table.of_people and table.name != PAYMENTS and not is_named):
            may_be = speaks_of_contributions(grid, wide, self.stem)
        else:
            may_be = table.name == PAYMENTS
        return PAYMENTS in self.how.tables and may_be and says_who(grid, wide)

    def _payments(self, grid: Grid, wide: Wide, *, is_named: bool) -> None:
        self.has_tables = self._has_rows = True
        how, table = self.how, self.how.tables[PAYMENTS]
        if not is_named:
            self._say(grid.sheet, sheet_faults.recognised_by_headers(table.title), grid.name)
        for taken in payments_of(
            grid,
            wide,
            today=how.today,
            places=how.places,
            place=how.place,
            titles=self._titles(grid, table),
            progress=self._progress_of(grid),
        ):
            self._keep(PAYMENTS, taken)

    def _titles(self, grid: Grid, table: Table) -> Mapping[str, str]:
        """What headers mean here: by the profile of its sender, and beside it what they mean in every list."""
        return {**self.how.titles, **titles_of_sender(grid, table, self.how.profiles)}

    def _rows(self, grid: Grid, table: Table, found: Header | None) -> None:
        if found is None:
            self._say(grid.sheet, sheet_faults.NO_HEADER)
            return
        self._has_rows = True
        if table.of_people:
            self.titles |= dict.fromkeys(found.unknown[:_MOST_UNKNOWN], "")
        how = self.how
        if table.of_people and found.row + 1 == grid.height:
            self._say(grid.sheet, faults.NO_ROWS)
        self._keep(
            table.name,
            rows_of(
                grid,
                found,
                table,
                today=how.today,
                places=how.places,
                place=how.place,
                progress=self._progress_of(grid),
            ),
        )

    def _progress_of(self, grid: Grid) -> Callable[[float], None]:
        """Tells how much of a sheet is done once its cells are there, which takes about half the time."""
        return lambda share: self.how.progress(said_name(grid.file, grid.sheet), 0.5 + share / 2)

    def _table_of(self, grid: Grid) -> tuple[Table | None, Fault | None]:
        """The table of a sheet, and what is to be said when its name alone does not tell."""
        tables = self.how.tables
        bearers = which_table.tables_named(grid.name, tables)
        if len(bearers) > 1:
            # "Peserta" may be counts of members or a list of participants: the headers tell.
            fuller = which_table.table_by_headers(grid, {table.name: table for table in bearers})
            bearers = [fuller] if fuller else bearers
        named = bearers[0] if bearers else None
        if named and (header.header_of(grid, named) or not which_table.table_by_headers(grid, tables)):
            return named, None
        of_file = which_table.table_named(self.stem, tables)
        if not named and of_file and grid.sheet is not None and header.header_of(grid, of_file):
            return of_file, None
        near = which_table.table_nearly_named(grid.name, tables)
        found = near if near and header.header_of(grid, near) else which_table.table_by_headers(grid, tables)
        return (found, sheet_faults.recognised_by_headers(found.title)) if found else (None, None)

    def _keep(self, table: str, taken: Taken) -> None:
        self.taken.setdefault(table, []).append(taken)
        self.problems += taken.problems
        if self.how.tables[table].of_people:
            self.titles |= {title: name for name, (_, title) in taken.columns.items() if title}

    def _say(self, sheet: str | None, fault: Fault, value: str | None = None) -> None:
        shown = shown_cell(value) if value else None
        self.problems.append(Problem(self.name, sheet, None, None, None, shown, fault))
