"""Of the rows that were counted from lists of people, those that some figure asks for.

Lists give every combination of codes. Figures ask for one code beside the place, and for groups by who pays; the rest is for readers of
the tables, and would only slow down every look at the nation.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

TOGETHER = ("group", "funding")
"""Codes that are asked for together: whom a payer pays for."""


def asked_of_lists(frame: pl.DataFrame, splits: Sequence[str], counted: pl.Expr) -> pl.DataFrame:
    """The frame without counted rows that are split by several codes at once; of each place there are rows split by one.

    Args:
        frame: rows with `place` and the codes of `splits`, null where empty.
        counted: which rows were counted from lists, not given.
    """
    # A list of one group says it in every row; only groups within that one are a split.
    groups = pl.col("group").filter(counted)
    widest = pl.when(groups.is_null().any()).then(None).otherwise(groups.min_by(groups.str.len_chars()))
    is_split = {code: pl.col(code).is_not_null() for code in splits}
    is_split["group"] &= (pl.col("group") != pl.col("_widest")).fill_null(True)
    number = pl.sum_horizontal(is_split.values())
    pair = pl.all_horizontal([is_split[code] for code in TOGETHER]) if set(TOGETHER) <= set(splits) else pl.lit(False)
    asked = (number <= 1) | (pair & (number == len(TOGETHER)))
    return frame.with_columns(widest.over("place").alias("_widest")).filter(~counted | asked).drop("_widest")
