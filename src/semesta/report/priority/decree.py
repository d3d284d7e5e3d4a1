"""The draft of the decree that names who is paid for: why, by what, what is decided, and the annex with the names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from semesta.basics import shown
from semesta.basics.lists import FUNDINGS
from semesta.basics.words import Lang, Words
from semesta.planning.priority.choice import Choice
from semesta.report.content import Block, Document, Fields, Lines, PageBreak, Paragraph, Signature
from semesta.report.laporan import naming
from semesta.report.laporan.draft import Draft, text_column
from semesta.report.laporan.office import field_of, office, placeholder_note, signature
from semesta.report.letters.letter import head_of_government
from semesta.report.minutes.official import BLANK, official
from semesta.report.priority.choice import basis
from semesta.report.priority.workbook import named

NAME = "sk-penetapan"
MOST_IN_ANNEX = 300
"""Names that stand in the annex itself; of more the workbook is the annex."""
POINTS = (
    Words("KESATU", "FIRST"),
    Words("KEDUA", "SECOND"),
    Words("KETIGA", "THIRD"),
    Words("KEEMPAT", "FOURTH"),
    Words("KELIMA", "FIFTH"),
)
ACTS = (
    Words(
        "Undang-Undang Nomor 40 Tahun 2004 tentang Sistem Jaminan Sosial Nasional;",
        "Act 40/2004 on the National Social Security System;",
    ),
    Words(
        "Undang-Undang Nomor 24 Tahun 2011 tentang Badan Penyelenggara Jaminan Sosial;",
        "Act 24/2011 on the Administering Bodies of Social Security;",
    ),
    Words(
        "Peraturan Pemerintah Nomor 44 Tahun 2015 tentang Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian beserta "
        "perubahannya;",
        "Government Regulation 44/2015 on Work Accident and Death Insurance, as amended;",
    ),
    Words(
        "Instruksi Presiden Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan;",
        "Presidential Instruction 2/2021 on employment social security;",
    ),
)
"""What such a decree rests on everywhere; the acts of the place are filled in by its legal office, which checks them all."""


def decree(draft: Draft, choice: Choice, *, show_identity: bool) -> Document:
    """The *SK penetapan* of those chosen; its annex masks people unless identity is asked for."""
    head, source = head_of_government(draft), _source(draft, choice)
    about = draft.say(
        f"penetapan pekerja yang iuran jaminan sosial ketenagakerjaannya dibayar dari {source} tahun {choice.year}",
        f"workers whose employment social security contributions are paid from {source} in {choice.year}",
    )
    title = draft.say(f"Keputusan {head}", f"Decree of {head}")
    blocks: list[Block] = [
        Paragraph(f"**{head.upper()},**"),
        Fields((*_considered(draft, choice, title, about), *_acts(draft))),
        Lines((draft.say("**MEMUTUSKAN:**", "**DECIDES:**"),), "center"),
        Fields(
            (
                (draft.say("Menetapkan", "Enacts"), f"{title.upper()} {draft.say('TENTANG', 'ON')} {about.upper()}."),
                *zip((draft.said(point) for point in POINTS), _decided(draft, choice, source), strict=False),
            )
        ),
        _signed(draft, head),
        PageBreak(),
        *_annex(draft, choice, title, about, show_identity=show_identity),
        placeholder_note(draft),
    ]
    # In smaller type, so that who signs stands below the last point and not alone on a page.
    return replace(official(draft, NAME, title, blocks, about=(about,)), compact=True)


def _considered(draft: Draft, choice: Choice, title: str, about: str) -> list[tuple[str, str]]:
    candidates = choice.candidates
    return _lettered(
        draft.say("Menimbang", "Considering"),
        [
            draft.say(
                "bahwa pekerja yang rentan perlu dilindungi dari akibat kecelakaan kerja dan kematian;",
                "that vulnerable workers need cover against work accidents and death;",
            ),
            draft.say(
                f"bahwa {shown.count(candidates, 'id')} calon telah diurutkan menurut {draft.said(basis(choice, draft.measured.places))};",
                f"that {shown.count(candidates, 'en')} candidates were put in order by {draft.said(basis(choice, draft.measured.places))};",
            ),
            draft.say(
                f"bahwa untuk itu perlu menetapkan {title} tentang {about};",
                f"that therefore a decree is needed on {about};",
            ),
        ],
    )


def _acts(draft: Draft) -> list[tuple[str, str]]:
    local = draft.say(
        f"{BLANK} (peraturan daerah, peraturan kepala daerah dan DPA yang menjadi dasar);",
        f"{BLANK} (local acts and the budget document that this rests on);",
    )
    acts = [*(draft.said(act) for act in ACTS), local]
    name = draft.say("Mengingat", "In view of")
    return [(name if number == 1 else "", f"{number}. {act}") for number, act in enumerate(acts, 1)]


def _lettered(name: str, points: Sequence[str]) -> list[tuple[str, str]]:
    return [(name if number == 0 else "", f"{chr(ord('a') + number)}. {point}") for number, point in enumerate(points)]


def _decided(draft: Draft, choice: Choice, source: str) -> list[str]:
    found = choice.chosen
    persons, spent = shown.count(found.persons, draft.lang), shown.rupiah(found.spent, draft.lang)
    return [
        draft.say(
            f"Menetapkan {persons} orang sebagaimana tercantum dalam Lampiran sebagai penerima pembayaran iuran JKK dan JKM selama "
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
            "Lampiran merupakan bagian yang tidak terpisahkan dari keputusan ini.",
            "The annex is a part of this decree.",
        ),
        draft.say(
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.", "This decree takes effect on the day it is signed."
        ),
    ]


def _signed(draft: Draft, head: str) -> Signature:
    """The head of the government signs, whoever sends the draft."""
    sent = signature(draft, NAME)
    where = draft.say(
        f"Ditetapkan di {BLANK}\npada tanggal {sent.place_and_date}", f"Done at {BLANK}\non {sent.place_and_date}"
    )
    return Signature(where, f"{head},", sent.name, "", "", sent.sign)


def _source(draft: Draft, choice: Choice) -> str:
    """Who pays; the budget of a city or a province by its name where it is the city's own decree."""
    level = {"apbd.kabkota": "regency", "apbd.provinsi": "province"}.get(choice.funding)
    if level and draft.measured.places.level(choice.place) == level:
        return draft.say(f"APBD {draft.place}", f"the budget of {draft.place}")
    return naming.name(FUNDINGS, choice.funding, draft.lang)


