"""Parquet files as grids: the column names are the header row."""

from __future__ import annotations

from io import BytesIO

import polars as pl

from semesta.files import faults
from semesta.files.faults import RefusedError
from semesta.files.grid import Grid
from semesta.files.limits import MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from semesta.files.packed import Packed


def grid_of_parquet(data: bytes, file: str, name: str, *, most_rows: int = MOST_ROWS) -> Grid:
    """The columns of a Parquet file.

    Raises:
        RefusedError: damaged, too large, or with columns of lists and the like.
    """
    with faults.damaged_where(pl.exceptions.PolarsError, OSError, ValueError, RuntimeError):
        frame = _within_limits(data, most_rows)
        columns = [column_of(frame[header]) for header in frame.columns]
    return Grid(file, None, name, columns)


def _within_limits(data: bytes, most_rows: int) -> pl.DataFrame:
    schema = pl.read_parquet_schema(BytesIO(data))
    if len(schema) > MOST_COLUMNS:
        raise RefusedError(faults.TOO_WIDE, str(len(schema)))
    rows = pl.scan_parquet(BytesIO(data)).select(pl.len()).collect().item()
    if rows > most_rows:
        raise RefusedError(faults.TOO_LONG, str(rows))
    if rows * len(schema) > MOST_CELLS * (most_rows // MOST_ROWS):
        raise RefusedError(faults.TOO_LARGE, f"{rows} × {len(schema)}")
    flat = [name for name, dtype in schema.items() if not dtype.is_nested() and dtype != pl.Binary]
    frame = pl.read_parquet(BytesIO(data), columns=flat)
    if frame.estimated_size() > MOST_BYTES * 2 * (most_rows // MOST_ROWS):
        raise RefusedError(faults.BOMB, f"{frame.estimated_size() / 1e6:.0f} MB")
    return frame


def column_of(series: pl.Series) -> Packed:
    """The header and the cells below it as the engine keeps them: decimals as numbers, categories as text."""
    column = Packed([series.name])
    column.append_series(_plain(series))
    return column


def _plain(series: pl.Series) -> pl.Series:
    if series.dtype.is_decimal():
        return series.cast(pl.Int64) if series.dtype.scale == 0 else series.cast(pl.Float64)  # type: ignore[attr-defined]
    if series.dtype in (pl.Categorical, pl.Enum):
        return series.cast(pl.String)
    return series.cast(pl.Float64).fill_nan(None) if series.dtype.is_float() else series
