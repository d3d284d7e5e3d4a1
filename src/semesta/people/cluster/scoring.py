"""Candidates of the rows that a NIK did not settle, and the weight of each pair, by a model that was saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]

from semesta.engines.engine import home
from semesta.people.cluster.batches import judged
from semesta.people.link.comparisons import COLUMNS, Comparison, told_apart
from semesta.people.link.model import Model
from semesta.people.link.score import weights_query

_Rule = tuple[list[str], list[str]]
_WEIGHED = pa.schema([("l", pa.int64()), ("side", pa.string()), ("r", pa.int64()), ("weight", pa.float64())])


def weights(
    tables: Mapping[str, Any], settled: Any, comparisons: Sequence[Comparison], model: Model, candidates: Sequence[str]
) -> pl.DataFrame:
    """l, side (the list of r: workers|participants), r, weight in bits: pairs of workers that are left with all rows of both lists.

    Args:
        tables: cleaned rows of `workers` and `participants` with their `row`. settled: `row` of workers that are not left.
        candidates: the rules under which rows are compared.
    """
    if not told_apart(comparisons):
        return pl.DataFrame(schema={"l": pl.Int64, "side": pl.String, "r": pl.Int64, "weight": pl.Float64})
    from pyspark.sql import DataFrame
    from pyspark.sql import functions as F  # noqa: N812

    rows = _with_frequencies(tables)
    left = rows["workers"].join(settled, "row", "left_anti")
    others = (
        ("workers", left, True),
        ("workers", rows["workers"].join(settled, "row", "left_semi"), False),
        ("participants", rows["participants"], False),
    )
    right = reduce(
        DataFrame.unionByName,
        (some.select("*", F.lit(side).alias("side"), F.lit(once).alias("once")) for side, some, once in others),
    )
    rules = list(_rules(candidates))
    pairs = (
        _keyed(left, rules, 0, "row as l")
        .join(_keyed(right, rules, 1, "side", "once", "row as r"), "key")
        # Of two rows that are both left, one is held against the other once, and none against itself.
        .filter("not once or l < r")
        .select("l", "side", "r")
    )
    wide = pairs.distinct().withColumnsRenamed({"l": "_l", "r": "_r"})
    wide = wide.join(left.selectExpr("row as _l", "struct(*) as l"), "_l")
    wide = wide.join(right.selectExpr("side", "row as _r", "struct(*) as r"), ["side", "_r"]).select("side", "l", "r")
    sides = ", ".join(f"{side}.{column} as {column}_{side}" for column in (*COLUMNS, "tf") for side in "lr")
    query = weights_query(comparisons, model, f"select l.row as l, side, r.row as r, {sides} from given", "l, side, r")
    return home(judged(wide, query, _WEIGHED))


def _with_frequencies(tables: Mapping[str, Any]) -> dict[str, Any]:
    """The tables with `tf`: the share of the row's name among all names of both lists."""
    from pyspark.sql import functions as F  # noqa: N812

    names = tables["workers"].select("phs").union(tables["participants"].select("phs")).filter("phs is not null")
    total = names.count()
    shares = names.groupBy("phs").agg((F.count("*") / F.lit(max(total, 1))).alias("tf")).persist()
    return {name: table.select("row", *COLUMNS).join(shares, "phs", "left") for name, table in tables.items()}


def _keyed(rows: Any, rules: Sequence[_Rule], side: int, *columns: str) -> Any:
    """The columns of each row with each `key` under which it is a candidate: one join finds what all rules find."""
    keys = [f"'{n}', {', '.join(rule[side])}" for n, rule in enumerate(rules)]
    # concat is null where anything is: an unknown part makes no key.
    parts = ["concat(" + key.replace(", ", ", '|', ") + ")" for key in keys]
    exploded = rows.selectExpr(*columns, f"explode(array({', '.join(parts)})) as key")
    return exploded.filter("key is not null")


def _rules(candidates: Sequence[str]) -> Iterator[_Rule]:
    """The columns of the left and the right row that each rule wants equal."""
    for rule in candidates:
        pairs = [term.strip().split(" = ") for term in rule.split(" and ")]
        yield [left.removeprefix("l.") for left, _ in pairs], [right.removeprefix("r.") for _, right in pairs]
