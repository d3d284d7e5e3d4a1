"""People not yet on the register."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, difference
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import pair_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    pair = figures.pair(node, "registered")
    return difference(figures, "unregistered", node, "persons", pair.whole, pair.part)


INDICATOR = Indicator(
    name="unregistered",
    title=Words("Belum terdaftar", "Unregistered"),
    why=Words("Orang yang belum masuk daftar.", "People not yet on the register."),
    formula=Words("jumlah pekerja − terdaftar", "population − registered"),
    never=Words("disebut kesenjangan perlindungan", "called the gap in cover"),
    unit="persons",
    direction="lower",
    law="Inpres 2/2021; UU 24/2011 Pasal 14–17; UU 40/2004",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=pair_nodes("registered"),
    tables=("population", "members"),
    breakdowns=(("group",), ("segment",)),
)
