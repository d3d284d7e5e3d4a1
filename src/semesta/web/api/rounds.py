"""Rounds: those one may read, newest first."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Router, Schema

from semesta.web.access import allowed, fetched, in_subtrees
from semesta.web.api.paging import Id, Limit, Offset, Page, PlaceCode, page
from semesta.web.models import Round
from semesta.web.models.round import State
from semesta.web.roles import Permission

router = Router(tags=["rounds"])


class RoundOut(Schema):
    id: int
    place: str
    title: str
    kind: str
    state: str
    as_of: dt.date | None
    submitted_at: dt.datetime | None
    decided_at: dt.datetime | None
    published_at: dt.datetime | None


@router.get("", response=Page[RoundOut], url_name="rounds")
def listed(
    request: HttpRequest,
    place: PlaceCode = None,
    state: Literal[tuple(State.values)] | None = None,  # type: ignore[valid-type]
    limit: Limit = 100,
    offset: Offset = 0,
) -> dict[str, Any]:
    """The rounds of a place and everything below it."""
    rows = allowed(Round.objects.all(), request.user, Permission.READ)
    rows = rows.filter(in_subtrees([place])) if place else rows
    return page(rows.filter(state=state) if state else rows, limit, offset)


@router.get("/{int:round_id}", response=RoundOut, url_name="round")
def one(request: HttpRequest, round_id: Id) -> Round:
    return fetched(Round.objects.all(), request.user, Permission.READ, pk=round_id)
