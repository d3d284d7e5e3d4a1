"""The pools of a measured round drawn forward, year by year: the page and the papers."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from django.conf import settings
from django.utils import timezone

from semesta.basics.words import LANGS, Lang, Words, same
from semesta.monev.measured import Measured
from semesta.planning.deficit import published
from semesta.planning.faults import Unplannable
from semesta.planning.pooling.of_round import OwnPool
from semesta.planning.pooling.pooled import Pooled, own_experience, pooled
from semesta.planning.pooling.prospect import Draws
from semesta.report.pooled.document import document, files
from semesta.rounds import snapshot as snapshots
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.scenarios import faults_said
from semesta.web.models import Job, Snapshot
from semesta.web.places import office_places
from semesta.web.plans import BLOCKS, as_blocks, result_folder
from semesta.web.work.papers import put
from semesta.web.work.tell import Failed, Tell

NO_POOL = Words("Tidak ada kumpulan: ", "No pool: ")


def folder_of(snapshot: str, years: int, scenarios: int, seed: int, expect: str, lang: Lang) -> Path:
    """Where the result of a snapshot's pools stands."""
    return result_folder("gotong-royong", [snapshot, years, scenarios, seed, expect], lang)


def make_pools(job: Job, tell: Tell) -> None:
    """Draws every pool of the round; the page is written last: with it all is there."""
    asked = job.arguments
    snapshot = Snapshot.objects.get(sha256=asked["snapshot"], round=asked["round"])
    lang, today = cast(Lang, asked["lang"]), timezone.localdate()
    try:
        measured = snapshots.kept(Path(settings.HOME) / "snapshots", snapshot.sha256, office_places())
    except (OSError, ValueError):
        raise Failed(
            Words("Hasil ukur tidak terbaca: ukur putaran ini lagi.", "The measurement cannot be read: measure again.")
        ) from None
    draws = Draws(asked["years"], asked["scenarios"], asked["seed"])
    found = _pooled(measured, draws, asked["expect"], tell)
    given = (snapshot.sha256, draws.years, draws.scenarios, draws.seed, asked["expect"])
    contents: dict[Path, bytes] = {}
    for name, make in files(found, lang, today=today, measured=measured).items():
        tell(Words(f"menyusun {name}", f"making {name}"), 0.85)
        contents[folder_of(*given, lang) / name] = make()
    for each in LANGS:
        blocks = document(found, each, today=today, measured=measured).blocks
        # Without signature and the note of its placeholders.
        contents[folder_of(*given, each) / BLOCKS] = as_blocks(blocks[:-2])
    for path, content in contents.items():  # only now, so that work that was cancelled leaves nothing
        put(path, content)
    with recorded("make_pools", by=job.asked_by, place=snapshot.place) as event:
        about(event, snapshot, pools=len(found.prospects), lang=lang)


def _pooled(measured: Measured, draws: Draws, expect: str, tell: Tell) -> Pooled:
    """Raises Failed where the round holds nothing of which anything can be expected."""

    def told(own: OwnPool, share: float, of_all: float) -> None:
        name = f"{own.node.programme} {own.node.segment}".strip()
        tell(Words("menghitung ", "drawing ") + same(name), 0.8 * of_all)

    asked = published if expect == "published" else own_experience
    try:
        found = pooled(measured, draws, expect=asked, progress=told)
    except Unplannable as wrong:
        raise Failed(faults_said(wrong.faults)) from None
    if not found.prospects and not found.parted:
        raise Failed(NO_POOL + Words(*("; ".join(one.said(lang) for one in found.lacking) for lang in LANGS)))
    return found


WORK = ("pools", make_pools)
