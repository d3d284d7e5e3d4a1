"""The frame of a table: its columns, their order and their dtypes, the same whatever its rows came from."""

from __future__ import annotations

import polars as pl

from semesta.tables.table import FILE, ROW, SHEET, Table, step_column


def schema_of(table: Table) -> dict[str, pl.DataType]:
    """The declared columns, each with its steps behind it where it keeps them, then the place of the row."""
    schema: dict[str, pl.DataType] = {}
    for column in table.columns:
        schema[column.name] = getattr(pl, column.type.polars)()
        if column.type.keeps_step:
            schema[step_column(column.name)] = pl.Float64()
    return schema | {FILE: pl.Categorical(), SHEET: pl.Categorical(), ROW: pl.Int64()}
