"""Claims paid of a period."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, plain
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_FLOW, flow_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    return plain(figures, "claims_paid", node, "rupiah", figures.amounts.at("claims_paid", node))


INDICATOR = Indicator(
    name="claims_paid",
    title=Words("Manfaat dibayarkan", "Claims paid"),
    why=Words("Yang diterima pekerja dan keluarganya.", "What workers and families received."),
    formula=Words("jumlah manfaat pada periode itu", "benefits paid in the period"),
    never=Words(
        "dianggap kerugian: JHT dan JP adalah tabungan peserta", "taken for a loss: JHT and JP are members' own savings"
    ),
    unit="rupiah",
    direction="neutral",
    law="UU 40/2004; PP 44/2015",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=flow_nodes("claims_paid"),
    tables=("claims",),
    breakdowns=(*BY_FLOW, ("benefit",), ("programme", "benefit")),
)
