"""Who receives a benefit after a death: the first rank in which somebody lives, and what happens when nobody does.

Ranks, not shares: where the law divides nothing, no share is given.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass

from semesta.basics.codes import plain
from semesta.basics.words import Words, same
from semesta.law.faults import InputError, nearest

RELATIVES = {
    "spouse": Words("janda atau duda", "widow or widower"),
    "child": Words("anak", "child"),
    "parent": Words("orang tua", "parent"),
    "grandparent": Words("kakek atau nenek", "grandparent"),
    "grandchild": Words("cucu", "grandchild"),
    "sibling": Words("saudara kandung", "sibling"),
    "parent_in_law": Words("mertua", "parent-in-law"),
    "will": Words("orang yang ditunjuk dalam wasiat", "person named in a will"),
}
"""Who may survive, by code; `will` is whoever a will names."""


def living_of(given: object) -> list[str] | None:
    """The codes of those who live, from a list or "istri, anak"; a name stands for its code. None where nobody says it.

    Raises:
        InputError: neither a list nor text.
    """
    listed = re.split(r"\s*[,;]\s*", given.strip()) if isinstance(given, str) else given
    if listed is None:
        return None
    if not isinstance(listed, list):
        raise InputError(
            [same("heirs") + Words(": harus daftar, misalnya [spouse, child]", ": a list, as [spouse, child]")]
        )
    return [_RELATIVE_OF.get(plain(str(name)), str(name)) for name in listed]


_CALLED = {
    "spouse": ("istri", "suami", "wife", "husband"),
    "child": ("anak kandung", "son", "daughter"),
    "parent": ("ayah", "bapak", "ibu", "father", "mother"),
    "sibling": ("saudara", "adik", "kakak", "brother", "sister"),
    "parent_in_law": ("parents in law",),
    "will": ("wasiat",),
}
_RELATIVE_OF = {name: code for code, names in _CALLED.items() for name in names} | {
    plain(name): code
    for code, title in RELATIVES.items()
    for said in (title.id, title.en)
    for name in (said, *re.split(" atau | or ", said))
}


@dataclass(frozen=True)
class Rank:
    """Those who stand equal, and from which article."""

    relatives: tuple[str, ...]
    title: Words


@dataclass(frozen=True)
class Order:
    """The ranks of a programme, the nearest first, and who gets what when no rank has anybody."""

    programmes: tuple[str, ...]
    ranks: tuple[Rank, ...]
    residual: Words
    shares: Words
    law: str
    source: str
    verified: bool
    note: Words
    until: dt.date | None = None


_SPOUSE_OR_CHILD = Rank(("spouse", "child"), Words("janda, duda, atau anak", "widow, widower or child"))
_BLOOD = Rank(
    ("parent", "grandparent", "grandchild"),
    Words(
        "keluarga sedarah garis lurus ke atas dan ke bawah sampai derajat kedua",
        "blood relatives in direct line, up and down to the second degree",
    ),
)
_WILL = Rank(("will",), Words("orang yang ditunjuk dalam wasiat", "the person named in a will"))
FAMILY = (
    _SPOUSE_OR_CHILD,
    _BLOOD,
    Rank(("sibling",), Words("saudara kandung", "siblings")),
    Rank(("parent_in_law",), Words("mertua", "parents-in-law")),
    _WILL,
)

NO_SHARES = Words(
    "Ketentuan ini menyebut urutan, tidak menyebut pembagian di antara mereka yang sederajat.",
    "The law gives the order and no shares among those of equal rank.",
)
NOTARIAL = Words(
    "Sejak Permenaker 1/2025 wasiat berupa akta notaris, dan ahli waris di luar daftar memerlukan penetapan pengadilan.",
    "Since Permenaker 1/2025 a will is a notarial deed, and heirs not listed need a court order.",
)

ORDERS = (
    Order(
        ("JKM",),
        (_SPOUSE_OR_CHILD, _BLOOD, _WILL),
        Words(
            "biaya pemakaman kepada pengusaha atau pihak yang mengurus pemakaman; santunan lainnya ke Balai Harta Peninggalan",
            "the funeral to the employer or whoever buried; the other sums to the Balai Harta Peninggalan (public trustee)",
        ),
        NO_SHARES,
        "PP 14/1993 Pasal 22 jo. PP 53/2012",
        "pasal.id pp-no-53-tahun-2012/koreksi/9115767",
        True,
        Words("Saudara kandung dan mertua tidak disebut.", "Siblings and parents-in-law are not named."),
        until=dt.date(2015, 6, 30),
    ),
    Order(
        ("JKK", "JKM"),
        FAMILY,
        Words(
            "biaya pemakaman kepada pihak yang mengurus pemakaman; santunan lainnya ke Dana Jaminan Sosial",
            "the funeral to whoever buried; the other sums to the Dana Jaminan Sosial",
        ),
        NO_SHARES,
        "PP 44/2015 Pasal 37 ayat (5) dan Pasal 40 ayat (2); Permenaker 5/2021 jo. Permenaker 1/2025",
        "pasal.id pp-44-2015; perisaiblora.blogspot.com 2023/11; pasal.id 9439674",
        True,
        NOTARIAL,
    ),
    Order(
        ("JHT",),
        FAMILY,
        Words("Balai Harta Peninggalan", "the Balai Harta Peninggalan (public trustee)"),
        NO_SHARES,
        "PP 46/2015; Permenaker 4/2022",
        "katadata.co.id 62071bb4a12ab; m.tribunnews.com 2022/03/02",
        True,
        Words(
            "Urutannya dilihat pada Permenaker 19/2015 dan 2/2022; naskah Permenaker 4/2022 belum dilihat.",
            "The order was seen in Permenaker 19/2015 and 2/2022; the text of Permenaker 4/2022 was not.",
        ),
    ),
    Order(
        ("JP",),
        (
            Rank(("spouse",), Words("satu janda atau duda", "one widow or widower")),
            Rank(("child",), Words("paling banyak dua anak", "at most two children")),
            Rank(("parent",), Words("satu orang tua, bagi peserta lajang", "one parent, of a single participant")),
        ),
        Words("tidak ditemukan pada sumber", "not found in the sources"),
        Words(
            "Besar pensiun tiap penerima dihitung pada JP; porsinya belum terverifikasi.",
            "What each receives is computed in JP; the portions are not verified.",
        ),
        "PP 45/2015 Pasal 16",
        "amp.kontan.co.id; kompas.tv 266927; atlashxm.com",
        True,
        Words(
            "Janda atau duda sampai meninggal atau menikah lagi; anak sampai usia 23, bekerja, atau menikah. Nomor Pasal 21–23 belum dilihat.",
            "The widow or widower until death or remarriage; a child until 23, work or marriage. Articles 21–23 were not seen.",
        ),
    ),
)


@dataclass(frozen=True)
class Receivers:
    """Those who receive: `relatives` stand equal, in the `place`-th rank; both empty when the residual rule holds."""

    relatives: tuple[str, ...]
    place: int | None
    title: Words
    order: Order


def order_of(programme: str, on: dt.date = dt.date.max) -> Order:
    """The order of heirs of a programme on the day of a death.

    Raises:
        InputError: the programme leaves nothing to heirs.
    """
    held = [order for order in ORDERS if order.until is None or on <= order.until]
    found = next((order for order in held if programme in order.programmes), None)
    if found is None:
        known = ", ".join(dict.fromkeys(name for order in ORDERS for name in order.programmes))
        raise InputError(
            [
                same(programme)
                + Words(f": tidak ada urutan ahli waris; ada bagi {known}", f": no order of heirs; {known}")
            ]
        )
    return found


def receivers(programme: str, living: Collection[str], on: dt.date = dt.date.max) -> Receivers:
    """Who receives the benefit of a programme when these relatives live, by code of RELATIVES, by the law of the day.

    Raises:
        InputError: unknown codes, all at once, or a programme without heirs.
    """
    if unknown := [code for code in living if code not in RELATIVES]:
        raise InputError(
            [same(code) + Words(": tidak dikenal", ": unknown") + nearest(code, RELATIVES) for code in unknown]
        )
    order = order_of(programme, on)
    for place, rank in enumerate(order.ranks, 1):
        if found := tuple(code for code in rank.relatives if code in living):
            return Receivers(found, place, rank.title, order)
    return Receivers((), None, order.residual, order)
