"""The need of a payer: (kept + added) × months × price by the law of each month, held against published budgets."""

from __future__ import annotations

import pytest
from scenarios import assumed, group, payer, plan, span, target


def need(year: int, people: dict, **route) -> int:
    """The need of one year for one group."""
    return plan(years=span(year), groups=[group("rentan.petani", people, **route)]).budget.needs[0].amount


# Published budgets, as the press told them


@pytest.mark.parametrize(
    ("year", "persons", "months", "published"),
    [
        (2024, 5_387, "8-12", 452_508_000),  # Kabupaten Blitar: tobacco farmers, August to December
        (2025, 5_606, "6-12", 659_265_600),  # Lumajang: June to December
        (2025, 15_000, "1-12", 3_024_000_000),  # Penajam Paser Utara
        (2026, 500_000, "1-12", 100_800_000_000),  # Kabupaten Tangerang
    ],
)
def test_a_published_budget_comes_out_to_the_rupiah(year, persons, months, published):
    assert need(year, payer(persons, months=months)) == published


def test_a_price_of_the_office_wins_over_the_law():
    assert need(2026, payer(11_250), own_price=17_000) == 2_295_000_000  # Tangerang Selatan


def test_heads_of_neighbourhoods_as_wage_earners_cost_a_share_of_the_wage():
    route = {"route": "PU", "wage_per_month": 2_152_323, "risk_class": 1}
    assert need(2023, payer(1), **route) == 12 * 11_623  # minimum wage of Klaten


def test_a_wage_of_two_million_costs_10800_a_month():
    assert need(2020, payer(1, months="1-1"), route="PU", wage_per_month=2_000_000, risk_class=1) == 10_800


# Law that changes within a year


@pytest.mark.parametrize(
    ("funding", "sector", "months_in_full"),
    [("mandiri", "other", 3), ("mandiri", "transport", 0), ("csr", "other", 3), ("apbd.kabkota", "other", 12)],
)
def test_each_month_has_the_price_of_its_own_law(funding, sector, months_in_full):
    full, half = 16_800, 8_400
    expected = months_in_full * full + (12 - months_in_full) * half
    assert need(2026, payer(1, funding), sector=sector) == expected


@pytest.mark.parametrize(
    ("employer", "is_relieved"),
    [
        ({"industry": "textile", "workers": 50}, True),
        ({"industry": "furniture", "workers": 1_200}, True),
        ({"industry": "textile", "workers": 49}, False),
        ({"industry": "other", "workers": 1_200}, False),
        (None, False),
    ],
)
def test_a_large_employer_of_a_labour_intensive_industry_pays_half_of_jkk_from_february_2025_to_january_2026(
    employer, is_relieved
):
    """PP 7/2025 and PP 36/2025: of Rp3,000,000 in the third class of risk JKK 26,700 or 13,350; JKM always 9,000."""
    route = {"route": "PU", "wage_per_month": 3_000_000, "risk_class": 3, "employer": employer}
    costs = plan(years=span(2024, 2027), groups=[group("pu", payer(10, "pemberi_kerja"), **route)]).budget.costs
    for cost in costs:
        is_within = (2025, 2) <= (cost.month.year, cost.month.month) <= (2026, 1)
        jkk = 13_350 if is_within and is_relieved else 26_700
        assert (cost.price.programmes, cost.amount) == ({"JKK": jkk, "JKM": 9_000}, 10 * (jkk + 9_000))


def test_new_members_of_such_an_employer_cost_the_relieved_price_on_the_way_to_a_target():
    route = {"route": "PU", "wage_per_month": 3_000_000, "risk_class": 3}
    mix = {"funding": "pemberi_kerja", "part": 1.0, **route, "employer": {"industry": "toys", "workers": 80}}
    steps = plan(years=span(2025, 2026), targets=[target(shares={2026: 0.7}, mix=[mix])]).paths[0].steps
    full, half = 26_700 + 9_000, 13_350 + 9_000
    assert [step.amount for step in steps] == [1_000 * (full + 11 * half), 2_000 * (half + 11 * full)]


def test_the_employer_of_people_without_wage_changes_nothing():
    relieved = {"employer": {"industry": "food", "workers": 500}}
    assert need(2025, payer(1, "csr"), **relieved) == need(2025, payer(1, "csr"))


def test_money_that_grows_by_one_and_a_half_per_cent_is_not_cut_by_a_rupiah():
    money = [{"funding": "apbd.kabkota", "amounts": {2027: 100_000_000}, "growth": "1,5 %"}]
    balances = plan(years=span(2027, 2029), money=money).budget.balances
    assert [one.money for one in balances] == [100_000_000, 101_500_000, 103_022_500]


