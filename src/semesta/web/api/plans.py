"""Rencana: scenarios made and changed, the rounds they belong to, what they come to, two of them beside each other."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest
from ninja import Body, Router, Schema, Status
from pydantic import Field

from semesta.basics.words import Lang
from semesta.web import plans
from semesta.web.access import allowed, fetched, in_subtrees
from semesta.web.actions import beside
from semesta.web.actions import scenarios as actions
from semesta.web.api.jobs import JobOut
from semesta.web.api.paging import LARGEST_ID, PLAIN, Id, Limit, Offset, Page, PlaceCode, page
from semesta.web.models import Job, Round, Scenario
from semesta.web.roles import Permission

router = Router(tags=["plans"])
HELD = Scenario.objects.select_related("round").filter(ended_at=None)
RESULT = "rencana.json"
Text = Annotated[str, Field(max_length=200_000, pattern=PLAIN)]
EXAMPLE = {"text": "place: Kota Cilegon\nname: Melanjutkan\nyears: {first: 2027, last: 2028}\n"}


class ScenarioOut(Schema):
    """`is_ready`: nothing is left to be filled in, so that it can be run. `round`: whose data it draws on."""

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


class ScenarioIn(Schema):
    """A scenario in YAML. What is still to be filled in is no fault; a text of no known place is."""

    text: Text


class Changed(ScenarioIn):
    """`revision`: the one that was seen; somebody else's later one is not overwritten."""

    revision: Annotated[int, Field(ge=1, le=2**31 - 1)]


class BelongsTo(Schema):
    """`round`: null for none. `chapter`: whether its report has a chapter of the plan."""

    round: Annotated[int, Field(ge=1, le=LARGEST_ID)] | None = None
    chapter: bool = False


@router.get("", response=Page[ScenarioOut], url_name="plans")
def listed(request: HttpRequest, place: PlaceCode = None, limit: Limit = 100, offset: Offset = 0) -> dict[str, Any]:
    """The scenarios of a place and everything below it."""
    rows = allowed(HELD, request.user, Permission.READ).order_by("id")
    return page(rows.filter(in_subtrees([place])) if place else rows, limit, offset)


@router.post("", response={201: ScenarioWhole}, url_name="make_plan")
def make(request: HttpRequest, given: Annotated[ScenarioIn, Body(examples=[EXAMPLE])]) -> Any:
    """A new scenario, also one in which something is still to be filled in; 422 tells by field why it cannot be kept."""
    return Status(201, actions.make_scenario(by=request.user, text=given.text))


@router.get("/{int:scenario_id}", response=ScenarioWhole, url_name="plan")
def one(request: HttpRequest, scenario_id: Id) -> Scenario:
    return fetched(HELD, request.user, Permission.READ, pk=scenario_id)


@router.put("/{int:scenario_id}", response=ScenarioWhole, url_name="change_plan")
def change(request: HttpRequest, scenario_id: Id, given: Annotated[Changed, Body()]) -> Scenario:
    """The scenario with another text; 409 where somebody else changed it meanwhile."""
    scenario = fetched(HELD, request.user, Permission.PLAN, pk=scenario_id)
    return actions.change_scenario(scenario, by=request.user, text=given.text, revision=given.revision)


@router.put("/{int:scenario_id}/round", response=ScenarioOut, url_name="choose_round")
def choose_round(request: HttpRequest, scenario_id: Id, given: Annotated[BelongsTo, Body()]) -> Scenario:
    """The round that the plan belongs to, of its place; 409 tells why it cannot."""
    scenario, round = fetched(HELD, request.user, Permission.PLAN, pk=scenario_id), None
    if given.round is not None:
        round = fetched(Round.objects.all(), request.user, Permission.READ, pk=given.round)
    if round is not None and given.chapter:
        beside.lay_beside(round, scenario, by=request.user)
    else:
        beside.choose_round(scenario, round, by=request.user)
    return HELD.get(pk=scenario_id)


@router.post("/{int:scenario_id}/run", response={202: JobOut}, url_name="run_plan")
def run(request: HttpRequest, scenario_id: Id, lang: Literal["id", "en"] = "id") -> Any:
    """Has the scenario run as it stands; 409 while something is to be filled in."""
    scenario = fetched(HELD, request.user, Permission.PLAN, pk=scenario_id)
    job: Job = actions.ask_plan(scenario, None, by=request.user, lang=lang)
    return Status(202, job)


@router.get("/{int:scenario_id}/result", response=dict[str, Any], url_name="plan_result")
def result(request: HttpRequest, scenario_id: Id, lang: Lang = "id") -> dict[str, Any]:
    """The plan as it stands, as `semesta plan run --json` gives it; 404 before it was run in this language."""
    scenario = fetched(HELD, request.user, Permission.READ, pk=scenario_id)
    return told(plans.inputs(scenario).folder(lang) / RESULT)


@router.post("/{int:scenario_id}/compared/{int:other_id}", response={202: JobOut}, url_name="compare_plans")
def compare(request: HttpRequest, scenario_id: Id, other_id: Id, lang: Literal["id", "en"] = "id") -> Any:
    """Has two scenarios run beside each other, by whoever may read both."""
    first, other = (fetched(HELD, request.user, Permission.READ, pk=pk) for pk in (scenario_id, other_id))
    return Status(202, actions.ask_plan(first, other, by=request.user, lang=lang))


@router.get("/{int:scenario_id}/compared/{int:other_id}", response=dict[str, Any], url_name="compared_plans")
def compared(request: HttpRequest, scenario_id: Id, other_id: Id, lang: Lang = "id") -> dict[str, Any]:
    """The first plan with what both come to under `compared`; 404 before they were run beside each other in this language."""
    first, other = (fetched(HELD, request.user, Permission.READ, pk=pk) for pk in (scenario_id, other_id))
    return told(plans.inputs(first, other).folder(lang) / RESULT)


def told(file: Path) -> dict[str, Any]:
    """What a result's file holds.

    Raises:
        Http404: it is not made.
    """
    try:
        return dict(json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise Http404 from None
