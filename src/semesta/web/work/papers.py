"""The papers of a snapshot, made once each into the office's folder `papers` under the snapshot's hash."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import cast

from django.conf import settings

from semesta import __version__
from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.planning.faults import Unplannable
from semesta.report.paper import Making
from semesta.report.papers.registry import papers
from semesta.web import chapters
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.scenarios import faults_said
from semesta.web.models import Job, ScenarioText, Snapshot
from semesta.web.plans import round_with_plan
from semesta.web.work.tell import Failed, Tell


def make_papers(job: Job, tell: Tell) -> None:
    """Makes the files that are asked for and not there yet; a paper that this round cannot have is left out."""
    asked = job.arguments
    snapshot = Snapshot.objects.get(sha256=asked["snapshot"], round=asked["round"])
    text = ScenarioText.objects.filter(pk=asked.get("plan")).first()
    lang = cast(Lang, asked["lang"])
    try:
        measured = round_with_plan(snapshot.sha256, text.text) if text else chapters.measured(snapshot.sha256)
    except Unplannable as wrong:
        raise Failed(Words("Bab rencana: ", "Chapter of the plan: ") + faults_said(wrong.faults)) from None
    except (OSError, ValueError):
        raise Failed(
            Words("Hasil ukur tidak terbaca: ukur putaran ini lagi.", "The measurement cannot be read: measure again.")
        ) from None
    folder = folder_of(snapshot.sha256, lang, text.text if text else "")
    wanting = _wanting(measured, asked["papers"], lang, folder)
    for number, (file, make) in enumerate(wanting):
        tell(Words(f"menyusun {file}", f"making {file}"), number / len(wanting))
        put(folder / file, make())
    with recorded("make_papers", by=job.asked_by, place=snapshot.place) as event:
        about(event, snapshot, files=[file for file, _ in wanting], lang=lang)


def folder_of(sha256: str, lang: Lang, plan: str = "") -> Path:
    """Where the papers of a snapshot stand, with the text of the plan beside it; a later version of Semesta writes its own."""
    name = f"{sha256}-{hashlib.sha256(plan.encode()).hexdigest()[:16]}" if plan else sha256
    return Path(settings.HOME) / "papers" / name / __version__ / lang


def _wanting(measured: Measured, names: list[str], lang: Lang, folder: Path) -> list[tuple[str, Making]]:
    """File and what makes it, for each file of these papers that is not there yet."""
    asked = [papers()[name] for name in names if papers()[name].lacking(measured) is None]
    files = [pair for paper in asked for pair in paper.files(measured, lang).items()]
    return [(file, make) for file, make in files if not (folder / file).is_file()]


def put(place: Path, content: bytes) -> None:
    """Written aside, then renamed: a file is there whole or not at all."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=place.parent, prefix=".naskah-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(aside, place)


WORK = ("papers", make_papers)
