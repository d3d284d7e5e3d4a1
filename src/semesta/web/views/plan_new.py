"""Rencana: a scenario begun with the example, a file, or the figures of a round."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from semesta.basics.words import Words
from semesta.planning.begun import begun
from semesta.planning.faults import PlanFault
from semesta.planning.rewritten import rewritten
from semesta.planning.scenario import template
from semesta.web import chapters
from semesta.web.access import allowed, fetched, places_of
from semesta.web.actions import scenarios as actions
from semesta.web.actions.refused import Refused
from semesta.web.models import Round, Snapshot
from semesta.web.places import office_places
from semesta.web.roles import Permission
from semesta.web.scenario_text import LONGEST, read
from semesta.web.typed import number_typed

NO_PLACE = Words("isi nama atau kode kabupaten, kota atau provinsi", "write the name or the code of a region")


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Begins a scenario with the example, a file, another scenario, or a round's own figures; it is filled in afterwards."""
    places = sorted(places_of(request.user, Permission.PLAN))
    if not places:
        return render(request, "web/not_allowed.html", status=403)
    rounds = allowed(Round.objects.filter(snapshots__is_current=True), request.user, Permission.PLAN)
    shown: dict[str, Any] = {"places": places, "rounds": rounds, "typed": request.POST or {"place": _only(places)}}
    if request.method != "POST":
        shown["chosen"] = request.GET.get("putaran", "")
        return render(request, "web/plan_new.html", shown)
    shown["chosen"] = request.POST.get("from", "")
    try:
        text, round = _begun(request)
        made = actions.make_scenario(by=request.user, text=text, round=round)
    except actions.Unkept as unkept:
        if not request.FILES and {fault.field for fault in unkept.faults} == {"place"}:
            shown["no_place"] = _wrong(unkept.faults[0]) if request.POST.get("place", "").strip() else NO_PLACE
        else:
            shown["faults"] = [fault.said(request.lang) for fault in unkept.faults]
        return render(request, "web/plan_new.html", shown, status=422)
    except Refused as refused:
        shown["faults"] = [refused.said.said(request.lang)]
        return render(request, "web/plan_new.html", shown, status=422)
    return redirect("change_plan", scenario_id=made.pk)


def _wrong(fault: PlanFault) -> Words:
    """What is wrong with a field, and what would mend it."""
    return fault.expected + Words("; ", "; ") + fault.how_to_fix


def _only(places: list[str]) -> str:
    """The name of the one place that somebody plans for; "" where they have to choose."""
    found = office_places().get(places[0]) if len(places) == 1 else None
    return found.title.id if found else ""


def _begun(request: HttpRequest) -> tuple[str, Round | None]:
    """The text to begin with, and the round it was taken from."""
    if (file := request.FILES.get("file")) is not None:
        return _decoded(file.read(4 * LONGEST + 1)), None
    if number := request.POST.get("from", ""):
        round = fetched(Round.objects.all(), request.user, Permission.PLAN, pk=number_typed(number))
        snapshot = Snapshot.objects.filter(round=round, is_current=True).first()
        text = begun(chapters.measured(snapshot.sha256)) if snapshot else None
        if text is None:
            raise Refused(
                "Putaran ini tidak menyebut siapa yang dibayar di wilayahnya sendiri; mulai dari contoh.",
                "This round does not say who is paid for in its own place; begin with the example.",
            )
        return text, round
    content = read(template()).content or {}
    own = {"place": request.POST.get("place", "").strip(), "name": request.POST.get("name", "").strip()}
    return rewritten(
        template(), {**content, **{name: text for name, text in own.items() if text or name == "place"}}
    ), None


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except ValueError:
        raise Refused(
            "Berkas ini bukan skenario: pilih rencana.yaml, dari Unduh rencana.yaml atau dari semesta plan new.",
            "This file is no scenario: choose rencana.yaml, of Download rencana.yaml or of semesta plan new.",
        ) from None
