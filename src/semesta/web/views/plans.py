"""Rencana: scenarios listed, begun, changed in a form or as text, run, compared, downloaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from semesta.basics.words import Lang, Words
from semesta.planning.faults import PlanFault
from semesta.planning.rewritten import rewritten
from semesta.report.rencana.files import NAMES
from semesta.web import plans
from semesta.web.access import allowed, fetched, in_subtrees, may, places_of
from semesta.web.actions import beside
from semesta.web.actions import scenarios as actions
from semesta.web.actions.refused import Refused
from semesta.web.downloads import TYPES, attached
from semesta.web.models import Figure, Job, Round, Scenario, ScenarioText
from semesta.web.places import office_places
from semesta.web.plan_fields import fits_a_form
from semesta.web.plan_form import form
from semesta.web.plan_typed import typed, typed_over
from semesta.web.roles import Permission
from semesta.web.scenario_text import LONGEST, place_of, read
from semesta.web.typed import number_typed
from semesta.web.views.answering import writes

STATES = {
    "returned": Words("perlu dilengkapi", "to be filled in"),
    "failed": Words("perlu diperbaiki", "to be mended"),
    "in_progress": Words("sedang dihitung", "being reckoned"),
    "accepted": Words("sudah dihitung", "reckoned"),
    "planned": Words("siap dihitung", "ready to run"),
}
ASKED = ("scenario", "revision", "snapshot")
"""What tells the work on one scenario from that on another, or on what it was before."""
HELD = Scenario.objects.filter(ended_at=None)


@login_required
def listed(request: HttpRequest) -> HttpResponse:
    """The scenarios of places one may read (?wilayah=36.72: of one and what is below it), and the rounds with pools."""
    rows = allowed(HELD.select_related("round"), request.user, Permission.READ)
    place = office_places().find(request.GET.get("wilayah", "").strip())
    rows = rows.filter(in_subtrees([place.code])) if place else rows
    every = _states(list(rows), request.lang)
    told = Figure.objects.filter(indicator="pool_carried", whole__isnull=False, snapshot__is_current=True)
    pooled = Round.objects.filter(pk__in=told.values("snapshot__round"))
    shown = {
        "scenarios": every,
        "ready": [one for one, _ in every if one.is_ready],
        "rounds": allowed(pooled, request.user, Permission.READ)[:20],
        "may_plan": bool(places_of(request.user, Permission.PLAN)),
    }
    return render(request, "web/plans.html", shown)


@login_required
def shown(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """The plan as it was last run, or the step that is next."""
    scenario = _fetched(request, scenario_id)
    folder = plans.inputs(scenario).folder(request.lang)
    # Both may have been of another place before the plan moved to this one.
    reported = Round.objects.filter(plan__scenario=scenario).select_related("plan").order_by("-pk")
    shown = {
        **_around(request, scenario, "hasil"),
        "blocks": plans.blocks_kept(folder),
        "files": plans.files_of(folder, NAMES),
        "job": _job(scenario, None),
        "texts": scenario.texts.select_related("by"),
        "rounds": _rounds(request, scenario),
        "reported": allowed(reported, request.user, Permission.READ),
        "may_read_round": scenario.round is not None and may(request.user, Permission.READ, scenario.round.place),
        "may_work": may(request.user, Permission.WORK, scenario.place),
        "others": allowed(HELD.filter(is_ready=True).exclude(pk=scenario.pk), request.user, Permission.READ),
    }
    return render(request, "web/plan.html", shown)


@login_required
def change(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """The main fields as a form. What is typed is kept also with faults; they stand beside their fields until mended."""
    scenario = _fetched(request, scenario_id, Permission.PLAN)
    if request.method != "POST":
        return _form_page(request, scenario, scenario.text)
    base = _revision(request, scenario, request.POST.get("revision"))
    before = base.text if base else scenario.text
    content = read(before).content
    if content is None or not fits_a_form(content):
        return redirect("plan_text", scenario_id=scenario.pk)
    if base is not None and base.number != scenario.revision:
        now = read(scenario.text).content or {}
        if (both := typed_over(content, now, request.POST, request.lang)) is not None:
            told = Words(
                "Orang lain mengubah skenario ini sementara Anda mengisi. Isian Anda diletakkan di atas perubahannya; periksa, lalu simpan.",
                "Somebody else changed this scenario meanwhile. What you typed stands over those changes; check it, then save.",
            )
            messages.warning(request, told.said(request.lang))
            return _form_page(request, scenario, rewritten(scenario.text, both), status=422)
    text = rewritten(before, typed(content, request.POST, request.lang))
    return _kept(request, scenario, text) or _form_page(request, scenario, text, status=422)


@login_required
def text(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """The whole scenario as text, for everything that has no field."""
    scenario = _fetched(request, scenario_id, Permission.PLAN)
    if request.method != "POST":
        return _text_page(request, scenario, scenario.text)
    given = request.POST.get("text", "").replace("\r\n", "\n")
    return _kept(request, scenario, given) or _text_page(request, scenario, given, status=422)


def _kept(request: HttpRequest, scenario: Scenario, text: str) -> HttpResponse | None:
    """Where to go when it is kept and there is nothing to mend; otherwise None, and the page tells what is."""
    try:
        kept = actions.change_scenario(
            scenario, by=request.user, text=text, revision=number_typed(request.POST.get("revision"))
        )
    except actions.Unkept as unkept:
        # What reading finds stands at its field; that somebody may not plan for a place is said here.
        own = [one.said(request.lang) for one in unkept.faults if one not in read(text).faults]
        messages.error(request, " ".join([unkept.said.said(request.lang), *own]))
        return None
    except Refused as refused:
        messages.error(request, refused.said.said(request.lang))
        scenario.refresh_from_db()
        return None
    scenario.refresh_from_db()
    if not kept.is_ready:
        told = Words(
            "Tersimpan. Sebelum dihitung masih ada yang perlu diisi.",
            "Kept. Something is to be filled in before it is run.",
        )
        messages.warning(request, told.said(request.lang))
        return None
    if "run" in request.POST:
        _ask(request, kept, None)
        return redirect("plan", scenario_id=kept.pk)
    messages.success(request, Words("Tersimpan.", "Kept.").said(request.lang))
    return redirect(request.path)


def _form_page(request: HttpRequest, scenario: Scenario, text: str, status: int = 200) -> HttpResponse:
    found = read(text)
    if found.content is None:
        return _text_page(request, scenario, text, status)
    if not fits_a_form(found.content):
        told = Words(
            "Skenario ini terlalu panjang untuk formulir; ubah teksnya.", "Too long for a form; change its text."
        )
        messages.info(request, told.said(request.lang))
        return _text_page(request, scenario, text, status)
    filled = form(found.content, found.faults or _faults_of_run(scenario, text), request.lang)
    shown = {**_around(request, scenario, "ubah"), "form": filled}
    return render(request, "web/plan_form.html", shown, status=status)


def _text_page(request: HttpRequest, scenario: Scenario, text: str, status: int = 200) -> HttpResponse:
    found = read(text).faults or _faults_of_run(scenario, text)
    faults = [(fault.field, fault.said(request.lang)) for fault in found]
    shown = {**_around(request, scenario, "teks"), "text": text, "faults": faults, "longest": LONGEST}
    return render(request, "web/plan_text.html", shown, status=status)


@require_POST
@login_required
def run(request: HttpRequest, scenario_id: int) -> HttpResponse:
    scenario = _fetched(request, scenario_id, Permission.PLAN)
    try:
        _ask(request, scenario, None)
    except Refused as refused:
        messages.error(request, refused.said.said(request.lang))
        return redirect("change_plan", scenario_id=scenario.pk)
    return redirect("plan", scenario_id=scenario.pk)


@login_required
def compare(request: HttpRequest) -> HttpResponse:
    """Two scenarios beside each other (?a=3&b=7); whoever may read both may have them compared."""
    asked = request.POST if request.method == "POST" else request.GET
    ready = allowed(HELD.filter(is_ready=True), request.user, Permission.READ)
    first, other = (_fetched(request, number_typed(asked.get(name))) for name in "ab")
    if first.pk == other.pk:
        told = Words("Pilih dua rencana yang berbeda.", "Choose two plans that differ.")
        messages.error(request, told.said(request.lang))
        return redirect("plan", scenario_id=first.pk)
    folder = plans.inputs(first, other).folder(request.lang)
    if request.method == "POST":
        try:
            if not plans.files_of(folder, NAMES):
                _ask(request, first, other)
        except Refused as refused:
            messages.error(request, refused.said.said(request.lang))
        return redirect(f"{reverse('compare_plans')}?a={first.pk}&b={other.pk}")
    shown = {
        "first": first,
        "other": other,
        "ready": ready,
        "blocks": plans.blocks_kept(folder),
        "files": plans.files_of(folder, NAMES),
        "job": _job(first, other),
    }
    return render(request, "web/plan_compare.html", shown)


@login_required
def download(request: HttpRequest, scenario_id: int, name: str) -> FileResponse:
    """A file of a result (?dengan=7: of the one with another beside it)."""
    scenario = _fetched(request, scenario_id)
    other = request.GET.get("dengan")
    folder = plans.inputs(scenario, _fetched(request, number_typed(other)) if other else None).folder(request.lang)
    if name not in NAMES or not (folder / name).is_file():
        raise Http404
    ending = name.rpartition(".")[2]
    called = f"rencana-{scenario.place}-{scenario.pk}.{ending}"
    return FileResponse((folder / name).open("rb"), as_attachment=True, filename=called, content_type=TYPES[ending])


@login_required
def as_file(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """The scenario as `rencana.yaml`, as it stands or (?revisi=2) stood: to be run elsewhere, or laid beside a round's data."""
    scenario = _fetched(request, scenario_id)
    text = scenario.text
    if number := request.GET.get("revisi"):
        found = _revision(request, scenario, number)
        if found is None:
            raise Http404
        text = found.text
    return attached(text, "rencana.yaml")


