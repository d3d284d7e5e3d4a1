"""Why a round holds no pool: which sheet and column does not say what it takes."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from semesta.basics import shown
from semesta.basics.lists import RISK_PROGRAMMES
from semesta.basics.period import Period
from semesta.basics.words import LANGS, Words
from semesta.law.law import LAW, Law
from semesta.monev.balance import sides
from semesta.monev.figures import Figures
from semesta.monev.measured import Measured
from semesta.monev.pool import members
from semesta.monev.value import Node
from semesta.planning.pooling.of_round import NOT_LIKE, SIDES, risk_nodes, side_missing
from semesta.tables.registry import TABLES

MOST = 5
"""So many members are named; of more it is said that there are."""


def lacking(measured: Measured, law: Law = LAW, programme: str = "") -> tuple[Words, ...]:
    """Everything that stands in the way of a pool, each with its sheet and column; () where there is one.

    Args:
        programme: that the pool was asked of; "" for any.
    """
    figures = Figures(measured.dataset, measured.place, measured.as_of, measured.places, law)
    absent = tuple(_absent(figures, (programme,) if programme else RISK_PROGRAMMES))
    return absent or tuple(dict.fromkeys(_at_nodes(figures, programme)))


def _absent(figures: Figures, programmes: tuple[str, ...]) -> Iterator[Words]:
    """Sheets without any row of these programmes."""
    risks = ", ".join(programmes)
    for name in SIDES:
        frame, title = figures.frame(name), TABLES[name].title
        if frame is None:
            yield Words(f"lembar {title.id}: belum diisi", f"sheet {title.en}: not filled in")
        elif not frame.filter(pl.col("programme").is_in(programmes)).height:
            there = ", ".join(frame["programme"].drop_nulls().unique().sort())
            yield Words(
                f"lembar {title.id}, kolom Program: tidak ada baris {risks}"
                + (f", yang ada {there}" if there else "; jumlah beberapa program bersama tidak dapat dinilai"),
                f"sheet {title.en}, column Programme: no row of {risks}"
                + (f", there is {there}" if there else "; a sum of several programmes together cannot be judged"),
            )


def _at_nodes(figures: Figures, programme: str) -> Iterator[Words]:
    nodes = [node for node in risk_nodes(figures) if programme in ("", node.programme)]
    here = [node for node in nodes if node.place == figures.place] or nodes
    dated = [node for node in here if Period.parse(node.period).months]
    if here and not dated:
        periods = {lang: ", ".join(dict.fromkeys(shown.period(node.period, lang) for node in here)) for lang in LANGS}
        yield Words(
            f"kolom Periode: {periods['id']}; perlu bulan mulai dan selesai yang utuh, misalnya 2024 atau 2024-01/2024-07",
            f"column Period: {periods['en']}; needs whole months with a beginning and an end, as 2024 or 2024-01/2024-07",
        )
    for node in dated[:1]:
        yield from _at(figures, node)


def _at(figures: Figures, node: Node) -> Iterator[Words]:
    those, _ = members(figures, node)
    if len(those) < 2:
        offices = [
            o for name in SIDES if (f := figures.frame(name)) is not None for o in f["office"].drop_nulls().unique()
        ]
        only = ", ".join(sorted(set(offices))) or figures.places[node.place].title.id
        yield Words(
            f"kolom Kantor: hanya satu anggota ({only}); kumpulan perlu dua kantor cabang atau wilayah, masing-masing dengan barisnya sendiri",
            f"column Office: one member only ({only}); a pool needs two branches or regions, each with rows of its own",
        )
        return
    for name in list(those)[:MOST]:
        missing = side_missing(figures, those[name])
        both = sides(figures, those[name])
        if missing == NOT_LIKE and both is not None:
            why = both.notes[0] if both.notes else NOT_LIKE + Words(" tidak ada", " are not there")
            yield Words(f"{name}, {node.programme}: {why.id}", f"{name}, {node.programme}: {why.en}")
            continue
        yield Words(
            f"{name}: {missing.id} {node.programme} {shown.period(node.period, 'id')} tidak ada; tulis 0 bila memang tidak ada kejadian",
            f"{name}: no {missing.en} of {node.programme} for {shown.period(node.period, 'en')}; write 0 if there were none",
        )
