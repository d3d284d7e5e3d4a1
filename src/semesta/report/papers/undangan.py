"""Undangan: the invitation to the meeting."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.letters.invitation import NAME, invitation, lacking
from semesta.report.paper import Making, Paper
from semesta.report.typeset import typeset


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    return typeset(NAME, lambda: invitation(measured, lang))


PAPER = Paper(
    name=NAME,
    title=Words("Undangan", "Invitation"),
    what=Words(
        "Surat undangan rapat monev bagi lembaga peserta, dengan tujuan rapat dan data yang perlu dibawa.",
        "The letter that invites institutions to the meeting, with its purposes and the data to bring.",
    ),
    tables=("meeting", "attendance", "kantor"),
    files=_files,
    lacking=lacking,
)
