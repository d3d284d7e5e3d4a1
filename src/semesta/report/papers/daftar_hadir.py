"""Daftar hadir: the list that participants sign."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.minutes.attendance_list import NAME, attendance_list
from semesta.report.paper import Making, Paper
from semesta.report.typeset import typeset


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    return typeset(NAME, lambda: attendance_list(measured, lang))


PAPER = Paper(
    name=NAME,
    title=Words("Daftar hadir", "Attendance list"),
    what=Words(
        "Lembar tanda tangan peserta rapat, dengan instansi yang sudah diketahui dan baris kosong.",
        "The sheet that participants sign, with the institutions that are known and empty rows.",
    ),
    tables=("meeting", "attendance", "kantor"),
    files=_files,
)
