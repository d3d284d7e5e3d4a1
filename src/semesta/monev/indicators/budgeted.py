"""What enacted budgets hold for contributions."""

import datetime as dt
from dataclasses import replace

from semesta.basics.words import Words
from semesta.monev.budgets import BUDGETED
from semesta.monev.figures import Figures, missing, plain
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import budget_nodes
from semesta.monev.value import Node, Value

ONLY_ASKED = Words("baru tahap usulan, belum ditetapkan", "asked for, not enacted")
STAGE_UNSAID = Words("tahap anggaran tidak disebut", "stage of the budget not said")


def value(figures: Figures, node: Node) -> Value | None:
    figure = figures.budgets.money(node, "allocated")
    lines = figures.budgets.of(node)
    if figure is None:
        only_asked = lines and not any(line.stage in BUDGETED for line in lines)
        return missing("budgeted", node, "rupiah", *([ONLY_ASKED] if only_asked else []))
    made = plain(figures, "budgeted", node, "rupiah", figure)
    unsaid = any(not line.stage and line.allocated is not None for line in lines)
    return replace(made, notes=(*made.notes, STAGE_UNSAID)) if unsaid else made


INDICATOR = Indicator(
    name="budgeted",
    title=Words("Anggaran ditetapkan", "Budgeted"),
    why=Words("Uang yang sungguh tersedia.", "The money that is really there."),
    formula=Words(
        "jumlah anggaran pada tahap APBD, APBD perubahan atau realisasi; belum dianggarkan berarti 0 yang dinyatakan",
        "allocated at the stage of an enacted or changed budget; not budgeted is a stated 0",
    ),
    never=Words("memuat usulan, RKPD, KUA-PPAS atau RAPBD", "counting proposals, RKPD, KUA-PPAS or RAPBD"),
    unit="rupiah",
    direction="higher",
    law="Inpres 2/2021; PP 12/2019",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=budget_nodes,
    tables=("budgets",),
    breakdowns=(("funding",), ("group",)),
)
