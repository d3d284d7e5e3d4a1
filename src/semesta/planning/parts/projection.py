"""Field `projection` of a scenario: the members of a group into the years, what they pay and what their deaths will cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from semesta.basics.groups import GROUPS
from semesta.basics.words import Words
from semesta.law.law import Law
from semesta.monev.measured import Measured
from semesta.planning.assumptions import Assumption, assumed, life_table
from semesta.planning.claims_asked import Ages, ages_of, each_age
from semesta.planning.cohort import Cohort, chanced, cohort
from semesta.planning.cover import ALL, Group
from semesta.planning.estimate import Chanced, Estimate
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.fields import SEE_TEMPLATE, Fields
from semesta.planning.parts import Part
from semesta.planning.price import Prices, prices_of
from semesta.planning.projection import SEXES, Members, Projection, projection
from semesta.planning.scenario import LONGEST, Scenario

NONE = Estimate.exactly(0.0)
WHOLE = "all"


@dataclass(frozen=True)
class Asked:
    """Whose members, how many years ahead, with which age cover ends (0: with none), and how old they are."""

    group: str
    years: int
    last_age: int
    members: tuple[Ages, ...]


@dataclass(frozen=True, slots=True)
class YearAhead:
    """What is expected of a year: persons covered when it begins, person-months, deaths, and money in rupiah.

    `jkm` is the programme's part of the contributions, 0 where the office reckons with a price that nobody splits; `grant` is what
    the law pays for a death in January, without scholarships, and `benefits` all that deaths are expected to cost.
    """

    year: int
    living: Chanced
    person_months: Chanced
    contributions: Chanced
    jkm: Chanced
    deaths: Chanced
    benefits: Chanced
    grant: int
    verified: bool


@dataclass(frozen=True)
class Ahead:
    """The members of one group from the first year on; nobody new comes in."""

    group: str
    members: int
    last_age: int
    leaving: Estimate
    years: tuple[YearAhead, ...]
    assumptions: tuple[Assumption, ...]
    funding: str
    """Whose price is taken, for twelve months a year."""
    segment_deaths: Assumption
    """Per 1,000 person-years of the whole segment: what these members are held against."""


def _read(fields: Fields) -> Asked:
    group = ""
    if fields.text("group").lower() not in ("", *ALL):
        group = fields.code("group", GROUPS)
    years, last_age = fields.whole("years", 10, least=1), fields.whole("last_age", 0)
    if years > LONGEST:
        told = Words(f"paling lama {LONGEST} tahun", f"at most {LONGEST} years")
        fields.fault("years", years, told, Words("kurangi", "make it less"))
    members = []
    for one in fields.each("members", required=True):
        members.append(ages_of(one))
        one.close()
    fields.close()
    return Asked(group, years, last_age, tuple(members))


@dataclass(frozen=True)
class Way:
    """One way into the years: what is expected of the members, what chance may make of it, and the prices of its wages."""

    expected: Projection
    cohort: Cohort
    prices: Prices


def _make(asked: Asked, scenario: Scenario, measured: Measured | None, law: Law) -> Ahead:
    group = _group(asked, scenario)
    factor = assumed("mortality_multiplier", scenario.assumptions)
    scholarship = assumed("jkm_scholarship_per_death", scenario.assumptions)
    leaving, wages = (one.value if one else NONE for one in (scenario.leaving, scenario.wage_growth))
    usual = assumed(f"jkm_deaths_{group.route.segment.lower()}", scenario.assumptions)
    known = dict(each_age(asked.members))
    prices = prices_of(scenario, law)
    ways = [
        _way(known, asked, multiplier, leaves, prices.with_wages(rises))
        for multiplier, leaves, rises in _corners(factor.value, leaving, wages)
    ]
    funding = group.payers[0].funding
    years = tuple(_year(scenario.first + n, n, ways, group, scholarship.value) for n in range(asked.years))
    return Ahead(group.code, sum(known.values()), asked.last_age, leaving, years, (factor, scholarship), funding, usual)


def _corners(dying: Estimate, leaving: Estimate, wages: Estimate) -> Iterator[tuple[float, float, float]]:
    """The central assumptions first; then those under which most and fewest stay and pay, and most and fewest die covered."""
    yield dying.central, leaving.central, wages.central
    yield dying.low, leaving.low, wages.high
    yield dying.high, leaving.high, wages.low
    yield dying.high, leaving.low, wages.central
    yield dying.low, leaving.high, wages.central


def _way(known: Mapping[tuple[str, int], int], asked: Asked, multiplier: float, leaving: float, prices: Prices) -> Way:
    months, table = 12 * asked.years, life_table()
    expected = projection(
        _members(known), months, table, multiplier=multiplier, leaving=leaving, last_age=asked.last_age
    )
    around = cohort(known, months, table, multiplier=multiplier, leaving=leaving, last_age=asked.last_age)
    return Way(expected, around, prices)


def _group(asked: Asked, scenario: Scenario) -> Group:
    found = [group for group in scenario.groups if not asked.group or group.code == asked.group]
    if not found:
        told = Words("bukan kelompok dari skenario ini", "no group of this scenario")
        raise Unplannable([PlanFault("projection.group", asked.group, told, SEE_TEMPLATE)])
    return found[0]


def _members(known: Mapping[tuple[str, int], int]) -> Members:
    """One row for each sex, age and month of birth: birthdays are taken to be spread evenly over the year."""
    rows = [(12 * age + month, SEXES.index(sex), n / 12) for (sex, age), n in known.items() for month in range(12)]
    months, sex, number = (np.array(column) for column in zip(*rows, strict=True))
    return Members(months.astype(np.int64), sex.astype(np.int64), number, np.ones(len(number)))


def _year(year: int, n: int, ways: list[Way], group: Group, scholarship: Estimate) -> YearAhead:
    """All ways into one year; who dies more often pays less and costs more, so that ranges are put in order."""
    months = slice(12 * n, 12 * n + 12)
    funding = group.payers[0].funding
    priced = [_priced(way.prices, group, funding, year) for way in ways]
    prices = ways[0].prices
    grant = prices.grant(group.route, funding, dt.date(year, 1, 1))
    deaths = _deaths(ways, months)

    def paid(programme: str) -> Chanced:
        each = [price[programme] for price in priced]
        expected = [float(way.expected.paying[months] @ price) for way, price in zip(ways, each, strict=True)]
        return chanced(expected, [way.cohort.paid(months, price) for way, price in zip(ways, each, strict=True)])

    return YearAhead(
        year=year,
        living=chanced(
            [float(way.expected.living[months][0]) for way in ways], [way.cohort.living(12 * n) for way in ways]
        ),
        person_months=chanced(
            [float(way.expected.living[months].sum()) for way in ways],
            [way.cohort.paid(months, np.ones(12)) for way in ways],
        ),
        contributions=paid(WHOLE),
        jkm=paid("JKM"),
        deaths=deaths,
        benefits=_benefits(deaths, scholarship.at(lambda each: grant.full + each)),
        grant=grant.full,
        verified=grant.verified and all(prices.of(group.route, funding, each).verified for each in _months(year)),
    )


def _deaths(ways: list[Way], months: slice) -> Chanced:
    return chanced(
        [float(way.expected.deaths[months].sum()) for way in ways], [way.cohort.deaths(months) for way in ways]
    )


def _benefits(deaths: Chanced, each: Estimate) -> Chanced:
    """What deaths cost when each costs so much: the average of a death is assumed, chance is in their number alone."""
    return Chanced(
        deaths.low * each.low,
        deaths.central * each.central,
        deaths.high * each.high,
        Estimate(deaths.assumed.low * each.low, deaths.central * each.central, deaths.assumed.high * each.high),
        deaths.chance.at(lambda number: number * each.central),
    )


def _priced(prices: Prices, group: Group, funding: str, year: int) -> Mapping[str, NDArray[np.float64]]:
    """Rupiah of a person in each month of a year: all programmes, and JKM alone."""
    each = [prices.of(group.route, funding, day) for day in _months(year)]
    return {
        WHOLE: np.array([price.amount for price in each], dtype=float),
        "JKM": np.array([price.programmes.get("JKM", 0) for price in each], dtype=float),
    }


def _months(year: int) -> list[dt.date]:
    return [dt.date(year, month, 1) for month in range(1, 13)]


EXAMPLE = """
# projection:                             # anggota satu kelompok dari tahun ke tahun, tanpa anggota baru: iuran, kematian, manfaat JKM
#   group: rentan.nelayan                 # satu dari groups di atas
#   years: 10                             # tahun ke depan, paling lama 30
#   last_age: 65                          # umur berakhirnya perlindungan; hapus bila tanpa batas
#   members:                              # umur dan jenis kelamin L atau P; sex dihapus bila belum diketahui
#     - {from: 20, to: 39, sex: L, persons: 150}
#     - {from: 40, to: 59, sex: P, persons: 182}
"""
PART = Part("projection", Words("Anggota dari tahun ke tahun", "Members into the years"), _read, _make, EXAMPLE)
