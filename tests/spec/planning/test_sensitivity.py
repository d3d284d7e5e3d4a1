"""Which assumptions move a result, each alone."""

import pytest
from scenarios import assumed, faults, group, payer, plan, span, target

from semesta.planning.parts.claims import PART as CLAIMS
from semesta.planning.parts.sensitivity import PART

PAID_BY_WAGE = group("non_asn.rt_rw", payer(100), route="PU", wage_per_month=3_000_000, risk_class=1)


def swings(result: str, **fields):
    made = plan(sensitivity={"results": [result]}, **fields)
    [found] = made.of(PART) or ()
    return made, found


def test_need_moves_with_wages_alone_and_each_end_is_the_plan_of_that_end():
    fields = {"years": span(2027, 2028), "groups": [PAID_BY_WAGE]}
    made, found = swings("need", **fields, growth=assumed(0, 0.01, 0.02), wage_growth=assumed(0.03, 0.05, 0.07))
    assert found.centre == sum(need.amount for need in made.budget.of_year(2028))
    [wages] = found.swings
    low = plan(**fields, wage_growth=assumed(0.03, 0.03, 0.03)).budget.of_year(2028)
    assert (wages.name, wages.at_low) == ("wage_growth", sum(need.amount for need in low))
    assert wages.at_low < found.centre < wages.at_high


def test_expected_claims_move_with_frequencies_and_costs_the_widest_first():
    made, found = swings("claims", claims={})
    told = made.of(CLAIMS)
    assert told is not None
    assert found.centre == pytest.approx(sum(row.found.amount.central for row in told.rows))
    assert [one.name for one in found.swings][:2] == ["jkm_deaths_bpu", "jkk_cases_bpu"]
    assert [one.width for one in found.swings] == sorted((one.width for one in found.swings), reverse=True)
    deaths = found.swings[0]
    jkm = next(row.found.amount.central for row in told.rows if row.found.programme == "JKM")
    assert deaths.at_high - found.centre == pytest.approx(jkm * (4.2 / 3.5 - 1), rel=0.01)


def test_what_hangs_on_no_assumption_has_no_swings():
    assert swings("need")[1].swings == ()


def test_without_results_named_all_that_the_scenario_gives_are_told():
    made = plan(sensitivity={"results": []}, targets=[target()], years=span(2027, 2030), growth=assumed(0, 0.01, 0.02))
    assert [one.result for one in made.of(PART) or ()] == ["need", "target"]


def test_results_that_are_none_are_told_by_field():
    assert set(faults(sensitivity={"results": ["laba"]})) == {"sensitivity.results"}
    assert set(faults(sensitivity={"results": ["claims"]})) == {"sensitivity.results"}
