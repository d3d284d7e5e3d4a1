"""Regulations in force."""

import datetime as dt

import polars as pl

from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.lists import latest_stages, sources_of
from semesta.monev.nodes import table_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    known = latest_stages(figures, node.place)
    if known.is_empty():
        return missing("regulations_in_force", node, "regulations")
    in_force = known.filter(pl.col("stage") == "in_force")
    listed = known.filter(pl.col("stage") != "none").height
    return Value(
        "regulations_in_force", node, "regulations", in_force.height, in_force.height, listed, sources=sources_of(known)
    )


INDICATOR = Indicator(
    name="regulations_in_force",
    title=Words("Regulasi berlaku", "Regulations in force"),
    why=Words("Dasar hukum anggaran dan kepesertaan.", "The legal basis of budgets and membership."),
    formula=Words(
        "banyaknya regulasi pada tahap berlaku, menurut tahap terakhir", "regulations whose latest stage is in force"
    ),
    never=Words("memuat rancangan", "counting drafts"),
    unit="regulations",
    direction="higher",
    law="Inpres 2/2021",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=table_nodes("regulations"),
    tables=("regulations",),
    breakdowns=(),
)
