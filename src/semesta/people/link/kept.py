"""The folder of a linking: pairs, persons, reasons, model and summary, written whole or not at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from semesta.basics.os_errors import not_written
from semesta.basics.words import Words
from semesta.people.link.faults import LinkError
from semesta.people.link.linking import Linked

PAIRS, PERSONS, REASONS, MODEL, SUMMARY = (
    "pasangan.parquet",
    "orang.parquet",
    "alasan.parquet",
    "model.json",
    "ringkasan.json",
)
ASIDE = ".sebagian"


def keep(linked: Linked, folder: Path, *, seconds: float, more: Mapping[str, Path] | None = None) -> None:
    """Writes a linking into a folder; what an interrupted run left there is cleared away first.

    Args:
        seconds: how long it took; the one figure that differs from run to run.
        more: further files to be put there, by name.

    Raises:
        LinkError: it cannot be written there.
    """
    aside = folder / ASIDE
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        _write(linked, aside, seconds)
        for name, path in (more or {}).items():
            shutil.copyfile(path, aside / name)
        # The summary comes last: where it stands, all it tells of stands too.
        (folder / SUMMARY).unlink(missing_ok=True)
        for path in sorted(aside.iterdir(), key=lambda path: (path.name == SUMMARY, path.name)):
            path.replace(folder / path.name)
    except OSError as error:
        raise LinkError(not_written(folder, error)) from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write(linked: Linked, folder: Path, seconds: float) -> None:
    linked.pairs.sort("worker_id").write_parquet(folder / PAIRS)
    linked.clusters.sort("worker_id").write_parquet(folder / PERSONS)
    linked.reasons.write_parquet(folder / REASONS)
    (folder / MODEL).write_text(linked.model.saved(), encoding="utf-8", newline="\n")
    summary = json.dumps(linked.summary | {"seconds": round(seconds, 2)}, ensure_ascii=False, indent=2) + "\n"
    (folder / SUMMARY).write_text(summary, encoding="utf-8", newline="\n")


def summary_in(folder: Path) -> dict[str, Any]:
    """The summary of a folder.

    Raises:
        LinkError: no linking stands there.
    """
    try:
        summary = json.loads((folder / SUMMARY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        summary = None
    if not isinstance(summary, dict):
        raise LinkError(
            Words(f"{folder}: bukan folder hasil semesta link", f"{folder}: not a folder that semesta link has written")
        )
    return summary


def table_in(folder: Path, name: str, **where: str) -> pl.DataFrame:
    """The rows of a table of the folder where columns have these values.

    Raises:
        LinkError: no such table, or a damaged one.
    """
    try:
        return (
            pl.scan_parquet(folder / name)
            .filter(*(pl.col(column) == value for column, value in where.items()))
            .collect()
        )
    except (OSError, pl.exceptions.PolarsError):
        raise LinkError(
            Words(f"{folder / name}: tidak ada atau rusak", f"{folder / name}: missing or damaged")
        ) from None
