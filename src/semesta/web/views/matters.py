"""Temuan: the rows to act on of a round, each with its reason and next step; masked, and unmasked only with an event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Case, Count, Q, QuerySet, When
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from semesta.basics.words import Words
from semesta.people.findings.registry import FINDINGS
from semesta.web import matter_words
from semesta.web.access import allowed, fetched, may, places_of, sees_identity
from semesta.web.actions import matters as actions
from semesta.web.actions.refused import Refused
from semesta.web.matter_words import BY_STATE, DONE, GIVEN, GONE, OPEN, STATES
from semesta.web.matters import UNREGISTERED
from semesta.web.models import Event, Matter, Round, User
from semesta.web.registering import registration_file
from semesta.web.roles import Permission, roles_with
from semesta.web.typed import number_typed, without
from semesta.web.views.jobs import being_measured

A_PAGE = 50
MINE = "saya"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EVENTS = {
    "assign_matter": Words("Ditugaskan", "Assigned"),
    "finish_matter": Words("Ditandai selesai", "Marked as done"),
    "reopen_matter": Words("Dibuka kembali", "Opened again"),
    "correct_matter": Words("Dikoreksi", "Corrected"),
    "unmask": Words("Identitas dilihat", "Identity seen"),
}


@login_required
def listed(request: HttpRequest) -> HttpResponse:
    """The findings of a round with their counts, and the rows that the filter in the address keeps."""
    if not places_of(request.user, Permission.READ_LISTS):
        return render(request, "web/not_allowed.html", status=403)
    rounds = _rounds(request.user)
    round = _chosen(rounds, request.GET)
    measuring = being_measured(request.user)
    if round is None:
        return render(request, "web/matters.html", {"round": None, "measuring": measuring})
    those = allowed(Matter.objects.filter(round=round), request.user, Permission.READ_LISTS)
    page = Paginator(_filtered(those, request.GET, request.user).select_related("assigned_to"), A_PAGE)
    here = page.get_page(request.GET.get("halaman"))
    return render(
        request,
        "web/matters.html",
        {
            "round": round,
            "measuring": measuring,
            "to_register": those.filter(BY_STATE[OPEN] | BY_STATE[GIVEN], finding=UNREGISTERED).count(),
            "rounds": rounds,
            "snapshot": round.snapshots.filter(is_current=True).first(),
            "counts": _counts(those, request),
            "shown": here,
            "rows": [_row(matter, request) for matter in here],
            "kinds": [(name, FINDINGS[name].title) for name in _kinds(those)],
            "offices": _offices(those),
            "states": STATES,
            "typed": request.GET,
            "query": without(request.GET, "halaman"),
            "mine": MINE,
            "identity_seen": sees_identity(request.user, round.place),
        },
    )


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


@require_POST
@login_required
def register(request: HttpRequest) -> HttpResponse:
    """Those of a round not registered who wait, as the file of bulk registration: whole identities, and recorded."""
    if not places_of(request.user, Permission.READ_LISTS):
        return render(request, "web/not_allowed.html", status=403)
    round = _chosen(_rounds(request.user), request.POST)
    if round is None:
        return redirect("matters")
    those = allowed(Matter.objects.filter(round=round), request.user, Permission.READ_LISTS)
    waiting = those.filter(BY_STATE[OPEN] | BY_STATE[GIVEN], finding=UNREGISTERED).order_by("position", "id")
    rows = list(waiting.select_related("upload"))
    asked = {"round": round.pk, "finding": UNREGISTERED}
    try:
        whose = actions.exported(
            rows, by=request.user, places=[round.place], form="pendaftaran", with_identity=True, asked=asked
        )
    except Refused as refused:
        messages.error(request, refused.said.said(request.lang))
        return redirect("matters")
    today = timezone.localdate()
    content = registration_file(round, rows, whose, request.lang, today=today)
    return _file(content, XLSX, f"pendaftaran-{round.place}-{today.isoformat()}-identitas.xlsx")


@require_POST
@login_required
def export(request: HttpRequest) -> HttpResponse:
    """The rows that the filter keeps, as a file; recorded, and with identities only for who may see them."""
    if not places_of(request.user, Permission.READ_LISTS):
        return render(request, "web/not_allowed.html", status=403)
    round = _chosen(_rounds(request.user), request.POST)
    if round is None:
        return redirect("matters")
    form = "csv" if request.POST.get("bentuk") == "csv" else "xlsx"
    those = allowed(Matter.objects.filter(round=round), request.user, Permission.READ_LISTS)
    rows = list(_filtered(those, request.POST, request.user).select_related("assigned_to", "upload"))
    asked = {"round": round.pk, "finding": request.POST.get("temuan", "")[:40]}
    try:
        whose = actions.exported(
            rows,
            by=request.user,
            places=[round.place],
            form=form,
            with_identity=request.POST.get("identitas") == "ya",
            asked=asked,
        )
    except Refused as refused:
        messages.error(request, refused.said.said(request.lang))
        return redirect("matters")
    today = timezone.localdate()
    if form == "csv":
        content, media = matter_words.as_csv(rows, whose, request.lang), "text/csv; charset=utf-8"
    else:
        content = matter_words.as_xlsx(rows, whose, request.lang, today)
        media = XLSX
    return _file(content, media, f"temuan-{round.place}-{today.isoformat()}{'-identitas' if whose else ''}.{form}")


def _file(content: bytes, media: str, name: str) -> HttpResponse:
    kept = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=media, headers=kept)


# ---- what is shown


def _matter(request: HttpRequest, matter_id: int, permission: Permission = Permission.READ_LISTS) -> Matter:
    rows = Matter.objects.select_related("round", "upload", "assigned_to", "done_by")
    if permission is not Permission.READ_LISTS:
        fetched(rows, request.user, Permission.READ_LISTS, pk=matter_id)
    return fetched(rows, request.user, permission, pk=matter_id)


def _rounds(user: Any) -> list[Round]:
    """The rounds that have rows to act on, those of the last day first."""
    found = allowed(Round.objects.filter(matters__isnull=False), user, Permission.READ_LISTS)
    return list(found.distinct().order_by("-as_of", "-id"))


def _chosen(rounds: list[Round], asked: QueryDict) -> Round | None:
    wanted = asked.get("putaran", "")
    return next((round for round in rounds if str(round.pk) == wanted), rounds[0] if rounds else None)


URGENCY = Case(*(When(finding=name, then=number) for number, name in enumerate(FINDINGS)), default=len(FINDINGS))
"""Findings in the order in which officers work through them."""


def _filtered(rows: QuerySet[Matter], asked: QueryDict, user: Any) -> QuerySet[Matter]:
    rows = rows.order_by(URGENCY, "position", "id")
    if asked.get("temuan") in FINDINGS:
        rows = rows.filter(finding=asked["temuan"])
    if asked.get("kantor"):
        rows = rows.filter(office=asked["kantor"])
    if asked.get("petugas") == MINE:
        rows = rows.filter(assigned_to=user)
    state = asked.get("status", "")
    if state in BY_STATE:
        return rows.filter(BY_STATE[state])
    return rows if state == "semua" else rows.exclude(BY_STATE[GONE]).exclude(BY_STATE[DONE])


def _kinds(rows: QuerySet[Matter]) -> list[str]:
    there = set(rows.order_by().values_list("finding", flat=True).distinct())
    return [name for name in FINDINGS if name in there]


def _offices(rows: QuerySet[Matter]) -> list[str]:
    return list(rows.exclude(office="").order_by("office").values_list("office", flat=True).distinct())


def _counts(rows: QuerySet[Matter], request: HttpRequest) -> list[dict[str, Any]]:
    """By finding how many rows wait, are given to somebody, and are done; in the order in which officers work."""
    found = rows.order_by().values("finding")
    counted = {
        row["finding"]: row
        for row in found.annotate(**{name: Count("id", filter=condition) for name, condition in BY_STATE.items()})
    }
    made = []
    for name in (name for name in FINDINGS if name in counted):
        changed = request.GET.copy()
        for other in ("halaman", "kantor"):
            changed.pop(other, None)
        changed["temuan"] = name
        row = counted[name]
        waits = row[OPEN] + row[GIVEN]
        made.append({**row, "finding": FINDINGS[name], "link": f"?{changed.urlencode()}", "waits": waits})
    return made


def _row(matter: Matter, request: HttpRequest) -> dict[str, Any]:
    return {
        "matter": matter,
        "title": FINDINGS[matter.finding].title,
        "village": matter_words.place_said(matter.village, request.lang),
        "reason": matter.reason.get(request.lang, ""),
        "details": [] if matter.is_about_a_person else matter_words.details(matter, request.lang),
        "state": matter_words.state_of(matter),
    }


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
            **_row(matter, request),
            "finding": FINDINGS[matter.finding],
            "details": matter_words.details(matter, request.lang),
            "round": matter.round,
            "snapshot": matter.round.snapshots.filter(is_current=True).first(),
            "states": STATES,
            "works": works,
            "people": people_of(matter.place) if works else (),
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


def people_of(place: str) -> QuerySet[User]:
    """Who works for a place."""
    above = [place[:end] for end in range(len(place)) if place[end] == "."] + [place, "ID", ""]
    working = Q(grants__ended=None, grants__place__in=above, grants__role__in=roles_with(Permission.WORK))
    return User.objects.filter(working, is_active=True).distinct().order_by("username")


def _history(matter: Matter) -> list[tuple[Event, Words]]:
    events = Event.objects.filter(subject="matter", subject_id=matter.pk).select_related("by")
    return [(event, EVENTS.get(event.action, Words(event.action, event.action))) for event in events]


# ---- what is changed


def _assign(matter: Matter, request: HttpRequest) -> Words:
    to = people_of(matter.place).filter(pk=number_typed(request.POST.get("petugas"))).first()
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
