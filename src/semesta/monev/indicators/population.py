"""How many there are to be covered."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, plain
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import population_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    return plain(figures, "population", node, "persons", figures.persons.population(node))


INDICATOR = Indicator(
    name="population",
    title=Words("Jumlah pekerja", "Population"),
    why=Words("Yang seharusnya terlindungi: pembagi cakupan.", "Who should be covered: what coverage is divided by."),
    formula=Words(
        "jumlah orang menurut data terakhir sampai tanggal laporan; jumlah yang diberikan didahulukan, selain itu jumlah rinciannya",
        "persons by the latest data up to the report's day; a given total first, else the sum of its parts",
    ),
    never=Words(
        "dijumlahkan antarsemesta, atau bersama rinciannya", "added across universes, or together with its parts"
    ),
    unit="persons",
    direction="neutral",
    law="Inpres 2/2021; UU 24/2011 Pasal 14–17; UU 40/2004",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=population_nodes,
    tables=("population",),
    breakdowns=(("group",), ("segment",)),
)
