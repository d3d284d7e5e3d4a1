"""Polars: the engine of every run on one machine unless another is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl

from semesta.engines.engine import Place, files_of, is_csv

ROWS_FOR_TYPES = 10_000
"""Types of CSV are guessed from many rows: a wage that is missing in the first hundred is still a number."""


def opened(places: Sequence[Place]) -> pl.LazyFrame:
    if all(is_csv(place) for place in places):
        return pl.scan_csv([str(place) for place in places], try_parse_dates=True, infer_schema_length=ROWS_FOR_TYPES)
    return pl.scan_parquet([files_of(place) for place in places])


def write(table: Any, place: Place) -> None:
    table.lazy().sink_parquet(place)


def failures() -> tuple[type[Exception], ...]:
    return (pl.exceptions.PolarsError,)
