"""What a member has saved: the balance that a case states, or contributions by month with their development."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from semesta.basics.shown import rupiah
from semesta.basics.words import Words, joined, same
from semesta.law.account import AccountYear, account, first_without_rate
from semesta.law.explain import shown
from semesta.law.faults import InputError
from semesta.law.history import by_month, first_day, month_of, rates_by_year
from semesta.law.items import Facts
from semesta.law.law import Law

SAVED_NEEDS = ("wage_history", "income_history", "contribution_history", "opening_balance", "yields")
"""What a case may say of savings: wages, incomes or contributions by month, a balance to begin with, yields by year."""


@dataclass(frozen=True)
class Programme:
    """How one programme saves: the input that states a balance, its monthly contribution and its published yield, if any."""

    balance: str
    contribution: str
    published_yield: str | None


@dataclass(frozen=True)
class Saved:
    """A balance in whole rupiah with its reasons. An `amount` of None is not known, and `told` says what is missing."""

    amount: int | None
    verified: bool
    told: Words


@dataclass(frozen=True)
class _Rate:
    rate: int | None
    verified: bool
    note: Words


def saved(case: Facts, law: Law, until: dt.date, programme: Programme) -> Saved:
    """The balance at the end of a day.

    Raises:
        InputError: a history that cannot be read.
        NoLawOnDate: a wage of a month in which there was no contribution by law; the balance of then is to be given instead.
    """
    if (stated := case.get(programme.balance)) is not None:
        title = law.book.inputs[programme.balance].title
        return Saved(stated, True, title + same(": ") + _money(stated))
    paid_in, paid_in_verified = _paid_in(case, law, programme)
    opening = _opening(case, until)
    if opening is None and not any(month <= month_of(until) for month in paid_in):
        return Saved(None, True, _wanted(programme))
    rates = _rates(case, law, until, programme, from_year=opening[0] + 1 if opening else min(paid_in) // 12)
    before = law.value("jht_months_before_yield", date=until)
    known = {year: rate.rate for year, rate in rates.items() if rate.rate is not None}
    years = account(paid_in, known, until=until, opening=opening, months_before_yield=int(before.value or 0))
    verified = paid_in_verified and (before.verified or not any(year.paid_in for year in years))
    used = [rates[year.year] for year in years if year.development]
    told = joined([_told(year, rates.get(year.year)) for year in years], "\n")
    return Saved(
        years[-1].closing, verified and all(r.verified for r in used), told + _lacking(years) if years else told
    )


def _paid_in(case: Facts, law: Law, programme: Programme) -> tuple[dict[int, int], bool]:
    """Contributions by month, and whether they rest on verified law."""
    paid_in = by_month(case, "contribution_history", "contribution_per_month")
    verified = True
    for name, amount, segment in (
        ("wage_history", "wage_per_month", "PU"),
        ("income_history", "income_per_month", "BPU"),
    ):
        for month, rupiah_ in by_month(case, name, amount).items():
            given: dict[str, int | str] = {"segment": segment, amount: rupiah_}
            due = law.value(programme.contribution, date=first_day(month), **given)
            # Two jobs in one month both pay in.
            paid_in[month] = paid_in.get(month, 0) + int(due.value or 0)
            verified = verified and due.verified
    return paid_in, verified


def _opening(case: Facts, until: dt.date) -> tuple[int, int] | None:
    """The balance at the end of a year before the day, as (year, rupiah)."""
    given = case.get("opening_balance")
    if given is None:
        return None
    year, balance = (given.get("year"), given.get("balance")) if isinstance(given, Mapping) else (None, None)
    if type(year) is not int or type(balance) is not int or balance < 0 or not 1977 < year < until.year:
        fault = Words(
            f": harus berisi year sebelum {until.year} dan balance dalam rupiah bulat, saldo pada akhir tahun itu",
            f": must hold a year before {until.year} and balance in whole rupiah, as of the end of that year",
        )
        raise InputError([same("opening_balance") + fault])
    return year, balance


def _rates(case: Facts, law: Law, until: dt.date, programme: Programme, *, from_year: int) -> dict[int, _Rate]:
    """The development of each year: what the case says, else what was published."""
    own = rates_by_year(case, "yields")
    rates = {}
    for year in range(from_year, until.year + 1):
        if year in own:
            rates[year] = _Rate(own[year], True, Words("menurut isian", "as given"))
        elif programme.published_yield:
            found = law.value(programme.published_yield, date=until, jht_year=year)
            notes = [doubt.note for doubt in found.doubts]
            rate = None if found.value is None else int(found.value)
            rates[year] = _Rate(rate, found.verified, joined(notes, "; "))
    return rates


def _told(year: AccountYear, rate: _Rate | None) -> Words:
    """One line of the account: opening, contributions, development with its rate, closing."""
    parts = [
        Words("saldo awal ", "opening ") + _money(year.opening),
        Words("iuran ", "contributions ") + _money(year.paid_in),
        Words("pengembangan ", "development ") + _money(year.development) + _rate_told(rate),
        Words("saldo akhir ", "closing ") + _money(year.closing),
    ]
    return same(f"{year.year}: ") + joined(parts, ", ")


def _rate_told(rate: _Rate | None) -> Words:
    if rate is None or rate.rate is None:
        return same("")
    parts = [shown(rate.rate, "per_million")]
    if rate.note:
        parts.append(rate.note if rate.verified else Words("belum terverifikasi: ", "not verified: ") + rate.note)
    return same(" (") + joined(parts, "; ") + same(")")


def _money(amount: int | None) -> Words:
    return (
        Words("tidak diketahui", "not known") if amount is None else Words(rupiah(amount, "id"), rupiah(amount, "en"))
    )


def _lacking(years: list[AccountYear]) -> Words:
    year = first_without_rate(years)
    if year is None:
        return same("")
    return Words(
        f"\nbelum diketahui, perlu diisi: hasil pengembangan tahun {year} dalam persen (yields)",
        f"\nnot known, to be given: the development of {year} in percent (yields)",
    )


def _doubted(notes: list[Words]) -> Words:
    return Words("\nbelum terverifikasi: ", "\nnot verified: ") + joined(notes, "; ") if notes else same("")


def _wanted(programme: Programme) -> Words:
    named = f"{programme.balance}; wage_history / contribution_history, opening_balance, yields"
    return Words("belum diketahui, perlu diisi: ", "not known, to be given: ") + same(named)
