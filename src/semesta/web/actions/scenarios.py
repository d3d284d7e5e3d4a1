"""Scenarios: made, changed, taken out. Every text they had stays; the audit holds none of it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils import timezone

from semesta.basics.words import LANGS, Words
from semesta.planning.faults import PlanFault
from semesta.web.access import may
from semesta.web.actions.jobs import ask
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.models import Job, Round, Scenario, ScenarioText, User
from semesta.web.models.round import State
from semesta.web.places import office_places
from semesta.web.plans import inputs
from semesta.web.roles import Permission
from semesta.web.scenario_text import Read, read


class Unkept(Refused):
    """The text cannot be kept; `faults` tells why by field."""

    def __init__(self, faults: tuple[PlanFault, ...]) -> None:
        super().__init__("Skenario belum tersimpan; perbaiki dulu.", "The scenario is not kept; mend it first.")
        self.faults = faults


def make_scenario(*, by: User, text: str, round: Round | None = None, is_example: bool = False) -> Scenario:
    """A new scenario, also one in which something is still to be filled in.

    Raises:
        Unkept: nobody can tell of which place it is, it is no scenario at all, or of a place one does not plan for.
    """
    found = read(text)
    place = _place(found, by)
    with recorded("make_scenario", by=by, place=place) as event:
        made = Scenario(made_by=by, round=round, is_example=is_example)
        _told(made, text, found, place)
        made.save()
        ScenarioText.objects.create(scenario=made, number=1, text=text, by=by)
        about(event, made, is_ready=made.is_ready)
    return made


def change_scenario(scenario: Scenario, *, by: User, text: str, revision: int) -> Scenario:
    """The scenario with another text; the one it had stays known.

    Args:
        revision: the one that whoever changes it has seen.

    Raises:
        Unkept: as `make_scenario`.
        Refused: somebody else changed it meanwhile.
    """
    found = read(text)
    place = _place(found, by)
    with recorded("change_scenario", by=by, place=place) as event:
        held = locked(scenario, by)
        if held.revision != revision:
            raise Refused(
                "Orang lain mengubah skenario ini sementara Anda mengisi; simpan lagi untuk menggantinya.",
                "Somebody else changed this scenario meanwhile; save again to replace it.",
            )
        if held.text == text:
            about(event, held, same=True)
            return held
        _told(held, text, found, place)
        held.revision += 1
        held.save()
        kept = ScenarioText.objects.create(scenario=held, number=held.revision, text=text, by=by)
        rounds_following(held).exclude(place=held.place).update(plan=None)
        if held.is_ready:
            rounds_following(held).update(plan=kept)
        about(event, held, is_ready=held.is_ready, revision=held.revision)
    return held


def end_scenario(scenario: Scenario, *, by: User) -> None:
    """Takes a scenario out of the lists and out of reports that are not submitted; its texts stay known."""
    with recorded("end_scenario", by=by, place=scenario.place) as event:
        held = locked(scenario, by)
        held.ended_at = timezone.now()
        held.save()
        rounds_following(held).update(plan=None)
        about(event, held)


def ask_plan(scenario: Scenario, other: Scenario | None, *, by: User, lang: str) -> Job:
    """The job that makes a plan of the scenario as it stands.

    Raises:
        Refused: something is still to be filled in.
    """
    if not scenario.is_ready or (other is not None and not other.is_ready):
        raise Refused("Lengkapi dulu isiannya, lalu hitung.", "Fill in what is missing, then run it.")
    return ask(
        "plan",
        by=by,
        place=scenario.place,
        scenario=scenario.pk,
        revision=scenario.revision,
        snapshot=inputs(scenario).snapshot,
        other=other.pk if other else None,
        other_revision=other.revision if other else None,
        lang=lang,
    )


def rounds_following(scenario: Scenario) -> QuerySet[Round]:
    """The rounds, not submitted yet, whose reports have a chapter of this scenario."""
    return Round.objects.filter(plan__scenario=scenario, state__in=(State.DRAFT, State.RETURNED))


def locked(scenario: Scenario, by: User) -> Scenario:
    """The row, locked until the write ends.

    Raises:
        Refused: it was taken out, or somebody may not plan for its place.
    """
    held = Scenario.objects.select_for_update().get(pk=scenario.pk)
    if held.ended_at is not None:
        raise Refused("Skenario ini sudah dikeluarkan.", "This scenario was taken out.")
    if not may(by, Permission.PLAN, held.place):
        raise Refused("Anda tidak menyusun rencana wilayah ini.", "You do not plan for this place.")
    return held


def _place(found: Read, by: User) -> str:
    """The place of the text, for which somebody may plan."""
    if found.content is None:
        raise Unkept(found.faults)
    place = office_places().find(str(found.content.get("place") or ""))
    if place is None:
        raise Unkept(found.faults)
    if not may(by, Permission.PLAN, place.code):
        told = Words("Anda tidak menyusun rencana wilayah ini", "you do not plan for this place")
        fix = Words("pilih wilayah Anda", "choose a place of yours")
        raise Unkept((PlanFault("place", place.title.id, told, fix),))
    return place.code


def _told(scenario: Scenario, text: str, found: Read, place: str) -> None:
    scenario.place, scenario.text = place, text
    scenario.name = str((found.content or {}).get("name") or "").strip()[:200]
    scenario.is_ready = not found.faults


def faults_said(faults: Sequence[PlanFault]) -> Words:
    """All faults in one message."""
    return Words(*("; ".join(fault.said(lang) for fault in faults) for lang in LANGS))
