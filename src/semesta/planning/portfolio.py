"""Who was covered, as counts of one scope, and what one of their traits does to expected claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from semesta.basics.words import Words
from semesta.monev.measured import Measured
from semesta.planning.assumptions import LifeTable
from semesta.planning.fields import Assumed
from semesta.planning.lawful import Terms
from semesta.tables.origin import Exposure

BAND = 5
"""Years of age that lists tell together."""
COVERED_AGES = range(20, 60)
"""Ages of those the expectation speaks of, where nobody told them: as assumed for deaths of people without wage."""
MOSTLY = 0.5
"""Less known of people than this says nothing of them all."""


@dataclass(frozen=True)
class Portfolio:
    """Counts of one scope. `ages` weighs people by sex (L, P, "" where not known) and single age; months are person-months.

    `since_entry` and `deaths` are counted by month since entry, from the first on, all later ones last; () where not known.
    """

    ages: Mapping[tuple[str, int], float] = field(default_factory=dict)
    paid: int = 0
    unpaid: int = 0
    since_entry: tuple[int, ...] = ()
    deaths: tuple[int, ...] = ()

    @property
    def age_known(self) -> float:
        """The part of people whose age is known; 1 where only ages were told."""
        return sum(self.ages.values()) / self.paid if self.paid else float(bool(self.ages))


def exposures_in(measured: Measured, place: str) -> list[Exposure]:
    """Of the lists of a round those of a place and all within it; none where it has no lists."""
    origin = measured.dataset.origin
    return [one for one in (origin.exposures if origin else ()) if measured.places.is_within(one.place, place)]


def portfolio_of(exposures: Iterable[Exposure]) -> Portfolio:
    """The exposures added up; each age of a band stands for as many."""
    every = list(exposures)
    return Portfolio(
        ages_together(
            {(sex, age): number / BAND for age in range(first, first + BAND)}
            for one in every
            for sex, first, number in one.ages
        ),
        sum(one.paid or 0 for one in every),
        sum(one.unpaid for one in every),
        _added(one.since_entry for one in every),
        _added(one.deaths for one in every),
    )


def ages_together(each: Iterable[Mapping[tuple[str, int], float]]) -> dict[tuple[str, int], float]:
    """People by sex and age, of all of these."""
    found: dict[tuple[str, int], float] = {}
    for ages in each:
        for key, number in ages.items():
            found[key] = found.get(key, 0.0) + number
    return found


def _added(counts: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    known = [one for one in counts if one]
    return tuple(map(sum, zip(*known, strict=True)))


@dataclass(frozen=True, slots=True)
class Part:
    """What one trait of the portfolio does, in whole rupiah: negative where it asks for more claims.

    `amount` is None where it cannot be told; `said` then names what is lacking, else what it rests on. `has_none`: by law the trait
    does nothing here.
    """

    name: Words
    amount: int | None
    said: Words
    has_none: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What the parts of one scope are reckoned of.

    expected: rupiah of claims expected at these contributions, of the usual portfolio.
    average: rupiah of one case.
    own, usual: the portfolio, and that of those the expectation speaks of; `usual` None where nobody tells theirs.
    terms: what the law says; None where it asks more than is known, as of who has a wage.
    replaced: the reader's own assumptions in the place of ours.
    """

    programme: str
    expected: int
    average: float
    own: Portfolio
    usual: Portfolio | None
    terms: Terms | None
    table: LifeTable
    replaced: Mapping[str, Assumed] = field(default_factory=dict)
