"""Tindak lanjut on one page: what is due, what waits to be measured again, and the rounds whose rows can be copied."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from semesta.basics.words import Words
from semesta.web.access import allowed, fetched, places_of
from semesta.web.actions.copying import copy_round
from semesta.web.kept import BY_SLUG, KEPT, Kept
from semesta.web.models import Event, Job, Record, Round, Snapshot
from semesta.web.reminders import reminders
from semesta.web.roles import Permission
from semesta.web.standing import changed_since, tables_in_files
from semesta.web.views.answering import writes

TABS = tuple(kept for kept in KEPT.values() if kept.name != "attendance")
"""The lists with a page of their own; who was present stands with the meeting."""

MOST_ROUNDS = 12


@login_required
def follow_up(request: HttpRequest) -> HttpResponse:
    """What is due and overdue, and the rounds whose rows can be copied."""
    require_some_place(request)
    today = timezone.localdate()
    may_work = bool(places_of(request.user, Permission.WORK))
    return render(
        request,
        "web/follow_up.html",
        {
            "tabs": TABS,
            "tab": "",
            "today": today,
            "due": reminders(request.user, today, request.lang),
            "counts": _counts(request),
            "copyable": _copyable(request),
            "stale": _stale(request),
            "may_work": may_work,
        },
    )


@login_required
def due(request: HttpRequest) -> HttpResponse:
    """What is due in a place (?wilayah=36.72) and below it, as the short list of the first page."""
    require_some_place(request)
    place = request.GET.get("wilayah", "")
    found = reminders(request.user, timezone.localdate(), request.lang, place=place)
    return render(request, "web/due_short.html", {"due": found})


@writes("follow_up")
def copy(request: HttpRequest, round_id: int) -> HttpResponse:
    """Copies the rows of a round's files; says how many were new, known, and left as people had changed them."""
    round = fetched(Round.objects.all(), request.user, Permission.WORK, pk=round_id)
    found = copy_round(round, tables_in_files(round, today=timezone.localdate()), by=request.user)
    told = Words(
        f"{found.made} catatan baru, {found.renewed} diperbarui, {found.known} sudah ada",
        f"{found.made} new records, {found.renewed} renewed, {found.known} there already",
    )
    if found.differing:
        told += Words(
            f", {found.differing} berbeda dan tetap seperti yang sudah diubah orang",
            f", {found.differing} differ and stay as people changed them",
        )
    if found.elsewhere:
        told += Words(
            f", {found.elsewhere} milik wilayah lain tidak disalin", f", {found.elsewhere} of other places not copied"
        )
    messages.info(request, told.said(request.lang) + ".")
    return redirect("follow_up")


def kept_of(slug: str) -> Kept:
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]


def require_some_place(request: HttpRequest) -> None:
    """Who has a role nowhere has no lists to see."""
    if not places_of(request.user, Permission.READ):
        raise Http404


def _counts(request: HttpRequest) -> list[tuple[Kept, int, int]]:
    """By table how many records there are and how many of them are open."""
    rows = allowed(Record.objects.filter(ended_at=None), request.user, Permission.READ).values_list("table", "is_open")
    held = list(rows)
    return [
        (kept, sum(t == kept.name for t, _ in held), sum(t == kept.name and is_open for t, is_open in held))
        for kept in TABS
    ]


@dataclass(frozen=True, slots=True)
class Copyable:
    """A round whose files hold rows of these tables; copied: when they were last copied."""

    round: Round
    rows: int
    copied: dt.datetime | None


def _copyable(request: HttpRequest) -> list[Copyable]:
    """The rounds that can be copied, those never copied first."""
    current = Snapshot.objects.filter(is_current=True).select_related("round").defer("problems", "findings")
    snapshots = allowed(current, request.user, Permission.WORK, "round__place").order_by("-as_of", "-id")[:MOST_ROUNDS]
    done = Event.objects.filter(
        action="copy_round", subject="round", subject_id__in=[one.round_id for one in snapshots]
    )
    copied = {event.subject_id: event.at for event in done.order_by("id")}
    found = [
        Copyable(one.round, sum(one.rows_read.get(name, 0) for name in KEPT), copied.get(one.round_id))
        for one in snapshots
    ]
    return sorted((one for one in found if one.rows), key=lambda one: one.copied is not None)


def _stale(request: HttpRequest) -> list[tuple[Round, int]]:
    """Open rounds that people's records will enter, and how many of those changed since the round was measured."""
    rounds = allowed(Round.objects.filter(snapshots__is_current=True), request.user, Permission.WORK)
    found = []
    for round in [one for one in rounds.order_by("-as_of", "-id")[:MOST_ROUNDS] if one.is_open]:
        job = Job.objects.filter(kind="measure", arguments__round=round.pk, state="done").first()
        since = job.started_at if job and job.started_at else round.made_at
        number = changed_since(round, since)
        if number:
            found.append((round, number))
    return found
