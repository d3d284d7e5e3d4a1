"""What events that happened will still cost, from lists of claims, of children and of contributions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from semesta.basics.period import Period
from semesta.planning.reserves.cases import Cases, start_of
from semesta.planning.reserves.mack import Developed, developed, is_installed
from semesta.planning.reserves.ratios import Earned, Key, Ratio, ratio
from semesta.planning.reserves.scholarships import Outstanding
from semesta.planning.reserves.triangle import Triangle, triangles

ROWS = 12
"""A triangle is printed in the shortest periods that give so many rows, or fewer, where there are such."""


@dataclass(frozen=True)
class Held:
    """One programme and segment: its claims by month, what becomes of them, and its ratios; None where that is not known."""

    triangle: Triangle
    developed: Developed | None
    ratio: Ratio | None

    @property
    def key(self) -> Key:
        return self.triangle.programme, self.triangle.segment

    @property
    def printed(self) -> Triangle:
        """The triangle in periods that can be read on paper."""
        return self.triangle.within(ROWS)


@dataclass(frozen=True)
class Reserves:
    """Everything held. `can_develop` says whether chainladder is installed: without it nothing not reported yet is told.

    unmatched: children whose claim is not in the list of claims, so that they stand in no ratio.
    of_round: whether contributions were looked for in a round.
    """

    cases: Cases
    held: tuple[Held, ...]
    scholarships: Outstanding | None
    can_develop: bool
    unmatched: int = 0
    of_round: bool = False

    @property
    def until(self) -> dt.date:
        return self.cases.until


def reserves(
    cases: Cases,
    scholarships: Outstanding | None = None,
    *,
    earned: Mapping[Key, Earned] | None = None,
    of_round: bool = False,
) -> Reserves:
    """What each programme and segment still costs.

    Args:
        earned: contributions by programme and segment, of months within those of the list.
        of_round: whether a round was asked for them.
    """
    can, found, known = is_installed(), triangles(cases), earned or {}
    keys = _claims(cases) if scholarships and known else {}
    made = tuple(_held(one, cases, known.get((one.programme, one.segment)), scholarships, keys, can) for one in found)
    unmatched = sum(one.pupil.claim not in keys for one in scholarships.paid) if scholarships and known else 0
    return Reserves(cases, made, scholarships, can, unmatched, of_round)


def earned_of_all(cases: Cases, found: Sequence[Triangle], amount: int) -> Mapping[Key, Earned]:
    """One amount for all the months of the only triangle."""
    (one,) = found
    return {(one.programme, one.segment): Earned(Period(one.first, cases.until), amount)}


def _held(
    triangle: Triangle,
    cases: Cases,
    earned: Earned | None,
    scholarships: Outstanding | None,
    keys: Mapping[str, Key],
    can_develop: bool,
) -> Held:
    made = developed(triangle) if can_develop else None
    if earned is None:
        return Held(triangle, made, None)
    owed = None
    if scholarships is not None:
        start = earned.period.start or start_of(0)
        owed = scholarships.of_claims(keys, (triangle.programme, triangle.segment), start, earned.period.end)
    return Held(triangle, made, ratio(triangle, made, cases, earned, owed))


def _claims(cases: Cases) -> Mapping[str, Key]:
    """Programme and segment of each claim that has a number."""
    rows = (
        cases.rows.select("id", "programme", "segment").drop_nulls("id").unique("id", keep="first", maintain_order=True)
    )
    return {claim: (programme, segment) for claim, programme, segment in rows.iter_rows()}
