"""What became of the promises."""

import datetime as dt

import polars as pl

from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.lists import promises, sources_of
from semesta.monev.nodes import table_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    rows = promises(figures, node.place)
    standing = rows.filter(pl.col("status").fill_null("open") != "cancelled")
    if standing.is_empty():
        return missing("commitments_done", node, "share")
    done = standing.filter(pl.col("status") == "done").height
    return Value(
        "commitments_done", node, "share", done / standing.height, done, standing.height, sources=sources_of(standing)
    )


INDICATOR = Indicator(
    name="commitments_done",
    title=Words("Komitmen selesai", "Commitments done"),
    why=Words("Apa yang dijanjikan pada rapat lalu.", "What became of the promises."),
    formula=Words("selesai ÷ semua yang tidak dibatalkan", "done ÷ all that were not cancelled"),
    never=Words("memuat permintaan dan rekomendasi", "counting requests and recommendations"),
    unit="share",
    direction="higher",
    law="Inpres 2/2021",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=table_nodes("commitments"),
    tables=("commitments",),
    breakdowns=(),
)
