"""The pools that a measured round holds: one risk programme, segment and period, with two members or more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from semesta.basics.period import Period
from semesta.law.law import LAW, Law
from semesta.monev.balance import result
from semesta.monev.figures import Figures
from semesta.monev.measured import Measured
from semesta.monev.nodes import BY_FLOW
from semesta.monev.pool import members, pool_nodes
from semesta.monev.value import Node


@dataclass(frozen=True, slots=True)
class Member:
    """What a round knows of one office or region in whole rupiah; `cases` None where it does not say."""

    name: str
    contributions: int
    claims: int
    cases: int | None


@dataclass(frozen=True, slots=True)
class OwnPool:
    """A pool as the round has it. `unknown` are those of which one side is missing: they are left out, and named."""

    node: Node
    months: int
    members: tuple[Member, ...]
    unknown: tuple[str, ...]
    by_office: bool
    sources: tuple[str, ...]


def own_pools(measured: Measured, law: Law = LAW) -> list[OwnPool]:
    """The pools of a round, each programme and segment with its longest period, the latest of those.

    Periods whose start is not known are left out: nothing can be said of a year by them.
    """
    figures = Figures(measured.dataset, measured.place, measured.as_of, measured.places, law)
    best: dict[tuple[str, str, str, str], OwnPool] = {}
    for one in _all(figures):
        key = one.node.place, one.node.programme, one.node.segment, one.node.funding
        if key not in best or _length(one) > _length(best[key]):
            best[key] = one
    return list(best.values())


def _length(one: OwnPool) -> tuple[int, str]:
    return min(one.months, 12), Period.parse(one.node.period).end.isoformat()


def _all(figures: Figures) -> Iterator[OwnPool]:
    for node in dict.fromkeys(pool_nodes(figures, BY_FLOW)):
        months = Period.parse(node.period).months
        those, by_office = members(figures, node)
        if not months or len(those) < 2:
            continue
        known, unknown = list[Member](), list[str]()
        sources: dict[str, None] = {}
        for name, at in those.items():
            found = result(figures, at)
            if found is None or found[1] is None or found[0].contributions is None or found[0].claims is None:
                unknown.append(name)
                continue
            both = found[0].contributions, found[0].claims
            cases = figures.amounts.at("claim_cases", at)
            counted = None if cases is None or cases.amount is None else int(cases.amount)
            known.append(Member(name, int(both[0].amount or 0), int(both[1].amount or 0), counted))
            sources |= dict.fromkeys(source for side in both for source in side.sources)
        if len(known) > 1:
            yield OwnPool(node, months, tuple(known), tuple(unknown), by_office, tuple(sources))
