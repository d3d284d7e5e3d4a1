"""How sure the share registered is: an interval from the probabilities themselves, not from counting heads as if each were certain.

The summary calls its keys coverage, which elsewhere is the share of the active.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from semesta.people.link.connection import frame_of
from semesta.people.link.settle import Settled

if TYPE_CHECKING:
    import duckdb

_Z = 1.96
_MOST_MISSED = 0.1
"""Rules that look at the same columns find the same pairs, so the estimate can be far too high: no more than this of those found."""
_LEAST = 0.001
"""No interval is narrower than a tenth of a point on each side: lists are never known better."""

_LACKING = 0.04
"""Without NIK or birth date what is left agrees by chance too often for its own probabilities to tell how often they are wrong."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """The persons thought to have a participant, and the interval of their share; None where there are no persons."""

    expected: float
    low: float | None
    high: float | None


def rules_found(rules: Sequence[str]) -> str:
    """SQL: by how many of the rules a pair of rows `l` and `r` is found."""
    return " + ".join(f"coalesce({rule}, false)::int" for rule in rules)


def missed(con: duckdb.DuckDBPyConnection, best: pl.DataFrame, rules: Sequence[str]) -> float:
    """How many workers have a participant whom no rule makes a candidate.

    From how many rules find each likely pair: where many are found by one rule alone, many are found by none (Chao's estimate).
    """
    likely = likely_pairs(best)
    if not likely.height:
        return 0.0
    con.register("likely", likely.to_arrow())
    found = frame_of(
        con,
        f"select {rules_found(rules)} as rules, count(*) as pairs from likely k join workers l on l.row = k.l join participants r on r.row = k.entity group by 1",
    )
    con.unregister("likely")
    return unseen(dict(found.iter_rows()), likely.height)


def likely_pairs(best: pl.DataFrame) -> pl.DataFrame:
    """l, entity of the pairs by which it is told how many the rules miss."""
    return best.filter((pl.col("probability") >= 0.5) & ~pl.col("settled")).select("l", "entity")


def unseen(by_rules: Mapping[int, int], likely: int) -> float:
    """Pairs that no rule finds, from how many of the likely ones are found by one rule, two rules and so on."""
    once, twice = by_rules.get(1, 0), by_rules.get(2, 0)
    return min(once * max(once - 1, 0) / (2 * (twice + 1)), _MOST_MISSED * likely)


def estimated(
    found: Settled, shared: pl.DataFrame, own: pl.DataFrame, *, missed: float, lacking: int = 0, untold: int = 0
) -> Estimate:
    """The interval of the share registered.

    Args:
        found: what was settled. shared: l, probability of all pairs that were weighed. own: pairs of worker rows, probability.
        missed: workers whose participant is no candidate. lacking: how many of NIK and birth date a list does not have.
        untold: rows with neither, each of which might be a match.
    """
    persons = found.persons["person"].n_unique()
    if not persons:
        return Estimate(0.0, None, None)
    of_worker = shared.group_by("l").agg(pl.col("probability").sum().clip(0.0, 1.0).alias("likely"))
    rows = (
        found.persons.join(found.matches.select("worker", "probability", "stage"), on="worker", how="left")
        .join(of_worker, left_on="worker", right_on="l", how="left")
        .group_by("person")
        .agg(
            pl.col("stage").is_not_null().any().alias("is_matched"),
            pl.col("probability").max().fill_null(0.0),
            pl.col("likely").max().fill_null(0.0),
        )
    )
    wrong = float(rows.filter("is_matched").select((1 - pl.col("probability")).sum()).item())
    right = float(rows.filter(~pl.col("is_matched"))["likely"].sum())
    spread = float(rows.select((pl.col("likely") * (1 - pl.col("likely"))).sum()).item())
    # Persons counted twice because two of their rows were not seen to be one.
    unseen = float(own.filter(pl.col("probability") < 0.5)["probability"].sum()) if own.height else 0.0
    matched = int(rows["is_matched"].sum())
    noise = _Z * math.sqrt(spread + 1)
    least = (_LEAST + lacking * _LACKING) * persons
    low = (matched - 2 * wrong - noise - least) / persons
    high = (matched + 2 * right + 2 * missed + untold + noise + least) / max(persons - unseen, 1)
    return Estimate(matched - wrong + right + missed, round(max(low, 0.0), 6), round(min(high, 1.0), 6))
