"""What one case of a benefit came to."""

import datetime as dt
from dataclasses import replace

from semesta.basics.words import Words
from semesta.monev.balance import MIXED
from semesta.monev.figures import Figures, divided
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import flow_nodes
from semesta.monev.value import Node, Status, Value

UNIT_UNKNOWN = Words("satuan kasus tidak diketahui", "unit of cases unknown")
MIXED_BENEFITS = Words(
    "mencampur manfaat: santunan, beasiswa dan lainnya", "mixes benefits: grants, scholarships and others"
)


def value(figures: Figures, node: Node) -> Value | None:
    amount, cases = figures.amounts.at("claims_paid", node), figures.amounts.at("claim_cases", node)
    if amount is None and cases is None:
        return None
    if not node.programme:
        return replace(
            divided(figures, "average_claim", node, amount, cases, "rupiah_per_case"),
            value=None,
            status=("mixed",),
            notes=(MIXED,),
            refused="",
        )
    made = divided(figures, "average_claim", node, amount, cases, "rupiah_per_case")
    if cases is not None and cases.amount is not None and {cell.labels[1] for cell in cases.cells} == {""}:
        return replace(made, value=None, status=("partial",), notes=(*made.notes, UNIT_UNKNOWN))
    if made.value is None:
        return made
    average = (2 * int(made.numerator or 0) + int(made.denominator or 1)) // (2 * int(made.denominator or 1))
    if node.benefit or node.programme not in ("JKK", "JKM"):
        return replace(made, value=average)
    return replace(made, value=average, status=_with_partial(made.status), notes=(*made.notes, MIXED_BENEFITS))


def _with_partial(status: tuple[Status, ...]) -> tuple[Status, ...]:
    return tuple(sorted({"partial", *(s for s in status if s != "ok")}))


INDICATOR = Indicator(
    name="average_claim",
    title=Words("Rata-rata manfaat", "Average claim"),
    why=Words(
        "Menunjukkan apakah manfaat yang diterima wajar menurut hukum.",
        "Shows whether benefits are what the law gives.",
    ),
    formula=Words(
        "jumlah rupiah ÷ jumlah kasus, per program dan manfaat, satuan kasus yang sama",
        "amount ÷ cases, per programme and benefit, in one unit of cases",
    ),
    never=Words("dihitung untuk semua program sekaligus", "made over all programmes at once"),
    unit="rupiah_per_case",
    direction="neutral",
    law="PP 44/2015",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=flow_nodes("claims_paid", "claim_cases"),
    tables=("claims",),
    breakdowns=(
        ("programme",),
        ("benefit",),
        ("programme", "benefit"),
        ("programme", "segment"),
        ("programme", "funding"),
    ),
)
