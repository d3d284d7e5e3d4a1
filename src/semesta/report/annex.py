"""The annex as a workbook: every figure with its definition and source, findings, rows set aside, and the rows that entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from semesta.basics.words import Lang, Words
from semesta.report.book import book
from semesta.report.sheets import sheets

if TYPE_CHECKING:
    from semesta.monev.measured import Measured


def annex(measured: Measured, lang: Lang) -> bytes:
    """The annex as XLSX; the same round gives the same bytes."""
    title = Words("Lampiran laporan hasil monev", "Annex to the monitoring and evaluation report")
    return book(sheets(measured, lang), title.said(lang), measured.as_of, lang)
