"""Field `claims` of a scenario: what the people it covers are expected to bring in claims, year by year, with its range."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from semesta.basics import shown
from semesta.basics.words import Words
from semesta.law.law import Law
from semesta.monev.measured import Measured
from semesta.planning.ages_of_round import AgesSeen, ages_seen
from semesta.planning.assumptions import Assumption, assumed, life_table
from semesta.planning.budget import Need, budget
from semesta.planning.claims import (
    EVEN,
    Expected,
    Experience,
    Frequency,
    average_cost,
    deaths_per_year,
    expected,
    frequency,
)
from semesta.planning.claims_asked import Asked, each_age, read_claims
from semesta.planning.claims_notes import notes
from semesta.planning.cover import ALL, Route
from semesta.planning.estimate import Estimate
from semesta.planning.exposed import Exposed, exposed
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.own_experience import experience_of
from semesta.planning.parts import Part
from semesta.planning.portfolio import COVERED_AGES
from semesta.planning.price import Prices, prices_of
from semesta.planning.risk import STRENGTH, Risk, risk_of
from semesta.planning.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Row:
    """One group, payer, year and programme: what is paid in and what is expected to be paid out, in rupiah."""

    group: str
    funding: str
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


def _make(asked: Asked, scenario: Scenario, measured: Measured | None, law: Law) -> Claims:
    codes = {group.code for group in scenario.groups}
    if strange := [(at, code) for at, code in asked.named if code not in codes]:
        told = Words("bukan kelompok dalam rencana ini", "is no group of this plan")
        allowed = ", ".join(code or ALL[0] for code in sorted(codes))
        fix = Words(f"pilih: {allowed}", f"one of: {allowed}")
        raise Unplannable([PlanFault(at, code or ALL[0], told, fix) for at, code in strange])
    return claims_of(with_round(asked, scenario, measured, law), scenario, law)


def with_round(asked: Asked, scenario: Scenario, measured: Measured | None, law: Law) -> Asked:
    """With what the round itself has seen, where the scenario names no experience and no ages of its own."""
    if measured is None:
        return asked
    seen = experience_of(measured, law)
    ages = ages_seen(measured, scenario.place)
    return replace(asked, experience={**seen.found, **asked.experience}, seen_ages=ages, not_seen=seen.lacking)


def claims_of(asked: Asked, scenario: Scenario, law: Law, *, only: int | None = None) -> Claims:
    """What is expected of every year of a scenario, or of `only` one of them."""
    known = _Known(asked, scenario, law)
    needs = [need for need in budget(scenario, known.prices).needs if need.person_months and only in (None, need.year)]
    rows = [row for need in needs for row in known.rows(need)]
    told = notes(asked, known.risks, known.by_age, known.costs, known.used)
    unpaid = [UNPAID] if known.is_covered_unpaid else []
    return Claims(tuple(rows), tuple(known.used.values()), (*unpaid, *told))


UNPAID = Words(
    "orang-tahun ialah yang terlindungi menurut hukum, juga bulan yang tidak dibayar tetapi masih terlindungi; sesudah bulan tanpa perlindungan "
    "masa tunggu JKM dianggap mulai lagi",
    "person-years are those covered by law, unpaid months that are still covered among them; after months without cover the waiting time "
    "of JKM is taken to begin anew",
)


class _Known:
    """What a scenario's claims rest on, and which assumptions and risks were used of it."""

    def __init__(self, asked: Asked, scenario: Scenario, law: Law) -> None:
        self.asked, self.scenario, self.prices = asked, scenario, prices_of(scenario, law)
        self.used: dict[str, Assumption] = {}
        self.risks: dict[tuple[str, Route], Risk | None] = {}
        self.by_age: dict[str, AgesSeen] = {}
        self.costs: dict[str, tuple[Estimate, float]] = {}
        self.is_covered_unpaid = False

    def rows(self, need: Need) -> tuple[Row, Row]:
        """One need's accidents and deaths."""
        cover = exposed(need, self.prices)
        self.is_covered_unpaid |= cover.months != need.person_months
        return self._accidents(need, cover), self._deaths(need, cover)

    def _assumed(self, name: str) -> Estimate:
        self.used[name] = assumed(name, self.scenario.assumptions)
        return self.used[name].value

    def _deaths(self, need: Need, cover: Exposed) -> Row:
        segment = need.route.segment
        often = frequency(self._deaths_often(segment, self._ages(need)), self._own("JKM", segment))
        cost, each = _grant(need.year, cover, self._assumed("jkm_scholarship_per_death"))
        return self._row(need, cover, "JKM", often, cost, each, verified=cover.grant.verified)

    def _deaths_often(self, segment: str, ages: Mapping[tuple[str, int], float]) -> Estimate:
        """Deaths per 1,000 person-years.

        By age those without wage die as the population does. Of those with a wage far fewer deaths are published than the
        population would have: theirs are the published ones, as much higher or lower as these ages and sexes are than usual.
        """
        if ages and segment != "PU":
            return deaths_per_year(ages, life_table(), self._assumed("mortality_multiplier"))
        often = self._assumed(f"jkm_deaths_{segment.lower()}")
        if not ages:
            return often
        men = self._assumed("men_among_members").central
        usual = {(sex, age): part for age in COVERED_AGES for sex, part in (("L", men), ("P", 1 - men))}
        here, there = (deaths_per_year(some, life_table(), EVEN).central for some in (ages, usual))
        return often.at(lambda each: each * here / there)

    def _ages(self, need: Need) -> Mapping[tuple[str, int], float]:
        """Of the group as the scenario says them, else of its segment as the round does."""
        if own := self.asked.ages.get(need.group):
            return dict(each_age(own))
        seen = self.asked.seen_ages.get(need.route.segment)
        if seen is None:
            return {}
        self.by_age[need.route.segment] = seen
        return seen.weights

    def _accidents(self, need: Need, cover: Exposed) -> Row:
        segment = need.route.segment
        risk = self._risk(need)
        relative = risk.relative if risk else EVEN
        often = frequency(self._assumed(f"jkk_cases_{segment.lower()}"), self._own("JKK", segment), relative)
        name = f"jkk_cost_{segment.lower()}"
        assumed_cost, spread = self._assumed(name), self._assumed("jkk_cost_spread").central
        cost, weight = average_cost(assumed_cost, spread, self._own("JKK", segment))
        if weight:
            self.costs[segment] = cost, weight
        each = Words(self.used[name].said("id"), self.used[name].said("en"))
        return self._row(need, cover, "JKK", often, cost, each, spread=spread)

    def _own(self, programme: str, segment: str) -> Experience | None:
        return self.asked.experience.get((programme, segment))

    def _risk(self, need: Need) -> Risk | None:
        key = need.group, need.route
        if key not in self.risks:
            own, day = self.asked.risks.get(need.group), dt.date(need.year, 1, 1)
            has_class = own is None and need.route.segment == "PU" and need.route.risk_class is not None
            strength = self._assumed(STRENGTH) if has_class else EVEN
            self.risks[key] = risk_of(need.route, own, self.prices.law, day, strength)
        return self.risks[key]

    def _row(
        self,
        need: Need,
        cover: Exposed,
        programme: str,
        often: Frequency,
        cost: Estimate,
        each: Words,
        *,
        spread: float = 0.0,
        verified: bool = True,
    ) -> Row:
        years, seed = cover.months / 12, self.scenario.seed
        found = expected(programme, need.route.segment, years, often, cost, each, spread=spread, seed=seed)
        return Row(need.group, need.payer.funding, need.year, _paid_in(need, programme, self.prices), found, verified)


