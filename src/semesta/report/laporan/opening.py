"""Chapter I: background, legal basis, purpose, time, place and who took part."""

from __future__ import annotations

import datetime as dt
import re

from semesta.basics import shown
from semesta.report.content import Block, Heading, Listed, Paragraph
from semesta.report.laporan import cells, phrases
from semesta.report.laporan.acts import acts_used, uses_inpres
from semesta.report.laporan.draft import Draft, Row, number_column, text_column


def meeting(draft: Draft) -> Row:
    """The latest meeting not after the round's day; an empty row when none is known."""
    held = [row for row in draft.rows("meeting") if isinstance(row.get("date"), dt.date)]
    past = [row for row in held if row["date"] <= draft.measured.as_of] or held
    return max(past, key=lambda row: row["date"], default={})


def hour(held: Row) -> str:
    """When the meeting starts, as it was written; a cell that Excel made a time without its seconds."""
    return re.sub(r"^(\d\d):(\d\d):00$", r"\1.\2", str(held.get("starts") or "").strip())


def opening(draft: Draft) -> list[Block]:
    """The chapter; a brief report has it without headings of sections, so that it stays a part of a page."""
    heading = draft.chapter("Pendahuluan", "Introduction")
    blocks = _background(draft) + _legal_basis(draft) + _purpose(draft) + _meeting(draft)
    return [heading, *(_in_one_go(blocks) if draft.is_brief else blocks)]


def _in_one_go(blocks: list[Block]) -> list[Block]:
    """The blocks without headings, paragraphs that follow each other as one."""
    joined: list[Block] = []
    for block in (block for block in blocks if not isinstance(block, Heading)):
        leads_a_list = isinstance(block, Paragraph) and block.text.endswith(":")
        if isinstance(block, Paragraph) and not leads_a_list and joined and isinstance(joined[-1], Paragraph):
            block = Paragraph(f"{joined.pop().text} {block.text}")  # type: ignore[union-attr]
        joined.append(block)
    return joined


def _background(draft: Draft) -> list[Block]:
    said = [draft.said(phrases.RIGHT)]
    if uses_inpres(draft.measured):
        said.append(draft.said(phrases.EXTREME_POVERTY) if draft.is_brief else _inpres(draft))
    said.append(" ".join([draft.said(phrases.NON_PROFIT), draft.said(phrases.NATIONAL_FUNDS)]))
    paragraphs = [" ".join(said)] if draft.is_brief else said
    return [draft.section("Latar belakang", "Background"), *(Paragraph(text) for text in paragraphs)]


def _inpres(draft: Draft) -> str:
    told = draft.say(
        "Instruksi Presiden Nomor 2 Tahun 2021 menugasi kementerian, lembaga, dan kepala daerah menyiapkan regulasi dan "
        "anggaran agar seluruh pekerja menjadi peserta aktif. ",
        "Presidential Instruction 2/2021 charges ministries, agencies and heads of region with preparing regulations and "
        "budgets so that every worker becomes an active member. ",
    )
    return told + draft.said(phrases.EXTREME_POVERTY)


def _legal_basis(draft: Draft) -> list[Block]:
    used = acts_used(draft.measured)
    about = draft.say(" tentang ", " on ")
    unverified = f" ({draft.said(phrases.UNVERIFIED)})"
    items = tuple(
        draft.said(act.number)
        + (about + draft.said(act.title) if act.title else "")
        + ("" if act.verified else unverified)
        for act in used
    )
    intro = [Paragraph(draft.say("Dasar hukum:", "Legal basis:"))] if draft.is_brief else []
    return [draft.section("Dasar hukum", "Legal basis"), *intro, Listed(items, numbered=True)]


def _purpose(draft: Draft) -> list[Block]:
    purposes = cells.items(meeting(draft).get("purpose"))
    scope = draft.say(
        f"Ruang lingkup laporan ini adalah {draft.place} menurut data sampai dengan "
        f"{shown.day(draft.measured.as_of, 'id')}, sebatas data yang diserahkan.",
        f"This report covers {draft.place}, on data up to {shown.day(draft.measured.as_of, 'en')}, as far as data were given.",
    )
    blocks: list[Block] = [draft.section("Maksud, tujuan, dan ruang lingkup", "Purpose and scope")]
    if purposes and draft.is_brief:
        blocks.append(
            Paragraph(draft.say("Tujuan: ", "Purposes, as the office wrote them: ") + "; ".join(purposes) + ".")
        )
    elif purposes:
        blocks.append(
            Paragraph(
                draft.say(
                    "Tujuan monitoring dan evaluasi ini:",
                    "Purposes of this monitoring and evaluation, as the office wrote them:",
                )
            )
        )
        blocks.append(Listed(tuple(purposes), numbered=True))
    return [*blocks, Paragraph(scope)]


def _meeting(draft: Draft) -> list[Block]:
    held, present = meeting(draft), draft.rows("attendance")
    if not held and not present:
        return []
    blocks: list[Block] = [draft.section("Waktu, tempat, dan peserta", "Time, place and participants")]
    if held:
        blocks.append(Paragraph(_when_and_where(draft, held)))
    return [*blocks, participants(draft, present)] if present else blocks


def _when_and_where(draft: Draft, held: Row) -> str:
    day = shown.day(held["date"], draft.lang)
    title = held.get("title") or draft.say("Rapat monitoring dan evaluasi", "The monitoring and evaluation meeting")
    at = draft.say(f" di {held['venue']}", f" at {held['venue']}") if held.get("venue") else ""
    said = draft.say(f"{title} berlangsung pada {day}{at}.", f"{title} took place on {day}{at}.")
    if held.get("hosts"):
        hosts = ", ".join(cells.items(held["hosts"]))
        said += draft.say(f" Penyelenggara: {hosts}.", f" Hosts: {hosts}.")
    if held.get("opened_by"):
        said += draft.say(f" Rapat dibuka oleh {held['opened_by']}.", f" It was opened by {held['opened_by']}.")
    return said


def participants(draft: Draft, present: list[Row]) -> Block:
    lang = draft.lang
    columns = [
        text_column(draft.say("Instansi", "Institution"), 3),
        text_column(draft.say("Peran", "Role"), 2),
        number_column(draft.say("Orang", "Persons"), 1.2),
    ]
    rows: list[tuple[str, ...]] = [
        (cells.text(r, "institution", lang), cells.text(r, "role", lang), cells.count(r, "persons", lang))
        for r in present
    ]
    if all(row.get("persons") is None for row in present):
        columns, rows = columns[:2], [row[:2] for row in rows]
    return draft.table("attendance", draft.say("Peserta per instansi", "Participants by institution"), columns, rows)
