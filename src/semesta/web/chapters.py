"""The chapters of the report as pages: written from the snapshot when somebody first looks, then kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.content import Block, Chart, Listed, Table
from semesta.report.laporan.budget import budget
from semesta.report.laporan.compliance import compliance
from semesta.report.laporan.coverage import coverage
from semesta.report.laporan.disagreements import disagreements
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.follow_up import follow_up
from semesta.report.laporan.gaps import gaps
from semesta.report.laporan.handed_over import handed_over
from semesta.report.laporan.inpres import inpres
from semesta.report.laporan.method import method
from semesta.report.laporan.obstacles import obstacles
from semesta.report.laporan.programmes import programmes
from semesta.report.laporan.proposal import proposal
from semesta.report.laporan.regulation import regulation
from semesta.report.laporan.solidarity import solidarity
from semesta.report.laporan.summary import summary
from semesta.report.laporan.to_act import to_act
from semesta.rounds import snapshot as snapshots
from semesta.web.places import office_places, remembered

Chapter = Callable[[Draft], list[Block]]

CHAPTERS: dict[str, tuple[Words, Sequence[Chapter]]] = {
    "ringkasan": (Words("Ringkasan", "Overview"), (summary,)),
    "cakupan": (Words("Cakupan", "Coverage"), (coverage, to_act)),
    "iuran": (Words("Iuran & klaim", "Contributions & claims"), (programmes, solidarity, handed_over)),
    "anggaran": (Words("Anggaran", "Budget"), (budget, proposal)),
    "tindak-lanjut": (Words("Tindak lanjut", "Follow-up"), (follow_up, inpres, regulation, obstacles, compliance)),
    "angka": (Words("Angka yang tidak sejalan", "Figures at odds"), (disagreements, gaps, method)),
}
"""By page its title and the chapters of the report it shows."""


@remembered(16)
def measured(sha256: str) -> Measured:
    """The round of a snapshot; snapshots never change, so it is read once."""
    return snapshots.kept(Path(settings.HOME) / "snapshots", sha256, office_places())


def blocks(sha256: str, page: str, lang: Lang) -> list[dict[str, Any]]:
    """The blocks of a page: {"kind": "Table", …} as content.py declares them, and {"kind": "Chart", "spec": …}."""
    return json.loads(_written(sha256, page, lang))


@remembered(256)
def _written(sha256: str, page: str, lang: Lang) -> str:
    draft = Draft(measured(sha256), lang)
    _, chapters = CHAPTERS[page]
    made = [block for chapter in chapters for block in chapter(draft)]
    return json.dumps([told(block) for block in made], ensure_ascii=False)


def told(block: Block) -> dict[str, Any]:
    """The block as a template takes it: cells beside their alignment, since templates cannot walk two lists at once."""
    said: dict[str, Any] = {"kind": type(block).__name__, **asdict(block)}
    if isinstance(block, Listed):
        said["items_said"] = said.pop("items")
    if isinstance(block, Table):
        aligned = [column.align for column in block.columns]
        said["rows_said"] = [list(zip(row, aligned, strict=True)) for row in block.rows]
        said["total_said"] = list(zip(block.total, aligned, strict=True)) if block.total else None
    if isinstance(block, Chart):
        said["identity"] = f"spec-{block.number}"
    return said
