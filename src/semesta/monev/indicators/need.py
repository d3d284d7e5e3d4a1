"""What a payer has to budget: those kept and those added, by months and price."""

import datetime as dt

from semesta.basics import shown
from semesta.basics.words import Words
from semesta.law.faults import NoLawOnDate
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.needs import Need, need_nodes, needs
from semesta.monev.regions import regions_missing
from semesta.monev.value import Node, Status, Value


def value(figures: Figures, node: Node) -> Value | None:
    try:
        parts = needs(figures, node)
    except NoLawOnDate:
        return missing("need", node, "rupiah", NO_LAW)
    if not parts:
        return missing("need", node, "rupiah")
    persons = sum(p.persons for p in parts)
    lacking = [*_regions_lacking(figures, node, parts), *_kept_unknown(figures, node)]
    notes = [*lacking, _who(parts), *dict.fromkeys(p.how for p in parts)]
    status: set[Status] = {"partial"} if lacking else set()
    if not all(p.verified for p in parts):
        status.add("unverified_law")
    return Value(
        "need",
        node,
        "rupiah",
        sum(p.amount for p in parts),
        numerator=persons,
        status=tuple(sorted(status)) or ("ok",),
        notes=tuple(notes),
        sources=tuple(dict.fromkeys(s for p in parts for s in p.sources)),
    )


def _who(parts: list[Need]) -> Words:
    persons, kept = sum(p.persons for p in parts), sum(p.kept for p in parts)
    return Words(
        f"{shown.count(persons, 'id')} orang: {shown.count(kept, 'id')} dipertahankan, {shown.count(persons - kept, 'id')} ditambah",
        f"{shown.count(persons, 'en')} persons: {shown.count(kept, 'en')} kept, {shown.count(persons - kept, 'en')} added",
    )


def _regions_lacking(figures: Figures, node: Node, parts: list[Need]) -> list[Words]:
    """The regions of which no need is known, where the need adds those of several."""
    below = {p.place for p in parts if p.place != node.place}
    regions = [region.code for region in figures.places.regions(node.place)]
    absent = [r for r in regions if not any(figures.places.is_within(place, r) for place in below)]
    if not below or not absent or len(absent) == len(regions):
        return []
    return [regions_missing(absent, len(regions) - len(absent), figures.places)]


def _kept_unknown(figures: Figures, node: Node) -> list[Words]:
    """Active members of whom nobody said who pays: some of them may be the payer's already."""
    cells = figures.persons.member_nodes("active").within((node.place, "", node.group, *[""] * 5))
    unknown = any(cell.amount and not cell.codes[5] for cell in cells)
    return [KEPT_UNKNOWN] if unknown and int(node.period) >= figures.as_of.year else []


KEPT_UNKNOWN = Words(
    "paling sedikit: siapa yang membayar peserta aktif tidak disebut, sehingga yang harus dipertahankan belum diketahui",
    "at least: who pays for the active members is not said, so those to be kept are unknown",
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
