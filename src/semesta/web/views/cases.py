"""Kasus santunan, for officers: from the event to the money with the heirs, held against the days the law gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from semesta.basics.words import Words
from semesta.law.scholarship.rules import LEVELS
from semesta.web import cases, matter_words
from semesta.web.access import allowed, fetched, may, places_of, workers_of
from semesta.web.actions import cases as actions
from semesta.web.actions.refused import Refused
from semesta.web.entitlements import HAPPENINGS, case_of, lines_of, questions, total_of
from semesta.web.models import Case, Event, Matter
from semesta.web.places import office_places
from semesta.web.roles import Permission
from semesta.web.typed import day_typed, number_typed
from semesta.web.views.jobs import being_measured

EVENTS = {
    "open_case": Words("Kasus dibuka", "Case opened"),
    "change_case": Words("Data kasus diubah", "Case changed"),
    "keep_documents": Words("Dokumen dicatat", "Documents noted"),
    "keep_case_days": Words("Tanggal dicatat", "Days noted"),
    "assign_case": Words("Ditugaskan", "Assigned"),
    "end_case": Words("Dihentikan", "Ended"),
}


@login_required
def listed(request: HttpRequest) -> HttpResponse:
    """The cases, those that are over their days first, and how many deaths still wait for one."""
    if not places_of(request.user, Permission.READ_LISTS):
        return render(request, "web/not_allowed.html", status=403)
    today = timezone.localdate()
    rows = allowed(Case.objects.select_related("assigned_to"), request.user, Permission.READ_LISTS)
    those = [(case, cases.standing(case, today)) for case in rows]
    wanted = request.GET.get("status", "")
    counts = {name: sum(stand.state == name for _, stand in those) for name in cases.STATES}
    shown = [(case, stand) for case, stand in those if stand.state == wanted or (not wanted and _is_open(stand))]
    shown.sort(key=lambda pair: (not pair[1].is_late, -pair[1].waits, pair[0].happened_on))
    return render(
        request,
        "web/cases.html",
        {
            "rows": [
                {
                    "case": case,
                    "standing": stand,
                    "happening": HAPPENINGS[case.happening].title,
                    "village": matter_words.place_said(case.village or case.place, request.lang),
                    "total": total_of(stand.answer, request.lang),
                }
                for case, stand in shown
            ],
            "measuring": being_measured(request.user),
            "states": cases.STATES,
            "counts": [(name, title, counts[name]) for name, title in cases.STATES.items()],
            "chosen": wanted,
            "late": sum(stand.is_late and stand.clock.is_running for _, stand in those),
            "waiting": _unclaimed(request.user).count(),
            "may_work": bool(places_of(request.user, Permission.WORK)),
        },
    )


@login_required
def shown(request: HttpRequest, case_id: int) -> HttpResponse:
    """One case: where it stands, what is owed, what still lacks."""
    return _page(request, _case(request, case_id))


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """The form of a case that somebody told of."""
    places = sorted(places_of(request.user, Permission.WORK) & places_of(request.user, Permission.READ_LISTS))
    if not places:
        return render(request, "web/not_allowed.html", status=403)
    if request.method != "POST":
        return _form(request, QueryDict(f"place={places[0]}"))
    typed, wrong = request.POST, list[Words]()
    place = office_places().find(typed.get("place", "").strip())
    if place is None:
        wrong.append(Words("Wilayah tidak dikenal; tulis kode atau nama.", "Unknown place; code or name."))
    elif not may(request.user, Permission.WORK, place.code):
        wrong.append(Words("Anda tidak bekerja untuk wilayah ini.", "You do not work for this place."))
    told = _told(typed, wrong)
    if not wrong and place is not None:
        try:
            made = actions.open_case(by=request.user, place=place.code, initials=typed.get("initials", ""), **told)
        except Refused as refused:
            wrong.append(refused.said)
        else:
            return redirect("case", case_id=made.pk)
    return _form(request, typed, wrong)


@login_required
def facts(request: HttpRequest, case_id: int) -> HttpResponse:
    """The form that mends what happened."""
    case = _case(request, case_id, Permission.WORK)
    if request.method != "POST":
        return _form(request, _typed(case), case=case)
    wrong = list[Words]()
    told = _told(request.POST, wrong)
    if not wrong:
        try:
            actions.change_case(case, by=request.user, **told)
        except Refused as refused:
            wrong.append(refused.said)
        else:
            return redirect("case", case_id=case.pk)
    return _form(request, request.POST, wrong, case=case)


@require_POST
@login_required
def open_one(request: HttpRequest, matter_id: int) -> HttpResponse:
    """A case of a row of the list of deaths not claimed for."""
    fetched(Matter.objects.all(), request.user, Permission.READ_LISTS, pk=matter_id)
    matter = fetched(Matter.objects.select_related("upload"), request.user, Permission.WORK, pk=matter_id)
    try:
        made = actions.open_case_of(matter, by=request.user)
    except Refused as refused:
        messages.error(request, refused.said.said(request.lang))
        return redirect("matter", matter_id=matter.pk)
    return redirect("case", case_id=made.pk)


@require_POST
@login_required
def open_all(request: HttpRequest) -> HttpResponse:
    """A case for each death that was not claimed for."""
    if not places_of(request.user, Permission.WORK):
        return render(request, "web/not_allowed.html", status=403)
    those = allowed(_unclaimed(request.user).select_related("upload"), request.user, Permission.WORK)
    number = actions.open_cases_of(those, by=request.user)
    messages.success(request, Words(f"{number} kasus dibuka.", f"{number} cases opened.").said(request.lang))
    return redirect("cases")


@require_POST
@login_required
def change(request: HttpRequest, case_id: int) -> HttpResponse:
    """Documents, days, who helps the family, or the end of the case."""
    case = _case(request, case_id, Permission.WORK)
    try:
        CHANGES[request.POST.get("apa", "")](case, request)
    except KeyError:
        return redirect("case", case_id=case.pk)
    except Refused as refused:
        return _page(request, case, refused=refused.said, status=422)
    messages.success(request, Words("Tersimpan.", "Saved.").said(request.lang))
    return redirect("case", case_id=case.pk)


# ---- what is shown


def _case(request: HttpRequest, case_id: int, permission: Permission = Permission.READ_LISTS) -> Case:
    rows = Case.objects.select_related("matter", "assigned_to", "opened_by")
    found = fetched(rows, request.user, Permission.READ_LISTS, pk=case_id)
    return found if permission is Permission.READ_LISTS else fetched(rows, request.user, permission, pk=case_id)


def _unclaimed(user: Any) -> Any:
    """Deaths of the lists that were never claimed for and have no case."""
    rows = Matter.objects.filter(finding=actions.UNCLAIMED, is_current=True, done_at=None, purged_at=None, cases=None)
    return allowed(rows, user, Permission.READ_LISTS)


def _is_open(stand: cases.Standing) -> bool:
    return stand.state not in (cases.PAID, cases.ENDED)


def _page(request: HttpRequest, case: Case, *, refused: Words | None = None, status: int = 200) -> HttpResponse:
    today = timezone.localdate()
    stand = cases.standing(case, today)
    works = may(request.user, Permission.WORK, case.place) and case.purged_at is None
    events = Event.objects.filter(subject="case", subject_id=case.pk).select_related("by")
    steps = (
        (Words("Kejadian", "Event"), case.happened_on),
        (Words("Diajukan", "Filed"), case.filed_on),
        (Words("Lengkap", "Complete"), case.complete_on),
        (Words("Dibayar kepada ahli waris", "Paid to the heirs"), case.paid_on),
    )
    return render(
        request,
        "web/case.html",
        {
            "case": case,
            "standing": stand,
            "state": cases.STATES[stand.state],
            "happening": HAPPENINGS[case.happening],
            "village": matter_words.place_said(case.village, request.lang),
            "steps": steps,
            "lines": lines_of(stand.answer, request.lang),
            "total": total_of(stand.answer, request.lang),
            "works": works,
            "people": workers_of(case.place) if works else (),
            "history": [(event, EVENTS.get(event.action, Words(event.action, event.action))) for event in events],
            "refused": refused,
            "typed": request.POST,
            "today": today.isoformat(),
        },
        status=status,
    )


def _form(
    request: HttpRequest, typed: QueryDict, wrong: list[Words] | None = None, case: Case | None = None
) -> HttpResponse:
    shown = {
        **questions(typed),
        "wrong": wrong,
        "case": case,
        "today": timezone.localdate().isoformat(),
    }
    return render(request, "web/case_form.html", shown, status=422 if wrong else 200)


def _typed(case: Case) -> QueryDict:
    """The case as the form shows it."""
    typed = QueryDict(mutable=True)
    held = case.facts
    typed.update(
        {"happening": case.happening, "date": case.happened_on.isoformat(), "segment": held.get("segment", "")}
    )
    wage = held.get("wage_per_month") or held.get("income_per_month") or ""
    typed.update({"months_paid": held.get("months_paid", ""), "wage_per_month": wage})
    typed.update({"months_off_work": held.get("months_off_work", "")})
    levels = [child["level"] for child in held.get("children", [])]
    typed.update({f"children_{level}": str(levels.count(level)) for level in LEVELS if level in levels})
    typed.setlist("heirs", held.get("heirs", []))
    return typed


def _told(typed: QueryDict, wrong: list[Words]) -> dict[str, Any]:
    """What the form says, as the actions take it; what is wrong with it is added."""
    told, faults = case_of(typed)
    wrong += faults
    unread: dict[str, Words] = {}
    day = day_typed(typed.get("date", ""), unread, "date")
    wrong += unread.values()
    if faults or day is None:
        return {}
    known: Mapping[str, Any] = {
        name: value for name, value in told.items() if name not in ("programme", "event", "date", "complete_on")
    }
    return {"happening": typed["happening"], "happened_on": day, "facts": known}


# ---- what is changed


def _documents(case: Case, request: HttpRequest) -> None:
    known = [paper.title.id for paper, _ in cases.standing(case, timezone.localdate()).documents]
    given = set(request.POST.getlist("dokumen"))
    actions.keep_documents(case, by=request.user, there=[title for title in known if title in given])


def _days(case: Case, request: HttpRequest) -> None:
    wrong: dict[str, Words] = {}
    days = {name: day_typed(request.POST.get(name, ""), wrong, name) for name in ("filed_on", "complete_on", "paid_on")}
    text = request.POST.get("amount_paid", "").strip().removeprefix("Rp").replace(".", "").strip()
    if text and not (text.isascii() and text.isdigit() and len(text) < 13):
        wrong["amount_paid"] = Words("Tulis jumlah dalam rupiah, misalnya 12.500.000.", "Write the amount in rupiah.")
    if wrong:
        first = next(iter(wrong.values()))
        raise Refused(first.id, first.en)
    actions.keep_days(case, by=request.user, **days, amount_paid=int(text) if text else None)


def _assign(case: Case, request: HttpRequest) -> None:
    to = workers_of(case.place).filter(pk=number_typed(request.POST.get("petugas"))).first()
    actions.assign_case(case, by=request.user, to=to)


def _end(case: Case, request: HttpRequest) -> None:
    actions.end_case(case, by=request.user, note=request.POST.get("catatan", ""))


CHANGES: Mapping[str, Any] = {"dokumen": _documents, "tanggal": _days, "tugas": _assign, "hentikan": _end}
