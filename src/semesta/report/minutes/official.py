"""The frame of an official paper: letterhead, title in the middle with its number, mark and size of paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from semesta.basics import shown
from semesta.report.content import Block, Document, Fields, Lines
from semesta.report.laporan import cells
from semesta.report.laporan.draft import Draft, Row
from semesta.report.laporan.method import is_provisional
from semesta.report.laporan.office import field_of, letterhead, office, paper_size

BLANK = "…" * 12
"""A line to fill in by hand, for what neither the data nor SRIKANDI give."""


def official(
    draft: Draft, name: str, title: str, blocks: Iterable[Block], *, about: tuple[str, ...] = (), numbered: bool = True
) -> Document:
    """The document around these blocks.

    Args:
        name: the paper's, for what the sheet `kantor` says of it.
        about: the lines that stand under "TENTANG".
    """
    lines = (draft.say("TENTANG", "ON"), *(f"**{line.upper()}**" for line in about))
    subject = [Lines(lines, "center")] if about else []
    number = field_of(office(draft, name), "number", "nomor_naskah")
    return Document(
        lang=draft.lang,
        title=title,
        subtitle=draft.say(f"Nomor: {number}", f"Number: {number}") if numbered else "",
        place=draft.place,
        date="",
        letterhead=letterhead(draft, name),
        blocks=(*subject, *blocks),
        mark="KONSEP · SEMENTARA" if is_provisional(draft) else "KONSEP",
        paper=paper_size(draft, name),
        cover=False,
        centred=True,
        footer=draft.say("Disusun dengan Semesta dari data yang diserahkan", "Made with Semesta from the data given"),
        made_on=draft.measured.as_of,
    )


def on_this_day(draft: Draft, held: Row) -> str:
    """The day as minutes spell it, in words and in figures; lines to fill in where no meeting is known."""
    day = held.get("date")
    if not isinstance(day, dt.date):
        return draft.say(
            f"Pada hari ini, {BLANK}, tanggal {BLANK}, bertempat di {BLANK}",
            f"On {BLANK}, the {BLANK}, at {BLANK}",
        )
    venue = str(held.get("venue") or "").strip() or BLANK
    if draft.lang == "en":
        return f"On {shown.weekday(day, 'en')}, {shown.day(day, 'en')}, at {venue}"
    number, year = shown.number_in_words(day.day, "id"), shown.number_in_words(day.year, "id")
    return (
        f"Pada hari ini, {shown.weekday(day, 'id')}, tanggal {number} bulan {shown.month(day.month, 'id')} "
        f"tahun {year} ({day:%d-%m-%Y}), bertempat di {venue}"
    )


def meeting_fields(draft: Draft, held: Row) -> Fields:
    """What, when and where of a meeting, with lines to fill in for what is not known; the hour never is."""
    day = held.get("date")
    when = f"{shown.weekday(day, draft.lang)}, {shown.day(day, draft.lang)}" if isinstance(day, dt.date) else BLANK
    hosts = ", ".join(cells.items(held.get("hosts")))
    found = {
        draft.say("Rapat", "Meeting"): str(held.get("title") or "").strip() or BLANK,
        draft.say("Hari, tanggal", "Day"): when,
        draft.say("Pukul", "Hour"): BLANK,
        draft.say("Tempat", "Venue"): str(held.get("venue") or "").strip() or BLANK,
        draft.say("Penyelenggara", "Hosts"): hosts,
    }
    return Fields(tuple((name, value) for name, value in found.items() if value))
