"""How a node and an amount are said in messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from semesta.basics import lists, shown
from semesta.basics.groups import GROUPS
from semesta.basics.places import PlaceList
from semesta.basics.rupiah import looks_round
from semesta.basics.words import LANGS, Words, joined, same
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


def titled(title: Words, node: Node, places: PlaceList) -> Words:
    """As `what`, with the universe behind the indicator: shares of two universes are not the same figure."""
    if node.universe in ("", "unstated") or node.universe not in lists.UNIVERSES:
        return what(title, node, places)
    named = lists.UNIVERSES[node.universe].title
    told = (f"{told} ({name[:1].lower()}{name[1:]})" for told, name in ((title.id, named.id), (title.en, named.en)))
    return what(Words(*told), node, places)


def number(amount: int | float, unit: str) -> Words:
    """An amount in the form of its unit, in both languages."""
    if unit in ("rupiah", "rupiah_per_case"):
        return Words(shown.rupiah(int(amount), "id"), shown.rupiah(int(amount), "en"))
    if unit in ("share", "ratio"):
        return Words(shown.share(amount, "id"), shown.share(amount, "en"))
    if isinstance(amount, int) or float(amount).is_integer():
        return Words(shown.count(int(amount), "id"), shown.count(int(amount), "en"))
    return Words(shown.decimal(amount, "id"), shown.decimal(amount, "en"))


def quoted(stated: Quantity, unit: str) -> Words:
    """What somebody stated, in the digits in which it was written: "46,28 %", "3,8 juta", "Rp8,59 triliun"."""
    if stated.step <= 0:
        return number(stated.amount, unit)
    if unit in ("share", "ratio"):
        digits = max(0, -Decimal(repr(float(stated.step))).normalize().adjusted() - 2)
        return Words(*(shown.share(stated.amount, lang, digits) for lang in LANGS))
    size = Words(*(shown.as_written(abs(stated.amount), stated.step, lang) for lang in LANGS))
    sign = shown.MINUS if stated.amount < 0 else ""
    before = f"{sign}Rp" if unit.startswith("rupiah") else sign
    return Words(before + size.id, before + size.en)


def as_said(wording: str, stated: Quantity, unit: str) -> Words:
    """ "lebih dari Rp200 juta", "minus lebih dari Rp200 juta"; an exact figure needs no word."""
    if wording == "exactly":
        return quoted(stated, unit)
    title, size = lists.WORDINGS[wording].title, quoted(replace(stated, amount=abs(stated.amount)), unit)
    below = "minus " if stated.amount < 0 else ""
    return Words(f"{below}{title.id.lower()} {size.id}", f"{below}{title.en.lower()} {size.en}")


def roughly(amount: int | float, unit: str, *rests_on: Quantity) -> Words:
    """A difference: "sekitar Rp309,5 juta" where what it rests on may itself be rounded, else to the rupiah."""
    if unit != "rupiah" or not any(q.step > 1 or looks_round(int(q.amount)) for q in rests_on):
        return number(amount, unit)
    short = Words(shown.rupiah_short(int(amount), "id"), shown.rupiah_short(int(amount), "en"))
    return Words(f"sekitar {short.id}", f"about {short.en}")


def stated_when(row: Mapping[str, Any]) -> Words:
    """The day or period of a statement in brackets, after a space: " (31 Maret 2025)"; empty where it names none."""
    day = row["as_of"].isoformat() if row["as_of"] else ""
    return in_brackets(row["period"] or day or str(row["year"] or ""))


def in_brackets(period: str) -> Words:
    """A period's code in words, in brackets after a space; empty for no period."""
    return Words(*(f" ({shown.period(period, lang)})" for lang in LANGS)) if period else same("")