@writes("plan")
def choose_round(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """Chooses the round that a plan belongs to; with `chapter` its report also has a chapter of the plan."""
    scenario = _fetched(request, scenario_id, Permission.PLAN)
    chosen, round = request.POST.get("round", ""), None
    if chosen:
        round = fetched(Round.objects.all(), request.user, Permission.READ, pk=number_typed(chosen))
    if round is not None and "chapter" in request.POST:
        beside.lay_beside(round, scenario, by=request.user)
    else:
        beside.choose_round(scenario, round, by=request.user)
    scenario = _fetched(request, scenario_id)
    if scenario.is_ready and plans.blocks_kept(plans.inputs(scenario).folder(request.lang)) is None:
        _ask(request, scenario, None)  # what it comes to with other data
    return redirect("plan", scenario_id=scenario.pk)


@writes("plan")
def copy(request: HttpRequest, scenario_id: int) -> HttpResponse:
    """The same scenario once more, to be changed and compared with this one."""
    scenario = _fetched(request, scenario_id, Permission.PLAN)
    content = read(scenario.text).content
    if content is None:
        raise Http404
    name = Words(f"{scenario.name} (salinan)", f"{scenario.name} (copy)").said(request.lang).strip()
    text = rewritten(scenario.text, {**content, "name": name})
    made = actions.make_scenario(by=request.user, text=text, round=scenario.round)
    return redirect("change_plan", scenario_id=made.pk)


@writes("plans")
def end(request: HttpRequest, scenario_id: int) -> HttpResponse:
    actions.end_scenario(_fetched(request, scenario_id, Permission.PLAN), by=request.user)
    return redirect("plans")


def _rounds(request: HttpRequest, scenario: Scenario) -> QuerySet[Round]:
    """The rounds that a plan may belong to: measured ones of its place."""
    return allowed(
        Round.objects.filter(place=scenario.place, snapshots__is_current=True), request.user, Permission.READ
    )


def _fetched(request: HttpRequest, scenario_id: int, permission: Permission = Permission.READ) -> Scenario:
    return fetched(HELD.select_related("round"), request.user, permission, pk=scenario_id)


def _revision(request: HttpRequest, scenario: Scenario, number: str | None) -> ScenarioText | None:
    """A text that the scenario had; None also where it was of another place then, which the reader does not read."""
    found = scenario.texts.filter(number=number_typed(number)).first()
    return found if found is not None and may(request.user, Permission.READ, place_of(found.text)) else None


def _around(request: HttpRequest, scenario: Scenario, page: str) -> Mapping[str, Any]:
    """What stands over every page of a scenario."""
    return {"scenario": scenario, "page": page, "may_plan": may(request.user, Permission.PLAN, scenario.place)}


def _ask(request: HttpRequest, scenario: Scenario, other: Scenario | None) -> Job:
    return actions.ask_plan(scenario, other, by=request.user, lang=request.lang)


def _job(scenario: Scenario, other: Scenario | None) -> Job | None:
    """The latest work on the scenario as it stands."""
    made_of = plans.inputs(scenario, other)
    asked = dict(zip(ASKED, (scenario.pk, scenario.revision, made_of.snapshot), strict=True))
    asked |= {"other": other.pk if other else None, "other_revision": other.revision if other else None}
    same = {f"arguments__{name}": value for name, value in asked.items()}
    return Job.objects.filter(kind="plan", **same).order_by("-id").first()


def _states(scenarios: Sequence[Scenario], lang: Lang) -> list[tuple[Scenario, tuple[str, Words]]]:
    """Each scenario with how far it is, and that in words; as many questions to the database for many as for one."""
    snapshots = plans.snapshots_of(scenarios)
    asked = Job.objects.filter(kind="plan", arguments__scenario__in=list(snapshots), arguments__other=None)
    latest = {tuple(job.arguments[name] for name in ASKED): job for job in asked.order_by("id")}
    found = []
    for one in scenarios:
        folder = plans.Inputs(one.text, snapshots[one.pk]).folder(lang)
        name = _state(one, latest.get((one.pk, one.revision, snapshots[one.pk])), folder)
        found.append((one, (name, STATES[name])))
    return found


def _state(scenario: Scenario, job: Job | None, folder: Path) -> str:
    if not scenario.is_ready:
        return "returned"
    if job is not None and job.is_open:
        return "in_progress"
    if (folder / plans.BLOCKS).is_file():
        return "accepted"
    return "failed" if job is not None and job.state == "failed" else "planned"


def _faults_of_run(scenario: Scenario, text: str) -> tuple[PlanFault, ...]:
    """What only the last run of this text found; reading it found nothing."""
    job = _job(scenario, None) if text == scenario.text else None
    return plans.faults_kept(job.message) if job is not None and job.state == "failed" else ()
