"""Nota dinas: one page from which a head of region can decide, with the five figures and the decisions asked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from semesta.basics import shown
from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.report.content import Block, Document, Heading, Listed, Paragraph
from semesta.report.fewer_pages import SPARE
from semesta.report.laporan.content import written
from semesta.report.laporan.decisions import MOST, decisions
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.long_cells import shortened
from semesta.report.laporan.opening import meeting
from semesta.report.laporan.quoting import quoted_note
from semesta.report.laporan.summary import uncertain
from semesta.report.letters.letter import letter, note_fields, paragraphs, signed
from semesta.report.letters.main_figures import figures_table

NAME = "nota-dinas"


@dataclass(frozen=True, slots=True)
class _Length:
    """How much is said: letters of each decision, how many things that are uncertain and letters of each, whether sources
    are named, and whether in smaller type."""

    letters: int
    uncertain: int
    each: int = 260
    sourced: bool = True
    compact: bool = True


LENGTHS = (
    _Length(260, 3, compact=False),
    _Length(260, 3),
    _Length(260, 2),
    _Length(260, 1),
    _Length(260, 1, 150, sourced=False),
    _Length(260, 1, 110, sourced=False),
    _Length(200, 1, 110, sourced=False),
    _Length(150, 1, 110, sourced=False),
    _Length(110, 1, 110, sourced=False),
)
"""From the fullest on, the first that stays on one page. Decisions are cut last; what is cut stands whole in the report."""


def nota_dinas(measured: Measured, lang: Lang) -> Document:
    """The note on one page; only where the office's own fields are longer than that does it go on to a second."""
    from semesta.report.typeset_pdf import pages

    draft = written(measured, lang)
    made = [_note(draft, length) for length in LENGTHS[:1]]
    for length in LENGTHS[1:]:
        if pages(replace(made[-1], blocks=(*made[-1].blocks, *SPARE))) == 1:
            break
        made.append(_note(draft, length))
    return made[-1]


def _note(draft: Draft, length: _Length) -> Document:
    subject = draft.say(
        f"Hasil monitoring dan evaluasi jaminan sosial ketenagakerjaan {draft.place}",
        f"Results of the monitoring of employment social security, {draft.place}",
    )
    blocks: list[Block] = [
        note_fields(draft, NAME, subject, draft.say("1 (satu) laporan", "1 (one) report")),
        Paragraph(_opening(draft)),
        *figures_table(draft, sourced=length.sourced),
        *_asked(draft, length),
        *paragraphs(_open(draft, length), _end(draft)),
        signed(draft, NAME),
    ]
    made = letter(draft, NAME, draft.say("Nota dinas", "Note"), blocks, headed=True)
    return replace(made, compact=length.compact)


def _opening(draft: Draft) -> str:
    held, lang = meeting(draft), draft.lang
    as_of = shown.day(draft.measured.as_of, lang)
    met = ""
    if held and held["date"] != draft.measured.as_of:
        day = shown.day(held["date"], lang)
        met = draft.say(f" (rapat {day})", f" (meeting of {day})")
    return draft.say(
        f"Bersama ini disampaikan laporan hasil monitoring dan evaluasi{met} dengan data sampai dengan {as_of}; "
        "nomor tabel di bawah ini menunjuk pada laporan itu.",
        f"Attached is the report on the monitoring and evaluation{met}, on data up to {as_of}; "
        "numbers of tables below are those of the report.",
    )


def _asked(draft: Draft, length: _Length) -> list[Block]:
    items = tuple(shortened(text, length.letters) for text in decisions(draft)[:MOST])
    none = draft.say("Data belum memuat hal yang perlu diputuskan.", "The data hold nothing to decide yet.")
    heading = Heading(3, draft.say("Keputusan yang diminta", "Decisions asked"))
    return [heading, Listed(items, numbered=True) if items else Paragraph(none)]


def _open(draft: Draft, length: _Length) -> str:
    """What is uncertain as one paragraph, which takes less room than a list."""
    items = [shortened(text, length.each).rstrip(".") for text in uncertain(draft, most=length.uncertain)]
    title = draft.say("Yang belum pasti", "Uncertain")
    return f"**{title}:** {'; '.join(items)}." if items else ""


def _end(draft: Draft) -> str:
    more = len(decisions(draft)) - MOST
    rest = draft.say(
        f" {shown.count(more, 'id')} usul keputusan lain ada dalam bab rekomendasi laporan.",
        f" Further decisions asked: {shown.count(more, 'en')}, in the report's chapter of recommendations.",
    )
    told = draft.say("Demikian disampaikan, mohon arahan lebih lanjut.", "Submitted for your direction.")
    said = told + (rest if more > 0 else "")
    # Between quotation marks stand only the requests, which come first among the decisions.
    return (
        f"{said} {quoted_note(draft, 'commitments')}" if any("“" in text for text in decisions(draft)[:MOST]) else said
    )
