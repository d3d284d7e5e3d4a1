"""What was recovered of the arrears."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.both_known import where_both_known
from semesta.monev.figures import Figures, divided
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import flow_nodes
from semesta.monev.value import Node, Value

UNKNOWN = Words("hanya tunggakan yang pemulihannya diketahui", "only arrears of which the recovery is known")


def value(figures: Figures, node: Node) -> Value | None:
    arrears, recovered = figures.amounts.at("arrears", node), figures.amounts.at("recovered", node)
    return divided(figures, "recovery_rate", node, *where_both_known(recovered, arrears, UNKNOWN))


INDICATOR = Indicator(
    name="recovery_rate",
    title=Words("Tingkat pemulihan", "Recovery rate"),
    why=Words("Hasil penagihan bersama Kejaksaan.", "What collection with the prosecutor brought."),
    formula=Words("dipulihkan ÷ tunggakan, periode yang sama", "recovered ÷ arrears, of the same period"),
    never=Words("dihitung dari periode berbeda", "made of different periods"),
    unit="share",
    direction="higher",
    law="UU 24/2011 Pasal 14–19; PP 86/2013",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=flow_nodes("arrears", "recovered"),
    tables=("compliance",),
    breakdowns=(("office",),),
)
