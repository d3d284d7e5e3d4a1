"""What a month of cover costs by law, for each membership."""

from __future__ import annotations

import datetime as dt

import polars as pl

from semesta.law.law import Law

RULES = {"JKK": "jkk_contribution", "JKM": "jkm_contribution", "JHT": "jht_contribution", "JP": "jp_contribution"}
USUAL = "JKK JKM"
"""What is paid for where a list does not say which programmes."""


def with_month_price(memberships: pl.DataFrame, day: dt.date, law: Law) -> pl.DataFrame:
    """The memberships with `month_price` in whole rupiah by the law of the day; null where the law asks what the list lacks.

    Args:
        memberships: segment, wage, funding, programmes.
    """
    keys = ["segment", "wage", "funding", "programmes"]
    kinds = memberships.select(keys).unique(maintain_order=True)
    without_wage = pl.col("segment") == "BPU"
    asked = kinds.with_columns(
        pl.lit(day).alias("day"),
        pl.when(without_wage).then("wage").alias("income_per_month"),
        pl.when(~without_wage).then("wage").alias("wage_per_month"),
        risk_class=pl.lit(None, pl.Int64),
    )
    held = pl.col("programmes").fill_null(USUAL).str.split(" ")
    parts = [pl.when(held.list.contains(code)).then(pl.col(rule)).otherwise(0) for code, rule in RULES.items()]
    whole = pl.all_horizontal(part.is_not_null() for part in parts)
    priced = law.columns(asked, list(RULES.values()), date="day").with_columns(
        month_price=pl.when(whole).then(pl.sum_horizontal(parts).cast(pl.Int64))
    )
    prices = priced.select(*keys, "month_price")
    return memberships.join(prices, on=keys, how="left", nulls_equal=True, maintain_order="left")
