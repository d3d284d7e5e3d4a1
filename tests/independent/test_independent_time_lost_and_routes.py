"""Months unpaid, quotas, and PU against BPU: what the law says of them, worked out by hand.

BPU stops being active after three unpaid months (grace), and whoever begins again is taken to wait three months for the whole JKM
benefit (Permenaker 1/2025, since 24 February 2025); inside the wait heirs get the funeral alone.
"""

import pytest
from planning_asked import BPU, FUNERAL, GRANT, YEAR, assumed, group, payer


def lapse(plan):
    (one,) = plan["lapses"]
    return one


@pytest.mark.parametrize(
    ("months", "unpaid", "uncovered", "waiting"),
    [("3-12", 2, 0, 0), ("4-12", 3, 0, 0), ("5-12", 4, 1, 3), ("8-12", 7, 4, 3), ("6-12", 5, 2, 3)],
)
def test_grace_is_three_months_and_the_wait_begins_anew(planned, months, unpaid, uncovered, waiting):
    told = lapse(planned(groups=[group("rentan", payer(100, months=months))]))
    assert (told["unpaid"], told["uncovered"], told["waiting"]) == (unpaid, uncovered, waiting)
    assert (told["saved"], told["persons"]) == (100 * unpaid * BPU, 100)


def test_heirs_lose_the_whole_grant_uncovered_and_all_but_the_funeral_while_waiting(planned):
    told = lapse(planned(groups=[group("rentan", payer(100, months="8-12"))]))
    assert (told["lost_if_death"], told["lost_while_waiting"]) == (GRANT, GRANT - FUNERAL)


def test_before_24_february_2025_nobody_waited(planned):
    told = lapse(planned(years={"first": 2024, "last": 2024}, groups=[group("rentan", payer(100, months="8-11"))]))
    assert (told["lost_while_waiting"], told["lost_if_death"]) == (GRANT - FUNERAL, GRANT) or told["waiting"] == 0


def test_what_heirs_are_expected_to_lose_follows_the_assumed_deaths(planned):
    """3.5 deaths per 1,000 a year (2.1 to 4.2) over four uncovered months and three of waiting."""
    told = lapse(planned(groups=[group("rentan", payer(1_000, months="8-12"))]))["expected"]
    each = (4 * GRANT + 3 * (GRANT - FUNERAL)) / 12
    assert told["central"] == pytest.approx(3.5 * each, rel=1e-6)
    assert told["low"] == pytest.approx(2.1 * each, rel=1e-6)
    assert told["high"] == pytest.approx(4.2 * each, rel=1e-6)


def test_a_whole_year_has_no_lapse(planned):
    assert planned()["lapses"] == []


def test_without_an_assumption_of_leavers_there_is_no_quota(planned):
    assert planned()["quotas"] == []


def test_leavers_of_a_quota_are_a_part_of_its_places_with_their_range(planned):
    (quota,) = planned(leaving=assumed(0.03, 0.05, 0.08))["quotas"]
    assert quota["places"] == 100
    assert [quota["leavers"][name] for name in ("low", "central", "high")] == pytest.approx([3, 5, 8], rel=0.05)
    # whoever leaves does so on the average in the middle of the year: between a month and a year of contributions is left
    for name, leavers in (("low", 3), ("central", 5), ("high", 8)):
        assert quota["unspent"][name] == pytest.approx(leavers * YEAR / 2, rel=0.1)


def test_a_quota_of_five_months_loses_fewer(planned):
    (whole,) = planned(leaving=assumed(0.05, 0.05, 0.05))["quotas"]
    (part,) = planned(leaving=assumed(0.05, 0.05, 0.05), groups=[group("rentan.nelayan", payer(100, months="8-12"))])[
        "quotas"
    ]
    assert part["leavers"]["central"] == pytest.approx(5 * 5 / 12, rel=0.06)
    assert part["unspent"]["central"] < whole["unspent"]["central"] * 5 / 12


def test_replacing_leavers_costs_what_the_need_says(planned):
    assert planned(leaving=assumed(0.1, 0.15, 0.2))["needs"][0]["amount"] == 100 * YEAR


def test_both_ways_of_the_same_people_stand_side_by_side(planned):
    """A head of RT on Rp1,000,000: 5,400 as PU against 16,800 as BPU; both pay 48 wages and Rp42 million."""
    plan = planned(groups=[group("non_asn.rt_rw", payer(10), route="PU", wage_per_month=1_000_000, risk_class=1)])
    (told,) = plan["ways"]
    assert (told["persons"], told["chosen"]) == (10, "PU")
    pu, bpu = told["pu"], told["bpu"]
    assert (pu["price"], pu["amount"]) == (5_400, 10 * 12 * 5_400)
    assert (bpu["price"], bpu["amount"]) == (BPU, 10 * YEAR)
    assert [one["jkk_death"] for one in (pu, bpu)] == [48_000_000] * 2
    assert [(one["jkm_new"], one["jkm_full"]) for one in (pu, bpu)] == [(GRANT, GRANT), (FUNERAL, GRANT)]


def test_each_payer_of_a_group_has_its_own_price_by_either_way(planned):
    """In 2026 a company pays the relieved 126,000 a year for BPU, the city 201,600."""
    plan = planned(
        years={"first": 2026, "last": 2026},
        groups=[
            group("non_asn.rt_rw", payer(10, "csr"), payer(100), route="PU", wage_per_month=1_000_000, risk_class=1)
        ],
    )
    (told,) = plan["ways"]
    assert told["bpu"]["amount"] == 10 * 126_000 + 100 * YEAR


def test_a_group_without_a_wage_has_no_other_way(planned):
    assert planned()["ways"] == []
