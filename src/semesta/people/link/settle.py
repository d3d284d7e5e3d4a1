"""Who is who: one participant for each worker, rows of one person together, nothing that contradicts itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from semesta.people.link.belief import Chances

_SAME = 0.5
_SURE = 0.9999


@dataclass(frozen=True)
class Settled:
    """matches: worker, entity, probability, stage (nik|model), one row per matched worker. persons: worker, person."""

    matches: pl.DataFrame
    persons: pl.DataFrame


def settled(
    *,
    workers: int,
    exact: pl.DataFrame,
    best: pl.DataFrame,
    own: pl.DataFrame,
    same_rows: pl.DataFrame,
    threshold: float,
    chances: Chances,
    persons_settled: int,
) -> Settled:
    """One participant for each worker and for all rows of a person.

    Args:
        workers: how many rows there are; they are numbered from 0.
        exact: worker, entity, probability: what the NIK settled.
        best: l, entity, settled, weight, probability: the likeliest of each worker that is left.
        own: l, r, probability: pairs of rows of workers that may be one person.
        same_rows: row, first: rows of workers that are plainly one person.
        persons_settled: how many persons the first stage settled.
    """
    likely = own.filter(pl.col("probability") >= _SAME)
    accepted = _uncontested(
        best.filter(pl.col("probability") >= threshold), likely, threshold, chances, persons_settled
    )
    given = pl.concat(
        [
            exact.select("worker", "entity", "probability", stage=pl.lit("nik")),
            accepted.select(pl.col("l").alias("worker"), "entity", "probability", stage=pl.lit("model")),
        ]
    )
    persons = _persons(workers, given, likely, same_rows)
    return Settled(_shared(given, persons), persons)


def _uncontested(
    accepted: pl.DataFrame, likely: pl.DataFrame, threshold: float, chances: Chances, persons_settled: int
) -> pl.DataFrame:
    """Without workers that want a participant whom another one fits better, unless both are thought to be one person."""
    nobody = chances.nobody
    odds = pl.lit(2.0).pow(pl.col("weight")) * (chances.settled / max(persons_settled, 1) / nobody)
    ranked = accepted.sort("probability", "weight", "l", descending=[True, True, False]).with_columns(
        nth=pl.int_range(pl.len()).over("entity"), first=pl.col("l").first().over("entity")
    )
    both = pl.concat([likely.select("l", "r"), likely.select(l="r", r="l")])
    ranked = ranked.join(both.with_columns(is_same=True), left_on=["l", "first"], right_on=["l", "r"], how="left")
    stays = pl.col("settled") | (pl.col("nth") == 0) | pl.col("is_same") | (odds / (1 + odds) >= threshold)
    return ranked.filter(stays.fill_null(False)).drop("nth", "first", "is_same")


def _persons(workers: int, given: pl.DataFrame, likely: pl.DataFrame, same_rows: pl.DataFrame) -> pl.DataFrame:
    """The person of each worker row: the first of its rows."""
    of_entity = given.select("worker", first=pl.col("worker").min().over("entity")).filter(
        pl.col("worker") != pl.col("first")
    )
    entity = given.select("worker", "entity")
    between = (
        likely.join(entity, left_on="l", right_on="worker", how="left")
        .join(entity.rename({"entity": "other"}), left_on="r", right_on="worker", how="left")
        # Two rows with two participants are two people, however alike: brothers born on one day.
        .filter((pl.col("entity") == pl.col("other")).fill_null(True))
    )
    edges = [
        *same_rows.select("row", "first").iter_rows(),
        *of_entity.iter_rows(),
        *between.select("l", "r").iter_rows(),
    ]
    first = first_of_each(edges)
    person = pl.DataFrame(
        {"worker": list(first), "first": list(first.values())}, {"worker": pl.Int64, "first": pl.Int64}
    )
    rows = pl.DataFrame({"worker": pl.int_range(workers, eager=True)})
    together = rows.join(person, on="worker", how="left", maintain_order="left")
    return together.select("worker", person=pl.coalesce("first", "worker"))


def first_of_each(edges: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The least member of the group of each number that edges name."""
    above: dict[int, int] = {}

    def top(number: int) -> int:
        while (higher := above.setdefault(number, number)) != number:
            above[number] = above[higher]
            number = higher
        return number

    for one, other in edges:
        first, second = sorted((top(one), top(other)))
        above[second] = first
    return {number: top(number) for number in above}


def _shared(given: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """One participant for all rows of a person: that of the NIK first, then the likeliest."""
    known = given.join(persons, on="worker")
    best = (
        known.sort(pl.col("stage") != "nik", "probability", "worker", descending=[False, True, False])
        .unique("person", keep="first", maintain_order=True)
        .select("person", "entity", best="probability")
    )
    rows = persons.join(best, on="person").join(given, on=["worker", "entity"], how="left")
    return rows.select(
        "worker",
        "entity",
        pl.coalesce("probability", "best").clip(0.0, _SURE).alias("probability"),
        pl.coalesce("stage", pl.lit("model")).alias("stage"),
    ).sort("worker")
