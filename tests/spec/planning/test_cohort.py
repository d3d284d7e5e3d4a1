"""Chance in a closed cohort, held against closed forms: binomial distributions, variances of sums, the expected projection."""

import math

import numpy as np
import pytest
from scenarios import assumed, group, plan

from semesta.planning.assumptions import life_table
from semesta.planning.cohort import chanced, cohort, count_range
from semesta.planning.estimate import Z_90, Estimate
from semesta.planning.parts.projection import PART
from semesta.planning.projection import SEXES, Members, projection

TABLE = life_table()
MEMBERS = [{"from": 40, "to": 40, "sex": "L", "persons": 400}, {"from": 55, "to": 59, "sex": "P", "persons": 120}]
CERTAIN = {"mortality_multiplier": assumed(1, 1, 1), "jkm_scholarship_per_death": assumed(0, 0, 0)}


def binomial(persons: int, chance: float, level: float) -> int:
    """The least count that so much of the distribution lies at or below."""
    below, count = 0.0, -1
    while below < level:
        count += 1
        below += math.comb(persons, count) * chance**count * (1 - chance) ** (persons - count)
    return count


@pytest.mark.parametrize(("persons", "chance"), [(1, 0.3), (10, 0.5), (50, 0.02), (400, 0.004), (900, 0.7)])
def test_alike_members_follow_the_binomial_distribution(persons, chance):
    found = count_range(np.array([persons]), np.array([chance]))
    assert found == (binomial(persons, chance, 0.05), binomial(persons, chance, 0.95))


def test_unlike_members_follow_the_sum_of_theirs():
    one, other = (
        np.array([math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]) for n, p in ((9, 0.2), (5, 0.6))
    )
    below = np.cumsum(np.convolve(one, other))
    found = count_range(np.array([9, 5]), np.array([0.2, 0.6]))
    assert found == (int(np.argmax(below >= 0.05)), int(np.argmax(below >= 0.95)))


def test_what_is_certain_has_no_range():
    assert count_range(np.array([7, 5]), np.array([1.0, 0.0])) == (7, 7)


def test_the_cohort_expects_what_the_projection_does():
    of = cohort({("L", 40): 24, ("P", 63): 12}, 30, TABLE, multiplier=1.2, leaving=0.04, last_age=65)
    rows = [
        (12 * age + birthday, SEXES.index(sex), n / 12)
        for sex, age, n in (("L", 40, 24), ("P", 63, 12))
        for birthday in range(12)
    ]
    months, sex, number = (np.array(column) for column in zip(*rows, strict=True))
    expected = projection(
        Members(months, sex, number, np.ones(24)), 30, TABLE, multiplier=1.2, leaving=0.04, last_age=65
    )
    assert np.allclose(np.einsum("r,rbm->m", of.persons, of.covered) / 12, expected.living)
    assert np.allclose(np.einsum("r,rbm->m", of.persons, of.dying) / 12, expected.deaths)


def test_what_is_paid_varies_as_who_is_covered_does():
    """Of one month it is a binomial times its price; of more months it lies between the months being apart and being one."""
    of = cohort({("L", 50): 1000}, 24, TABLE)
    covered = of.covered[0, :, 12:14].mean(axis=0)
    low, high = of.paid(slice(12, 13), np.array([5.0]))
    assert high - low == pytest.approx(2 * Z_90 * 5 * math.sqrt(1000 * covered[0] * (1 - covered[0])))
    apart, same = (
        math.sqrt(1000 * sum(c * (1 - c) for c in covered)),
        sum(math.sqrt(1000 * c * (1 - c)) for c in covered),
    )
    low, high = of.paid(slice(12, 14), np.ones(2))
    assert 2 * Z_90 * apart < high - low <= 2 * Z_90 * same


def test_nobody_pays_more_than_all_would_or_less_than_nothing():
    few = cohort({("P", 75): 2}, 120, TABLE, multiplier=4.0)
    assert few.paid(slice(0, 12), np.ones(12))[1] <= 24
    assert few.paid(slice(108, 120), np.ones(12))[0] == 0


def test_chance_and_assumptions_stand_apart_and_together():
    both = chanced([10.0, 8.0, 13.0], [(6, 15), (4, 12), (8, 18)])
    assert both.assumed == Estimate(8, 10, 13)
    assert both.chance == Estimate(6, 10, 15)
    assert (both.low, both.central, both.high) == (4, 10, 18)


def test_a_plan_without_open_assumptions_still_has_chance():
    made = plan(assumptions=CERTAIN, projection={"years": 2, "members": MEMBERS[:1]}).of(PART)
    first, second = made.years
    chance = cohort({("L", 40): 400}, 12, TABLE).dying.sum(axis=2).mean()
    assert first.deaths.assumed == Estimate(first.deaths.central, first.deaths.central, first.deaths.central)
    assert (first.deaths.low, first.deaths.high) == (binomial(400, chance, 0.05), binomial(400, chance, 0.95))
    assert first.benefits.high == first.deaths.high * first.grant
    assert first.living.low == first.living.high == pytest.approx(400)
    assert second.living.low < second.living.central < second.living.high


def test_every_assumption_of_the_members_opens_the_range():
    members = {"years": 3, "members": MEMBERS}
    certain, leaving = (
        plan(assumptions=CERTAIN, projection=members, **more).of(PART).years[-1]
        for more in ({}, {"leaving": assumed(0.02, 0.05, 0.2)})
    )
    assert certain.living.assumed.low == certain.living.assumed.high
    assert leaving.living.assumed.low < leaving.living.assumed.central < leaving.living.assumed.high
    assert leaving.living.low < leaving.living.assumed.low


def test_wages_that_may_rise_otherwise_open_what_employees_pay():
    paid = group("non_asn.rt_rw", route="PU", wage_per_month=2_000_000, risk_class=1)
    made = plan(
        groups=[paid],
        assumptions=CERTAIN,
        wage_growth=assumed(0.0, 0.05, 0.1),
        projection={"years": 2, "members": MEMBERS[:1]},
    ).of(PART)
    first, second = (one.contributions.assumed for one in made.years)
    assert first.low == pytest.approx(first.high)
    assert second.low / second.central == pytest.approx(1 / 1.05, rel=1e-4)
