"""Lists made by hand for the tests of findings: rows in, people linked and on a day out. All people are made up."""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl

from semesta.people.findings.finding import looked_at
from semesta.people.findings.registry import FINDINGS
from semesta.people.people import People
from semesta.tables.registry import PEOPLE, TABLES
from semesta.tables.table import FILE, ROW, SHEET

CITY = "36.72"
DAY = dt.date(2025, 8, 15)
Rows = list[dict[str, Any]]


def frame(name: str, rows: Rows) -> pl.DataFrame:
    """The rows with every declared column; `id` is the row's number where it is not given, the file `a.xlsx`."""
    table = PEOPLE.get(name) or TABLES[name]
    data = {c.name: [row.get(c.name) for row in rows] for c in table.columns}
    if name in PEOPLE:
        data["id"] = [str(row.get("id", number)) for number, row in enumerate(rows, 1)]
    schema: dict[str, Any] = {c.name: getattr(pl, c.type.polars) for c in table.columns} | {"id": pl.String}
    places = {
        FILE: [row.get("file", "a.xlsx") for row in rows],
        SHEET: ["Daftar"] * len(rows),
        ROW: list(range(2, len(rows) + 2)),
    }
    made = pl.DataFrame(data, schema={n: schema[n] for n in data})
    return made.with_columns(**{n: pl.Series(v) for n, v in places.items()})


def people(
    pairs: dict[str, dict[str, str]] | None = None, persons: dict[str, str] | None = None, **tables: Rows
) -> People:
    """People of the city on the day. pairs: by table, id of the row to id of the participant; persons: worker to person."""
    found = {
        name: pl.DataFrame(
            {
                "id": list(links),
                "participant_id": list(links.values()),
                "probability": [1.0] * len(links),
                "stage": ["nik"] * len(links),
            },
            schema={"id": pl.String, "participant_id": pl.String, "probability": pl.Float64, "stage": pl.String},
        )
        for name, links in (pairs or {}).items()
    }
    clusters = pl.DataFrame({"id": list(persons), "person_id": list(persons.values())}) if persons else None
    return People({name: frame(name, rows) for name, rows in tables.items()}, CITY, DAY, found, clusters)


def found(name: str, of: People) -> pl.DataFrame:
    """The rows of a finding, which must have been looked at."""
    rows = looked_at(FINDINGS[name], of).rows
    assert rows is not None
    return rows


def ids(name: str, of: People) -> list[str]:
    return found(name, of)["id"].to_list()