def _annex(draft: Draft, choice: Choice, title: str, about: str, *, show_identity: bool) -> list[Block]:
    number = field_of(office(draft, NAME), "number", "nomor_naskah")
    head = Lines(
        (
            draft.say("**LAMPIRAN**", "**ANNEX**"),
            f"{title.upper()}",
            draft.say(f"NOMOR {number}", f"NUMBER {number}"),
            f"{draft.say('TENTANG', 'ON')} {about.upper()}",
        )
    )
    if choice.chosen.persons > MOST_IN_ANNEX:
        said = draft.say(
            f"Daftar {shown.count(choice.chosen.persons, 'id')} orang: lembar Lampiran SK dalam prioritas.xlsx.",
            f"The list of {shown.count(choice.chosen.persons, 'en')} persons: the sheet Annex of prioritas.xlsx.",
        )
        return [head, Paragraph(said)]
    heads, rows = named(
        choice, draft.lang, today=draft.measured.as_of, places=draft.measured.places, show_identity=show_identity
    )
    columns = [text_column(name, 1 if number == 0 else 3) for number, name in enumerate(heads)]
    caption = draft.say("Yang ditetapkan, menurut urutan", "Those named, in order")
    notes = [draft.say("alasan tiap orang: prioritas.xlsx", "the reason for each person: prioritas.xlsx")]
    if not show_identity:
        notes.append(
            draft.say(
                "disamarkan; nama dan NIK lengkap dengan --show-identity",
                "masked; whole names and NIKs with --show-identity",
            )
        )
    texts = [tuple(_said(cell[0], draft.lang) for cell in row) for row in rows]
    return [head, draft.table("priority.annex", caption, columns, texts, notes=notes)]


def _said(value: object, lang: Lang) -> str:
    if isinstance(value, dt.date):
        return shown.day(value, lang)
    return "" if value is None else str(value)
