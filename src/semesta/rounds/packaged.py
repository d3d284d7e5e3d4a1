"""Tables as a Data Package: one CSV each with typed columns, for bundles and for open data alike."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any

import polars as pl

from semesta.tables.registry import TABLES
from semesta.tables.table import FILE, ROW, SHEET, step_column

_TYPES = {"Int64": pl.Int64, "Float64": pl.Float64, "String": pl.String, "Date": pl.Date, "Boolean": pl.Boolean}
_SAID = {pl.Int64: "integer", pl.Float64: "number", pl.String: "string", pl.Date: "date", pl.Boolean: "boolean"}


def columns_of(table: str) -> dict[str, pl.DataType]:
    """The columns a table may have in a package, with their types; numbers bring the unit of their last digit along."""
    found: dict[str, Any] = {}
    for column in TABLES[table].columns:
        found[column.name] = _TYPES[column.type.polars]
        found[step_column(column.name)] = pl.Float64
    return found


def csv_of(frame: pl.DataFrame) -> bytes:
    """The rows of a table without where they came from and without columns that are empty throughout."""
    kept = [c for c in frame.columns if c not in (FILE, SHEET, ROW) and frame[c].null_count() < frame.height]
    return frame.select(kept).write_csv().encode()


def package_of(
    frames: Mapping[str, pl.DataFrame], data: Mapping[str, bytes], title: str, as_of: dt.date
) -> dict[str, Any]:
    """The descriptor: each table with its title, columns, size and hash (specs.frictionlessdata.io/data-package)."""
    return {
        "profile": "tabular-data-package",
        "name": "semesta",
        "title": title,
        "created": as_of.isoformat(),
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [_resource(name, frame, data[f"data/{name}.csv"]) for name, frame in frames.items()],
    }


def _resource(name: str, frame: pl.DataFrame, content: bytes) -> dict[str, Any]:
    table, header = TABLES[name], content.decode().partition("\n")[0].split(",")
    titles = {column.name: column.title.id for column in table.columns}
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"data/{name}.csv",
        "title": table.title.id,
        "description": table.what.id,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [
                {"name": column, "type": _SAID[frame.schema[column].base_type()], "title": titles.get(column, column)}
                for column in header
            ],
            "missingValues": [""],
        },
    }
