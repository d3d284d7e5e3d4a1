"""What governments paid of what they had allocated."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.both_known import where_both_known
from semesta.monev.figures import Figures, divided
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import budget_nodes
from semesta.monev.value import Node, Value

UNKNOWN = Words("hanya anggaran yang realisasinya diketahui", "only budgets of which the realisation is known")


def value(figures: Figures, node: Node) -> Value | None:
    allocated, realised = figures.budgets.money(node, "allocated"), figures.budgets.money(node, "realised")
    return divided(figures, "realised_share", node, *where_both_known(realised, allocated, UNKNOWN))


INDICATOR = Indicator(
    name="realised_share",
    title=Words("Realisasi anggaran", "Realised share"),
    why=Words("Anggaran yang tidak dibayar tidak melindungi.", "A budget that is not paid covers nobody."),
    formula=Words(
        "dibayar pemerintah (SP2D) ÷ anggaran (DPA/DPPA), tahun anggaran berjalan",
        "paid by the government (SP2D) ÷ allocated (DPA/DPPA), fiscal year to date",
    ),
    never=Words("dihitung dari penerimaan BPJS periode lain", "made from BPJS receipts of another period"),
    unit="share",
    direction="higher",
    law="Inpres 2/2021; PP 12/2019",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=budget_nodes,
    tables=("budgets",),
    breakdowns=(("funding",), ("group",)),
)
