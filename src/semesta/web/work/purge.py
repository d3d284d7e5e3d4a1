"""What is deleted every day: all whose time is over."""

from __future__ import annotations

from django.utils import timezone

from semesta.basics.words import Words
from semesta.web.actions.purging import purge
from semesta.web.models import Job
from semesta.web.work.tell import Tell


def purge_daily(job: Job, tell: Tell) -> None:
    """Deletes what is over by today, whatever day it was asked for."""
    tell(Words("menghapus yang habis waktunya", "deleting what is over"), 0.1)
    purge(timezone.localdate(), by=None)


WORK = ("purge", purge_daily)
