"""The assumptions that a part of a plan rests on, as a table under its figures."""

from __future__ import annotations

from collections.abc import Iterable

from semesta.basics import shown
from semesta.basics.words import Lang
from semesta.planning.assumptions import Assumption
from semesta.report.content import Block
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.rencana.names import rupiah_range


def rested_on(draft: Draft, name: str, caption: str, assumptions: Iterable[Assumption]) -> Block:
    """Each with its range, how it is counted and where it comes from; none of them is official.

    Args:
        name: of the table, as programs know it.
        caption: what they are the assumptions of.
    """
    lang = draft.lang
    columns = [
        text_column(draft.say("Asumsi", "Assumption"), 2),
        number_column(draft.say("Tengah (rendah–tinggi)", "Central (low–high)"), 1.3),
        text_column(draft.say("Sumber dan cara menghitung", "Source and how it is counted"), 3.6),
    ]
    rows = [
        (
            draft.said(one.title),
            ranged(one, lang),
            "; ".join(filter(None, (draft.said(one.basis), draft.said(one.source)))),
        )
        for one in assumptions
    ]
    return draft.table(name, caption, columns, rows)


def ranged(one: Assumption, lang: Lang) -> str:
    """ "3,5 (2,2–5,0)" in the unit of the assumption."""
    if one.unit == "rupiah":
        return rupiah_range(one.value, lang)
    low, central, high = (_plain(n, one.unit, lang) for n in (one.value.low, one.value.central, one.value.high))
    return f"{central} ({low}–{high})"


def _plain(number: float, unit: str, lang: Lang) -> str:
    """Whole numbers without decimals, others with as few as tell them."""
    if unit == "share":
        return shown.share(number, lang, 1)
    if float(number).is_integer() and abs(number) >= 10:
        return shown.count(round(number), lang)
    return shown.decimal(number, lang, 1 if round(number, 1) == round(number, 6) else 2)
