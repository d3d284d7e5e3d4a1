"""One record of Tindak lanjut: its page with its history, its form, done, taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from semesta.basics.places import PLACES
from semesta.basics.words import Lang, Words
from semesta.monev.registry import INDICATORS
from semesta.report.laporan import figures
from semesta.web import dashboard
from semesta.web.access import fetched, may, places_of
from semesta.web.actions import records as actions
from semesta.web.actions.refused import Refused
from semesta.web.cells import cell_said, name_of
from semesta.web.kept import BY_SLUG, KEPT, Kept
from semesta.web.minutes import decided_in, present_at
from semesta.web.models import Record, Revision, Scan
from semesta.web.record_form import (
    budget_choices,
    fields_of,
    first_place,
    indicator_choices,
    latest_snapshot,
    meeting_choices,
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
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of a new record; what is wrong stands beside its field. ?rapat=7 makes it a decision of that meeting."""
    kept = kept_of(slug)
    if not places_of(request.user, Permission.WORK):
        return render(request, "web/not_allowed.html", status=403)
    asked = request.POST if request.method == "POST" else request.GET
    meeting = _meeting(request, asked.get("rapat", ""))
    typed = _typed(kept, request.POST) if request.method == "POST" else _first(kept, request, meeting)
    if meeting is not None and kept.name == "attendance":
        typed |= {"place": meeting.place, "date": meeting.data.get("date", "")}
    faults: Mapping[str, Any] = {}
    if request.method == "POST":
        links = actions.Links(asked.get("link_indicator", ""), _budget_line(request), meeting)
        try:
            made = actions.make_record(kept, by=request.user, typed=typed, today=timezone.localdate(), links=links)
        except actions.Unfit as unfit:
            faults = unfit.faults
        except Refused as refused:
            messages.error(request, refused.said.said(request.lang))
        else:
            back = meeting or made
            return redirect("record", slug=KEPT[back.table].slug, record_id=back.pk)
    return _form(request, kept, typed, faults, meeting=meeting, place=typed.get("place", ""))


@login_required
def change(request: HttpRequest, slug: str, record_id: int) -> HttpResponse:
    """The form of a record that is there."""
    kept = kept_of(slug)
    record = fetched(Record.objects.filter(table=kept.name), request.user, Permission.WORK, pk=record_id)
    typed, faults = dict(record.data), {}
    meeting = record.meeting
    if request.method == "POST":
        typed = _typed(kept, request.POST)
        if "rapat" in request.POST:
            meeting = _meeting(request, request.POST["rapat"])
        links = actions.Links(request.POST.get("link_indicator", ""), _budget_line(request, record), meeting)
        try:
            actions.change_record(
                record,
                by=request.user,
                typed=typed,
                today=timezone.localdate(),
                revision=_number(request.POST.get("revision", "")),
                links=links,
            )
        except actions.Unfit as unfit:
            faults = unfit.faults
        except Refused as refused:
            messages.error(request, refused.said.said(request.lang))
        else:
            return redirect("record", slug=slug, record_id=record.pk)
    return _form(request, kept, typed, faults, record=record, meeting=meeting, place=record.place)


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


# ---- forms


def _form(
    request: HttpRequest,
    kept: Kept,
    typed: Mapping[str, str],
    faults: Mapping[str, Any],
    *,
    record: Record | None = None,
    meeting: Record | None = None,
    place: str = "",
) -> HttpResponse:
    lang = request.lang
    is_of_meeting = meeting is not None and kept.name == "attendance"
    fields = fields_of(
        kept, typed, faults, request.user, lang, fixed=frozenset({"place", "date"} if is_of_meeting else ())
    )
    links: dict[str, Any] = {}
    if kept.links and place:
        has_own = any(column.name == "indicator" for column in kept.table.columns)
        links = {
            "indicators": () if has_own else indicator_choices(lang),
            "indicator": request.POST.get("link_indicator", record.indicator if record else ""),
            "budget_lines": budget_choices(place, lang),
            "budget_line": request.POST.get("budget_line", record.budget_line if record else ""),
        }
    if kept.name == "commitments" and place:
        chosen = () if meeting is None else ((str(meeting.pk), name_of(meeting, lang)),)
        links["meetings"] = tuple(dict((*meeting_choices(place, lang), *chosen)).items())
    return render(
        request,
        "web/record_form.html",
        {
            "tabs": TABS,
            "tab": kept.name,
            "kept": kept,
            "record": record,
            "meeting": meeting,
            "first": [field for field in fields if field.is_first],
            "rest": [field for field in fields if not field.is_first],
            "rest_filled": any(field.value for field in fields if not field.is_first),
            "row_fault": next((f.wrong for f in fields if f.wrong), None)
            if "" not in faults
            else faults[""].how_to_fix,
            "wrong": [field for field in fields if field.wrong],
            **links,
        },
        status=422 if request.method == "POST" else 200,
    )


def _typed(kept: Kept, sent: Mapping[str, str]) -> dict[str, str]:
    return {c.name: sent.get(c.name, "").strip() for c in kept.table.columns if sent.get(c.name, "").strip()}


def _first(kept: Kept, request: HttpRequest, meeting: Record | None) -> dict[str, str]:
    """What a new form begins with: the place asked for, the meeting's, or the one somebody works for."""
    place = request.GET.get("wilayah") or (meeting.place if meeting else first_place(request.user))
    typed = {"place": place}
    return typed | ({kept.status: "open"} if kept.status and kept.done else {})


def _meeting(request: HttpRequest, number: str) -> Record | None:
    """The meeting of that number in a place one works for."""
    if not number:
        return None
    return fetched(
        Record.objects.filter(table="meeting", ended_at=None), request.user, Permission.WORK, pk=_number(number)
    )


def _budget_line(request: HttpRequest, record: Record | None = None) -> str:
    """The line that was chosen, if it is one that there is to choose or the one the record has."""
    known = record.budget_line if record else ""
    chosen = request.POST.get("budget_line", known)
    place = record.place if record else request.POST.get("place", "")
    found = PLACES.find(place) if place else None
    if chosen in ("", known) or found is None or not may(request.user, Permission.WORK, found.code):
        return chosen if chosen == known else ""
    return chosen if chosen in dict(budget_choices(found.code, request.lang)) else ""


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 18):
        raise Http404
    return int(text)


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
            if before is not None and before.data.get(column.name) != after.data.get(column.name)
        ]
        title = CLOSED if (after.action, kept.name) == ("close_meeting", "meeting") else DONE[after.action]
        told.append(Change(after, title, tuple(changed)))
    return told


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


def _kept(slug: str) -> Kept:
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]
