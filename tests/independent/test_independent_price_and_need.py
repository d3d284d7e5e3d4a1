"""Price of cover and need, month by month, against budgets that were published and the words of the law."""

import pytest
from planning_asked import BPU, JHT, YEAR, assumed, file_of, group, payer, price

from semesta.planning.plan import made
from semesta.planning.scenario import read_scenario


def successive(prices):
    """Each price once as it comes in the year."""
    return [price for n, price in enumerate(prices) if n == 0 or price != prices[n - 1]]


def one_need(plan):
    (need,) = plan["needs"]
    return need


PUBLISHED = [
    # who, when, which months, own price, the sum that was printed
    ("Kab. Blitar 2024", "Kab. Blitar", "rentan", 5_387, 2024, "8-12", None, 452_508_000),
    ("Lumajang 2025", "Kab. Lumajang", "rentan", 5_606, 2025, "6-12", None, 659_265_600),
    ("Penajam Paser Utara 2025", "Kab. Penajam Paser Utara", "rentan", 15_000, 2025, "1-12", None, 3_024_000_000),
    ("Kab. Tangerang 2026", "Kab. Tangerang", "rentan", 500_000, 2026, "1-12", None, 100_800_000_000),
    ("Tangerang Selatan 2026", "Kota Tangerang Selatan", "rentan", 11_250, 2026, "1-12", 17_000, 2_295_000_000),
    ("Lebak 2026", "Kab. Lebak", "rentan", 3_450, 2026, "1-12", 16_200, 670_680_000),
]


@pytest.mark.parametrize("published", PUBLISHED, ids=[row[0] for row in PUBLISHED])
def test_a_published_budget_comes_out_to_the_rupiah(planned, published):
    _, place, code, persons, when, months, own, printed = published
    own_price = {} if own is None else {"own_price": own}
    plan = planned(
        place=place,
        years={"first": when, "last": when},
        groups=[group(code, payer(persons, months=months), **own_price)],
    )
    assert one_need(plan)["amount"] == printed


def test_blitar_is_90_501_600_a_month(planned):
    plan = planned(years={"first": 2024, "last": 2024}, groups=[group("rentan", payer(5_387, months="8-8"))])
    assert one_need(plan)["amount"] == 90_501_600


def test_rt_rw_as_wage_earners_on_the_wage_of_klaten_cost_11_623(planned):
    plan = planned(
        years={"first": 2023, "last": 2023},
        groups=[group("non_asn.rt_rw", payer(1), route="PU", wage_per_month=2_152_323, risk_class=1)],
    )
    assert set(one_need(plan)["prices"]) == {11_623}


@pytest.mark.parametrize(
    ("rounding", "jkk", "jkm"), [("nearest", 5_166, 6_457), ("up", 5_166, 6_457), ("down", 5_165, 6_456)]
)
def test_an_office_rounds_each_programme_on_its_own_as_it_does(tmp_path, rounding, jkk, jkm):
    """0.24 % of 2,152,323 is 5,165.5752 and 0.30 % is 6,456.969."""
    wage = {"route": "PU", "wage_per_month": 2_152_323, "risk_class": 1, "rounding": rounding}
    found = made(read_scenario(file_of(tmp_path, groups=[group("non_asn.rt_rw", payer(1), **wage)]))).budget
    assert {tuple(cost.price.programmes.items()) for cost in found.costs} == {(("JKK", jkk), ("JKM", jkm))}
    assert found.needs[0].amount == 12 * (jkk + jkm)


def test_rounding_leaves_whole_rupiah_as_they_are(planned):
    wage = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1, "rounding": "up"}
    assert one_need(planned(groups=[group("non_asn.rt_rw", payer(1), **wage)]))["prices"] == [5_400]


@pytest.mark.parametrize(("wage", "each"), [(1_000_000, 5_400), (2_000_000, 10_800)])
def test_a_wage_earner_of_the_lowest_risk_costs_0_54_per_cent(planned, wage, each):
    plan = planned(groups=[group("non_asn.rt_rw", payer(10), route="PU", wage_per_month=wage, risk_class=1)])
    assert one_need(plan)["amount"] == 10 * 12 * each


