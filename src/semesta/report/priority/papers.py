"""Drafts that make a choice official: the decree with its annex, the letter of proposal, the minutes of verification."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial

import polars as pl

from semesta.basics import nik, shown
from semesta.basics.lists import FUNDINGS
from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.people.perhaps import PERHAPS
from semesta.planning.priority.candidates import not_asked
from semesta.planning.priority.choice import Choice
from semesta.report import machine
from semesta.report.content import Block, Document, Heading, Listed, Paragraph
from semesta.report.laporan import naming
from semesta.report.laporan.draft import Draft, text_column
from semesta.report.laporan.office import placeholder_note, signature
from semesta.report.letters.letter import head_of_government, letter, note_fields
from semesta.report.minutes.official import BLANK, official
from semesta.report.paper import Making
from semesta.report.priority import blocks
from semesta.report.priority.choice import basis, faulty_niks_told
from semesta.report.priority.workbook import REASON, WHERE, as_data, shown_people, workbook
from semesta.report.registration import ELSEWHERE, Proposed, profile, registration_of
from semesta.report.sheet import said_all
from semesta.report.typeset import typeset
from semesta.tables.dataset import Dataset

MOST_IN_ANNEX = 300
"""Names that stand in the annex itself; of more the workbook is the annex."""
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
        **typeset("sk-penetapan", lambda: _decree(draft(), choice, show_identity)),
        **typeset("surat-usulan", lambda: _proposal(draft(), choice)),
        **typeset("berita-acara-verifikasi", lambda: _minutes(draft(), choice)),
        "prioritas.xlsx": partial(workbook, choice, lang, today=today, places=places, show_identity=show_identity),
        "prioritas.json": lambda: machine.as_json({**as_data(choice, lang), "shows_identity": show_identity}),
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


def _decree(draft: Draft, choice: Choice, show_identity: bool) -> Document:
    found, source = choice.chosen, _source(draft, choice)
    head = head_of_government(draft)
    about = draft.say(
        f"penetapan pekerja yang iuran jaminan sosial ketenagakerjaannya dibayar dari {source} tahun {choice.year}",
        f"workers whose employment social security contributions are paid from {source} in {choice.year}",
    )
    persons, spent = shown.count(found.persons, draft.lang), shown.rupiah(found.spent, draft.lang)
    decided = [
        draft.say(
            f"Menetapkan {persons} orang sebagaimana tercantum dalam lampiran sebagai penerima pembayaran iuran JKK dan JKM selama "
            f"{choice.months} bulan tahun {choice.year}.",
            f"The {persons} persons in the annex are those for whom JKK and JKM contributions are paid for {choice.months} months of "
            f"{choice.year}.",
        ),
        draft.say(
            f"Biaya paling banyak {spent}, dibebankan pada {source} tahun anggaran {choice.year}.",
            f"The cost of at most {spent} is borne by {source} of the budget year {choice.year}.",
        ),
        draft.say(
            "Peserta yang meninggal, pindah, atau telah dibayar pihak lain diganti oleh calon berikutnya menurut urutan yang sama.",
            "Who dies, moves away or is paid for by others is replaced by the next candidate in the same order.",
        ),
        draft.say(
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.", "This decree takes effect on the day it is signed."
        ),
    ]
    made: list[Block] = [
        Paragraph(draft.say(f"**{head.upper()},**", f"**{head.upper()},**")),
        Paragraph(
            draft.say(
                f"Menimbang: bahwa {shown.count(choice.candidates, 'id')} calon telah diurutkan menurut {draft.said(basis(choice))};",
                f"Considering that {shown.count(choice.candidates, 'en')} candidates were put in order by {draft.said(basis(choice))};",
            )
        ),
        Paragraph(
            draft.say(
                f"Mengingat: {BLANK} (isi dasar hukum daerah; Inpres Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jaminan "
                "Sosial Ketenagakerjaan);",
                f"In view of: {BLANK} (fill in the local acts; Presidential Instruction 2/2021);",
            )
        ),
        Heading(2, draft.say("MEMUTUSKAN", "DECIDES"), ""),
        Listed(tuple(decided), numbered=True),
        signature(draft),
        Heading(2, draft.say("Lampiran", "Annex"), ""),
        *_annex(draft, choice, show_identity),
        placeholder_note(draft),
    ]
    return official(draft, "sk-penetapan", draft.say("Keputusan", "Decree"), made, about=(about, draft.place))


def _source(draft: Draft, choice: Choice) -> str:
    """Who pays; the budget of a city or a province by its name where it is the city's own decree."""
    level = {"apbd.kabkota": "regency", "apbd.provinsi": "province"}.get(choice.funding)
    if level and draft.measured.places.level(choice.place) == level:
        return draft.say(f"APBD {draft.place}", f"the budget of {draft.place}")
    return naming.name(FUNDINGS, choice.funding, draft.lang)


def _annex(draft: Draft, choice: Choice, show_identity: bool) -> list[Block]:
    if choice.chosen.persons > MOST_IN_ANNEX:
        said = draft.say(
            f"Daftar {shown.count(choice.chosen.persons, 'id')} orang: lembar Terlindungi dalam prioritas.xlsx.",
            f"The list of {shown.count(choice.chosen.persons, 'en')} persons: the sheet Covered of prioritas.xlsx.",
        )
        return [Paragraph(said)]
    heads, rows = shown_people(
        choice,
        draft.lang,
        today=draft.measured.as_of,
        places=draft.measured.places,
        show_identity=show_identity,
        covered=True,
    )
    # Where each stands in the list, and why with what decile, is for who checks, in the workbook; a decree names people.
    apart = said_all(draft.lang, *WHERE.values(), REASON)
    named = [number for number, head in enumerate(heads) if head not in apart]
    columns = [text_column(heads[number], 1 if number == 0 else 3) for number in named]
    caption = draft.say("Yang ditetapkan, menurut urutan", "Those named, in order")
    notes = [draft.say("alasan tiap orang: prioritas.xlsx", "the reason for each person: prioritas.xlsx")]
    if not show_identity:
        notes.append(
            draft.say(
                "disamarkan; nama dan NIK lengkap dengan --show-identity",
                "masked; whole names and NIKs with --show-identity",
            )
        )
    texts = [tuple(_said(row[n][0], draft.lang) for n in named) for row in rows]
    return [draft.table("priority.annex", caption, columns, texts, notes=notes)]


def _said(value: object, lang: Lang) -> str:
    if isinstance(value, dt.date):
        return shown.day(value, lang)
    return "" if value is None else str(value)


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