def test_money_of_years_that_are_not_named_grows_from_the_year_before_that_is():
    def held(amounts: object, **fields: object) -> list[int | None]:
        money = [{"funding": "apbd.kabkota", "amounts": amounts, **fields}]
        return [one.money for one in plan(years=span(2027, 2030), money=money).budget.balances]

    assert held("Rp50 juta", growth="10 %") == [50_000_000, 55_000_000, 60_500_000, 66_550_000]
    assert held({2028: 30_000_000, 2030: 90_000_000}, growth="10 %") == [None, 30_000_000, 33_000_000, 90_000_000]
    assert held({2027: 30_000_000, 2029: 90_000_000}) == [30_000_000, 30_000_000, 90_000_000, 90_000_000]
    assert held("Rp50 juta") == [50_000_000] * 4


def test_a_wage_that_grows_is_rounded_once():
    """2.5 % on Rp1,000,000 and twice: 0.24 % and 0.30 % of 1,050,625 are 2,521.5 and 3,151.875, rounded half up."""
    route = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1}
    found = plan(years=span(2027, 2029), groups=[group(**route)], wage_growth=assumed(0.025, 0.025, 0.025)).budget
    assert [one.prices for one in found.needs] == [(5_400,), (2_460 + 3_075,), (2_522 + 3_152,)]


def test_the_months_of_a_year_add_up_to_its_need():
    made = plan(years=span(2026), groups=[group("rentan.petani", payer(10, "mandiri"))])
    assert sum(cost.amount for cost in made.budget.costs) == made.budget.needs[0].amount
    assert [cost.price.amount for cost in made.budget.costs] == [16_800] * 3 + [8_400] * 9
    assert made.budget.needs[0].prices == (16_800, 8_400)


def test_the_price_is_told_by_programme():
    made = plan(groups=[group(package="JKK+JKM+JHT")])
    assert dict(made.budget.costs[0].price.programmes) == {"JKK": 10_000, "JKM": 6_800, "JHT": 20_000}


def test_a_supposed_law_changes_the_price_from_its_day_on():
    steps = [{"since": "2027-07-01", "values": {"jkm_bpu_flat": 7_800}}]
    assert plan(law=steps).budget.needs[0].amount == 100 * (6 * 16_800 + 6 * 17_800)


# Kept and added


def test_those_added_in_a_year_are_kept_in_the_next():
    made = plan(years=span(2027, 2028), groups=[group("rentan.nelayan", payer(100, added={2027: 20, 2028: 5}))])
    assert [(one.kept, one.added, one.persons) for one in made.budget.needs] == [(100, 20, 120), (120, 5, 125)]


def test_those_who_begin_late_cost_less_this_year_and_a_whole_year_in_the_next():
    made = plan(years=span(2027, 2028), groups=[group("rentan.nelayan", payer(0, added={2027: 10}, begins=7))])
    first, second = made.budget.needs
    assert (first.amount, first.whole_year, first.saved_by_late_start) == (10 * 6 * 16_800, 10 * 12 * 16_800, 1_008_000)
    assert (second.amount, second.saved_by_late_start) == (10 * 12 * 16_800, 0)


def test_wages_grow_from_the_second_year_on():
    route = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1}
    growth = {"low": 0.03, "central": 0.05, "high": 0.07, "source": "uji"}
    made = plan(years=span(2027, 2028), groups=[group("non_asn.rt_rw", payer(1), **route)], wage_growth=growth)
    assert [one.prices for one in made.budget.needs] == [(5_400,), (5_670,)]


# Need and money


def test_need_and_money_of_a_source_are_held_against_each_other():
    made = plan(money=[{"funding": "apbd.kabkota", "amounts": {2027: 20_000_000}, "stage": "rkpd"}])
    balance = made.budget.balances[0]
    assert (balance.need, balance.money, balance.shortfall, balance.stage) == (20_160_000, 20_000_000, 160_000, "rkpd")


def test_money_that_nobody_named_is_missing_and_not_zero():
    balance = plan().budget.balances[0]
    assert (balance.money, balance.shortfall) == (None, None)


def test_money_grows_after_the_last_year_that_is_known():
    money = [{"funding": "apbd.kabkota", "amounts": {2027: 100_000_000}, "growth": 0.1}]
    made = plan(years=span(2027, 2029), money=money)
    assert [balance.money for balance in made.budget.balances] == [100_000_000, 110_000_000, 121_000_000]


def test_a_source_with_money_and_nobody_to_pay_for_is_shown():
    made = plan(money=[{"funding": "dbh_cht", "amounts": {2027: 5}}])
    assert [(one.funding, one.need, one.money) for one in made.budget.balances] == [
        ("apbd.kabkota", 20_160_000, None),
        ("dbh_cht", 0, 5),
    ]
