"""Chapter III, the matrix of actions under Inpres 2/2021, on a turned page."""

from __future__ import annotations

from semesta.basics import lists
from semesta.report.content import Block
from semesta.report.laporan import cells, figures, naming, phrases
from semesta.report.laporan.draft import Draft, Row, text_column


def inpres(draft: Draft) -> list[Block]:
    rows = draft.rows("inpres_actions")
    if not rows:
        return []
    heading = draft.section(
        "Pelaksanaan Instruksi Presiden Nomor 2 Tahun 2021", "Actions under Presidential Instruction 2/2021"
    )
    return [heading, _matrix(draft, rows)]


def _done(draft: Draft) -> str:
    """How many actions are done; stands under the matrix, so that the heading turns with the table and leaves no empty page."""
    done = draft.headline("inpres_actions_done")
    if done is None or done.value is None:
        return ""
    number = figures.full(done.value, done.unit, draft.lang, against=done.denominator)
    of = figures.against(done, draft.lang)
    return f"{draft.said(naming.title('inpres_actions_done'))}: {number}" + (f" ({of})" if of else "")


def _matrix(draft: Draft, rows: list[Row]) -> Block:
    columns = [
        text_column(draft.say("Instruksi", "Instruction"), 1.5),
        text_column(draft.say("Pelaksana", "Institution"), 1.2),
        text_column(draft.say("Rencana aksi dan ukuran", "Action and measure"), 2),
        text_column(draft.say("Target", "Target"), 1.2),
        text_column(draft.say("Capaian", "Achieved"), 1.3),
        text_column(draft.say("Bukti dan kendala", "Evidence and obstacle"), 1.7),
        text_column(draft.say("Status dan batas waktu", "Status and due date"), 1.2),
    ]
    caption = draft.say("Matriks pelaksanaan Inpres 2/2021", "Matrix of Inpres 2/2021")
    notes = [_done(draft), draft.said(phrases.NOT_OFFICIAL)]
    made = [_row(draft, row) for row in rows]
    if draft.is_brief:
        # A turned page would leave most of the page before it empty: a short report has few actions and shows what was said of them.
        columns, made = cells.without_empty(columns, made)
    return draft.table("inpres", caption, columns, made, notes=notes, landscape=not draft.is_brief)


def _row(draft: Draft, row: Row) -> tuple[str, ...]:
    lang = draft.lang
    percent = cells.share(row, "percent", lang)
    obstacle = cells.text(row, "obstacle", lang)
    hindered = draft.say("Kendala: ", "Obstacle: ") + obstacle if row.get("obstacle") else obstacle
    due = cells.day(row, "due", lang)
    by = draft.say("paling lambat ", "by ") + due if row.get("due") else due
    return (
        cells.text(row, "instruction", lang),
        cells.text(row, "institution", lang),
        cells.joined(cells.text(row, "action", lang), cells.text(row, "measure", lang)),
        cells.text(row, "target", lang),
        cells.joined(cells.text(row, "achieved", lang), percent),
        cells.joined(cells.text(row, "evidence", lang), hindered),
        cells.joined(cells.code(row, "status", lists.ACTION_STATUSES, lang), by),
    )
