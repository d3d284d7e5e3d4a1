"""Active members, each once."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, plain
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_MEMBER, member_nodes
from semesta.monev.seasonal import without_seasonal
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    figure = figures.persons.members(node, "active")
    return plain(figures, "active", node, "persons", figure, also=without_seasonal(figure))


INDICATOR = Indicator(
    name="active",
    title=Words("Aktif", "Active"),
    why=Words("Hanya yang iurannya terbayar yang terlindungi.", "Only those paid for are covered."),
    formula=Words(
        "orang yang iurannya terbayar pada tanggal itu, tiap orang satu kali", "persons paid for on that day, each once"
    ),
    never=Words("ditambahkan antarprogram atau antarsumber dana", "added across programmes or sources of money"),
    unit="persons",
    direction="higher",
    law="Inpres 2/2021; UU 24/2011 Pasal 14–17; UU 40/2004",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=member_nodes("active"),
    tables=("members",),
    breakdowns=BY_MEMBER,
)
