"""The forms of records, made of the declarations of their tables: a new one, and one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from semesta.web.access import fetched, may, places_of
from semesta.web.actions import records as actions
from semesta.web.actions.refused import Refused
from semesta.web.cells import name_of
from semesta.web.kept import KEPT, Kept
from semesta.web.models import Record
from semesta.web.places import office_places
from semesta.web.record_form import (
    budget_choices,
    fields_of,
    first_place,
    indicator_choices,
    meeting_choices,
)
from semesta.web.roles import Permission
from semesta.web.views.follow_up import TABS, kept_of


@login_required
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of a new record; what is wrong stands beside its field. ?rapat=7 makes it a decision of that meeting."""
    kept = kept_of(slug)
    if not places_of(request.user, Permission.WORK):
        return render(request, "web/not_allowed.html", status=403)
    asked = request.POST if request.method == "POST" else request.GET
    meeting = _meeting(request, asked.get("rapat", ""))
    typed = _typed(kept, request.POST) if request.method == "POST" else _first(kept, request, meeting)
    if meeting is not None and kept.name == "attendance":
        typed |= {"place": meeting.place, "date": meeting.data.get("date", "")}
    faults: Mapping[str, Any] = {}
    if request.method == "POST":
        links = actions.Links(asked.get("link_indicator", ""), _budget_line(request), meeting)
        try:
            made = actions.make_record(kept, by=request.user, typed=typed, today=timezone.localdate(), links=links)
        except actions.Unfit as unfit:
            faults = unfit.faults
        except Refused as refused:
            messages.error(request, refused.said.said(request.lang))
        else:
            back = meeting or made
            return redirect("record", slug=KEPT[back.table].slug, record_id=back.pk)
    return _form(request, kept, typed, faults, meeting=meeting, place=typed.get("place", ""))


@login_required
def change(request: HttpRequest, slug: str, record_id: int) -> HttpResponse:
    """The form of a record that is there."""
    kept = kept_of(slug)
    record = fetched(Record.objects.filter(table=kept.name), request.user, Permission.WORK, pk=record_id)
    typed, faults = dict(record.data), {}
    meeting = record.meeting
    if request.method == "POST":
        typed = _typed(kept, request.POST)
        if "rapat" in request.POST:
            meeting = _meeting(request, request.POST["rapat"])
        links = actions.Links(request.POST.get("link_indicator", ""), _budget_line(request, record), meeting)
        try:
            actions.change_record(
                record,
                by=request.user,
                typed=typed,
                today=timezone.localdate(),
                revision=_number(request.POST.get("revision", "")),
                links=links,
            )
        except actions.Unfit as unfit:
            faults = unfit.faults
        except Refused as refused:
            messages.error(request, refused.said.said(request.lang))
        else:
            return redirect("record", slug=slug, record_id=record.pk)
    return _form(request, kept, typed, faults, record=record, meeting=meeting, place=record.place)


def _form(
    request: HttpRequest,
    kept: Kept,
    typed: Mapping[str, str],
    faults: Mapping[str, Any],
    *,
    record: Record | None = None,
    meeting: Record | None = None,
    place: str = "",
) -> HttpResponse:
    lang = request.lang
    is_of_meeting = meeting is not None and kept.name == "attendance"
    fields = fields_of(
        kept, typed, faults, request.user, lang, fixed=frozenset({"place", "date"} if is_of_meeting else ())
    )
    links: dict[str, Any] = {}
    if kept.links and place:
        has_own = any(column.name == "indicator" for column in kept.table.columns)
        links = {
            "indicators": () if has_own else indicator_choices(lang),
            "indicator": request.POST.get("link_indicator", record.indicator if record else ""),
            "budget_lines": budget_choices(place, lang),
            "budget_line": request.POST.get("budget_line", record.budget_line if record else ""),
        }
    if kept.name == "commitments" and place:
        chosen = () if meeting is None else ((str(meeting.pk), name_of(meeting, lang)),)
        links["meetings"] = tuple(dict((*meeting_choices(place, lang), *chosen)).items())
    return render(
        request,
        "web/record_form.html",
        {
            "tabs": TABS,
            "tab": kept.name,
            "kept": kept,
            "record": record,
            "meeting": meeting,
            "first": [field for field in fields if field.is_first],
            "rest": [field for field in fields if not field.is_first],
            "rest_filled": any(field.value for field in fields if not field.is_first),
            "row_fault": next((f.wrong for f in fields if f.wrong), None)
            if "" not in faults
            else faults[""].how_to_fix,
            "wrong": [field for field in fields if field.wrong],
            **links,
        },
        status=422 if request.method == "POST" else 200,
    )


def _typed(kept: Kept, sent: Mapping[str, str]) -> dict[str, str]:
    return {c.name: sent.get(c.name, "").strip() for c in kept.table.columns if sent.get(c.name, "").strip()}


def _first(kept: Kept, request: HttpRequest, meeting: Record | None) -> dict[str, str]:
    """What a new form begins with: the place asked for, the meeting's, or the one somebody works for."""
    place = request.GET.get("wilayah") or (meeting.place if meeting else first_place(request.user))
    typed = {"place": place}
    return typed | ({kept.status: "open"} if kept.status and kept.done else {})


def _meeting(request: HttpRequest, number: str) -> Record | None:
    """The meeting of that number in a place one works for."""
    if not number:
        return None
    return fetched(
        Record.objects.filter(table="meeting", ended_at=None), request.user, Permission.WORK, pk=_number(number)
    )


def _budget_line(request: HttpRequest, record: Record | None = None) -> str:
    """The line that was chosen, if it is one that there is to choose or the one the record has."""
    known = record.budget_line if record else ""
    chosen = request.POST.get("budget_line", known)
    place = record.place if record else request.POST.get("place", "")
    found = office_places().find(place) if place else None
    if chosen in ("", known) or found is None or not may(request.user, Permission.WORK, found.code):
        return chosen if chosen == known else ""
    return chosen if chosen in dict(budget_choices(found.code, request.lang)) else ""


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 18):
        raise Http404
    return int(text)
