"""Chapter III, regulations: what is in force, what is being made and at which stage it stands."""

from __future__ import annotations

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.report.content import Block, Paragraph
from semesta.report.laporan import cells, figures, naming
from semesta.report.laporan.draft import Draft, Row, text_column


def regulation(draft: Draft) -> list[Block]:
    rows = draft.rows("regulations")
    if not rows:
        return []
    blocks: list[Block] = [draft.section("Regulasi", "Regulations")]
    text = " ".join(filter(None, [_sentence(draft, "regulations_in_force"), _sentence(draft, "months_in_stage")]))
    return [*blocks, *([Paragraph(text)] if text else []), _table(draft, rows)]


def _sentence(draft: Draft, indicator: str) -> str:
    value = draft.headline(indicator)
    if value is None or value.value is None:
        return ""
    number = figures.full(value.value, value.unit, draft.lang, against=value.denominator)
    said = "; ".join(draft.notes([value]))
    return f"{draft.said(naming.title(indicator))}: **{number}**" + (f" ({said})." if said else ".")


def _table(draft: Draft, rows: list[Row]) -> Block:
    lang, several = draft.lang, len({row["place"] for row in rows}) > 1
    columns = [
        *([text_column(draft.say("Wilayah", "Place"), 1.2)] if several else []),
        text_column(
            draft.say("Jenis dan judul", "Kind and title")
            if any(row.get("title") for row in rows)
            else draft.say("Jenis", "Kind"),
            2.4,
        ),
        text_column(draft.say("Nomor dan tanggal", "Number and date"), 1.2),
        text_column(draft.say("Mengatur", "Subjects"), 1.6),
        text_column(draft.say("Tahap", "Stage")),
        text_column(draft.say("Sejak", "Since")),
    ]
    made = [
        (*((naming.name(draft.measured.places, row["place"], lang),) if several else ()), *_row(row, draft))
        for row in rows
    ]
    columns, made = cells.without_empty(columns, made)
    return draft.table("regulations", draft.say("Regulasi dan tahapnya", "Regulations and their stage"), columns, made)


def _row(row: Row, draft: Draft) -> tuple[str, ...]:
    lang = draft.lang
    kind = cells.code(row, "kind", lists.REGULATION_KINDS, lang, Words("", ""))
    title = cells.text(row, "title", lang, Words("", ""))
    return (
        ": ".join(filter(None, [kind, title])) or cells.EMPTY.said(lang),
        cells.joined(cells.text(row, "number", lang), cells.day(row, "date", lang)),
        cells.text(row, "subjects", lang),
        cells.code(row, "stage", lists.REGULATION_STAGES, lang),
        cells.day(row, "stage_since", lang),
    )
