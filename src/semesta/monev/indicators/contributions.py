"""Contributions of a period."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, plain
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import flow_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    return plain(figures, "contributions", node, "rupiah", figures.amounts.at("contributions", node))


INDICATOR = Indicator(
    name="contributions",
    title=Words("Iuran diterima", "Contributions"),
    why=Words("Uang yang diterima untuk perlindungan.", "Money received for cover."),
    formula=Words(
        "jumlah iuran pada periode itu; jumlah yang diberikan didahulukan",
        "contributions in the period; a given total first",
    ),
    never=Words("disetahunkan, atau dibandingkan dengan periode lain", "annualised, or held against another period"),
    unit="rupiah",
    direction="neutral",
    law="UU 40/2004; PP 44/2015",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=flow_nodes("contributions"),
    tables=("contributions",),
    breakdowns=(
        ("programme",),
        ("segment",),
        ("funding",),
        ("office",),
        ("programme", "segment"),
        ("programme", "funding"),
        ("programme", "office"),
        ("programme", "segment", "funding"),
    ),
)
