"""Chapter III, potential and obstacles as the meeting took stock of them."""

from __future__ import annotations

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.report.content import Block
from semesta.report.laporan import cells, naming
from semesta.report.laporan.draft import Draft, Row, text_column


def obstacles(draft: Draft) -> list[Block]:
    rows = draft.rows("obstacles")
    if not rows:
        return []
    blocks: list[Block] = [draft.section("Potensi dan kendala", "Potential and obstacles")]
    captions = {
        "potential": draft.say("Potensi perluasan kepesertaan", "Potential for wider cover"),
        "obstacle": draft.say("Kendala", "Obstacles"),
    }
    if draft.is_brief:
        return [*blocks, _together(draft, rows)]
    for kind, caption in captions.items():
        of_kind = [row for row in rows if row.get("kind") == kind]
        if of_kind:
            blocks.append(_table(draft, f"obstacles.{kind}", caption, of_kind))
    return blocks


def _together(draft: Draft, rows: list[Row]) -> Block:
    """Potential and obstacles in one table, for the few of a short form."""
    columns = [text_column(draft.say("Jenis", "Kind"), 0.8), text_column(draft.say("Uraian", "Text"), 4)]
    made = [
        (cells.code(row, "kind", lists.OBSTACLE_KINDS, draft.lang), cells.text(row, "text", draft.lang)) for row in rows
    ]
    return draft.table(
        "obstacles", draft.say("Potensi dan kendala yang dicatat", "Potential and obstacles recorded"), columns, made
    )


def _table(draft: Draft, key: str, caption: str, rows: list[Row]) -> Block:
    lang = draft.lang
    optional = {
        "group": (draft.say("Kelompok", "Group"), 1.3),
        "owner": (draft.say("Penanggung jawab", "Owner"), 1.3),
        "severity": (draft.say("Tingkat", "Severity"), 0.8),
    }
    kept = [column for column in optional if any(row.get(column) for row in rows)]
    columns = [text_column(draft.say("Uraian", "Text"), 3.5), *(text_column(*optional[column]) for column in kept)]
    made = [(cells.text(row, "text", lang), *(_cell(draft, row, column) for column in kept)) for row in rows]
    return draft.table(key, caption, columns, made)


def _cell(draft: Draft, row: Row, column: str) -> str:
    if column == "group":
        return cells.code(row, "group", naming.PARTS["group"][0], draft.lang, Words("Semua kelompok", "All groups"))
    if column == "severity":
        return cells.code(row, "severity", lists.SEVERITIES, draft.lang)
    return cells.text(row, column, draft.lang)
