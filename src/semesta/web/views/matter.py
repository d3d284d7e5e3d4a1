"""One row of Temuan: why it is here, who it is about for who may know and only with an event, what was done with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from semesta.basics.words import Words
from semesta.people.findings.registry import FINDINGS
from semesta.web import matter_words
from semesta.web.access import fetched, may, sees_identity, workers_of
from semesta.web.actions import matters as actions
from semesta.web.actions.refused import Refused
from semesta.web.models import Event, Matter
from semesta.web.roles import Permission
from semesta.web.typed import number_typed

EVENTS = {
    "assign_matter": Words("Ditugaskan", "Assigned"),
    "finish_matter": Words("Ditandai selesai", "Marked as done"),
    "reopen_matter": Words("Dibuka kembali", "Opened again"),
    "correct_matter": Words("Dikoreksi", "Corrected"),
    "unmask": Words("Identitas dilihat", "Identity seen"),
}


@login_required
def shown(request: HttpRequest, matter_id: int) -> HttpResponse:
    """One row: why it is here, what to do next, what was done."""
    return _page(request, _matter(request, matter_id))


@never_cache
@require_POST
@login_required
def unmask(request: HttpRequest, matter_id: int) -> HttpResponse:
    """The row with who it is about. That somebody looked is recorded; nothing of it is kept by the browser."""
    matter = _matter(request, matter_id)
    try:
        who = actions.unmasked(matter, by=request.user)
    except Refused as refused:
        return _page(request, matter, refused=refused.said, status=403)
    said = [(title, who[name]) for name, title in matter_words.IDENTITY if who.get(name)]
    return _page(request, matter, identity=said)


@require_POST
@login_required
def change(request: HttpRequest, matter_id: int) -> HttpResponse:
    """Gives the row to somebody, marks it done, opens it again, or lays a correction over it."""
    matter = _matter(request, matter_id, Permission.WORK)
    try:
        said = CHANGES[request.POST.get("apa", "")](matter, request)
    except KeyError:
        return redirect("matter", matter_id=matter.pk)
    except Refused as refused:
        return _page(request, matter, refused=refused.said, status=422)
    messages.success(request, said.said(request.lang))
    return redirect("matter", matter_id=matter.pk)


# ---- what is shown


def _matter(request: HttpRequest, matter_id: int, permission: Permission = Permission.READ_LISTS) -> Matter:
    rows = Matter.objects.select_related("round", "upload", "assigned_to", "done_by")
    if permission is not Permission.READ_LISTS:
        fetched(rows, request.user, Permission.READ_LISTS, pk=matter_id)
    return fetched(rows, request.user, permission, pk=matter_id)


def _page(
    request: HttpRequest,
    matter: Matter,
    *,
    identity: list[tuple[Words, str]] | None = None,
    refused: Words | None = None,
    status: int = 200,
) -> HttpResponse:
    works = may(request.user, Permission.WORK, matter.place)
    return render(
        request,
        "web/matter.html",
        {
            **matter_words.row_said(matter, request.lang),
            "finding": FINDINGS[matter.finding],
            "details": matter_words.details(matter, request.lang),
            "round": matter.round,
            "snapshot": matter.round.snapshots.filter(is_current=True).first(),
            "states": matter_words.STATES,
            "works": works,
            "people": workers_of(matter.place) if works else (),
            "fields": matter_words.FIELDS,
            "corrections": [
                (one, matter_words.FIELDS[one.field]) for one in matter.corrections.select_related("made_by")
            ],
            "history": _history(matter),
            "identity": identity,
            "identity_seen": sees_identity(request.user, matter.place) and matter.is_about_a_person,
            "is_kept": matter.upload is not None and matter.upload.purged_at is None,
            "case": matter.cases.first(),
            "refused": refused,
            "today": timezone.localdate().isoformat(),
        },
        status=status,
    )


def _history(matter: Matter) -> list[tuple[Event, Words]]:
    events = Event.objects.filter(subject="matter", subject_id=matter.pk).select_related("by")
    return [(event, EVENTS.get(event.action, Words(event.action, event.action))) for event in events]


# ---- what is changed


def _assign(matter: Matter, request: HttpRequest) -> Words:
    to = workers_of(matter.place).filter(pk=number_typed(request.POST.get("petugas"))).first()
    actions.assign_matter(matter, by=request.user, to=to)
    return Words("Penanggung jawab dicatat.", "Assigned.")


def _finish(matter: Matter, request: HttpRequest) -> Words:
    actions.finish_matter(matter, by=request.user, note=request.POST.get("catatan", ""))
    return Words("Ditandai selesai.", "Marked as done.")


def _reopen(matter: Matter, request: HttpRequest) -> Words:
    actions.reopen_matter(matter, by=request.user)
    return Words("Dibuka kembali.", "Opened again.")


def _correct(matter: Matter, request: HttpRequest) -> Words:
    try:
        since = dt.date.fromisoformat(request.POST.get("berlaku", ""))
    except ValueError:
        raise Refused("Isi tanggal berlakunya koreksi.", "Give the day from which it holds.") from None
    field, value = request.POST.get("kolom", ""), request.POST.get("isi", "")
    actions.correct_matter(matter, by=request.user, field=field, value=value, since=since)
    return Words("Koreksi dicatat; daftar asalnya tidak diubah.", "Correction kept; the list itself is unchanged.")


CHANGES: Mapping[str, Any] = {"tugas": _assign, "selesai": _finish, "buka": _reopen, "koreksi": _correct}
