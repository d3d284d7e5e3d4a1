"""What people wrote in their own words: no rule can read it, so that it leaves an office only when somebody has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import polars as pl

from semesta.basics.words import Words
from semesta.monev.measured import Measured
from semesta.tables.table import ROW

FREE = {
    "meeting": ("opened_by", "purpose"),
    "commitments": ("text", "evidence"),
    "obstacles": ("text",),
    "regulations": ("subjects",),
    "inpres_actions": ("action", "measure", "target", "achieved", "evidence", "obstacle", "follow_up"),
    "statements": ("text",),
}
"""By table its columns of free text; names of offices and posts, numbers of documents and sources are none."""
LEFT_OUT = Words("(uraian tidak disertakan pengirim)", "(text left out by its sender)")


def texts(measured: Measured) -> Iterator[tuple[str, int, str]]:
    """Table, row in its file and text of everything that was freely written in a round."""
    for name, columns in FREE.items():
        frame = measured.dataset.frames.get(name)
        for row in () if frame is None else frame.iter_rows(named=True):
            yield from ((name, row[ROW], row[column]) for column in columns if row.get(column))


def without_free_text(measured: Measured) -> Measured:
    """The round with the same rows, days, states and figures, and none of what was freely written."""
    frames = {
        name: frame.with_columns(
            pl.when(pl.col(column).is_not_null()).then(pl.lit(LEFT_OUT.id)).alias(column)
            for column in FREE.get(name, ())
            if column in frame.columns
        )
        for name, frame in measured.dataset.frames.items()
    }
    return replace(measured, dataset=replace(measured.dataset, frames=frames))
