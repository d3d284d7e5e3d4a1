"""The average indexed wage and what it makes: the published simulation of BPJS Ketenagakerjaan, caps, and lump sums."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.law.answers import benefit
from semesta.law.jp.wages import average_wage
from semesta.law.law import LAW

DAY = dt.date.fromisoformat

# The slide of scribd 547082080: from August 2015 at the age of 45, pension in 2030.
WAGES = (3.0, 3.4, 3.81, 4.23, 4.74, 5.27, 5.84, 6.51, 7.19, 7.93, 8.77, 9.66, 10.63, 11.75, 12.93)
INFLATION = (7, 6.75, 6.5, 6.25, 6, 5.75, 5.5, 5.25, 5, 4.75, 4.75, 4.75, 4.75, 4.75, 4.75)
INDEXED = [
    "6.694.617",
    "7.090.872",
    "7.443.511",
    "7.759.676",
    "8.183.755",
    "8.583.789",
    "8.994.994",
    "9.504.222",
    "9.973.380",
    "10.476.046",
    "11.060.372",
    "11.630.363",
    "12.217.866",
    "12.892.761",
    "13.544.175",
]
SLIDE = {
    "wage_by_year": {2015 + n: round(millions * 1_000_000) for n, millions in enumerate(WAGES)},
    "inflation": {2015 + n: percent for n, percent in enumerate(INFLATION)},
    "jp_caps": {2027: 13_000_000},  # the slide lets caps rise; none is announced for those years
}
PENSION = {"programme": "JP", "event": "pension", "date": "2030-08-01", "birth_date": "1970-08-01"}


def test_the_simulation_of_bpjs_comes_out_to_the_rupiah():
    answer = benefit({**PENSION, **SLIDE})
    assert answer.total == 1_460_504
    because = answer.items[0].because.id
    assert [wage for wage in INDEXED if f"= Rp{wage} " not in because] == []
    assert "223,15\u00a0%" in because
    assert "104,75\u00a0%" in because
    assert "dibayar sejak 1 September 2030" in because
    assert not answer.verified  # the bounds of 2030 are not announced


def test_all_fifteen_indexed_wages_average_to_what_the_slide_needs():
    average = average_wage(SLIDE, LAW, DAY("2030-08-01"))
    assert (average.amount, average.months) == (9_736_693, 180)


def test_a_wage_counts_only_up_to_the_cap_of_its_own_month():
    # January and February 2024 by the cap of 2023, the rest by that of 2024; nothing is indexed within the year.
    case = {"wage_history": [{"period": "2024-01/2024-12", "wage_per_month": 20_000_000}], "inflation": {2024: 0}}
    average = average_wage(case, LAW, DAY("2025-01-01"))
    assert average.amount == (2 * 9_559_600 + 10 * 10_042_300 + 6) // 12
    assert average.verified


def test_a_cap_that_is_not_announced_is_held_and_said_to_be_unverified_where_it_binds():
    def average(wage: int):
        return average_wage({"wage_by_year": {2028: wage}, "inflation": {2028: 0}}, LAW, DAY("2029-01-01"))

    assert (average(11_750_000).amount, average(11_750_000).verified) == (11_086_300, False)
    assert (average(11_000_000).amount, average(11_000_000).verified) == (11_000_000, True)


def test_the_doubtful_month_of_2021_matters_only_to_wages_near_the_cap():
    def verified(wage: int) -> bool:
        case = {"wage_history": [{"period": "2021-02", "wage_per_month": wage}], "inflation": {2021: 0}}
        return average_wage(case, LAW, DAY("2022-01-01")).verified

    assert (verified(8_754_600), verified(8_754_601)) == (True, False)


def test_months_weigh_by_months_and_those_from_the_pension_on_do_not_count():
    history = [
        {"period": "2023-12", "wage_per_month": 1_000_000},
        {"period": "2024-01/2024-05", "wage_per_month": 4_000_000},
    ]
    average = average_wage({"wage_history": history, "inflation": {2023: 10}}, LAW, DAY("2024-04-10"))
    # One month of 1,1 million and three of 4 million.
    assert (average.amount, average.months) == (3_275_000, 4)


def test_known_inflation_is_taken_and_its_doubts_are_told():
    sure = average_wage({"wage_by_year": {2023: 1_000_000}}, LAW, DAY("2025-02-01"))
    assert (sure.amount, sure.verified) == (1_042_210, True)  # 2,61 % and 1,57 %
    doubtful = average_wage({"wage_by_year": {2021: 1_000_000}}, LAW, DAY("2023-02-01"))
    assert not doubtful.verified
    assert "Inflasi 2021" in doubtful.told.id


def test_a_year_without_inflation_is_asked_for():
    answer = benefit({**PENSION, "wage_by_year": SLIDE["wage_by_year"], "jp_caps": {2027: 13_000_000}})
    assert answer.total is None
    assert "inflasi tahun 2026, 2027, 2028, 2029" in answer.items[0].because.id


def test_fewer_than_180_months_are_paid_at_once_with_their_development():
    history = [{"period": "2023-01/2023-12", "wage_per_month": 5_000_000}]
    case = {**PENSION, "date": "2024-12-31", "birth_date": "1966-06-15", "wage_history": history}
    answer = benefit({**case, "yields": {2023: 0, 2024: 6}})
    assert (answer.items[0].rule, answer.total) == ("jp_lump_sum", 12 * 150_000 * 106 // 100)
    unknown = benefit({**case, "yields": {2023: 0}})
    assert unknown.total is None
    assert "hasil pengembangan tahun 2024" in unknown.items[0].because.id


def test_the_yields_of_the_jht_are_not_taken_for_the_pension():
    answer = benefit(
        {
            **PENSION,
            "date": "2017-06-30",
            "birth_date": "1961-06-01",
            "months_paid": 20,
            "opening_balance": {"year": 2015, "balance": 100},
        }
    )
    assert answer.total is None


def test_a_widow_gets_half_of_fifteen_years_when_contributions_were_dense():
    case = {
        "programme": "JP",
        "event": "death",
        "date": "2025-05-20",
        "jp_recipient": "spouse",
        "jp_average_wage": 8_000_000,
    }
    paid = benefit({**case, "months_paid": 20, "registered_on": "2023-05-20"})  # 20 of 24 months
    assert (paid.items[0].rule, paid.total, paid.verified) == ("jp_pension", 600_000, False)
    assert "dibayar sejak 1 Juni 2025" in paid.items[0].because.id
    gaps = benefit({**case, "months_paid": 19, "registered_on": "2023-05-20", "jp_balance": 4_000_000})
    assert (gaps.items[0].rule, gaps.total) == ("jp_lump_sum", 4_000_000)


def test_a_disability_a_month_after_registration_is_a_pension_of_fifteen_years():
    case = {"programme": "JP", "event": "disability.total", "jp_average_wage": 8_000_000, "months_paid": 1}
    after = benefit({**case, "date": "2025-05-20", "registered_on": "2025-04-20"})
    assert (after.total, after.verified) == (1_200_000, True)
    before = benefit({**case, "date": "2025-05-19", "registered_on": "2025-04-20", "jp_balance": 240_000})
    assert (before.items[0].rule, before.total) == ("jp_lump_sum", 240_000)


def test_a_death_without_a_word_of_who_receives_says_so():
    answer = benefit(
        {"programme": "JP", "event": "death", "date": "2025-05-20", "jp_average_wage": 8_000_000, "months_paid": 200}
    )
    assert answer.total is None
    assert "jp_recipient" in answer.items[0].because.id


@pytest.mark.parametrize("wrong", [{"wage_by_year": {2015: 3.5}}, {"inflation": {"x": 1}}, {"wage_history": {"a": 1}}])
def test_histories_that_cannot_be_read_are_problems_and_no_crash(wrong):
    assert benefit({**PENSION, **SLIDE, **wrong}).problems


def test_those_without_wage_get_no_pension_and_are_told_so():
    answer = benefit({**PENSION, **SLIDE, "segment": "BPU"})
    assert answer.total is None
    assert ["hanya bagi penerima upah" in problem.id for problem in answer.problems] == [True]
