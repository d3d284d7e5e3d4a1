"""One job in a process of its own: python -m semesta.web.child ID."""

from __future__ import annotations

import os
import sys
import time
from threading import Event, Thread
from typing import TYPE_CHECKING, cast

import django

if TYPE_CHECKING:
    from semesta.web.models import Job


def main(job_id: int) -> None:
    """Does the job, tells how far it is, and ends it as done, failed or cancelled."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "semesta.web.settings")
    django.setup()
    from semesta.basics.discover import defined_in
    from semesta.basics.words import Words
    from semesta.web.actions import jobs
    from semesta.web.models import Job
    from semesta.web.work.tell import Cancelled, Failed

    kinds = dict(cast("list[tuple[str, object]]", defined_in("semesta.web.work", "WORK")))
    job = Job.objects.get(pk=job_id)
    last = 0.0

    def tell(message: Words, done: float) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last < 0.3:
            return
        last = now
        if not jobs.beat(job, progress=done, message=message):
            raise Cancelled

    over = Event()
    Thread(target=_beat_until, args=(job, over), daemon=True).start()
    try:
        cast("object", kinds[job.kind])(job, tell)
    except Cancelled:
        jobs.end(job, "cancelled", Words("Dibatalkan; tidak ada yang berubah.", "Cancelled; nothing changed."))
    except Failed as failed:
        jobs.end(job, "failed", failed.said, faults=failed.faults)
    else:
        jobs.end(job, "done", Words("Selesai.", "Done."))
    finally:
        over.set()


def _beat_until(job: Job, over: Event) -> None:
    """Signs of life while a step takes long and says nothing."""
    from django.db import connection

    from semesta.web.actions import jobs

    while not over.wait(10):
        jobs.beat(job)
    connection.close()


if __name__ == "__main__":
    main(int(sys.argv[1]))
