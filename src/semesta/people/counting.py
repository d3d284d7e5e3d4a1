"""Each person once, in any sum of codes: what is heavy runs on any engine, what comes home is small.

Nearly everybody stands in one row. Those are counted by their codes alone. Who stands in several rows keeps the key, so that any
sum of codes can tell distinct people. A distinct count for each sum would read everything again and again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import polars as pl

from semesta.engines.engine import home

ROWS = "rows"


def repeated(table: Any, key: str) -> Any:
    """The keys that stand in more than one row of a narwhals frame; a missing key is nobody's."""
    known = table.filter(~nw.col(key).is_null()).group_by(key).agg(nw.len().alias(ROWS))
    return known.filter(nw.col(ROWS) > 1).select(key)


def flagged(table: Any, keys: Any, key: str, flag: str) -> Any:
    """The table with a yes/no column: whether the key of the row is among these, each of which stands there once."""
    marked = keys.with_columns(nw.lit(True).alias(flag))
    return table.join(marked, on=key, how="left").with_columns(nw.col(flag).fill_null(False))


def counted(table: Any, key: str, flag: str, codes: Sequence[str], amounts: Sequence[str] = ()) -> pl.DataFrame:
    """How many rows have each combination of codes, and the sum of each amount; one row per key where the flag is set.

    Args:
        table: a narwhals frame with `key`, the yes/no column `flag`, `codes` and `amounts`.

    Returns: `key` (null for those counted by codes alone), codes, `rows` (Int64), amounts (Int64).
    """
    kept = table.with_columns(nw.when(nw.col(flag)).then(nw.col(key)).alias(key))
    # Sums are HUGEINT on DuckDB, which nobody else has, and Spark refuses to go beyond 64 bits: cast at once.
    sums = [nw.col(amount).sum().cast(nw.Int64).alias(amount) for amount in amounts]
    found = kept.group_by(key, *codes).agg(nw.len().cast(nw.Int64).alias(ROWS), *sums)
    return home(found)
