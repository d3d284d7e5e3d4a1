"""Who is covered by a sum: those first in order whom it pays for, floors of groups and districts before the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Floor:
    """At least so many of a group or a district, as far as there are so many."""

    column: str
    """ "group" or "district"."""
    code: str
    persons: int


@dataclass(frozen=True)
class Chosen:
    """Everyone in order with `chosen` and `by` ("floor", "order", "optimum", "rest", "ceiling"); money in whole rupiah."""

    table: pl.DataFrame
    budget: int
    spent: int
    unmet: tuple[tuple[Floor, int], ...]
    """Floors that people or money did not reach, with how many it came to."""

    @property
    def persons(self) -> int:
        return int(self.table["chosen"].sum())

    @property
    def left(self) -> int:
        return self.budget - self.spent


def by_order(ordered: pl.DataFrame, budget: int, floors: Sequence[Floor] = ()) -> Chosen:
    """Down the order as far as the money goes: first whom floors ask for, then everyone.

    Whom what is left does not pay for is passed over; a cheaper one behind may still be covered. The sum is never exceeded.
    """
    floored = _floored(ordered, floors)
    ranked = floored.sort([~pl.col("floored"), pl.col("place")])
    taken = taken_of(ranked["price"].to_list(), budget)
    by = pl.when(pl.col("chosen")).then(pl.when(pl.col("floored")).then(pl.lit("floor")).otherwise(pl.lit("order")))
    table = (
        ranked.with_columns(chosen=pl.Series(taken, dtype=pl.Boolean))
        .with_columns(by=by.otherwise(pl.lit("ceiling")))
        .drop("floored")
        .sort("place")
    )
    return chosen_of(table, budget, floors)


def chosen_of(table: pl.DataFrame, budget: int, floors: Sequence[Floor]) -> Chosen:
    """A table with `chosen` as a choice, floors that were not met named."""
    spent = int(table.filter(pl.col("chosen"))["price"].sum())
    reached = [(f, table.filter(pl.col("chosen") & is_of(f)).height) for f in floors]
    return Chosen(table, budget, spent, tuple((f, n) for f, n in reached if n < f.persons))


def is_of(floor: Floor) -> pl.Expr:
    """Codes below a floor's code belong to it."""
    column = pl.col(floor.column)
    return ((column == floor.code) | column.str.starts_with(f"{floor.code}.")).fill_null(False)


def _floored(ordered: pl.DataFrame, floors: Sequence[Floor]) -> pl.DataFrame:
    """Marks those first in order of each floor."""
    marks = [(is_of(f) & (is_of(f).cum_sum() <= f.persons)) for f in floors]
    return ordered.with_columns(floored=pl.any_horizontal(marks) if marks else pl.lit(False))


def taken_of(prices: Sequence[int], budget: int) -> list[bool]:
    """Whom the sum pays for, one after the other; who is too dear for what is left is passed over."""
    left, taken = budget, []
    for price in prices:
        taken.append(price <= left)
        left -= price if taken[-1] else 0
    return taken


def fairness(chosen: Chosen, column: str) -> pl.DataFrame:
    """By what stands in a column, "" where it is not known: `candidates`, `chosen`, and their `share`, the least first."""
    return (
        chosen.table.group_by(pl.col(column).fill_null("").alias(column))
        .agg(candidates=pl.len(), chosen=pl.col("chosen").sum())
        .with_columns(share=pl.col("chosen") / pl.col("candidates"))
        .sort("share", column)
    )
