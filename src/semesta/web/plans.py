"""What scenarios come to, alone and beside a round; kept below the office's papers under the hash of all that it was made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from semesta import __version__
from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.planning.faults import PlanFault
from semesta.planning.scenario import read_scenario
from semesta.report.content import Block
from semesta.rounds.planned import PLAN_FILE, Beside, with_plan
from semesta.web import chapters
from semesta.web.models import Round, Scenario, ScenarioText, Snapshot
from semesta.web.places import office_places, remembered

BLOCKS = "halaman.json"


@dataclass(frozen=True)
class Inputs:
    """What a plan is made of: its text, the snapshot of the round whose data it may use, and the text beside it."""

    text: str
    snapshot: str = ""
    other: str = ""
    other_snapshot: str = ""

    def folder(self, lang: Lang) -> Path:
        """Where its result stands; a later version of Semesta writes its own."""
        parts = [self.text, self.snapshot, self.other, self.other_snapshot]
        return result_folder("rencana", parts, lang)


def result_folder(kind: str, parts: Sequence[Any], lang: Lang) -> Path:
    sha256 = hashlib.sha256(json.dumps(parts).encode()).hexdigest()
    return Path(settings.HOME) / "papers" / f"{kind}-{sha256}" / __version__ / lang


def inputs(text: ScenarioText | Scenario, other: ScenarioText | Scenario | None = None) -> Inputs:
    """What a scenario's text is made into, with another beside it."""
    return Inputs(
        text.text, _snapshot(text), other.text if other else "", _snapshot(other) if other is not None else ""
    )


def _snapshot(text: ScenarioText | Scenario) -> str:
    scenario = text.scenario if isinstance(text, ScenarioText) else text
    return snapshots_of([scenario])[scenario.pk]


def snapshots_of(scenarios: Sequence[Scenario]) -> dict[int, str]:
    """By scenario the hash of the snapshot whose data it may use; "" where there is none, or it is of another place."""
    rounds = {one.pk: one.round_id for one in scenarios if one.round is not None and one.round.place == one.place}
    held = Snapshot.objects.filter(round__in=rounds.values(), is_current=True) if rounds else Snapshot.objects.none()
    current = dict(held.values_list("round", "sha256"))
    return {one.pk: current.get(rounds.get(one.pk), "") for one in scenarios}


def round_of_papers(round: Round, snapshot: Snapshot) -> Measured:
    """The round as its papers tell it: with the plan that lies beside its data, where there is one.

    Raises:
        Unplannable: the plan cannot be made with these data.
        OSError, ValueError: the snapshot cannot be read.
    """
    if round.plan is None:
        return chapters.measured(snapshot.sha256)
    return round_with_plan(snapshot.sha256, round.plan.text)


@remembered(8)
def round_with_plan(sha256: str, text: str) -> Measured:
    """The round of a snapshot with the plan of a scenario's text, as if it lay in the folder of the round.

    Raises:
        Unplannable: the plan cannot be made with these data.
    """
    scenario = read_scenario(text, places=office_places())
    return with_plan(chapters.measured(sha256), Beside(scenario, Path(PLAN_FILE), text.encode()))


def blocks_kept(folder: Path) -> list[dict[str, Any]] | None:
    """The blocks of a result as templates take them; None while there is none."""
    try:
        return list(json.loads((folder / BLOCKS).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None


def faults_kept(message: Mapping[str, Any]) -> tuple[PlanFault, ...]:
    """The faults that the message of a failed run keeps."""
    told: Sequence[Mapping[str, Any]] = message.get("faults", ())
    return tuple(
        PlanFault(one["field"], one["value"], Words(**one["expected"]), Words(**one["how_to_fix"])) for one in told
    )


def as_blocks(blocks: Sequence[Block]) -> bytes:
    return json.dumps([chapters.told(block) for block in blocks], ensure_ascii=False).encode()


def files_of(folder: Path, names: Sequence[str]) -> list[tuple[str, str, int]]:
    """Name, kind and size of each of these files that is there."""
    there = [folder / name for name in names if (folder / name).is_file()]
    return [(path.name, path.suffix.removeprefix(".").upper(), path.stat().st_size) for path in there]
