"""Chapter III, employers in breach, arrears, mandates to the prosecutor and what was recovered."""

from __future__ import annotations

from semesta.basics import lists
from semesta.report.content import Block, Paragraph
from semesta.report.laporan import cells, figures, naming
from semesta.report.laporan.draft import Draft, Row, number_column, text_column


def compliance(draft: Draft) -> list[Block]:
    rows = draft.rows("compliance")
    if not rows:
        return []
    blocks: list[Block] = [draft.section("Kepatuhan pemberi kerja", "Compliance of employers")]
    text = " ".join(filter(None, [_sentence(draft, "arrears"), _sentence(draft, "recovery_rate")]))
    return [*blocks, *([Paragraph(text)] if text else []), _table(draft, rows)]


def _sentence(draft: Draft, indicator: str) -> str:
    value = draft.headline(indicator)
    if value is None or value.value is None:
        return ""
    number = figures.full(value.value, value.unit, draft.lang, against=value.denominator)
    bracket = ", ".join(filter(None, [figures.against(value, draft.lang), naming.when(value.node.period, draft.lang)]))
    return f"{draft.said(naming.title(indicator))}: **{number}**" + (f" ({bracket})." if bracket else ".")


def _table(draft: Draft, rows: list[Row]) -> Block:
    columns = [
        text_column(draft.say("Jenis", "Kind"), 1.8),
        text_column(draft.say("Periode", "Period"), 1.2),
        number_column(draft.say("Pemberi kerja", "Employers")),
        number_column(draft.say("Pekerja", "Workers")),
        number_column(draft.say("Tunggakan", "Owed"), 1.3),
        number_column(draft.say("SKK", "Mandates")),
        number_column(draft.say("Dipulihkan", "Recovered"), 1.3),
    ]
    note = draft.say("SKK: surat kuasa khusus kepada Kejaksaan Negeri.", "Mandates: given to the prosecutor's office.")
    caption = draft.say("Kepatuhan pemberi kerja", "Compliance of employers")
    return draft.table("compliance", caption, columns, [_row(draft, row) for row in rows], notes=[note])


def _row(draft: Draft, row: Row) -> tuple[str, ...]:
    lang = draft.lang
    place = naming.name(draft.measured.places, row["place"], lang) if row.get("place") != draft.measured.place else ""
    period = row.get("period")
    return (
        ", ".join(filter(None, [cells.code(row, "kind", lists.COMPLIANCE_KINDS, lang), place])),
        naming.when(period, lang) if period else cells.EMPTY.said(lang),
        cells.count(row, "employers", lang),
        cells.count(row, "workers", lang),
        cells.rupiah(row, "amount", lang),
        cells.count(row, "skk", lang),
        cells.rupiah(row, "recovered", lang),
    )
