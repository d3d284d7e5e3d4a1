"""The pools of a measured round drawn forward, year by year: the page and the papers."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from django.conf import settings
from django.utils import timezone

from semesta.basics.words import Lang, Words
from semesta.law.law import LAW
from semesta.monev.measured import Measured
from semesta.planning.deficit import Expectation, published
from semesta.planning.pooling.of_round import OwnPool, own_pools
from semesta.planning.pooling.prospect import Draws, Prospect, prospect, together
from semesta.report.pooled.document import Pooled, document, files
from semesta.rounds import snapshot as snapshots
from semesta.web.actions.recorded import about, recorded
from semesta.web.models import Job, Snapshot
from semesta.web.places import office_places
from semesta.web.plans import BLOCKS, as_blocks, result_folder
from semesta.web.work.papers import put
from semesta.web.work.tell import Failed, Tell


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
    for each in cast("tuple[Lang, ...]", ("id", "en")):
        blocks = document(found, each, today=today, measured=measured).blocks
        # Without signature and the note of its placeholders.
        contents[folder_of(*given, each) / BLOCKS] = as_blocks(blocks[:-2])
    for path, content in contents.items():  # only now, so that work that was cancelled leaves nothing
        put(path, content)
    with recorded("make_pools", by=job.asked_by, place=snapshot.place) as event:
        about(event, snapshot, pools=len(found.prospects), lang=lang)


def _pooled(measured: Measured, draws: Draws, expect: str, tell: Tell) -> Pooled:
    """Raises Failed where the round holds no pool of which anything can be expected."""
    owns = own_pools(measured)
    if not owns:
        raise Failed(
            Words(
                "Tidak ada kumpulan: perlu iuran dan klaim satu program dari dua kantor atau wilayah, periode yang sama.",
                "No pool: contributions and claims of one programme from two offices or regions, of one period, are needed.",
            )
        )
    made = [_drawn(own, measured, draws, expect, tell, n / len(owns), 1 / len(owns)) for n, own in enumerate(owns)]
    by_programme = [
        [one for one in made if one.own.node.programme == code and one.own.node.segment and not one.own.node.funding]
        for code in dict.fromkeys(one.own.node.programme for one in made)
    ]
    joined = tuple(tuple(together(each, draws.seed, draws.scenarios)) for each in by_programme if len(each) > 1)
    return Pooled(measured.place, tuple(made), joined)


def _drawn(
    own: OwnPool, measured: Measured, draws: Draws, expect: str, tell: Tell, done: float, part: float
) -> Prospect:
    said = Words(
        f"menghitung {own.node.programme} {own.node.segment}", f"drawing {own.node.programme} {own.node.segment}"
    )
    try:
        return prospect(
            own,
            draws,
            law=LAW,
            month=measured.as_of.replace(day=1),
            expectation=_expectation(own, expect, measured.as_of.year),
            progress=lambda share: tell(said, 0.8 * (done + part * share)),
        )
    except ValueError:
        raise Failed(
            Words(
                f"{own.node.programme} {own.node.segment}: iuran tiap anggota harus di atas nol dan harus ada klaim.",
                f"{own.node.programme} {own.node.segment}: each member needs contributions above zero, and there must be a claim.",
            )
        ) from None


def _expectation(own: OwnPool, expect: str, year: int) -> Expectation | None:
    """The published ratio where that is asked for; None for the pool's own experience."""
    if expect != "published":
        return None
    found = published(own.node.programme, own.node.segment, year)
    if found is None:
        raise Failed(
            Words(
                f"{own.node.programme} {own.node.segment}: belum ada rasio terbit; pilih pengalaman sendiri.",
                f"{own.node.programme} {own.node.segment}: no published ratio; choose own experience.",
            )
        )
    return found


WORK = ("pools", make_pools)
