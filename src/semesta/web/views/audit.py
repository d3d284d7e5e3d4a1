"""Jejak audit: what was done in the places somebody administers, to filter and to take along."""

from __future__ import annotations

import json

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from semesta.basics.words import Lang, Words
from semesta.web import audit
from semesta.web.access import allowed, places_of
from semesta.web.actions.recorded import recorded
from semesta.web.downloads import attached, csv_file
from semesta.web.models import Event
from semesta.web.places import office_places
from semesta.web.roles import Permission
from semesta.web.sections import sections

A_PAGE = 50
FIELDS = ("wilayah", "orang", "tindakan", "dari", "sampai")
HEADS = {
    "id": ("nomor", "waktu", "oleh", "tindakan", "wilayah", "hal", "nomor_hal", "rincian"),
    "en": ("number", "time", "by", "action", "place", "subject", "subject_number", "details"),
}


@login_required
def listed(request: HttpRequest) -> HttpResponse:
    """The trail, newest first; ?format=csv gives all that is shown, and is an event itself."""
    places = places_of(request.user, Permission.ADMINISTER)
    if not places:
        return render(request, "web/not_allowed.html", status=403)
    wrong: dict[str, Words] = {}
    rows = audit.events(request.user, request.GET, wrong)
    if request.GET.get("format") == "csv" and not wrong:
        return _download(request, rows, office_places().smallest_holding(place or "ID" for place in places))
    names = allowed(Event.objects.all(), request.user, Permission.ADMINISTER).order_by("action")
    page = Paginator(rows.none() if wrong else rows, A_PAGE).get_page(request.GET.get("halaman"))
    query = request.GET.copy()
    query.pop("halaman", None)
    shown = {
        "shown": page,
        "rows": [(event, audit.said(event.action), audit.subject(event.subject), _detail(event)) for event in page],
        "typed": {name: request.GET.get(name, "") for name in FIELDS},
        "wrong": wrong,
        "actions": [(name, audit.said(name)) for name in names.values_list("action", flat=True).distinct()],
        "query": query.urlencode(),
        "sections": sections(request.user),
    }
    return render(request, "web/audit.html", shown, status=422 if wrong else 200)


def _download(request: HttpRequest, rows: QuerySet[Event], place: str) -> HttpResponse:
    told = [_cells(event, request.lang) for event in rows.iterator(chunk_size=2000)]
    with recorded("export_audit", by=request.user, place=place) as event:
        event.detail = {"rows": len(told)}
    return attached(csv_file(HEADS[request.lang], told), f"audit-{timezone.localdate().isoformat()}.csv")


def _cells(event: Event, lang: Lang) -> list[str]:
    return [
        str(event.pk),
        timezone.localtime(event.at).isoformat(timespec="seconds"),
        event.by.username if event.by else "",
        audit.said(event.action).said(lang),
        event.place,
        event.subject,
        "" if event.subject_id is None else str(event.subject_id),
        json.dumps(event.detail, ensure_ascii=False) if event.detail else "",
    ]


def _detail(event: Event) -> str:
    """The details in a line: hashes by their beginning, lists by their length."""
    return ", ".join(f"{name} {_short(value)}" for name, value in event.detail.items())


def _short(value: object) -> str:
    if isinstance(value, (list, dict)):
        return f"({len(value)})"
    text = json.dumps(value) if isinstance(value, bool) else str(value)
    return f"{text[:12]}…" if len(text) > 40 else text
