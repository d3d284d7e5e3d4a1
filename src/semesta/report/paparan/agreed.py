"""The slides on what was found, agreed and asked: obstacles, commitments, proposal."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from semesta.basics import shown
from semesta.report.content import Listed, Paragraph, Table
from semesta.report.laporan import calendar, cells
from semesta.report.laporan import obstacles as chapter
from semesta.report.laporan import proposal as proposal_chapter
from semesta.report.laporan.conclusions import obstacles
from semesta.report.laporan.decisions import MOST, decisions
from semesta.report.laporan.draft import Draft, Row, text_column
from semesta.report.laporan.follow_up import CLOSED, is_overdue, status_said
from semesta.report.laporan.opening import meeting
from semesta.report.paparan.pieces import tables, wanting
from semesta.report.slides.deck import Slide, SlideBlock


def hindrances(draft: Draft) -> Slide:
    topic = draft.say("Potensi dan kendala", "Potential and obstacles")
    made = [replace(table, notes=()) for table in tables(draft, chapter.obstacles)]
    if not made:
        heading = draft.say("Belum ada potensi dan kendala yang dicatat", "No potential or obstacles recorded yet")
        return Slide(topic, heading, (wanting(draft, "obstacles"),))
    heading = obstacles(draft).rstrip(".")
    # What stands in the way first: it is what a meeting can do something about.
    first, *rest = reversed(made)
    return Slide(topic, heading, (first,), beside=tuple(_texts(table) for table in rest), beside_part=0.45)


def _texts(table: Table) -> Table:
    """The first column alone, for the narrower half of a slide."""
    return replace(table, columns=table.columns[:1], rows=tuple(row[:1] for row in table.rows))


def commitments(draft: Draft) -> Slide:
    topic = draft.say("Komitmen dan tindak lanjut", "Commitments and follow-up")
    rows = draft.rows("commitments")
    if not rows:
        heading = draft.say("Belum ada komitmen yang dicatat", "No commitments recorded yet")
        return Slide(topic, heading, (wanting(draft, "commitments"),))
    numbered = list(enumerate(rows, 1))
    ordered = sorted(numbered, key=lambda pair: _urgency(draft, pair[1]))
    columns = [
        text_column(draft.say("No.", "No."), 0.4),
        text_column(draft.say("Uraian", "What"), 3),
        text_column(draft.say("Penanggung jawab", "Responsible"), 1.5),
        text_column(draft.say("Batas waktu", "Due"), 1.2),
        text_column(draft.say("Status", "Status"), 1.2),
    ]
    made = [(str(number), *_commitment(draft, row)) for number, row in ordered]
    table = Table("", "", tuple(columns), tuple(made))
    return Slide(topic, _counted(draft, rows), (table,))


def _urgency(draft: Draft, row: Row) -> tuple[bool, bool, dt.date]:
    """Those past their last day first, then those still open by their last day, the closed ones last."""
    closed = (row.get("status") or "open") in CLOSED
    return closed, not is_overdue(row, draft.measured.as_of), row.get("due") or dt.date.max


def _commitment(draft: Draft, row: Row) -> tuple[str, ...]:
    lang = draft.lang
    return (
        cells.text(row, "text", lang),
        cells.text(row, "responsible", lang, cells.NOT_FIXED),
        cells.day(row, "due", lang, cells.NOT_FIXED),
        status_said(draft, row),
    )


def _counted(draft: Draft, rows: list[Row]) -> str:
    late = sum(is_overdue(row, draft.measured.as_of) for row in rows)
    every = shown.count(len(rows), draft.lang)
    if not late:
        return draft.say(f"{every} komitmen dan permintaan dicatat", f"{every} commitments and requests recorded")
    number = shown.count(late, draft.lang)
    return draft.say(
        f"{every} komitmen dan permintaan dicatat, {number} lewat batas waktu",
        f"{every} commitments and requests recorded, {number} overdue",
    )


def proposal(draft: Draft) -> Slide:
    asked = tuple(decisions(draft)[:MOST])
    more = decisions(draft)[MOST:]
    need = draft.headline("need")
    made = tables(draft, proposal_chapter.proposal) if need else []
    blocks: list[SlideBlock] = [Listed(asked, numbered=True)] if asked else []
    if need and made:
        blocks.append(_amounts(made[0]))
        blocks += [Paragraph(text) for text in _stages(draft, need.node.period)]
    if not blocks:
        none = draft.say("Data belum memuat hal yang perlu diputuskan.", "The data hold nothing to decide yet.")
        blocks = [Paragraph(none)]
    return Slide(
        topic=draft.say("Usulan", "Proposal"),
        title=draft.say("Keputusan yang diminta", "Decisions asked"),
        main=tuple(blocks),
        notes=(*(made[0].notes if made else ()), *more),
    )


AMOUNTS = 5
"""Columns of the proposal that a slide shows: group, persons, months, price, amount."""


def _amounts(table: Table) -> Table:
    total = table.total[:AMOUNTS] if table.total else None
    rows = tuple(row[:AMOUNTS] for row in table.rows)
    return replace(table, columns=table.columns[:AMOUNTS], rows=rows, total=total, notes=_stars(table), source="")


def _stars(table: Table) -> tuple[str, ...]:
    """What a star on the slide means; the other notes are the speaker's."""
    return tuple(note for note in table.notes if note.startswith("* "))


def _stages(draft: Draft, year: str) -> list[str]:
    """Until when the request can still enter the budget of its year."""
    day = meeting(draft).get("date") or draft.measured.as_of
    return [
        calendar.said(stage, draft.lang) + "." for stage in calendar.open_stages(day) if str(stage.budget_year) == year
    ]
