"""Laporan: the papers of a round, made when they are asked for, to download."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.planning.faults import Unplannable
from semesta.planning.planned import Planned
from semesta.report.machine import as_json
from semesta.report.paper import Paper
from semesta.report.papers.registry import papers
from semesta.report.rencana.files import NAMES as PLAN_FILES
from semesta.rounds.report import MANIFEST, manifest
from semesta.tables.registry import TABLES
from semesta.web import chapters
from semesta.web.access import allowed, fetched
from semesta.web.actions import jobs
from semesta.web.actions.refused import Refused
from semesta.web.actions.scenarios import faults_said
from semesta.web.downloads import TYPES
from semesta.web.models import Job, Round, Snapshot
from semesta.web.plans import round_of_papers
from semesta.web.roles import Permission
from semesta.web.views.answering import writes
from semesta.web.work.papers import folder_of

FORMS = {
    "pdf": Words("PDF", "PDF"),
    "docx": Words("Word", "Word"),
    "xlsx": Words("Excel", "Excel"),
    "pptx": Words("PowerPoint", "PowerPoint"),
    "json": Words("JSON", "JSON"),
}
OF_PLAN = Words(" rencana", " of the plan")
HELD = Round.objects.select_related("plan__scenario")


@dataclass(frozen=True)
class File:
    name: str
    """Its path below the papers of the snapshot: "surat-permintaan-data/bappeda.pdf"."""
    form: Words
    size: int | None
    """Bytes, or None while it is not made."""


@dataclass(frozen=True)
class Shown:
    """A paper as its row shows it: what there is, what it cannot have, and which of its sheets are empty."""

    paper: Paper
    files: list[File]
    lacking: Words | None
    empty: list[Words]

    @property
    def is_made(self) -> bool:
        return all(file.size is not None for file in self.files)

    @property
    def forms(self) -> list[Words]:
        """What its files are, each once."""
        return list(dict.fromkeys(file.form for file in self.files))

    @property
    def letters(self) -> list[tuple[str, list[File]]]:
        """The files by whom they are for, where a paper is a folder of letters; otherwise all together, for ""."""
        by: dict[str, list[File]] = {}
        for file in self.files:
            folder, _, last = file.name.rpartition("/")
            by.setdefault(last.rpartition(".")[0].replace("-", " ") if folder else "", []).append(file)
        return list(by.items())


@login_required
def rounds(request: HttpRequest) -> HttpResponse:
    """The measured rounds of one's places, each with its papers."""
    measured = Round.objects.filter(snapshots__is_current=True)
    return render(request, "web/papers_rounds.html", {"rounds": allowed(measured, request.user, Permission.READ)})


@login_required
def listed(request: HttpRequest, round_id: int) -> HttpResponse:
    round = fetched(HELD, request.user, Permission.READ, pk=round_id)
    snapshot = Snapshot.objects.filter(round=round, is_current=True).first()
    shown = {"round": round, "snapshot": snapshot, "pages": chapters.CHAPTERS, "page": "laporan"}
    if snapshot is not None:
        measured, folder, wrong = _of(round, snapshot, request.lang)
        every = [_shown(paper, measured, folder, request.lang) for paper in papers().values()]
        same = {"arguments__snapshot": snapshot.sha256, "arguments__round": round.pk, "arguments__plan": round.plan_id}
        job = Job.objects.filter(kind="papers", **same).first()
        shown |= {"main": every[0], "others": every[1:], "job": job, "plan_wrong": wrong}
        able = [one.is_made for one in every if one.lacking is None]
        shown |= {"all_made": all(able), "some_made": any(able)}
    return render(request, "web/papers.html", shown)