def _grant(year: int, cover: Exposed, scholarship: Estimate) -> tuple[Estimate, Words]:
    """What a death pays by law, less while people wait, and the scholarships assumed, none of who has not earned them yet."""
    full, least, needed = cover.grant.full, cover.grant.least, cover.scholarship_after
    waits, early = cover.waiting / cover.months, cover.unearned / cover.months
    grant = full - waits * (full - least)
    said = Words(
        f"santunan {shown.rupiah(full, 'id')} menurut hukum {year}"
        + (f", dalam masa tunggu {shown.rupiah(least, 'id')}" if waits else "")
        + ", ditambah beasiswa (asumsi)"
        + (f"; yang ditambah dalam rencana baru sesudah {needed} bulan iuran" if early else ""),
        f"a grant of {shown.rupiah(full, 'en')} by the law of {year}"
        + (f", {shown.rupiah(least, 'en')} within the waiting time" if waits else "")
        + ", and scholarships (assumed)"
        + (f"; of those the plan adds only after {needed} months of contribution" if early else ""),
    )
    return scholarship.at(lambda each: grant + each * (1 - early)), said


def _paid_in(need: Need, programme: str, prices: Prices) -> int:
    """Contributions of one programme in whole rupiah; 0 where the office reckons with a price of its own that nobody splits."""
    paid = 0
    for month in range(need.payer.first_month, need.payer.last_month + 1):
        persons = need.kept + (need.added if month >= need.payer.begins else 0)
        price = prices.of(need.route, need.payer.funding, dt.date(need.year, month, 1))
        paid += persons * price.programmes.get(programme, 0)
    return paid


EXAMPLE = """
# claims:                                 # manfaat yang diharapkan; tanpa isian di bawahnya cukup claims: {}
#   experience:                           # pengalaman sendiri, bila ada: kasus dalam sekian orang-tahun
#     - {programme: JKM, segment: BPU, cases: 9, person_years: 2100, source: kantor cabang}
#     - {programme: JKK, segment: BPU, cases: 12, person_years: 2100, amount: Rp90 juta, source: kantor cabang}
#   ages:                                 # umur anggota, bila diketahui: kematian menurut tabel kematian
#     - {group: rentan.nelayan, from: 30, to: 49, sex: L, persons: 300}
#   risks:                                # sesering apa kasus JKK suatu kelompok dibanding rata-rata segmennya (1), dengan sumbernya
#     - {group: rentan.nelayan, relative: {low: 1, central: 1.5, high: 2, source: catatan kantor cabang}}
"""

PART = Part("claims", Words("Manfaat yang diharapkan", "Expected claims"), read_claims, _make, EXAMPLE)
