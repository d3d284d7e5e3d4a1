"""What is deleted when its time is over: the bytes of lists of people, the identities in them, what rows show of people, and
rows of single families in measurements; former texts of records, and scans that were replaced.

Summaries, hashes and the audit stay: they hold no person.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from semesta.rounds.forgotten import forget
from semesta.web import identities
from semesta.web.actions.purging_leftovers import purge_leftovers
from semesta.web.actions.purging_records import purge_records, purge_scans
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.uploads import stored
from semesta.web.holdings import NEEDED
from semesta.web.models import Case, Correction, Matter, Scan, Snapshot, Upload, User


@dataclass(frozen=True)
class Purged:
    """How much was deleted, or would be: uploads, bytes on the disk, files of identities, rows and cases that showed people,
    former texts of records, scans, files that nobody can ask for, and measurements from which rows of families went."""

    uploads: int = 0
    size: int = 0
    identities: int = 0
    matters: int = 0
    cases: int = 0
    texts: int = 0
    scans: int = 0
    leftovers: int = 0
    snapshots: int = 0


def purge(today: dt.date, *, by: User | None) -> Purged:
    """Deletes what is to be deleted by today, each upload in its own transaction; the same day again deletes nothing."""
    uploads = [_purged(upload, by) for upload in over(today)]
    cases = _purge_cases(today, by)
    texts, scans = purge_records(today, by=by), purge_scans(today, by=by)
    return Purged(
        len(uploads),
        sum(one.size for one in uploads),
        sum(one.identities for one in uploads),
        sum(one.matters for one in uploads),
        cases,
        texts,
        scans,
        purge_leftovers(by=by),
        sum(one.snapshots for one in uploads),
    )


def over(today: dt.date) -> list[Upload]:
    """Uploads of people whose day has come, or that were taken out of their round: nothing is done with those any more."""
    ended = Q(delete_on__lte=today) | Q(removed_at__isnull=False)
    return list(Upload.objects.filter(ended, holds_people=True, purged_at=None).select_related("round"))


def cases_over(today: dt.date) -> list[Case]:
    return list(Case.objects.filter(delete_on__lte=today, purged_at=None))


def _purged(upload: Upload, by: User | None) -> Purged:
    with recorded("purge_upload", by=by, place=upload.round.place) as event:
        now = timezone.now()
        Upload.objects.filter(pk=upload.pk).update(purged_at=now, name="")
        matters = _emptied(upload, now)
        there = identities.forget(upload)
        snapshots = _forgotten(upload)
        size = 0 if _is_needed(upload) else _deleted(upload.sha256)
        told = {"size": size, "matters": matters, "identities": there, "snapshots": snapshots}
        about(event, upload, sha256=upload.sha256, **told)
    return Purged(1, size, int(there), matters, snapshots=snapshots)


def _is_needed(upload: Upload) -> bool:
    """Whether the same bytes were given elsewhere and their time there is not over."""
    scanned = Scan.objects.filter(sha256=upload.sha256, purged_at=None).exists()
    return scanned or Upload.objects.filter(NEEDED, sha256=upload.sha256).exists()


def _deleted(sha256: str) -> int:
    place = stored(sha256)
    if not place.is_file():
        return 0
    size = place.stat().st_size
    place.unlink()
    return size


def _emptied(upload: Upload, now: dt.datetime) -> int:
    """Takes from the rows of an upload what they show of people; what finding they were of, and that they were done, stays."""
    rows = Matter.objects.filter(upload=upload)
    Correction.objects.filter(matter__upload=upload).delete()
    return rows.update(
        file="",
        sheet="",
        row=None,
        nik="",
        initials="",
        birth_year=None,
        sex="",
        village="",
        group="",
        reason={},
        detail={},
        note="",
        is_current=False,
        purged_at=now,
    )


def _forgotten(upload: Upload) -> int:
    """Takes out of the round's measurements the rows of families that came with a list, and what stood in its faulty cells.

    From how many measurements rows went; their figures stay.
    """
    held = Snapshot.objects.filter(round=upload.round)
    for one in held:
        one.problems = [{**problem, "values": []} for problem in one.problems]
        one.save(update_fields=["problems"])
    # The same measurement may be another round's, in which the same list is kept for longer.
    elsewhere = Upload.objects.filter(NEEDED, sha256=upload.sha256).exclude(round=upload.round)
    there = set(held.values_list("sha256", flat=True))
    there -= set(Snapshot.objects.filter(round__in=elsewhere.values("round")).values_list("sha256", flat=True))
    folders = [folder for name in there if (folder := Path(settings.HOME) / "snapshots" / name).is_dir()]
    return sum(forget(folder, upload.sha256) for folder in folders)


def _purge_cases(today: dt.date, by: User | None) -> int:
    those = cases_over(today)
    for case in those:
        with recorded("purge_case", by=by, place=case.place) as event:
            Case.objects.filter(pk=case.pk).update(
                initials="", village="", facts={}, documents={}, note="", purged_at=timezone.now()
            )
            about(event, case)
    return len(those)
