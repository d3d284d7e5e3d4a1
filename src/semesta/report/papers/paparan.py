"""Paparan: the results of a round as eight slides with charts and tables that an office can go on working in."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.paparan.content import NAME, paparan
from semesta.report.paper import Making, Paper


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    def as_pptx() -> bytes:
        from semesta.report.typeset_pptx import pptx

        return pptx(paparan(measured, lang))

    return {f"{NAME}.pptx": as_pptx}


PAPER = Paper(
    name=NAME,
    title=Words("Paparan", "Slides"),
    what=Words(
        "Delapan slide untuk rapat: sorotan, cakupan, anggaran, iuran dan manfaat, kendala, komitmen, usulan; grafik dan "
        "tabelnya dapat disunting.",
        "Eight slides for the meeting: highlights, coverage, budgets, contributions and benefits, obstacles, commitments, "
        "proposal; charts and tables can be edited.",
    ),
    tables=(
        "meeting",
        "population",
        "members",
        "budgets",
        "contributions",
        "claims",
        "obstacles",
        "commitments",
        "regulations",
        "kantor",
    ),
    files=_files,
)
