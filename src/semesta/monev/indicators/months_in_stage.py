"""How long the oldest draft has stood still."""

import datetime as dt

import polars as pl

from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.lists import latest_stages, sources_of
from semesta.monev.nodes import table_nodes
from semesta.monev.value import Node, Status, Value

WAITING = ("planned", "drafting", "harmonisation")


def value(figures: Figures, node: Node) -> Value | None:
    waiting = latest_stages(figures, node.place).filter(pl.col("stage").is_in(WAITING))
    dated = waiting.filter(pl.col("stage_since").is_not_null()).sort("stage_since")
    if waiting.is_empty():
        return None
    if dated.is_empty():
        return missing("months_in_stage", node, "months", SINCE_UNKNOWN)
    oldest = dated.row(0, named=True)
    since = oldest["stage_since"]
    months = (
        (figures.as_of.year - since.year) * 12 + figures.as_of.month - since.month - (figures.as_of.day < since.day)
    )
    title = oldest["title"] or oldest["number"] or ""
    status: tuple[Status, ...] = ("partial",) if dated.height < waiting.height else ("ok",)
    return Value(
        "months_in_stage",
        node,
        "months",
        months,
        status=status,
        notes=(Words(title, title),) if title else (),
        sources=sources_of(dated),
    )


SINCE_UNKNOWN = Words("tanggal mulai tahap tidak diketahui", "day on which the stage began unknown")


INDICATOR = Indicator(
    name="months_in_stage",
    title=Words("Bulan pada tahap yang sama", "Months in stage"),
    why=Words("Rancangan yang lama berhenti perlu didorong.", "Drafts that stand still need a push."),
    formula=Words(
        "bulan sejak tahap direncanakan, penyusunan atau harmonisasi dimulai; yang terlama",
        "months since the stage of plan, drafting or harmonisation began; the longest",
    ),
    never=Words("dihitung untuk regulasi yang berlaku", "made for regulations in force"),
    unit="months",
    direction="lower",
    law="Inpres 2/2021",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=table_nodes("regulations"),
    tables=("regulations",),
    breakdowns=(),
)
