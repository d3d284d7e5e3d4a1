"""Long work: whether somebody does it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone

from semesta.basics.words import Words
from semesta.web.actions.jobs import SILENT_FOR
from semesta.web.doctor.told import Told, mind, well
from semesta.web.models import Job

PATIENCE = dt.timedelta(minutes=10)
"""How long work may wait before somebody should ask why."""


def jobs() -> Iterator[Told]:
    now = timezone.now()
    silent = Job.objects.filter(state="running", heartbeat__lt=now - SILENT_FOR).count()
    waiting = Job.objects.filter(state="waiting", asked_at__lt=now - PATIENCE).count()
    do = Words(
        "jalankan semesta serve; pekerjanya mengambilnya lagi", "run semesta serve; its worker takes it up again"
    )
    if silent:
        yield mind(Words(f"{silent} pekerjaan tanpa tanda hidup", f"jobs without a sign of life: {silent}"), do)
    if waiting:
        yield mind(Words(f"{waiting} pekerjaan menunggu tanpa pekerja", f"jobs that nobody takes: {waiting}"), do)
    if not silent and not waiting:
        yield well("tidak ada pekerjaan yang tertinggal", "no job is left behind")


CHECKS = (jobs,)
