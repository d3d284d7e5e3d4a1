"""Nota dinas: one page from which a head of region can decide, with the five figures and the decisions asked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from semesta.basics import shown
from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.monev.registry import INDICATORS
from semesta.monev.value import Value
from semesta.report.content import Block, Document, Heading, Listed, Paragraph, Table
from semesta.report.laporan import figures, phrases
from semesta.report.laporan.content import written
from semesta.report.laporan.decisions import MOST, decisions
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.laporan.opening import meeting
from semesta.report.laporan.sourcing import sources
from semesta.report.laporan.summary import five, shortened, uncertain
from semesta.report.letters.letter import letter, note_fields, paragraphs, signed

NAME = "nota-dinas"


@dataclass(frozen=True, slots=True)
class _Length:
    """How much is said: letters of each sentence, and how many lines of what is uncertain."""

    letters: int
    uncertain: int


LENGTHS = (_Length(260, 3), _Length(260, 2), _Length(200, 2), _Length(200, 1), _Length(150, 1), _Length(110, 1))
"""From the fullest on, the first that stays on one page; what is cut stands whole in the report."""

SPARE = (Paragraph("\u00a0"),) * 3
"""Three lines to spare, because Word sets lines a little wider than the PDF by which the page is measured."""


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
        *figures_table(draft),
        *_asked(draft, length),
        *paragraphs(_open(draft, length), _end(draft)),
        signed(draft, NAME),
    ]
    return letter(draft, NAME, draft.say("Nota dinas", "Note"), blocks, headed=True)


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


def figures_table(draft: Draft) -> list[Block]:
    """The five figures of the report's first page as a table, each with what it is measured against and rests on."""
    chosen = five(draft.measured)
    if not chosen:
        return []
    columns = [
        text_column(draft.say("Ukuran", "Figure"), 1.5),
        number_column(draft.say("Angka", "Number"), 1),
        text_column(draft.say("Keterangan", "Remarks"), 3),
    ]
    pooled = any(value.indicator in figures.POOL for value in chosen)
    return [
        Table(
            "",
            draft.say("Angka utama", "Main figures"),
            tuple(columns),
            tuple(_row(draft, value) for value in chosen),
            notes=(draft.said(phrases.NOT_A_DEBT),) if pooled else (),
            source=sources(chosen, draft.lang),
        )
    ]


def _row(draft: Draft, value: Value) -> tuple[str, str, str]:
    figure = figures.key_figure(value, draft.measured, draft.lang)
    parts = (figure.against, figure.since, f"⚠ {figure.warning}" if figure.warning else "")
    remarks = " · ".join(filter(None, parts))
    if value.value is not None:
        return figure.name, figure.value, remarks
    # In the column of numbers stands why there is none, in few words; who has the data stands beside it.
    why = _held(draft, value) if "missing" in value.status else ""
    return figure.name, figures.reason(value, draft.lang), " · ".join(filter(None, (why, remarks)))


def _held(draft: Draft, value: Value) -> str:
    if any(figures.only_set_aside(table, draft.measured) for table in INDICATORS[value.indicator].tables):
        return draft.said(figures.SET_ASIDE)
    held = draft.said(figures.holder(value.indicator, draft.measured))
    return draft.say(f"dipegang {held}", f"held by {held}")


def _asked(draft: Draft, length: _Length) -> list[Block]:
    items = tuple(shortened(text, length.letters) for text in decisions(draft)[:MOST])
    none = draft.say("Data belum memuat hal yang perlu diputuskan.", "The data hold nothing to decide yet.")
    heading = Heading(3, draft.say("Keputusan yang diminta", "Decisions asked"))
    return [heading, Listed(items, numbered=True) if items else Paragraph(none)]


def _open(draft: Draft, length: _Length) -> str:
    """What is uncertain as one paragraph, which takes less room than a list."""
    items = [shortened(text, length.letters).rstrip(".") for text in uncertain(draft, most=length.uncertain)]
    title = draft.say("Yang belum pasti", "Uncertain")
    return f"**{title}:** {'; '.join(items)}." if items else ""


def _end(draft: Draft) -> str:
    more = len(decisions(draft)) - MOST
    rest = draft.say(
        f" {shown.count(more, 'id')} usul keputusan lain ada dalam bab rekomendasi laporan.",
        f" {shown.count(more, 'en')} more decisions asked stand in the report's chapter of recommendations.",
    )
    told = draft.say("Demikian disampaikan, mohon arahan lebih lanjut.", "Submitted for your direction.")
    return told + (rest if more > 0 else "")
