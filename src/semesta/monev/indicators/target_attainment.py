"""How far each document's target has been reached."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.targets import actual_of, aimed, target_at, target_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    target = target_at(figures, node)
    actual = actual_of(figures, target)
    if actual.value is None or not target.value:
        return aimed(missing("target_attainment", node, "ratio", *actual.notes, status=actual.status), target, actual)
    return aimed(
        Value("target_attainment", node, "ratio", actual.value / target.value, actual.value, target.value),
        target,
        actual,
    )


INDICATOR = Indicator(
    name="target_attainment",
    title=Words("Capaian target", "Target attainment"),
    why=Words("Dinilai terhadap tiap dokumen, berdampingan.", "Shown against each document, side by side."),
    formula=Words(
        "nilai indikator ÷ target, dokumen, tahun dan semesta target itu",
        "the indicator's value ÷ the target of the document, year and universe",
    ),
    never=Words(
        "memakai target semesta lain, atau menggabungkan dokumen",
        "made with a target of another universe, or merged over documents",
    ),
    unit="ratio",
    direction="higher",
    law="RPJMN 2025–2029; RPJPD; RKPD",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=target_nodes,
    tables=("targets",),
    breakdowns=(),
)
