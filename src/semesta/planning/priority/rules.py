"""A list of rules, the first that tells two people apart deciding: the order in which a sum covers them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from semesta.basics.words import Words


@dataclass(frozen=True, slots=True)
class Rule:
    """A criterion; smaller values of `order` come first, and who is not known comes last."""

    name: str
    title: Words
    order: pl.Expr


RULES = {
    rule.name: rule
    for rule in (
        Rule(
            "lapsed",
            Words("pernah terlindungi dan berhenti", "was covered and lapsed"),
            (~pl.col("lapsed")).cast(pl.Int64),
        ),
        Rule("decile", Words("desil terendah", "lowest decile"), pl.col("decile")),
        Rule("dependants", Words("tanggungan terbanyak", "most dependants"), -pl.col("dependants")),
        Rule("oldest", Words("tertua", "oldest"), -pl.col("age")),
        Rule("youngest", Words("termuda", "youngest"), pl.col("age")),
    )
}
USUAL = ("lapsed", "decile", "dependants", "oldest")


def in_order(candidates: pl.DataFrame, rules: Sequence[str], risks: Sequence[str] = ()) -> pl.DataFrame:
    """The candidates, first to last, with `place` from 1.

    Args:
        rules: names of RULES, or "risk" for the groups of `risks`, which come first in that order.

    Raises:
        KeyError: another name.
    """
    keys = [_risk(risks) if name == "risk" else RULES[name].order for name in rules]
    named = [key.alias(f"key_{number}") for number, key in enumerate(keys)]
    ordered = candidates.with_columns(named).sort(
        [*(f"key_{number}" for number in range(len(keys))), "tie", "id"], nulls_last=True
    )
    return ordered.drop([f"key_{number}" for number in range(len(keys))]).with_row_index("place", 1)


def _risk(risks: Sequence[str]) -> pl.Expr:
    places = {code: number for number, code in enumerate(risks)}
    return pl.col("group").replace_strict(places, default=len(risks), return_dtype=pl.Int64)
