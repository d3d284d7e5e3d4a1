"""What chance alone does to a count of cases."""

import math

import pytest

from semesta.basics import chance


@pytest.mark.parametrize(
    ("count", "low", "high"), [(0, 0.0, 3.689), (1, 0.0253, 5.572), (18, 10.668, 28.448), (100, 81.364, 121.627)]
)
def test_interval_of_a_count_is_the_exact_one_of_garwood(count, low, high):
    assert chance.interval(count) == pytest.approx((low, high), abs=6e-4)


def test_interval_of_many_cases_comes_near_the_normal_one():
    low, high = chance.interval(1_000_000)
    assert (high - low) / 2 == pytest.approx(1.96 * 1000, rel=1e-3)


@pytest.mark.parametrize("mean", [0.3, 4.0, 60.0, 900.0])
def test_probabilities_of_at_least_so_many_fall_by_those_of_exactly_so_many(mean):
    for count in (0, 1, int(mean), int(mean) + 5):
        exactly = math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))
        assert chance.at_least(count, mean) - chance.at_least(count + 1, mean) == pytest.approx(exactly, abs=1e-12)


def test_far_tail_keeps_its_digits():
    assert chance.at_least(60, 10.0) / 6.521903e-27 == pytest.approx(1, rel=1e-5)


def test_nothing_is_expected_and_something_is_seen_has_no_probability():
    assert (chance.at_least(1, 0.0), chance.at_least(0, 0.0)) == (0.0, 1.0)
