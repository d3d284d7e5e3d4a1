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
HELD = Round.objects.select_related("plan")


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
    plan: int | None
    """The scenario that its report has a chapter of."""
    plan_revision: int | None

    resolve_plan = staticmethod(lambda round: round.plan.scenario_id if round.plan else None)
    resolve_plan_revision = staticmethod(lambda round: round.plan.number if round.plan else None)


@router.get("", response=Page[RoundOut], url_name="rounds")
def listed(
    request: HttpRequest,
    place: PlaceCode = None,
    state: Literal[tuple(State.values)] | None = None,  # type: ignore[valid-type]
    limit: Limit = 100,
    offset: Offset = 0,
) -> dict[str, Any]:
    """The rounds of a place and everything below it."""
    rows = allowed(HELD, request.user, Permission.READ)
    rows = rows.filter(in_subtrees([place])) if place else rows
    return page(rows.filter(state=state) if state else rows, limit, offset)


@router.get("/{int:round_id}", response=RoundOut, url_name="round")
def one(request: HttpRequest, round_id: Id) -> Round:
    return fetched(HELD, request.user, Permission.READ, pk=round_id)
