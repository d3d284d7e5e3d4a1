"""The average indexed wage: each year's wage up to its cap, lifted by the inflation from then to the year before the pension."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from semesta.basics.shown import rupiah, share
from semesta.basics.words import Lang, Words, joined, same
from semesta.law.grammar import MILLION
from semesta.law.history import by_month, by_year, first_day, month_of, rates_by_year
from semesta.law.items import Facts
from semesta.law.law import Law

WAGE_NEEDS = ("wage_history", "wage_by_year", "inflation", "jp_caps")
"""What a case may say of wages: by month, or one per year; the inflation by year in percent, and caps that are supposed."""

_MARCH = 3
# The programme began in July 2015; a wage stated for the whole of that year counts by the cap of its second half.
_BEGAN = 2015 * 12 + 6


@dataclass(frozen=True)
class YearOfWage:
    """One year: the wage per month up to the cap, for how many months, and what it is worth in the year of the pension.

    `index` and `indexed` are None where the inflation of a year between is not known.
    """

    year: int
    wage: int
    months: int
    index: Fraction | None

    @property
    def indexed(self) -> int | None:
        return None if self.index is None else _whole(self.wage * self.index)


@dataclass(frozen=True)
class Average:
    """The average indexed wage per month in whole rupiah, None where it cannot be known; `told` gives every year."""

    amount: int | None
    months: int
    verified: bool
    told: Words


def average_wage(case: Facts, law: Law, pension: dt.date) -> Average | None:
    """The average over the months of contribution; None where the case says no wages.

    Of wages by month each month has the same weight, as Pasal 17 averages over the contribution time; of wages by year
    each year. Months from the pension on do not count.

    Raises:
        InputError: a history that cannot be read.
    """
    caps, inflation = _Caps(law, by_year(case, "jp_caps")), _Inflation(law, rates_by_year(case, "inflation"), pension)
    by_months = {m: w for m, w in by_month(case, "wage_history", "wage_per_month").items() if m < month_of(pension)}
    wages = {year: w for year, w in by_year(case, "wage_by_year").items() if year <= pension.year}
    if not by_months and not wages:
        return None
    years = _years_of_months(by_months, caps, inflation) if by_months else _years(wages, caps, inflation)
    months = sum(year.months for year in years)
    known = [year.indexed * year.months for year in years if year.indexed is not None]
    amount = _whole(Fraction(sum(known), months)) if len(known) == len(years) else None
    told = joined([_told(year) for year in years], "\n") + inflation.lacking() + caps.note() + inflation.note()
    return Average(amount, months, not caps.doubts and not inflation.doubts, told)


def _years_of_months(wages: Mapping[int, int], caps: _Caps, inflation: _Inflation) -> list[YearOfWage]:
    found = []
    for year in sorted({month // 12 for month in wages}):
        capped = [caps.capped(month, wage) for month, wage in wages.items() if month // 12 == year]
        found.append(YearOfWage(year, _whole(Fraction(sum(capped), len(capped))), len(capped), inflation.index(year)))
    return found


def _years(wages: Mapping[int, int], caps: _Caps, inflation: _Inflation) -> list[YearOfWage]:
    found = []
    for year, wage in sorted(wages.items()):
        months = range(max(year * 12, _BEGAN), year * 12 + 12)
        capped = [caps.capped(month, wage) for month in months]
        found.append(YearOfWage(year, _whole(Fraction(sum(capped), len(capped))), 12, inflation.index(year)))
    return found


class _Caps:
    """The cap of each month: by law, or for years that nothing is announced for as the case supposes, each from 1 March."""

    def __init__(self, law: Law, supposed: Mapping[int, int]) -> None:
        self.law, self.supposed = law, supposed
        self.doubts: dict[str, Words] = {}

    def capped(self, month: int, wage: int) -> int:
        """The wage up to the cap of the month. A doubtful cap is told of only where the wage comes near it."""
        cap, doubts = self._of(month)
        if doubts and wage > min(cap, self._of(month + 1)[0]):
            self.doubts.update({doubt.id: doubt for doubt in doubts})
        return min(wage, cap)

    def _of(self, month: int) -> tuple[int, list[Words]]:
        since = month // 12 if month % 12 + 1 >= _MARCH else month // 12 - 1
        if since in self.supposed:
            return self.supposed[since], []
        announced = self.law.value("jp_wage_cap", date=first_day(month))
        earlier = [year for year in self.supposed if year < since]
        if not announced.verified and earlier:
            return self.supposed[max(earlier)], []
        return int(announced.value or 0), [doubt.note for doubt in announced.doubts]

    def note(self) -> Words:
        return _doubted(list(self.doubts.values()))


class _Inflation:
    """The general inflation of each year up to the one before the pension: as the case says, else as is known."""

    def __init__(self, law: Law, given: Mapping[int, int], pension: dt.date) -> None:
        self.law, self.given, self.pension = law, given, pension
        self.missing: set[int] = set()
        self.doubts: dict[str, Words] = {}

    def index(self, year: int) -> Fraction | None:
        rates = [self._of(between) for between in range(year, self.pension.year)]
        index = Fraction(1)
        for rate in rates:
            if rate is None:
                return None
            index *= Fraction(MILLION + rate, MILLION)
        return index

    def _of(self, year: int) -> int | None:
        if year in self.given:
            return self.given[year]
        found = self.law.value("jp_inflation", date=self.pension, jp_year=year)
        self.doubts.update({doubt.note.id: doubt.note for doubt in found.doubts})
        if found.value is None:
            self.missing.add(year)
            return None
        return int(found.value)

    def lacking(self) -> Words:
        if not self.missing:
            return same("")
        years = ", ".join(map(str, sorted(self.missing)))
        return Words(
            f"\nbelum diketahui, perlu diisi: inflasi tahun {years} dalam persen (inflation)",
            f"\nnot known, to be given: the inflation of {years} in percent (inflation)",
        )

    def note(self) -> Words:
        return _doubted(list(self.doubts.values()))


def _doubted(notes: list[Words]) -> Words:
    return Words("\nbelum terverifikasi: ", "\nnot verified: ") + joined(notes, "; ") if notes else same("")


def _whole(exact: Fraction) -> int:
    """Half up: BPJS shows each indexed wage in whole rupiah, and the published ones come out so."""
    return int(exact + Fraction(1, 2))


def _told(year: YearOfWage) -> Words:
    return Words(_line(year, "id") + f" ({year.months} bulan)", _line(year, "en") + f" ({year.months} months)")


def _line(year: YearOfWage, lang: Lang) -> str:
    index = "?" if year.index is None else share(float(year.index), lang)
    worth = "?" if year.indexed is None else rupiah(year.indexed, lang)
    return f"{year.year}: {rupiah(year.wage, lang)} × {index} = {worth}"
