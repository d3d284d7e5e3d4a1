"""Old-age savings: contributions, the balance with its development, when it is paid, and a part of it while working."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.law.account import account
from semesta.law.answers import benefit, contribution
from semesta.law.faults import InputError, NoLawOnDate
from semesta.law.history import by_month, by_year, month_of, months_later, rates_by_year
from semesta.law.jht.schedules import payable_from
from semesta.law.law import LAW

DAY = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("source", "income", "amount"),
    [
        ("the lowest: radarmukomuko 666514", 500_000, 20_000),
        ("the highest, 2 % of the highest basis: amp.kontan.co.id", 30_000_000, 414_000),
    ],
)
def test_who_has_no_wage_pays_two_percent_within_20000_and_414000(ask, source, income, amount):
    assert ask("jht_contribution", {"date": DAY("2025-06-01"), "segment": "BPU", "income_per_month": income})[0] == (
        amount,
        False,
        False,
    )


def test_a_wage_has_no_cap_and_employer_and_worker_are_lines_of_their_own():
    bill = contribution({"segment": "PU", "wage_per_month": 100_000_000, "programmes": "JHT", "month": "2025-06"})
    assert [(line.payer, line.amount) for line in bill.items] == [("employer", 3_700_000), ("worker", 2_000_000)]


def test_public_money_pays_the_contribution_of_those_without_wage_where_the_case_says_so():
    case = {"segment": "BPU", "programmes": "JHT", "month": "2025-06"}
    payers = [contribution({**case, "funding": who}).items[0].payer for who in ("mandiri", "apbd")]
    assert payers == ["member", "government"]


# The account


def test_the_balance_grows_each_year_also_without_contributions():
    """jabar.jpnn.com 29576; the yield of 2016 is that of pasardana.id."""
    years = account({}, {2016: 71_900, 2017: 60_000}, until=DAY("2017-12-31"), opening=(2015, 10_000_000))
    assert [(year.year, year.development, year.closing) for year in years] == [
        (2016, 719_000, 10_719_000),
        (2017, 643_140, 11_362_140),
    ]


def test_a_contribution_earns_from_the_month_after_its_own():
    january = account({month_of(DAY("2024-01-01")): 1_200_000}, {2024: 60_000}, until=DAY("2024-12-31"))
    december = account({month_of(DAY("2024-12-01")): 1_200_000}, {2024: 60_000}, until=DAY("2024-12-31"))
    assert (january[0].development, december[0].development) == (66_000, 0)


def test_a_year_that_is_not_over_earns_for_its_whole_months():
    def development(until: str) -> int | None:
        return account({}, {2024: 60_000}, until=DAY(until), opening=(2023, 1_000_000))[0].development

    assert [development(day) for day in ("2024-01-30", "2024-01-31", "2024-06-30", "2024-12-31")] == [
        0,
        5_000,
        30_000,
        60_000,
    ]


def test_a_year_without_known_yield_leaves_the_balance_unknown_from_then_on():
    years = account({}, {2023: 50_000, 2025: 50_000}, until=DAY("2025-12-31"), opening=(2022, 1_000_000))
    assert [year.closing for year in years] == [1_050_000, None, None]


def test_nothing_paid_in_after_the_day_counts_and_nothing_at_all_is_no_account():
    later = {month_of(DAY("2025-02-01")): 100_000}
    assert account(later, {}, until=DAY("2025-01-31")) == []


# The balance of a case

RESIGNED = {"programme": "JHT", "event": "resignation", "date": "2018-12-31"}


def test_published_yields_are_taken_and_said_to_be_unverified():
    answer = benefit({**RESIGNED, "date": "2017-11-30", "opening_balance": {"year": 2015, "balance": 10_000_000}})
    # 2016: 7,19 %; 2017 to the day of payment, 30 December: eleven months of 7,83 %.
    assert answer.total == 10_719_000 + (10_719_000 * 78_300 * 11 + 6_000_000) // 12_000_000
    assert not answer.verified
    assert "Angka kira-kira" in answer.items[0].because.id


def test_own_yields_win_over_published_ones_and_are_taken_as_given():
    case = {**RESIGNED, "opening_balance": {"year": 2016, "balance": 1_000_000}}
    answer = benefit({**case, "date": "2017-11-30", "event": "death", "yields": {"2017": "6 %"}})
    assert (answer.total, answer.verified) == (1_055_000, True)


def test_wages_by_month_make_the_contributions_of_the_account():
    case = {**RESIGNED, "event": "death", "date": "2017-12-31", "yields": {2017: 6}}
    answer = benefit({**case, "wage_history": [{"period": "2017-01/2017-12", "wage_per_month": 5_000_000}]})
    # Twelve times 285.000; they earn for 11 + 10 + … + 0 = 66 months.
    assert answer.total == 12 * 285_000 + 285_000 * 66 * 6 // 1200
    assert not answer.verified  # how a contribution earns within its year was not seen in a text


def test_a_year_without_yield_is_asked_for_and_never_taken_as_zero():
    answer = benefit({**RESIGNED, "date": "2024-06-30", "opening_balance": {"year": 2023, "balance": 1_000_000}})
    assert answer.total is None
    assert "hasil pengembangan tahun 2024" in answer.items[0].because.id


def test_a_stated_balance_needs_no_history():
    assert benefit({**RESIGNED, "jht_balance": 12_345_678}).total == 12_345_678


def test_without_balance_and_history_the_answer_says_what_to_give():
    answer = benefit(RESIGNED)
    assert answer.total is None
    assert "jht_balance" in answer.items[0].because.id


def test_an_opening_balance_of_the_year_of_the_event_is_refused():
    answer = benefit({**RESIGNED, "opening_balance": {"year": 2019, "balance": 1}})
    assert ["opening_balance" in problem.id for problem in answer.problems] == [True]


# When it is paid


@pytest.mark.parametrize(
    ("end", "date", "paid"),
    [
        ("resignation", "2025-03-10", "2025-04-10"),
        ("dismissal", "2025-01-31", "2025-02-28"),
        ("dismissal", "2024-01-31", "2024-02-29"),
        ("end_of_contract", "2025-03-10", "2025-03-10"),
        ("stopped_own_work", "2025-03-10", "2025-03-10"),
        ("left_indonesia", "2025-03-10", "2025-03-10"),
        ("agreed_pension", "2025-03-10", "2025-03-10"),
        ("total_disability", "2015-07-01", "2015-07-01"),
        ("death", "2015-07-01", "2015-07-01"),
    ],
)
def test_the_balance_is_paid_at_once_but_after_a_month_to_those_who_resign_or_are_dismissed(end, date, paid):
    assert payable_from(LAW, end, DAY(date)) == DAY(paid)


def test_the_month_of_waiting_is_verified_from_26_april_2022_on(ask):
    rows = [{"date": DAY(day), "end_of_work": "resignation"} for day in ("2022-04-25", "2022-04-26")]
    assert ask("jht_waiting_time", *rows) == [(1, False, True), (1, False, False)]


def test_what_is_not_recorded_for_a_time_is_not_taken_as_paid():
    answer = benefit({"programme": "JHT", "event": "end_of_contract", "date": "2020-01-01", "jht_balance": 1})
    assert answer.total is None
    assert "tidak ada catatan ketentuan" in answer.items[0].because.id


def test_before_july_2015_there_is_no_law():
    with pytest.raises(NoLawOnDate):
        payable_from(LAW, "death", DAY("2015-06-30"))


@pytest.mark.parametrize(("asked", "total"), [("2025-05-09", None), ("2025-05-10", 1_000_000)])
def test_old_age_is_the_56th_birthday_even_while_the_pension_age_is_59(asked, total):
    case = {"programme": "JHT", "event": "old_age", "birth_date": "1969-05-10", "jht_balance": 1_000_000}
    answer = benefit({**case, "date": asked})
    assert answer.total == total
    assert bool(answer.problems) is (total is None)


# A part of it while still working

MEMBER = {"date": DAY("2025-06-01"), "jht_balance": 50_000_000, "jht_withdrawn_before": False}


@pytest.mark.parametrize(("purpose", "amount"), [("housing", 15_000_000), ("other", 5_000_000)])
def test_thirty_percent_for_housing_or_ten_for_other_ends(ask, purpose, amount):
    assert ask("jht_partial_withdrawal", {**MEMBER, "jht_purpose": purpose, "months_of_membership": 120})[0] == (
        amount,
        False,
        False,
    )


def test_only_after_ten_years_and_only_once(ask):
    case = {**MEMBER, "jht_purpose": "housing"}
    rows = [
        {**case, "months_of_membership": 119},
        {**case, "months_of_membership": 120},
        {**case, "months_of_membership": 120, "jht_withdrawn_before": True},
        {**case, "months_of_membership": 119, "jht_withdrawn_before": None},
        {**case, "months_of_membership": 120, "jht_withdrawn_before": None},
    ]
    assert [answer.value for answer in ask("jht_partial_withdrawal", *rows)] == [0, 15_000_000, 0, 0, None]


def test_the_part_is_taken_of_the_balance_that_the_history_comes_to():
    case = {"programme": "JHT", "event": "withdrawal", "date": "2017-01-15", "jht_purpose": "housing"}
    member = {"months_of_membership": 200, "jht_withdrawn_before": False}
    answer = benefit({**case, **member, "opening_balance": {"year": 2015, "balance": 10_000_000}, "yields": {2016: 10}})
    assert answer.total == 3_300_000


# Histories as files tell them


def test_a_history_is_read_by_period_and_a_month_that_stands_twice_is_refused():
    one = {"period": "2015-11/2016-01", "wage_per_month": 3_000_000}
    assert list(by_month({"h": [one]}, "h", "wage_per_month").values()) == [3_000_000] * 3
    with pytest.raises(InputError, match="2016-01 is given twice"):
        by_month({"h": [one, {"period": "2016", "wage_per_month": 1}]}, "h", "wage_per_month")


def test_all_that_is_wrong_in_a_history_is_told_at_once():
    rows = [{"period": "2016", "wage_per_month": 2.5}, {"period": "until 2016", "wage_per_month": 1}, {}]
    with pytest.raises(InputError) as raised:
        by_month({"h": rows}, "h", "wage_per_month")
    assert len(raised.value.problems) == 4


def test_rates_are_percentages_exact_to_four_decimals():
    assert rates_by_year({"yields": {2016: 7.19, "2017": "5,79 %", 2018: 6}}, "yields") == {
        2016: 71_900,
        2017: 57_900,
        2018: 60_000,
    }
    for wrong in ({2016: "x"}, {2016: 5.12345}, {"16": 5}, {2016: float("nan")}, {2016: True}):
        with pytest.raises(InputError):
            rates_by_year({"yields": wrong}, "yields")
    with pytest.raises(InputError):
        by_year({"wages": {2016: 1.0}}, "wages")


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2025-01-31", 1, "2025-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2025-11-30", 3, "2026-02-28")],
)
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(day, months, later):
    assert months_later(DAY(day), months) == DAY(later)
