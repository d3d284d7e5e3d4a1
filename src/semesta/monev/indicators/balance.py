"""Contributions less claims, of one programme and period."""

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
    return with_sides(figures, replace(missing("balance", node, "rupiah", status=()), value=amount), both)


INDICATOR = Indicator(
    name="balance",
    title=Words("Selisih iuran dan manfaat", "Balance"),
    why=Words(
        "Menjawab apakah iuran menutup manfaat pada periode yang sama.",
        "Answers whether contributions covered benefits in the same period.",
    ),
    formula=Words(
        "iuran diterima − manfaat dibayarkan, periode sama, satu program",
        "contributions received − claims paid, of one period and programme",
    ),
    never=Words(
        "dinetokan antarprogram, atau disebut utang daerah", "netted over programmes, or called a region's debt"
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
