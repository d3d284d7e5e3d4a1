"""From a pool as a round has it to what its years may bring: how many cases are expected, what one costs, and the outlook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from semesta.basics.words import Words
from semesta.law.law import Law
from semesta.planning.assumptions import Assumption, assumed
from semesta.planning.deficit import Expectation
from semesta.planning.estimate import Estimate
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.fields import Assumed
from semesta.planning.lawful import terms
from semesta.planning.pooling.balances import PoolOutlook, outlook
from semesta.planning.pooling.credible import credible
from semesta.planning.pooling.drawing import Draw, exact, fast
from semesta.planning.pooling.of_round import OwnPool
from semesta.planning.pooling.offices import Office, stable_from
from semesta.planning.pooling.parted import OWN

AVERAGE_OF_POOL = Words("rata-rata klaim kumpulan ini", "the average claim of this pool")
FAST = Words(
    "cara cepat bagi kantor dengan 60 kasus setahun atau lebih; beda peluangnya dengan cara tepat di bawah satu poin persen",
    "the fast way for offices with 60 cases a year or more; its chances are within one percentage point of the exact ones",
)
CASES_SUPPOSED = Words(
    "jumlah kasus tidak disebut semua; dihitung dari manfaat dibagi biaya satu kasus",
    "cases are not said of all; reckoned as claims divided by the cost of one case",
)


@dataclass(frozen=True)
class Prospect:
    """What the years may bring to a pool, with everything it rests on.

    `weights` are the parts that each office's own count has in what is expected of it, in the order of the offices. `stable_from`
    is the number of cases a year from which claims stay within a tenth of their expectation; None where no size is enough.
    """

    own: OwnPool
    outlook: PoolOutlook
    weights: tuple[float, ...]
    average: int
    spread: float
    expectation: Expectation | None
    expected_by: Words
    notes: tuple[Words, ...]
    assumptions: tuple[Assumption, ...]
    stable_from: float | None
    by_shock: tuple[PoolOutlook, PoolOutlook]
    """One year at the lowest and the highest shock assumed: how far the chances of a year move with it."""


@dataclass(frozen=True, slots=True)
class Draws:
    """How the years are drawn."""

    years: int = 10
    scenarios: int = 10_000
    seed: int = 1
    draw: Draw = exact


def prospect(
    own: OwnPool,
    draws: Draws,
    *,
    law: Law,
    month: dt.date,
    expectation: Expectation | None = None,
    replaced: Mapping[str, Assumed] | None = None,
    progress: Callable[[float], None] = lambda share: None,
) -> Prospect:
    """The outlook of a pool, a year at a time: amounts of other periods are brought to twelve months, and that is said.

    Args:
        expectation: claims against contributions that are to be expected; without one the pool's own.
        replaced: the reader's own assumptions in the place of ours.

    Raises:
        Unplannable: members without contributions, or a pool without any claim and no expectation.
    """
    if faults := tuple(_faults(own, expectation)):
        raise Unplannable(faults)
    cost, notes = _cost(own, law, month, replaced)
    notes = (*notes, FAST) if draws.draw is fast else notes
    spread = assumed("jkk_cost_spread", replaced) if own.node.programme == "JKK" else None
    shock = assumed("shared_shock", replaced)
    offices, weights = _offices(own, cost, spread.value.central if spread else 0.0, expectation)
    found = outlook(
        offices,
        years=draws.years,
        scenarios=draws.scenarios,
        shock=shock.value.central,
        seed=draws.seed,
        draw=draws.draw,
        progress=progress,
    )
    told = expectation.source if expectation else OWN
    used = (shock, *((spread,) if spread else ()))
    stable = stable_from(spread.value.central if spread else 0.0, shock.value.central)
    low, high = (
        outlook(offices, years=1, scenarios=draws.scenarios, shock=end, seed=draws.seed, draw=draws.draw)
        for end in (shock.value.low, shock.value.high)
    )
    return Prospect(
        own,
        found,
        weights,
        cost,
        spread.value.central if spread else 0.0,
        expectation,
        told,
        notes,
        used,
        stable,
        (low, high),
    )


def _faults(own: OwnPool, expectation: Expectation | None) -> Iterator[PlanFault]:
    where = " ".join(filter(None, (own.node.programme, own.node.segment, own.node.period)))
    for one in own.members:
        if one.contributions <= 0:
            yield PlanFault(
                f"contributions.amount, {one.name}, {where}",
                str(one.contributions),
                Words("iuran harus di atas nol", "contributions must be above zero"),
                Words(
                    "perbaiki lembar Iuran diterima, atau hapus barisnya bila belum diketahui",
                    "mend the sheet of contributions, or delete the row where it is not known",
                ),
            )
    if expectation is None and not any(one.claims for one in own.members):
        yield PlanFault(
            f"claims.amount, {where}",
            "0",
            Words(
                "belum ada manfaat, jadi tidak ada yang dapat diharapkan dari pengalaman sendiri",
                "no claim, so own experience expects nothing",
            ),
            Words(
                "beri --expect terbit, atau angka, misalnya --expect 0.9",
                "give --expect published, or a number, as --expect 0.9",
            ),
        )


def _cost(
    own: OwnPool, law: Law, month: dt.date, replaced: Mapping[str, Assumed] | None
) -> tuple[int, tuple[Words, ...]]:
    """What a case costs in whole rupiah: the pool's own average, else by law, else as assumed."""
    cases = sum(one.cases or 0 for one in own.members)
    if cases and all(one.cases is not None for one in own.members):
        return round(sum(one.claims for one in own.members) / cases), (AVERAGE_OF_POOL,)
    by_law = terms(law, "JKM", "BPU", month).benefit if own.node.programme == "JKM" else None
    if by_law:
        by = Words(f"biaya satu kasus menurut hukum {month.year}", f"the cost of a case by the law of {month.year}")
        return by_law, (CASES_SUPPOSED, by)
    cost = assumed("jkk_cost_pu" if own.node.segment == "PU" else "jkk_cost_bpu", replaced)
    return round(cost.value.central), (CASES_SUPPOSED, Words(cost.said("id"), cost.said("en")))


