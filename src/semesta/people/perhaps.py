"""Pairs too doubtful to be taken for one person and too likely to be passed over: a row to be compared by hand."""

from __future__ import annotations

import polars as pl

from semesta.people.people import People
from semesta.tables.table import FILE, ROW

PERHAPS = "perhaps"
LEAST = 0.05
"""Less likely than this nobody would look: of twenty such pairs one is right."""


def perhaps_member(people: People, workers: pl.DataFrame) -> pl.DataFrame:
    """The workers with `perhaps`: file and row of the member each might be, null where there is none."""
    return _with_other(people, workers, "id", "participant_id", "participants")


def perhaps_worker(people: People, memberships: pl.DataFrame) -> pl.DataFrame:
    """The memberships with `perhaps`: file and row of the worker each might be."""
    return _with_other(people, memberships, "participant_id", "id", "workers")


def _with_other(people: People, rows: pl.DataFrame, own: str, other: str, table: str) -> pl.DataFrame:
    if people.likely is None:
        return rows.with_columns(pl.lit(None, pl.String).alias(PERHAPS))
    likely = people.likely.filter(pl.col("probability") >= LEAST).sort("probability", other, descending=[True, False])
    where = people.frames[table].select(
        pl.col("id").alias("_other"), pl.format("{}: {}", pl.col(FILE).cast(pl.String), ROW).alias(PERHAPS)
    )
    first = likely.select(pl.col(own).alias("_own"), pl.col(other).alias("_other")).unique(
        "_own", keep="first", maintain_order=True
    )
    told = first.join(where, on="_other")
    return rows.join(told.select("_own", PERHAPS), left_on="id", right_on="_own", how="left", maintain_order="left")
