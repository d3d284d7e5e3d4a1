"""Months of cover, each person and month once."""

import datetime as dt
from collections.abc import Iterator

import polars as pl

from semesta.basics.lists import FUNDINGS
from semesta.basics.period import Period
from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.lists import sources_of, within
from semesta.monev.needs import has_wider_line
from semesta.monev.nodes import budget_nodes, flow_nodes
from semesta.monev.value import Node, Status, Value

PLANNED = Words("rencana menurut anggaran, bukan pembayaran", "a plan by the budget, not payments")


def person_month_nodes(figures: Figures, breakdowns: tuple[tuple[str, ...], ...]) -> Iterator[Node]:
    billed = list(flow_nodes("billed", "received", "persons_billed")(figures, breakdowns))
    yield from billed or budget_nodes(figures, breakdowns)


def value(figures: Figures, node: Node) -> Value | None:
    return _paid(figures, node) if figures.frame("billing") is not None else _planned(figures, node)


def _paid(figures: Figures, node: Node) -> Value | None:
    """Months are counted account by account: what one paid in full covers its own people only."""
    period = Period.parse(node.period)
    rows = within(figures, "billing", node.place).filter(pl.col("persons_billed").is_not_null())
    rows = rows.filter(pl.col("month").map_elements(lambda m: _inside(m, period), return_dtype=pl.Boolean))
    if node.funding:
        rows = rows.filter(
            pl.col("funding")
            .fill_null("")
            .map_elements(lambda f: FUNDINGS.is_within(f, node.funding), return_dtype=pl.Boolean)
        )
    known = rows.filter(pl.col("paid").is_not_null() & pl.col("billed").is_not_null())
    if known.is_empty():
        return missing("person_months", node, "person_months")
    paid = known.filter(pl.col("paid") >= pl.col("billed"))
    status: tuple[Status, ...] = ("partial",) if known.height < rows.height else ("ok",)
    return Value(
        "person_months",
        node,
        "person_months",
        sum(paid["persons_billed"]),
        denominator=sum(rows["persons_billed"]),
        status=status,
        sources=sources_of(paid),
    )


def _inside(month: str, period: Period) -> bool:
    own = Period.parse(month)
    return own.start is not None and period.start is not None and period.start <= own.start and own.end <= period.end


def _planned(figures: Figures, node: Node) -> Value | None:
    lines = [line for line in figures.budgets.of(node) if line.persons is not None and line.months is not None]
    if not lines:
        return missing("person_months", node, "person_months")
    largest: dict[tuple[str, str, str], int] = {}
    for line in lines:
        key = line.place, line.funding, line.group
        largest[key] = max(largest.get(key, 0), (line.persons or 0) * (line.months or 0))
    sources = tuple(dict.fromkeys(line.source for line in lines if line.source))
    persons = sum(months for key, months in largest.items() if not has_wider_line(key, largest))
    return Value("person_months", node, "person_months", persons, notes=(PLANNED,), sources=sources)


INDICATOR = Indicator(
    name="person_months",
    title=Words("Orang-bulan", "Person-months"),
    why=Words(
        "Ukuran perlindungan yang sungguh dibeli: berapa orang selama berapa bulan.",
        "How much cover was really bought: how many people for how many months.",
    ),
    formula=Words(
        "jumlah orang ditagih pada bulan yang terbayar penuh; bila tagihan tidak ada, rencana anggaran (orang × bulan)",
        "persons billed in months paid in full; without bills, the budget's plan (persons × months)",
    ),
    never=Words(
        "orang × 12 tanpa pembayaran, kecuali disebut rencana", "persons × 12 without payments, unless called a plan"
    ),
    unit="person_months",
    direction="higher",
    law="PP 44/2015; Permenaker 5/2021",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=person_month_nodes,
    tables=("billing", "budgets"),
    breakdowns=(("funding",),),
)
