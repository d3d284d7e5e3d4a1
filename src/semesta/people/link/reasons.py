"""Why two rows are, or are not, one person: the level and weight of each comparison, kept without any identity."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import polars as pl

from semesta.people.link.comparisons import COLUMNS, Comparison
from semesta.people.link.connection import frame_of
from semesta.people.link.model import Model
from semesta.people.link.settle import Settled
from semesta.people.link.train import case_of

if TYPE_CHECKING:
    import duckdb

MOST = 3
"""So many participants are kept for each worker row that the first stage did not settle."""


KEPT = ("worker", "entity", "probability", "accepted", "weight")

Levels = Callable[[Sequence[Comparison], pl.DataFrame], pl.DataFrame]
"""Adds to pairs with the columns KEPT the level of each comparison, null where unknown."""


def reasons(
    levels_of: Levels,
    comparisons: Sequence[Comparison],
    model: Model,
    found: Settled,
    shared: pl.DataFrame,
    ids: pl.Series,
    others: pl.Series,
) -> pl.DataFrame:
    """worker_id, participant_id, probability, accepted, and per comparison `<name>` (level, null where unknown) and `<name>_bits`."""
    chosen = found.matches.select("worker", "entity", "probability", accepted=True)
    likeliest = (
        shared.sort("l", "probability", "entity", descending=[False, True, False])
        .filter(pl.int_range(pl.len()).over("l") < MOST)
        .select(worker="l", entity="entity", probability="probability", weight="weight")
        .join(chosen.select("worker", "entity"), on=["worker", "entity"], how="anti")
    )
    weights = shared.select(worker="l", entity="entity", weight="weight")
    kept = pl.concat(
        [chosen.join(weights, on=["worker", "entity"], how="left"), likeliest.with_columns(accepted=False)],
        how="diagonal",
    )
    levels = levels_of(comparisons, kept)
    told = levels.with_columns(
        worker_id=ids.gather(levels["worker"]), participant_id=others.gather(levels["entity"])
    ).with_columns(_bits(each, model) for each in comparisons if each.name in model.numbers)
    columns = [name for each in comparisons for name in (each.name, f"{each.name}_bits") if name in told.columns]
    return _with_frequency(told, comparisons).select(
        "worker_id", "participant_id", pl.col("probability").round(6), "accepted", *columns
    ).sort("worker_id", "probability", "participant_id", descending=[False, True, False])  # fmt: skip


def levels_in(con: duckdb.DuckDBPyConnection, comparisons: Sequence[Comparison], kept: pl.DataFrame) -> pl.DataFrame:
    """`Levels` by the tables `workers` and `participants` of a connection."""
    con.register("kept", kept.to_arrow())
    rows = "kept join workers l on l.row = kept.worker join participants r on r.row = kept.entity"
    made = frame_of(con, levels_query(comparisons, rows))
    con.unregister("kept")
    return made


def levels_query(comparisons: Sequence[Comparison], rows: str) -> str:
    """SQL for the level of each comparison of rows with `l` and `r` and KEPT."""
    sides = ", ".join(f"{side}.{column} as {column}_{side}" for column in COLUMNS for side in "lr")
    levels = [f"{case_of(each)} as {each.name}" for each in comparisons]
    return f"select {', '.join([*KEPT, *levels])} from (select {', '.join(KEPT)}, {sides} from {rows})"


def _bits(comparison: Comparison, model: Model) -> pl.Expr:
    numbers = model.numbers[comparison.name]
    bits = {level: math.log2(m / u) for level, (m, u) in numbers.items()}
    return (
        pl.col(comparison.name)
        .replace_strict(bits, default=0.0, return_dtype=pl.Float64)
        .round(2)
        .alias(f"{comparison.name}_bits")
    )


def _with_frequency(told: pl.DataFrame, comparisons: Sequence[Comparison]) -> pl.DataFrame:
    """A rare name tells more: what a weight has beyond the sum of its parts is the name's."""
    bits = [f"{each.name}_bits" for each in comparisons if f"{each.name}_bits" in told.columns]
    for each in comparisons:
        if each.frequency and f"{each.name}_bits" in bits:
            # The nought stands for itself where names are all that is compared.
            rest = pl.sum_horizontal(pl.lit(0.0), *(name for name in bits if name != f"{each.name}_bits"))
            own = pl.when((pl.col(each.name) == "same") & pl.col("weight").is_not_null()).then(
                (pl.col("weight") - rest).round(2)
            )
            told = told.with_columns(own.otherwise(pl.col(f"{each.name}_bits")).alias(f"{each.name}_bits"))
    return told
