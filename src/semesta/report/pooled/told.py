"""Names and figures of a pool in words."""

from __future__ import annotations

from semesta.basics import lists, shown
from semesta.basics.words import Lang, Words
from semesta.planning.pooling.of_round import OwnPool
from semesta.report.laporan import naming


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
    """A chance; what was never drawn is no impossibility."""
    if 0 < share < 0.001:
        return f"< {shown.share(0.001, lang, 1)}"
    return shown.share(share, lang, 1)
