"""People not yet covered."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, difference
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import pair_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    pair = figures.pair(node, "active")
    return difference(figures, "gap", node, "persons", pair.whole, pair.part)


INDICATOR = Indicator(
    name="gap",
    title=Words("Kesenjangan", "Gap"),
    why=Words("Orang yang belum terlindungi.", "People not yet covered."),
    formula=Words("jumlah pekerja − aktif", "population − active"),
    never=Words("dijumlahkan dari kelompok yang tumpang tindih", "summed over overlapping groups"),
    unit="persons",
    direction="lower",
    law="Inpres 2/2021; UU 24/2011 Pasal 14–17; UU 40/2004",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=pair_nodes("active"),
    tables=("population", "members"),
    breakdowns=(("group",), ("segment",)),
)
