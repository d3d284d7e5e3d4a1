"""What one who lost work gets, which conditions hold, and until when to claim: counted from days and months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from semesta.basics.shown import day
from semesta.basics.words import Words, joined, same
from semesta.law.history import by_month, month_of, months_later
from semesta.law.items import Due, Facts, Payer, Schedule
from semesta.law.law import Law

LAW = "PP 37/2021 Pasal 19–21, 39 dan 40 jo. PP 6/2025"
CASH = Words("Manfaat uang tunai JKP", "JKP cash benefit")
IF_ALL_HOLD = Words("Manfaat uang tunai JKP, bila semua syarat terpenuhi", "JKP cash benefit, if all conditions hold")

WINDOW = 24
CONDITIONS = (
    "jkp_begun",
    "jkp_end_counts",
    "jkp_months_suffice",
    "jkp_for_citizens",
    "jkp_young_enough",
    "jkp_may_claim_again",
    "jkp_in_time",
)
CASH_INPUTS = ("wage_per_month", "jkp_months_without_work")
PROGRAMMES = ("JKK", "JKM", "JHT", "JP", "JKN")
MEMBERSHIP = "jkp_programmes_suffice"
ARREARS = ("jkp_arrears_months", "employer_bankrupt")


def months_in_window(paid: Collection[int], dismissed: dt.date) -> int:
    """How many of the 24 calendar months before the month of dismissal were paid."""
    last = month_of(dismissed)
    return len([month for month in set(paid) if last - WINDOW <= month < last])


def months_in_a_row(paid: Collection[int], dismissed: dt.date) -> int:
    """How many months were paid without a gap up to the dismissal; its own month counts when it was paid, and is no gap."""
    last = month_of(dismissed)
    month = last if last in paid else last - 1
    count = 0
    while month - count in paid:
        count += 1
    return count


def months_to_claim(dismissed: dt.date, claimed: dt.date) -> int:
    """The months from dismissal to claim, a begun one as a whole; 0 on the day itself."""
    months = max(0, month_of(claimed) - month_of(dismissed))
    return months if months_later(dismissed, months) >= claimed else months + 1


def claim_until(dismissed: dt.date, law: Law) -> dt.date:
    """The last day on which to claim: three months after the dismissal, six by PP 6/2025.

    Raises:
        NoLawOnDate: dismissed before 2 February 2021.
    """
    return months_later(dismissed, int(law.value("jkp_claim_months", date=dismissed).value or 0))


@dataclass(frozen=True)
class _Checked:
    """The conditions of a case: those that fail, those that nobody can tell yet, and whether the answers are verified."""

    failing: list[Words]
    open: list[Words]
    verified: bool


def by_end_of_work(end_of_work: str) -> Schedule:
    """The line for one way in which work may end: cash after a dismissal, nothing after the other ends, with the reason."""

    def lines(case: Facts, law: Law, on: dt.date) -> list[Due]:
        return dismissal({**case, "end_of_work": end_of_work}, law, on)

    return Schedule(f"jkp_{end_of_work}", "JKP", "fund", LAW, CASH, lines, needs=NEEDS)


def dismissal(case: Facts, law: Law, on: dt.date) -> list[Due]:
    """One line: what is paid in all. 0 if a condition fails, with the reason; conditions that nobody told of are named.

    The law of the day of dismissal decides. Which conditions a case leaves open does not hide the amount: who asks before a
    claim wants to know both.
    """
    known = {**_counted(case, law, on), **case}
    given = {name: known[name] for name in CASH_INPUTS if name in known}
    result = law.value("jkp_benefit", date=on, **given)  # first, so that a day without law is told of the benefit
    checked = _checked({"end_of_work": "dismissal", **known}, law, on)
    until = claim_until(on, law)
    claim = Words(f"klaim paling lambat {day(until, 'id')}", f"claim by {day(until, 'en')}")
    payer, owed, payer_verified = _payer(case, law, on)
    if checked.failing:
        told = Words("syarat yang tidak terpenuhi: ", "conditions that fail: ") + joined(checked.failing, "; ")
        return [Due("JKP", payer, "jkp_benefit_due", CASH, 0, LAW, checked.verified, told)]
    told = joined([claim, Words(law.explain(result, "id"), law.explain(result, "en")), _BESIDE], "\n") + owed
    if checked.open:
        told += Words("\nsyarat yang belum diperiksa: ", "\nconditions not checked yet: ") + joined(checked.open, "; ")
    amount = None if result.value is None else int(result.value)
    if amount is None:
        named = [law.book.inputs[name].title + same(f" ({name})") for name in result.missing]
        told = Words("belum diketahui, perlu diisi: ", "not known, to be given: ") + joined(named, ", ")
    verified = result.verified and checked.verified and payer_verified
    return [Due("JKP", payer, "jkp_benefit", IF_ALL_HOLD if checked.open else CASH, amount, LAW, verified, told)]


def _counted(case: Facts, law: Law, on: dt.date) -> dict[str, int]:
    """What follows from histories and days: months paid before, the time to the claim, the last wage."""
    wages = {m: w for m, w in by_month(case, "wage_history", "wage_per_month").items() if m <= month_of(on)}
    found: dict[str, int] = {}
    if wages:
        begun = month_of(law.book.parameters["jkp_government_rate"].steps[0].since)
        paid = [month for month in wages if month >= begun]  # a wage of before made no contribution to JKP
        found["jkp_months_in_window"] = months_in_window(paid, on)
        found["jkp_months_in_a_row"] = months_in_a_row(paid, on)
        found["wage_per_month"] = wages[max(wages)]
    if type(case.get("claimed_on")) is dt.date:
        found["jkp_months_to_claim"] = months_to_claim(on, case["claimed_on"])
    return found


def _checked(facts: Facts, law: Law, on: dt.date) -> _Checked:
    failing, unknown, verified = [], [], True
    member = law.book.inputs["jkp_member"].title
    by_firm = facts.get("jkp_member") is None and facts.get("firm_size") is not None
    if facts.get("segment") not in (None, "PU"):
        failing.append(Words("penerima upah", "a wage earner"))
    if by_firm:
        facts = {**_programmes(facts), **facts}
    elif facts.get("jkp_member") is None:
        unknown.append(member)
    elif not facts["jkp_member"]:
        failing.append(member)
    for condition in (*CONDITIONS, MEMBERSHIP) if by_firm else CONDITIONS:
        needs = [name for name in law.book.all_needs([condition]) if name in law.book.inputs]
        result = law.value(condition, date=on, **{name: facts[name] for name in needs if name in facts})
        if result.value is None:
            unknown.append(result.because.title)
        elif not result.value:
            failing.append(result.because.title)
        verified = verified and result.verified
    return _Checked(failing, unknown, verified)


def _programmes(facts: Facts) -> dict[str, bool]:
    """Of which programmes the case says that the worker is in them, by `programmes`; nothing where it does not say it."""
    named = facts.get("programmes")
    among = named.replace(" ", "").split(",") if isinstance(named, str) else named
    return {f"{code.lower()}_member": code in among for code in PROGRAMMES} if isinstance(among, list) else {}


def _payer(case: Facts, law: Law, on: dt.date) -> tuple[Payer, Words, bool]:
    """Who pays: the programme, unless the employer owes too many months; nothing said of arrears is none said."""
    if case.get("jkp_arrears_months") is None:
        return "fund", same(""), True
    result = law.value("jkp_fund_pays", date=on, **{name: case[name] for name in ARREARS if name in case})
    if result.value is None:
        return "fund", same("\n") + _BANKRUPT, result.verified
    if result.value:
        return "fund", same(""), result.verified
    owed = Words(
        "\npemberi kerja membayar lebih dahulu karena tunggakan iurannya",
        "\nthe employer pays first, because of the contributions it owes",
    )
    return "employer", owed, result.verified


NEEDS = ("wage_history", "claimed_on")
_BESIDE = Words(
    "selain uang tunai: informasi pasar kerja dan pelatihan kerja; peserta bersedia bekerja kembali",
    "beside cash: job-market information and training; the participant is willing to work again",
)
_BANKRUPT = Words(
    "bila pemberi kerja tidak pailit atau tutup (employer_bankrupt), ia membayar lebih dahulu karena tunggakan iurannya",
    "unless the employer is bankrupt or closed (employer_bankrupt), it pays first, because of the contributions it owes",
)
DISMISSAL = Schedule("jkp_dismissal", "JKP", "fund", LAW, CASH, dismissal, needs=NEEDS)
OTHER_ENDS = {
    "contract_cut_short": by_end_of_work("contract_cut_short"),
    "resignation": by_end_of_work("resignation"),
    "end_of_contract": by_end_of_work("end_of_contract"),
    "pension": by_end_of_work("pension_age"),
    "old_age": by_end_of_work("pension_age"),
    "agreed_pension": by_end_of_work("agreed_pension"),
    "disability.total": by_end_of_work("total_disability"),
    "death": by_end_of_work("death"),
}
"""Ends of work other than dismissal, by the event that other programmes call so."""
