"""Plans beside rounds: whose data a plan draws on, and which plan the report of a round has a chapter of.

A plan that a report has a chapter of belongs to that round. While the files of the round may change, the chapter follows the
scenario, from one text without faults to the next; a submitted round keeps the text it was submitted with.
"""

from __future__ import annotations

from semesta.planning.faults import Unplannable
from semesta.web.access import may
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.actions.scenarios import faults_said, locked, rounds_following
from semesta.web.models import Round, Scenario, ScenarioText, User
from semesta.web.plans import round_with_plan
from semesta.web.roles import Permission


def choose_round(scenario: Scenario, round: Round | None, *, by: User) -> None:
    """Lets a plan belong to a round of its place, whose data it then draws on; None: to no round.

    Raises:
        Refused: the round is of another place, or somebody may not read it or not plan.
    """
    with recorded("choose_round", by=by, place=scenario.place) as event:
        held = locked(scenario, by)
        if round is not None and (round.place != held.place or not may(by, Permission.READ, round.place)):
            raise Refused("Pilih putaran dari wilayah rencana ini.", "Choose a round of the plan's place.")
        rounds_following(held).exclude(pk=round.pk if round else None).update(plan=None)
        held.round = round
        held.save()
        about(event, held, round=round.pk if round else None)


def lay_beside(round: Round, scenario: Scenario | None, *, by: User) -> None:
    """Gives the report of a round the chapter of a plan, which from now on belongs to the round; None: no chapter.

    Raises:
        Refused: the round is submitted, the plan is of another place, has faults, or cannot be made with the data of this
            round, or somebody may not.
    """
    require(by, round.place, Permission.WORK)
    if scenario is not None:
        _require_fit(round, scenario)
    with recorded("lay_plan_beside", by=by, place=round.place) as event:
        text = None if scenario is None else _moved_to(round, scenario, by)
        held = Round.objects.select_for_update().get(pk=round.pk)
        if not held.is_open:
            raise Refused(
                "Putaran ini sudah dikirim; rencananya tetap seperti saat dikirim.",
                "This round was submitted; its plan stays what it was.",
            )
        held.plan = text
        held.save()
        about(event, held, scenario=scenario.pk if scenario else None, revision=text.number if text else None)


def _moved_to(round: Round, scenario: Scenario, by: User) -> ScenarioText:
    """The scenario's text, once it belongs to the round alone. Scenarios are locked before rounds, by everybody who locks both."""
    held = locked(scenario, by)
    if held.revision != scenario.revision:
        raise Refused("Rencana ini baru saja diubah; coba lagi.", "This plan was changed a moment ago; try again.")
    rounds_following(held).exclude(pk=round.pk).update(plan=None)
    held.round = round
    held.save()
    return held.texts.get(number=held.revision)


def _require_fit(round: Round, scenario: Scenario) -> None:
    if scenario.place != round.place:
        raise Refused("Pilih rencana dari wilayah putaran ini.", "Choose a plan of the round's place.")
    if not scenario.is_ready:
        raise Refused(
            "Lengkapi dulu rencananya, lalu letakkan di samping putaran.",
            "Fill in the plan first, then lay it beside the round.",
        )
    snapshot = round.snapshots.filter(is_current=True).first()
    try:
        if snapshot is not None:
            round_with_plan(snapshot.sha256, scenario.text)
    except Unplannable as wrong:
        said = faults_said(wrong.faults)
        raise Refused(
            f"Rencana ini tidak dapat dihitung dengan data putaran: {said.id}",
            f"This plan cannot be made with the data of the round: {said.en}",
        ) from None
