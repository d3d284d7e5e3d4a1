"""Of records what they said before and is over, and scans that were replaced: kept as long as lists of people, then deleted.

What a record says now stays, and so does the scan that closes a meeting: signed minutes are archives of the office, which the law on
archives lets nobody delete by a clock.
"""

from __future__ import annotations

import calendar
import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from semesta.tables.origin import MONTHS_KEPT
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.uploads import stored
from semesta.web.holdings import bytes_named
from semesta.web.models import Record, Revision, Scan, User


def long_ago(today: dt.date) -> dt.date:
    """What was over before this day is not kept any more."""
    year, month = divmod(today.year * 12 + today.month - 1 - MONTHS_KEPT, 12)
    return dt.date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def texts_over(today: dt.date) -> QuerySet[Revision]:
    """Revisions that another followed long ago, and all of records that were taken out long ago."""
    day = long_ago(today)
    followed = Revision.objects.filter(record=OuterRef("record"), number=OuterRef("number") + 1, at__date__lt=day)
    return Revision.objects.filter(Exists(followed) | Q(record__ended_at__date__lt=day), purged_at=None).order_by()


def scans_over(today: dt.date) -> QuerySet[Scan]:
    """Scans that were replaced long ago, and those of meetings that were taken out long ago."""
    day = long_ago(today)
    return Scan.objects.filter(Q(replaced_at__date__lt=day) | Q(meeting__ended_at__date__lt=day), purged_at=None)


def purge_records(today: dt.date, *, by: User | None) -> int:
    """Empties what records said and say no more; how many texts. That, when and by whom they were written stays."""
    number = 0
    for record in Record.objects.filter(pk__in=texts_over(today).values("record")):
        with recorded("purge_record", by=by, place=record.place) as event:
            now = timezone.now()
            emptied = texts_over(today).filter(record=record).update(data={}, note="", purged_at=now)
            if record.ended_at is not None and timezone.localdate(record.ended_at) < long_ago(today):
                Record.objects.filter(pk=record.pk).update(data={}, who="", budget_line="")
            about(event, record, texts=emptied)
        number += emptied
    return number


def purge_scans(today: dt.date, *, by: User | None) -> int:
    """Deletes the bytes of scans that are over; how many. Their number, day and hash stay."""
    those = list(scans_over(today).select_related("meeting"))
    for scan in those:
        with recorded("purge_scan", by=by, place=scan.meeting.place) as event:
            Scan.objects.filter(pk=scan.pk).update(name="", purged_at=timezone.now())
            if f"files/{scan.sha256[:2]}/{scan.sha256}" not in bytes_named():
                stored(scan.sha256).unlink(missing_ok=True)
            about(event, scan, sha256=scan.sha256, size=scan.size)
    return len(those)
