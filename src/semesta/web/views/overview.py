"""Ringkasan: a place at its latest round, its regions, and what needs attention now."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from semesta.basics.places import PLACES
from semesta.web import chapters, dashboard
from semesta.web.access import allowed
from semesta.web.models import Round, Snapshot
from semesta.web.roles import Permission

MOST_MISSING = 12


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """The place and round asked for (?wilayah=36.72&putaran=7), otherwise the widest place one may see at its latest."""
    measured = allowed(Round.objects.filter(snapshots__is_current=True), request.user, Permission.READ)
    rounds = list(measured.order_by("-as_of", "-id"))
    chosen = _chosen(rounds, request.GET.get("putaran", ""), request.GET.get("wilayah", ""))
    if chosen is None:
        return render(request, "web/overview_empty.html")
    current = {
        one.round_id: one for one in Snapshot.objects.filter(is_current=True, round__in=rounds).defer("problems")
    }
    snapshot = current[chosen.pk]
    missing = dashboard.not_submitted(chosen, rounds)
    shown = {
        "round": chosen,
        "rounds": [one for one in rounds if one.place == chosen.place],
        "above": [code for code in PLACES.path(chosen.place)[:-1] if any(one.place == code for one in rounds)],
        "snapshot": snapshot,
        "cards": dashboard.cards(current, chosen, rounds, request.lang),
        "map": dashboard.tile_map(current, chosen, rounds, request.lang),
        "blocks": [
            block
            for block in chapters.blocks(snapshot.sha256, "ringkasan", request.lang)
            if block["kind"] not in ("KeyFigures", "PageBreak") and block.get("level") != 1
        ],
        "pages": chapters.CHAPTERS,
        "page": "ringkasan",
        "findings": [one for one in snapshot.findings if one["severity"] == "error"],
        "missing": missing[:MOST_MISSING],
        "missing_more": max(0, len(missing) - MOST_MISSING),
        "regions": len(PLACES.regions(chosen.place)),
    }
    return render(request, "web/overview.html", shown)


def _chosen(rounds: list[Round], number: str, place: str) -> Round | None:
    """The round of that number, the latest of that place, otherwise the latest of the widest place."""
    by_number = next((one for one in rounds if str(one.pk) == number), None)
    of_place = next((one for one in rounds if one.place == place), None)
    widest = min(rounds, key=lambda one: len(PLACES.path(one.place)), default=None)
    return by_number or of_place or widest
