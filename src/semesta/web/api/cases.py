"""Kasus santunan: what a family is owed and how far its claim is, without a name."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Router, Schema
from pydantic import Field

from semesta.web import cases
from semesta.web.access import allowed, fetched, in_subtrees
from semesta.web.actions import cases as actions
from semesta.web.api.asking import FOR_LISTS
from semesta.web.api.paging import LARGEST_ID, Day, Id, Limit, Offset, Page, PlaceCode, page
from semesta.web.api.reading import require_lists
from semesta.web.models import Case
from semesta.web.roles import Permission

router = Router(tags=["cases"], auth=FOR_LISTS)
State = Literal[tuple(cases.STATES)]


class CaseOut(Schema):
    """`owed` is null while a line of it cannot be told; `owed_at_least` adds the lines that can. Days are working days."""

    id: int
    token: str
    place: str
    initials: str
    village: str
    happening: str
    happened_on: dt.date
    state: str
    owed: int | None
    owed_at_least: int
    documents_lacking: int
    filed_on: dt.date | None
    complete_on: dt.date | None
    paid_on: dt.date | None
    amount_paid: int | None
    pay_until: dt.date | None
    working_days_gone: int | None
    working_days_allowed: int | None
    days_late: int | None
    assigned_to: str | None


class Days(Schema):
    """All four are written as they are given: null takes a day away."""

    filed_on: Day | None
    complete_on: Day | None
    paid_on: Day | None
    amount_paid: Annotated[int | None, Field(ge=0, le=LARGEST_ID)]


@router.get("", response=Page[CaseOut], url_name="cases")
def listed(
    request: HttpRequest,
    place: PlaceCode = None,
    state: State | None = None,  # type: ignore[valid-type]
    limit: Limit = 100,
    offset: Offset = 0,
) -> dict[str, Any]:
    """The cases of places whose lists one may see, the oldest event first."""
    require_lists(request)
    rows = allowed(Case.objects.select_related("assigned_to"), request.user, Permission.READ_LISTS)
    rows = rows.filter(in_subtrees([place])) if place else rows
    found = page(rows.filter(cases.BY_STATE[state]) if state else rows, limit, offset)
    return {**found, "items": [_told(case) for case in found["items"]]}


@router.get("/{int:case_id}", response=CaseOut, url_name="case")
def one(request: HttpRequest, case_id: Id) -> dict[str, Any]:
    return _told(fetched(Case.objects.select_related("assigned_to"), request.user, Permission.READ_LISTS, pk=case_id))


@router.post("/{int:case_id}/days", response=CaseOut, url_name="keep_case_days")
def keep_days(request: HttpRequest, case_id: Id, given: Annotated[Days, Body()]) -> dict[str, Any]:
    """How far the claim is: filed, complete, paid, each not before the other and none still to come."""
    case = fetched(Case.objects.all(), request.user, Permission.READ_LISTS, pk=case_id)
    fetched(Case.objects.all(), request.user, Permission.WORK, pk=case_id)
    actions.keep_days(case, by=request.user, **given.dict())
    return _told(Case.objects.select_related("assigned_to").get(pk=case_id))


def _told(case: Case) -> dict[str, Any]:
    stand = cases.standing(case, timezone.localdate())
    clock = stand.clock
    own = {name: getattr(case, name) for name in CaseOut.model_fields if hasattr(case, name)}
    return {
        **own,
        "state": stand.state,
        "owed": stand.answer.total,
        "owed_at_least": stand.answer.at_least,
        "documents_lacking": stand.lacking,
        "pay_until": clock.deadline.last_day if clock else None,
        "working_days_gone": clock.gone if clock else None,
        "working_days_allowed": clock.allowed if clock else None,
        "days_late": clock.days_late if clock else None,
        "assigned_to": case.assigned_to.get_username() if case.assigned_to else None,
    }
