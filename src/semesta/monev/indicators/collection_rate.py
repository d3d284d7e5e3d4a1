"""What was paid of what was billed for the same months."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.both_known import where_both_known
from semesta.monev.figures import Figures, divided
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import flow_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    """Only bills of which it is known what was paid; the others are said."""
    billed, received = figures.amounts.at("billed", node), figures.amounts.at("received", node)
    return divided(figures, "collection_rate", node, *where_both_known(received, billed, UNKNOWN))


UNKNOWN = Words("hanya tagihan yang pembayarannya diketahui", "only bills of which the payment is known")


INDICATOR = Indicator(
    name="collection_rate",
    title=Words("Tingkat pembayaran", "Collection rate"),
    why=Words("Iuran yang tidak terbayar memutus perlindungan.", "Contributions left unpaid break cover."),
    formula=Words("terbayar ÷ tertagih, bulan iuran (BLTH) yang sama", "paid ÷ billed, for the same months"),
    never=Words("dihitung terhadap anggaran", "made against the budget"),
    unit="share",
    direction="higher",
    law="PP 44/2015; Permenaker 5/2021",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=flow_nodes("billed", "received"),
    tables=("billing",),
    breakdowns=(("funding",), ("office",)),
)
