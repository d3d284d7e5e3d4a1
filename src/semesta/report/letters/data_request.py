"""Surat permintaan data: a letter to each who holds data that are wanting, with the blank sheets to fill in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from semesta.basics import shown
from semesta.basics.codes import plain
from semesta.basics.words import Lang, Words, capital
from semesta.files.template import template
from semesta.monev.measured import Measured
from semesta.report.content import Block, Document, Lines, Listed, Paragraph, Table
from semesta.report.laporan.draft import Draft, text_column
from semesta.report.laporan.gaps import Lack, lacks
from semesta.report.letters.letter import copies, letter, letter_fields, signed
from semesta.report.minutes.official import BLANK
from semesta.tables.registry import TABLES

NAME = "surat-permintaan-data"

OF_THE_MEETING = ("meeting", "attendance", "commitments", "obstacles")
"""What the meeting itself writes down: nobody is written a letter for it."""

HOLDERS = {
    "BPJS Ketenagakerjaan": Words("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
    "bendahara OPD": Words("bendahara OPD", "the offices' treasurers"),
    "Kejaksaan Negeri": Words("Kejaksaan Negeri", "the prosecutor's office"),
    "Disnaker": Words("Disnaker", "the labour office"),
    "BKPSDM": Words("BKPSDM", "the personnel office"),
    "DPMD": Words("DPMD", "the office for villages"),
    "dinas pembina kelompok": Words("dinas pembina kelompok", "the offices in charge of the groups"),
    "BPKAD/BKAD": Words("BPKAD/BKAD", "the finance office"),
    "Bappeda": Words("Bappeda", "the planning office"),
    "Bagian Hukum": Words("Bagian Hukum", "the legal office"),
    "Bagian Kesejahteraan Rakyat": Words("Bagian Kesejahteraan Rakyat", "the welfare office"),
}
"""The institutions that tables name as holders, one by one."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of one institution. `name` is that of its files: "bpjs-ketenagakerjaan"."""

    name: str
    holder: str
    lacks: tuple[Lack, ...]

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(lack.table for lack in self.lacks))


def requests(draft: Draft) -> list[Request]:
    """What is wanting by who holds it, the institution with most of it first; two that share a table are both asked."""
    asked: dict[str, list[Lack]] = {}
    for lack in lacks(draft):
        if lack.table not in OF_THE_MEETING:
            for holder in holders(lack.holder.id):
                asked.setdefault(holder, []).append(lack)
    named = [Request(plain(key).replace(" ", "-"), _said(key, draft), tuple(found)) for key, found in asked.items()]
    return sorted(named, key=lambda request: -len(request.lacks))


def holders(written: str) -> list[str]:
    """The institutions of "BPKAD/BKAD dan Bappeda", one by one."""
    return [part.strip() for part in re.split(r",\s*|\s+dan\s+", written) if part.strip()]


def _said(holder: str, draft: Draft) -> str:
    return draft.said(HOLDERS[holder]) if holder in HOLDERS else holder


def lacking(measured: Measured) -> Words | None:
    """Why there is nobody to write to."""
    if requests(Draft(measured, "id")):
        return None
    return Words("semua data yang diminta dari lembaga lain sudah ada", "all data that others hold are there already")


def data_request(measured: Measured, request: Request, lang: Lang) -> Document:
    """The letter to one holder."""
    draft = Draft(measured, lang)
    subject = draft.say(
        "Permintaan data monitoring dan evaluasi jaminan sosial ketenagakerjaan",
        "Request for data on employment social security",
    )
    blocks: list[Block] = [
        *letter_fields(draft, NAME, subject, _attached(draft, request)),
        Lines((_addressed(draft, request), draft.say("di tempat", ""))),
        Paragraph(_intro(draft)),
        _table(draft, request),
        Listed(_how(draft, request)),
        Paragraph(_until(draft)),
        signed(draft, NAME),
        *copies(draft, NAME),
    ]
    return letter(draft, NAME, subject, blocks)


def blank_sheets(measured: Measured, request: Request, lang: Lang) -> bytes:
    """The workbook to fill in, with the sheets of this holder alone."""
    return template({name: TABLES[name] for name in request.tables}, lang, measured.places)


def _attached(draft: Draft, request: Request) -> str:
    count, words = len(request.tables), shown.number_in_words(len(request.tables), draft.lang)
    return draft.say(
        f"{count} ({words}) lembar isian", f"{count} ({words}) {'sheets' if count > 1 else 'sheet'} to fill in"
    )


def _addressed(draft: Draft, request: Request) -> str:
    holder = request.holder
    if holder.lower().startswith(("bendahara", "the ")):
        return draft.say(f"Yth. {capital(holder)}", f"To {holder}")
    return draft.say(f"Yth. Pimpinan {holder}", f"To the head of {holder}")


def _intro(draft: Draft) -> str:
    as_of = shown.day(draft.measured.as_of, draft.lang)
    return draft.say(
        f"Dalam rangka monitoring dan evaluasi pelaksanaan jaminan sosial ketenagakerjaan di {draft.place}, mohon bantuan Saudara "
        f"menyampaikan data berikut, yang sampai dengan {as_of} belum kami terima:",
        f"For the monitoring and evaluation of employment social security in {draft.place}, please send these data, which have "
        f"not reached us by {as_of}:",
    )


def _table(draft: Draft, request: Request) -> Table:
    columns = [
        text_column(draft.say("No.", "No."), 0.3),
        text_column(draft.say("Data (lembar isian)", "Data (sheet)"), 1.4),
        text_column(draft.say("Isinya", "What it holds"), 2.2),
        text_column(draft.say("Kegunaannya", "What for"), 2.2),
    ]
    rows = tuple(
        (str(number), _named(draft, lack), draft.said(TABLES[lack.table].what), draft.said(lack.why))
        for number, lack in enumerate(request.lacks, 1)
    )
    return Table("", draft.say("Data yang diminta", "Data asked for"), tuple(columns), rows)


def _named(draft: Draft, lack: Lack) -> str:
    """The data, and the sheet to write them on where it has another name."""
    what, sheet = draft.said(lack.what), draft.said(lack.sheet)
    return what if what.startswith(sheet) and len(what) >= len(sheet) else f"{what} ({sheet})"


def _how(draft: Draft, request: Request) -> tuple[str, ...]:
    file = f"{request.name}.xlsx"
    return (
        draft.say(
            f"Lembar isian terlampir ({file}). Satu baris satu hal; kosong berarti belum diketahui, 0 hanya bila memang nol.",
            f"The sheets are attached ({file}). One matter per row; empty means not known, 0 only where it truly is nought.",
        ),
        draft.say(
            "Yang diminta adalah angka rekap beserta tanggal dan sumbernya, tanpa nama dan NIK orang.",
            "Summary figures are asked for, with their day and source, and no name or NIK of anybody.",
        ),
    )


def _until(draft: Draft) -> str:
    return draft.say(
        f"Data mohon kami terima paling lambat {BLANK}. Atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.",
        f"Please let us have them by {BLANK}. Thank you for your attention and help.",
    )
