"""The plan of a round: `rencana.yaml` in its folder, read before anything heavy begins."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Words
from semesta.monev.measured import Measured
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.plan import made
from semesta.planning.planned import planned
from semesta.planning.scenario import Scenario, read_scenario

PLAN_FILE = "rencana.yaml"


@dataclass(frozen=True, slots=True)
class Beside:
    """The scenario that lies beside the data of a round, with its file and all that stands in it."""

    scenario: Scenario
    file: Path
    content: bytes


def scenario_beside(inputs: Sequence[Path], *, places: PlaceList = PLACES) -> Beside | None:
    """The scenario in the folders of a round; None where there is none.

    Raises:
        Unplannable: it cannot be used, or there are two.
    """
    found = [path / PLAN_FILE for path in dict.fromkeys(inputs) if (path / PLAN_FILE).is_file()]
    if len(found) > 1:
        told = Words("dua folder mempunyai rencana", "two folders have a plan")
        raise Unplannable([PlanFault(str(found[1]), "", told, Words("sisakan satu", "leave one"))])
    return Beside(read_scenario(found[0], places=places), found[0], found[0].read_bytes()) if found else None


def with_plan(measured: Measured, beside: Beside) -> Measured:
    """The round with its plan.

    Raises:
        Unplannable: the plan is for another place, or cannot be made.
    """
    place = beside.scenario.place
    if not measured.places.is_within(place, measured.place):
        here = measured.places[measured.place].title
        told = Words(f"rencana di luar wilayah putaran, {here.id}", f"outside the place of the round, {here.en}")
        raise Unplannable([PlanFault("place", place, told, Words("samakan wilayahnya", "make the places agree"))])
    sha256 = hashlib.sha256(beside.content).hexdigest()
    return planned(measured, made(beside.scenario, measured), file=beside.file.name, sha256=sha256)
