"""Histories that a case tells: amounts by month and rates by year.

A month is counted as year × 12 + month − 1, so that months can be added and compared.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from semesta.basics.period import Period
from semesta.basics.words import Words, same
from semesta.law.faults import InputError
from semesta.law.grammar import MILLION
from semesta.law.items import Facts


def month_of(day: dt.date) -> int:
    """The number of the month of a day."""
    return day.year * 12 + day.month - 1


def first_day(month: int) -> dt.date:
    """The first day of a month by its number."""
    return dt.date(month // 12, month % 12 + 1, 1)


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last of the month where it has no such day, as 31 January + 1 month."""
    after = first_day(month_of(first_day(month_of(day) + months)) + 1)
    return min(after - dt.timedelta(days=1), first_day(month_of(day) + months) + dt.timedelta(days=day.day - 1))


def membership(case: Facts, on: dt.date) -> int | None:
    """The whole months from registration (`registered_on`) to a day; None where the case does not say it."""
    registered = case.get("registered_on")
    if type(registered) is not dt.date:
        return None
    months = month_of(on) - month_of(registered)
    return months if months_later(registered, months) <= on else months - 1


def years_later(day: dt.date, years: int) -> dt.date:
    """The birthday after so many years; of those born on 29 February the 28th in other years."""
    return months_later(day, years * 12)


def by_month(case: Facts, name: str, amount: str) -> dict[int, int]:
    """Whole rupiah by month from a list of `{"period": "2015-08/2016-02", amount: 3000000}`; empty where there is none.

    Raises:
        InputError: everything that cannot be read, and months that stand twice.
    """
    found: dict[int, int] = {}
    faults: list[Words] = []
    for number, entry in enumerate(_entries(case, name), 1):
        where = same(f"{name} [{number}]")
        months = _months(entry, where, faults)
        rupiah = _rupiah(entry.get(amount))
        if rupiah is None:
            faults.append(where + Words(f": {amount} harus rupiah bulat", f": {amount} must be whole rupiah"))
            continue
        if twice := [month for month in months if month in found]:
            shown = first_day(twice[0]).isoformat()[:7]
            faults.append(where + Words(f": bulan {shown} sudah diisi", f": month {shown} is given twice"))
        found.update(dict.fromkeys(months, rupiah))
    if faults:
        raise InputError(faults)
    return found


def by_year(case: Facts, name: str) -> dict[int, int]:
    """Whole rupiah by year from `{2015: 3000000}`; empty where there is none.

    Raises:
        InputError: what is no year, or no whole rupiah.
    """
    return _by_year(case, name, _rupiah, "rupiah")


def rates_by_year(case: Facts, name: str) -> dict[int, int]:
    """Rates per 1,000,000 by year from percentages as people write them, `{2016: 7.19}`; empty where there is none.

    Raises:
        InputError: what is no year, or no percentage of at most four decimals.
    """
    return _by_year(case, name, per_million, "%")


def _by_year(case: Facts, name: str, read: Callable[[object], int | None], unit: str) -> dict[int, int]:
    given = case.get(name) or {}
    if not isinstance(given, Mapping):
        raise InputError([same(name) + Words(": harus menurut tahun", ": must be by year")])
    found: dict[int, int] = {}
    faults = []
    for key, value in given.items():
        year, amount = str(key), read(value)
        if not (year.isdigit() and len(year) == 4) or amount is None:
            wrong = Words(f" bukan tahun dan {unit}", f" is no year and {unit}")
            faults.append(same(f"{name}: {key} = {value!r}") + wrong)
        else:
            found[int(year)] = amount
    if faults:
        raise InputError(faults)
    return found


def _rupiah(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def per_million(value: object) -> int | None:
    """The rate of a percentage as people write it; None where it is none, or has more than four decimals."""
    # By its digits, not its binary neighbour: 5.79 is 57,900 per million and nothing beside it.
    try:
        exact = Decimal(str(value).replace("%", "").replace(",", ".").strip()) * MILLION / 100
    except InvalidOperation:
        return None
    return int(exact) if exact.is_finite() and exact == int(exact) and not isinstance(value, bool) else None


def _entries(case: Facts, name: str) -> list[Mapping[str, object]]:
    given = case.get(name) or []
    if not isinstance(given, list) or not all(isinstance(entry, Mapping) for entry in given):
        raise InputError([same(name) + Words(": harus daftar periode", ": must be a list of periods")])
    return given


def _months(entry: Mapping[str, object], where: Words, faults: list[Words]) -> range:
    try:
        period = Period.parse(str(entry.get("period", "")))
    except ValueError:
        period = None
    if period is None or period.start is None or period.months is None:
        wrong = Words(": period harus bulan, misalnya 2015-08/2016-02", ": period must be months, as 2015-08/2016-02")
        faults.append(where + wrong)
        return range(0)
    return range(month_of(period.start), month_of(period.end) + 1)