@pytest.mark.parametrize(("risk", "each"), [(1, 5_400), (2, 8_400), (3, 11_900), (4, 15_700), (5, 20_400)])
def test_every_class_of_risk_has_its_rate(planned, risk, each):
    plan = planned(groups=[group("non_asn.rt_rw", payer(1), route="PU", wage_per_month=1_000_000, risk_class=risk)])
    assert one_need(plan)["amount"] == 12 * each


def test_jht_of_a_wage_earner_is_5_7_per_cent_more(planned):
    plan = planned(
        groups=[
            group("non_asn.rt_rw", payer(1), route="PU", wage_per_month=1_000_000, risk_class=1, package="JKK+JKM+JHT")
        ]
    )
    assert one_need(plan)["amount"] == 12 * (5_400 + 57_000)


@pytest.mark.parametrize("funding", ["apbd.kabkota", "apbd.provinsi", "apbn", "dbh_cht", "dbh_sawit"])
@pytest.mark.parametrize("sector", ["other", "transport"])
def test_money_of_the_state_never_gets_the_relief_of_pp_50_2025(planned, funding, sector):
    plan = planned(
        years={"first": 2026, "last": 2027}, groups=[group("rentan.ojek", payer(10, funding), sector=sector)]
    )
    assert [(need["prices"], need["amount"]) for need in plan["needs"]] == [([BPU], 10 * YEAR)] * 2


@pytest.mark.parametrize("funding", ["csr", "mandiri"])
@pytest.mark.parametrize("with_jht", [False, True])
@pytest.mark.parametrize("sector", ["other", "transport"])
def test_others_get_the_relief_in_its_own_months_and_never_on_jht(planned, funding, sector, with_jht):
    more = {"package": "JKK+JKM+JHT"} if with_jht else {}
    plan = planned(
        years={"first": 2025, "last": 2027}, groups=[group("rentan.ojek", payer(7, funding), sector=sector, **more)]
    )
    for need in plan["needs"]:
        by_hand = [price(need["year"], m, public=False, sector=sector, with_jht=with_jht) for m in range(1, 13)]
        assert need["prices"] == successive(by_hand)
        assert need["amount"] == 7 * sum(by_hand)
    full = 7 * 12 * (BPU + JHT * with_jht)
    less = 7 * 3 * BPU // 2 if sector == "transport" else 0
    assert plan["needs"][2]["amount"] == full - less


