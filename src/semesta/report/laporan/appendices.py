"""Annexes: definitions of the indicators used, detailed figures, and the files that were read."""

from __future__ import annotations

from semesta.basics import shown
from semesta.files.said import given_twice
from semesta.monev.registry import INDICATORS
from semesta.report.content import Block, Listed, Paragraph
from semesta.report.laporan import figures, naming
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.laporan.sourcing import named_sources

MOST_DETAILS = 60
"""More rows than that are read on a screen, in the annex workbook, not on paper."""


def definitions(draft: Draft) -> list[Block]:
    """The formula of each indicator that has a number in this report, and what it must not be taken for."""
    used = [
        card
        for name, card in INDICATORS.items()
        if name in draft.used or (not draft.is_brief and _is_known(draft, name))
    ]
    if not used:
        return []
    if draft.is_brief:
        told = " ".join(f"**{draft.said(card.title)}**: {draft.said(card.formula)}." for card in used)
        return [draft.appendix("Definisi", "Definitions"), Paragraph(told)]
    columns = [
        text_column(draft.say("Indikator", "Indicator"), 1.2),
        text_column(draft.say("Rumus", "Formula"), 2.4),
        text_column(draft.say("Tidak boleh", "Never"), 2),
    ]
    rows = [(draft.said(card.title), draft.said(card.formula), draft.said(card.never)) for card in used]
    caption = draft.say("Definisi indikator yang dipakai", "Definitions of the indicators used")
    return [draft.appendix("Definisi", "Definitions"), draft.table("definitions", caption, columns, rows)]


def _is_known(draft: Draft, indicator: str) -> bool:
    value = draft.first(indicator)
    return value is not None and value.value is not None


def details(draft: Draft) -> list[Block]:
    """The headline of each indicator with everything it rests on; breakdowns stand in the annex workbook."""
    made = [v for name in INDICATORS for v in [draft.first(name)] if v is not None]
    values = [v for v in made if v.value is not None or "missing" not in v.status]
    if draft.is_brief or not values:
        return []
    columns = [
        text_column(draft.say("Indikator", "Indicator"), 1.6),
        number_column(draft.say("Nilai", "Value"), 1.3),
        text_column(draft.say("Lingkup dan periode", "Scope and period"), 2),
        text_column(draft.say("Keadaan", "Status"), 1.7),
        text_column(draft.say("Sumber", "Sources"), 1.4),
    ]
    rows = [
        (
            draft.said(naming.title(v.indicator)),
            figures.full(v.value, v.unit, draft.lang, against=v.denominator)
            if v.value is not None
            else figures.reason(v, draft.lang),
            naming.node(v.node, draft.lang, draft.measured.places),
            naming.statuses(v, draft.lang),
            figures.rests_on(v, draft.lang).removeprefix("Sumber: ").removeprefix("Source: ")
            or draft.say("tidak disebut", "not said"),
        )
        for v in values[:MOST_DETAILS]
    ]
    note = draft.say(
        "Seluruh angka dengan rincian dan sumbernya: lampiran XLSX.",
        "Every figure with its parts and sources: XLSX annex.",
    )
    caption = draft.say("Angka utama dan keadaannya", "Headline figures and their status")
    return [
        draft.appendix("Tabel rinci", "Detailed figures"),
        draft.table("details", caption, columns, rows, notes=[note]),
    ]


def files_and_sources(draft: Draft) -> list[Block]:
    """Files with their hashes, and sources as named; a brief report names them in its chapter on method."""
    data, lang = draft.measured.dataset, draft.lang
    cited = named_sources(draft)
    blocks: list[Block] = []
    if draft.is_brief:
        return []
    if data.files:
        columns = [
            text_column(draft.say("Berkas", "File"), 2.2),
            number_column(draft.say("Baris", "Rows"), 0.6),
            text_column(draft.say("SHA-256 (16 digit pertama)", "SHA-256 (first 16 digits)"), 1.6),
        ]
        rows = [(f.name, shown.count(sum(f.rows.values()), lang), f.sha256[:16]) for f in data.files]
        rows += [
            (again.file, shown.count(0, lang), draft.say(f"sama dengan {again.value}", f"the same as {again.value}"))
            for again in given_twice(data.problems)
        ]
        blocks.append(draft.table("files", draft.say("Berkas yang dibaca", "Files read"), columns, rows))
    if cited:
        blocks += [
            Paragraph(draft.say("Sumber angka menurut pengirim data:", "Sources as named by those who gave the data:")),
            Listed(tuple(cited)),
        ]
    return [draft.appendix("Sumber", "Sources"), *blocks] if blocks else []
