"""Heirs to whom benefits were handed over."""

import datetime as dt

import polars as pl

from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.lists import sources_of, within
from semesta.monev.nodes import table_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    rows = within(figures, "handovers", node.place).filter(pl.col("date").is_null() | (pl.col("date") <= figures.as_of))
    if rows.is_empty():
        return missing("handovers", node, "heirs")
    return Value("handovers", node, "heirs", sum(rows["heirs"]), sources=sources_of(rows))


INDICATOR = Indicator(
    name="handovers",
    title=Words("Penerima manfaat pada penyerahan", "Handovers"),
    why=Words("Bukti manfaat sampai kepada keluarga.", "Shows that benefits reach families."),
    formula=Words(
        "jumlah ahli waris pada penyerahan sampai tanggal laporan", "heirs at handovers up to the report's day"
    ),
    never=Words("dijumlahkan dengan kasus klaim: orang yang sama", "added to claim cases: the same people"),
    unit="heirs",
    direction="neutral",
    law="UU 40/2004; PP 44/2015",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=table_nodes("handovers"),
    tables=("handovers",),
    breakdowns=(),
)
