"""When the pension begins, on which wages it is counted, and what is paid where there is no monthly pension."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import accumulate

from semesta.basics.shown import day, rupiah
from semesta.basics.words import LANGS, Words, joined, same
from semesta.law.faults import InputError
from semesta.law.grammar import MILLION
from semesta.law.heirs.order import living_of, receivers
from semesta.law.history import first_day, membership, month_of, months_later, rates_by_year, years_later
from semesta.law.items import Due, Facts, Schedule
from semesta.law.jp.wages import WAGE_NEEDS, Average, average_wage
from semesta.law.law import Law, Result
from semesta.law.saved import SAVED_NEEDS, Programme, saved

JP = Programme("jp_balance", "jp_contribution", None)

LAW = "PP 45/2015 Pasal 15–18 dan 21–23; Permenaker 29/2015"
PENSION = Words("Manfaat pensiun sebulan", "Pension per month")
LUMP_SUM = Words("Manfaat JP, dibayar sekaligus", "JP, paid at once")

RIGHT = ("months_paid", "months_of_membership", "jp_event")
NEEDS = tuple(dict.fromkeys((*WAGE_NEEDS, *SAVED_NEEDS, "birth_date")))


def pension_age_day(birth: dt.date, law: Law) -> dt.date:
    """The first day on which the person is as old as the pension age of that very day.

    The age rises by a year each third 1 January, so that some who were as old as the age of before have to wait on.

    Raises:
        NoLawOnDate: born so early that even the first pension age was reached before 1 July 2015.
    """
    first = min(int(step.value) for step in law.book.parameters["jp_pension_age"].steps)  # type: ignore[arg-type]
    age = first
    while age < int(law.value("jp_pension_age", date=years_later(birth, age)).value or 0):
        age += 1
    return years_later(birth, age)


def pension_begins(birth: dt.date, asked: dt.date, law: Law) -> dt.date:
    """The day from which the pension is counted: the day asked for, by one still employed at most three years after the age.

    Raises:
        InputError: the pension age was not reached on the day asked for.
    """
    reached = pension_age_day(birth, law)
    if asked < reached:
        fault = Words(
            f": usia pensiun baru tercapai pada {day(reached, 'id')}",
            f": the pension age is reached on {day(reached, 'en')}",
        )
        raise InputError([same("birth_date") + fault])
    latest = months_later(reached, int(law.value("jp_deferral_months", date=reached).value or 0))
    return min(asked, latest)


def last_registration(birth: dt.date, law: Law) -> dt.date:
    """The last day on which a worker may still be registered: a month before the pension age.

    Raises:
        NoLawOnDate: as `pension_age_day`.
    """
    reached = pension_age_day(birth, law)
    before = int(law.value("jp_registration_months_before", date=reached).value or 0)
    return months_later(reached, -before)


def first_payment(event: dt.date) -> dt.date:
    """The first day of the month after the event."""
    return first_day(month_of(event) + 1)


def indexed_pensions(first_year: int, inflation: Mapping[int, int]) -> list[int]:
    """The pension per month of the first year and of each later one, in whole rupiah.

    Each is that of the year before times one plus the general inflation, rounded half up each year, since it is paid so.

    Args:
        first_year: the pension per month of the first year.
        inflation: per 1,000,000, by year, for the years after which the pension is indexed.
    """
    rates = [rate for _, rate in sorted(inflation.items())]
    return list(accumulate(rates, lambda p, r: p + (p * r + MILLION // 2) // MILLION, initial=first_year))


def old_age(case: Facts, law: Law, on: dt.date) -> list[Due]:
    """One line: the monthly pension, or what is paid at once to those with less than fifteen years of contributions."""
    birth = case.get("birth_date")
    begins = pension_begins(birth, on, law) if type(birth) is dt.date else on
    _check_registered(birth, case.get("registered_on"), law)
    return _lines(case, law, begins, {"jp_event": "old_age", "jp_recipient": "participant"})


def _check_registered(birth: object, registered: object, law: Law) -> None:
    """Raises InputError where the case says both days and the worker was registered too late for the pension."""
    if type(birth) is not dt.date or type(registered) is not dt.date:
        return
    last = last_registration(birth, law)
    if registered > last:
        fault = Words(
            f": pendaftaran JP paling lambat {day(last, 'id')}, sebulan sebelum usia pensiun",
            f": registration for JP ended on {day(last, 'en')}, a month before the pension age",
        )
        raise InputError([same("registered_on") + fault])


def disability(case: Facts, law: Law, on: dt.date) -> list[Due]:
    """One line: the pension of one with permanent total disability, or what is paid at once instead."""
    return _lines(case, law, on, {"jp_event": "disability", "jp_recipient": "participant"})


def death(case: Facts, law: Law, on: dt.date) -> list[Due]:
    """One line: the pension of the widow or widower, the children or a parent, or what is paid at once instead.

    `jp_recipient` says for whom: one spouse, else at most two children below 23, else one parent of a single participant.
    Without it the nearest of `heirs` receives.
    """
    return _lines(case, law, on, {"jp_event": "death", "jp_recipient": case.get("jp_recipient", _nearest(case))})


def _nearest(case: Facts) -> str | None:
    found = receivers("JP", living_of(case.get("heirs")) or []).relatives
    return found[0] if found else None


def _lines(case: Facts, law: Law, on: dt.date, event: Mapping[str, str | None]) -> list[Due]:
    if case.get("segment") not in (None, "PU"):
        only = Words(": jaminan pensiun hanya bagi penerima upah", ": only wage earners have the pension")
        raise InputError([same(f"segment = {case['segment']}") + only])
    average = average_wage(case, law, on)
    given = {**_counted(case, on, average), **event}
    monthly = law.value("jp_is_monthly", date=on, **{name: given.get(name) for name in RIGHT})
    if monthly.value is False:
        return [_lump_sum(case, law, on, monthly)]
    wage = case.get("jp_average_wage") if average is None or "jp_average_wage" in case else average.amount
    result = law.value("jp_pension", date=on, **given, jp_average_wage=wage)
    begin = first_payment(on)
    since = Words(f"dibayar sejak {day(begin, 'id')}", f"paid from {day(begin, 'en')}")
    told = joined([since, _explained(law, result)], "\n") + _lacking(law, result)
    told += same("\n") + average.told if average else same("")
    told += _later_years(case, law, on, result)
    verified = result.verified and (average is None or average.verified)
    amount = None if result.value is None else int(result.value)
    return [Due("JP", "fund", "jp_pension", PENSION, amount, LAW, verified, told)]


def _later_years(case: Facts, law: Law, on: dt.date, first: Result) -> Words:
    """The pension of the years after the first, as far as the inflation of the years before is known."""
    given, rates, year = rates_by_year(case, "inflation"), dict[int, int](), on.year
    while (rate := _inflation(given, law, on, year)) is not None:
        rates[year] = rate
        year += 1
    if not first.value or not rates:
        return same("")
    later = list(zip(sorted(rates), indexed_pensions(int(first.value), rates)[1:], strict=True))
    said = {lang: ", ".join(f"{year + 1} {rupiah(pension, lang)}" for year, pension in later) for lang in LANGS}
    return Words(f"\ndisesuaikan dengan inflasi: {said['id']}", f"\nindexed by inflation: {said['en']}")


def _inflation(given: Mapping[int, int], law: Law, on: dt.date, year: int) -> int | None:
    if year in given:
        return given[year]
    known = law.value("jp_inflation", date=on, jp_year=year).value
    return None if known is None else int(known)


def _counted(case: Facts, on: dt.date, average: Average | None) -> dict[str, int | None]:
    """Months of contribution and of membership: as the case says, else counted from its wages."""
    paid = case.get("months_paid", average.months if average else None)
    return {"months_paid": paid, "months_of_membership": case.get("months_of_membership", membership(case, on))}


def _lump_sum(case: Facts, law: Law, on: dt.date, monthly: Result) -> Due:
    balance = saved(case, law, on, JP)
    told = joined([_explained(law, monthly), balance.told], "\n")
    verified = balance.verified and monthly.verified
    return Due("JP", "fund", "jp_lump_sum", LUMP_SUM, balance.amount, LAW, verified, told)


def _explained(law: Law, result: Result) -> Words:
    return Words(law.explain(result, "id"), law.explain(result, "en"))


def _lacking(law: Law, result: Result) -> Words:
    if result.value is not None:
        return same("")
    named = [law.book.inputs[name].title + same(f" ({name})") for name in result.missing]
    return Words("\nbelum diketahui, perlu diisi: ", "\nnot known, to be given: ") + joined(named, ", ")


OLD_AGE = Schedule("jp_old_age", "JP", "fund", LAW, PENSION, old_age, needs=NEEDS)
DISABILITY = Schedule("jp_disability", "JP", "fund", LAW, PENSION, disability, needs=(*NEEDS, "registered_on"))
DEATH = Schedule("jp_death", "JP", "fund", LAW, PENSION, death, needs=(*NEEDS, "registered_on"))
