"""The pools that a measured round holds: one risk programme, segment and period, with two members or more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import polars as pl

from semesta.basics.lists import RISK_PROGRAMMES
from semesta.basics.period import Period
from semesta.basics.words import Words
from semesta.law.law import LAW, Law
from semesta.monev.balance import result
from semesta.monev.figures import Figures
from semesta.monev.measured import Measured
from semesta.monev.nodes import BY_FLOW, flow_nodes
from semesta.monev.pool import members, pool_nodes
from semesta.monev.value import Node

SIDES = ("contributions", "claims")


@dataclass(frozen=True, slots=True)
class Member:
    """What a round knows of one office or region in whole rupiah; `cases` None where it does not say."""

    name: str
    contributions: int
    claims: int
    cases: int | None
    node: Node
    """Where it stands among the figures of the round."""


@dataclass(frozen=True, slots=True)
class OwnPool:
    """A pool as the round has it. `unknown` are those of which a side is missing, and which: they are left out."""

    node: Node
    months: int
    members: tuple[Member, ...]
    unknown: Mapping[str, Words]
    by_office: bool
    sources: tuple[str, ...]


def own_pools(measured: Measured, law: Law = LAW) -> list[OwnPool]:
    """The pools of a round, each programme and segment with its longest period, the latest of those.

    Periods whose start is not known are left out: nothing can be said of a year by them.
    """
    figures = Figures(measured.dataset, measured.place, measured.as_of, measured.places, law)
    return _longest(_all(figures))


def alone(measured: Measured, law: Law = LAW) -> list[OwnPool]:
    """The place of the round by itself, one member each, in every programme and segment with both sides and no pool."""
    figures = Figures(measured.dataset, measured.place, measured.as_of, measured.places, law)
    pooled = {_key(one) for one in _all(figures)}
    return [one for one in _longest(_alone(figures)) if _key(one) not in pooled]


Key = tuple[str, str, str, str]


def _key(one: OwnPool) -> Key:
    return one.node.place, one.node.programme, one.node.segment, one.node.funding


def _longest(every: Iterable[OwnPool]) -> list[OwnPool]:
    best: dict[Key, OwnPool] = {}
    for one in every:
        if _key(one) not in best or _length(one) > _length(best[_key(one)]):
            best[_key(one)] = one
    return list(best.values())


def _length(one: OwnPool) -> tuple[int, str]:
    return min(one.months, 12), Period.parse(one.node.period).end.isoformat()


def _all(figures: Figures) -> Iterator[OwnPool]:
    for node in dict.fromkeys(pool_nodes(figures, BY_FLOW)):
        those, by_office = members(figures, node)
        if len(those) > 1 and (found := _held(figures, node, those, by_office=by_office)) and len(found.members) > 1:
            mixed = dict.fromkeys(_mixed(figures, node, by_office=by_office) - those.keys(), MIXED)
            yield replace(found, unknown={**found.unknown, **dict(sorted(mixed.items()))})


def _mixed(figures: Figures, node: Node, *, by_office: bool) -> set[str]:
    """Those with contributions or claims of the same segment and period that name no programme: a sum of several."""
    of_all, _ = members(figures, node._replace(programme=""))
    named: set[str] = set()
    for side in SIDES:
        frame = figures.frame(side)
        if frame is not None:
            rows = frame.filter(pl.col("programme").is_null())
            codes = rows["office" if by_office else "place"].drop_nulls().unique()
            named |= set(codes) if by_office else {figures.places[code].title.id for code in codes}
    return named & of_all.keys()


def risk_nodes(figures: Figures) -> list[Node]:
    """Where contributions and claims of one risk programme are told, offices too: one that stands alone is no pool."""
    found = dict.fromkeys(flow_nodes("contributions", "claims_paid")(figures, BY_FLOW))
    return [node for node in found if node.programme in RISK_PROGRAMMES]


def _alone(figures: Figures) -> Iterator[OwnPool]:
    for node in risk_nodes(figures):
        name = node.office or figures.places[node.place].title.id
        if node.place == figures.place and (found := _held(figures, node, {name: node}, by_office=bool(node.office))):
            yield found


def _held(figures: Figures, node: Node, those: Mapping[str, Node], *, by_office: bool) -> OwnPool | None:
    """Those of whom both sides are known; None where the period has no known start, or nobody is."""
    months = Period.parse(node.period).months
    if not months:
        return None
    known, unknown = list[Member](), dict[str, Words]()
    sources: dict[str, None] = {}
    for name, at in those.items():
        found = result(figures, at)
        if found is None or found[1] is None or found[0].contributions is None or found[0].claims is None:
            unknown[name] = side_missing(figures, at)
            continue
        both = found[0].contributions, found[0].claims
        cases = figures.amounts.at("claim_cases", at)
        counted = None if cases is None or cases.amount is None else int(cases.amount)
        known.append(Member(name, int(both[0].amount or 0), int(both[1].amount or 0), counted, at))
        sources |= dict.fromkeys(source for side in both for source in side.sources)
    return OwnPool(node, months, tuple(known), unknown, by_office, tuple(sources)) if known else None


CLAIMS, CONTRIBUTIONS = Words("manfaat", "claims"), Words("iuran", "contributions")
BOTH = Words("iuran dan manfaat", "contributions and claims")
MIXED = Words(
    "hanya jumlah beberapa program bersama; isi kolom Program",
    "only a sum of several programmes; fill in column Programme",
)
NOT_LIKE = Words("iuran dan manfaat yang sebanding", "contributions and claims that are alike")


def side_missing(figures: Figures, node: Node) -> Words:
    """Which of the two sides a round does not tell of a node."""
    paid_in, paid_out = (figures.amounts.at(name, node) for name in ("contributions", "claims_paid"))
    known = [one is not None and one.amount is not None for one in (paid_in, paid_out)]
    return {(True, False): CLAIMS, (False, True): CONTRIBUTIONS, (False, False): BOTH}.get(
        (known[0], known[1]), NOT_LIKE
    )
