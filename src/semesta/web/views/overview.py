"""Ringkasan: a place at its latest round, its regions, and what needs attention now."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.db.models import Case, QuerySet, Value, When
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from semesta.basics.place_names import NATION
from semesta.basics.words import Lang
from semesta.web import chapters, dashboard
from semesta.web.access import in_subtrees, places_of
from semesta.web.framed import Written, framed, written
from semesta.web.models import Round, Snapshot
from semesta.web.models.round import State
from semesta.web.places import office_places, remembered
from semesta.web.roles import Permission

MOST_MISSING = 12
HANDED = (State.SUBMITTED, State.ACCEPTED)


class Near(NamedTuple):
    """A measured round of the place, of the one above it, or of one right below, with its current snapshot."""

    pk: int
    place: str
    title: str
    as_of: dt.date
    state: str
    is_example: bool
    snapshot: int
    sha256: str


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """The place and round asked for (?wilayah=36.72&putaran=7), otherwise the widest place one may see at its latest."""
    places = places_of(request.user, Permission.READ)
    number, place = request.GET.get("putaran", ""), request.GET.get("wilayah", "")
    place = _place_of(places, number) or place or _widest(places)
    around = _around(places, place)
    chosen = _chosen(around, number, place)
    if chosen is None:
        place = _widest_measured(places)
        around = _around(places, place)
        chosen = _chosen(around, "", place)
    if chosen is None:
        return render(request, "web/overview_empty.html")
    found = office_places().get(chosen.place)
    name = found.title.said(request.lang) if found else chosen.place
    return framed(request, "web/overview.html", _content(chosen, around, request.lang), name=name)


@remembered(2048)
def _content(chosen: Near, around: tuple[Near, ...], lang: Lang) -> Written:
    """What the page shows of these rounds. Snapshots never change, so it is written once for the rounds there are."""
    same = [one for one in around if one.place == chosen.place]
    line = [one for one in same if (one.as_of, one.pk) <= (chosen.as_of, chosen.pk)][-dashboard.ROUNDS :]
    below = [one for one in around if office_places().parent(one.place) == chosen.place]
    latest = {one.place: dashboard.Region(one.place, one.pk, one.snapshot) for one in below}
    handed = {one.place for one in below if one.state in HANDED and one.as_of.year == chosen.as_of.year}
    missing = dashboard.not_submitted(chosen.place, handed)
    findings = Snapshot.objects.values_list("findings", flat=True).get(pk=chosen.snapshot)
    shown = {
        "lang": lang,
        "round": chosen,
        "rounds": same[::-1],
        "above": [one.place for one in around if office_places().parent(chosen.place) == one.place][:1],
        "snapshot": chosen,
        "cards": dashboard.cards(tuple(one.snapshot for one in line), chosen.place, lang),
        "map": dashboard.tile_map(chosen.snapshot, tuple(latest.values()), chosen.place, lang),
        "blocks": [
            block
            for block in chapters.blocks(chosen.sha256, "ringkasan", lang)
            if block["kind"] not in ("KeyFigures", "PageBreak") and block.get("level") != 1
        ],
        "pages": chapters.CHAPTERS,
        "page": "ringkasan",
        "findings": [one for one in findings if one["severity"] == "error"],
        "regions": len(dashboard.governed(chosen.place)),
        "missing": missing[:MOST_MISSING],
        "missing_more": max(0, len(missing) - MOST_MISSING),
    }
    return written(render_to_string("web/overview_content.html", shown))


def _measured(places: frozenset[str]) -> QuerySet[Round]:
    """The measured rounds of places and below them."""
    return Round.objects.filter(in_subtrees(places), snapshots__is_current=True)


def _place_of(places: frozenset[str], number: str) -> str:
    """The place of the round of that number."""
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return ""
    return _measured(places).filter(pk=int(number)).values_list("place", flat=True).first() or ""


def _widest(places: frozenset[str]) -> str:
    """The place that holds all others; none where several are as wide."""
    return next((one for one in places if all(office_places().is_within(other, one) for other in places)), "")


def _widest_measured(places: frozenset[str]) -> str:
    """The widest place with a round, of several the one with the latest."""
    width = Case(When(place=NATION, then=Value(0)), default=Length("place"))
    rounds = _measured(places).alias(width=width).order_by("width", "-as_of")
    return rounds.values_list("place", flat=True).first() or ""


def _around(places: frozenset[str], place: str) -> tuple[Near, ...]:
    """The rounds of the place, of the place above it, and of those right below, the oldest first."""
    if not place or not places:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(*_asked(places, place))
        return tuple(map(Near._make, cursor.fetchall()))


@remembered(512)
def _asked(places: frozenset[str], place: str) -> tuple[str, tuple[object, ...]]:
    """What asks the database for the rounds around a place: for every page anew, and written once."""
    regions = [region.code for region in office_places().regions(place)]
    near = _measured(places).filter(place__in=[place, office_places().parent(place), *regions]).order_by("as_of", "pk")
    columns = ("pk", "place", "title", "as_of", "state", "is_example", "snapshots__pk", "snapshots__sha256")
    sql, values = near.values_list(*columns).query.sql_with_params()
    return sql, tuple(values)


def _chosen(around: tuple[Near, ...], number: str, place: str) -> Near | None:
    """The round of that number, otherwise the latest of the place."""
    by_number = next((one for one in around if str(one.pk) == number), None) if number else None
    return by_number or next((one for one in reversed(around) if one.place == place), None)
