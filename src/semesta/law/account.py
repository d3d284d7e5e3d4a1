"""The account of one member: contributions and their development, year by year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from semesta.law.grammar import MILLION
from semesta.law.history import month_of

_YEAR = 12


@dataclass(frozen=True)
class AccountYear:
    """One year of an account, in whole rupiah. `rate` is the development per 1,000,000 of a whole year.

    `rate` is None where it was not known and not needed; `closing` is None where it was needed.
    """

    year: int
    opening: int | None
    paid_in: int
    rate: int | None
    development: int | None

    @property
    def closing(self) -> int | None:
        if self.opening is None or self.development is None:
            return None
        return self.opening + self.paid_in + self.development


def account(
    paid_in: Mapping[int, int],
    rates: Mapping[int, int],
    *,
    until: dt.date,
    opening: tuple[int, int] | None = None,
    months_before_yield: int = 1,
) -> list[AccountYear]:
    """The years of an account up to a day, the last one perhaps not whole; empty where nothing was ever paid in.

    The development of a year stays in the account and earns in the next one, also without new contributions. It is rounded
    half up once a year, when it is added.

    Args:
        paid_in: whole rupiah by the number of the month it is for (`history.month_of`); months after `until` do not count.
        rates: development per 1,000,000 of a whole year, by year.
        opening: the balance at the end of a year, as (year, rupiah); what was paid in up to then is in it.
        months_before_yield: how many months after its own month a contribution begins to earn.
    """
    begin = (opening[0] + 1) * _YEAR if opening else 0
    amounts = {month: amount for month, amount in paid_in.items() if begin <= month <= month_of(until)}
    first = begin // _YEAR if opening else min(amounts, default=month_of(until) + 1) // _YEAR
    balance: int | None = opening[1] if opening else 0
    years = []
    for year in range(first, until.year + 1) if opening or amounts else ():
        end = _months_gone(until) if year == until.year else _YEAR
        of_year = {month % _YEAR: amount for month, amount in amounts.items() if month // _YEAR == year}
        development = _development(balance, of_year, rates.get(year), end, months_before_yield)
        years.append(AccountYear(year, balance, sum(of_year.values()), rates.get(year), development))
        balance = years[-1].closing
    return years


def _months_gone(day: dt.date) -> int:
    """How many whole months of the year have passed at the end of the day."""
    is_last = month_of(day + dt.timedelta(days=1)) != month_of(day)
    return day.month if is_last else day.month - 1


def _development(
    balance: int | None, of_year: Mapping[int, int], rate: int | None, end: int, before: int
) -> int | None:
    """What the year adds: the opening balance for all its months, each contribution for those that are left of it."""
    if balance is None:
        return None
    # In rupiah times months, so that one division at the end is all that rounds.
    earning = balance * end + sum(amount * max(0, end - month - before) for month, amount in of_year.items())
    if not earning:
        return 0
    return None if rate is None else (earning * rate + MILLION * _YEAR // 2) // (MILLION * _YEAR)


def first_without_rate(years: list[AccountYear]) -> int | None:
    """The first year whose development would be needed but is not known."""
    return next((entry.year for entry in years if entry.development is None), None)
