"""Telaahan staf: the matter, assumptions, facts, analysis, conclusions and advice."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.letters.telaahan import NAME, telaahan
from semesta.report.paper import Making, Paper
from semesta.report.typeset import typeset
from semesta.tables.registry import TABLES


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    return typeset(NAME, lambda: telaahan(measured, lang))


PAPER = Paper(
    name=NAME,
    title=Words("Telaahan staf", "Staff study"),
    what=Words(
        "Bahan keputusan bagi pimpinan: persoalan, praanggapan, fakta, analisis, kesimpulan, dan saran.",
        "What a decision rests on: the matter, assumptions, facts, analysis, conclusions and advice.",
    ),
    tables=tuple(TABLES),
    files=_files,
)
