"""Field `claims` of a scenario: what the people it covers are expected to bring in claims, year by year, with its range."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from semesta.basics import shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import Words
from semesta.law.law import Law
from semesta.monev.measured import Measured
from semesta.planning.assumptions import LIFE_TABLE, Assumption, assumed, life_table
from semesta.planning.budget import Need, budget
from semesta.planning.claims import Expected, Experience, deaths_per_year, expected, frequency
from semesta.planning.cover import Route
from semesta.planning.estimate import Estimate
from semesta.planning.fields import Fields
from semesta.planning.lapse import waiting
from semesta.planning.own_experience import experience_of
from semesta.planning.parts import Part
from semesta.planning.price import Prices
from semesta.planning.scenario import Scenario

RISKS = ("JKK", "JKM")
"""Programmes of which claims are expected: JHT pays members' own savings."""
OLDEST = 64
SEXES = ("L", "P", "")


@dataclass(frozen=True, slots=True)
class Ages:
    """Persons of a group by age, each age of a band as many; the sex "" where it is not known."""

    first: int
    last: int
    sex: str
    persons: int


@dataclass(frozen=True)
class Asked:
    """Own cases by programme and segment, and ages by group, where the office knows them."""

    experience: Mapping[tuple[str, str], Experience]
    ages: Mapping[str, tuple[Ages, ...]]
    not_seen: tuple[Words, ...] = ()
    """Why a round's own cases are no experience."""


@dataclass(frozen=True, slots=True)
class Row:
    """One group, year and programme: what is paid in and what is expected to be paid out, in rupiah."""

    group: str
    year: int
    contributions: int
    found: Expected
    verified: bool

    @property
    def ratio(self) -> Estimate:
        """Expected claims against contributions."""
        paid_in = self.contributions
        return self.found.amount.at(lambda amount: amount / paid_in if paid_in else 0.0)


@dataclass(frozen=True)
class Claims:
    """Everything expected of a scenario, with the assumptions used."""

    rows: tuple[Row, ...]
    assumptions: tuple[Assumption, ...]
    notes: tuple[Words, ...]

    def of(self, year: int, programme: str) -> list[Row]:
        return [row for row in self.rows if row.year == year and row.found.programme == programme]


def _read(fields: Fields) -> Asked:
    seen: dict[tuple[str, str], Experience] = {}
    for one in fields.each("experience"):
        key = one.choice("programme", RISKS, "JKM"), one.choice("segment", ("BPU", "PU"), "BPU")
        seen[key] = Experience(one.whole("cases"), float(one.whole("person_years", least=1)), one.text("source"))
        one.close()
    ages: dict[str, tuple[Ages, ...]] = {}
    for one in fields.each("ages"):
        group = one.code("group", GROUPS)
        ages[group] = (*ages.get(group, ()), ages_of(one))
        one.close()
    fields.close()
    return Asked(seen, ages)


def ages_of(fields: Fields) -> Ages:
    first, last = fields.whole("from", least=15), fields.whole("to", least=15)
    if last < first or last > OLDEST + 15:
        told = Words(f"harus naik, paling tinggi {OLDEST + 15}", f"must rise, at most {OLDEST + 15}")
        fields.fault("to", last, told, Words("tulis misalnya from: 25, to: 34", "write it as from: 25, to: 34"))
        last = first
    return Ages(first, last, fields.choice("sex", SEXES, ""), fields.whole("persons", least=1))


def _make(asked: Asked, scenario: Scenario, measured: Measured | None, law: Law) -> Claims:
    return claims_of(with_round(asked, measured, law), scenario, law)


def with_round(asked: Asked, measured: Measured | None, law: Law) -> Asked:
    """With what the round itself has seen, where the scenario names no experience of its own."""
    if measured is None:
        return asked
    seen = experience_of(measured, law)
    return replace(asked, experience={**seen.found, **asked.experience}, not_seen=seen.lacking)


def claims_of(asked: Asked, scenario: Scenario, law: Law, *, only: int | None = None) -> Claims:
    """What is expected of every year of a scenario, or of `only` one of them."""
    prices = Prices(law, scenario.first, scenario.wage_growth.value.central if scenario.wage_growth else 0.0)
    needed = budget(scenario, prices)
    used: dict[str, Assumption] = {}
    rows = [
        _row(need, programme, need.route, prices, asked, scenario, used)
        for need in needed.needs
        for programme in RISKS
        if need.person_months and only in (None, need.year)
    ]
    return Claims(tuple(rows), tuple(used.values()), tuple(_notes(asked)))


