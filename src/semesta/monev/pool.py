"""The pool of one risk programme over one period: who gives, who takes, what is carried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from semesta.basics.lists import RISK_PROGRAMMES
from semesta.basics.words import Words
from semesta.monev.balance import NATIONAL_POOL, result
from semesta.monev.figures import Figures
from semesta.monev.nodes import flow_nodes
from semesta.monev.value import Node, Value

OUTSIDE = Words(
    "di luar hitungan: hasil investasi, biaya operasional, cadangan, aset nasional",
    "not included: investment yield, operating cost, reserves, national assets",
)


@dataclass(frozen=True, slots=True)
class Pool:
    """Results in whole rupiah of the members of which both sides are known; `unknown` are those of which they are not."""

    results: dict[str, int]
    unknown: tuple[str, ...]
    by_office: bool
    sources: tuple[str, ...]

    @property
    def result(self) -> int:
        return sum(self.results.values())

    @property
    def gives(self) -> int:
        return sum(r for r in self.results.values() if r > 0)

    @property
    def takes(self) -> int:
        return -sum(r for r in self.results.values() if r < 0)

    @property
    def carried(self) -> int:
        """What the givers' surplus covers of the takers' deficit."""
        return min(self.gives, self.takes)


def pool(figures: Figures, node: Node) -> Pool | None:
    """The pool at a node of one risk programme: its offices where the data name them, else its regions; None below two."""
    if node.programme not in RISK_PROGRAMMES or node.office:
        return None
    those, by_office = members(figures, node)
    if len(those) < 2:
        return None
    results: dict[str, int] = {}
    sources: list[str] = []
    for name, at in those.items():
        made = result(figures, at)
        if made is not None and made[1] is not None:
            results[name] = made[1]
            sources += [s for side in (made[0].contributions, made[0].claims) if side for s in side.sources]
    unknown = tuple(name for name in those if name not in results)
    return Pool(results, unknown, by_office, tuple(dict.fromkeys(sources))) if len(results) > 1 else None


def members(figures: Figures, node: Node) -> tuple[dict[str, Node], bool]:
    """The nodes of those in the pool by name, and whether they are offices or regions."""
    cells = [
        cell
        for name in ("contributions", "claims_paid")
        for cell in figures.amounts.flows[name].cells_over(
            (node.place, "", node.segment, node.programme, node.funding, ""), node.period
        )
    ]
    offices = sorted({cell.codes[1] for cell in cells if cell.codes[1]})
    if len(offices) > 1:
        return {office: node.at(office=office) for office in offices}, True
    below = {cell.codes[0] for cell in cells if cell.codes[0] != node.place}
    regions = sorted({path[path.index(node.place) + 1] for path in map(figures.places.path, below)})
    return {figures.places[code].title.id: node.at(place=code) for code in regions}, False


def pool_value(figures: Figures, indicator: str, node: Node, amount: str) -> Value | None:
    """One of the pool's amounts as a value; None where there is no pool."""
    held = pool(figures, node)
    if held is None:
        return None
    names = ", ".join(held.results)
    what = Words("kantor cabang", "branches") if held.by_office else Words("wilayah", "regions")
    notes = [Words(f"{len(held.results)} {what.id}: {names}", f"{len(held.results)} {what.en}: {names}")]
    if held.unknown:
        missing = ", ".join(held.unknown)
        notes.append(Words(f"belum diketahui: {missing}", f"not known: {missing}"))
    return Value(
        indicator,
        node,
        "rupiah",
        getattr(held, amount),
        numerator=held.takes,
        denominator=held.gives,
        status=("partial",) if held.unknown else ("ok",),
        notes=(*notes, OUTSIDE, NATIONAL_POOL),
        sources=held.sources,
    )


def pool_nodes(figures: Figures, breakdowns: tuple[tuple[str, ...], ...]) -> Iterator[Node]:
    """Nodes of contributions and claims that name one risk programme and no office."""
    for node in flow_nodes("contributions", "claims_paid")(figures, breakdowns):
        if node.programme in RISK_PROGRAMMES and not node.office:
            yield node
