"""What the years may bring to offices and to their pool, against closed forms."""

import math

import numpy as np
import pytest

from semesta.planning.pooling.balances import outlook
from semesta.planning.pooling.drawing import exact, fast, shocks
from semesta.planning.pooling.offices import Office, stable_from

GRANT = 42_000_000


def office(cases, *, name="A", spread=0.0, average=GRANT, ratio=1.0):
    return Office(name, round(cases * average / ratio), cases, average, spread)


@pytest.mark.parametrize("draw", [exact, fast])
@pytest.mark.parametrize(("cases", "spread"), [(3.0, 0.0), (40.0, 2.0), (80.0, 0.0), (500.0, 2.0)])
def test_claims_have_the_moments_of_a_compound_poisson_sum(draw, cases, spread):
    paid = draw([office(cases, spread=spread)], np.ones(40_000), np.random.default_rng(3))[:, 0] / GRANT
    variance = cases * (1 + spread**2)
    assert paid.mean() == pytest.approx(cases, abs=5 * math.sqrt(variance / 40_000))
    assert paid.var() == pytest.approx(variance, rel=0.06)


@pytest.mark.parametrize("draw", [exact, fast])
def test_a_shared_shock_adds_its_variance_to_every_office_and_ties_them_together(draw):
    random = np.random.default_rng(4)
    paid = draw([office(400.0), office(400.0)], shocks(40_000, 0.2, random), random) / GRANT
    assert paid[:, 0].var() == pytest.approx(400 + (0.2 * 400) ** 2, rel=0.05)
    assert np.cov(paid.T)[0, 1] == pytest.approx((0.2 * 400) ** 2, rel=0.06)


def test_chance_of_a_deficit_is_that_of_a_poisson_count_above_what_the_contributions_pay():
    lone = Office("A", 5 * GRANT, 3.0, GRANT)
    wanted = 1 - sum(math.exp(-3) * 3**k / math.factorial(k) for k in range(6))
    found = outlook([lone], years=1, scenarios=40_000, shock=0, seed=5).pool.deficit_in_a_year
    assert found == pytest.approx(wanted, abs=0.005)


def test_distribution_of_a_small_portfolio_is_that_of_panjers_recursion():
    """Cases of 1 or 3 units with equal chance, two cases expected: two offices of one unit each stand for it."""
    chances = [math.exp(-2.0)]
    for total in range(1, 13):
        parts = ((1, 0.5), (3, 0.5))
        chances.append(sum(2.0 * size / total * part * chances[total - size] for size, part in parts if size <= total))
    drawn = exact([Office("one", 0, 1.0, 1), Office("three", 0, 1.0, 3)], np.ones(80_000), np.random.default_rng(6))
    seen = np.bincount(drawn.sum(axis=1).astype(int), minlength=13)[:13] / 80_000
    assert seen == pytest.approx(chances, abs=0.006)


def test_the_balance_of_the_pool_is_the_sum_of_its_offices_in_every_year():
    found = outlook(
        [office(9.0, name="A"), office(2.0, name="B", ratio=2.0)], years=4, scenarios=800, shock=0.1, seed=7
    )
    assert found.pool.contributions == sum(one.contributions for one in found.offices)
    assert found.pool.expected_claims == pytest.approx(sum(one.expected_claims for one in found.offices))
    carried = found.carried
    assert carried.takes == pytest.approx(carried.carried + carried.uncovered)
    assert carried.carried <= carried.gives


def test_fast_draws_stay_near_the_exact_ones():
    offices = [office(cases, name=str(n), spread=1.0) for n, cases in enumerate((70.0, 150.0, 900.0))]
    slow, quick = (
        outlook(offices, years=3, scenarios=20_000, shock=0.1, seed=8, draw=draw).offices for draw in (exact, fast)
    )
    for one, other in zip(slow, quick, strict=True):
        assert other.deficit_in_a_year == pytest.approx(one.deficit_in_a_year, abs=0.01)
        assert other.bad_year == pytest.approx(one.bad_year, rel=0.06)


def test_the_same_seed_gives_the_same_outlook_and_another_seed_another():
    one, same, other = (
        outlook([office(5.0)], years=2, scenarios=700, shock=0.1, seed=seed).pool.ends for seed in (1, 1, 2)
    )
    assert one == same != other


def test_a_larger_pool_is_steadier_until_the_shared_shock_is_all_that_is_left():
    found = [outlook([office(n)], years=1, scenarios=4_000, shock=0.0, seed=9).pool for n in (4.0, 400.0)]
    small, large = (one.bad_year / one.contributions for one in found)
    assert small < large < 0
    assert stable_from(0.0, 0.0) == pytest.approx((1.959964 / 0.1) ** 2)
    assert stable_from(0.0, 0.15) is None


@pytest.mark.parametrize(("offices", "years", "scenarios"), [([], 1, 1), ([office(1.0)], 0, 1), ([office(1.0)], 1, 0)])
def test_nothing_to_draw_is_an_error(offices, years, scenarios):
    with pytest.raises(ValueError, match="needed"):
        outlook(offices, years=years, scenarios=scenarios, shock=0, seed=1)
