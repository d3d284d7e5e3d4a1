"""Parquet files as grids: the column names are the header row."""

from __future__ import annotations

from io import BytesIO

import polars as pl

from semesta.files import faults
from semesta.files.faults import RefusedError
from semesta.files.grid import Grid
from semesta.files.limits import MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from semesta.files.packed import Packed
from semesta.tables.types import Cell


def grid_of_parquet(data: bytes, file: str, name: str) -> Grid:
    """The columns of a Parquet file.

    Raises:
        RefusedError: damaged, too large, or with columns of lists and the like.
    """
    with faults.damaged_where(pl.exceptions.PolarsError, OSError, ValueError, RuntimeError):
        frame = _within_limits(data)
        columns = [_column(frame[header]) for header in frame.columns]
    return Grid(file, None, name, columns)


def _within_limits(data: bytes) -> pl.DataFrame:
    schema = pl.read_parquet_schema(BytesIO(data))
    if len(schema) > MOST_COLUMNS:
        raise RefusedError(faults.TOO_WIDE, str(len(schema)))
    rows = pl.scan_parquet(BytesIO(data)).select(pl.len()).collect().item()
    if rows > MOST_ROWS:
        raise RefusedError(faults.TOO_LONG, str(rows))
    if rows * len(schema) > MOST_CELLS:
        raise RefusedError(faults.TOO_LARGE, f"{rows} × {len(schema)}")
    flat = [name for name, dtype in schema.items() if not dtype.is_nested() and dtype != pl.Binary]
    frame = pl.read_parquet(BytesIO(data), columns=flat)
    if frame.estimated_size() > MOST_BYTES * 2:
        raise RefusedError(faults.BOMB, f"{frame.estimated_size() / 1e6:.0f} MB")
    return frame


def _column(series: pl.Series) -> Packed:
    """The header and the cells below it; texts stay as the engine keeps them."""
    column = Packed([series.name])
    if series.dtype in (pl.Categorical, pl.Enum, pl.String):
        column.append_series(series.cast(pl.String))
    else:
        column.append(_cells(series))
    return column


def _cells(series: pl.Series) -> list[Cell]:
    """Plain values: decimals as numbers, what is missing as None."""
    if series.dtype.is_decimal():
        series = series.cast(pl.Int64) if series.dtype.scale == 0 else series.cast(pl.Float64)  # type: ignore[attr-defined]
    elif series.dtype.is_float():
        series = series.cast(pl.Float64).fill_nan(None)
    cells: list[Cell] = series.to_list()
    return cells
