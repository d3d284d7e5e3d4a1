"""Deficits that the surplus of others covers."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_FLOW
from semesta.monev.pool import pool_nodes, pool_value
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    return pool_value(figures, "pool_carried", node, "carried")


INDICATOR = Indicator(
    name="pool_carried",
    title=Words("Tertutup oleh gotong royong", "Carried by the pool"),
    why=Words(
        "Kekurangan yang tertutup kelebihan kantor atau wilayah lain.", "Deficits that the surplus of others covers."
    ),
    formula=Words("min(Σ memberi, Σ menerima)", "min(Σ gives, Σ takes)"),
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
