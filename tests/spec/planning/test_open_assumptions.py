"""What assumptions leave open of a need and of the way to a target, against closed forms."""

import json
import math

import numpy as np
import pytest
from scenarios import assumed, group, plan, span, target

from semesta.planning.assumptions import life_table
from semesta.planning.cohort import cohort
from semesta.planning.estimate import Z_90
from semesta.report.rencana.machine import as_data

PAID = group("non_asn.rt_rw", route="PU", wage_per_month=10_000_000, risk_class=1)
WAGES = assumed(0.02, 0.05, 0.08)


def test_the_need_of_those_with_a_wage_is_open_as_their_wages_are():
    made = plan(groups=[PAID], years=span(2027, 2029), wage_growth=WAGES)
    first, second, third = made.budget.balances
    assert first.need_range is None
    assert second.need_range is not None
    assert third.need_range is not None
    assert second.need_range.low / second.need == pytest.approx(1.02 / 1.05, rel=1e-4)
    assert third.need_range.high / third.need == pytest.approx((1.08 / 1.05) ** 2, rel=1e-4)
    assert third.need_range.central == third.need


def test_a_flat_price_leaves_nothing_open():
    made = plan(years=span(2027, 2029), wage_growth=WAGES)
    assert [one.need_range for one in made.budget.balances] == [None, None, None]


def test_without_an_assumption_of_wages_no_range_is_made_up():
    assert [one.need_range for one in plan(groups=[PAID], years=span(2027, 2028)).budget.balances] == [None, None]


def test_population_opens_the_aim_and_what_the_money_reaches_stays_within_its_range():
    growth = assumed(0.0, 0.01, 0.03)
    money = [{"funding": "apbd.kabkota", "amounts": {2027: 400_000_000}}]
    made = plan(years=span(2027, 2030), growth=growth, targets=[target()], money=money)
    last = made.paths[0].steps[-1]
    assert (last.population_range.low, last.population_range.high) == (10_000, math.floor(10_000 * 1.03**3))
    assert (last.wanted_range.low, last.wanted_range.high) == (6_000, math.ceil(0.6 * last.population_range.high))
    assert last.reached_range is not None
    assert last.reached_range.low <= last.reached <= last.reached_range.high


def test_json_has_the_range_beside_the_need():
    told = as_data(plan(groups=[PAID], years=span(2027, 2028), wage_growth=WAGES), "id")
    assert told["balances"][0]["need_range"] is None
    assert set(told["balances"][1]["need_range"]) == {"low", "central", "high"}
    json.dumps(told)


def test_what_one_person_pays_varies_by_the_month_in_which_cover_ends():
    """Mean and variance by listing every month in which one may have left, with prices that change within the year."""
    price = np.array([10.0, 10, 10, 25, 25, 25, 25, 25, 25, 30, 30, 30])
    of = cohort({("L", 60): 500}, 12, life_table(), multiplier=3.0, leaving=0.2)
    listed = []
    for covered in of.covered[0]:
        ends = [*(covered[:-1] - covered[1:]), covered[-1]]  # paid in months 0..m and no longer
        listed += [(chance / 12, price[: month + 1].sum()) for month, chance in enumerate(ends)]
    mean = sum(chance * paid for chance, paid in listed)
    spread = math.sqrt(500 * (sum(chance * paid**2 for chance, paid in listed) - mean**2))
    assert sum(chance for chance, _ in listed) == pytest.approx(1)
    assert of.paid(slice(0, 12), price) == pytest.approx((500 * mean - Z_90 * spread, 500 * mean + Z_90 * spread))
