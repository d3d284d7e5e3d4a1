"""Berita acara rekonsiliasi iuran: bills and payments of each office held against each other, signed by both sides."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.minutes.reconciliation import NAME, lacking, reconciliation
from semesta.report.paper import Making, Paper
from semesta.report.typeset import typeset


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    return typeset(NAME, lambda: reconciliation(measured, lang))


PAPER = Paper(
    name=NAME,
    title=Words("Berita acara rekonsiliasi iuran", "Reconciliation of contributions"),
    what=Words(
        "Per perangkat daerah: orang menurut SK, tagihan, pembayaran, selisih, sebab, dan tindak lanjut, untuk "
        "ditandatangani pemerintah daerah dan BPJS Ketenagakerjaan.",
        "By office: persons listed, billed, paid, the difference, its cause and what follows, for the government and "
        "BPJS Ketenagakerjaan to sign.",
    ),
    tables=("billing", "meeting", "commitments", "kantor"),
    files=_files,
    lacking=lacking,
)
