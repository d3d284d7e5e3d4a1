"""Ringkasan: a place at its latest round, its regions, and what needs attention now."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from semesta.web import chapters
from semesta.web.access import allowed
from semesta.web.models import Round, Snapshot
from semesta.web.roles import Permission


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """The summary of the latest round one may see, or of the one chosen; an empty office is told how to begin."""
    rounds = list(allowed(Round.objects.filter(snapshots__is_current=True), request.user, Permission.READ)[:60])
    chosen = next((one for one in rounds if str(one.pk) == request.GET.get("putaran")), rounds[0] if rounds else None)
    if chosen is None:
        return render(request, "web/overview_empty.html")
    snapshot = Snapshot.objects.get(round=chosen, is_current=True)
    shown = {
        "round": chosen,
        "rounds": rounds,
        "snapshot": snapshot,
        "blocks": chapters.blocks(snapshot.sha256, "ringkasan", request.lang),
        "pages": chapters.CHAPTERS,
        "findings": [one for one in snapshot.findings if one["severity"] == "error"][:5],
    }
    return render(request, "web/overview.html", shown)
