"""DuckDB: joins and counts of many millions of rows on one machine, in bounded memory."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from semesta.engines.engine import Place, absent, files_of, is_csv


def opened(places: Sequence[Place]) -> Any:
    try:
        import duckdb
    except ImportError:
        raise absent("duckdb") from None
    if all(is_csv(place) for place in places):
        return duckdb.read_csv([str(place) for place in places])
    return duckdb.read_parquet([files_of(place) for place in places])


def write(table: Any, place: Place) -> None:
    table.write_parquet(str(place))


def failures() -> tuple[type[Exception], ...]:
    if not find_spec("duckdb"):
        return ()
    import duckdb

    return (duckdb.Error,)
