"""Bandingkan: two rounds, or two regions, side by side."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from semesta.web.access import allowed
from semesta.web.comparing import compared
from semesta.web.models import Round, Snapshot
from semesta.web.roles import Permission


@login_required
def compare(request: HttpRequest) -> HttpResponse:
    """The two rounds asked for (?a=3&b=7); without a choice the two latest of one place."""
    measured = allowed(Round.objects.filter(snapshots__is_current=True), request.user, Permission.READ)
    rounds = list(measured.order_by("place", "as_of", "id"))
    chosen = [next((one for one in rounds if str(one.pk) == request.GET.get(name, "")), None) for name in "ab"]
    first, second = chosen if all(chosen) else _latest_two(rounds)
    lines = []
    if first is not None and second is not None:
        current = {one.round_id: one for one in Snapshot.objects.filter(round__in=(first, second), is_current=True)}
        lines = compared(current[first.pk], current[second.pk], request.lang)
    return render(request, "web/compare.html", {"rounds": rounds, "first": first, "second": second, "lines": lines})


def _latest_two(rounds: list[Round]) -> tuple[Round | None, Round | None]:
    """The latest two rounds of the place that has most; the same round twice is no comparison."""
    by_place: dict[str, list[Round]] = {}
    for one in rounds:
        by_place.setdefault(one.place, []).append(one)
    most = max(by_place.values(), key=len, default=[])
    return (most[-2], most[-1]) if len(most) > 1 else (rounds[0], rounds[-1]) if len(rounds) > 1 else (None, None)
