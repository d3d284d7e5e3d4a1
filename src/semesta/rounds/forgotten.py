"""What goes from a snapshot when a list it was counted from is deleted: rows of single families. Figures stay, and so does its name.

A changed file keeps the hash it had: the snapshot is still known to be whole, and everybody can see that something was taken out.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import polars as pl

from semesta.tables.registry import TABLES
from semesta.tables.table import FILE, ROW

HEAD, TABLE_FILES, FORGOTTEN = "measured.json", "tables", "forgotten.json"
"""What a snapshot is told by, its tables, and by file the hash it had, then those it has had since."""
COUNTED_FROM = ("households", "workers")
"""Lists from which rows of families are counted: their cards, and who on them earns."""


def forget(here: Path, sha256: str) -> bool:
    """Takes the rows of families that came from a file out of a snapshot's folder; whether there were any.

    Args:
        sha256: of the bytes of the file that is deleted.

    Raises:
        OSError: the snapshot cannot be read or written.
    """
    changed = dict(_changed(here, sha256))
    if not changed:
        return False
    hashes = hashes_of(here)
    for path, content in changed.items():
        known = hashes.get(path, ()) or (_sha256((here / path).read_bytes()),)
        hashes[path] = (*known, _sha256(content))
    # Which hashes are right is said first: a snapshot is whole before, between and after.
    _put(here / FORGOTTEN, json.dumps(hashes).encode())
    for path, content in changed.items():
        _put(here / path, content)
    return True


def hashes_of(here: Path) -> dict[str, tuple[str, ...]]:
    """By file from which rows were taken its first hash, then the later ones; empty where nothing was."""
    try:
        told: Mapping[str, list[str]] = json.loads((here / FORGOTTEN).read_bytes())
    except FileNotFoundError:
        return {}
    return {path: tuple(hashes) for path, hashes in told.items()}


def tables_of(here: Path) -> frozenset[str]:
    """The tables of a snapshot from which rows were taken."""
    return frozenset(Path(path).stem for path in hashes_of(here))


def _changed(here: Path, sha256: str) -> Iterator[tuple[str, bytes]]:
    """Each file of families without the rows that came from a file of the round, where it has any."""
    paths = [here / TABLE_FILES / f"{name}.parquet" for name, table in TABLES.items() if table.of_households]
    there = [path for path in paths if path.is_file()]
    seen = [one for one in json.loads((here / HEAD).read_bytes())["files"] if one["sha256"] == sha256] if there else []
    names = [one["name"] for one in seen]
    is_counted_from = any(one["rows"].get(table) for one in seen for table in COUNTED_FROM)
    for path in there:
        rows = pl.read_parquet(path)
        # Rows that were counted stand in no row of a file.
        came = pl.when(pl.col(ROW).is_null()).then(is_counted_from).otherwise(pl.col(FILE).cast(pl.String).is_in(names))
        kept = rows.filter(~came)
        if kept.height < rows.height:
            written = BytesIO()
            kept.write_parquet(written)
            yield path.relative_to(here).as_posix(), written.getvalue()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _put(path: Path, content: bytes) -> None:
    """Written aside, then renamed: it is there whole or as it was."""
    aside = path.with_suffix(".part")
    aside.write_bytes(content)
    os.replace(aside, path)
