"""Rencana: scenarios, and what they come to."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Router, Schema, Status

from semesta.basics.words import Lang
from semesta.web import plans
from semesta.web.access import allowed, fetched, in_subtrees
from semesta.web.actions.scenarios import ask_plan
from semesta.web.api.paging import Id, Limit, Offset, Page, PlaceCode, page
from semesta.web.models import Job, Scenario
from semesta.web.roles import Permission

router = Router(tags=["plans"])
HELD = Scenario.objects.filter(ended_at=None)


class ScenarioOut(Schema):
    """`is_ready`: nothing is left to be filled in, so that it can be run."""

    id: int
    place: str
    name: str
    revision: int
    is_ready: bool
    round: int | None
    is_example: bool
    changed_at: dt.datetime

    resolve_round = staticmethod(lambda scenario: scenario.round_id)


class ScenarioWhole(ScenarioOut):
    """With its text in YAML, as `semesta plan run` reads it."""

    text: str


class JobOut(Schema):
    """The work that was asked for; `progress` from 0 to 1."""

    id: int
    state: str
    progress: float


@router.get("", response=Page[ScenarioOut], url_name="plans")
def listed(request: HttpRequest, place: PlaceCode = None, limit: Limit = 100, offset: Offset = 0) -> dict[str, Any]:
    """The scenarios of a place and everything below it."""
    rows = allowed(HELD, request.user, Permission.READ).order_by("id")
    return page(rows.filter(in_subtrees([place])) if place else rows, limit, offset)


@router.get("/{int:scenario_id}", response=ScenarioWhole, url_name="plan")
def one(request: HttpRequest, scenario_id: Id) -> Scenario:
    return fetched(HELD, request.user, Permission.READ, pk=scenario_id)


@router.post("/{int:scenario_id}/run", response={202: JobOut}, url_name="run_plan")
def run(request: HttpRequest, scenario_id: Id, lang: Literal["id", "en"] = "id") -> Any:
    """Has the scenario run as it stands; 409 while something is to be filled in."""
    scenario = fetched(HELD, request.user, Permission.PLAN, pk=scenario_id)
    job: Job = ask_plan(scenario, None, by=request.user, lang=lang)
    return Status(202, job)


@router.get("/{int:scenario_id}/result", response=dict[str, Any], url_name="plan_result")
def result(request: HttpRequest, scenario_id: Id, lang: Lang = "id") -> dict[str, Any]:
    """The plan as it stands, as `semesta plan run --json` gives it; 404 before it was run in this language."""
    scenario = fetched(HELD, request.user, Permission.READ, pk=scenario_id)
    try:
        told = (plans.inputs(scenario).folder(lang) / "rencana.json").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Http404 from None
    return dict(json.loads(told))
