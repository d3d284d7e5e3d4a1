"""What is asked for: lists page by page, places, ids; nothing that the database could not take."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from ninja import Path, Query, Schema
from pydantic import BeforeValidator

T = TypeVar("T")
M = TypeVar("M", bound=Model)
LARGEST_ID = 2**63 - 1
CODE = r"^[A-Za-z0-9_.-]{1,60}$"
PLACE = r"^(ID|[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?)$"
PLAIN = r"^[^\x00]*$"
"""PostgreSQL keeps no text with a zero byte."""


def _day(given: Any) -> Any:
    """A day as it is written; a number is none, which otherwise would be read as seconds since 1970."""
    if not isinstance(given, str):
        raise ValueError("a day such as 2025-06-03")
    return dt.date.fromisoformat(given)


Day = Annotated[dt.date, BeforeValidator(_day)]
Limit = Annotated[int, Query(ge=1, le=500)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Id = Annotated[int, Path(ge=1, le=LARGEST_ID)]
RoundId = Annotated[int, Query(ge=1, le=LARGEST_ID)]
Code = Annotated[str | None, Query(pattern=CODE)]
PlaceCode = Annotated[str | None, Query(pattern=PLACE, description="36.72: this place and everything below it")]
Text = Annotated[str | None, Query(max_length=300, pattern=PLAIN)]


class Page(Schema, Generic[T]):
    count: int
    items: list[T]


def page(rows: QuerySet[M] | list[Any], limit: int, offset: int) -> dict[str, Any]:
    count = len(rows) if isinstance(rows, list) else rows.count()
    return {"count": count, "items": list(rows[offset : offset + limit])}
