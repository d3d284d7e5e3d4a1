"""What stands on each sheet of the annex, as rows of values with the name of their number format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.monev.registry import INDICATORS
from semesta.monev.value import Value
from semesta.report.laporan import figures, naming
from semesta.report.laporan.disagreements import KINDS
from semesta.report.laporan.summary import five
from semesta.report.row_sheets import aside_sheet, input_sheets, source_sheet

Cell = tuple[object, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name (at most 31 characters), title, note, headings, and rows of (value, format)."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    note: str = ""


def sheets(measured: Measured, lang: Lang) -> list[Sheet]:
    """All sheets in reading order: what matters first, the rows that entered last."""
    made: list[Sheet] = [
        _summary(measured, lang),
        _indicators(measured, lang),
        _definitions(lang),
        _findings(measured, lang),
    ]
    made += [Sheet(*parts) for parts in (aside_sheet(measured, lang), source_sheet(measured, lang))]
    return [*made, *(Sheet(*parts) for parts in input_sheets(measured, lang))]


def style_of(unit: str, value: object) -> str:
    """The number format of a value by its unit."""
    if unit in ("share", "ratio"):
        return "share"
    if unit.startswith("rupiah"):
        return "rupiah"
    return "count" if isinstance(value, int) else "decimal"


def _said(lang: Lang, *pairs: tuple[str, str]) -> tuple[str, ...]:
    return tuple(Words(*pair).said(lang) for pair in pairs)


def _summary(measured: Measured, lang: Lang) -> Sheet:
    place = naming.name(measured.places, measured.place, lang)
    columns = _said(
        lang,
        ("Angka", "Figure"),
        ("Nilai", "Value"),
        ("Terhadap", "Against"),
        ("Keadaan", "As of"),
        ("Catatan", "Note"),
    )
    rows: list[list[Cell]] = []
    for value in five(measured):
        shown = figures.key_figure(value, measured, lang)
        number: Cell = (
            (value.value, style_of(value.unit, value.value)) if value.value is not None else (shown.value, "text")
        )
        rows.append(
            [(shown.name, "text"), number, (shown.against, "text"), (shown.since, "text"), (shown.warning, "text")]
        )
    as_of = naming.when(measured.as_of.isoformat(), lang)
    return Sheet(Words("Ringkasan", "Summary").said(lang), f"{place}, {as_of}", columns, rows)


def _indicators(measured: Measured, lang: Lang) -> Sheet:
    columns = _said(
        lang,
        ("Indikator", "Indicator"),
        ("Lingkup", "Scope"),
        ("Nilai", "Value"),
        ("Satuan", "Unit"),
        ("Pembilang", "Numerator"),
        ("Penyebut", "Denominator"),
        ("Batas bawah", "Low"),
        ("Batas atas", "High"),
        ("Keadaan", "Status"),
        ("Catatan", "Notes"),
        ("Sumber", "Sources"),
        ("Kode indikator", "Indicator code"),
        *((name, name) for name in NODE),
    )
    note = Words(
        "Sel kosong pada Nilai: belum ada data atau tidak boleh dihitung; lihat Keadaan.",
        "An empty value: no data, or not to be computed; see the status.",
    )
    rows = [_indicator(value, measured, lang) for value in measured.values]
    return Sheet(
        Words("Indikator", "Indicators").said(lang),
        Words("Seluruh angka", "Every figure").said(lang),
        columns,
        rows,
        note.said(lang),
    )


NODE = (
    "place",
    "office",
    "group",
    "segment",
    "programme",
    "funding",
    "period",
    "universe",
    "basis",
    "benefit",
    "document",
)
"""The codes of a node, each in its own column, so that the sheet can be filtered and read by a program."""


def _indicator(value: Value, measured: Measured, lang: Lang) -> list[Cell]:
    style = style_of(value.unit, value.value)
    part = "share" if value.unit == "share" and isinstance(value.numerator, float) else "count"
    unit = figures.UNITS.get(value.unit, UNIT_WORDS.get(value.unit, Words(value.unit, value.unit)))
    said: list[Cell] = [
        (naming.title(value.indicator).said(lang), "text"),
        (naming.node(value.node, lang, measured.places), "text"),
        (value.value, style),
        (unit.said(lang), "text"),
        (value.numerator, part),
        (value.denominator, part),
        (value.low, style),
        (value.high, style),
        (naming.statuses(value.status, lang), "text"),
        ("; ".join(note.said(lang) for note in value.notes), "text"),
        ("; ".join(value.sources), "text"),
        (value.indicator, "text"),
    ]
    return [*said, *((getattr(value.node, name), "text") for name in NODE)]


UNIT_WORDS = {
    "share": Words("persen", "per cent"),
    "ratio": Words("persen", "per cent"),
    "rupiah": Words("rupiah", "rupiah"),
    "rupiah_per_case": Words("rupiah per kasus", "rupiah per case"),
}


def _definitions(lang: Lang) -> Sheet:
    columns = _said(
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
        unit = figures.UNITS.get(card.unit, UNIT_WORDS.get(card.unit, Words(card.unit, card.unit)))
        words = (card.title, card.why, card.formula, card.never, unit)
        texts: list[Cell] = [(w.said(lang), "text") for w in words]
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


def _findings(measured: Measured, lang: Lang) -> Sheet:
    columns = _said(
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
            f"{c.title.said(lang)}: {_plain(c.given, unit, lang)} → {_plain(c.healed, unit, lang)}"
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


def _plain(number: Any, unit: str, lang: Lang) -> str:
    return figures.bare(number, unit, lang)
