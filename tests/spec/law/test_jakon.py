"""Construction pays by slices of the contract value, each at its own rate, or by wages where they are known."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semesta.law.answers import contribution
from semesta.law.law import LAW

DAY = dt.date(2024, 5, 1)

# Rates as star.grid.id 453624938 and 453670457 published them; the sums are counted from them.
CUMULATIVE = {
    0: 0,
    100_000_000: 240_000,
    250_000_000: 525_000,
    500_000_000: 1_000_000,
    750_000_000: 1_375_000,
    1_000_000_000: 1_750_000,
    2_500_000_000: 3_550_000,
    5_000_000_000: 6_550_000,
    10_000_000_000: 11_550_000,
}


def test_each_rate_counts_for_its_own_slice_of_the_contract_value(ask):
    answers = ask("jakon_by_value", *[{"date": DAY, "project_value": value} for value in CUMULATIVE])
    assert answers == [(amount, False, False) for amount in CUMULATIVE.values()]


@pytest.mark.parametrize(("rule", "amount"), [("jakon_jkk_by_value", 1_540_000), ("jakon_jkm_by_value", 210_000)])
def test_a_project_of_one_billion_divides_into_accident_and_death(ask, rule, amount):
    assert ask(rule, {"date": DAY, "project_value": 1_000_000_000})[0].value == amount


def test_the_first_rupiah_of_a_slice_pays_the_rate_of_that_slice(ask):
    steps = [100_000_000, 101_000_000, 500_000_000, 501_000_000, 1_000_000_000, 1_001_000_000]
    answers = [a.value for a in ask("jakon_by_value", *[{"date": DAY, "project_value": value} for value in steps])]
    assert [answers[1] - answers[0], answers[3] - answers[2], answers[5] - answers[4]] == [1_900, 1_500, 1_200]


def test_wages_pay_2_04_percent(ask):
    assert ask("jakon_by_wage", {"date": DAY, "wage_per_month": 10_000_000})[0].value == 204_000


def test_a_missing_value_has_no_contribution_and_before_the_law_there_is_none(ask):
    rows = [{"date": DAY, "project_value": None}, {"date": dt.date(2015, 6, 30), "project_value": 5_000_000}]
    assert ask("jakon_by_value", *rows) == [(None, False, False), (None, True, False)]


def test_the_pandemic_relief_leaves_one_percent_of_every_rate(ask):
    row = {"project_value": 1_000_000_000}
    days = [dt.date(2020, 7, 31), dt.date(2020, 8, 1), dt.date(2021, 1, 31), dt.date(2021, 2, 1)]
    answers = [answer.value for answer in ask("jakon_by_value", *[{"date": day, **row} for day in days])]
    assert answers == [1_750_000, 17_500, 17_500, 1_750_000]


@given(value=st.integers(0, 10**13), more=st.integers(0, 10**9))
def test_a_dearer_project_never_pays_less(value, more):
    low, high = (LAW.value("jakon_by_value", date=DAY, project_value=v).value for v in (value, value + more))
    assert low <= high


def test_the_bill_of_a_project_has_a_line_for_accident_and_one_for_death():
    answer = contribution({"segment": "JAKON", "month": "2024-05", "project_value": 1_000_000_000})
    assert [(item.programme, item.amount) for item in answer.items] == [("JKK", 1_540_000), ("JKM", 210_000)]
    assert answer.total == 1_750_000


def test_wages_that_are_known_go_before_the_contract_value():
    case = {"segment": "JAKON", "month": "2024-05", "project_value": 1_000_000_000, "wage_per_month": 10_000_000}
    assert contribution(case).total == 204_000


def test_a_bill_without_value_and_wages_says_what_is_missing():
    answer = contribution({"segment": "JAKON", "month": "2024-05"})
    assert answer.total is None
    assert "project_value" in answer.items[0].because.id


def test_an_explanation_names_every_slice_that_counts():
    told = LAW.explain(LAW.value("jakon_jkk_by_value", date=DAY, project_value=250_000_000))
    below = "Iuran JKK bagian nilai proyek di bawahnya: Rp210.000"
    assert below in told
    assert "proyek: 0,17\N{NO-BREAK SPACE}%" in told
    assert "0,13\N{NO-BREAK SPACE}%" not in told
    whole = LAW.explain(LAW.value("jakon_jkk_by_value", date=DAY, project_value=750_000_000))
    assert ["[0]: 0,21\N{NO-BREAK SPACE}%" in whole, "[100.000.000]: 0,17\N{NO-BREAK SPACE}%" in whole] == [True, True]
