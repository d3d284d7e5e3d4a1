"""A scenario made into its plan: the page, the papers, what programs read; with another beside it where one was asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from django.conf import settings
from django.utils import timezone

from semesta.basics.places import PlaceList
from semesta.basics.words import LANGS, Lang, Words
from semesta.monev.measured import Measured
from semesta.planning.compared import Compared, compared
from semesta.planning.faults import Unplannable
from semesta.planning.plan import Plan, made
from semesta.planning.scenario import read_scenario
from semesta.report.content import Block
from semesta.report.laporan.draft import Draft
from semesta.report.rencana.beside import beside as both_shown
from semesta.report.rencana.document import document
from semesta.report.rencana.files import files
from semesta.rounds import snapshot as snapshots
from semesta.tables.dataset import Dataset
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.scenarios import faults_said
from semesta.web.models import Job, ScenarioText
from semesta.web.places import office_places
from semesta.web.plans import BLOCKS, as_blocks, inputs
from semesta.web.work.papers import put
from semesta.web.work.tell import Failed, Tell

ONE_OF_TWO = Words(
    "salah satu rencana tidak dapat dihitung; hitung masing-masing dulu, dan sebabnya disebut di halamannya",
    "one of the plans cannot be made; run each of them first, and its page says why",
)


def make_plan(job: Job, tell: Tell) -> None:
    """Reckons the plan and writes its files in the language asked for; its page in both. The page last: with it all is there."""
    asked = job.arguments
    text = ScenarioText.objects.get(scenario=asked["scenario"], number=asked["revision"])
    other = None
    if asked["other"]:
        other = ScenarioText.objects.get(scenario=asked["other"], number=asked["other_revision"])
    lang, of, today, places = cast(Lang, asked["lang"]), inputs(text, other), timezone.localdate(), office_places()
    tell(Words("menghitung rencana", "reckoning the plan"), 0.05)
    plan = _made(text, of.snapshot, beside=other)
    beside = _compared(plan, _made(other, of.other_snapshot, beside=text)) if other else None
    folder = of.folder(lang)
    making = files(plan, lang, today=today, places=places, compared=beside)
    contents: dict[Path, bytes] = {}
    for number, (name, make) in enumerate(making.items(), 1):
        tell(Words(f"menyusun {name}", f"making {name}"), number / (len(making) + 2))
        contents[folder / name] = make()
    for each in LANGS:
        tell(Words("menyusun halaman", "making the page"), 0.9)
        contents[of.folder(each) / BLOCKS] = as_blocks(_page(plan, beside, each, today, places))
    for path, content in contents.items():  # only now, so that work that was cancelled leaves nothing
        put(path, content)
    with recorded("run_scenario", by=job.asked_by, place=text.scenario.place) as event:
        about(event, text.scenario, revision=text.number, other=asked["other"], lang=lang)


def _page(plan: Plan, compared: Compared | None, lang: Lang, today: dt.date, places: PlaceList) -> Sequence[Block]:
    """A page of a plan has all of it, one of two plans what they come to beside each other: each has a page of its own."""
    if compared is not None:
        draft = Draft(Measured(plan.scenario.place, today, (), (), Dataset({}), places), lang)
        return both_shown(draft, compared)[1:]  # without its heading, which the page has
    # Without signature and the note of its placeholders.
    return document(plan, lang, today=today, places=places).blocks[:-2]


def _made(text: ScenarioText, snapshot: str, *, beside: ScenarioText | None) -> Plan:
    """The plan of a scenario's text; of two plans the message says whose faults they are.

    Whoever reads one place reads the message: of a plan of another place it says no more than that it failed.
    """
    try:
        return made(read_scenario(text.text, places=office_places()), _measured(snapshot))
    except Unplannable as wrong:
        if beside is None:
            raise Failed(faults_said(wrong.faults), wrong.faults) from None
        if text.scenario.place != beside.scenario.place:
            raise Failed(ONE_OF_TWO) from None
        raise Failed(Words(*[f"{text.scenario.name or '–'}: "] * 2) + faults_said(wrong.faults)) from None


def _compared(plan: Plan, other: Plan) -> Compared:
    try:
        return compared(plan, other)
    except Unplannable as wrong:
        raise Failed(faults_said(wrong.faults), wrong.faults) from None


def _measured(sha256: str) -> Measured | None:
    if not sha256:
        return None
    try:
        return snapshots.kept(Path(settings.HOME) / "snapshots", sha256, office_places())
    except (OSError, ValueError):
        raise Failed(
            Words("Hasil ukur tidak terbaca: ukur putaran ini lagi.", "The measurement cannot be read: measure again.")
        ) from None


WORK = ("plan", make_plan)
