"""Field `projection` of a scenario: the members of a group into the years, what they pay and what their deaths will cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from semesta.basics.groups import GROUPS
from semesta.basics.words import Words
from semesta.law.law import Law
from semesta.monev.measured import Measured
from semesta.planning.assumptions import Assumption, assumed, life_table
from semesta.planning.cover import ALL, Group
from semesta.planning.estimate import Estimate
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.fields import SEE_TEMPLATE, Fields
from semesta.planning.lawful import PAID_LONG
from semesta.planning.parts import Part
from semesta.planning.parts.claims import Ages, ages_of, each_age
from semesta.planning.price import Prices
from semesta.planning.projection import SEXES, Members, Projection, projection
from semesta.planning.scenario import LONGEST, Scenario


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
    living: Estimate
    person_months: Estimate
    contributions: Estimate
    jkm: Estimate
    deaths: Estimate
    benefits: Estimate
    grant: int
    verified: bool


@dataclass(frozen=True)
class Ahead:
    """The members of one group from the first year on; nobody new comes in."""

    group: str
    members: int
    last_age: int
    leaving: float
    years: tuple[YearAhead, ...]
    assumptions: tuple[Assumption, ...]


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


def _make(asked: Asked, scenario: Scenario, measured: Measured | None, law: Law) -> Ahead:
    group = _group(asked, scenario)
    factor = assumed("mortality_multiplier", scenario.assumptions)
    scholarship = assumed("jkm_scholarship_per_death", scenario.assumptions)
    leaving = scenario.leaving.value.central if scenario.leaving else 0.0
    members = _members(asked.members)
    found = [
        projection(members, 12 * asked.years, life_table(), multiplier=each, leaving=leaving, last_age=asked.last_age)
        for each in (factor.value.low, factor.value.central, factor.value.high)
    ]
    prices = Prices(law, scenario.first, scenario.wage_growth.value.central if scenario.wage_growth else 0.0)
    years = tuple(
        _year(scenario.first + n, slice(12 * n, 12 * n + 12), found, group, prices, scholarship.value)
        for n in range(asked.years)
    )
    number = sum(band.persons for band in asked.members)
    return Ahead(group.code, number, asked.last_age, leaving, years, (factor, scholarship))


def _group(asked: Asked, scenario: Scenario) -> Group:
    found = [group for group in scenario.groups if not asked.group or group.code == asked.group]
    if not found:
        told = Words("bukan kelompok dari skenario ini", "no group of this scenario")
        raise Unplannable([PlanFault("projection.group", asked.group, told, SEE_TEMPLATE)])
    return found[0]


def _members(bands: tuple[Ages, ...]) -> Members:
    """One row for each sex, age and month of birth: birthdays are taken to be spread evenly over the year."""
    known: Mapping[tuple[str, int], int] = dict(each_age(bands))
    rows = [(12 * age + month, SEXES.index(sex), n / 12) for (sex, age), n in known.items() for month in range(12)]
    months, sex, number = (np.array(column) for column in zip(*rows, strict=True))
    return Members(months.astype(np.int64), sex.astype(np.int64), number, np.ones(len(number)))


def _year(
    year: int,
    months: slice,
    found: list[Projection],
    group: Group,
    prices: Prices,
    scholarship: Estimate,
) -> YearAhead:
    """The three ways into one year; who dies more often pays less and costs more, so that ranges are put in order."""
    funding = group.payers[0].funding
    each = [prices.of(group.route, funding, dt.date(year, month, 1)) for month in range(1, 13)]
    whole = np.array([price.amount for price in each], dtype=float)
    jkm = np.array([price.programmes.get("JKM", 0) for price in each], dtype=float)
    day = dt.date(year, 1, 1)
    lawful = prices.law.value(
        "jkm_benefit", date=day, months_paid=PAID_LONG, **prices.inputs(group.route, funding, year)
    )
    grant = int(lawful.value or 0)
    deaths = _range([one.deaths[months].sum() for one in found])
    return YearAhead(
        year=year,
        living=_range([one.living[months][0] for one in found]),
        person_months=_range([one.living[months].sum() for one in found]),
        contributions=_range([_paid(one, months, whole) for one in found]),
        jkm=_range([_paid(one, months, jkm) for one in found]),
        deaths=deaths,
        benefits=Estimate(
            deaths.low * (grant + scholarship.low),
            deaths.central * (grant + scholarship.central),
            deaths.high * (grant + scholarship.high),
        ),
        grant=grant,
        verified=lawful.verified and all(price.verified for price in each),
    )


def _paid(one: Projection, months: slice, price: NDArray[np.float64]) -> float:
    return float(one.paying[months] @ price)


def _range(three: list[float]) -> Estimate:
    return Estimate(float(min(three)), float(three[1]), float(max(three)))


PART = Part("projection", Words("Anggota dari tahun ke tahun", "Members into the years"), _read, _make)
