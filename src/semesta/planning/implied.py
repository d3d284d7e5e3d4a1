"""From two totals back to people: what must be true for these contributions and these claims to have come about."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from semesta.basics import chance, shown
from semesta.basics.words import Words
from semesta.law.law import Law
from semesta.planning.assumptions import Assumption, assumed
from semesta.planning.cover import PACKAGES, Route
from semesta.planning.deficit import Expectation
from semesta.planning.estimate import Estimate
from semesta.planning.fields import Assumed
from semesta.planning.lawful import Terms, terms
from semesta.planning.price import Prices

MOST_MIXES = 3


@dataclass(frozen=True, slots=True)
class Priced:
    """A monthly price by law of BPU and the person-months that would come to the contributions at that price alone."""

    package: str
    income: int
    """From which monthly income on this price holds; 0 is the lowest."""
    price: int
    months: int
    left: int
    """Rupiah that no whole person-month explains; 0 where this price alone explains the sum."""


@dataclass(frozen=True, slots=True)
class Mix:
    """Two prices that together come to the contributions exactly; the first for as many person-months as can be."""

    first: Priced
    first_months: int
    second: Priced
    second_months: int


@dataclass(frozen=True, slots=True)
class Implied:
    """What two totals of one scope imply; money in whole rupiah, frequencies per 1,000 person-years.

    Deaths are as many as the claims would be if all were death grants of JKM: `deaths` at the full grant, at least `fewest` (each
    with the most that can be paid), and at most `most` (funeral costs alone, as within a waiting time, where there is one).
    """

    contributions: int
    claims: int
    month: dt.date
    terms: Terms
    prices: tuple[Priced, ...]
    step: int
    """Every mix of prices of BPU is a multiple of this."""
    mixes: tuple[Mix, ...]
    deaths: float
    fewest: int
    most: int
    usual: Assumption
    """Deaths assumed of people without wage, to be held beside those implied."""
    programme: str = ""
    """Of which alone both totals are; "" for the package together."""

    @property
    def cases(self) -> int:
        """Deaths as a whole number, between the fewest and the most that the claims can be."""
        return min(max(round(self.deaths), self.fewest), self.most)

    @property
    def ratio(self) -> float:
        return self.claims / self.contributions

    @property
    def has_other_payments(self) -> bool:
        """Whether something must have been paid beside BPU's fixed prices: a share of wages, a fine, a correction."""
        return self.contributions % self.step != 0

    @property
    def person_years(self) -> float:
        """At the lowest price of the usual package, or of the programme."""
        return self.contributions / self.prices[0].price / 12

    @property
    def frequency(self) -> float:
        return 1000 * self.deaths / self.person_years

    @property
    def frequency_interval(self) -> tuple[float, float]:
        """What chance alone leaves open at 95 %, when so many deaths were seen."""
        low, high = chance.interval(self.cases)
        return 1000 * low / self.person_years, 1000 * high / self.person_years

    @property
    def ratio_interval(self) -> tuple[float, float]:
        """The ratios that would be as likely to end in this one: 95 %, by the number of deaths alone."""
        low, high = chance.interval(self.cases)
        scale = self.claims / max(self.cases, 1) / self.contributions
        return low * scale, high * scale


def expected_of(
    found: Implied, jkm: Expectation, replaced: Mapping[str, Assumed] | None = None
) -> tuple[Expectation, float]:
    """What is to be expected of the usual package together, and the part of it that is JKM's.

    JKM as this says, JKK by its assumed cases and their cost: a ratio of JKM alone never holds for contributions that pay for JKK
    too; of totals of JKM alone it does.
    """
    if found.programme == "JKM":
        return jkm, 1.0
    often, cost = assumed("jkk_cases_bpu", replaced), assumed("jkk_cost_bpu", replaced)
    whole, of_jkm = found.prices[0].price, found.terms.price or 0
    bounds = [
        (each * of_jkm + cases / 1000 / 12 * rupiah) / whole
        for each, cases, rupiah in zip(jkm.ratio, often.value, cost.value, strict=True)
    ]
    source = Words(
        f"JKM {shown.rupiah(of_jkm, 'id')} dari {shown.rupiah(whole, 'id')} sebulan: {jkm.source.id}; selebihnya JKK: {often.said('id')}, "
        f"{cost.said('id')}",
        f"JKM {shown.rupiah(of_jkm, 'en')} of {shown.rupiah(whole, 'en')} a month: {jkm.source.en}; the rest JKK: {often.said('en')}, "
        f"{cost.said('en')}",
    )
    central = bounds[1] * whole
    part = jkm.ratio.central * of_jkm / central if central else 0.0
    return Expectation(Estimate(*bounds), source), part


def implied(
    law: Law,
    contributions: int,
    claims: int,
    month: dt.date,
    programme: str = "",
    replaced: Mapping[str, Assumed] | None = None,
) -> Implied:
    """What the two totals imply by the law of a month, of people who work without wage.

    Args:
        programme: JKM where both totals are of it alone; "" where contributions pay for the whole package.
        replaced: the reader's own assumptions in the place of ours.

    Raises:
        ValueError: a total that is not above zero.
        NoLawOnDate: a month before the law.
    """
    if contributions <= 0 or claims <= 0:
        raise ValueError("both totals must be above zero")
    said = terms(law, "JKM", "BPU", month)
    prices = tuple(_prices(law, contributions, month))
    if programme == "JKM":
        price = said.price or prices[0].price
        prices = (Priced("JKM", 0, price, contributions // price, contributions % price),)
    return Implied(
        contributions,
        claims,
        month,
        said,
        prices,
        math.gcd(*(one.price for one in prices)),
        tuple(_mixes(contributions, prices)),
        claims / (said.benefit or math.nan),
        -(-claims // (said.most or 1)),
        claims // (said.least or 1),
        assumed("jkm_deaths_bpu", replaced),
        programme,
    )


def _prices(law: Law, contributions: int, month: dt.date) -> Iterator[Priced]:
    """The prices of each band of income, each package's lowest first."""
    bands = law.book.parameters["bpu_basis_by_income"].on(month)
    incomes = sorted(int(key) for key in bands.value) if bands and not isinstance(bands.value, int | str) else [0]
    prices, seen = Prices(law, month.year), set[int]()
    for income in incomes:
        for package in PACKAGES:
            route = Route("BPU", package, "other", income_per_month=income or None)
            price = prices.of(route, "apbd", month).amount
            if price not in seen:
                seen.add(price)
                yield Priced(package, income, price, contributions // price, contributions % price)


def _mixes(contributions: int, prices: Sequence[Priced]) -> list[Mix]:
    """The lowest price with one other so that they come to the sum exactly, most person-months at the lowest first."""
    lowest, *others = prices
    found: list[Mix] = []
    for other in others if lowest.left else ():
        many = _most_of_first(contributions, lowest.price, other.price)
        if many is not None:
            found.append(Mix(lowest, many, other, (contributions - many * lowest.price) // other.price))
    return sorted(found, key=lambda mix: mix.second_months)[:MOST_MIXES]


def _most_of_first(total: int, first: int, second: int) -> int | None:
    """The most of `first` with which the rest is a whole number, not none, of `second`."""
    for months in range(total // first, max(total // first - second, 0), -1):
        rest = total - months * first
        if rest and rest % second == 0:
            return months
    return None
