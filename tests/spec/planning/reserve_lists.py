"""Lists of claims and of children as tests write them."""

from __future__ import annotations

import datetime as dt

import polars as pl

from semesta.planning.reserves.cases import Cases, cases_of
from semesta.planning.reserves.triangle import Triangle, triangles

DAY = dt.date
TODAY = DAY(2026, 11, 21)
YEAR_END = DAY(2025, 12, 31)
SCHEMA = {
    "id": pl.String,
    "programme": pl.String,
    "segment": pl.String,
    "benefit": pl.String,
    "event_date": pl.Date,
    "filed_on": pl.Date,
    "paid_on": pl.Date,
    "amount": pl.Int64,
    "status": pl.String,
}


def claims(*rows: tuple[dt.date | None, dt.date | None, int | None], **codes: object) -> pl.DataFrame:
    """Rows of event, report and amount, as they come from reading; codes hold for all of them."""
    given = [{"event_date": event, "filed_on": filed, "amount": amount} for event, filed, amount in rows]
    return pl.DataFrame([{"programme": "JKM", **codes, **row} for row in given], schema=SCHEMA)


def counted(*frames: pl.DataFrame, as_of: dt.date | None = YEAR_END, **asked: object) -> Cases:
    return cases_of(pl.concat(frames), as_of=as_of, today=TODAY, **asked)  # type: ignore[arg-type]


def only(cases: Cases) -> Triangle:
    [found] = triangles(cases)
    return found
