"""Everything that is told of the pools of a round, or of two totals: outlooks, three parts, what other segments' money does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from semesta.basics.period import Period
from semesta.basics.words import Words
from semesta.law.law import LAW, Law
from semesta.monev.measured import Measured
from semesta.planning.deficit import Deficit, Expectation, published
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.fields import Assumed
from semesta.planning.implied import Implied
from semesta.planning.pooling.lacking import lacking
from semesta.planning.pooling.of_round import OwnPool, alone, own_pools
from semesta.planning.pooling.parted import Ages, Parted, parted
from semesta.planning.pooling.prospect import Draws, Prospect, Together, prospect, together

Expect = Callable[[str, str, int], Expectation | None]
"""Of a programme, a segment and a year what is to be expected; None for own experience, or where nothing was published."""


def own_experience(programme: str, segment: str, year: int) -> None:
    """An `Expect` that names nothing."""


@dataclass(frozen=True)
class Pooled:
    """Pools with their outlook, differences in three parts, what other segments' money does, and what two totals imply.

    `lacking` says why there is no pool, where there is none.
    """

    place: str
    prospects: tuple[Prospect, ...] = ()
    together: tuple[tuple[Together, ...], ...] = ()
    implied: Implied | None = None
    parts: Deficit | None = None
    parted: tuple[Parted, ...] = ()
    lacking: tuple[Words, ...] = ()


def pooled(
    measured: Measured,
    draws: Draws,
    *,
    expect: Expect = own_experience,
    programme: str = "",
    month: dt.date | None = None,
    ages: Ages | None = None,
    replaced: Mapping[str, Assumed] | None = None,
    law: Law = LAW,
    progress: Callable[[OwnPool, float, float], None] = lambda own, share, of_all: None,
) -> Pooled:
    """The pools of a round drawn forward, and the differences of each member; of a place without a pool its own differences.

    Args:
        expect: what is to be expected of claims; of a place alone what was published, where own experience would explain itself.
        programme: this one alone; "" for all.
        month: of the law; without it that of the day the round speaks of.
        replaced: the reader's own assumptions in the place of ours.
        progress: is told the pool that is drawn, the share of it and the share of all that is done.

    Raises:
        Unplannable: a pool of which nothing can be drawn, or ages of nobody in it.
    """
    on = month or measured.as_of.replace(day=1)
    owns = [one for one in own_pools(measured, law) if programme in ("", one.node.programme)]
    single = [one for one in alone(measured, law) if programme in ("", one.node.programme)]
    if faults := tuple(_ages_of_nobody(ages or {}, [*owns, *single])):
        raise Unplannable(faults)
    made = tuple(
        prospect(
            own,
            draws,
            law=law,
            month=on,
            expectation=expect(own.node.programme, own.node.segment, on.year),
            replaced=replaced,
            progress=lambda share, own=own, before=before: progress(own, share, (before + share) / len(owns)),  # type: ignore[misc]
        )
        for before, own in enumerate(owns)
    )
    asked = [
        *((own, _of(expect, own)) for own in owns),
        *((own, _of(expect, own) or _of(published, own)) for own in single),
    ]
    differences = [
        parted(own, measured, law=law, expectation=expectation, ages=ages, replaced=replaced)
        for own, expectation in asked
    ]
    return Pooled(
        measured.place,
        made,
        tuple(_joined(made, draws)),
        parted=tuple(one for one in differences if one is not None),
        lacking=() if owns else (*lacking(measured, law, programme), *_not_expected(single, differences)),
    )


def _not_expected(single: list[OwnPool], differences: list[Parted | None]) -> Iterator[Words]:
    """Those alone of which nobody says what is to be expected: a place does not explain itself."""
    told = {one.own.node for one in differences if one is not None}
    for own in single:
        if own.node not in told:
            name = " ".join(filter(None, (own.node.programme, own.node.segment, own.node.period)))
            yield Words(
                f"{name}: belum ada rasio terbit untuk dibandingkan; beri --expect dengan angka, misalnya 0.9",
                f"{name}: no published ratio to be held against; give --expect a number, as 0.9",
            )


def _ages_of_nobody(ages: Ages, every: list[OwnPool]) -> Iterator[PlanFault]:
    """Ages under a name that no office or region has, and ages of a whole pool, which tell nothing of its members."""
    names = list(dict.fromkeys(member.name for one in every for member in one.members))
    known = Words(f"yang ada: {', '.join(names)}", f"there are: {', '.join(names)}")
    for office in ages:
        if office and office not in names:
            there = Words(
                "tidak ada dalam iuran dan manfaat putaran ini", "is not in the contributions and claims of this round"
            )
            yield PlanFault("ages.office", office, there, known)
    if "" in ages and any(len(one.members) > 1 for one in every):
        told = Words(
            "umur tanpa kantor tidak mengatakan apa pun tentang tiap anggota",
            "ages without office tell nothing of each member",
        )
        yield PlanFault("ages.office", "", told, Words("isi office; ", "fill in office; ") + known)


def _of(expect: Expect, own: OwnPool) -> Expectation | None:
    return expect(own.node.programme, own.node.segment, Period.parse(own.node.period).end.year)


def _joined(made: tuple[Prospect, ...], draws: Draws) -> Iterator[tuple[Together, ...]]:
    """Of each programme its segments one after the other; programmes are never joined."""
    for code in dict.fromkeys(one.own.node.programme for one in made):
        of_it = [one for one in made if one.own.node.programme == code and not one.own.node.funding]
        each = [one for one in of_it if one.own.node.segment]
        whole = next((one for one in of_it if not one.own.node.segment), None)
        if len(each) > 1:
            yield tuple(together(each, whole, draws.seed, draws.scenarios))
