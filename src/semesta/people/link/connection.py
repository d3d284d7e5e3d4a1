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

MEMORY, MEMORY_OF_A_ROW = 1500, 0.0004
"""MB: beyond this the database writes to disk; what Polars and Splink hold comes on top.

Where the rows themselves do not fit, every rule would read them back from disk: of millions of rows there is more for each.
"""


@contextmanager
def connected(rows: int = 0) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory, for so many rows, that spills into a folder of its own; both are gone on leaving."""
    import duckdb

    # Splink warns of what we check and say ourselves.
    logging.getLogger("splink").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="semesta-") as folder, duckdb.connect() as con:
        con.execute(f"set memory_limit = '{max(MEMORY, MEMORY_OF_A_ROW * rows):.0f}MB'")
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
