"""The assumptions that a part of a plan rests on, as a table under its figures, as cells and as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from semesta.basics.words import Lang
from semesta.planning.assumptions import Assumption
from semesta.planning.estimate import Estimate
from semesta.planning.in_words import assumed_range
from semesta.report.content import Block
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.sheet import Cell


def rested_on(draft: Draft, name: str, caption: str, assumptions: Iterable[Assumption]) -> Block:
    """Each with its range, how it is counted and where it comes from; none of them is official.

    Args:
        name: of the table, as programs know it.
        caption: what they are the assumptions of.
    """
    columns = [
        text_column(draft.say("Asumsi", "Assumption"), 2),
        number_column(draft.say("Tengah (rendah–tinggi)", "Central (low–high)"), 1.3),
        text_column(draft.say("Sumber dan cara menghitung", "Source and how it is counted"), 3.6),
    ]
    rows = [
        (
            draft.said(one.title),
            assumed_range(one.value, one.unit, draft.lang),
            "; ".join(filter(None, (draft.said(one.basis), draft.said(one.source)))),
        )
        for one in assumptions
    ]
    return draft.table(name, caption, columns, rows)


def assumed_cells(value: Estimate, unit: str) -> list[Cell]:
    """Low, central and high in the unit of an assumption."""
    return [(number, unit if unit in ("share", "rupiah") else "decimal") for number in value]


def assumed_data(assumptions: Iterable[Assumption], lang: Lang) -> dict[str, Any]:
    """By name their values, sources and the pages they were seen on."""
    return {one.name: {**asdict(one.value), "source": one.source.said(lang), "seen": one.seen} for one in assumptions}
