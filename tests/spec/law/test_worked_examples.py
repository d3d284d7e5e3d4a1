"""Amounts that officials and the press published, each with its source, come out of the law."""

from __future__ import annotations

import datetime as dt

import pytest

VULNERABLE = {"segment": "BPU", "package": "JKK+JKM", "funding": "apbd.kabkota"}

BUDGETS = [
    # (source, month, persons, months, published budget)
    ("Kab. Blitar, tobacco farmers Aug–Dec 2024: jatim.times.co.id", "2024-08-01", 5387, 5, 452_508_000),
    ("Kab. Lumajang, Jun–Dec 2025: infomalangraya.com", "2025-06-01", 5606, 7, 659_265_600),
    ("Kab. Penajam Paser Utara 2025: kaltimkita.com", "2025-01-01", 15000, 12, 3_024_000_000),
    ("Kab. Tangerang 2026, after PP 50/2025: transpantura.com/2026/02", "2026-02-01", 500_000, 12, 100_800_000_000),
]


@pytest.mark.parametrize(("source", "month", "persons", "months", "budget"), BUDGETS, ids=[b[0] for b in BUDGETS])
def test_a_published_budget_is_persons_times_months_times_the_price_by_law(ask, source, month, persons, months, budget):
    (price,) = ask("cover_price_per_month", {"date": dt.date.fromisoformat(month), **VULNERABLE})
    assert price.value * persons * months == budget


WAGES = [
    # (source, day, wage, risk class, rule, published amount)
    ("RT/RW on UMK Klaten 2023, 2.152.322,94: joglopos.my.id", "2023-05-01", 2_152_323, 1, 11_623),
    ("Wage 2.000.000: urbanjabar.com/2020/12/24, before the pandemic relief", "2020-07-31", 2_000_000, 1, 10_800),
    ("Wage 1.000.000: sulsel.fajar.co.id/2022/05/24", "2022-05-24", 1_000_000, 1, 5_400),
]


@pytest.mark.parametrize(("source", "day", "wage", "risk", "amount"), WAGES, ids=[w[0] for w in WAGES])
def test_a_wage_earner_of_very_low_risk_costs_0_54_percent_of_the_wage(ask, source, day, wage, risk, amount):
    row = {"date": dt.date.fromisoformat(day), "segment": "PU", "package": "JKK+JKM"}
    assert ask("cover_price_per_month", {**row, "wage_per_month": wage, "risk_class": risk})[0].value == amount


@pytest.mark.parametrize(
    ("rule", "amount"),
    [
        ("jkk_pu_contribution", 89_000),
        ("jkm_pu_contribution", 30_000),
        ("jht_pu_employer_contribution", 370_000),
        ("jht_pu_worker_contribution", 200_000),
        ("jht_contribution", 570_000),
    ],
)
def test_a_wage_of_ten_million_at_medium_risk_pays_as_fame_grid_464028442_published(ask, rule, amount):
    row = {"date": dt.date(2025, 6, 1), "segment": "PU", "wage_per_month": 10_000_000, "risk_class": 3}
    assert ask(rule, row)[0].value == amount


def test_the_pandemic_relief_leaves_68_rupiah_of_jkm_as_flipbuilder_rmzy_p153_published(ask):
    (answer,) = ask("jkm_bpu_contribution", {"date": dt.date(2020, 9, 1)})
    assert answer == (68, False, True)  # its months are not verified


def test_jkm_pays_42_million_as_radarsulbar_published_in_february_2024(ask):
    assert ask("jkm_benefit", {"date": dt.date(2024, 2, 26), "segment": "BPU", "months_paid": 1})[0].value == 42_000_000


def test_a_bpu_of_less_than_three_months_leaves_the_funeral_as_cakranusantara_published_in_september_2025(ask):
    rows = [{"date": dt.date(2025, 9, 22), "segment": "BPU", "months_paid": months} for months in (2, 3)]
    assert [answer.value for answer in ask("jkm_benefit", *rows)] == [10_000_000, 42_000_000]


def test_with_old_age_savings_the_package_costs_36800_as_bgnnews_2788_published(ask):
    row = {"date": dt.date(2025, 3, 1), "segment": "BPU", "package": "JKK+JKM+JHT"}
    assert ask("cover_price_per_month", row)[0].value == 36_800


def test_relieved_cover_costs_8400_as_malangtimes_353501_published(ask):
    row = {"date": dt.date(2026, 5, 1), "segment": "BPU", "package": "JKK+JKM", "funding": "mandiri", "sector": "other"}
    assert ask("cover_price_per_month", row)[0] == (8_400, False, False)
