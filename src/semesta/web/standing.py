"""Records beside the files of a round: written to files that the one reader reads, and standing for the rows they came from."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import polars as pl

from semesta.basics.problem import Fault, Problem
from semesta.basics.words import Words
from semesta.files.read import read
from semesta.monev.vocabulary import with_indicators
from semesta.rounds.run import read_round
from semesta.tables.dataset import Dataset
from semesta.tables.table import FILE, ROW, SHEET
from semesta.web.access import in_subtrees
from semesta.web.actions.copying import numbered, standing_for
from semesta.web.actions.uploads import stored
from semesta.web.kept import KEPT, OWN_FILES, Kept
from semesta.web.models import Record, Revision, Round
from semesta.web.places import office_places

STANDS = Fault(
    "record_stands",
    Words("baris yang sama dengan catatan Tindak lanjut", "a row like the record under Follow-up"),
    Words(
        "Yang dipakai ialah catatannya. Bila isi berkas yang benar, ubah catatannya atau salin lagi putaran ini di Tindak lanjut.",
        "The record is used. If the file is right, change the record or copy this round again under Follow-up.",
    ),
    "warning",
    Words("isi berkas berbeda dari catatan Tindak lanjut", "file differs from the record under Follow-up"),
)


def records_of(round: Round) -> list[Record]:
    """The records that belong beside the round's files: those of its place when it is the latest round of it.

    Earlier rounds stay as their files have them. Records copied from examples enter examples only.
    """
    if not _is_latest(round):
        return []
    records = Record.objects.filter(in_subtrees([round.place]), ended_at=None, table__in=KEPT)
    return list((records if round.is_example else records.filter(is_example=False)).order_by("table", "id"))


def changed_since(round: Round, since: dt.datetime) -> int:
    """How many records that belong beside the round's files, or did, people changed since then."""
    if not _is_latest(round):
        return 0
    revisions = Revision.objects.filter(in_subtrees([round.place], "record__place"), at__gt=since)
    revisions = revisions if round.is_example else revisions.filter(record__is_example=False)
    return revisions.exclude(action="copy_round").values("record").distinct().count()


def _is_latest(round: Round) -> bool:
    same = Round.objects.filter(place=round.place)
    latest = max(same, key=lambda one: (one.as_of is None, one.as_of or dt.date.min, one.pk), default=round)
    return latest.pk == round.pk


def tables_in_files(round: Round, *, today: dt.date) -> Dataset:
    """The tables of a round as its files have them, without lists of people and before records stand for their rows."""
    with tempfile.TemporaryDirectory(prefix="semesta-") as folder:
        paths = []
        for number, upload in enumerate(round.uploads.filter(removed_at=None, purged_at=None, holds_people=False)):
            place = Path(folder) / str(number) / upload.name
            place.parent.mkdir()
            shutil.copyfile(stored(upload.sha256), place)
            paths.append(place)
        return read_round(paths, today=today, places=office_places())


def with_records(dataset: Dataset, records: Iterable[Record], folder: Path, *, today: dt.date) -> Dataset:
    """The dataset with these records, without the rows of files for which a record stands.

    Args:
        folder: where the records are written to be read.
    """
    by_table: dict[str, list[Record]] = {}
    for record in records:
        by_table.setdefault(record.table, []).append(record)
    for name, rows in by_table.items():
        dataset = _beside(_without_standing(dataset, KEPT[name]), read_records(rows, folder, today=today), name)
    return dataset


def read_records(records: Iterable[Record], folder: Path, *, today: dt.date) -> Dataset:
    """Records of one table as the reader reads them."""
    rows = list(records)
    table = KEPT[rows[0].table].table
    path = folder / f"{OWN_FILES}{table.title.id}.csv"
    names = [column.name for column in table.columns]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows({name: row.data.get(name, "") for name in names} for row in rows)
    return with_indicators(read([path], today=today, places=office_places(), tables={table.name: table}))


def _without_standing(dataset: Dataset, kept: Kept) -> Dataset:
    """The dataset without rows of files for which a record stands, also one taken out; where they differ it is said."""
    frame = dataset.frame(kept.name)
    if frame is None:
        return dataset
    standing = standing_for(kept)
    gone, problems = [], []
    for row in numbered(kept, frame):
        held = standing.get(row.key, [])
        if row.nth < len(held):
            gone.append(row.position)
            if held[row.nth].ended_at is None and held[row.nth].data != row.cells:
                problems.append(_differs(frame.row(row.position, named=True)))
    kept_rows = frame.with_row_index("_nth").filter(~pl.col("_nth").is_in(gone)).drop("_nth")
    return replace(dataset, frames={**dataset.frames, kept.name: kept_rows}, problems=(*dataset.problems, *problems))


def _differs(row: dict[str, object]) -> Problem:
    number = row[ROW]
    return Problem(
        str(row[FILE]), str(row[SHEET]) or None, number if isinstance(number, int) else None, None, None, None, STANDS
    )


def _beside(dataset: Dataset, records: Dataset, table: str) -> Dataset:
    """The rows of files, then those of records."""
    there, more = dataset.frames.get(table), records.frames[table]
    frames = {**dataset.frames, table: more if there is None else pl.concat([there, more], how="diagonal")}
    return replace(
        dataset,
        frames=frames,
        problems=(*dataset.problems, *records.problems),
        read={**dataset.read, table: dataset.read.get(table, 0) + records.read[table]},
        set_aside={**dataset.set_aside, table: dataset.set_aside.get(table, 0) + records.set_aside[table]},
        files=(*dataset.files, *records.files),
    )