@writes("papers")
def make(request: HttpRequest, round_id: int) -> HttpResponse:
    """Asks for one paper, or for every one there can be; whoever may read the round may have its papers made."""
    round = fetched(Round.objects.all(), request.user, Permission.READ, pk=round_id)
    snapshot = Snapshot.objects.filter(round=round, is_current=True).first()
    if snapshot is None:
        raise Refused("Putaran ini belum diukur.", "This round is not measured yet.")
    asked = request.POST.get("paper", "")
    if asked not in papers() and asked != "semua":
        raise Http404
    names = list(papers()) if asked == "semua" else [asked]
    about = {"round": round.pk, "snapshot": snapshot.sha256, "plan": round.plan_id, "lang": request.lang}
    jobs.ask("papers", by=request.user, place=round.place, papers=names, **about)
    return redirect("papers", round_id=round.pk)


@login_required
def download(request: HttpRequest, round_id: int, name: str) -> FileResponse:
    """A file of the round as it stands, under a name that says its place and day."""
    round = fetched(HELD, request.user, Permission.READ, pk=round_id)
    snapshot = Snapshot.objects.filter(round=round, is_current=True).first()
    if snapshot is None:
        raise Http404
    measured, folder, _ = _of(round, snapshot, request.lang)
    if name not in _names(measured, request.lang) or not (folder / name).is_file():
        raise Http404
    stem, _, ending = name.replace("/", "-").rpartition(".")
    called = f"{stem}-{snapshot.place}-{snapshot.as_of.isoformat()}.{ending}"
    return FileResponse((folder / name).open("rb"), as_attachment=True, filename=called, content_type=TYPES[ending])


@login_required
def everything(request: HttpRequest, round_id: int) -> FileResponse:
    """All papers that are made, in one ZIP; with the plan they have a chapter of, and a manifest of what was made of what."""
    round = fetched(HELD, request.user, Permission.READ, pk=round_id)
    snapshot = Snapshot.objects.filter(round=round, is_current=True).first()
    if snapshot is None:
        raise Http404
    measured, folder, _ = _of(round, snapshot, request.lang)
    names = [name for name in sorted(_names(measured, request.lang)) if (folder / name).is_file()]
    if not names:
        raise Http404
    made = {name: (folder / name).read_bytes() for name in names}
    if isinstance(measured, Planned) and round.plan is not None:
        made[measured.file] = round.plan.text.encode()
    # What is told of lists of people is for those who may see lists: it is no part of a paper.
    told = manifest(replace(measured, dataset=replace(measured.dataset, origin=None)), request.lang, made)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name, each in (made | {MANIFEST: as_json(told)}).items():
            packed.writestr(name, each)
    content.seek(0)
    called = f"naskah-{snapshot.place}-{snapshot.as_of.isoformat()}.zip"
    return FileResponse(content, as_attachment=True, filename=called, content_type=TYPES["zip"])


def _of(round: Round, snapshot: Snapshot, lang: Lang) -> tuple[Measured, Path, Words | None]:
    """The round as its papers tell it, their folder, and why its plan cannot be made, where it cannot."""
    folder = folder_of(snapshot.sha256, lang, round.plan.text if round.plan else "")
    try:
        return round_of_papers(round, snapshot), folder, None
    except Unplannable as wrong:
        return chapters.measured(snapshot.sha256), folder, faults_said(wrong.faults)


def _names(measured: Measured, lang: Lang) -> set[str]:
    """Every file that papers of this round may have: what else stands in the folder is never given out."""
    able = (paper for paper in papers().values() if paper.lacking(measured) is None)
    return {name for paper in able for name in paper.files(measured, lang)}


def _shown(paper: Paper, measured: Measured, folder: Path, lang: Lang) -> Shown:
    lacking = paper.lacking(measured)
    names = [] if lacking else list(paper.files(measured, lang))
    empty = [TABLES[name].title for name in paper.tables if measured.dataset.frame(name) is None]
    order = list(FORMS)
    names.sort(key=lambda name: (name in PLAN_FILES, order.index(name.rpartition(".")[2])))
    files = [_file(folder / name, name) for name in names]
    return Shown(paper, files, lacking, empty)


def _file(place: Path, name: str) -> File:
    size = place.stat().st_size if place.is_file() else None
    form = FORMS[place.suffix.removeprefix(".")]
    return File(name, form + OF_PLAN if name in PLAN_FILES else form, size)
