"""The same person costs differently as PU and as BPU."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2023, 5, 1)
NON_ASN = {"package": "JKK+JKM", "risk_class": 1}


@pytest.mark.parametrize(
    ("wage", "as_pu"),
    [
        (2_152_323, 11_623),  # RT/RW on UMK Klaten 2023: joglopos.my.id
        (2_000_000, 10_800),  # urbanjabar.com/2020/12/24
        (1_000_000, 5_400),  # sulsel.fajar.co.id/2022/05/24
    ],
)
def test_a_non_asn_costs_0_54_percent_as_pu_and_a_flat_amount_as_bpu(ask, wage, as_pu):
    row = {"date": DAY, "wage_per_month": wage, **NON_ASN}
    assert ask("cover_price_as_pu", row)[0].value == as_pu
    assert ask("cover_price_as_bpu", row)[0].value == 16_800
    assert ask("cover_price_compared", row)[0].value == "PU"


def test_a_high_wage_is_cheaper_as_bpu_and_an_equal_price_is_the_same(ask):
    wages = [3_111_111, 3_111_112, 4_000_000]
    rows = [{"date": DAY, "wage_per_month": wage, **NON_ASN} for wage in wages]
    assert [answer.value for answer in ask("cover_price_compared", *rows)] == ["same", "same", "BPU"]


def test_what_is_not_known_of_one_way_is_not_compared(ask):
    assert ask("cover_price_compared", {"date": DAY, "wage_per_month": None, **NON_ASN}) == [(None, False, False)]


@pytest.mark.parametrize("package", ["JKK+JKM", "JKK+JKM+JHT"])
def test_each_way_is_the_price_of_its_segment(ask, package):
    case = {"date": DAY, "package": package, "wage_per_month": 2_500_000, "risk_class": 2}
    for segment, rule in (("PU", "cover_price_as_pu"), ("BPU", "cover_price_as_bpu")):
        assert ask(rule, case) == ask("cover_price_per_month", {**case, "segment": segment})
