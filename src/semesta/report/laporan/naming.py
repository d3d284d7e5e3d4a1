"""Codes, periods and statuses in the words of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from semesta.basics import lists, shown
from semesta.basics.codes import CodeList
from semesta.basics.groups import GROUPS
from semesta.basics.place_names import NATIONAL_GOVERNMENT, kind_of
from semesta.basics.places import PlaceList
from semesta.basics.words import Lang, Words
from semesta.monev.figure import AT_LEAST, OVERLAP
from semesta.monev.pairs import AT_LEAST_THESE, BY_OFFICE
from semesta.monev.persons import AMONG_LISTED
from semesta.monev.registry import INDICATORS
from semesta.monev.stocks import UNKNOWN_OF_SOME
from semesta.monev.value import Node, Value

PARTS = {
    "group": (GROUPS, Words("Kelompok", "Group")),
    "segment": (lists.SEGMENTS, Words("Segmen", "Segment")),
    "programme": (lists.PROGRAMMES, Words("Program", "Programme")),
    "funding": (lists.FUNDINGS, Words("Sumber dana", "Funding")),
    "universe": (lists.UNIVERSES, Words("Semesta", "Universe")),
    "basis": (lists.BASES, Words("Dasar penghitungan", "Basis")),
    "benefit": (lists.BENEFITS, Words("Manfaat", "Benefit")),
    "document": (lists.TARGET_DOCUMENTS, Words("Dokumen", "Document")),
}
"""Dimensions of a figure that have a code list, with the heading of their column."""

STATUSES = {
    "ok": Words("tersedia", "available"),
    "missing": Words("belum ada data", "no data yet"),
    "partial": Words("sebagian wilayah atau program", "some regions or programmes only"),
    "mixed": Words("campuran program, tidak dapat dinilai", "mixed programmes, cannot be judged"),
    "scope_mismatch": Words("lingkup tidak sama, tidak dihitung", "unequal scope, not computed"),
    "contradicted": Words(
        "tidak sejalan dengan rinciannya atau sumber lain", "contradicted by its parts or another source"
    ),
    "unverified_law": Words("memakai ketentuan yang belum diverifikasi", "rests on law not yet verified"),
    "withheld": Words("ditutup agar orang tidak dikenali", "withheld so that nobody is recognised"),
}

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


def name(codes: CodeList, code: str, lang: Lang) -> str:
    """The title of a code; the code itself where the list does not know it."""
    entry = codes.get(code)
    return entry.title.said(lang) if entry else code


def programme(code: str, lang: Lang) -> str:
    """The short name that everybody uses; the empty code is all programmes."""
    return code or Words("Seluruh program", "All programmes").said(lang)


def part(dimension: str, code: str, lang: Lang, places: PlaceList) -> str:
    """The code of one dimension of a node in words; all of it where the code is empty."""
    if dimension == "programme":
        return programme(code, lang)
    if not code:
        return Words("Semua", "All").said(lang)
    if dimension == "place":
        return name(places, code, lang)
    if dimension == "document":
        return _document(code, lang)
    return name(PARTS[dimension][0], code, lang) if dimension in PARTS else code


def _document(code: str, lang: Lang) -> str:
    """A document that sets targets; the indicator beside it where it is not coverage ("RPJMD:registration")."""
    document, _, indicator = code.partition(":")
    said = name(lists.TARGET_DOCUMENTS, document, lang)
    return f"{said} ({title(indicator).said(lang).lower()})" if indicator in INDICATORS else said


def when(period: str, lang: Lang) -> str:
    """ "per 17 Juli 2024" for a day, otherwise the period as it is said; empty for no period."""
    if not period:
        return ""
    said = shown.period(period, lang)
    return Words("per ", "as of ").said(lang) + said if _DAY.match(period) else said


def node(at: Node, lang: Lang, places: PlaceList) -> str:
    """Everything that a node narrows down, in words: "Kota Cilegon · BPU · JKK · per 17 Juli 2024"."""
    said = [name(places, at.place, lang)] if at.place else []
    if at.office:
        said.append(at.office)
    said += [part(d, code, lang, places) for d in PARTS if (code := getattr(at, d)) not in ("", "unstated")]
    return " · ".join([*said, when(at.period, lang)] if at.period else said)


WHY_PARTIAL: dict[Words, Words] = {
    UNKNOWN_OF_SOME: Words(
        "dari sebagian orang belum diketahui terdaftar atau aktifnya", "registered or active not known of some people"
    ),
    AMONG_LISTED: Words("hanya peserta yang ada dalam daftar nama", "only members on the lists of names"),
    BY_OFFICE: Words(
        "peserta menurut kantor cabang, pekerja menurut domisili", "members by branch office, workers by residence"
    ),
    AT_LEAST_THESE: Words(
        "peserta baru diketahui untuk sebagian kelompok", "members known for some of the groups only"
    ),
    AT_LEAST: Words(
        "orang yang sama dapat tercatat lebih dari sekali", "the same people may be counted more than once"
    ),
    OVERLAP: Words("rinciannya saling tumpang tindih", "its parts overlap"),
}
"""By their notes the reasons for a partial figure of people that are not regions or programmes left out, the main ones first."""


def statuses(value: Value, lang: Lang) -> str:
    """The statuses of a value in words, without "available" where something is said against it."""
    telling = [code for code in value.status if code != "ok"] or ["ok"]
    return "; ".join(_status(code, value.notes).said(lang) for code in telling)


def _status(code: str, notes: Sequence[Words]) -> Words:
    """A status in few words; of a partial figure the main reason, as far as that can be told from its notes."""
    why = (told for note, told in WHY_PARTIAL.items() if note in notes) if code == "partial" else iter(())
    return next(why, STATUSES[code])


def head_of_place(place: str, places: PlaceList) -> Words:
    """Who reads the summary: the office that heads a place of this level."""
    level = places.level(place) if place else "nation"
    if level == "government":
        level = "nation" if place == NATIONAL_GOVERNMENT else "province"
    if level == "regency":
        return Words("Wali Kota", "the Mayor") if kind_of(place) == "city" else Words("Bupati", "the Regent")
    heads = {"nation": Words("Menteri", "the Minister"), "province": Words("Gubernur", "the Governor")}
    return heads.get(level, Words("Pimpinan", "the Head of the Area"))


def head_by_name(place: str, places: PlaceList) -> Words:
    """The head of a government with its name: "Bupati Pamekasan", "Wali Kota Cilegon", "Gubernur Banten"."""
    head = head_of_place(place, places)
    if not place or places.level(place) not in ("regency", "province"):
        return head
    name = places.short_name(place).removeprefix("Kab. ")
    return Words(f"{head.id} {name}", f"{head.en} of {places.full_name(place, 'en')}")


def title(indicator: str) -> Words:
    """The title of an indicator."""
    return INDICATORS[indicator].title
