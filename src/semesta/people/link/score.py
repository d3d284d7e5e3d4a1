"""The second stage: candidates of the rows that a NIK did not settle, and the weight of each pair, by Splink."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from semesta.people.link.comparisons import COLUMNS, Comparison, settings, told_apart
from semesta.people.link.connection import number_of
from semesta.people.link.model import Model

if TYPE_CHECKING:
    import duckdb

LEAST_WEIGHT = 8
"""Pairs of less weight than this are never one person: the prior of a list of a thousand is worth more."""


def score(
    con: duckdb.DuckDBPyConnection,
    comparisons: tuple[Comparison, ...],
    model: Model,
    rules: Sequence[str],
    left: str,
    *,
    right: str,
    made: str,
) -> None:
    """Makes the table `made` (l, r, weight): pairs under the rules that agree in enough, weight in bits without prior."""
    from splink import DuckDBAPI, Linker

    agree = told_apart(comparisons)
    if not agree or not number_of(con, left) or not number_of(con, right):
        con.execute(f"create or replace temp table {made} (l int, r int, weight double)")
        return
    api = DuckDBAPI(con)
    tables = [api.register(left, dataset_display_name="a"), api.register(right, dataset_display_name="b")]
    linker = Linker(tables, settings(comparisons, model.numbers, rules), log_level=None, validate_settings=False)
    linker.table_management.register_term_frequency_lookup(api.register("name_frequencies"), "phs")
    predicted = linker.inference.predict(threshold_match_weight=LEAST_WEIGHT)
    sides = ", ".join(f"{side}.{column} as {column}_{side}" for column in COLUMNS for side in "lr")
    con.execute(
        f"create or replace temp table {made} as select id_l as l, id_r as r, weight from ("
        f"select id_l, id_r, match_weight as weight, {sides} from {predicted.physical_name} "
        f"join {left} l on l.id = id_l join {right} r on r.id = id_r) where {agree}"
    )
    linker.table_management.delete_tables_created_by_splink_from_db()  # type: ignore[no-untyped-call]


def count_names(con: duckdb.DuckDBPyConnection) -> None:
    """Makes `name_frequencies`: the share of each name in both lists together, whichever stage a row is in."""
    con.execute("""
        create or replace temp table name_frequencies as
        select phs, count(*) / sum(count(*)) over () as tf_phs
        from (select phs from workers union all select phs from participants) where phs is not null group by 1""")
