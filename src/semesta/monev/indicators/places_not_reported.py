"""Regions of which the budget is not known at all."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import budget_year_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    regions = [region.code for region in figures.places.regions(node.place)]
    if not regions or figures.places.level(node.place) not in ("nation", "province"):
        return None
    reported = {line.place for line in figures.budgets.of(node)}
    absent = [r for r in regions if not any(figures.places.is_within(place, r) for place in reported)]
    names = figures.places.named(absent)
    return Value(
        "places_not_reported",
        node,
        "places",
        len(absent),
        len(absent),
        len(regions),
        notes=(names,) if names else (),
    )


INDICATOR = Indicator(
    name="places_not_reported",
    title=Words("Belum melapor anggaran", "Budget not reported"),
    why=Words("Tidak ada baris bukan berarti belum menganggarkan.", "No row does not mean not budgeted."),
    formula=Words(
        "wilayah tanpa satu pun baris anggaran tahun itu, dari semua wilayah",
        "regions without any budget row of the year, of all regions",
    ),
    never=Words("disebut belum menganggarkan", "called not budgeted"),
    unit="places",
    direction="lower",
    law="Inpres 2/2021",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=budget_year_nodes,
    tables=("budgets",),
    breakdowns=(),
)
