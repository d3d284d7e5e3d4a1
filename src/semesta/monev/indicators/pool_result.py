"""What the offices or regions in the data come to together."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_FLOW
from semesta.monev.pool import pool_nodes, pool_value
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    return pool_value(figures, "pool_result", node, "result")


INDICATOR = Indicator(
    name="pool_result",
    title=Words("Hasil gotong royong", "Pool result"),
    why=Words(
        "Jumlah selisih semua kantor atau wilayah dalam data.",
        "What the offices or regions in the data come to together.",
    ),
    formula=Words(
        "Σ (iuran − manfaat) satu program risiko dan satu periode",
        "Σ (contributions − claims) of one risk programme and period",
    ),
    never=Words(
        "menetokan program, atau mewakili dana nasional", "netted over programmes, or taken for the national fund"
    ),
    unit="rupiah",
    direction="neutral",
    law="UU 40/2004; PP 44/2015",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=pool_nodes,
    tables=("contributions", "claims"),
    breakdowns=BY_FLOW,
)
