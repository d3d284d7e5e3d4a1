"""Surat permintaan data: a letter and blank sheets for each holder of data that are wanting."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.laporan.draft import Draft
from semesta.report.letters.data_request import NAME, blank_sheets, data_request, lacking, requests
from semesta.report.paper import Making, Paper
from semesta.report.typeset import typeset
from semesta.tables.registry import TABLES


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    """The letters in a folder of their own: "surat-permintaan-data/bappeda.docx", and beside each its workbook."""
    made: dict[str, Making] = {}
    for request in requests(Draft(measured, lang)):
        path = f"{NAME}/{request.name}"
        made |= typeset(path, partial(data_request, measured, request, lang))
        made[f"{path}.xlsx"] = partial(blank_sheets, measured, request, lang)
    return made


PAPER = Paper(
    name=NAME,
    title=Words("Surat permintaan data", "Request for data"),
    what=Words(
        "Surat kepada tiap pemegang data yang belum ada, dengan lembar isian kosongnya.",
        "A letter to each who holds data that are wanting, with the blank sheets to fill in.",
    ),
    tables=tuple(TABLES),
    files=_files,
    lacking=lacking,
)
