"""Registered members, each once."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, plain
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_MEMBER, member_nodes
from semesta.monev.seasonal import without_seasonal
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    figure = figures.persons.members(node, "registered")
    return plain(figures, "registered", node, "persons", figure, also=without_seasonal(figure))


INDICATOR = Indicator(
    name="registered",
    title=Words("Terdaftar", "Registered"),
    why=Words("Langkah pertama perlindungan.", "The first step to cover."),
    formula=Words("orang terdaftar, tiap orang satu kali", "registered persons, each once"),
    never=Words("disebut terlindungi: terdaftar belum tentu aktif", "called covered: registered is not active"),
    unit="persons",
    direction="higher",
    law="Inpres 2/2021; UU 24/2011 Pasal 14–17; UU 40/2004",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=member_nodes("registered"),
    tables=("members",),
    breakdowns=BY_MEMBER,
)
