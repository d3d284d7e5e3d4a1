"""What stands on each sheet of the annex, as rows of values with the name of their number format."""

from __future__ import annotations

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.monev.value import CODES, Value
from semesta.report.card_sheets import definitions_sheet, findings_sheet
from semesta.report.laporan import figures, naming
from semesta.report.laporan.summary import five
from semesta.report.row_sheets import aside_sheet, input_sheets, source_sheet
from semesta.report.sheet import Cell, Sheet, said_all, style_of, unit_in_words


def sheets(measured: Measured, lang: Lang) -> list[Sheet]:
    """All sheets in reading order: what matters first, the rows that entered last."""
    made: list[Sheet] = [
        _summary(measured, lang),
        _indicators(measured, lang),
        definitions_sheet(lang),
        findings_sheet(measured, lang),
    ]
    return [*made, aside_sheet(measured, lang), source_sheet(measured, lang), *input_sheets(measured, lang)]


def _summary(measured: Measured, lang: Lang) -> Sheet:
    place = naming.name(measured.places, measured.place, lang)
    columns = said_all(
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
    columns = said_all(
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
        *((name, name) for name in CODES),
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
        printed=PRINTED,
    )


PRINTED = 11
"""Columns of the sheet of figures that go on paper."""


def _indicator(value: Value, measured: Measured, lang: Lang) -> list[Cell]:
    style = style_of(value.unit, value.value)
    part = "share" if value.unit == "share" and isinstance(value.numerator, float) else "count"
    said: list[Cell] = [
        (naming.title(value.indicator).said(lang), "text"),
        (naming.node(value.node, lang, measured.places), "text"),
        (value.value, style),
        (unit_in_words(value.unit, lang), "text"),
        (value.numerator, part),
        (value.denominator, part),
        (value.low, style),
        (value.high, style),
        (naming.statuses(value, lang), "text"),
        ("; ".join(note.said(lang) for note in value.notes), "text"),
        ("; ".join(value.sources), "text"),
        (value.indicator, "text"),
    ]
    return [*said, *((getattr(value.node, name), "text") for name in CODES)]
