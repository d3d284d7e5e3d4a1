"""The database of one linking: in memory, within a limit, gone afterwards."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    import duckdb

MEMORY = "1500MB"
"""Beyond this the database writes to disk; what Polars and Splink hold comes on top."""


@contextmanager
def connected() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that spills into a folder of its own; both are gone on leaving."""
    import duckdb

    # Splink warns of what we check and say ourselves.
    logging.getLogger("splink").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="semesta-") as folder, duckdb.connect() as con:
        con.execute(f"set memory_limit = '{MEMORY}'")
        con.execute("set temp_directory = $folder", {"folder": folder})
        yield con


def frame_of(con: duckdb.DuckDBPyConnection, query: str) -> pl.DataFrame:
    """What a query gives, as a frame."""
    frame = pl.from_arrow(con.sql(query).to_arrow_table())
    assert isinstance(frame, pl.DataFrame)
    return frame


def number_of(con: duckdb.DuckDBPyConnection, table: str) -> int:
    """How many rows a table has."""
    # fetchone would leave the connection busy for Splink.
    return int(con.execute(f"select count(*) from {table}").fetchall()[0][0])
