"""A row to act on as it is shown, on a page and in a workbook: the same words in both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q

from semesta.basics import shown
from semesta.basics.place_names import NATION
from semesta.basics.words import Lang, Words
from semesta.people.findings.finding import Extra, Finding
from semesta.people.findings.registry import FINDINGS
from semesta.report.book import book
from semesta.report.laporan import naming
from semesta.report.person_lists import CODES
from semesta.report.sheet import Cell, Sheet
from semesta.web.downloads import csv_file
from semesta.web.models import Matter
from semesta.web.places import office_places

HEADS = (
    Words("Temuan", "Finding"),
    Words("Token", "Token"),
    Words("Berkas", "File"),
    Words("Lembar", "Sheet"),
    Words("Baris", "Row"),
    Words("NIK", "NIK"),
    Words("Inisial", "Initials"),
    Words("Tahun lahir", "Year of birth"),
    Words("L/P", "Sex (L male, P female)"),
    Words("Desa/kelurahan", "Village"),
    Words("Kelompok", "Group"),
    Words("Pengirim/wadah", "Sender/account"),
    Words("Alasan", "Reason"),
    Words("Rincian", "Details"),
    Words("Langkah berikut", "Next step"),
    Words("Penanggung jawab", "Assigned to"),
    Words("Status", "State"),
    Words("Catatan", "Note"),
)
IDENTITY = (
    ("nik", Words("NIK lengkap", "Whole NIK")),
    ("name", Words("Nama", "Name")),
    ("birth_date", Words("Tanggal lahir", "Birth date")),
    ("sex", Words("L/P", "Sex")),
    ("kk", Words("No. KK", "Family card")),
    ("phone", Words("No. HP", "Phone")),
    ("address", Words("Alamat", "Address")),
    ("village", Words("Desa/kelurahan", "Village")),
)
"""Columns of an identity and how they are called."""
FIELDS = {
    "nik": Words("NIK", "NIK"),
    "name": Words("Nama", "Name"),
    "birth_date": Words("Tanggal lahir", "Birth date"),
    "sex": Words("Jenis kelamin (L/P)", "Sex (L male, P female)"),
    "village": Words("Desa/kelurahan", "Village"),
    "group": Words("Kelompok", "Group"),
}
OPEN, GIVEN, DONE, GONE = "terbuka", "ditugaskan", "selesai", "hilang"
STATES = {
    OPEN: Words("Belum ditugaskan", "Not assigned"),
    GIVEN: Words("Ditugaskan", "Assigned"),
    DONE: Words("Selesai", "Done"),
    GONE: Words("Tidak lagi ditemukan", "No longer found"),
}
BY_STATE = {
    OPEN: Q(done_at=None, is_current=True, assigned_to=None),
    GIVEN: Q(done_at=None, is_current=True, assigned_to__isnull=False),
    DONE: Q(done_at__isnull=False),
    GONE: Q(done_at=None, is_current=False),
}
"""The same as `state_of`, as the database asks it."""


def state_of(matter: Matter) -> str:
    if matter.done_at is not None:
        return DONE
    if not matter.is_current:
        return GONE
    return GIVEN if matter.assigned_to_id is not None else OPEN


def place_said(code: str, lang: Lang) -> str:
    """The name of a place; of a village that is not on our list the district that we know and the code."""
    places = office_places()
    if not code or code in places:
        return naming.name(places, code, lang) if code else ""
    known = next((part for part in reversed(places.path(code)) if part in places), NATION)
    return code if known == NATION else f"{places[known].title.said(lang)} ({code})"


def row_said(matter: Matter, lang: Lang) -> dict[str, Any]:
    """What lists and pages say of a row; of a person only what tells nobody who it is."""
    return {
        "matter": matter,
        "title": FINDINGS[matter.finding].title,
        "village": place_said(matter.village, lang),
        "reason": matter.reason.get(lang, ""),
        "details": [] if matter.is_about_a_person else details(matter, lang),
        "state": state_of(matter),
    }


def details(matter: Matter, lang: Lang) -> list[tuple[str, str]]:
    """Title and value of the columns that only this finding has."""
    finding = FINDINGS.get(matter.finding)
    if finding is None:
        return []
    return [
        (extra.title.said(lang), _said(extra, matter.detail[extra.name], lang))
        for extra in finding.extras
        if extra.name in matter.detail
    ]


def _said(extra: Extra, value: Any, lang: Lang) -> str:
    if isinstance(value, Mapping):
        return str(value[lang])
    match extra.kind:
        case "rupiah":
            return shown.rupiah(value, lang)
        case "day":
            return shown.day(dt.date.fromisoformat(value), lang)
        case "month":
            year, month = divmod(int(value) - 1, 12)
            return f"{shown.month(month + 1, lang)} {year}"
        case "share" | "count" if isinstance(value, float):
            return f"{value:.1f}".replace(".", "," if lang == "id" else ".")
        case "count":
            return shown.count(value, lang)
    entry = CODES[extra.name].get(value) if extra.name in CODES else None
    return str(value) if entry is None else entry.title.said(lang)


def cells(matter: Matter, finding: Finding, lang: Lang) -> list[object]:
    """The row under HEADS, masked."""
    return [
        finding.title.said(lang),
        matter.token,
        matter.file,
        matter.sheet,
        matter.row,
        matter.nik,
        matter.initials,
        matter.birth_year,
        matter.sex,
        place_said(matter.village, lang),
        naming.part("group", matter.group, lang, office_places()) if matter.group else "",
        matter.office,
        matter.reason.get(lang, ""),
        "; ".join(f"{title}: {value}" for title, value in details(matter, lang)),
        finding.next_step.said(lang),
        matter.assigned_to.get_username() if matter.assigned_to else "",
        STATES[state_of(matter)].said(lang),
        matter.note,
    ]


def as_table(
    matters: Sequence[Matter], whose: Mapping[int, Mapping[str, str]], lang: Lang
) -> tuple[tuple[str, ...], list[list[object]]]:
    """Heads and rows; the columns of identities only where identities are given."""
    heads = tuple(head.said(lang) for head in HEADS) + tuple(w.said(lang) for _, w in IDENTITY if whose)
    rows = []
    for matter in matters:
        who = whose.get(matter.pk, {})
        known = [who.get(name) or "" for name, _ in IDENTITY] if whose else []
        rows.append([*cells(matter, FINDINGS[matter.finding], lang), *known])
    return heads, rows


def as_xlsx(matters: Sequence[Matter], whose: Mapping[int, Mapping[str, str]], lang: Lang, made: dt.date) -> bytes:
    heads, rows = as_table(matters, whose, lang)
    said: list[list[Cell]] = [[(value, "row" if isinstance(value, int) else "text") for value in row] for row in rows]
    note = (
        Words("Memuat identitas; jangan diteruskan kepada yang tidak berwenang.", "Holds identities; not to be passed on.")
        if whose
        else Words("Disamarkan; pemegang daftar menemukan orangnya dari berkas dan baris.", "Masked; who holds the list finds the person by file and row.")
    )  # fmt: skip
    title = Words("Temuan untuk ditindaklanjuti", "Findings to act on").said(lang)
    return book([Sheet(Words("Daftar", "List").said(lang), title, heads, said, note.said(lang))], title, made, lang)


def as_csv(matters: Sequence[Matter], whose: Mapping[int, Mapping[str, str]], lang: Lang) -> bytes:
    heads, rows = as_table(matters, whose, lang)
    return csv_file(heads, rows, delimiter=";")
