"""Registration rate: registered members held against the population."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, divided
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_MEMBER, pair_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    pair = figures.pair(node, "registered")
    return divided(figures, "registration", node, pair.part, pair.whole)


INDICATOR = Indicator(
    name="registration",
    title=Words("Tingkat terdaftar", "Registration rate"),
    why=Words(
        "Berapa bagian yang sudah masuk daftar BPJS Ketenagakerjaan.", "The share that has entered the register."
    ),
    formula=Words(
        "terdaftar ÷ jumlah pekerja, semesta, dasar dan kelompok yang sama, tanggal sama ± 6 bulan",
        "registered ÷ population of the same universe, basis and group, same day ± 6 months",
    ),
    never=Words("disebut cakupan", "called coverage"),
    unit="share",
    direction="higher",
    law="Inpres 2/2021; UU 24/2011 Pasal 14–17; UU 40/2004",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=pair_nodes("registered"),
    tables=("population", "members"),
    breakdowns=BY_MEMBER,
)
