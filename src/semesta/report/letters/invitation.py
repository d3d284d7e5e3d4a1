"""Undangan: the letter that asks institutions to the meeting, with what it is for, what to bring, and who is asked."""

from __future__ import annotations

import datetime as dt

from semesta.basics import shown
from semesta.basics.words import Lang, Words, capital
from semesta.monev.measured import Measured
from semesta.report.content import Block, Document, Fields, Heading, Lines, Listed, PageBreak, Paragraph, Table
from semesta.report.lacking import without_rows
from semesta.report.laporan import cells
from semesta.report.laporan.draft import Draft, Row, text_column
from semesta.report.laporan.office import office, said
from semesta.report.laporan.opening import hour
from semesta.report.letters.data_request import requests
from semesta.report.letters.letter import copies, letter, letter_fields, signed
from semesta.report.minutes.official import BLANK

NAME = "undangan"


def lacking(measured: Measured) -> Words | None:
    """Without a meeting there is nothing to invite to."""
    return without_rows(measured, "meeting")


def invitation(measured: Measured, lang: Lang) -> Document:
    """The letter for the latest meeting of the data, also one that is still to come."""
    draft = Draft(measured, lang)
    held, asked = meeting_ahead(draft), invited(draft)
    annex = _annex(draft, asked)
    subject = draft.say("Undangan rapat", "Invitation to a meeting")
    blocks: list[Block] = [
        *letter_fields(draft, NAME, subject, draft.say("1 (satu) berkas", "1 (one) annex") if annex else ""),
        Lines((*_addressed(draft, asked), draft.say("di tempat", ""))),
        Paragraph(_intro(draft)),
        Fields(_when_and_where(draft, held), indented=True),
        *_purposes(draft, held),
        Paragraph(_thanks(draft)),
        signed(draft, NAME),
        *copies(draft, NAME),
        *annex,
    ]
    return letter(draft, NAME, draft.say("Undangan", "Invitation"), blocks)


def meeting_ahead(draft: Draft) -> Row:
    """The last meeting by its day; the one to come, where there is one."""
    held = [row for row in draft.rows("meeting") if isinstance(row.get("date"), dt.date)]
    return max(held, key=lambda row: row["date"], default={})


def invited(draft: Draft) -> list[str]:
    """The institutions that the sheet of attendance names for that day, each once; of any day where it names none for it."""
    day = meeting_ahead(draft).get("date")
    rows = draft.rows("attendance")
    rows = [row for row in rows if row.get("date") in (day, None)] or rows
    return list(dict.fromkeys(str(row["institution"]).strip() for row in rows if row.get("institution")))


def _addressed(draft: Draft, asked: list[str]) -> list[str]:
    to = said(office(draft, NAME), "to")
    before = draft.say("Yth.", "To")
    if to:
        return [f"{before} {to}"]
    if len(asked) > 1:
        return [f"{before} {draft.say('(daftar undangan terlampir)', '(list attached)')}"]
    return [f"{before} {asked[0] if asked else BLANK}"]


def _intro(draft: Draft) -> str:
    return draft.say(
        f"Dalam rangka monitoring dan evaluasi pelaksanaan jaminan sosial ketenagakerjaan di {draft.place}, dengan hormat kami "
        "mengundang Saudara untuk hadir pada:",
        f"For the monitoring and evaluation of employment social security in {draft.place}, you are invited to the meeting on:",
    )


def _when_and_where(draft: Draft, held: Row) -> tuple[tuple[str, str], ...]:
    day = held["date"]
    hosts = ", ".join(cells.items(held.get("hosts")))
    found = (
        (draft.say("Hari, tanggal", "Day"), f"{shown.weekday(day, draft.lang)}, {shown.day(day, draft.lang)}"),
        (draft.say("Pukul", "Hour"), hour(held) or BLANK),
        (draft.say("Tempat", "Venue"), str(held.get("venue") or "").strip() or BLANK),
        (draft.say("Acara", "Subject"), str(held.get("title") or "").strip() or BLANK),
        (draft.say("Penyelenggara", "Hosts"), hosts),
    )
    return tuple(field for field in found if field[1])


def _purposes(draft: Draft, held: Row) -> list[Block]:
    purposes = cells.items(held.get("purpose"))
    if not purposes:
        return []
    return [
        Paragraph(draft.say("Tujuan rapat:", "Purposes, as the office wrote them:")),
        Listed(tuple(purposes), numbered=True),
    ]


def _thanks(draft: Draft) -> str:
    bring = draft.say(
        "Untuk kelancaran rapat, mohon data yang tercantum dalam lampiran dibawa atau disampaikan sebelumnya. ",
        "Please bring the data listed in the annex, or send them before. ",
    )
    thanks = draft.say(
        "Atas perhatian dan kehadiran Saudara kami ucapkan terima kasih.",
        "Thank you for your attention and attendance.",
    )
    return (bring if requests(draft) else "") + thanks


def _annex(draft: Draft, asked: list[str]) -> list[Block]:
    """On a page of its own who is invited, where they are several, and the data to bring by who holds them."""
    wanting = tuple(
        (capital(request.holder), ", ".join(draft.said(lack.what) for lack in request.lacks))
        for request in requests(draft)
    )
    blocks: list[Block] = []
    if len(asked) > 1:
        heading = Heading(2, draft.say("Daftar undangan", "List of those invited"))
        blocks += [heading, Listed(tuple(asked), numbered=True)]
    if wanting:
        columns = (text_column(draft.say("Pemegang data", "Who holds them")), text_column("Data", 2))
        heading = Heading(2, draft.say("Data yang perlu dibawa", "Data to bring"))
        blocks += [heading, Table("", draft.say("Data yang belum ada", "Data that are wanting"), columns, wanting)]
    return [PageBreak(), *blocks] if blocks else []
