"""A measured round as files that never change: its tables as Parquet, its figures and findings as JSON, named by their hash.

Rows of single families alone are taken out again, with the list they came from: see `forgotten`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl
from pydantic import TypeAdapter

from semesta.basics.places import PLACES, PlaceList
from semesta.basics.problem import Problem
from semesta.monev.measured import Measured
from semesta.monev.needs import Need
from semesta.monev.value import Finding, Value
from semesta.rounds.forgotten import FORGOTTEN, HEAD, TABLE_FILES, hashes_of, tables_of
from semesta.tables.dataset import Dataset, FileSeen
from semesta.tables.origin import Origin

PICTURES = "pictures"


@dataclass(frozen=True)
class Head:
    """Everything of a measured round but its tables."""

    place: str
    as_of: dt.date
    values: tuple[Value, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    read: dict[str, int]
    set_aside: dict[str, int]
    files: tuple[FileSeen, ...]
    origin: Origin | None = None
    tables: tuple[str, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()
    """The letterheads' pictures by file and name, in the order in which they stand in their folder."""
    needs: tuple[Need, ...] = ()
    """Of a snapshot from before they were kept: none, until the round is measured again."""


@cache
def _head() -> TypeAdapter[Head]:
    return TypeAdapter(Head)


def keep(measured: Measured, folder: Path) -> str:
    """Writes the round into a folder of its own inside `folder` and returns its name, the SHA-256 of what is in it.

    Written aside and renamed: a snapshot is there whole or not at all. The same round twice is the same snapshot.

    Raises:
        OSError: `folder` cannot be written.
    """
    data = measured.dataset
    head = Head(
        measured.place,
        measured.as_of,
        measured.values,
        measured.findings,
        data.problems,
        dict(data.read),
        dict(data.set_aside),
        data.files,
        data.origin,
        tuple(sorted(data.frames)),
        tuple(sorted(data.pictures)),
        measured.needs,
    )
    aside = Path(tempfile.mkdtemp(prefix=".snapshot-", dir=folder))
    try:
        (aside / TABLE_FILES).mkdir()
        for name, frame in data.frames.items():
            frame.write_parquet(aside / TABLE_FILES / f"{name}.parquet")
        (aside / PICTURES).mkdir()
        for number, name in enumerate(head.pictures):
            (aside / PICTURES / str(number)).write_bytes(data.pictures[name])
        (aside / HEAD).write_bytes(_head().dump_json(head))
        name = _hash(aside)
        if hashes_of(folder / name):  # the lists were given again
            shutil.rmtree(folder / name)
        if not (folder / name).is_dir():
            os.replace(aside, folder / name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return name


def kept(folder: Path, name: str, places: PlaceList = PLACES) -> Measured:
    """The round of a snapshot, as it was measured then; `deleted` in its dataset says what was taken out since.

    Raises:
        OSError: there is no such snapshot.
        ValueError: it is not what its name says, or was written by a version whose words differ.
    """
    here = folder / name
    head = _head().validate_json((here / HEAD).read_bytes())
    frames = {table: pl.read_parquet(here / TABLE_FILES / f"{table}.parquet") for table in head.tables}
    pictures = {name: (here / PICTURES / str(number)).read_bytes() for number, name in enumerate(head.pictures)}
    rest = (head.problems, head.read, head.set_aside, head.files, head.origin, pictures, tables_of(here))
    data = Dataset(frames, *rest)
    return Measured(head.place, head.as_of, head.values, head.findings, data, places, head.needs)


def is_whole(folder: Path, name: str) -> bool:
    """Whether a snapshot is what its name says.

    Raises:
        OSError: it cannot be read.
    """
    return (folder / name / HEAD).is_file() and _hash(folder / name) == name


def _hash(folder: Path) -> str:
    """One hash over the names and bytes of all files; those from which rows were taken count as they first were."""
    whole, changed = hashlib.sha256(), hashes_of(folder)
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != FORGOTTEN):
        name, own = path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes())
        known = changed.get(name, ())
        whole.update(name.encode())
        whole.update(bytes.fromhex(known[0]) if own.hexdigest() in known else own.digest())
    return whole.hexdigest()
