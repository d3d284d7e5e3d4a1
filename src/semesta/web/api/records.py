"""Tindak lanjut: meetings, commitments, Inpres actions, regulations, obstacles, compliance, handovers, one row each."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Router, Schema, Status
from pydantic import Field

from semesta.web.access import allowed, fetched, in_subtrees
from semesta.web.actions import records as actions
from semesta.web.api.paging import CODE, PLAIN, Code, Day, Id, Limit, Offset, Page, PlaceCode, Text, page
from semesta.web.kept import KEPT
from semesta.web.models import Record
from semesta.web.roles import Permission

router = Router(tags=["records"])
Table = Literal[tuple(KEPT)]
EXAMPLE = {"table": "obstacles", "data": {"place": "36.72", "kind": "kendala", "text": "Data ganda"}}
Cells = dict[Annotated[str, Field(pattern=CODE)], Annotated[str, Field(max_length=4000, pattern=PLAIN)]]


class RecordOut(Schema):
    """`data` holds the row by column, as the reader of files takes it."""

    id: int
    table: str
    place: str
    data: dict[str, str]
    who: str
    due: dt.date | None
    status: str
    is_open: bool
    indicator: str
    budget_line: str
    meeting: int | None
    revision: int
    is_example: bool
    made_at: dt.datetime

    resolve_meeting = staticmethod(lambda record: record.meeting_id)


class RecordIn(Schema):
    """A new row: `data` by column, codes or names as in files."""

    table: Table  # type: ignore[valid-type]
    data: Cells
    indicator: Annotated[str, Field(pattern=r"^[a-z0-9_]{0,60}$")] = ""


class Evidence(Schema):
    evidence: Annotated[str, Field(min_length=1, max_length=1000, pattern=PLAIN)]


@router.get("", response=Page[RecordOut], url_name="records")
def listed(
    request: HttpRequest,
    table: Table | None = None,  # type: ignore[valid-type]
    place: PlaceCode = None,
    who: Text = None,
    status: Code = None,
    is_open: bool | None = None,
    due_until: Day | None = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> dict[str, Any]:
    """The records of places one may read, those that were taken out left out."""
    rows = allowed(Record.objects.filter(ended_at=None), request.user, Permission.READ).order_by("id")
    rows = rows.filter(in_subtrees([place])) if place else rows
    asked = {"table": table, "who": who, "status": status, "is_open": is_open, "due__lte": due_until}
    return page(rows.filter(**{name: value for name, value in asked.items() if value is not None}), limit, offset)


@router.get("/{int:record_id}", response=RecordOut, url_name="record")
def one(request: HttpRequest, record_id: Id) -> Record:
    return fetched(Record.objects.all(), request.user, Permission.READ, pk=record_id)


@router.post("", response={201: RecordOut}, url_name="make_record")
def make(request: HttpRequest, given: Annotated[RecordIn, Body(examples=[EXAMPLE])]) -> Any:
    """A new record; 422 tells by column what does not fit, 409 that it is there already or of a place one does not work for."""
    made = actions.make_record(
        KEPT[given.table],
        by=request.user,
        typed=given.data,
        today=timezone.localdate(),
        links=actions.Links(indicator=given.indicator),
    )
    return Status(201, made)


@router.post("/{int:record_id}/done", response=RecordOut, url_name="finish_record")
def finish(request: HttpRequest, record_id: Id, given: Annotated[Evidence, Body()]) -> Record:
    """The record as done, with what shows it."""
    record = fetched(Record.objects.filter(ended_at=None), request.user, Permission.WORK, pk=record_id)
    return actions.finish_record(record, by=request.user, evidence=given.evidence, today=timezone.localdate())
