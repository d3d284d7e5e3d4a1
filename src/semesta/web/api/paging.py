"""Lists page by page: how many there are in all, and those from an offset on."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from ninja import Query, Schema

T = TypeVar("T")
M = TypeVar("M", bound=Model)
Limit = Annotated[int, Query(ge=1, le=500)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]


class Page(Schema, Generic[T]):
    count: int
    items: list[T]


def page(rows: QuerySet[M], limit: int, offset: int) -> dict[str, Any]:
    return {"count": rows.count(), "items": list(rows[offset : offset + limit])}