def _row(
    need: Need,
    programme: str,
    route: Route,
    prices: Prices,
    asked: Asked,
    scenario: Scenario,
    used: dict[str, Assumption],
) -> Row:
    def known(name: str) -> Estimate:
        used[name] = assumed(name, scenario.assumptions)
        return used[name].value

    segment = route.segment
    years = need.person_months / 12
    own = asked.experience.get((programme, segment))
    if programme == "JKM":
        ages = asked.ages.get(need.group)
        often = deaths_per_year(dict(each_age(ages)), life_table(), known("mortality_multiplier")) if ages else None
        often = often or known(f"jkm_deaths_{segment.lower()}")
        cost, each, verified = _grant(need, route, prices, known("jkm_scholarship_per_death"))
        spread = 0.0
    else:
        often = known(f"jkk_cases_{segment.lower()}")
        cost, spread = known(f"jkk_cost_{segment.lower()}"), known("jkk_cost_spread").central
        name = used[f"jkk_cost_{segment.lower()}"]
        each, verified = Words(name.said("id"), name.said("en")), True
    found = expected(programme, segment, years, frequency(often, own), cost, each, spread=spread, seed=scenario.seed)
    return Row(need.group, need.year, _paid_in(need, programme, route, prices), found, verified)


def each_age(ages: tuple[Ages, ...]) -> Iterator[tuple[tuple[str, int], int]]:
    """Persons by sex and age; what does not divide goes to the youngest of a band."""
    counts: dict[tuple[str, int], int] = {}
    for band in ages:
        width = band.last - band.first + 1
        for n, age in enumerate(range(band.first, band.last + 1)):
            key = band.sex, age
            counts[key] = counts.get(key, 0) + band.persons // width + (n < band.persons % width)
    yield from counts.items()


def _grant(need: Need, route: Route, prices: Prices, scholarship: Estimate) -> tuple[Estimate, Words, bool]:
    """What a death pays by law, less while those added wait, and the scholarships assumed."""
    day = dt.date(need.year, need.payer.first_month, 1)
    months, full, least, verified = waiting(prices.law, route, prices, need.payer, day)
    paid_months = need.person_months / need.persons if need.persons else 0
    share = need.added * min(months, paid_months) / need.person_months
    grant = full - share * (full - least)
    said = Words(
        f"santunan {shown.rupiah(full, 'id')} menurut hukum {need.year}"
        + (f", dalam masa tunggu {shown.rupiah(least, 'id')}" if share else "")
        + ", ditambah beasiswa (asumsi)",
        f"a grant of {shown.rupiah(full, 'en')} by the law of {need.year}"
        + (f", {shown.rupiah(least, 'en')} within the waiting time" if share else "")
        + ", and scholarships (assumed)",
    )
    return scholarship.at(lambda each: grant + each), said, verified


def _paid_in(need: Need, programme: str, route: Route, prices: Prices) -> int:
    """Contributions of one programme in whole rupiah; 0 where the office reckons with a price of its own that nobody splits."""
    months = range(need.payer.first_month, need.payer.last_month + 1)
    each = [prices.of(route, need.payer.funding, dt.date(need.year, month, 1)).programmes for month in months]
    paid = sum(price.get(programme, 0) for price in each)
    return round(paid / len(each) * need.person_months)


def _notes(asked: Asked) -> Iterator[Words]:
    yield Words(
        "selang 90 %: frekuensi yang tidak diketahui pasti, biaya satu kasus, dan kebetulan",
        "range of 90 %: what is not known of the frequency, the cost of a case, and chance",
    )
    if asked.ages:
        yield LIFE_TABLE
    for (programme, segment), one in asked.experience.items():
        yield Words(
            f"pengalaman sendiri {programme} {segment}: {one.cases} kasus dalam {one.years:.0f} orang-tahun; {one.source}",
            f"own experience {programme} {segment}: {one.cases} cases in {one.years:.0f} person-years; {one.source}",
        )
    yield from asked.not_seen


PART = Part("claims", Words("Manfaat yang diharapkan", "Expected claims"), _read, _make)
