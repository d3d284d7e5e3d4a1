"""When the JHT is paid and how much there is: the balance with its development, and a part of it while still working."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from semesta.basics.shown import day
from semesta.basics.words import Words, same
from semesta.law.faults import InputError
from semesta.law.history import membership, months_later, years_later
from semesta.law.items import Due, Facts, Schedule
from semesta.law.law import Law
from semesta.law.saved import SAVED_NEEDS, Programme, saved

JHT = Programme("jht_balance", "jht_contribution", "jht_published_yield")

LAW_OF_BALANCE = "PP 46/2015 Pasal 22; Permenaker 4/2022"
LAW_OF_PART = "PP 46/2015 Pasal 22 ayat (4)–(6)"
BALANCE = Words("Saldo JHT", "JHT balance")
PART = Words("Sebagian JHT, paling banyak", "A part of the JHT, at most")

WITHDRAWAL_INPUTS = ("months_of_membership", "jht_purpose", "jht_withdrawn_before")


def payable_from(law: Law, end_of_work: str, on: dt.date) -> dt.date | None:
    """The first day on which the balance is paid after work ended so on a day; None where the law on it is not known.

    Raises:
        NoLawOnDate: a day before 1 July 2015.
    """
    waiting = law.value("jht_waiting_time", date=on, end_of_work=end_of_work).value
    return None if waiting is None else months_later(on, int(waiting))


def whole_balance(end_of_work: str) -> Schedule:
    """The whole balance, for one way in which work may end."""

    def lines(case: Facts, law: Law, on: dt.date) -> list[Due]:
        _check_age(case, law, end_of_work, on)
        waiting = law.value("jht_waiting_time", date=on, end_of_work=end_of_work)
        paid_on = payable_from(law, end_of_work, on)
        if paid_on is None:
            return [_due(None, True, _not_recorded(law, end_of_work, on))]
        balance = saved(case, law, paid_on, JHT)
        doubts = [Words(" (belum terverifikasi: ", " (not verified: ") + d.note + same(")") for d in waiting.doubts]
        since = Words(f"dapat dibayar sejak {day(paid_on, 'id')}", f"payable from {day(paid_on, 'en')}")
        because = since + (doubts[0] if doubts else same("")) + same("\n") + balance.told
        return [_due(balance.amount, balance.verified and waiting.verified, because)]

    return _schedule(f"jht_{end_of_work}", LAW_OF_BALANCE, BALANCE, lines)


def _check_age(case: Facts, law: Law, end_of_work: str, on: dt.date) -> None:
    """Raises InputError where the case says a birth date and the pension age was not reached on the day."""
    birth = case.get("birth_date")
    if end_of_work != "pension_age" or type(birth) is not dt.date:
        return
    age = int(law.value("jht_pension_age", date=on).value or 0)
    reached = years_later(birth, age)
    if reached > on:
        fault = Words(
            f": baru berusia {age} tahun pada {day(reached, 'id')}",
            f": reaches the age of {age} on {day(reached, 'en')}",
        )
        raise InputError([same("birth_date") + fault])


def _not_recorded(law: Law, end_of_work: str, on: dt.date) -> Words:
    end = law.book.inputs["end_of_work"].values[end_of_work]
    return Words("tidak ada catatan ketentuan pada ", "no rule is recorded on ") + Words(
        f"{day(on, 'id')} untuk: {end.id}", f"{day(on, 'en')} for: {end.en}"
    )


def part_of_balance(case: Facts, law: Law, on: dt.date) -> list[Due]:
    """The most that a member who still works may take, of a stated balance or of the one that the history comes to."""
    balance = saved(case, law, on, JHT)
    member = membership(case, on)
    given = {"months_of_membership": member} if member is not None else {}
    given |= {name: case[name] for name in WITHDRAWAL_INPUTS if name in case}
    result = law.value("jht_partial_withdrawal", date=on, **given, jht_balance=balance.amount)
    because = Words(law.explain(result, "id"), law.explain(result, "en")) + same("\n") + balance.told
    amount = None if result.value is None else int(result.value)
    due = Due("JHT", "fund", result.name, PART, amount, LAW_OF_PART, result.verified and balance.verified, because)
    return [due]


WITHDRAWAL = Schedule(
    "jht_withdrawal", "JHT", "fund", LAW_OF_PART, PART, part_of_balance, needs=(*SAVED_NEEDS, "registered_on")
)


def _due(amount: int | None, verified: bool, because: Words) -> Due:
    return Due("JHT", "fund", "jht_balance", BALANCE, amount, LAW_OF_BALANCE, verified, because)


def _schedule(name: str, law: str, title: Words, lines: Callable[[Facts, Law, dt.date], list[Due]]) -> Schedule:
    return Schedule(name, "JHT", "fund", law, title, lines, needs=(*SAVED_NEEDS, "birth_date"))
