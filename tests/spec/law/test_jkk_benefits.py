"""What a work accident pays, on plain values, Polars and DuckDB: both sides of 2 December 2019, and the published cases."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.law.answers import benefit
from semesta.law.jkk.deadlines import claim_deadline, report_deadline
from semesta.law.law import LAW

BEFORE, AFTER = dt.date(2019, 12, 1), dt.date(2019, 12, 2)
WAGE = {"segment": "PU", "wage_per_month": 3_000_000}

CHANGES = [
    # (rule, case, before 2 December 2019, from then on)
    ("jkk_death_grant", WAGE, 144_000_000, 144_000_000),
    ("jkk_death_grant", {**WAGE, "wage_per_month": 300_000}, 16_200_000, 20_000_000),
    ("jkk_death_benefit", WAGE, 144_000_000 + 4_800_000 + 3_000_000, 144_000_000 + 12_000_000 + 10_000_000),
    ("jkk_total_disability_grant", WAGE, 168_000_000, 168_000_000),
    ("jkk_total_disability_benefit", WAGE, 172_800_000, 180_000_000),
    ("jkk_funeral_paid", {}, 3_000_000, 10_000_000),
    ("jkk_periodic_grant_paid", {}, 4_800_000, 12_000_000),
    ("jkk_transport_land", {"transport_land_cost": 9_000_000}, 1_000_000, 5_000_000),
    ("jkk_transport_sea", {"transport_sea_cost": 9_000_000}, 1_500_000, 2_000_000),
    ("jkk_transport_air", {"transport_air_cost": 90_000_000}, 2_500_000, 10_000_000),
    ("jkk_transport_air", {"transport_air_cost": 2_400_000}, 2_400_000, 2_400_000),
    ("jkk_incapacity", {**WAGE, "months_off_work": 6}, 18_000_000, 18_000_000),
    ("jkk_incapacity", {**WAGE, "months_off_work": 7}, 20_250_000, 21_000_000),
    ("jkk_incapacity", {**WAGE, "months_off_work": 12}, 31_500_000, 36_000_000),
    ("jkk_incapacity", {**WAGE, "months_off_work": 14}, 34_500_000, 39_000_000),
    ("jkk_incapacity", {**WAGE, "months_off_work": 0}, 0, 0),
    ("jkk_home_care", {"home_care_cost": 25_000_000}, None, 20_000_000),
    ("jkk_prosthesis", {"prosthesis_price": 5_000_000}, 7_000_000, 7_000_000),
    ("jkk_rehabilitation", {"rehabilitation_cost": 5_000_000}, 2_000_000, None),
    ("jkk_denture", {"denture_cost": 9_000_000}, 3_000_000, 5_000_000),
    ("jkk_hearing_aid", {"hearing_aid_cost": 9_000_000}, None, 2_500_000),
    ("jkk_spectacles", {"spectacles_cost": 9_000_000}, None, 1_000_000),
    ("jkk_spectacles", {"spectacles_cost": 400_000}, None, 400_000),
]


@pytest.mark.parametrize(("rule", "case", "before", "after"), CHANGES)
def test_both_sides_of_pp_82_of_2019(ask, rule, case, before, after):
    answers = ask(rule, {"date": BEFORE, **case}, {"date": AFTER, **case})
    assert [answer.value for answer in answers] == [before, after]
    assert [answer.no_law for answer in answers] == [before is None, after is None]


def test_several_modes_of_transport_add_up_each_to_its_own_cap(ask):
    costs = {"transport_land_cost": 6_000_000, "transport_sea_cost": 1_000_000, "transport_air_cost": 12_000_000}
    (answer,) = ask("jkk_transport", {"date": AFTER, **costs})
    assert answer.value == 5_000_000 + 1_000_000 + 10_000_000


def test_a_mode_of_which_nothing_is_said_leaves_the_sum_unknown(ask):
    costs = {"transport_land_cost": 6_000_000, "transport_sea_cost": None, "transport_air_cost": 0}
    assert ask("jkk_transport", {"date": AFTER, **costs})[0].value is None


def test_those_without_wage_count_on_their_income_and_the_lowest_where_none_is_given(ask):
    rows = [{"date": dt.date(2026, 5, 1), "segment": "BPU"}]
    assert ask("jkk_death_grant", *rows)[0].value == 48_000_000
    assert ask("jkk_total_disability_grant", *rows)[0].value == 56_000_000
    assert ask("jkk_death_grant", {**rows[0], "income_per_month": 5_450_000})[0].value == 48 * 5_450_000


def test_a_relief_of_contributions_does_not_lower_a_benefit(ask):
    rows = [{"date": day, **WAGE} for day in (dt.date(2020, 7, 31), dt.date(2020, 8, 1))]
    assert [answer.value for answer in ask("jkk_death_grant", *rows)] == [144_000_000] * 2


def test_missing_months_off_work_are_not_no_months(ask):
    assert ask("jkk_incapacity", {"date": AFTER, **WAGE, "months_off_work": None})[0].value is None


def test_what_is_not_verified_says_so_and_the_rest_does_not(ask):
    assert ask("jkk_denture", {"date": AFTER, "denture_cost": 1})[0].unverified
    assert ask("jkk_periodic_grant_paid", {"date": BEFORE})[0].unverified
    assert not ask("jkk_periodic_grant_paid", {"date": AFTER})[0].unverified
    assert not ask("jkk_death_benefit", {"date": AFTER, **WAGE})[0].unverified


def test_before_july_2015_there_is_no_law_for_an_accident(ask):
    assert ask("jkk_death_grant", {"date": dt.date(2015, 6, 30), **WAGE}) == [(None, True, False)]


def test_a_guard_of_kota_tangerang_left_241_303_408_as_liputan6_5320884_published():
    case = {"programme": "JKK", "event": "death", "date": "2023-05-02", "segment": "PU", "wage_per_month": 3_131_321}
    answer = benefit({**case, "children": [{"level": "SMA"}]})
    assert [item.amount for item in answer.items] == [150_303_408, 12_000_000, 10_000_000, 69_000_000]
    assert (answer.total, answer.verified) == (241_303_408, True)


def test_the_most_at_a_basis_of_one_million_is_244_million_as_malangtimes_353501_published():
    case = {"programme": "JKK", "event": "death", "date": "2026-01-15", "segment": "BPU"}
    assert benefit(case).total == 70_000_000  # as beritabali published
    assert benefit({**case, "children": ["TK", "TK"]}).total == 244_000_000


@pytest.mark.parametrize("published", [183_696_470, 250_983_570])
def test_sums_published_in_sidoarjo_by_suaraindonesia_6657d76c21bc6_are_within_what_a_death_at_work_can_pay(published):
    # Their parts were not published: a whole wage between the lowest and a high one must lead near to them.
    case = {"date": dt.date(2024, 5, 1), "segment": "PU"}
    low, high = (LAW.value("jkk_death_benefit", wage_per_month=w, **case).value for w in (1_000_000, 5_000_000))
    assert low < published < high + LAW.value("scholarship_family_max", date=dt.date(2024, 5, 1)).value


def test_death_at_work_does_not_add_the_benefit_of_jkm():
    case = {"programme": "JKK", "event": "death", "date": "2024-05-01", "segment": "BPU", "children": []}
    assert {item.programme for item in benefit(case).items} == {"JKK"}


def test_what_the_accident_cost_on_the_way_is_paid_with_the_death():
    case = {"programme": "JKK", "event": "death", "date": "2024-05-01", "segment": "BPU"}
    answer = benefit({**case, "transport_land_cost": 6_000_000, "months_off_work": 2})
    assert answer.total == 70_000_000 + 5_000_000 + 2_000_000


def test_transport_of_which_no_cost_is_said_is_unknown_and_not_zero():
    answer = benefit({"programme": "JKK", "event": "transport", "date": "2024-05-01"})
    assert (answer.total, len(answer.items)) == (None, 3)
    assert "transport_sea_cost" in answer.items[1].because.id


@pytest.mark.parametrize(
    ("accident", "last"),
    [
        (dt.date(2019, 12, 1), dt.date(2021, 12, 1)),
        (dt.date(2019, 12, 2), dt.date(2024, 12, 2)),
        (dt.date(2020, 2, 29), dt.date(2025, 2, 28)),
    ],
)
def test_the_right_to_claim_lapses_after_two_years_and_since_pp_82_after_five(accident, last):
    assert claim_deadline(accident, LAW).last_day == last
    assert claim_deadline(accident, LAW).days_late(last + dt.timedelta(days=3)) == 3


def test_a_late_report_falls_on_the_employer_since_permenaker_1_of_2025():
    before, after = (report_deadline(dt.date(2025, 2, day), LAW) for day in (23, 24))
    assert (after.last_day, after.verified, bool(after.consequence)) == (dt.date(2025, 2, 26), True, True)
    assert (before.verified, bool(before.consequence)) == (False, False)


@pytest.mark.parametrize(
    ("segment", "funding", "payer", "amount"),
    [
        ("PU", None, "employer", 89_000),
        ("BPU", "mandiri", "member", 10_000),
        ("BPU", "apbd.kabkota", "government", 10_000),
    ],
)
def test_each_segment_has_one_line_with_its_payer(segment, funding, payer, amount):
    from semesta.law.answers import contribution

    case = {"segment": segment, "funding": funding, "programmes": "JKK", "month": "2025-06", "risk_class": 3}
    extra = {"wage_per_month": 10_000_000} if segment == "PU" else {}
    (item,) = contribution({**case, **extra}).items
    assert (item.payer, item.amount) == (payer, amount)