def test_months_that_are_not_paid_are_not_in_the_need(planned):
    plan = planned(years={"first": 2026, "last": 2026}, groups=[group("rentan", payer(10, "csr", months="3-5"))])
    need = one_need(plan)
    assert (need["amount"], need["person_months"]) == (10 * (BPU + 2 * BPU // 2), 30)


def test_the_relief_of_the_pandemic_leaves_one_per_cent(planned):
    """PP 49/2020: from August 2020 to January 2021 JKK 100 and JKM 68."""
    plan = planned(years={"first": 2020, "last": 2021}, groups=[group("rentan", payer(1))])
    assert [need["prices"] for need in plan["needs"]] == [[BPU, 168], [168, BPU]]
    assert [need["amount"] for need in plan["needs"]] == [7 * BPU + 5 * 168, 168 + 11 * BPU]


def test_need_is_kept_and_added_times_months_times_price(planned):
    added = {2027: 40, 2029: 10}
    plan = planned(years={"first": 2027, "last": 2029}, groups=[group("rentan", payer(100, added=added))])
    assert [(n["kept"], n["added"], n["amount"]) for n in plan["needs"]] == [
        (100, 40, 140 * YEAR),
        (140, 0, 140 * YEAR),
        (140, 10, 150 * YEAR),
    ]


def test_one_number_of_added_is_for_each_year(planned):
    plan = planned(years={"first": 2027, "last": 2028}, groups=[group("rentan", payer(0, added=5))])
    assert [(n["kept"], n["added"]) for n in plan["needs"]] == [(0, 5), (5, 0 + 5)]


def test_who_begins_late_costs_the_months_left_and_a_whole_year_after(planned):
    plan = planned(
        years={"first": 2027, "last": 2028}, groups=[group("rentan", payer(100, added={2027: 30}, begins=4))]
    )
    first, second = plan["needs"]
    assert first["amount"] == 100 * YEAR + 30 * 9 * BPU
    assert first["person_months"] == 100 * 12 + 30 * 9
    assert first["whole_year"] == second["amount"] == 130 * YEAR


def test_each_payer_has_its_own_need(planned):
    plan = planned(
        groups=[
            group("rentan.nelayan", payer(100), payer(50, "csr"), payer(20, "apbd.provinsi")),
            group("rentan.petani", payer(30)),
        ]
    )
    assert {(n["group"], n["funding"]): n["amount"] for n in plan["needs"]} == {
        ("rentan.nelayan", "apbd.kabkota"): 100 * YEAR,
        ("rentan.nelayan", "csr"): 50 * YEAR,
        ("rentan.nelayan", "apbd.provinsi"): 20 * YEAR,
        ("rentan.petani", "apbd.kabkota"): 30 * YEAR,
    }
    city = next(one for one in plan["balances"] if one["funding"] == "apbd.kabkota")
    assert (city["persons"], city["need"]) == (130, 130 * YEAR)


def test_money_that_nobody_named_is_not_nothing(planned):
    plan = planned(
        groups=[group("rentan", payer(10), payer(10, "csr"))], money=[{"funding": "csr", "amounts": {2027: 0}}]
    )
    told = {one["funding"]: (one["money"], one["shortfall"]) for one in plan["balances"]}
    assert told == {"apbd.kabkota": (None, None), "csr": (0, 10 * YEAR)}


def test_shortfall_is_need_less_money_and_money_grows_after_the_last_year_named(planned):
    plan = planned(
        years={"first": 2027, "last": 2029},
        groups=[group("rentan", payer(100))],
        money=[{"funding": "apbd.kabkota", "amounts": {2027: 10_000_000}, "growth": 0.1}],
    )
    assert [one["money"] for one in plan["balances"]] == [10_000_000, 11_000_000, 12_100_000]
    assert [one["shortfall"] for one in plan["balances"]] == [
        100 * YEAR - m for m in (10_000_000, 11_000_000, 12_100_000)
    ]


def test_accounts_of_each_programme_split_the_sum_and_add_up(tmp_path):
    """5.1.02.02.02.0006 is JKK and 0007 JKM of non-ASN: 10,000 and 6,800 of every 16,800."""
    jkk, jkm = "5.1.02.02.02.0006", "5.1.02.02.02.0007"
    path = file_of(tmp_path, groups=[group("rentan", payer(100, account={"JKK": jkk, "JKM": jkm}))])
    found = made(read_scenario(path)).budget
    assert found.by_account(2027) == {("", jkk, "JKK"): 12_000_000, ("", jkm, "JKM"): 8_160_000}
    assert sum(found.by_account(2027).values()) == found.needs[0].amount


def test_a_supposed_law_counts_from_its_own_day(planned):
    plan = planned(law=[{"since": "2027-07-01", "values": {"jkm_bpu_flat": 8_000}}])
    assert one_need(plan)["prices"] == [BPU, 18_000]
    assert one_need(plan)["amount"] == 100 * 6 * (BPU + 18_000)
    assert plan["supposes_law"]


def test_a_group_that_stands_twice_is_reckoned_each_time_in_its_own_way(planned):
    """Heads of RT as wage earners by the city, and others of them as BPU by a company."""
    wage = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1}
    plan = planned(
        groups=[
            group("non_asn.rt_rw", payer(100, months="5-12"), **wage),
            group("non_asn.rt_rw", payer(10, "csr", months="5-12"), route="BPU"),
        ],
        claims={},
    )
    assert {one["funding"]: one["need_of_kept"] for one in plan["balances"]} == {
        "apbd.kabkota": 100 * 8 * 5_400,
        "csr": 10 * 8 * BPU,
    }
    assert {one["funding"]: one["saved"] for one in plan["lapses"]} == {
        "apbd.kabkota": 100 * 4 * 5_400,
        "csr": 10 * 4 * BPU,
    }
    jkk = [row for row in plan["parts"]["claims"]["rows"] if row["programme"] == "JKK"]
    assert [(row["segment"], row["contributions"]) for row in jkk] == [
        ("PU", 100 * 8 * 2_400),
        ("BPU", 10 * 8 * 10_000),
    ]


def test_wages_grow_and_with_them_the_price_of_wage_earners_alone(planned):
    """5 % on Rp1,000,000: 0.54 % of 1,050,000 and 1,102,500; the flat price of BPU stays."""
    wage = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1}
    plan = planned(
        years={"first": 2027, "last": 2029},
        groups=[group("non_asn.rt_rw", payer(1), **wage), group("rentan", payer(1, "csr"))],
        wage_growth=assumed(0.03, 0.05, 0.07),
    )
    of = {code: [n["prices"] for n in plan["needs"] if n["group"] == code] for code in ("non_asn.rt_rw", "rentan")}
    assert of["non_asn.rt_rw"] == [[5_400], [5_670], [pytest.approx(5_953.5, abs=0.6)]]
    assert of["rentan"][1:] == [[BPU], [BPU]]


