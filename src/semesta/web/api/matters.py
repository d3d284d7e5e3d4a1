"""Temuan: rows of the lists to act on, masked. Who it is about no answer of the API tells."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Body, Router, Schema
from pydantic import Field

from semesta.people.findings.registry import FINDINGS
from semesta.web.access import allowed, fetched, in_subtrees
from semesta.web.actions import matters as actions
from semesta.web.api.asking import FOR_LISTS
from semesta.web.api.figures import Said
from semesta.web.api.paging import LARGEST_ID, PLAIN, Id, Limit, Offset, Page, PlaceCode, Text, page
from semesta.web.api.reading import require_lists
from semesta.web.matter_words import BY_STATE, STATES, state_of
from semesta.web.models import Matter
from semesta.web.roles import Permission

router = Router(tags=["to act on"], auth=FOR_LISTS)
FindingName = Literal[tuple(FINDINGS)]
State = Literal[tuple(STATES)]


class MatterOut(Schema):
    """A row of a list, masked; `file`, `sheet` and `row` tell its holder where it stands."""

    id: int
    token: str
    round: int
    place: str
    finding: str
    state: str
    nik: str
    initials: str
    birth_year: int | None
    sex: str
    village: str
    group: str
    office: str
    file: str
    sheet: str
    row: int | None
    reason: Said
    detail: dict[str, Any]
    assigned_to: str | None
    done_at: dt.datetime | None
    note: str

    resolve_round = staticmethod(lambda matter: matter.round_id)
    resolve_state = staticmethod(state_of)
    resolve_assigned_to = staticmethod(lambda matter: matter.assigned_to.get_username() if matter.assigned_to else None)


class Note(Schema):
    note: Annotated[str, Field(min_length=1, max_length=500, pattern=PLAIN)]


@router.get("", response=Page[MatterOut], url_name="matters")
def listed(
    request: HttpRequest,
    round: Annotated[int | None, Field(ge=1, le=LARGEST_ID)] = None,
    place: PlaceCode = None,
    finding: FindingName | None = None,  # type: ignore[valid-type]
    state: State | None = None,  # type: ignore[valid-type]
    office: Text = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> dict[str, Any]:
    """The rows of places whose lists one may see, those no longer found among them."""
    require_lists(request)
    rows = allowed(Matter.objects.select_related("assigned_to"), request.user, Permission.READ_LISTS).order_by("id")
    rows = rows.filter(in_subtrees([place])) if place else rows
    rows = rows.filter(BY_STATE[state]) if state else rows
    asked = {"round": round, "finding": finding, "office": office}
    return page(rows.filter(**{name: value for name, value in asked.items() if value is not None}), limit, offset)


@router.get("/{int:matter_id}", response=MatterOut, url_name="matter")
def one(request: HttpRequest, matter_id: Id) -> Matter:
    rows = Matter.objects.select_related("assigned_to")
    return fetched(rows, request.user, Permission.READ_LISTS, pk=matter_id)


@router.post("/{int:matter_id}/done", response=MatterOut, url_name="finish_matter")
def finish(request: HttpRequest, matter_id: Id, given: Annotated[Note, Body()]) -> Matter:
    """The row as done, with what was done; without names and numbers of people."""
    found = fetched(Matter.objects.all(), request.user, Permission.READ_LISTS, pk=matter_id)
    fetched(Matter.objects.all(), request.user, Permission.WORK, pk=matter_id)
    actions.finish_matter(found, by=request.user, note=given.note)
    return Matter.objects.select_related("assigned_to").get(pk=matter_id)
