"""What a payer has to budget: those kept and those added, by months and price."""

import datetime as dt

from semesta.basics import shown
from semesta.basics.words import Words
from semesta.law.faults import NoLawOnDate
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.needs import need_nodes, needs
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    try:
        parts = needs(figures, node)
    except NoLawOnDate:
        return missing("need", node, "rupiah", NO_LAW)
    if not parts:
        return missing("need", node, "rupiah")
    persons, kept = sum(p.persons for p in parts), sum(p.kept for p in parts)
    notes = [
        Words(
            f"{shown.count(persons, 'id')} orang: {shown.count(kept, 'id')} dipertahankan, {shown.count(persons - kept, 'id')} ditambah",
            f"{shown.count(persons, 'en')} persons: {shown.count(kept, 'en')} kept, {shown.count(persons - kept, 'en')} added",
        ),
        *dict.fromkeys(p.how for p in parts),
    ]
    return Value(
        "need",
        node,
        "rupiah",
        sum(p.amount for p in parts),
        numerator=persons,
        status=("ok",) if all(p.verified for p in parts) else ("unverified_law",),
        notes=tuple(notes),
        sources=tuple(dict.fromkeys(s for p in parts for s in p.sources)),
    )


NO_LAW = Words("tidak ada harga menurut hukum pada tahun itu", "no price by law in that year")


INDICATOR = Indicator(
    name="need",
    title=Words("Kebutuhan anggaran", "Need"),
    why=Words("Dasar usulan anggaran tahun berikutnya.", "What next year's request rests on."),
    formula=Words(
        "(dipertahankan + ditambah) × bulan × harga menurut jalur dan paket, per pembayar",
        "(kept + added) × months × price of route and package, per payer",
    ),
    never=Words("disamakan dengan harga seluruh kesenjangan", "taken for the price of the whole gap"),
    unit="rupiah",
    direction="neutral",
    law="Inpres 2/2021; PP 12/2019",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=need_nodes,
    tables=("budgets", "members"),
    breakdowns=(("funding",), ("group",)),
)
