"""Laporan hasil monev: the report of a round, with its workbook of every figure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.annex import annex
from semesta.report.laporan.content import laporan
from semesta.report.paper import Making, Paper
from semesta.report.typeset import typeset
from semesta.tables.registry import TABLES


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    return {"laporan.xlsx": partial(annex, measured, lang), **typeset("laporan", lambda: laporan(measured, lang))}


PAPER = Paper(
    name="laporan",
    title=Words("Laporan hasil monev", "Monitoring and evaluation report"),
    what=Words(
        "Seluruh hasil satu putaran untuk kepala daerah, dengan buku kerja semua angka.",
        "All results of a round for the head of region, with a workbook of every figure.",
    ),
    tables=tuple(TABLES),
    files=_files,
)
