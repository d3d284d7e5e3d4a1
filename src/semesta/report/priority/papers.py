"""Drafts that make a choice official: the decree with its annex, the letter of proposal, the minutes of verification."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial

import polars as pl

from semesta.basics import nik, shown
from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.people.perhaps import PERHAPS
from semesta.planning.priority.candidates import not_asked
from semesta.planning.priority.choice import Choice, unknown_ages
from semesta.report import machine
from semesta.report.content import Block, Document, Listed, Paragraph
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.office import placeholder_note, signature
from semesta.report.letters.letter import letter, note_fields
from semesta.report.minutes.official import BLANK, official
from semesta.report.paper import Making
from semesta.report.priority import blocks
from semesta.report.priority.choice import faulty_niks_told
from semesta.report.priority.decree import decree
from semesta.report.priority.workbook import as_data, workbook
from semesta.report.registration import ELSEWHERE, Proposed, profile, registration_of
from semesta.report.typeset import typeset
from semesta.tables.dataset import Dataset

NAMES = (
    *(
        f"{name}.{suffix}"
        for name in ("sk-penetapan", "surat-usulan", "berita-acara-verifikasi")
        for suffix in ("docx", "pdf")
    ),
    "prioritas.xlsx",
    "prioritas.json",
    "pendaftaran.xlsx",
)


def papers(
    choice: Choice, lang: Lang, *, today: dt.date, places: PlaceList = PLACES, show_identity: bool = False
) -> Mapping[str, Making]:
    """The drafts, the workbook and what programs read; `today` is the day they say they were made on. People are masked unless identity is asked for."""

    def draft() -> Draft:
        return Draft(Measured(choice.place, today, (), (), Dataset({}), places), lang)

    return {
        **typeset("sk-penetapan", lambda: decree(draft(), choice, show_identity=show_identity)),
        **typeset("surat-usulan", lambda: _proposal(draft(), choice)),
        **typeset("berita-acara-verifikasi", lambda: _minutes(draft(), choice)),
        "prioritas.xlsx": partial(workbook, choice, lang, today=today, places=places, show_identity=show_identity),
        "prioritas.json": lambda: machine.as_json({**as_data(choice, lang, places), "shows_identity": show_identity}),
        **({"pendaftaran.xlsx": partial(_registration, choice, lang, today, places)} if show_identity else {}),
    }


def _registration(choice: Choice, lang: Lang, today: dt.date, places: PlaceList) -> bytes:
    """Those covered as the file of bulk registration, in their order; whose NIK is faulty cannot be registered yet."""
    covered = choice.chosen.table.filter(pl.col("chosen")).sort("place").select("id")
    workers = choice.workers.with_columns(pl.col("id").cast(pl.String))
    rows = covered.join(workers, on="id", how="inner", maintain_order="left")
    whole = [value is None or nik.fault(value, today=today) is None for value in rows["nik"]]
    ready = rows.filter(pl.Series(whole, dtype=pl.Boolean))
    marked = ready.with_columns(pl.lit(None, pl.String).alias(PERHAPS), pl.lit(False).alias(ELSEWHERE))
    proposed = Proposed(marked, 0, rows.height - ready.height, Words("yang terlindungi", "of those covered"))
    return registration_of(proposed, profile(), places, today, lang)


def _proposal(draft: Draft, choice: Choice) -> Document:
    subject = draft.say(
        f"Usulan peserta jaminan sosial ketenagakerjaan tahun {choice.year}",
        f"Proposal of members of employment social security in {choice.year}",
    )
    made: list[Block] = [
        note_fields(draft, "surat-usulan", subject, draft.say("prioritas.xlsx", "prioritas.xlsx")),
        blocks.told(draft, choice),
        *blocks.unmet(draft, choice),
        *blocks.cost(draft, choice),
        *(Paragraph(draft.said(one)) for one in unknown_ages(choice.chosen.table)),
        *_to_mend(draft, choice),
        *blocks.tables(draft, choice),
        Paragraph(
            draft.say(
                "Mohon persetujuan untuk menetapkan nama dalam lampiran dengan keputusan kepala daerah dan mendaftarkannya.",
                "Approval is asked to name those in the annex by decree and to register them.",
            )
        ),
        signature(draft),
    ]
    return letter(draft, "surat-usulan", draft.say("Surat usulan", "Letter of proposal"), made)


def _to_mend(draft: Draft, choice: Choice) -> list[Block]:
    return [Paragraph(draft.said(one)) for one in faulty_niks_told(choice, draft.measured.as_of)]


def _minutes(draft: Draft, choice: Choice) -> Document:
    left = [draft.say("Bukan calon: ", "No candidates: ") + f"{draft.said(one)}." for one in not_asked(choice.others)]
    made: list[Block] = [
        Paragraph(
            draft.say(
                f"Pada hari ini, {BLANK}, tanggal {BLANK}, bertempat di {BLANK}, kami yang bertanda tangan di bawah ini telah memverifikasi "
                f"daftar {shown.count(choice.workers.height, 'id')} orang calon peserta.",
                f"On {BLANK}, the {BLANK}, at {BLANK}, we, the undersigned, verified a list of "
                f"{shown.count(choice.workers.height, 'en')} proposed members.",
            )
        ),
        Listed(
            (
                draft.say(
                    f"Calon yang memenuhi syarat: {shown.count(choice.candidates, 'id')} orang.",
                    f"Candidates who qualify: {shown.count(choice.candidates, 'en')} persons.",
                ),
                *left,
            )
        ),
        *_to_mend(draft, choice),
        blocks.told(draft, choice),
        *blocks.unmet(draft, choice),
        *blocks.tables(draft, choice),
        Paragraph(
            draft.say(
                f"Diperiksa di lapangan: {BLANK} orang; tidak sesuai: {BLANK} orang.",
                f"Checked on site: {BLANK} persons; not as listed: {BLANK} persons.",
            )
        ),
        *(Paragraph(draft.said(note)) for note in choice.notes),
        signature(draft),
        placeholder_note(draft),
    ]
    title = draft.say("Berita acara verifikasi", "Minutes of verification")
    return official(
        draft,
        "berita-acara-verifikasi",
        title,
        made,
        about=(draft.say("calon peserta", "proposed members"), draft.place),
    )