def _offices(
    own: OwnPool, cost: int, spread: float, expectation: Expectation | None
) -> tuple[list[Office], tuple[float, ...]]:
    counts = [one.cases if one.cases is not None else round(one.claims / cost) for one in own.members]
    exposures = [float(one.contributions) for one in own.members]
    found = credible(counts, exposures)
    yearly = 12 / own.months
    wanted = sum(exposures) * expectation.ratio.central / cost if expectation else float(sum(counts))
    scale = wanted / sum(counts) if sum(counts) else 0.0
    cases = [n * scale for n in found.cases] if scale else [wanted * e / sum(exposures) for e in exposures]
    offices = [
        Office(one.name, round(one.contributions * yearly), n * yearly, float(cost), spread)
        for one, n in zip(own.members, cases, strict=True)
    ]
    return offices, found.weights


@dataclass(frozen=True, slots=True)
class Together:
    """The chance that a year ends in deficit when the money of these segments stands together."""

    programme: str
    segments: tuple[str, ...]
    contributions: int
    deficit_in_a_year: float
    expected_ratio: float


def together(
    prospects: Sequence[Prospect], whole: Prospect | None = None, seed: int = 1, scenarios: int = 10_000
) -> list[Together]:
    """What money of other segments does: one after the other joined to the first, all of one programme.

    It is a what-if of one national fund, not of any office's own money.

    Args:
        whole: the pool of all of them, where the round has it: what was drawn of a pool is not drawn a second time.
    """
    found: list[Together] = []
    offices: list[Office] = []
    names: tuple[str, ...] = ()
    for one in prospects:
        contributions = _contributions(one)
        claims = sum(o.expected_claims for o in one.outlook.offices)
        names = (*names, one.own.node.segment)
        offices.append(Office(names[-1], contributions, claims / one.average, one.average, one.spread))
        every = sum(o.contributions for o in offices)
        known = next((each for each in (prospects[0], whole) if each and _contributions(each) == every), None)
        pool = (
            known.outlook
            if known
            else outlook(offices, years=1, scenarios=scenarios, shock=one.outlook.shock, seed=seed)
        ).pool
        found.append(
            Together(
                one.own.node.programme,
                names,
                every,
                pool.deficit_in_a_year,
                pool.expected_claims / every if every else 0.0,
            )
        )
    return found


def _contributions(one: Prospect) -> int:
    return sum(office.contributions for office in one.outlook.offices)


def ratio(value: float, source: Words) -> Expectation:
    """A ratio that the user names."""
    return Expectation(Estimate.exactly(value), source)
