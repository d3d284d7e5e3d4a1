"""Notula: the minutes of the meeting, with room for what was said."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.minutes.notes import NAME, lacking, notes
from semesta.report.paper import Making, Paper
from semesta.report.typeset import typeset


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    return typeset(NAME, lambda: notes(measured, lang))


PAPER = Paper(
    name=NAME,
    title=Words("Notula", "Minutes"),
    what=Words(
        "Catatan rapat: tujuan, peserta, data yang dipaparkan, kendala, dan tindak lanjut; pembahasan diisi notulis.",
        "Minutes of the meeting: purposes, participants, figures, obstacles and follow-up; what was said is filled in.",
    ),
    tables=("meeting", "attendance", "commitments", "obstacles", "handovers", "kantor"),
    files=_files,
    lacking=lacking,
)
