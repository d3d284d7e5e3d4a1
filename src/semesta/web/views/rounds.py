"""Putaran: made, filled with files, measured, submitted, decided, published."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from semesta.basics.words import Words
from semesta.files.to_fill_in import titles
from semesta.rounds.lists import kept_until
from semesta.tables.origin import PURPOSE
from semesta.web import chapters
from semesta.web.access import allowed, fetched, may, places_of
from semesta.web.actions import rounds as actions
from semesta.web.actions import uploads
from semesta.web.actions.beside import lay_beside
from semesta.web.actions.refused import Refused
from semesta.web.models import Job, Round, Scenario, Snapshot
from semesta.web.models.job import OPEN
from semesta.web.models.round import Kind, State
from semesta.web.places import office_places
from semesta.web.preview import preview
from semesta.web.roles import Permission
from semesta.web.typed import day_typed, number_typed
from semesta.web.views.answering import writes

KINDS = {
    Kind.MEETING: Words("Rapat monev", "Monitoring meeting"),
    Kind.SEMESTER: Words("Laporan semester", "Semester report"),
    Kind.ANNUAL: Words("Laporan tahunan", "Annual report"),
}
STATES = {
    "draft": Words("Disiapkan", "In preparation"),
    "submitted": Words("Menunggu pemeriksaan", "Waits to be checked"),
    "returned": Words("Dikembalikan", "Returned"),
    "accepted": Words("Diterima", "Accepted"),
}


@login_required
def listed(request: HttpRequest) -> HttpResponse:
    rounds = allowed(Round.objects.select_related("made_by"), request.user, Permission.READ)
    may_work = bool(places_of(request.user, Permission.WORK))
    return render(
        request, "web/rounds.html", {"rounds": rounds, "states": STATES, "kinds": KINDS, "may_work": may_work}
    )


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """The form of a new round; what is wrong stands beside its field."""
    places = sorted(places_of(request.user, Permission.WORK))
    if not places:
        return render(request, "web/not_allowed.html", status=403)
    typed = request.POST if request.method == "POST" else {"place": places[0]}
    wrong: dict[str, Words] = {}
    if request.method == "POST":
        found = office_places().find(typed.get("place", "").strip())
        if found is None:
            wrong["place"] = Words("Wilayah tidak dikenal; tulis kode atau nama.", "Unknown place; code or name.")
        elif not may(request.user, Permission.WORK, found.code):
            wrong["place"] = Words("Anda tidak bekerja untuk wilayah ini.", "You do not work for this place.")
        if not typed.get("title", "").strip():
            wrong["title"] = Words("Beri nama putaran, misalnya Monev Juli 2024.", "Name the round.")
        if typed.get("kind") not in Kind.values:
            wrong["kind"] = Words("Pilih jenisnya.", "Choose its kind.")
        day = day_typed(typed.get("as_of", ""), wrong, "as_of")
        if not wrong and found is not None:
            made = actions.make_round(
                by=request.user,
                place=found.code,
                title=typed["title"].strip()[:200],
                kind=typed["kind"],
                as_of=day,
            )
            return redirect("round", round_id=made.pk)
    shown = {"typed": typed, "wrong": wrong, "kinds": KINDS, "places": places}
    return render(request, "web/round_new.html", shown, status=422 if wrong else 200)


@login_required
def shown(request: HttpRequest, round_id: int) -> HttpResponse:
    """Everything about a round on one page, with the next step as one button."""
    round = fetched(Round.objects.select_related("plan__scenario"), request.user, Permission.READ, pk=round_id)
    snapshot = Snapshot.objects.filter(round=round, is_current=True).first()
    job = Job.objects.filter(arguments__round=round.pk, kind="measure").first()
    today = timezone.localdate()
    is_looked_at = round.is_open or round.state == State.SUBMITTED
    return render(
        request,
        "web/round.html",
        {
            "round": round,
            "snapshot": snapshot,
            "job": job,
            "disclosing": _disclosing(round),
            "uploads": round.uploads.filter(removed_at=None),
            "state": STATES[round.state],
            "kind": KINDS[Kind(round.kind)],
            "pages": chapters.CHAPTERS,
            "may_work": may(request.user, Permission.WORK, round.place),
            "may_verify": may(request.user, Permission.VERIFY, round.place),
            "may_read_lists": may(request.user, Permission.READ_LISTS, round.place),
            "purpose": PURPOSE,
            "templates": titles(),
            "delete_on": kept_until(today).isoformat(),
            "to_act": _to_act(request, round),
            "plans": Scenario.objects.filter(place=round.place, ended_at=None, is_ready=True),
            "may_read_plan": round.plan is not None and may(request.user, Permission.READ, round.plan.scenario.place),
            "is_measuring": job is not None and job.state in OPEN,
            "preview": preview(round, snapshot, request.lang) if snapshot is not None and is_looked_at else None,
        },
    )


@writes("round")
def upload(request: HttpRequest, round_id: int) -> HttpResponse:
    """Takes files in, says of each whether it is new, and has the round measured."""
    round = fetched(Round.objects.all(), request.user, Permission.WORK, pk=round_id)
    wrong: dict[str, Words] = {}
    holds_people = request.POST.get("holds_people") == "on"
    day = day_typed(request.POST.get("delete_on", ""), wrong, "delete_on")
    if wrong:
        raise Refused(wrong["delete_on"].id, wrong["delete_on"].en)
    given = request.FILES.getlist("files")
    if not given:
        raise Refused("Pilih berkas lebih dulu.", "Choose files first.")
    said = _declared(request, day) if holds_people else {}
    news: list[bool] = []
    try:
        for file in given:
            made, is_new = uploads.add_upload(
                round, by=request.user, name=file.name or "berkas", content=file.chunks(), **said
            )
            news.append(is_new)
            if not is_new:
                same = Words(
                    f"{made.name}: isinya sama dengan berkas yang sudah ada; tidak ada yang berubah.",
                    f"{made.name}: the same as a file that is already here; nothing changed.",
                )
                messages.info(request, same.said(request.lang))
    finally:  # where one was refused, those before it are in the round
        if any(news):
            actions.ask_measurement(round, by=request.user)
    return redirect("round", round_id=round.pk)


def _declared(request: HttpRequest, day: dt.date | None) -> dict[str, Any]:
    """What is said of lists of people."""
    told = {name: request.POST.get(name, "") for name in ("purpose", "legal_basis")}
    return {"holds_people": True, "delete_on": day, **told}


@writes("round")
def remove(request: HttpRequest, round_id: int, upload_id: int) -> HttpResponse:
    round = fetched(Round.objects.all(), request.user, Permission.WORK, pk=round_id)
    found = round.uploads.filter(pk=upload_id, removed_at=None).first()
    if found is not None:
        uploads.remove_upload(found, by=request.user)
        if round.uploads.filter(removed_at=None).exists():
            actions.ask_measurement(round, by=request.user)
    return redirect("round", round_id=round.pk)


@writes("round")
def measure(request: HttpRequest, round_id: int) -> HttpResponse:
    actions.ask_measurement(fetched(Round.objects.all(), request.user, Permission.WORK, pk=round_id), by=request.user)
    return redirect("round", round_id=round_id)


@writes("round")
def lay_plan(request: HttpRequest, round_id: int) -> HttpResponse:
    """Chooses the plan that the report of the round has a chapter of; none where none is named."""
    round = fetched(Round.objects.all(), request.user, Permission.WORK, pk=round_id)
    chosen, scenario = request.POST.get("plan", ""), None
    if chosen:
        every = Scenario.objects.filter(ended_at=None)
        scenario = fetched(every, request.user, Permission.PLAN, pk=number_typed(chosen))
    lay_beside(round, scenario, by=request.user)
    return redirect("round", round_id=round_id)


@writes("round")
def submit(request: HttpRequest, round_id: int) -> HttpResponse:
    round = fetched(Round.objects.all(), request.user, Permission.WORK, pk=round_id)
    actions.submit_round(round, by=request.user)
    return redirect("round", round_id=round_id)


@writes("round")
def decide(request: HttpRequest, round_id: int) -> HttpResponse:
    round = fetched(Round.objects.all(), request.user, Permission.VERIFY, pk=round_id)
    if request.POST.get("decision") == "accept":
        actions.accept_round(round, by=request.user)
    else:
        actions.return_round(round, by=request.user, remark=request.POST.get("remark", ""))
    return redirect("round", round_id=round_id)


@writes("round")
def publish(request: HttpRequest, round_id: int) -> HttpResponse:
    round = fetched(Round.objects.all(), request.user, Permission.VERIFY, pk=round_id)
    act = actions.withdraw_round if request.POST.get("withdraw") else actions.publish_round
    act(round, by=request.user)
    return redirect("round", round_id=round_id)


def _disclosing(round: Round) -> Job | None:
    """The work of making the round fit to be seen, unless it was done."""
    last = Job.objects.filter(arguments__round=round.pk, kind="disclose").first()
    return last if last is not None and last.state != "done" else None


def _to_act(request: HttpRequest, round: Round) -> int:
    """How many rows of lists of people wait to be acted on, for who may see them."""
    if not may(request.user, Permission.READ_LISTS, round.place):
        return 0
    return round.matters.filter(is_current=True, done_at=None).count()
