"""Chapter VI: who does what until when, as agreed."""

from __future__ import annotations

import datetime as dt

from semesta.basics import lists, shown
from semesta.basics.words import Words
from semesta.monev.registry import INDICATORS
from semesta.report.content import Block
from semesta.report.laporan import cells, figures, naming
from semesta.report.laporan.draft import Draft, Row, text_column
from semesta.report.laporan.long_cells import begun

CLOSED = ("done", "cancelled")
OVERDUE = Words("lewat batas waktu", "overdue")


def follow_up(draft: Draft) -> list[Block]:
    """The chapter; a column in which nothing is fixed yet is named under the table and makes room for the others."""
    rows = draft.rows("commitments")
    if not rows:
        return []
    columns = [
        text_column(draft.say("No.", "No."), 0.4),
        text_column(draft.say("Uraian", "What"), 2.6),
        text_column(draft.say("Penanggung jawab", "Responsible"), 1.4),
        text_column(draft.say("Keluaran", "Output"), 1.4),
        text_column(draft.say("Batas waktu", "Due"), 1.3),
        text_column(draft.say("Indikator", "Indicator"), 1.1),
        text_column(draft.say("Status", "Status"), 1.1),
    ]
    made = [(str(no), *_row(draft, row)) for no, row in enumerate(rows, 1)]
    made, whole = begun(draft, made)
    kept, made = cells.without_empty(columns, made)
    unsaid = ", ".join(column.title for column in columns if column not in kept)
    note = draft.say("Belum ditetapkan: ", "Not yet fixed: ") + unsaid if unsaid else ""
    table = draft.table("follow_up", draft.say("Rencana tindak lanjut", "Follow-up plan"), kept, made, notes=[note])
    return [draft.chapter("Rencana tindak lanjut", "Follow-up plan"), table, *whole]


def is_overdue(row: Row, as_of: dt.date) -> bool:
    """Past its last day and neither done nor cancelled."""
    due = row.get("due")
    return isinstance(due, dt.date) and due < as_of and (row.get("status") or "open") not in CLOSED


def _row(draft: Draft, row: Row) -> tuple[str, ...]:
    lang = draft.lang
    kind = row.get("kind")
    said = cells.text(row, "text", lang)
    if kind and kind != "commitment":
        said = f"{naming.name(lists.COMMITMENT_KINDS, kind, lang)}: {said}"
    return (
        said,
        cells.text(row, "responsible", lang, cells.NOT_FIXED),
        _output(draft, row),
        cells.day(row, "due", lang, cells.NOT_FIXED),
        _indicator(draft, row),
        status_said(draft, row),
    )


def status_said(draft: Draft, row: Row) -> str:
    """How far it is, and whether its last day is past."""
    status = naming.name(lists.COMMITMENT_STATUSES, row.get("status") or "open", draft.lang)
    return f"{status}, {draft.said(OVERDUE)}" if is_overdue(row, draft.measured.as_of) else status


def _output(draft: Draft, row: Row) -> str:
    """What will be there when it is done: document, evidence or money, as far as it was said."""
    parts = [str(row[column]) for column in ("document", "evidence") if row.get(column)]
    if row.get("budget") is not None:
        parts.append(shown.rupiah(row["budget"], draft.lang))
    return "; ".join(parts) or draft.said(cells.NOT_FIXED)


def _indicator(draft: Draft, row: Row) -> str:
    written = row.get("indicator")
    if not written:
        return draft.said(cells.NOT_FIXED)
    card = INDICATORS.get(str(written))
    title = draft.said(card.title) if card else str(written)
    target = row.get("target_value")
    if target is None:
        return title
    whole = int(target) if float(target).is_integer() else target
    return f"{title}: {figures.bare(whole, card.unit if card and card.unit == 'share' else '', draft.lang)}"
