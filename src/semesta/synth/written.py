"""Tables written to a folder while they are made, so that no table is ever held whole."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

import polars as pl
import xlsxwriter

from semesta.synth.making import TRUTH, Wish

Format = Literal["parquet", "csv", "xlsx"]

NOTE = (
    "Data sintetis: tidak seorang pun di dalamnya nyata. Seri NIK-nya 3001 ke atas, yang tidak dipakai untuk orang nyata. "
    "(Synthetic data: nobody in it exists.)"
)
MANIFEST = "synth.json"
"""What was made, beside the tables: the wish, the rows of each table, and that nobody exists."""

_ROWS_OF_SHEET = 1_048_000
_ROW_GROUP = 250_000


def write(
    tables: Iterable[tuple[str, pl.DataFrame]],
    folder: Path,
    *,
    wish: Wish,
    form: Format = "parquet",
    rows_of_part: int = 500_000,
    progress: Callable[[str, int], None] = lambda table, rows: None,
) -> dict[str, int]:
    """The rows written of each table. The truth goes to the folder `truth` within, always as Parquet.

    A large table is written as several Parquet files (`workers-00001.parquet`), which readers of folders take together, a small
    one as `workers.parquet`. Nothing is in the folder before everything is written.

    Args:
        rows_of_part: a Parquet file ends with the chunk that brings it so many rows.
        progress: called with a table and its rows so far.

    Raises:
        FileExistsError: the folder exists and is not empty.
    """
    with _aside(folder) as aside:
        files: dict[str, _File] = {}
        for name, frame in tables:
            if name not in files:
                files[name] = _file(name, form, wish, rows_of_part)
                files[name].open(aside / "truth" if name in TRUTH else aside, name.removeprefix("truth_"))
            files[name].add(frame)
            progress(name, files[name].rows)
        for file in files.values():
            file.close()
        rows = {name: file.rows for name, file in files.items()}
        about = {"synthetic": True, "note": NOTE, **asdict(wish), "as_of": wish.as_of.isoformat(), "rows": rows}
        (aside / MANIFEST).write_text(json.dumps(about, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return rows


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A folder beside the wished one that takes its place at the end, or is gone if something went wrong."""
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(folder)
    aside = folder.with_name(f".{folder.name}.{os.getpid()}")
    aside.mkdir(parents=True)
    try:
        yield aside
        if folder.exists():
            folder.rmdir()
        aside.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


class _File:
    """One table on its way to disk."""

    def __init__(self, wish: Wish) -> None:
        self.wish, self.rows = wish, 0

    def open(self, folder: Path, name: str) -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self.name = folder, name

    def add(self, frame: pl.DataFrame) -> None:
        raise NotImplementedError

    def close(self) -> None:
        """Ends the file."""


class _Parquet(_File):
    """Files of at least so many rows, as chunks fill them; the last has what is left, a small table one file alone."""

    def __init__(self, wish: Wish, rows_of_part: int) -> None:
        super().__init__(wish)
        self.rows_of_part, self.parts = rows_of_part, 0
        self.waiting: list[pl.DataFrame] = []

    def add(self, frame: pl.DataFrame) -> None:
        self.rows += frame.height
        self.waiting.append(frame)
        if sum(part.height for part in self.waiting) >= self.rows_of_part:
            self._write()

    def close(self) -> None:
        if self.waiting and (self.parts == 0 or any(part.height for part in self.waiting)):
            self._write()
        if self.parts == 1:
            self._part(1).rename(self.folder / f"{self.name}.parquet")

    def _write(self) -> None:
        self.parts += 1
        metadata = {"synthetic": "true", "note": NOTE, "seed": str(self.wish.seed)}
        pl.concat(self.waiting).write_parquet(self._part(self.parts), metadata=metadata, row_group_size=_ROW_GROUP)
        self.waiting = []

    def _part(self, number: int) -> Path:
        return self.folder / f"{self.name}-{number:05}.parquet"


class _Csv(_File):
    def add(self, frame: pl.DataFrame) -> None:
        with (self.folder / f"{self.name}.csv").open("ab") as file:
            frame.write_csv(file, include_header=file.tell() == 0)
        self.rows += frame.height


class _Xlsx(_File):
    """A workbook written row by row; a second sheet follows where the first is full."""

    def open(self, folder: Path, name: str) -> None:
        super().open(folder, name)
        self.book = xlsxwriter.Workbook(
            folder / f"{name}.xlsx", {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
        )
        # The same bytes on each run: the file's own date is the day of the data.
        self.book.set_properties({"title": name, "comments": NOTE, "created": _noon(self.wish)})
        self.sheet: Any = None
        self.at = 0

    def add(self, frame: pl.DataFrame) -> None:
        for row in frame.iter_rows():
            if self.sheet is None or self.at > _ROWS_OF_SHEET:
                self.sheet, self.at = self.book.add_worksheet(), 1
                self.sheet.write_row(0, 0, frame.columns)
            self._row(row)
        self.rows += frame.height

    def _row(self, row: tuple[object, ...]) -> None:
        for column, value in enumerate(row):
            if isinstance(value, str):
                self.sheet.write_string(self.at, column, value)
            elif value is not None:
                self.sheet.write(self.at, column, value)
        self.at += 1

    def close(self) -> None:
        self.book.close()


def _noon(wish: Wish) -> dt.datetime:
    return dt.datetime(wish.as_of.year, wish.as_of.month, wish.as_of.day, 12)


def _file(name: str, form: Format, wish: Wish, rows_of_part: int) -> _File:
    """How a table is written: the truth is never anything but Parquet."""
    if form == "parquet" or name in TRUTH:
        return _Parquet(wish, rows_of_part)
    return _Csv(wish) if form == "csv" else _Xlsx(wish)
