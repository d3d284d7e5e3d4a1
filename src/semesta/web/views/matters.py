"""Temuan: the rows to act on of a round, masked, each with its reason and next step; and taken along as a file, with an event."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Case, Count, QuerySet, When
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from semesta.people.findings.registry import FINDINGS
from semesta.web import matter_words
from semesta.web.access import allowed, places_of, sees_identity
from semesta.web.actions import matters as actions
from semesta.web.actions.refused import Refused
from semesta.web.downloads import attached
from semesta.web.matter_words import BY_STATE, DONE, GIVEN, GONE, OPEN, STATES
from semesta.web.matters import UNREGISTERED
from semesta.web.models import Matter, Round
from semesta.web.registering import registration_file
from semesta.web.roles import Permission
from semesta.web.typed import without
from semesta.web.views.jobs import being_measured

A_PAGE = 50
MINE = "saya"


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
            "rows": [matter_words.row_said(matter, request.lang) for matter in here],
            "kinds": [(name, FINDINGS[name].title) for name in _kinds(those)],
            "offices": _offices(those),
            "states": STATES,
            "typed": request.GET,
            "query": without(request.GET, "halaman"),
            "mine": MINE,
            "identity_seen": sees_identity(request.user, round.place),
        },
    )


@never_cache
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
    return attached(content, f"pendaftaran-{round.place}-{today.isoformat()}-identitas.xlsx")


@never_cache
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
        content = matter_words.as_csv(rows, whose, request.lang)
    else:
        content = matter_words.as_xlsx(rows, whose, request.lang, today)
    return attached(content, f"temuan-{round.place}-{today.isoformat()}{'-identitas' if whose else ''}.{form}")


# ---- what is shown


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
