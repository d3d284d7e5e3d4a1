"""What a computed table of many cases comes to: rows, and those without law, doubtful or unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from semesta.engines.engine import EngineError, Name, opened, written
from semesta.engines.engine import engine as of_name

if TYPE_CHECKING:
    import polars as pl

__all__ = ["Counts", "EngineError", "counts", "failures", "opened", "read_back", "written"]


@dataclass(frozen=True)
class Counts:
    """Of one rule, in rows: no law on the day; resting on what was not verified; not known because an input is missing."""

    no_law: int
    unverified: int
    missing: int


def failures(engine: Name) -> tuple[type[Exception], ...]:
    """What the engine raises over files that it cannot read and values that it cannot hold."""
    return of_name(engine).failures()


def counts(path: Path, rules: Sequence[str]) -> tuple[int, int, Mapping[str, Counts]]:
    """Of what was written: its rows, those of them without law for any of the rules, and the counts by rule."""
    import polars as pl

    rows = read_back(path)
    lawless = pl.any_horizontal(*[pl.col(f"{rule}__no_law") for rule in rules])
    found = rows.select(
        pl.len().alias("rows"),
        lawless.sum().alias("lawless"),
        *[pl.col(f"{rule}__no_law").sum() for rule in rules],
        *[pl.col(f"{rule}__unverified").sum() for rule in rules],
        *[(pl.col(rule).is_null() & ~pl.col(f"{rule}__no_law")).sum().alias(rule) for rule in rules],
    )
    row = found.collect(engine="streaming").row(0, named=True)
    by_rule = {rule: Counts(row[f"{rule}__no_law"], row[f"{rule}__unverified"], row[rule]) for rule in rules}
    return row["rows"], row["lawless"], by_rule


def read_back(path: Path) -> pl.LazyFrame:
    """What was written, whichever engine wrote it."""
    import polars as pl

    return pl.scan_parquet(path / "*.parquet" if path.is_dir() else path)
