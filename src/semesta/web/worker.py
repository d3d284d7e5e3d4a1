"""The worker: takes jobs one after the other and does each in a process of its own, which may die without harm."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from threading import Event
from typing import TYPE_CHECKING

import django
from django.utils import timezone

from semesta.basics.words import Words

if TYPE_CHECKING:
    from semesta.web.models import Job

PAUSE = 1.0
"""Seconds between looks for work."""


def work_until(stop: Event) -> None:
    """Does what is asked for until told to stop; then the job at hand is left to be taken again."""
    from django.db import close_old_connections

    from semesta.web.actions import jobs

    asked_on = None
    while not stop.is_set():
        close_old_connections()
        if (today := timezone.localdate()) != asked_on:
            jobs.ask_daily("purge", today=today)
            asked_on = today
        job = jobs.take(timezone.now())
        if job is None:
            stop.wait(PAUSE)
            continue
        _done_by_a_child(job, stop)


def _done_by_a_child(job: Job, stop: Event) -> None:
    from semesta.web.actions import jobs

    child = subprocess.Popen([sys.executable, "-m", "semesta.web.child", str(job.pk)])
    while child.poll() is None:
        if stop.wait(0.2):
            child.terminate()
            child.wait(timeout=10)
            jobs.put_back(job)
            return
    if child.returncode:
        job.refresh_from_db()
        broken = Words("Pekerjaan berhenti karena galat pada program.", "The work stopped on a fault of the program.")
        jobs.end(job, "failed", broken)


def main() -> None:
    """Works until interrupted or told to end."""
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    work_until(stop)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "semesta.web.settings")
    django.setup()
    main()
