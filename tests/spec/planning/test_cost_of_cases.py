"""What an accident costs on average: the assumption, weighed with what own cases cost."""

from __future__ import annotations

import math

import pytest
from scenarios import faults, plan

from semesta.planning.claims import Experience, average_cost
from semesta.planning.estimate import Z_90, Estimate
from semesta.planning.parts.claims import PART

ASSUMED = Estimate(7e6, 8e6, 11e6)
UNSURE = (4e6 / (2 * Z_90)) ** 2


def seen(cases: int, each: float) -> Experience:
    return Experience(cases, 10_000.0, amount=round(cases * each))


def test_without_own_sums_the_assumption_stands():
    assert average_cost(ASSUMED, 2.0) == (ASSUMED, 0.0)
    assert average_cost(ASSUMED, 2.0, Experience(50, 10_000.0)) == (ASSUMED, 0.0)
    assert average_cost(ASSUMED, 2.0, Experience(0, 10_000.0, amount=0)) == (ASSUMED, 0.0)


def test_own_cases_weigh_by_what_chance_leaves_open_of_their_average():
    found, weight = average_cost(ASSUMED, 2.0, seen(100, 12e6))
    assert weight == pytest.approx(UNSURE / (UNSURE + (2 * 8e6) ** 2 / 100))
    assert found.central == pytest.approx(weight * 12e6 + (1 - weight) * 8e6)
    assert found.high - found.central == pytest.approx(math.sqrt(1 - weight) * 3e6)


def test_many_cases_are_believed_and_few_are_not():
    few, many = average_cost(ASSUMED, 2.0, seen(3, 20e6))[0], average_cost(ASSUMED, 2.0, seen(1_000_000, 20e6))[0]
    assert few.central == pytest.approx(8e6, rel=0.05)
    assert many.central == pytest.approx(20e6, rel=0.001)
    assert many.high - many.low < 0.05 * (ASSUMED.high - ASSUMED.low)


def test_a_case_that_does_not_vary_is_believed_at_once_and_an_assumption_without_range_never_moves():
    assert average_cost(ASSUMED, 0.0, seen(1, 9e6)) == (Estimate(9e6, 9e6, 9e6), 1.0)
    sure = Estimate(8e6, 8e6, 8e6)
    assert average_cost(sure, 2.0, seen(1_000, 20e6)) == (sure, 0.0)
    assert average_cost(sure, 0.0, seen(1_000, 20e6)) == (sure, 0.0)


def test_a_plan_takes_what_own_cases_cost_and_says_their_weight():
    own = {"programme": "JKK", "segment": "BPU", "cases": 200, "person_years": 50_000, "source": "cabang"}
    found = plan(claims={"experience": [own | {"amount": "Rp2,4 miliar"}]}).of(PART)
    plain = plan(claims={"experience": [own]}).of(PART)
    assert found is not None
    assert plain is not None
    dear, usual = found.rows[0].found, plain.rows[0].found
    weight = UNSURE / (UNSURE + (2 * 8e6) ** 2 / 200)
    assert dear.cases == usual.cases
    assert dear.amount.central / usual.amount.central == pytest.approx(1 + weight * 0.5)
    assert any(f"a weight of {weight:.0%}" in note.en.replace(" %", "%") for note in found.notes)


def test_sums_of_deaths_are_no_own_cost_since_the_law_says_them():
    own = {"programme": "JKM", "cases": 2, "person_years": 900, "amount": 84_000_000}
    assert set(faults(claims={"experience": [own]})) == {"claims.experience[1].amount"}
    wrong = {"programme": "JKK", "cases": 2, "person_years": 900, "amount": "banyak"}
    assert set(faults(claims={"experience": [wrong]})) == {"claims.experience[1].amount"}
