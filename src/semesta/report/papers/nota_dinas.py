"""Nota dinas: one page with the five figures and the decisions asked."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.letters.nota_dinas import NAME, nota_dinas
from semesta.report.paper import Making, Paper
from semesta.report.typeset import typeset
from semesta.tables.registry import TABLES


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    return typeset(NAME, lambda: nota_dinas(measured, lang))


PAPER = Paper(
    name=NAME,
    title=Words("Nota dinas", "Note to the head of region"),
    what=Words(
        "Satu halaman pengantar laporan untuk kepala daerah: lima angka utama dan keputusan yang diminta.",
        "One page that goes with the report to the head of region: five figures and the decisions asked.",
    ),
    tables=tuple(TABLES),
    files=_files,
)
