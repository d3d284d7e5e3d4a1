"""Billed, by month of contribution."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, plain
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import flow_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    return plain(figures, "billed", node, "rupiah", figures.amounts.at("billed", node))


INDICATOR = Indicator(
    name="billed",
    title=Words("Iuran tertagih", "Billed"),
    why=Words("Yang seharusnya dibayar OPD.", "What the offices should pay."),
    formula=Words("jumlah tagihan bulan iuran (BLTH) pada periode itu", "bills of the months in the period"),
    never=Words("disebut diterima", "called received"),
    unit="rupiah",
    direction="neutral",
    law="PP 44/2015; Permenaker 5/2021",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=flow_nodes("billed"),
    tables=("billing",),
    breakdowns=(("funding",), ("office",)),
)
