"""Sheets of the annex that explain: the card of each indicator, and the figures that do not agree."""

from __future__ import annotations

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.monev.registry import INDICATORS
from semesta.report.laporan import figures, naming
from semesta.report.laporan.disagreements import KINDS
from semesta.report.sheet import Cell, Sheet, said_all, style_of, unit_in_words


def definitions_sheet(lang: Lang) -> Sheet:
    columns = said_all(
        lang,
        ("Indikator", "Indicator"),
        ("Mengapa", "Why"),
        ("Rumus", "Formula"),
        ("Tidak boleh", "Never"),
        ("Satuan", "Unit"),
        ("Dasar hukum", "Legal basis"),
        ("Penanggung jawab definisi", "Owner"),
        ("Ditinjau lagi", "Next review"),
        ("Kode", "Code"),
    )
    rows: list[list[Cell]] = []
    for card in INDICATORS.values():
        unit = unit_in_words(card.unit, lang)
        words = (card.title, card.why, card.formula, card.never)
        texts: list[Cell] = [*((w.said(lang), "text") for w in words), (unit, "text")]
        rows.append(
            [*texts, (card.law, "text"), (card.owner.said(lang), "text"), (card.review, "day"), (card.name, "text")]
        )
    title = Words("Definisi indikator", "Definitions of the indicators").said(lang)
    return Sheet(Words("Definisi", "Definitions").said(lang), title, columns, rows)


SEVERITIES = {
    "error": Words("bertentangan", "contradiction"),
    "warning": Words("perlu diperiksa", "to be checked"),
    "info": Words("catatan", "note"),
}


def findings_sheet(measured: Measured, lang: Lang) -> Sheet:
    columns = said_all(
        lang,
        ("Jenis", "Kind"),
        ("Tingkat", "Severity"),
        ("Wilayah", "Place"),
        ("Uraian", "What was found"),
        ("Disebut", "Stated"),
        ("Terhitung", "Computed"),
        ("Selisih", "Difference"),
        ("Koreksi yang mungkin (tidak dipilih)", "Possible corrections (none chosen)"),
        ("Sumber", "Sources"),
    )
    rows: list[list[Cell]] = []
    for found in measured.findings:
        unit = next((v.unit for v in measured.of(found.quantity)), "")
        numbers: list[Cell] = [(n, style_of(unit, n)) for n in (found.stated, found.computed, found.difference)]
        healed = "; ".join(
            f"{c.title.said(lang)}: {figures.bare(c.given, unit, lang)} → {figures.bare(c.healed, unit, lang)}"
            for c in found.corrections
        )
        texts = (
            KINDS.get(found.kind, Words(found.kind, found.kind)).said(lang),
            SEVERITIES[found.severity].said(lang),
            naming.name(measured.places, found.place, lang),
            found.message.said(lang),
        )
        rows.append([*((t, "text") for t in texts), *numbers, (healed, "text"), ("; ".join(found.sources), "text")])
    title = Words("Angka yang tidak sejalan", "Figures that do not agree").said(lang)
    return Sheet(Words("Temuan", "Findings").said(lang), title, columns, rows)
