"""Progress of Inpres 2/2021."""

import datetime as dt

import polars as pl

from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.lists import sources_of, within
from semesta.monev.nodes import table_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    rows = within(figures, "inpres_actions", node.place)
    standing = rows.filter(pl.col("status").fill_null("open") != "cancelled")
    if standing.is_empty():
        return missing("inpres_actions_done", node, "share")
    done = standing.filter(pl.col("status") == "done").height
    return Value(
        "inpres_actions_done",
        node,
        "share",
        done / standing.height,
        done,
        standing.height,
        sources=sources_of(standing),
    )


INDICATOR = Indicator(
    name="inpres_actions_done",
    title=Words("Rencana aksi Inpres selesai", "Inpres actions done"),
    why=Words("Kemajuan pelaksanaan Inpres 2/2021.", "Progress of Inpres 2/2021."),
    formula=Words("selesai ÷ semua yang tidak dibatalkan", "done ÷ all that were not cancelled"),
    never=Words("disebut capaian kepesertaan", "called membership reached"),
    unit="share",
    direction="higher",
    law="Inpres 2/2021",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=table_nodes("inpres_actions"),
    tables=("inpres_actions",),
    breakdowns=(),
)
