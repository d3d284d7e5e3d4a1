"""Claim cases of a period."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, plain
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_FLOW, flow_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    return plain(figures, "claim_cases", node, "cases", figures.amounts.at("claim_cases", node))


INDICATOR = Indicator(
    name="claim_cases",
    title=Words("Jumlah kasus klaim", "Claim cases"),
    why=Words("Berapa kali manfaat diberikan.", "How often benefits were given."),
    formula=Words("jumlah kasus dalam satuan yang sama", "cases in one unit"),
    never=Words("dijumlahkan antarsatuan (kasus, pembayaran, orang)", "added across units (cases, payments, persons)"),
    unit="cases",
    direction="neutral",
    law="UU 40/2004; PP 44/2015",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=flow_nodes("claim_cases"),
    tables=("claims",),
    breakdowns=(*BY_FLOW, ("benefit",), ("programme", "benefit")),
)
