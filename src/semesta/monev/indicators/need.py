"""What a payer has to budget: those kept and those added, by months and price."""

import datetime as dt

from semesta.basics import lists, shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import Words
from semesta.law.faults import NoLawOnDate
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.needs import Need, is_held_wider, need_nodes, needs
from semesta.monev.persons import AMONG_LISTED
from semesta.monev.regions import regions_missing
from semesta.monev.value import Node, Status, Value


def value(figures: Figures, node: Node) -> Value:
    return figures.once(("need", node), lambda: _value(figures, node))


def _value(figures: Figures, node: Node) -> Value:
    try:
        parts = needs(figures, node)
    except NoLawOnDate:
        return missing("need", node, "rupiah", NO_LAW)
    if not parts:
        return missing("need", node, "rupiah", _why_unknown(figures, node))
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


def _why_unknown(figures: Figures, node: Node) -> Words:
    """Why there is nothing to reckon a need from."""
    if int(node.period) < figures.as_of.year:
        return NO_PERSONS
    return HELD_WIDER if is_held_wider(figures, node) else NOBODY_KNOWN


def _who(parts: list[Need]) -> Words:
    persons, kept = sum(p.persons for p in parts), sum(p.kept for p in parts)
    return Words(
        f"{shown.count(persons, 'id')} orang: {shown.count(kept, 'id')} dipertahankan, {shown.count(persons - kept, 'id')} ditambah",
        f"{shown.count(persons, 'en')} persons: {shown.count(kept, 'en')} kept, {shown.count(persons - kept, 'en')} added",
    )


def _regions_lacking(figures: Figures, node: Node, parts: list[Need]) -> list[Words]:
    """The regions of which no need is known, where the need adds those of several."""
    below = {p.place for p in parts if p.place != node.place}
    if not below:
        return []
    regions = [region.code for region in figures.places.regions(node.place)]
    absent = [r for r in regions if not any(figures.places.is_within(place, r) for place in below)]
    if not absent or len(absent) == len(regions):
        return []
    return [regions_missing(absent, len(regions) - len(absent), figures.places)]


def _kept_unknown(figures: Figures, node: Node) -> list[Words]:
    """What is not known of those to be kept: who pays for active members, or who is active beside those on a list of names."""
    if int(node.period) < figures.as_of.year:
        return []
    here = Node(place=node.place)
    everybody = figures.persons.members(here, "active")
    listed = [AMONG_LISTED] if everybody is not None and AMONG_LISTED in everybody.notes else []
    unknown = figures.once(("payers unknown", here), lambda: _has_unknown_payers(figures, here))
    if unknown and node.group:
        unknown = _has_unknown_payers(figures, here.at(group=node.group))
    return [KEPT_UNKNOWN, *listed] if unknown else listed


def _has_unknown_payers(figures: Figures, node: Node) -> bool:
    """Whether there are more active members than those of whom it is said who pays: some may be the payer's already."""
    said = figures.persons.member_nodes("active").said(node.place, "group", "funding")
    fundings = {funding for group, funding in said if GROUPS.is_within(group, node.group)}
    if "" not in fundings:
        return False
    everybody = figures.persons.members(node, "active")
    if everybody is None or everybody.amount is None:
        return True
    sources = sorted({lists.FUNDINGS.path(funding)[0] for funding in fundings if funding})
    paid = [figures.persons.members(node.at(funding=source), "active") for source in sources]
    return everybody.amount > sum(figure.amount or 0 for figure in paid if figure is not None)


KEPT_UNKNOWN = Words(
    "paling sedikit: siapa yang membayar peserta aktif tidak disebut, sehingga yang harus dipertahankan belum diketahui",
    "at least: who pays for the active members is not said, so those to be kept are unknown",
)
NO_PERSONS = Words(
    "anggaran tahun itu tidak menyebut untuk berapa orang",
    "the budget of that year does not say for how many persons",
)
NOBODY_KNOWN = Words(
    "tidak ada baris anggaran yang menyebut jumlah orang, dan peserta aktif yang dibayari uang publik tidak diketahui",
    "no budget line says for how many persons, and no active members paid for by public money are known",
)
HELD_WIDER = Words(
    "orangnya sudah termasuk dalam baris anggaran kelompok atau sumber yang lebih luas, yang tidak merincinya",
    "its persons stand in a budget line of a wider group or source, which does not tell them apart",
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
