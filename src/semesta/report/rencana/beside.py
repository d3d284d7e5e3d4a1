"""Two plans beside each other: what differs in their scenarios and what comes of it."""

from __future__ import annotations

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.planning.compared import Compared, Pair
from semesta.report.content import Block
from semesta.report.laporan.draft import Draft, number_column, text_column

MOST_FIELDS = 20


def beside(draft: Draft, compared: Compared) -> list[Block]:
    """A section with the figures of both, and the fields in which they differ."""
    first, other = compared.names
    columns = [
        text_column(draft.say("Angka", "Figure"), 2),
        number_column(first, 1.3),
        number_column(other, 1.3),
        number_column(draft.say("Selisih", "Difference"), 1.2),
    ]
    rows = [
        (
            draft.said(one.title),
            *(said(one, n, draft.lang) for n in (one.first, one.other)),
            said(one, one.difference, draft.lang, difference=True),
        )
        for one in compared.figures
    ]
    caption = draft.say(f"{first} dan {other}", f"{first} and {other}")
    heading = draft.section("Perbandingan dua rencana", "Two plans compared")
    return [heading, draft.table("plan.compared", caption, columns, rows), *_fields(draft, compared)]


def said(pair: Pair, number: int | None, lang: Lang, *, difference: bool = False) -> str:
    """A figure of either plan, or their difference, with its unit's sign."""
    if number is None:
        if pair.unit == "year":
            return "" if difference else Words("tidak", "never").said(lang)
        return Words("belum diketahui", "not known").said(lang)
    if pair.unit == "year":
        return f"{number:+d}" if difference else str(number)
    text = shown.rupiah(number, lang) if pair.unit == "rupiah" else shown.count(number, lang)
    return f"+{text}" if difference and number > 0 else text


def _fields(draft: Draft, compared: Compared) -> list[Block]:
    if not compared.otherwise:
        return []
    first, other = compared.names
    columns = [
        text_column(draft.say("Isian yang berbeda", "Field that differs"), 2),
        text_column(first),
        text_column(other),
    ]
    rows = [(one.field, one.first, one.other) for one in compared.otherwise[:MOST_FIELDS]]
    rest = len(compared.otherwise) - len(rows)
    note = draft.say(f"dan {rest} isian lain, lihat rencana.json", f"and {rest} more, see rencana.json") if rest else ""
    caption = draft.say("Yang berbeda dalam kedua skenario", "What the two scenarios say otherwise")
    return [draft.table("plan.otherwise", caption, columns, rows, notes=[note])]
