"""The second stage: candidates of the rows that a NIK did not settle, and the weight of each pair as Splink reckons it.

Splink trains the model; the weights are reckoned here, in SQL that a cluster runs too: on long lists Splink's own prediction, which
puts wide rows of all candidates into tables, took three times as long and spilt them to disk.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from semesta.people.link.comparisons import COLUMNS, LEAST_FREQUENCY, Comparison, told_apart
from semesta.people.link.connection import number_of
from semesta.people.link.model import Model

if TYPE_CHECKING:
    import duckdb

LEAST_WEIGHT = 8
"""Pairs of less weight than this are never one person: the prior of a list of a thousand is worth more."""

AT_ONCE = 2_000_000
"""Candidates are weighed about so many at a time: the rows of these are in memory, the others are passed by."""


def score(
    con: duckdb.DuckDBPyConnection,
    comparisons: Sequence[Comparison],
    model: Model,
    rules: Sequence[str],
    *,
    right: str,
    made: str,
) -> None:
    """Makes the table `made` (l, r, weight): pairs under the rules that agree in enough, weight in bits without prior.

    Args:
        right: the list in which those like the `left_workers` are looked for, participants or workers.
    """
    con.execute(f"create or replace temp table {made} (l int, r int, weight double)")
    if not told_apart(comparisons):
        return
    _find_candidates(con, rules, right)
    sides = ", ".join(f"{side}.{column} as {column}_{side}" for column in COLUMNS for side in "lr")
    for first, end in _parts(con):
        rows = (
            f"select c.l, c.r, {sides}, tf_phs as tf_l from candidates c join workers l on l.row = c.l "
            f"join {right} r on r.row = c.r left join name_frequencies f on f.phs = l.phs where c.l >= {first} and c.l < {end}"
        )
        con.execute(f"insert into {made} {weights_query(comparisons, model, rows, 'l, r')}")
    con.execute("drop table candidates")


def _find_candidates(con: duckdb.DuckDBPyConnection, rules: Sequence[str], right: str) -> None:
    """Makes `candidates` (l, r), each pair once."""
    apart, once = "", ""
    if right == "workers":
        # Of two rows that are both left, one is held against the other once, and none against itself.
        apart, once = " and l.row <> r.row", "where l < r or r in (select worker from exact)"
    con.execute("create or replace temp table found (l int, r int)")
    for rule in rules:
        con.execute(f"insert into found select l.row, r.row from left_workers l join {right} r on {rule}{apart}")
    con.execute(f"create or replace temp table candidates as select distinct l, r from found {once}")
    con.execute("drop table found")


def _parts(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[int, int]]:
    """Spans of workers that have about so many candidates each as are weighed at once."""
    parts = math.ceil(number_of(con, "candidates") / AT_ONCE)
    if parts:
        step = math.ceil(number_of(con, "workers") / parts)
        yield from ((n * step, (n + 1) * step) for n in range(parts))


def weights_query(comparisons: Sequence[Comparison], model: Model, rows: str, kept: str) -> str:
    """SQL for these columns of pairs and their `weight`, without those that are never one person.

    Args:
        rows: SQL for pairs, with the columns of both as `_l` and `_r`, and `tf_l`, the share of the left row's name in both lists.
        kept: the columns of it that are kept, with commas.
    """
    weight = " + ".join(_bits(each, model) for each in comparisons)
    # Whether a pair is told apart takes five times as long as its weight: it is asked of those alone that weigh enough.
    enough = f"case when {weight} >= {LEAST_WEIGHT} then {told_apart(comparisons)} else false end"
    return f"select {kept}, {weight} as weight from ({rows}) where {enough}"


def _bits(comparison: Comparison, model: Model) -> str:
    """The weight of one comparison: nothing where unknown; a frequent value that is equal tells less than a rare one."""
    numbers = model.numbers[comparison.name]
    cases = []
    for level in comparison.levels:
        m, u = numbers[level.name]
        bits = f"{math.log2(m / u)!r}::double"
        if comparison.frequency and level.name == "same":
            bits = f"{math.log2(m)!r}::double - log2(greatest(tf_l, {LEAST_FREQUENCY!r}::double))"
        cases.append(f"else {bits}" if level.sql == "ELSE" else f"when {level.sql} then {bits}")
    return f"case when {comparison.unknown} then 0.0::double {' '.join(cases)} end"


def count_names(con: duckdb.DuckDBPyConnection) -> None:
    """Makes `name_frequencies`: the share of each name in both lists together, whichever stage a row is in."""
    con.execute("""
        create or replace temp table name_frequencies as
        select phs, count(*) / sum(count(*)) over () as tf_phs
        from (select phs from workers union all select phs from participants) where phs is not null group by 1""")
