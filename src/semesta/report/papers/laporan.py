"""Laporan hasil monev: the report of a round, with its workbook of every figure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.planning.planned import plan_of
from semesta.report.annex import annex
from semesta.report.laporan.content import laporan
from semesta.report.machine import as_json
from semesta.report.paper import Making, Paper
from semesta.report.rencana.machine import as_data
from semesta.report.rencana.workbook import workbook
from semesta.report.typeset import typeset
from semesta.tables.registry import TABLES


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    return {
        "laporan.xlsx": partial(annex, measured, lang),
        **typeset("laporan", lambda: laporan(measured, lang)),
        **_of_plan(measured, lang),
    }


def _of_plan(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    """The figures of the plan that lies beside the data, for whoever works on with them; its chapter is in the report."""
    plan = plan_of(measured)
    if plan is None:
        return {}
    return {
        "rencana.xlsx": partial(workbook, plan, lang, today=measured.as_of),
        "rencana.json": lambda: as_json(as_data(plan, lang)),
    }


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
