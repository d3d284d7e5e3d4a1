"""Unpaid months, people who leave, and the two ways of registering."""

from __future__ import annotations

import pytest
from scenarios import assumed, group, payer, plan

PU = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1}


def lapse(months: str, **route):
    return plan(groups=[group("rentan.petani", payer(100, months=months), **route)]).lapses[0]


def test_five_months_a_year_leave_four_months_without_cover_and_three_of_waiting():
    found = lapse("8-12")
    assert (found.unpaid, found.uncovered, found.waiting) == (7, 4, 3)
    assert (found.saved, found.lost_if_death, found.lost_while_waiting) == (100 * 7 * 16_800, 42_000_000, 32_000_000)


def test_benefits_lost_follow_the_assumed_deaths_with_their_range():
    found = plan(
        groups=[group("rentan.petani", payer(12_000, months="8-12"))],
        assumptions={"jkm_deaths_bpu": assumed(1, 2, 4)},
    ).lapses[0]
    month = 4 * 42_000_000 + 3 * 32_000_000  # of one death a month in each uncovered and each waiting month
    assert (found.expected.low, found.expected.central, found.expected.high) == (month, 2 * month, 4 * month)


def test_three_unpaid_months_are_still_covered():
    found = lapse("4-12")
    assert (found.unpaid, found.uncovered, found.waiting) == (3, 0, 0)


def test_wage_earners_stay_covered_whatever_is_not_paid():
    assert lapse("8-12", **PU).uncovered == 0


def test_a_year_paid_in_full_has_no_lapse():
    assert plan().lapses == ()


def test_those_who_leave_free_as_many_places_as_the_assumption_says():
    found = plan(leaving=assumed(0, 0.05, 0.1)).quotas[0]
    assert (found.places, found.leavers.low, found.leavers.high) == (100, 0, pytest.approx(10))
    assert found.unspent.low == 0 < found.unspent.central < found.unspent.high < 10 * 12 * 16_800


def test_without_an_assumption_nobody_is_said_to_leave():
    assert plan().quotas == ()


def test_both_ways_show_what_they_cost_and_what_they_buy():
    found = plan(groups=[group("non_asn.rt_rw", payer(100), **PU)]).ways[0]
    assert (found.chosen, found.pu.price, found.bpu.price) == ("PU", 5_400, 16_800)
    assert (found.pu.amount, found.bpu.amount) == (100 * 12 * 5_400, 100 * 12 * 16_800)
    assert (found.pu.jkm_new, found.bpu.jkm_new, found.bpu.jkm_full) == (42_000_000, 10_000_000, 42_000_000)


def test_a_group_without_a_known_wage_is_not_compared():
    assert plan().ways == ()
