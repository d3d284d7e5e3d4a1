"""Reliefs lower the rate, on their dates, for those they are meant for."""

from __future__ import annotations

import datetime as dt

import pytest

BEFORE, FIRST, LAST, AFTER = dt.date(2020, 7, 31), dt.date(2020, 8, 1), dt.date(2021, 1, 31), dt.date(2021, 2, 1)


def test_the_pandemic_relief_leaves_68_rupiah_of_the_flat_death_contribution(ask):
    # flipbuilder.com rmzy p.153
    answers = ask("jkm_bpu_contribution", *[{"date": day} for day in (BEFORE, FIRST, LAST, AFTER)])
    assert answers == [(6_800, False, False), (68, False, True), (68, False, True), (6_800, False, False)]


def test_it_leaves_0_003_percent_of_the_wage_for_death(ask):
    # flipbuilder.com rmzy p.153
    assert ask("jkm_pu_rate_due", {"date": FIRST})[0].value == 30
    assert ask("jkm_pu_contribution", {"date": FIRST, "wage_per_month": 4_500_000})[0].value == 135


def test_a_relief_lowers_the_rate_and_not_the_rounded_amount(ask):
    row = {"date": FIRST, "wage_per_month": 1_983_333}
    assert ask("jkm_pu_contribution", row)[0].value == 59  # 59,49999; 1 % of the rounded Rp5.950 is 59,5 and so 60


@pytest.mark.parametrize(
    ("day", "in_full"),
    [
        (dt.date(2020, 7, 1), [True, True, True]),
        (dt.date(2020, 8, 1), [True, False, False]),  # the second month of membership: registered in July
        (dt.date(2020, 9, 1), [True, True, False]),
        (dt.date(2021, 1, 1), [True, True, False]),
        (dt.date(2021, 2, 1), [True, True, True]),
    ],
)
def test_those_registered_after_july_2020_pay_their_first_two_months_in_full(ask, day, in_full):
    rows = [{"date": day, "contribution_month_number": number} for number in (1, 2, 3)]
    assert [answer.value == 1_000_000 for answer in ask("contribution_due", *rows)] == in_full


def test_those_behind_with_contributions_get_no_relief(ask):
    rows = [{"date": FIRST, "in_arrears": behind} for behind in (True, False, None)]
    assert [answer.value for answer in ask("contribution_due", *rows)] == [1_000_000, 10_000, None]


def test_outside_the_relief_nobody_has_to_know_about_arrears(ask):
    row = {"date": AFTER, "in_arrears": None, "contribution_month_number": None}
    assert ask("contribution_due", row) == [(1_000_000, False, False)]


def test_pension_contributions_were_deferred_and_not_waived(ask):
    rows = [{"date": day, "wage_per_month": 5_000_000} for day in (BEFORE, FIRST, LAST, AFTER)]
    assert [a.value for a in ask("jp_contribution", *rows)] == [150_000] * 4
    assert [a.value for a in ask("jp_due_now", *rows)] == [150_000, 1_500, 1_500, 150_000]
    assert [a.value for a in ask("jp_deferred", *rows)] == [0, 148_500, 148_500, 0]


def test_pension_contributions_were_deferred_on_the_conditions_of_the_relief(ask):
    rows = [
        {"date": LAST, "wage_per_month": 5_000_000, "in_arrears": behind, "contribution_month_number": number}
        for behind, number in ((False, 3), (True, 3), (False, 2))
    ]
    assert [answer.value for answer in ask("jp_due_now", *rows)] == [1_500, 150_000, 150_000]


def test_each_payer_has_a_part_now_and_a_part_later_that_come_to_the_whole(ask):
    row = {"date": FIRST, "wage_per_month": 20_000_000}  # the cap is 8.939.700
    rules = ("jp_employer_now", "jp_worker_now", "jp_employer_deferred", "jp_worker_deferred")
    assert [ask(rule, row)[0].value for rule in rules] == [1_788, 894, 177_006, 88_503]


PADAT_KARYA = {"industry": "footwear", "workers": 50}


@pytest.mark.parametrize(
    ("risk", "rate"), [(1, 1_200), (2, 2_700), (3, 4_450), (4, 6_350), (5, 8_700)]
)  # radiodms.com, emasharini.id
def test_labour_intensive_industries_pay_half_of_each_rate(ask, risk, rate):
    row = {"date": dt.date(2025, 2, 1), "risk_class": risk, **PADAT_KARYA}
    assert ask("jkk_pu_rate_due", row) == [(rate, False, False)]


@pytest.mark.parametrize(
    ("day", "part"),
    [
        ("2025-01-31", 1_000_000),
        ("2025-02-01", 500_000),
        ("2025-08-01", 500_000),
        ("2026-01-31", 500_000),
        ("2026-02-01", 1_000_000),
    ],
)
def test_that_relief_ran_from_february_2025_to_january_2026(ask, day, part):
    assert ask("jkk_pu_relief", {"date": dt.date.fromisoformat(day), **PADAT_KARYA})[0].value == part


@pytest.mark.parametrize(
    "case",
    [
        {"industry": "footwear", "workers": 49},
        {"industry": "other", "workers": 5_000},
        {"workers": 5_000},
        {"industry": "footwear", "workers": 50, "in_arrears": True},
    ],
)
def test_small_employers_other_industries_and_those_in_arrears_pay_in_full(ask, case):
    assert ask("jkk_pu_relief", {"date": dt.date(2025, 6, 1), **case})[0].value == 1_000_000


def test_an_unknown_number_of_workers_matters_in_the_six_industries_alone(ask):
    rows = [{"date": dt.date(2025, 6, 1), "industry": industry, "workers": None} for industry in ("toys", "other")]
    assert [answer.value for answer in ask("jkk_pu_relief", *rows)] == [None, 1_000_000]


def test_death_contributions_of_labour_intensive_industries_stay_whole(ask):
    row = {"date": dt.date(2025, 6, 1), "wage_per_month": 10_000_000, **PADAT_KARYA}
    assert ask("jkm_pu_contribution", row)[0].value == 30_000


@pytest.mark.parametrize("funding", ["apbd", "apbd.provinsi", "apbd.kabkota", "apbn"])
def test_pp_50_of_2025_never_lowers_what_public_budgets_pay(ask, funding):
    days = [dt.date(2026, 1, 1), dt.date(2026, 4, 1), dt.date(2027, 3, 31)]
    rows = [{"date": day, "funding": funding, "sector": "transport"} for day in days]
    assert ask("bpu_relief", *rows) == [(1_000_000, False, False)] * 3


def test_what_follows_pp_50_of_2025_is_not_verified_save_for_public_money(ask):
    days = [dt.date(2027, 1, 1), dt.date(2027, 4, 1)]
    for sector, unverified in (("other", [True, True]), ("transport", [False, True])):
        own = [{"date": day, "funding": "mandiri", "sector": sector} for day in days]
        assert [answer.unverified for answer in ask("bpu_relief", *own)] == unverified
    public = [{"date": day, "funding": "apbd", "sector": "other"} for day in days]
    assert [answer.unverified for answer in ask("bpu_relief", *public)] == [False, False]
