"""Migrant workers pay once before they leave and once for their term; savings are their choice."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from asking import semesta

from semesta.law.answers import contribution
from semesta.law.items import Item
from semesta.law.jkk.items import BENEFITS as JKK
from semesta.law.jkm.items import BENEFITS as JKM

DAY = dt.date(2024, 1, 1)

# pasal.id permenaker-no-4-tahun-2023, detik.com d-6624813
TERMS = {6: 108_000, 12: 189_000, 24: 332_500}


def test_each_package_has_the_price_of_permenaker_4_of_2023(ask):
    answers = ask("pmi_during_contribution", *[{"date": DAY, "contract_months": months} for months in TERMS])
    assert answers == [(price, False, False) for price in TERMS.values()]


def test_two_years_cost_370000_in_all_as_radarlampung_663206_published(ask):
    assert ask("pmi_contribution", {"date": DAY, "contract_months": 24}) == [(370_000, False, False)]


@pytest.mark.parametrize(
    ("months", "amount"), [(7, 121_500), (11, 175_500), (18, 270_000), (25, 346_000), (30, 413_500)]
)
def test_each_month_beyond_the_package_costs_13500(ask, months, amount):
    assert ask("pmi_during_contribution", {"date": DAY, "contract_months": months})[0].value == amount


def test_less_than_six_months_takes_the_shortest_package_and_says_that_it_is_not_verified(ask):
    rows = [{"date": DAY, "contract_months": months} for months in (5, 6)]
    assert ask("pmi_during_contribution", *rows) == [(108_000, False, True), (108_000, False, False)]


def test_until_21_february_2023_one_amount_held_whatever_the_term(ask):
    rows = [{"date": dt.date(2023, 2, day), "contract_months": 12} for day in (21, 22)]
    assert [answer.value for answer in ask("pmi_contribution", *rows)] == [360_000, 226_500]


def test_a_missing_term_mattered_only_since_then(ask):
    rows = [{"date": dt.date(2023, 2, day), "contract_months": None} for day in (21, 22)]
    assert ask("pmi_contribution", *rows) == [(360_000, False, False), (None, False, False)]


def test_before_the_regulation_of_2018_nothing_is_known(ask):
    assert ask("pmi_contribution", {"date": dt.date(2018, 12, 31), "contract_months": 24}) == [(None, True, False)]


def test_the_bill_of_two_years_is_370000_and_savings_come_on_top():
    case = {"segment": "PMI", "month": "2024-01", "contract_months": 24}
    assert contribution(case).total == 370_000
    assert contribution({**case, "programmes": "JKK,JKM"}).total == 370_000
    saving = contribution({**case, "pmi_savings": 50_000})
    assert [(item.programme, item.amount) for item in saving.items] == [
        ("JKK", 37_500),
        ("JKK", 332_500),
        ("JHT", 50_000),
    ]


def test_jkm_alone_has_no_price_and_is_not_0():
    answer = contribution({"segment": "PMI", "month": "2024-01", "contract_months": 24, "programmes": "JKM"})
    assert (answer.total, [item.amount for item in answer.items]) == (None, [None])


COSTS = dict.fromkeys(
    ["medical_cost", "transport_land_cost", "transport_sea_cost", "transport_air_cost", "home_care_cost", "prosthesis_price",
     "denture_cost", "hearing_aid_cost", "spectacles_cost"],
    500_000,
)  # fmt: skip
BENEFITS = sorted(
    {item.rule for of_event in (*JKK.values(), *JKM.values()) for item in of_event if isinstance(item, Item)}
    - {"jkk_rehabilitation"}
    | {"jkm_full_benefit", "jkm_benefit", "jkk_death_benefit", "jkk_transport", "scholarship_child", "scholarship_year"}
)


@pytest.mark.parametrize("rule", BENEFITS)
def test_what_jkk_and_jkm_pay_is_not_told_of_migrant_workers_by_any_part(ask, rule):
    case = {"date": dt.date(2025, 6, 1), "wage_per_month": 3_000_000, "months_paid": 40, "months_off_work": 2, "employers": 2,
            "child_level": "SD", **COSTS}  # fmt: skip
    told, untold = ask(rule, {**case, "segment": "PU"}, {**case, "segment": "PMI"})
    assert told.value > 0
    assert untold == (None, False, False)


def test_a_table_with_migrant_workers_is_told_why_some_have_no_result(tmp_path):
    people = pl.DataFrame({"segment": ["PU", "PMI"], "date": [dt.date(2025, 6, 1)] * 2, "months_paid": [40, 40]})
    people.write_parquet(tmp_path / "people.parquet")
    said = semesta(
        "compute", "jkm_funeral_paid", tmp_path / "people.parquet", "--date", "date", "-o", tmp_path / "out.parquet"
    )
    assert said.exit_code == 0
    assert "bagi segmen PMI besarnya belum tercatat" in said.out
    assert pl.read_parquet(tmp_path / "out.parquet")["jkm_funeral_paid"].to_list() == [10_000_000, None]


def test_savings_come_in_the_amounts_that_are_offered():
    case = {"segment": "PMI", "month": "2024-01", "contract_months": 24}
    assert contribution({**case, "pmi_savings": 600_000}).total == 970_000
    assert "pmi_savings = 75000" in contribution({**case, "pmi_savings": 75_000}).problems[0].id
