"""How a node and an amount are said in messages."""

from __future__ import annotations

from semesta.basics import lists, shown
from semesta.basics.groups import GROUPS
from semesta.basics.places import PlaceList
from semesta.basics.rupiah import looks_round
from semesta.basics.words import Words, joined, same
from semesta.monev.agreement import Quantity
from semesta.monev.value import Node


def what(title: Words, node: Node, places: PlaceList) -> Words:
    """ "Jumlah pekerja, Non-ASN, Prov. Banten": the indicator, what part of it, where and when."""
    parts = [title]
    for code, code_list in (
        (node.group, GROUPS),
        (node.programme, lists.PROGRAMMES),
        (node.segment, lists.SEGMENTS),
        (node.benefit, lists.BENEFITS),
        (node.funding, lists.FUNDINGS),
    ):
        if code and code in code_list:
            parts.append(same(code) if code_list is lists.PROGRAMMES else code_list[code].title)
    if node.office:
        parts.append(same(node.office))
    if node.place:
        parts.append(places[node.place].title)
    return joined(parts, ", ")


def number(amount: int | float, unit: str) -> Words:
    """An amount in the form of its unit, in both languages."""
    if unit in ("rupiah", "rupiah_per_case"):
        return Words(shown.rupiah(int(amount), "id"), shown.rupiah(int(amount), "en"))
    if unit in ("share", "ratio"):
        return Words(shown.share(amount, "id"), shown.share(amount, "en"))
    if isinstance(amount, int) or float(amount).is_integer():
        return Words(shown.count(int(amount), "id"), shown.count(int(amount), "en"))
    return Words(shown.decimal(amount, "id"), shown.decimal(amount, "en"))


def roughly(amount: int | float, unit: str, *rests_on: Quantity) -> Words:
    """A difference: "sekitar Rp309,5 juta" where what it rests on may itself be rounded, else to the rupiah."""
    if unit != "rupiah" or not any(q.step > 1 or looks_round(int(q.amount)) for q in rests_on):
        return number(amount, unit)
    short = Words(shown.rupiah_short(int(amount), "id"), shown.rupiah_short(int(amount), "en"))
    return Words(f"sekitar {short.id}", f"about {short.en}")
