"""Received of what was billed, by month of contribution."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, plain
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import flow_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    return plain(figures, "received", node, "rupiah", figures.amounts.at("received", node))


INDICATOR = Indicator(
    name="received",
    title=Words("Iuran terbayar dari tagihan", "Received of what was billed"),
    why=Words("Yang sudah dibayar dari tagihan.", "What was paid of the bills."),
    formula=Words("jumlah terbayar untuk bulan iuran (BLTH) pada periode itu", "payments for the months in the period"),
    never=Words("dibagi dengan anggaran", "divided by the budget"),
    unit="rupiah",
    direction="neutral",
    law="PP 44/2015; Permenaker 5/2021",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=flow_nodes("received"),
    tables=("billing",),
    breakdowns=(("funding",), ("office",)),
)
