"""Matriks Inpres 2/2021: what each government does under the Presidential Instruction, as a table and a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.inpres.document import NAME, matrix
from semesta.report.inpres.workbook import workbook
from semesta.report.lacking import without_rows
from semesta.report.paper import Making, Paper
from semesta.report.typeset import typeset


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    return {f"{NAME}.xlsx": partial(workbook, measured, lang), **typeset(NAME, lambda: matrix(measured, lang))}


PAPER = Paper(
    name=NAME,
    title=Words("Matriks Inpres 2/2021", "Matrix of Inpres 2/2021"),
    what=Words(
        "Rencana aksi, capaian, kendala, dan batas waktu menurut pemerintah; laporan semester atau tahunan bagi kementerian "
        "koordinator bila lembar Rapat menyebutnya. Bentuk usulan Semesta; bukan formulir resmi.",
        "Actions, what was achieved, obstacles and due dates by government; the semester or annual report for the coordinating "
        "ministry where the sheet Meeting says so. A form proposed by Semesta, not an official one.",
    ),
    tables=("inpres_actions", "meeting", "kantor"),
    files=_files,
    lacking=lambda measured: without_rows(measured, "inpres_actions"),
)
