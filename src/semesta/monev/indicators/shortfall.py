"""Need less what is allocated."""

import datetime as dt
from dataclasses import dataclass

from semesta.basics.words import Words, joined
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.indicators.budgeted import value as budgeted
from semesta.monev.indicators.need import value as need
from semesta.monev.needs import Need, need_nodes, needs
from semesta.monev.said import number, what
from semesta.monev.value import Node, Status, Value


def value(figures: Figures, node: Node) -> Value | None:
    """Payer by payer and group by group where need and budget are both known; what is left out is named."""
    needed = need(figures, node)
    if needed.value is None:
        return missing("shortfall", node, "rupiah", *needed.notes)
    if int(node.period) not in figures.budgets.years(node.place):
        return missing("shortfall", node, "rupiah", NO_BUDGET)
    by_place = {place: [p for p in needs(figures, node) if p.place == place] for place in _places(figures, node)}
    sides = [_sides(figures, node, place, parts) for place, parts in by_place.items()]
    wanted, allocated = sum(s.wanted for s in sides), sum(s.allocated for s in sides)
    unknown = [payer for s in sides for payer in s.unknown]
    if not any(s.is_known for s in sides):
        return missing("shortfall", node, "rupiah", NO_BUDGET)
    everything = budgeted(figures, node)
    apart = 0 if everything is None or everything.value is None else everything.value - allocated
    return Value(
        "shortfall",
        node,
        "rupiah",
        wanted - allocated,
        numerator=allocated,
        denominator=wanted,
        status=_status(needed, partial=bool(unknown or apart)),
        notes=(*_unknown(unknown), *_apart(apart), *needed.notes),
        sources=tuple(dict.fromkeys([*needed.sources, *(everything.sources if everything else ())])),
    )


def _places(figures: Figures, node: Node) -> list[str]:
    return sorted({part.place for part in needs(figures, node)})


@dataclass(frozen=True, slots=True)
class _Sides:
    """Need and budget of one government, in rupiah, and those of its needs whose budget is unknown."""

    wanted: int | float
    allocated: int | float
    unknown: list[Words]
    is_known: bool


def _sides(figures: Figures, node: Node, place: str, parts: list[Need]) -> _Sides:
    """Group by group where the budget names them; else the government's one budget against all its needs."""
    pairs = [(p, budgeted(figures, node.at(place=place, funding=p.funding, group=p.group))) for p in parts]
    known = [(p.amount, b.value) for p, b in pairs if b and b.value is not None]
    if known:
        unknown = [_payer(figures, p) for p, b in pairs if b is None or b.value is None]
        return _Sides(sum(n for n, _ in known), sum(b for _, b in known), unknown, True)
    whole = budgeted(figures, node.at(place=place))
    if whole is None or whole.value is None:
        return _Sides(0, 0, [_payer(figures, p) for p in parts], False)
    return _Sides(sum(p.amount for p in parts), whole.value, [], True)


def _payer(figures: Figures, part: Need) -> Words:
    return what(figures.places[part.place].title, Node(group=part.group, funding=part.funding), figures.places)


def _status(needed: Value, *, partial: bool) -> tuple[Status, ...]:
    inherited: set[Status] = {s for s in needed.status if s != "ok"}
    return tuple(sorted(inherited | {"partial"})) if partial else needed.status


def _unknown(parts: list[Words]) -> tuple[Words, ...]:
    names = joined(parts, "; ")
    said = Words(f"anggaran belum diketahui untuk: {names.id}", f"budget unknown for: {names.en}")
    return (said,) if parts else ()


def _apart(amount: int | float) -> tuple[Words, ...]:
    """Budget of which no need is known is no surplus."""
    left = number(amount, "rupiah")
    said = Words(
        f"anggaran {left.id} tidak dihitung: kebutuhannya belum diketahui",
        f"{left.en} of the budget left out: the need for it is unknown",
    )
    return (said,) if amount else ()


NO_BUDGET = Words("anggaran yang ditetapkan belum diketahui", "the enacted budget is not known")


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
