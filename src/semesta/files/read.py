"""Files and folders in, the tables of a round out, with everything that was wrong on the way."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from semesta.basics.place_names import NATION
from semesta.basics.places import PlaceList
from semesta.basics.problem import Fault, Problem
from semesta.files import faults, header, short_form_sheet
from semesta.files import pictures as pictures_beside
from semesta.files.csv_text import grid_of_csv
from semesta.files.faults import RefusedError
from semesta.files.grid import Grid, is_blank, shown_cell
from semesta.files.header import Header
from semesta.files.limits import MOST_PEOPLE, MOST_ROWS, Content, content_of
from semesta.files.lists_apart import said_lists_apart
from semesta.files.months_wide import Wide, months_wide, speaks_of_contributions
from semesta.files.paid_in_two_lists import said_paid_in_two_lists
from semesta.files.parquet import grid_of_parquet
from semesta.files.person_values import commonest_place, place_of_all, with_places
from semesta.files.profile import Profile
from semesta.files.reshaped import reshaped
from semesta.files.rows import Taken, rows_of
from semesta.files.senders import titles_of_sender
from semesta.files.together import together
from semesta.files.unplaced import said_unplaced
from semesta.files.wide_rows import payments_of, says_who, with_last_month
from semesta.files.workbook import grids_of, said_name
from semesta.tables.dataset import Dataset, FileSeen
from semesta.tables.registry import TABLES
from semesta.tables.table import FILE, SHEET, Table

PLACES_FILE = "places.csv"
"""In a folder of tables: the user's additions to the list of places, read by whoever makes the PlaceList."""

CHECKED = "-diperiksa"
"""How the names of annotated copies end. In a folder they stand beside what they were made of, and are not read."""

MADE_UP, TRUTH = "synth.json", "truth"
"""In a folder of made-up lists: the paper that says so, and the folder of what is true of them, which is no list."""

_PAYMENTS, _PARTICIPANTS = "payments", "participants"
"""Tables that months side by side tell something of: who paid, and until when."""

_MOST_UNKNOWN = 50
"""Of so many headers that mean nothing to us a profile can say what they mean."""

_TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".parquet", ".xlsx", ".xlsm", ".xls", ".ods"})
_NO_DATA_SUFFIXES = frozenset({".md", ".txt", ".json", ".yaml", ".yml", ".html"})
_NO_DATA_NAMES = frozenset({"readme", "license", "licence", "makefile"})

Progress = Callable[[str, float], None]
"""Called with what is read, "daftar.xlsx › Pekerja", and the share of it that is done."""


def read(
    paths: Sequence[Path],
    *,
    today: dt.date,
    places: PlaceList,
    tables: Mapping[str, Table] = TABLES,
    progress: Progress | None = None,
    place: str = "",
    titles: Mapping[str, str] | None = None,
    profiles: Sequence[Profile] = (),
    grids: list[Grid] | None = None,
) -> Dataset:
    """The tables in these workbooks, CSV and Parquet files and folders of them.

    Args:
        today: dates of observation after it are errors.
        places: what place codes and names mean.
        tables: those that may be among them. Of a single one every sheet with its headers is taken, whatever its name.
        progress: called again and again with the sheet that is read and how much of it is done.
        place: code of the place that lists of people are about; residents of others are said.
        titles: what headers mean in every list: name of the column by header, "" for those not to be read.
        profiles: what headers mean in the lists of their senders, each in lists that bear all of its headers.
        grids: gets the sheets as they were read, for who needs their cells again: opening a long list takes five times their memory.

    Nothing about the data raises: what cannot be read is a problem, and the rest is read.
    """
    told = progress or (lambda name, share: None)
    reading = _Reading(today, places, tables, told, place, titles or {}, profiles, grids)
    with _without_collecting():
        for path in paths:
            reading.add(Path(path))
        return reading.dataset()


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Pauses the search for cyclic garbage: reading makes millions of cells and no cycles, and it took a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def places_files(paths: Sequence[Path]) -> list[Path]:
    """The users' additions to the list of places, each once: in the folders to be read, and beside the files."""
    folders = (path if path.is_dir() else path.parent for path in map(Path, paths))
    return [path for path in dict.fromkeys(folder / PLACES_FILE for folder in folders) if path.is_file()]


