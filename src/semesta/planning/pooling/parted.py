"""What a round's contributions and claims differ by, in price, portfolio and chance: each office of a pool, or a place alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest

from semesta.basics.period import Period
from semesta.basics.words import Words
from semesta.law.faults import NoLawOnDate
from semesta.law.law import Law
from semesta.monev.measured import Measured
from semesta.monev.value import Node
from semesta.planning.claims_asked import RISKS
from semesta.planning.deficit import Deficit, Expectation, deficit
from semesta.planning.estimate import Estimate
from semesta.planning.fields import Assumed
from semesta.planning.in_words import count
from semesta.planning.lawful import Terms, mean_price, terms
from semesta.planning.pooling.of_round import Member, OwnPool
from semesta.planning.portfolio import Part, Portfolio, ages_together, exposures_in, portfolio_of

Ages = Mapping[str, Mapping[tuple[str, int], int]]
"""By office or region ("" for all together) persons by sex and age."""
OWN = Words("pengalaman sendiri seluruh kumpulan", "own experience of the whole pool")
FEW_LISTED, MANY_LISTED = 0.8, 1.25
"""Beyond these the list of payments and the contributions do not speak of the same people."""


@dataclass(frozen=True)
class Parted:
    """A pool, or a place alone, with the difference of each member in the order given; None where it has no contributions.

    `parts` are those of all members together, trait by trait. `not_listed` says why lists of people were not used.
    """

    own: OwnPool
    members: tuple[Deficit | None, ...]
    expectation: Expectation
    parts: tuple[Part, ...]
    not_listed: Words | None = None

    @property
    def known(self) -> list[Deficit]:
        return [one for one in self.members if one is not None]


def parted(
    own: OwnPool,
    measured: Measured,
    *,
    law: Law,
    expectation: Expectation | None = None,
    ages: Ages | None = None,
    replaced: Mapping[str, Assumed] | None = None,
) -> Parted | None:
    """The three parts of every member of a pool.

    Args:
        expectation: claims against contributions that are to be expected; without one those of the whole pool, and its members'
            portfolio is what is usual.
        ages: in the place of those that lists tell.
        replaced: the reader's own assumptions in the place of ours.

    None where nothing is to be expected: a member alone without an expectation, or no claims or contributions.
    """
    paid_in, paid_out = (sum(getattr(one, side) for one in own.members) for side in ("contributions", "claims"))
    if expectation is None and (len(own.members) < 2 or not paid_in or not paid_out):
        return None
    said = _terms(own.node, law)
    portfolios, not_listed = _portfolios(own, measured, law, ages or {})
    usual = None if expectation else _together(portfolios)
    used = expectation or Expectation(Estimate.exactly(paid_out / paid_in), OWN)
    members = tuple(
        deficit(
            own.node.programme,
            one.contributions,
            one.claims,
            _cases(one),
            used,
            said=said,
            portfolio=portfolio,
            usual=usual,
            replaced=replaced,
        )
        if one.contributions > 0
        else None
        for one, portfolio in zip(own.members, portfolios, strict=True)
    )
    return Parted(own, members, used, _summed([one for one in members if one is not None]), not_listed)


def _terms(node: Node, law: Law) -> Terms | None:
    """What the law says in the middle of the period; None where it does not speak of it."""
    period = Period.parse(node.period)
    if period.start is None or node.programme not in RISKS:
        return None
    middle = period.start + (period.end - period.start) / 2
    try:
        return terms(law, node.programme, node.segment or "BPU", dt.date(middle.year, middle.month, 1))
    except NoLawOnDate:
        return None


def _mean_price(node: Node, law: Law) -> float | None:
    if node.programme not in RISKS:
        return None
    try:
        return mean_price(law, node.programme, node.segment or "BPU", Period.parse(node.period))
    except NoLawOnDate:
        return None


def _cases(one: Member) -> int | None:
    """Those said, where claims and cases go together."""
    return None if one.cases is None or (one.claims > 0) != (one.cases > 0) else one.cases


def _portfolios(own: OwnPool, measured: Measured, law: Law, ages: Ages) -> tuple[list[Portfolio], Words | None]:
    """Of each member, by the ages that were told or by the lists of the round; empty ones where neither knows."""
    listed = [_listed(one.node, measured) for one in own.members]
    why = _unlike(own, listed, law)
    if why is not None:
        listed = [Portfolio() for _ in own.members]
    if ages:
        alone = len(own.members) == 1
        told = [ages.get(one.name) or (ages.get("") if alone else None) or {} for one in own.members]
        listed = [
            Portfolio(dict(mine), 0, 0) if not one.paid else _aged(one, mine)
            for one, mine in zip(listed, told, strict=True)
        ]
    return listed, why


def _aged(one: Portfolio, ages: Mapping[tuple[str, int], float]) -> Portfolio:
    """The portfolio with these ages, brought to as many months as were paid."""
    scale = one.paid / sum(ages.values()) if ages else 0.0
    return Portfolio({key: n * scale for key, n in ages.items()}, one.paid, one.unpaid, one.since_entry, one.deaths)


def _listed(node: Node, measured: Measured) -> Portfolio:
    period = Period.parse(node.period)
    first = (period.start or period.end).year
    return portfolio_of(
        one
        for one in exposures_in(measured, node.place)
        if first <= one.year <= period.end.year
        and node.segment in ("", one.segment)
        and node.office in ("", one.office)
        and (not node.funding or one.funding == node.funding or one.funding.startswith(f"{node.funding}."))
    )


def _unlike(own: OwnPool, listed: list[Portfolio], law: Law) -> Words | None:
    """Why the lists do not speak of those who paid these contributions; None where they do, or it cannot be told."""
    months = sum(one.paid for one in listed)
    price = _mean_price(own.node, law) if months and own.node.segment == "BPU" else None
    if not price:
        return None
    paid = sum(one.contributions for one in own.members) / price
    if FEW_LISTED <= months / paid <= MANY_LISTED:
        return None
    listed_months, paid_months = count(months), count(round(paid))
    return Words(
        f"daftar pembayaran memuat {listed_months.id} orang-bulan, iuran setara {paid_months.id}: daftar itu bukan tentang iuran ini, jadi tidak dipakai",
        f"the list of payments holds {listed_months.en} person-months, contributions come to {paid_months.en}: it is not of these contributions and is not used",
    )


def _together(portfolios: list[Portfolio]) -> Portfolio:
    """All members as one; of a trait that one of them does not tell, nothing."""
    ages = ages_together(one.ages for one in portfolios) if all(one.ages for one in portfolios) else {}
    paid = all(one.paid for one in portfolios)
    return Portfolio(
        ages,
        sum(one.paid for one in portfolios) if paid else 0,
        sum(one.unpaid for one in portfolios) if paid else 0,
        _added([one.since_entry for one in portfolios]),
        _added([one.deaths for one in portfolios]),
    )


def _added(counts: list[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*counts, strict=True))) if all(counts) else ()


def _summed(members: list[Deficit]) -> tuple[Part, ...]:
    """Each trait over all members; what it rests on only where one member has all of it."""
    found = []
    for each in zip_longest(*(one.parts for one in members)):
        known = [part.amount for part in each if part.amount is not None]
        said = each[0].said if len(members) == 1 or not known else Words("jumlah anggotanya", "the sum of its members")
        found.append(Part(each[0].name, sum(known) if known else None, said))
    return tuple(found)
