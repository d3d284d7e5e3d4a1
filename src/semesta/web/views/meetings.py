"""The end of a meeting: its berita acara to sign, and the signed one that closes it."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from semesta.basics.words import Words
from semesta.web import minutes
from semesta.web.access import fetched
from semesta.web.actions.meetings import close_meeting
from semesta.web.actions.refused import Refused
from semesta.web.actions.uploads import stored
from semesta.web.downloads import attached
from semesta.web.models import Record, Scan
from semesta.web.record_form import latest_snapshot
from semesta.web.roles import Permission
from semesta.web.views.answering import writes

MEETINGS = "rapat"


def _meeting(request: HttpRequest, record_id: int, permission: Permission) -> Record:
    return fetched(Record.objects.filter(table="meeting"), request.user, permission, pk=record_id)


@login_required
def document(request: HttpRequest, record_id: int, form: str) -> HttpResponse:
    """The berita acara to sign, as DOCX or PDF, made from the latest measurement of the place and what the meeting decided."""
    meeting = _meeting(request, record_id, Permission.READ)
    if form not in minutes.FORMS:
        raise Http404
    snapshot = latest_snapshot(meeting.place)
    if snapshot is None:
        made: object = Words(
            "Belum ada putaran wilayah ini yang diukur; buat putaran dan unggah datanya.",
            "No round of this place is measured yet; make one and upload its data.",
        )
    else:
        made = minutes.minutes(meeting, snapshot, request.lang, today=timezone.localdate())
    if isinstance(made, Words):
        messages.error(request, made.said(request.lang))
        return redirect("record", slug=MEETINGS, record_id=meeting.pk)
    name = f"{minutes.PAPER}.{form}"
    return attached(made[name](), name)


@writes("record")
def close(request: HttpRequest, slug: str, record_id: int) -> HttpResponse:
    """Takes in the signed scan, which closes the meeting."""
    meeting = _meeting(request, record_id, Permission.WORK)
    given = request.FILES.get("scan")
    if given is None:
        raise Refused("Pilih berkas pindaian.", "Choose the scanned file.")
    try:
        signed_on = dt.date.fromisoformat(request.POST.get("signed_on", "").strip())
    except ValueError:
        raise Refused("Isi tanggal tanda tangan.", "Give the day it was signed.") from None
    close_meeting(
        meeting,
        by=request.user,
        number=request.POST.get("number", ""),
        signed_on=signed_on,
        name=given.name or "pindaian",
        content=given.chunks(),
    )
    closed = Words(
        "Rapat ditutup; komitmennya membawa nomor berita acara.",
        "The meeting is closed; its commitments carry the number of the minutes.",
    )
    messages.success(request, closed.said(request.lang))
    return redirect("record", slug=slug, record_id=meeting.pk)


@login_required
def scan(request: HttpRequest, record_id: int) -> HttpResponse:
    """The signed minutes, always as a file to save and never as a page."""
    meeting = _meeting(request, record_id, Permission.READ)
    found = Scan.objects.filter(meeting=meeting, replaced_at=None).first()
    if found is None:
        raise Http404
    name = f"berita-acara-{meeting.pk}.{found.kind}"
    return FileResponse(
        stored(found.sha256).open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream"
    )
