"""Record of processing (UU 27/2022): which lists of people, what for, until when, who saw whom; made from uploads and the audit."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from semesta.basics.words import Words
from semesta.tables.origin import PURPOSE
from semesta.web.access import allowed, fetched, in_subtrees, may, places_of
from semesta.web.actions.matters import NOT_STATED, declare_people
from semesta.web.actions.refused import Refused
from semesta.web.models import Event, Grant, Upload
from semesta.web.roles import TITLES, Permission, Role
from semesta.web.sections import sections

SEEN = (
    "unmask",
    "export_matters",
    "purge_upload",
    "purge_case",
    "purge_record",
    "purge_scan",
    "purge_leftovers",
    "declare_people",
)
TITLES_OF = {
    "unmask": Words("Identitas satu orang dilihat", "One identity seen"),
    "export_matters": Words("Daftar diunduh", "List downloaded"),
    "purge_upload": Words("Daftar dihapus", "List deleted"),
    "purge_case": Words("Data kasus dihapus", "Data of a case deleted"),
    "purge_record": Words("Isi lama catatan dihapus", "Former texts of a record deleted"),
    "purge_scan": Words("Pindaian yang diganti dihapus", "Replaced scan deleted"),
    "purge_leftovers": Words("Berkas sisa dihapus", "Files left behind deleted"),
    "declare_people": Words("Tujuan dan dasar dicatat", "Purpose and basis noted"),
}
MOST_EVENTS = 200


@login_required
def shown(request: HttpRequest) -> HttpResponse:
    """The lists of people that the office holds or held, who may see identities, and who did."""
    places = _places(request.user)
    if not places:
        return render(request, "web/not_allowed.html", status=403)
    uploads = Upload.objects.filter(in_subtrees(places, "round__place"), holds_people=True)
    today = timezone.localdate()
    return render(
        request,
        "web/processing.html",
        {
            "uploads": [_upload(one, today, request) for one in uploads.select_related("round", "added_by")],
            "sections": sections(request.user),
            "unstated": _unstated(request.user).count(),
            "purpose": PURPOSE,
            "grants": [(one, TITLES[Role(one.role)]) for one in _who_sees(places)],
            "events": [(one, TITLES_OF[one.action]) for one in _events(places)[:MOST_EVENTS]],
            "today": today.isoformat(),
        },
    )


@require_POST
@login_required
def declare(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Mends purpose, legal basis and day of deletion of a list."""
    rows = Upload.objects.select_related("round").filter(holds_people=True, purged_at=None)
    upload = fetched(rows, request.user, Permission.WORK, field="round__place", pk=upload_id)
    try:
        day = dt.date.fromisoformat(request.POST.get("delete_on", ""))
        declare_people(
            upload,
            by=request.user,
            purpose=request.POST.get("purpose", ""),
            legal_basis=request.POST.get("legal_basis", ""),
            delete_on=day,
        )
    except ValueError:
        messages.error(request, Words("Tulis tanggal penghapusan.", "Give the day of deletion.").said(request.lang))
    except Refused as refused:
        messages.error(request, refused.said.said(request.lang))
    return redirect("processing")


@require_POST
@login_required
def declare_all(request: HttpRequest) -> HttpResponse:
    """Gives every list that has none yet a legal basis; its day of deletion stays."""
    if not places_of(request.user, Permission.WORK):
        return render(request, "web/not_allowed.html", status=403)
    try:
        for upload in _unstated(request.user).select_related("round"):
            declare_people(
                upload,
                by=request.user,
                purpose=request.POST.get("purpose", ""),
                legal_basis=request.POST.get("legal_basis", ""),
                delete_on=upload.delete_on,
            )
    except Refused as refused:
        messages.error(request, refused.said.said(request.lang))
    return redirect("processing")


def _unstated(user: Any) -> QuerySet[Upload]:
    """Lists of people without a legal basis, of places for which they work."""
    rows = Upload.objects.filter(holds_people=True, purged_at=None, legal_basis=NOT_STATED)
    return allowed(rows, user, Permission.WORK, "round__place")


def _places(user: Any) -> frozenset[str]:
    return places_of(user, Permission.READ_LISTS) | places_of(user, Permission.ADMINISTER)


def _upload(upload: Upload, today: dt.date, request: HttpRequest) -> dict[str, Any]:
    return {
        "upload": upload,
        "is_stated": upload.legal_basis != NOT_STATED,
        "is_over": upload.purged_at is None and upload.delete_on is not None and upload.delete_on <= today,
        "may_mend": upload.purged_at is None and may(request.user, Permission.WORK, upload.round.place),
    }


def _who_sees(places: frozenset[str]) -> QuerySet[Grant]:
    held = Grant.objects.filter(ended=None, sees_identity=True, user__is_active=True).select_related("user")
    return held.filter(in_subtrees(places)).order_by("place", "user__username")


def _events(places: frozenset[str]) -> QuerySet[Event]:
    found = Event.objects.filter(in_subtrees(places), Q(action__in=SEEN)).select_related("by")
    return found.order_by("-id")