def test_two_groups_need_together_what_one_of_both_needs(planned):
    one = planned(groups=[group("rentan.nelayan", payer(30, added={2027: 12}, begins=5))])["needs"]
    two = planned(
        groups=[
            group("rentan.nelayan", payer(10, added={2027: 5}, begins=5)),
            group("rentan.petani", payer(20, added={2027: 7}, begins=5)),
        ]
    )["needs"]
    for name in ("amount", "person_months", "whole_year"):
        assert sum(n[name] for n in two) == sum(n[name] for n in one)


@pytest.mark.parametrize(
    ("income", "each"), [(900_000, 16_800), (1_500_000, 16_000 + 6_800), (25_000_000, 207_000 + 6_800)]
)
def test_an_income_of_bpu_pays_by_its_tier_between_the_ends_of_the_law(planned, income, each):
    """1 % of the tier's basis, at least 10,000 and at most 207,000; JKM is flat."""
    assert one_need(planned(groups=[group("rentan", payer(1), income_per_month=income)]))["prices"] == [each]


def test_tiers_between_the_ends_are_marked_as_not_verified(planned):
    marks = [
        one_need(planned(groups=[group("rentan", payer(1), **income)]))["verified"]
        for income in ({}, {"income_per_month": 1_500_000})
    ]
    assert marks == [True, False]


def test_the_relief_of_pp_50_2025_marks_what_rests_on_it(planned):
    """Village money is named in no text: neither APBN nor APBD for certain, so that its price is never shown as sure."""
    of = {
        funding: one_need(planned(years={"first": 2026, "last": 2026}, groups=[group("rentan", payer(1, funding))]))
        for funding in ("apbd.kabkota", "apbdes")
    }
    assert of["apbd.kabkota"]["verified"] is True
    assert of["apbdes"]["verified"] is False


def test_a_population_that_grows_has_room_for_as_many_more(planned):
    """1,000 people grow by 2 % a year at most: 1,040 in the third year, so that all of these may be covered."""
    plan = planned(
        years={"first": 2027, "last": 2029},
        groups=[group("rentan.nelayan", payer(1_000, added={2029: 40}), population=1_000)],
        growth=assumed(0.0, 0.01, 0.02),
    )
    assert plan["needs"][-1]["amount"] == 1_040 * YEAR


def test_the_rest_of_the_gap_is_shown_by_who_owes_it(planned):
    plan = planned(
        groups=[
            group("rentan.nelayan", payer(300), payer(50, "csr"), population=1_000),
            group("non_asn.kader", payer(20), population=25),
            group("rentan.petani", payer(5)),
        ]
    )
    rest = {one["group"]: one["persons"] for one in plan["rest"]}
    assert rest == {"rentan.nelayan": 650, "non_asn.kader": 5}
    assert {one["group"]: one["owed_by"] for one in plan["rest"]}["non_asn.kader"].startswith("apbd")


def test_every_month_has_its_price_and_they_add_up_to_the_need(planned):
    plan = planned(
        years={"first": 2026, "last": 2027}, groups=[group("rentan.ojek", payer(7, "csr"), sector="transport")]
    )
    by_month = {one["month"]: one["price"] for one in plan["months"]}
    assert by_month == {
        f"{year}-{month:02}": price(year, month, public=False, sector="transport")
        for year in (2026, 2027)
        for month in range(1, 13)
    }
    assert sum(one["amount"] for one in plan["months"]) == sum(need["amount"] for need in plan["needs"])
