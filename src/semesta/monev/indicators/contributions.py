"""Contributions of a period."""

import datetime as dt
from dataclasses import replace

import polars as pl

from semesta.basics.lists import AMOUNT_BASES
from semesta.basics.words import Words
from semesta.monev.figures import Figures, plain
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_FLOW, flow_nodes
from semesta.monev.stocks import POSITION
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    made = plain(figures, "contributions", node, "rupiah", figures.amounts.at("contributions", node))
    return replace(made, notes=(*made.notes, *_basis(figures, made)))


def _basis(figures: Figures, made: Value) -> tuple[Words, ...]:
    """Whether the amount is before or after what goes to JKP, where the data say so."""
    frame = figures.frame("contributions")
    if frame is None or not made.rows or frame["amount_basis"].null_count() == frame.height:
        return ()
    rows = frame.filter(pl.col(POSITION).is_in([position for _, position in made.rows]))
    codes = sorted(rows["amount_basis"].fill_null("unstated").unique())
    if codes == ["unstated"]:
        return ()
    titles = [AMOUNT_BASES[code].title for code in codes]
    said = Words(" dan ".join(t.id.lower() for t in titles), " and ".join(t.en.lower() for t in titles))
    mixed = Words("mencampur iuran ", "mixes contributions: ") if len(codes) > 1 else Words("iuran ", "contributions: ")
    return (mixed + said,)


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
    breakdowns=BY_FLOW,
)
