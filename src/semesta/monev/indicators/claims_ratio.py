"""Claims paid of contributions received, for risk programmes, of one period."""

import datetime as dt
from dataclasses import replace

from semesta.basics.words import Words
from semesta.monev.balance import certainty, sides, with_sides
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_FLOW, flow_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    both = sides(figures, node)
    if both is None:
        return None
    empty = missing("claims_ratio", node, "ratio", status=())
    if not both.may_be_judged or both.contributions is None or both.claims is None or not both.contributions.amount:
        return with_sides(figures, empty, both)
    ratio = (both.claims.amount or 0) / both.contributions.amount
    bounds, notes = certainty(figures, node, ratio)
    low, high = bounds or (None, None)
    return with_sides(figures, replace(empty, value=ratio, low=low, high=high, notes=notes), both)


INDICATOR = Indicator(
    name="claims_ratio",
    title=Words("Rasio klaim", "Claims ratio"),
    why=Words(
        "Menunjukkan berapa dari iuran yang kembali sebagai manfaat; untuk program risiko saja.",
        "Shows how much of the contributions came back as benefits; for risk programmes only.",
    ),
    formula=Words(
        "manfaat dibayarkan ÷ iuran diterima, wilayah atau kantor, segmen, program, sumber dana dan periode yang sama",
        "claims paid ÷ contributions received, of the same place or office, segment, programme, funding and period",
    ),
    never=Words(
        "dihitung untuk JHT, JP atau semua program sekaligus, atau diberi warna",
        "made for JHT, JP or all programmes at once, or coloured",
    ),
    unit="ratio",
    direction="neutral",
    law="UU 40/2004; PP 44/2015",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=flow_nodes("contributions", "claims_paid"),
    tables=("contributions", "claims"),
    breakdowns=BY_FLOW,
)
