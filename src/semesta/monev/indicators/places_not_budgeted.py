"""Governments that said they have not budgeted."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.budgets import Line
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import budget_year_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    lines = figures.budgets.of(node)
    if not lines:
        return missing("places_not_budgeted", node, "places")
    reported = sorted({line.place for line in lines})
    without = [p for p in reported if _has_not(p, lines)]
    names = figures.places.named(without)
    return Value(
        "places_not_budgeted",
        node,
        "places",
        len(without),
        len(without),
        len(reported),
        notes=(names,) if names else (),
        sources=tuple(dict.fromkeys(line.source for line in lines if line.source)),
    )


def _has_not(place: str, lines: list[Line]) -> bool:
    """A government with a not-budgeted row and no enacted line; one that budgeted for some groups is not listed."""
    own = [line for line in lines if line.place == place]
    return any(line.stage == "not_budgeted" for line in own) and not any(line.is_budgeted for line in own)


INDICATOR = Indicator(
    name="places_not_budgeted",
    title=Words("Belum menganggarkan", "Not budgeted"),
    why=Words(
        "Yang perlu didorong sebelum tahap anggaran berikutnya.", "Whom to press before the next stage of the budget."
    ),
    formula=Words(
        "pemerintah dengan baris belum dianggarkan, dari yang melapor",
        "governments with a not-budgeted row, of those that reported",
    ),
    never=Words("memuat yang tidak melapor", "counting those that did not report"),
    unit="places",
    direction="lower",
    law="Inpres 2/2021; PP 12/2019",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=budget_year_nodes,
    tables=("budgets",),
    breakdowns=(),
)
