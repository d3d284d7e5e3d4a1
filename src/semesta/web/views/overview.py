"""Ringkasan: a place at its latest round, its regions, and what needs attention now."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from semesta.basics.place_names import NATION
from semesta.basics.places import PLACES
from semesta.web import chapters, dashboard
from semesta.web.access import allowed
from semesta.web.models import Round, Snapshot
from semesta.web.models.round import State
from semesta.web.roles import Permission

MOST_MISSING = 12
HANDED = (State.SUBMITTED, State.ACCEPTED)


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """The place and round asked for (?wilayah=36.72&putaran=7), otherwise the widest place one may see at its latest."""
    measured = allowed(Round.objects.filter(snapshots__is_current=True), request.user, Permission.READ)
    measured = measured.annotate(snapshot=F("snapshots__pk"), sha256=F("snapshots__sha256"))
    chosen = _chosen(measured, request.GET.get("putaran", ""), request.GET.get("wilayah", ""))
    if chosen is None:
        return render(request, "web/overview_empty.html")
    around = _around(measured, chosen.place)
    same = [one for one in around if one.place == chosen.place]
    line = [one for one in same if (one.as_of, one.pk) <= (chosen.as_of, chosen.pk)][-dashboard.ROUNDS :]
    below = [one for one in around if PLACES.parent(one.place) == chosen.place]
    latest = {one.place: dashboard.Region(one.place, one.pk, one.snapshot) for one in below}
    handed = {one.place for one in below if one.state in HANDED and one.as_of.year == chosen.as_of.year}
    missing = dashboard.not_submitted(chosen.place, handed)
    shown = {
        "round": chosen,
        "rounds": same[::-1],
        "above": [one.place for one in around if PLACES.parent(chosen.place) == one.place][:1],
        "snapshot": chosen,
        "cards": dashboard.cards(tuple(one.snapshot for one in line), chosen.place, request.lang),
        "map": dashboard.tile_map(chosen.snapshot, tuple(latest.values()), chosen.place, request.lang),
        "blocks": [
            block
            for block in chapters.blocks(chosen.sha256, "ringkasan", request.lang)
            if block["kind"] not in ("KeyFigures", "PageBreak") and block.get("level") != 1
        ],
        "pages": chapters.CHAPTERS,
        "page": "ringkasan",
        "findings": [one for one in _findings(chosen) if one["severity"] == "error"],
        "missing": missing[:MOST_MISSING],
        "missing_more": max(0, len(missing) - MOST_MISSING),
    }
    return render(request, "web/overview.html", shown)


def _findings(chosen: Round) -> list[dict[str, Any]]:
    return Snapshot.objects.values_list("findings", flat=True).get(pk=chosen.snapshot)


def _chosen(measured: QuerySet[Round], number: str, place: str) -> Round | None:
    """The round of that number, the latest of that place, otherwise the latest of the widest place."""
    width = Case(When(place=NATION, then=Value(0)), default=Length("place"))
    by_width = measured.alias(width=width).order_by("width", "-as_of", "-id")
    if number.isascii() and number.isdigit():
        return measured.filter(pk=int(number[:18])).first() or by_width.first()
    return (by_width.filter(place=place).first() if place else None) or by_width.first()


def _around(measured: QuerySet[Round], place: str) -> list[Round]:
    """The rounds of the place, of the place above it, and of those right below, the oldest first; light, whatever they found."""
    regions = [region.code for region in PLACES.regions(place)]
    near = measured.filter(place__in=[place, PLACES.parent(place), *regions])
    return list(near.order_by("as_of", "id").only("place", "title", "as_of", "state"))
