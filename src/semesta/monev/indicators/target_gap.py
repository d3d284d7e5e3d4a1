"""What is still missing to each document's target."""

import datetime as dt
import math
from fractions import Fraction

from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.targets import actual_of, aimed, target_at, target_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    target = target_at(figures, node)
    actual = actual_of(figures, target)
    if actual.value is None:
        return aimed(missing("target_gap", node, "persons", *actual.notes, status=actual.status), target, actual)
    if actual.unit == "share" and actual.denominator and actual.numerator is not None:
        wanted = math.ceil(Fraction(str(target.value)) * int(actual.denominator))
        made = Value("target_gap", node, "persons", wanted - int(actual.numerator), actual.numerator, wanted)
    else:
        made = Value("target_gap", node, actual.unit, target.value - actual.value, actual.value, target.value)
    return aimed(made, target, actual)


INDICATOR = Indicator(
    name="target_gap",
    title=Words("Kekurangan terhadap target", "Target gap"),
    why=Words("Berapa orang lagi sampai target.", "How many more people until the target."),
    formula=Words(
        "target × jumlah pekerja − aktif (untuk cakupan); target − nilai (untuk lainnya)",
        "target × population − active (for coverage); target − value (for others)",
    ),
    never=Words("memakai target semesta lain", "made with a target of another universe"),
    unit="persons",
    direction="lower",
    law="RPJMN 2025–2029; RPJPD; RKPD",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=target_nodes,
    tables=("targets",),
    breakdowns=(),
)
