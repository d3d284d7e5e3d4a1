"""Names and figures of a pool in words."""

from __future__ import annotations

from semesta.basics import lists, shown
from semesta.basics.words import Lang, Words
from semesta.planning.pooling.of_round import OwnPool
from semesta.planning.pooling.prospect import Prospect
from semesta.report.laporan import naming

TITLE = Words("Iuran, manfaat dan gotong royong", "Contributions, claims and sharing")
POOL = Words("Kumpulan", "Pool")


def scope(own: OwnPool, lang: Lang) -> str:
    """ "JKM · BPU · 2024"; what is not split is not named."""
    node = own.node
    names = [node.programme, node.segment, naming.name(lists.FUNDINGS, node.funding, lang) if node.funding else ""]
    return " · ".join([*filter(None, names), shown.period(node.period, lang)])


def members(own: OwnPool, lang: Lang) -> str:
    """ "4 kantor cabang", or regions."""
    kind = Words("kantor cabang", "branches") if own.by_office else Words("wilayah", "regions")
    return f"{shown.count(len(own.members), lang)} {kind.said(lang)}"


def money(amount: float, lang: Lang) -> str:
    """Amounts that were drawn, to the three digits that are known of them."""
    return shown.rupiah_short(round(amount), lang)


def part(share: float, lang: Lang) -> str:
    """A chance; what was never drawn is no impossibility, and what always was no certainty."""
    if share < 0.001:
        return f"< {shown.share(0.001, lang, 1)}"
    if share > 0.999:
        return f"> {shown.share(0.999, lang, 1)}"
    return shown.share(share, lang, 1)


def stable(one: Prospect) -> Words:
    """From which size a year's claims stay near what is expected."""
    if one.stable_from is None:
        return Words(
            "Dengan guncangan bersama sebesar itu tidak ada ukuran kumpulan yang cukup agar manfaat setahun hampir selalu dalam 10 % dari "
            "yang diharapkan.",
            "With a shared shock of that size no pool is large enough for a year's claims to stay nearly always within 10 % of what is "
            "expected.",
        )
    return Words(
        f"Manfaat setahun tetap dalam 10 % dari yang diharapkan pada 95 dari 100 tahun mulai "
        f"{shown.count(round(one.stable_from), 'id')} kasus setahun.",
        f"A year's claims stay within 10 % of what is expected in 95 of 100 years from "
        f"{shown.count(round(one.stable_from), 'en')} cases a year.",
    )
