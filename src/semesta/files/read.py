"""Files and folders in, the tables of a round out, with everything that was wrong on the way."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from semesta.basics.place_names import NATION
from semesta.basics.places import PlaceList
from semesta.basics.problem import Fault, Problem
from semesta.files import faults, which_table
from semesta.files import pictures as pictures_beside
from semesta.files.faults import RefusedError
from semesta.files.grid import Grid, shown_cell
from semesta.files.limits import Content, content_of
from semesta.files.lists_apart import said_lists_apart
from semesta.files.one_file import PAYMENTS, HowToRead, OneFile, Progress
from semesta.files.paid_in_two_lists import said_paid_in_two_lists
from semesta.files.person_values import commonest_place, place_of_all, with_places
from semesta.files.profile import Profile
from semesta.files.rows import Taken
from semesta.files.together import together
from semesta.files.unplaced import said_unplaced
from semesta.tables.dataset import Dataset, FileSeen
from semesta.tables.registry import TABLES
from semesta.tables.table import FILE, SHEET, Table

PLACES_FILE = "places.csv"
"""In a folder of tables: the user's additions to the list of places, read by whoever makes the PlaceList."""

CHECKED = "-diperiksa"
"""How the names of annotated copies end. In a folder they stand beside what they were made of, and are not read."""

MADE_UP, TRUTH = "synth.json", "truth"
"""In a folder of made-up lists: the paper that says so, and the folder of what is true of them, which is no list."""

TABLE_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".parquet")
"""How names of files end that are read as tables."""
_NO_DATA_SUFFIXES = frozenset({".md", ".txt", ".json", ".yaml", ".yml", ".html"})
_NO_DATA_NAMES = frozenset({"readme", "license", "licence", "makefile"})


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
    reading = _Reading(HowToRead(today, places, tables, told, place, titles or {}, profiles, grids))
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

    how: HowToRead
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
        is_table = path.is_file() and path.suffix.lower() in TABLE_SUFFIXES
        if is_table:
            return self._add_file(path, in_folder=True)
        self._say(path.name, faults.unknown_file(which_table.nearest_tables(path.stem, self.how.tables)))
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
        found = (which_table.table_named(Path(name).stem, self.how.tables) for name in (one, other))
        return len({table.name for table in found if table}) < 2

    def _add_content(self, path: Path, content: Content, sha256: str, in_folder: bool) -> bool:
        same = sum(seen.name == path.name or seen.name.startswith(f"{path.name} (") for seen in self.files)
        name = f"{path.name} ({same + 1})" if same else path.name
        if same:
            self._say(name, faults.SAME_NAME)
        self.folders[name] = path.parent
        file = OneFile(self.how, name, path.stem)
        try:
            file.read(content)
        except RefusedError as refused:
            self._keep(file)
            self._say(path.name, refused.fault, refused.value)
        else:
            self._keep(file)
            if not file.has_tables and in_folder and content.kind in ("text", "parquet"):
                self._say(path.name, faults.unknown_file(which_table.nearest_tables(path.stem, self.how.tables)))
                return False
            if not file.has_tables:
                self._say(path.name, faults.NO_TABLE)
        self.files.append(FileSeen(name, sha256, {}, file.titles))
        return True

    def _keep(self, file: OneFile) -> None:
        self.problems += file.problems
        for table, taken in file.taken.items():
            self.taken.setdefault(table, []).extend(taken)

    def _say(self, file: str, fault: Fault, value: str | None = None) -> None:
        self.problems.append(Problem(file, None, None, None, None, shown_cell(value) if value else None, fault))

    # ---- together

    def dataset(self) -> Dataset:
        frames: dict[str, pl.DataFrame] = {}
        read: dict[str, int] = {}
        for name in self.how.tables:
            if name in self.taken:
                sheets = self.taken[name]
                read[name] = sum(sheet.read for sheet in sheets)
                frames[name], said = together(self.how.tables[name], sheets)
                self.problems += said
        frames |= self._with_places(frames)
        self.problems += said_lists_apart(frames, self.how.places)
        if PAYMENTS in frames:
            self.problems += said_paid_in_two_lists(frames[PAYMENTS])
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
        people = {
            name: frame for name, frame in frames.items() if self.how.tables[name].of_people and "village" in frame
        }
        about = self.how.place.removeprefix(NATION) or place_of_all(frames, self.how.tables, self.how.places)
        about = about or self.how.places.regency_added
        found = {name: with_places(frame, self.how.places, about) for name, frame in people.items()}
        for name, frame in found.items():
            titles = {
                (sheet.frame[FILE][0], sheet.frame[SHEET][0]): {c: title for c, (_, title) in sheet.columns.items()}
                for sheet in self.taken[name]
                if sheet.frame.height
            }
            self.problems += said_unplaced(frame, titles, self.how.places, about or commonest_place(frame))
        return found


def _rows_from(file: str, frames: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    """How many rows of each table came from a file."""
    counts = {name: int((frame[FILE] == file).sum()) for name, frame in frames.items()}
    return {name: count for name, count in counts.items() if count}


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
