"""Income of those without wage counts by band; only the ends of the bands are verified."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semesta.law.answers import contribution
from semesta.law.law import LAW

DAY = dt.date(2025, 3, 1)

BANDS = {
    1_000_000: 1_000_000,
    1_099_000: 1_000_000,
    1_099_999: 1_000_000,
    1_100_000: 1_200_000,
    1_299_000: 1_200_000,
    1_500_000: 1_600_000,
    1_899_000: 1_800_000,
    1_900_000: 2_050_000,
    2_199_000: 2_050_000,
    2_200_000: 2_450_000,
    7_699_000: 7_450_000,
    8_199_000: 7_950_000,
    8_200_000: 8_700_000,
    9_200_000: 9_700_000,
    20_199_000: 19_700_000,
    20_200_000: 20_700_000,
    90_000_000: 20_700_000,
}


def test_an_income_counts_as_the_amount_of_its_band(ask):
    answers = ask("bpu_basis", *[{"date": DAY, "income_per_month": income} for income in BANDS])
    assert [answer.value for answer in answers] == list(BANDS.values())


@pytest.mark.parametrize(("mode", "jkk", "jht"), [("tier", 20_500, 41_000), ("exact", 20_000, 40_000)])
def test_two_million_pays_by_band_or_by_the_plain_percentage_of_kaltim_akurasi(ask, mode, jkk, jht):
    row = {"date": DAY, "income_per_month": 2_000_000, "basis_mode": mode}
    assert ask("jkk_bpu_contribution", row) == [(jkk, False, True)]
    assert ask("jht_bpu_contribution", row) == [(jht, False, True)]


def test_without_a_word_the_band_counts(ask):
    assert ask("jkk_bpu_contribution", {"date": DAY, "income_per_month": 2_000_000})[0].value == 20_500


@pytest.mark.parametrize("mode", ["tier", "exact"])
def test_only_the_ends_are_verified_and_the_mode_does_not_touch_them(ask, mode):
    incomes = (0, 1_000_000, 1_000_001, 20_699_999, 20_700_000, 10**9)
    rows = [{"date": DAY, "income_per_month": income, "basis_mode": mode} for income in incomes]
    assert [answer.unverified for answer in ask("bpu_basis", *rows)] == [False, False, True, True, False, False]


def test_a_missing_mode_matters_between_the_ends_alone(ask):
    rows = [{"date": DAY, "income_per_month": income, "basis_mode": None} for income in (500_000, 2_000_000)]
    assert [answer.value for answer in ask("bpu_basis", *rows)] == [1_000_000, None]


@given(income=st.integers(0, 10**8), more=st.integers(0, 10**7), mode=st.sampled_from(["tier", "exact"]))
def test_a_higher_income_never_counts_less(income, more, mode):
    low, high = (
        LAW.value("bpu_basis", date=DAY, income_per_month=i, basis_mode=mode).value for i in (income, income + more)
    )
    assert low <= high


def test_the_explanation_shows_the_band_and_that_it_is_not_verified():
    told = LAW.explain(LAW.value("bpu_basis", date=DAY, income_per_month=2_000_000))
    assert (
        "Nilai golongan penghasilan BPU: Rp2.050.000 (PP 44/2015 Lampiran II; PP 46/2015; sejak 1 Juli 2015; belum"
        in told
    )


# star.grid.id 453597483, Kompas 2 December 2022, quoting BPJS
ROUTES = {
    "ordinary": "BPU",
    "employer": "PU",
    "intern": "PU",
    "honorer": "PU",
    "student_practice": "PU",
    "convict_assimilation": "PU",
}


def test_employers_interns_honorer_students_and_convicts_pay_by_the_rates_of_wage_earners(ask):
    rows = [{"date": DAY, "segment": "BPU", "bpu_group": group} for group in ROUTES]
    assert [answer.value for answer in ask("contribution_route", *rows)] == list(ROUTES.values())


def test_the_route_of_others_is_their_segment(ask):
    rows = [{"date": DAY, "segment": segment} for segment in ("PU", "BPU", "JAKON", "PMI", None)]
    assert [answer.value for answer in ask("contribution_route", *rows)] == ["PU", "BPU", "JAKON", "PMI", None]


@pytest.mark.parametrize("group", ["employer", "intern", "honorer", "student_practice", "convict_assimilation"])
def test_the_bill_of_a_special_group_is_counted_on_the_lowest_wage_of_the_same_work(group):
    case = {"segment": "BPU", "bpu_group": group, "month": "2025-06", "wage_per_month": 2_000_000, "risk_class": 1}
    answer = contribution(case)
    assert [(item.rule, item.amount) for item in answer.items] == [
        ("jkk_pu_contribution", 4_800),
        ("jkm_pu_contribution", 6_000),
    ]


def test_an_ordinary_person_without_wage_pays_as_ever():
    assert contribution({"segment": "BPU", "bpu_group": "ordinary", "month": "2025-06"}).total == 16_800
