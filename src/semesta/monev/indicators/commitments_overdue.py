"""Commitments past their day and not done."""

import datetime as dt

import polars as pl

from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.lists import promises, sources_of
from semesta.monev.nodes import table_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    rows = promises(figures, node.place)
    if rows.is_empty():
        return missing("commitments_overdue", node, "commitments")
    still_open = rows.filter(~pl.col("status").fill_null("open").is_in(["done", "cancelled"]))
    overdue = still_open.filter(pl.col("due") < figures.as_of)
    return Value(
        "commitments_overdue",
        node,
        "commitments",
        overdue.height,
        overdue.height,
        still_open.height,
        sources=sources_of(rows),
    )


INDICATOR = Indicator(
    name="commitments_overdue",
    title=Words("Komitmen lewat batas", "Commitments overdue"),
    why=Words("Perlu ditanyakan sekarang.", "To be asked for now."),
    formula=Words(
        "komitmen terbuka yang batas waktunya sebelum tanggal laporan", "open commitments due before the report's day"
    ),
    never=Words("memuat yang tanpa batas waktu", "counting those without a day"),
    unit="commitments",
    direction="lower",
    law="Inpres 2/2021",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=table_nodes("commitments"),
    tables=("commitments",),
    breakdowns=(),
)
