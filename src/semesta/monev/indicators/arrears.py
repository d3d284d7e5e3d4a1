"""Contributions that employers owe."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, plain
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import flow_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    return plain(figures, "arrears", node, "rupiah", figures.amounts.at("arrears", node))


INDICATOR = Indicator(
    name="arrears",
    title=Words("Tunggakan iuran", "Arrears"),
    why=Words(
        "Selama menunggak, klaim pekerjanya tidak dilayani.", "While in arrears, the workers' claims are not served."
    ),
    formula=Words("jumlah tunggakan pemberi kerja pada periode itu", "amount owed by employers in the period"),
    never=Words("memuat iuran proyek atau upah yang belum dilaporkan", "counting projects or wages not reported"),
    unit="rupiah",
    direction="lower",
    law="UU 24/2011 Pasal 14–19; PP 86/2013",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=flow_nodes("arrears"),
    tables=("compliance",),
    breakdowns=(("office",),),
)
