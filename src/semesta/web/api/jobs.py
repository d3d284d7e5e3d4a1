"""Long work that was asked for: how far it is, and why it failed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from semesta.web.access import fetched
from semesta.web.api.paging import Id
from semesta.web.models import Job
from semesta.web.roles import Permission

router = Router(tags=["jobs"])


class JobOut(Schema):
    """`state`: waiting, running, done, failed or cancelled; `progress` from 0 to 1; `message` in both languages."""

    id: int
    kind: str
    state: str
    progress: float
    message: dict[str, Any]


@router.get("/{int:job_id}", response=JobOut, url_name="job")
def one(request: HttpRequest, job_id: Id) -> Job:
    """A piece of work of a place one may read. `message.faults`, of a plan, names each field that is to be mended."""
    return fetched(Job.objects.all(), request.user, Permission.READ, pk=job_id)
