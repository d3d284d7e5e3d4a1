"""Need less what is allocated."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.indicators.budgeted import value as budgeted
from semesta.monev.indicators.need import value as need
from semesta.monev.needs import need_nodes, needs
from semesta.monev.value import Node, Status, Value


def value(figures: Figures, node: Node) -> Value | None:
    """Government by government, where both its need and its budget are known; the others are named."""
    needed = need(figures, node)
    if needed is None or needed.value is None:
        return missing("shortfall", node, "rupiah", *(needed.notes if needed else ()))
    places = sorted({part.place for part in needs(figures, node)})
    pairs = [(p, need(figures, node.at(place=p)), budgeted(figures, node.at(place=p))) for p in places]
    known = [(n.value, b.value) for _, n, b in pairs if n and b and n.value is not None and b.value is not None]
    if not known:
        return missing("shortfall", node, "rupiah", NO_BUDGET)
    unknown = [p for p, _, b in pairs if b is None or b.value is None]
    wanted, allocated = sum(n for n, _ in known), sum(b for _, b in known)
    return Value(
        "shortfall",
        node,
        "rupiah",
        wanted - allocated,
        numerator=allocated,
        denominator=wanted,
        status=_status(needed, unknown),
        notes=(*_unknown(figures, unknown), *needed.notes),
        sources=tuple(dict.fromkeys([*needed.sources, *(s for _, _, b in pairs if b for s in b.sources)])),
    )


def _status(needed: Value, unknown: list[str]) -> tuple[Status, ...]:
    inherited: set[Status] = {s for s in needed.status if s != "ok"}
    return tuple(sorted(inherited | {"partial"})) if unknown else needed.status


NO_BUDGET = Words("anggaran yang ditetapkan belum diketahui", "the enacted budget is not known")


def _unknown(figures: Figures, places: list[str]) -> tuple[Words, ...]:
    names = figures.places.named(places)
    said = Words(f"anggaran belum diketahui untuk: {names.id}", f"budget unknown for: {names.en}")
    return (said,) if places else ()


INDICATOR = Indicator(
    name="shortfall",
    title=Words("Kekurangan anggaran", "Shortfall"),
    why=Words("Yang masih harus dianggarkan.", "What still has to be budgeted."),
    formula=Words(
        "kebutuhan − anggaran yang ditetapkan, tahun dan pembayar yang sama",
        "need − allocated, of the same year and payer",
    ),
    never=Words("dihitung bila anggaran tidak diketahui", "made where the budget is unknown"),
    unit="rupiah",
    direction="lower",
    law="Inpres 2/2021; PP 12/2019",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=need_nodes,
    tables=("budgets", "members"),
    breakdowns=(("funding",), ("group",)),
)
