"""How places are named: taken apart when read ("Pemkab. Tangerang"), put together when shown ("Kab. Tangerang")."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from semesta.basics.codes import plain
from semesta.basics.words import Words, same

Level = Literal["nation", "government", "province", "regency", "district", "village"]
Kind = Literal["", "province", "regency", "city", "district", "village"]

NATION, NATIONAL_GOVERNMENT = "ID", "00"
CODE_PATTERN = r"^\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?$"
"""A code with its dots, of any level. What has not this form is a name."""

# A word in front of a name (in English behind it) says what kind of place is meant.
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("provinsi", "propinsi", "prov", "prop", "province"), "province"),
    **dict.fromkeys(("kabupaten", "kab", "regency"), "regency"),
    **dict.fromkeys(("kota", "kotamadya", "kodya", "city"), "city"),
    **dict.fromkeys(("kecamatan", "kec", "distrik", "district"), "district"),
    **dict.fromkeys(("desa", "kelurahan", "kel", "gampong", "nagari", "kampung", "village"), "village"),
}
# A government is named where its region is meant, but for a province: there it is an employer of its own.
_GOVERNMENTS: dict[str, Kind] = {
    "pemprov": "province",
    "pemkab": "regency",
    "pemkot": "city",
    "pemda": "",
    "pemerintah": "",
    "government": "",
}
_SILENT = {"daerah", "of", "administrasi", "administratif", "adm"}
_SHORT = {"kep": "kepulauan"}
_CAPITALS = {"DKI", "DI", "BTS", "STL", "STM"}


class Asked(NamedTuple):
    """A name as somebody wrote it: what kind of place, whether its government, and the bare name as a key."""

    kind: Kind
    government: bool
    key: str


def name_key(name: str) -> str:
    """A bare name as it is compared; spaces do not count, since "Pangkal Pinang" is written "Pangkalpinang" as well."""
    return "".join(_SHORT.get(word, word) for word in plain(name).split())


def asked(text: str) -> Asked:
    """What a written name asks for: `Asked("city", True, "cilegon")` for "Pemerintah Kota Cilegon"."""
    words = plain(text).split()
    kind: Kind = ""
    government = len(words) > 1 and words[0] in _GOVERNMENTS
    if government:
        kind = _GOVERNMENTS[words.pop(0)]
        while len(words) > 1 and words[0] in _SILENT:
            words.pop(0)
    if not kind and len(words) > 1:
        end = 0 if words[0] in _KINDS else -1
        if words[end] in _KINDS:
            kind = _KINDS[words.pop(end)]
    while len(words) > 1 and kind and words[0] in _SILENT:
        words.pop(0)
    return Asked(kind, government, name_key(" ".join(words)))


def level(code: str) -> Level:
    """The level of a code; says nothing about whether the place exists."""
    if code == NATION:
        return "nation"
    if code == NATIONAL_GOVERNMENT or (code.endswith(".00") and len(code) == 5):
        return "government"
    levels: tuple[Level, ...] = ("province", "regency", "district", "village")
    return levels[min(code.count("."), 3)]


def kind_of(code: str) -> Kind:
    """The kind of place a code stands for: cities have regency numbers from 71."""
    match level(code):
        case "nation" | "government":
            return ""
        case "regency":
            return "city" if code[3:] >= "71" else "regency"
        case "province" | "district" | "village" as kind:
            return kind


def canonical_code(text: str) -> str | None:
    """The code with its dots ("3672" and "36.72" are "36.72"); None for what has not the form of a code."""
    digits = text.replace(".", "")
    if text.upper() == NATION:
        return NATION
    if not re.fullmatch(r"\d{2}(\d{2}(\d{2}(\d{4})?)?)?", digits):
        return None
    dotted = ".".join(part for part in (digits[:2], digits[2:4], digits[4:6], digits[6:]) if part)
    return dotted if text in (digits, dotted) else None


def bare_name(code: str, name: str) -> str:
    """The name without the word for its kind, in good case: "Cilegon" for "KOTA CILEGON" of a city."""
    first, _, rest = " ".join(name.split()).partition(" ")
    kind = _KINDS.get(plain(first), "")
    bare = rest if rest and kind and kind == kind_of(code) else " ".join(name.split())
    return good_case(bare) if bare.isupper() and len(bare) > 3 else bare


def good_case(name: str) -> str:
    """Capital letters made into a name: "KEPULAUAN SERIBU" is "Kepulauan Seribu", "VII KOTO" is "VII Koto"."""
    return " ".join(
        word if word in _CAPITALS or re.fullmatch(r"[IVX]+", word) else "dan" if word == "DAN" else word.capitalize()
        for word in name.split()
    )


def title(code: str, bare: str) -> Words:
    """The name as it stands in a table: "Kab. Tangerang", "Kota Cilegon", "Provinsi Banten"."""
    match kind_of(code):
        case "province":
            return Words(f"Provinsi {bare}", f"{bare} Province")
        case "regency":
            return Words(f"Kab. {bare}", f"{bare} Regency")
        case "city":
            return Words(f"Kota {bare}", f"{bare} City")
        case "district":
            return Words(f"{_district_word(code, short=True)} {bare}", f"{bare} District")
        case "village":
            return Words(f"{'Kel.' if code[9] == '1' else 'Desa'} {bare}", f"{bare} Village")
    return same(bare)


def full_name(code: str, bare: str) -> Words:
    """The name without abbreviations, for covers and letters: "Kabupaten Tangerang"."""
    said = title(code, bare)
    match kind_of(code):
        case "regency":
            return Words(f"Kabupaten {bare}", said.en)
        case "district":
            return Words(f"{_district_word(code, short=False)} {bare}", said.en)
        case "village":
            return Words(f"{'Kelurahan' if code[9] == '1' else 'Desa'} {bare}", said.en)
    return said


def short_name(code: str, bare: str) -> str:
    """The name where there is little room: a city and a province by its bare name, a regency as "Kab. Serang"."""
    return title(code, bare).id if kind_of(code) == "regency" else bare


def _district_word(code: str, *, short: bool) -> str:
    # In the provinces of Papua the district is a distrik.
    if code[:2] >= "91":
        return "Distrik"
    return "Kec." if short else "Kecamatan"
