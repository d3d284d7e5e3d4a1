"""Pengiriman: which regions have submitted for a year, province by province."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from semesta.web.access import allowed, may, places_of
from semesta.web.dashboard import governed
from semesta.web.models import Round
from semesta.web.models.round import State
from semesta.web.places import office_places
from semesta.web.roles import Permission
from semesta.web.views.rounds import STATES

FURTHEST = (State.DRAFT, State.RETURNED, State.SUBMITTED, State.ACCEPTED)
HANDED = (State.SUBMITTED, State.ACCEPTED)
"""States in which a round has left the hands of who made it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A region: how far its own round is, and which of the regions below it have submitted none."""

    code: str
    round: int | None
    state: str
    below: int
    missing: tuple[str, ...]

    @property
    def handed(self) -> int:
        return self.below - len(self.missing)


def _widest(request: HttpRequest) -> str:
    known = [code for code in places_of(request.user, Permission.READ) if code in office_places()]
    return min(known, key=lambda code: (len(office_places().path(code)), code), default="")


@login_required
def submissions(request: HttpRequest) -> HttpResponse:
    """The regions of a place (?wilayah=36) and how far their rounds of a year (?tahun=2025) are.

    By default the widest place that the reader may read, and this year.
    """
    place, asked = request.GET.get("wilayah") or _widest(request), request.GET.get("tahun", "")
    if place not in office_places() or not may(request.user, Permission.READ, place):
        raise Http404
    year = (
        int(asked)
        if asked.isascii() and asked.isdigit() and 1990 <= int(asked[:5]) <= 2999
        else timezone.localdate().year
    )
    rounds = allowed(Round.objects.filter(as_of__year=year), request.user, Permission.READ)
    furthest: dict[str, tuple[int, str, int]] = {}
    for code, state, number in rounds.values_list("place", "state", "pk"):
        furthest[code] = max(furthest.get(code, (-1, "", 0)), (FURTHEST.index(State(state)), state, number))
    above = office_places().parent(place)
    lines = [_line(code, furthest) for code in governed(place)]
    shown = {
        "place": place,
        "year": year,
        "years": (year - 1, year, year + 1),
        "above": above if above and may(request.user, Permission.READ, above) else "",
        "lines": lines,
        "states": STATES,
        "handed": sum(line.state in HANDED for line in lines),
        "has_below": any(line.below for line in lines),
    }
    return render(request, "web/submissions.html", shown)


def _line(code: str, furthest: Mapping[str, tuple[int, str, int]]) -> Line:
    _, state, number = furthest.get(code, (-1, "", 0))
    below = governed(code)
    missing = tuple(one for one in below if furthest.get(one, (-1, "", 0))[1] not in HANDED)
    return Line(code, number or None, state, len(below), missing)
