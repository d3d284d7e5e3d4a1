"""Jobs: asked for, taken, told of, ended."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import F, Q
from django.utils import timezone

from semesta.basics.words import Words
from semesta.planning.faults import PlanFault
from semesta.web.access import Somebody, may
from semesta.web.actions.recorded import about, recorded
from semesta.web.models import Job, User
from semesta.web.models.job import OPEN
from semesta.web.roles import Permission

SILENT_FOR = dt.timedelta(seconds=60)
"""Without a sign of life for so long a job is taken again."""
MOST_ATTEMPTS = 3
NEEDED = {"disclose": Permission.VERIFY, "plan": Permission.PLAN, "pools": Permission.PLAN}
"""What one must be allowed to stop a kind of work; most are part of working on a round."""


def ask(kind: str, *, by: User | None, place: str = "", **arguments: Any) -> Job:
    """The job that does this to these arguments: the open one where there is one already, otherwise a new one."""
    said = json.dumps(arguments, sort_keys=True, default=str)
    input_hash = hashlib.sha256(said.encode()).hexdigest()
    known = Job.objects.filter(kind=kind, input_hash=input_hash, state__in=OPEN)
    if (open_one := known.first()) is not None:
        return open_one
    try:
        with recorded("ask_job", by=by, place=place) as event:
            made = Job.objects.create(
                kind=kind, input_hash=input_hash, arguments=json.loads(said), place=place, asked_by=by
            )
            about(event, made, kind=kind)
    except IntegrityError:
        return known.get()
    return made


def ask_daily(kind: str, *, today: dt.date) -> Job | None:
    """The job of the day; None where somebody asked for it already, however it ended."""
    if Job.objects.filter(kind=kind, arguments={"day": today.isoformat()}).exists():
        return None
    return ask(kind, by=None, day=today)


def take(now: dt.datetime) -> Job | None:
    """The next job, now running: one that waits, or one whose worker has fallen silent; None where there is nothing to do."""
    free = Q(state="waiting") | Q(state="running", heartbeat__lt=now - SILENT_FOR)
    for job in Job.objects.filter(free).order_by("id")[:5]:
        if job.attempts >= MOST_ATTEMPTS:
            gone = Words("Pekerja berhenti berulang kali.", "The worker died again and again.")
            end(job, "failed", gone, only_if=job.heartbeat)
            continue
        taken = Job.objects.filter(free, pk=job.pk, heartbeat=job.heartbeat).update(
            state="running",
            heartbeat=now,
            started_at=now,
            attempts=job.attempts + 1,
            progress=0,
        )
        if taken:
            return Job.objects.get(pk=job.pk)
    return None


def beat(job: Job, *, progress: float | None = None, message: Words | None = None) -> bool:
    """Tells that the job lives and how far it is; whether it should go on."""
    told: dict[str, Any] = {"heartbeat": timezone.now()}
    if progress is not None:
        told["progress"] = max(0.0, min(1.0, progress))
    if message is not None:
        told["message"] = {"id": message.id, "en": message.en}
    mine = Job.objects.filter(pk=job.pk, state="running", attempts=job.attempts)
    return bool(mine.update(**told)) and not mine.filter(cancel_asked=True).exists()


def end(
    job: Job, state: str, message: Words, *, faults: Sequence[PlanFault] = (), only_if: dt.datetime | None = None
) -> None:
    """Ends a job that is still this attempt's.

    Args:
        faults: what in a scenario is to be mended, kept with the message for its form.
    """
    mine = Job.objects.filter(pk=job.pk, state="running", attempts=job.attempts)
    mine = mine.filter(heartbeat=only_if) if only_if else mine
    done = {"progress": 1.0} if state == "done" else {}
    told: dict[str, Any] = {"id": message.id, "en": message.en}
    told |= {"faults": [asdict(one) for one in faults]} if faults else {}
    mine.update(state=state, message=told, finished_at=timezone.now(), **done)


def put_back(job: Job) -> None:
    """Leaves a job to be taken again, its child being gone. That the office was stopped is no attempt that failed."""
    mine = Job.objects.filter(pk=job.pk, state="running", attempts=job.attempts)
    mine.update(state="waiting", attempts=F("attempts") - 1)


def may_cancel(user: Somebody, job: Job) -> bool:
    """Whether somebody may stop a job: whoever asked for it, and whoever may do such work in its place."""
    if user.pk is not None and user.pk == job.asked_by_id:
        return True
    return may(user, NEEDED.get(job.kind, Permission.WORK), job.place)


def cancel(job: Job, *, by: User) -> None:
    """Asks a job to stop: one that waits is cancelled at once, one that runs stops at its next step.

    Raises:
        PermissionDenied: they may not stop it.
    """
    if not may_cancel(by, job):
        raise PermissionDenied
    with recorded("cancel_job", by=by, place=job.place) as event:
        now = timezone.now()
        Job.objects.filter(pk=job.pk, state="waiting").update(state="cancelled", finished_at=now, cancel_asked=True)
        Job.objects.filter(pk=job.pk, state="running").update(cancel_asked=True)
        about(event, job)
