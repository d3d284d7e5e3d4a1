"""One record of Tindak lanjut: what it says, the figure it is linked with, its history; done, taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from semesta.basics.words import Lang, Words
from semesta.monev.registry import INDICATORS
from semesta.report.laporan import figures
from semesta.web import dashboard
from semesta.web.access import fetched, may
from semesta.web.actions import records as actions
from semesta.web.cells import cell_said, name_of
from semesta.web.kept import KEPT, Kept
from semesta.web.minutes import decided_in, present_at
from semesta.web.models import Record, Revision, Scan
from semesta.web.record_form import (
    latest_snapshot,
)
from semesta.web.roles import Permission
from semesta.web.views.answering import writes
from semesta.web.views.follow_up import TABS, kept_of

DONE = {
    "make_record": Words("Dicatat", "Recorded"),
    "change_record": Words("Diubah", "Changed"),
    "finish_record": Words("Ditandai selesai", "Marked as done"),
    "end_record": Words("Dikeluarkan", "Taken out"),
    "copy_round": Words("Disalin dari berkas putaran", "Copied from a round's files"),
    "close_meeting": Words("Diberi nomor berita acara", "Given the number of the minutes"),
}

CLOSED = Words("Ditutup dengan berita acara nomor", "Closed by the minutes number")


@dataclass(frozen=True, slots=True)
class Change:
    """A line of a record's history: what was done, by whom, and each column as it was and became."""

    revision: Revision
    title: Words
    columns: tuple[tuple[Words, str, str], ...]


@login_required
def shown(request: HttpRequest, slug: str, record_id: int) -> HttpResponse:
    """A record: what it says, the figure it is linked with, what may be done with it, and its history."""
    kept = kept_of(slug)
    record = fetched(
        Record.objects.select_related("round", "meeting", "made_by"), request.user, Permission.READ, pk=record_id
    )
    if record.table != kept.name:
        raise Http404
    today = timezone.localdate()
    return render(
        request,
        "web/record.html",
        {
            "tabs": TABS,
            "tab": kept.name,
            "kept": kept,
            "record": record,
            "name": name_of(record, request.lang),
            "meeting_name": name_of(record.meeting, request.lang) if record.meeting else "",
            "lines": _lines(kept, record, request.lang),
            "status": cell_said(kept.table.column(kept.status), record.status, request.lang) if kept.status else "",
            "is_overdue": bool(record.due and record.is_open and record.due < today and kept.status),
            "linked": _linked(record, request.lang),
            "history": _history(kept, record, request.lang),
            "may_work": may(request.user, Permission.WORK, record.place) and record.ended_at is None,
            "in_signed_meeting": bool(kept.name == "attendance" and record.meeting and not record.meeting.is_open),
            **(_of_meeting(record, request) if kept.name == "meeting" else {}),
        },
    )


@writes("record")
def finish(request: HttpRequest, slug: str, record_id: int) -> HttpResponse:
    record = fetched(Record.objects.filter(table=kept_of(slug).name), request.user, Permission.WORK, pk=record_id)
    actions.finish_record(
        record, by=request.user, evidence=request.POST.get("evidence", ""), today=timezone.localdate()
    )
    return redirect("record", slug=slug, record_id=record.pk)


@writes("record")
def end(request: HttpRequest, slug: str, record_id: int) -> HttpResponse:
    record = fetched(Record.objects.filter(table=kept_of(slug).name), request.user, Permission.WORK, pk=record_id)
    actions.end_record(record, by=request.user, note=request.POST.get("note", ""))
    return redirect("records", slug=slug)


# ---- what pages show


def _lines(kept: Kept, record: Record, lang: Lang) -> list[tuple[Words, str]]:
    """Title and words of each column that is filled and not said in the heading."""
    named = next((name for name in kept.what if record.data.get(name)), "")
    return [
        (column.title, cell_said(column, record.data[column.name], lang))
        for column in kept.table.columns
        if record.data.get(column.name) and column.name not in (named, kept.status)
    ]


def _linked(record: Record, lang: Lang) -> dict[str, Any] | None:
    """The figure a record is linked with, as the latest measurement of its place has it."""
    if record.indicator not in INDICATORS:
        return None
    card, snapshot = INDICATORS[record.indicator], latest_snapshot(record.place)
    found = {"title": card.title, "round": snapshot.round_id if snapshot else None, "name": record.indicator}
    if snapshot is None:
        return found
    value = dashboard.headlines([snapshot.pk], [record.indicator], [record.place]).get(
        (snapshot.pk, record.indicator, record.place)
    )
    if value is None or value.value is None:
        return found
    said = figures.full(value.value, value.unit, lang, against=value.denominator)
    return {**found, "value": said, "as_of": snapshot.as_of}


def _history(kept: Kept, record: Record, lang: Lang) -> list[Change]:
    """What happened to a record, the latest first; each revision against the one before it."""
    revisions = list(record.revisions.select_related("by"))
    told = []
    for after, before in zip(revisions, [*revisions[1:], None], strict=True):
        changed = [
            (column.title, *(cell_said(column, one.data.get(column.name, ""), lang) for one in (before, after)))
            for column in kept.table.columns
            if _both_told(before, after) and before.data.get(column.name) != after.data.get(column.name)
        ]
        title = CLOSED if (after.action, kept.name) == ("close_meeting", "meeting") else DONE[after.action]
        told.append(Change(after, title, tuple(changed)))
    return told


def _both_told(before: Revision | None, after: Revision) -> bool:
    """Whether what changed can still be said: neither text was deleted because its time was over."""
    return before is not None and before.purged_at is None and after.purged_at is None


def _of_meeting(meeting: Record, request: HttpRequest) -> dict[str, Any]:
    """Who was present, what was decided, and how far its minutes are."""
    lang, today = request.lang, timezone.localdate()
    column = KEPT["commitments"].table.column("status")
    decided = [
        (
            one,
            name_of(one, lang),
            cell_said(column, one.status, lang),
            bool(one.is_open and one.due and one.due < today),
        )
        for one in decided_in(meeting)
    ]
    return {
        "present": present_at(meeting),
        "decided": decided,
        "scan": Scan.objects.filter(meeting=meeting, replaced_at=None).first(),
        "snapshot": latest_snapshot(meeting.place),
        "today": today,
    }
