"""Contributions above what was paid in benefits."""

import datetime as dt
from dataclasses import replace

from semesta.basics.words import Words
from semesta.monev.balance import result, with_sides
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_FLOW, flow_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    made = result(figures, node)
    if made is None:
        return None
    both, amount = made
    one_way = None if amount is None else max(amount, 0)
    return with_sides(figures, replace(missing("gives", node, "rupiah", status=()), value=one_way), both)


INDICATOR = Indicator(
    name="gives",
    title=Words("Memberi ke gotong royong", "Gives"),
    why=Words("Lebih iuran dari yang dibayarkan sebagai manfaat.", "Contributions above what was paid in benefits."),
    formula=Words("maks(iuran − manfaat, 0)", "max(contributions − claims, 0)"),
    never=Words(
        "dinetokan antarprogram, atau disebut utang atau jasa daerah",
        "netted over programmes, or called a region's debt or merit",
    ),
    unit="rupiah",
    direction="neutral",
    law="UU 40/2004; PP 44/2015",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=flow_nodes("contributions", "claims_paid"),
    tables=("contributions", "claims"),
    breakdowns=BY_FLOW,
)
