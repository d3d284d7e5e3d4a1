"""Months of contribution not fully paid."""

import datetime as dt

import polars as pl

from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.lists import sources_of, within
from semesta.monev.nodes import table_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    rows = within(figures, "billing", node.place)
    known = rows.filter(pl.col("paid").is_not_null() & pl.col("billed").is_not_null())
    if known.is_empty():
        return missing("unpaid_months", node, "months")
    due = known.filter(pl.col("due_on").is_null() | (pl.col("due_on") <= figures.as_of))
    unpaid = due.filter(pl.col("paid") < pl.col("billed"))
    accounts = unpaid.select("place", "opd", "account_no").n_unique() if unpaid.height else 0
    return Value(
        "unpaid_months",
        node,
        "months",
        unpaid["month"].n_unique() if unpaid.height else 0,
        denominator=due["month"].n_unique(),
        status=("partial",) if known.height < rows.height else ("ok",),
        notes=(Words(f"{accounts} akun belum membayar penuh", f"{accounts} accounts have not paid in full"),)
        if accounts
        else (),
        sources=sources_of(unpaid if unpaid.height else due),
    )


INDICATOR = Indicator(
    name="unpaid_months",
    title=Words("Bulan belum dibayar", "Unpaid months"),
    why=Words(
        "BPU tidak aktif setelah tiga bulan tidak membayar.", "BPU members become inactive after three unpaid months."
    ),
    formula=Words(
        "banyaknya bulan iuran (BLTH) yang sudah jatuh tempo dan belum dibayar penuh oleh sekurangnya satu akun",
        "months past due that at least one account has not fully paid",
    ),
    never=Words("memuat bulan yang pembayarannya tidak diketahui", "counting months of which the payment is unknown"),
    unit="months",
    direction="lower",
    law="PP 44/2015; Permenaker 5/2021",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=table_nodes("billing"),
    tables=("billing",),
    breakdowns=(),
)