@dataclass
class _Reading:
    """What has been read so far."""

    today: dt.date
    places: PlaceList
    tables: Mapping[str, Table]
    progress: Progress
    place: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    profiles: Sequence[Profile] = ()
    grids: list[Grid] | None = None
    problems: list[Problem] = field(default_factory=list)
    files: list[FileSeen] = field(default_factory=list)
    taken: dict[str, list[Taken]] = field(default_factory=dict)
    folders: dict[str, Path] = field(default_factory=dict)

    def add(self, path: Path) -> None:
        if not path.is_dir():
            self._add_file(path)
            return
        found = [file for file in _files_of(path) if self._add_from_folder(file)]
        if not found:
            self._say(path.name, faults.EMPTY_FOLDER)

    def _add_from_folder(self, path: Path) -> bool:
        """Whether a file of a folder is one of ours; what is not is said."""
        is_table = path.is_file() and path.suffix.lower() in _TABLE_SUFFIXES
        if is_table:
            return self._add_file(path, in_folder=True)
        self._say(path.name, faults.unknown_file(header.nearest_tables(path.stem, self.tables)))
        return False

    def _add_file(self, path: Path, *, in_folder: bool = False) -> bool:
        """Reads a file; False when it is a file of a folder that holds none of our tables."""
        try:
            content = content_of(path)
        except RefusedError as refused:
            self._say(path.name, refused.fault, refused.value)
            return True
        sha256 = hashlib.sha256(content.data).hexdigest()
        for seen in self.files:
            if seen.sha256 == sha256 and self._same_table(seen.name, path.name):
                self._say(path.name, faults.SAME_FILE, seen.name)
                return True
        return self._add_content(path, content, sha256, in_folder)

    def _same_table(self, one: str, other: str) -> bool:
        """Whether two files of equal bytes mean one table: contributions.csv and claims.csv do not.

        Where a name tells no table the headers do, and they are equal.
        """
        found = (header.table_named(Path(name).stem, self.tables) for name in (one, other))
        return len({table.name for table in found if table}) < 2

    def _add_content(self, path: Path, content: Content, sha256: str, in_folder: bool) -> bool:
        same = sum(seen.name == path.name or seen.name.startswith(f"{path.name} (") for seen in self.files)
        name = f"{path.name} ({same + 1})" if same else path.name
        if same:
            self._say(name, faults.SAME_NAME)
        self.folders[name] = path.parent
        file = _File(self, name, path.stem)
        try:
            file.read(content)
        except RefusedError as refused:
            self._say(path.name, refused.fault, refused.value)
        else:
            if not file.has_tables and in_folder and content.kind in ("text", "parquet"):
                self._say(path.name, faults.unknown_file(header.nearest_tables(path.stem, self.tables)))
                return False
            if not file.has_tables:
                self._say(path.name, faults.NO_TABLE)
        self.files.append(FileSeen(name, sha256, {}, file.titles))
        return True

    def _say(self, file: str, fault: Fault, value: str | None = None) -> None:
        self.problems.append(Problem(file, None, None, None, None, shown_cell(value) if value else None, fault))

    # ---- together

    def dataset(self) -> Dataset:
        frames: dict[str, pl.DataFrame] = {}
        read: dict[str, int] = {}
        for name in self.tables:
            if name in self.taken:
                sheets = self.taken[name]
                read[name] = sum(sheet.read for sheet in sheets)
                frames[name], said = together(self.tables[name], sheets)
                self.problems += said
        frames |= self._with_places(frames)
        self.problems += said_lists_apart(frames, self.places)
        if _PAYMENTS in frames:
            self.problems += said_paid_in_two_lists(frames[_PAYMENTS])
        set_aside = {name: read[name] - frames[name].height for name in frames}
        files = tuple(replace(seen, rows=_rows_from(seen.name, frames)) for seen in self.files)
        pictures = self._pictures(frames.get(pictures_beside.TABLE))
        return Dataset(frames, tuple(self.problems), read, set_aside, files, pictures=pictures)

    def _pictures(self, frame: pl.DataFrame | None) -> Mapping[tuple[str, str], bytes]:
        """The letterheads' pictures; a picture in a folder that a letterhead names is no unknown file."""
        sheets = [sheet for sheet in self.taken.get(pictures_beside.TABLE, ()) if sheet.frame.height]
        columns = {
            (sheet.frame[FILE][0], sheet.frame[SHEET][0]): sheet.columns[pictures_beside.COLUMN]
            for sheet in sheets
            if pictures_beside.COLUMN in sheet.columns
        }
        pictures = pictures_beside.pictures_of(frame, self.folders, columns)
        known = [p for p in self.problems if p.file in pictures.files and p.fault.cause == "unknown_file"]
        self.problems = [p for p in self.problems if p not in known] + list(pictures.problems)
        return pictures.found

    def _with_places(self, frames: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
        """Lists of people with codes for names that mean something beside the other tables; what stays a name is said."""
        people = {name: frame for name, frame in frames.items() if self.tables[name].of_people and "village" in frame}
        about = self.place.removeprefix(NATION) or place_of_all(frames, self.tables, self.places)
        about = about or self.places.regency_added
        found = {name: with_places(frame, self.places, about) for name, frame in people.items()}
        for name, frame in found.items():
            titles = {
                (sheet.frame[FILE][0], sheet.frame[SHEET][0]): {c: title for c, (_, title) in sheet.columns.items()}
                for sheet in self.taken[name]
                if sheet.frame.height
            }
            self.problems += said_unplaced(frame, titles, self.places, about or commonest_place(frame))
        return found


def _rows_from(file: str, frames: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    """How many rows of each table came from a file."""
    counts = {name: int((frame[FILE] == file).sum()) for name, frame in frames.items()}
    return {name: count for name, count in counts.items() if count}


class _File:
    """One file while it is read."""

    def __init__(self, reading: _Reading, name: str, stem: str) -> None:
        self.reading, self.name, self.stem = reading, name, stem
        self.has_tables = self.has_rows = False
        self.titles: dict[str, str] = {}
        self.other_matters: list[tuple[Grid, Table, Header | None]] = []

    def read(self, content: Content) -> None:
        self.reading.progress(self.name, 0.0)
        if content.kind == "text":
            self._table(self._kept(grid_of_csv(content.data, self.name, self.stem)))
        elif content.kind == "parquet":
            most = MOST_PEOPLE if any(table.of_people for table in self.reading.tables.values()) else MOST_ROWS
            self._table(self._kept(grid_of_parquet(content.data, self.name, self.stem, most_rows=most)))
        else:
            for grid in grids_of(content, self.name, self.reading.progress):
                self._sheet(grid if isinstance(grid, str) else self._kept(grid))
        for other, table, found in self.other_matters:
            if self.has_rows:
                self._say(other.sheet, faults.SHEET_SET_ASIDE, other.name)
            else:
                self._rows(other, table, found)

    def _kept(self, grid: Grid) -> Grid:
        if self.reading.grids is not None:
            self.reading.grids.append(grid)
        return grid

    def _sheet(self, grid: Grid | str) -> None:
        if isinstance(grid, str):
            if not header.is_own_sheet(grid):
                self._say(grid, faults.HIDDEN_SHEET)
        elif short_form_sheet.is_short_form(grid):
            self.has_tables = True
            for name, taken in short_form_sheet.rows_of_form(
                grid, today=self.reading.today, places=self.reading.places
            ).items():
                self._keep(name, taken)
        elif not header.is_own_sheet(grid.name) and any(not is_blank(c) for column in grid.columns for c in column):
            self._table(grid)

    def _table(self, grid: Grid) -> None:
        tables = self.reading.tables
        if any(table.of_people for table in tables.values()):
            grid = reshaped(grid)
        table, said = self._table_of(grid) if len(tables) > 1 else (next(iter(tables.values())), None)
        wide = months_wide(grid, self.stem) if {_PAYMENTS, _PARTICIPANTS} & set(tables) else None
        if wide and len(tables) > 1 and self._is_called_participants(grid) and says_who(grid, wide):
            table, said = tables[_PARTICIPANTS], None
        if wide and self._are_payments(grid, wide, table, is_named=said is None):
            self._payments(grid, wide, is_named=table is not None and table.name == _PAYMENTS)
        elif table is None and grid.sheet is not None:
            self._say(grid.sheet, faults.unknown_sheet(header.nearest_tables(grid.name, tables)))
        elif table is not None:
            if wide and table.name == _PARTICIPANTS:
                grid, problems = with_last_month(grid, wide)
                self.reading.problems += problems
            self._one_table(grid, table, said)

    def _one_table(self, grid: Grid, table: Table, said: Fault | None) -> None:
        self.has_tables = True
        if said:
            self._say(grid.sheet, said, grid.name)
        found = header.header_of(grid, table, self._titles(grid, table))
        if len(self.reading.tables) == 1 and header.is_another_matter(grid, table, found):
            self.other_matters.append((grid, table, found))
        else:
            self._rows(grid, table, found)

    def _is_called_participants(self, grid: Grid) -> bool:
        """Whether the sheet, or where that says nothing the file, is called by the name of participants."""
        tables = self.reading.tables
        bearers = header.tables_named(grid.name, tables) or header.tables_named(self.stem, tables)
        return any(table.name == _PARTICIPANTS for table in bearers)

    def _are_payments(self, grid: Grid, wide: Wide, table: Table | None, *, is_named: bool) -> bool:
        """Whether months side by side are payments of people: not where the sheet's name says that it is another table."""
        if table is None or (table.of_people and table.name != _PAYMENTS and not is_named):
            may_be = speaks_of_contributions(grid, wide, self.stem)
        else:
            may_be = table.name == _PAYMENTS
        return _PAYMENTS in self.reading.tables and may_be and says_who(grid, wide)

    def _payments(self, grid: Grid, wide: Wide, *, is_named: bool) -> None:
        self.has_tables = self.has_rows = True
        reading, table = self.reading, self.reading.tables[_PAYMENTS]
        if not is_named:
            self._say(grid.sheet, faults.recognised_by_headers(table.title), grid.name)
        for taken in payments_of(
            grid,
            wide,
            today=reading.today,
            places=reading.places,
            place=reading.place,
            titles=self._titles(grid, table),
            progress=self._progress_of(grid),
        ):
            self._keep(_PAYMENTS, taken)

    def _titles(self, grid: Grid, table: Table) -> Mapping[str, str]:
        """What headers mean here: by the profile of its sender, and beside it what they mean in every list."""
        return {**self.reading.titles, **titles_of_sender(grid, table, self.reading.profiles)}

    def _rows(self, grid: Grid, table: Table, found: Header | None) -> None:
        if found is None:
            self._say(grid.sheet, faults.NO_HEADER)
            return
        self.has_rows = True
        if table.of_people:
            self.titles |= dict.fromkeys(found.unknown[:_MOST_UNKNOWN], "")
        reading = self.reading
        if table.of_people and found.row + 1 == grid.height:
            self._say(grid.sheet, faults.NO_ROWS)
        self._keep(
            table.name,
            rows_of(
                grid,
                found,
                table,
                today=reading.today,
                places=reading.places,
                place=reading.place,
                progress=self._progress_of(grid),
            ),
        )

    def _progress_of(self, grid: Grid) -> Callable[[float], None]:
        """Tells how much of a sheet is done once its cells are there, which takes about half the time."""
        return lambda share: self.reading.progress(said_name(grid.file, grid.sheet), 0.5 + share / 2)

    def _table_of(self, grid: Grid) -> tuple[Table | None, Fault | None]:
        """The table of a sheet, and what is to be said when its name alone does not tell."""
        tables = self.reading.tables
        bearers = header.tables_named(grid.name, tables)
        if len(bearers) > 1:
            # "Peserta" may be counts of members or a list of participants: the headers tell.
            fuller = header.table_by_headers(grid, {table.name: table for table in bearers})
            bearers = [fuller] if fuller else bearers
        named = bearers[0] if bearers else None
        if named and (header.header_of(grid, named) or not header.table_by_headers(grid, tables)):
            return named, None
        of_file = header.table_named(self.stem, tables)
        if not named and of_file and grid.sheet is not None and header.header_of(grid, of_file):
            return of_file, None
        near = header.table_nearly_named(grid.name, tables)
        found = near if near and header.header_of(grid, near) else header.table_by_headers(grid, tables)
        return (found, faults.recognised_by_headers(found.title)) if found else (None, None)

    def _keep(self, table: str, taken: Taken) -> None:
        self.reading.taken.setdefault(table, []).append(taken)
        self.reading.problems += taken.problems
        if self.reading.tables[table].of_people:
            self.titles |= {title: name for name, (_, title) in taken.columns.items() if title}

    def _say(self, sheet: str | None, fault: Fault, value: str | None = None) -> None:
        shown = shown_cell(value) if value else None
        self.reading.problems.append(Problem(self.name, sheet, None, None, None, shown, fault))


def _files_of(folder: Path) -> list[Path]:
    """What lies in a folder, by name, without hidden files, papers about the data, places.csv, annotated copies and known truth."""
    is_made_up = (folder / MADE_UP).is_file()
    return [
        path
        for path in sorted(folder.iterdir())
        if not path.name.startswith((".", "~$"))
        and path.suffix.lower() not in _NO_DATA_SUFFIXES
        and path.stem.lower() not in _NO_DATA_NAMES
        and path.name != PLACES_FILE
        and not path.stem.endswith(CHECKED)
        and not (is_made_up and path.name == TRUTH)
    ]
