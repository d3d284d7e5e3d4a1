"""Chapter III, benefits handed over in public, as counts; never people."""

from __future__ import annotations

from semesta.basics import lists
from semesta.report.content import Block, Paragraph
from semesta.report.laporan import cells, figures, naming
from semesta.report.laporan.draft import Draft, Row, number_column, text_column


def handed_over(draft: Draft) -> list[Block]:
    rows = draft.rows("handovers")
    if not rows:
        return []
    blocks: list[Block] = [draft.section("Manfaat yang diserahkan", "Benefits handed over")]
    whole = draft.headline("handovers")
    if whole is not None and whole.value is not None:
        number = figures.full(whole.value, whole.unit, draft.lang)
        blocks.append(Paragraph(f"{draft.said(naming.title('handovers'))}: **{number}**."))
    return [*blocks, _table(draft, rows)]


def _table(draft: Draft, rows: list[Row]) -> Block:
    columns = [
        text_column(draft.say("Tanggal", "Date"), 1.2),
        text_column(draft.say("Kelompok", "Group"), 1.8),
        text_column(draft.say("Program dan manfaat", "Programme and benefit"), 1.8),
        number_column(draft.say("Ahli waris", "Heirs")),
        number_column(draft.say("Jumlah", "Amount"), 1.2),
    ]
    source = "; ".join(dict.fromkeys(str(row["source"]) for row in rows if row.get("source")))
    caption = draft.say("Manfaat yang diserahkan kepada ahli waris", "Benefits handed to heirs")
    return draft.table("handovers", caption, columns, [_row(draft, row) for row in rows], source=source)


def _row(draft: Draft, row: Row) -> tuple[str, ...]:
    lang = draft.lang
    benefit = cells.code(row, "benefit", lists.BENEFITS, lang)
    return (
        cells.day(row, "date", lang),
        cells.code(row, "group", naming.PARTS["group"][0], lang),
        cells.joined(naming.programme(row.get("programme") or "", lang), benefit),
        cells.count(row, "heirs", lang),
        cells.rupiah(row, "amount", lang),
    )
