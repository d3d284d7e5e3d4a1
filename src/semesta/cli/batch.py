"""What a computed table of many cases comes to: rows, and those without law, doubtful, unknown, or with values nobody can use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

    from semesta.law.book import Book
    from semesta.law.inputs import Input


@dataclass(frozen=True)
class Counts:
    """Of one rule, in rows: no law on the day; resting on what was not verified; not known because an input is missing."""

    no_law: int
    unverified: int
    missing: int


@dataclass(frozen=True)
class Counted:
    """Of a whole table. `first_lawless` is the first row, from 1, on whose day something asked for was no law, and its day.

    `unusable` are the inputs with values that are not allowed: in how many rows, and the first such value.
    """

    rows: int
    lawless: int
    first_lawless: tuple[int, dt.date] | None
    by_rule: Mapping[str, Counts]
    unusable: Mapping[str, tuple[int, Any]]


def counted(path: Path, book: Book, rules: Sequence[str], *, date: str) -> Counted:
    """What was written comes to, in one reading of it."""
    import polars as pl

    rows = read_back(path)
    lawless = pl.any_horizontal(*[pl.col(f"{rule}__no_law") for rule in rules])
    columns = rows.collect_schema().names()
    checked = {n: _unusable(book.inputs[n]) for n in book.all_needs(rules) if n in book.inputs and n in columns}
    found = rows.select(
        pl.len().alias("rows"),
        lawless.sum().alias("lawless"),
        pl.when(lawless).then(pl.int_range(pl.len())).min().alias("first"),
        *[pl.col(f"{rule}__no_law").sum().alias(f"no_law {rule}") for rule in rules],
        *[pl.col(f"{rule}__unverified").sum().alias(f"unverified {rule}") for rule in rules],
        *[(pl.col(rule).is_null() & ~pl.col(f"{rule}__no_law")).sum().alias(f"missing {rule}") for rule in rules],
        *[wrong.sum().alias(f"unusable {name}") for name, wrong in checked.items()],
        *[pl.col(name).filter(wrong).first().alias(f"example {name}") for name, wrong in checked.items()],
    )
    row = found.collect(engine="streaming").row(0, named=True)
    first = row["first"]
    return Counted(
        row["rows"],
        row["lawless"],
        None if first is None else (first + 1, rows.slice(first, 1).select(date).collect().item()),
        {rule: Counts(*[row[f"{what} {rule}"] for what in ("no_law", "unverified", "missing")]) for rule in rules},
        {name: (row[f"unusable {name}"], row[f"example {name}"]) for name in checked if row[f"unusable {name}"]},
    )


def _unusable(declared: Input) -> pl.Expr:
    """Where a value is none of those that are allowed; an empty cell is only missing."""
    import polars as pl

    cell = pl.col(declared.name)
    if declared.values:
        return cell.is_not_null() & ~cell.is_in(list(declared.values))
    return (cell < 0).fill_null(False) if declared.kind == "whole" else pl.lit(False)


def read_back(path: Path) -> pl.LazyFrame:
    """What was written, whichever engine wrote it."""
    import polars as pl

    return pl.scan_parquet(path / "*.parquet" if path.is_dir() else path)
