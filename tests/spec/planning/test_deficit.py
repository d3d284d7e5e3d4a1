"""What two totals imply, and a deficit in price, portfolio and chance."""

import datetime as dt

import pytest

from semesta.basics.words import same
from semesta.law.law import LAW
from semesta.planning.deficit import Expectation, deficit, published
from semesta.planning.estimate import Estimate
from semesta.planning.implied import expected_of, implied
from semesta.planning.lawful import terms
from semesta.planning.portfolio import Portfolio

JULY = dt.date(2024, 7, 1)
CILEGON = 480_457_660, 790_000_000


@pytest.fixture(scope="module")
def jkm():
    return terms(LAW, "JKM", "BPU", JULY)


@pytest.fixture(scope="module")
def cilegon():
    return implied(LAW, *CILEGON, JULY)


def test_break_even_of_jkm_for_own_account_is_1_94_deaths_per_1000(jkm):
    assert jkm.break_even == pytest.approx(1.943, abs=0.001)
    assert (jkm.price, jkm.benefit) == (6_800, 42_000_000)


def test_within_a_waiting_time_a_death_pays_less():
    found = terms(LAW, "JKM", "BPU", dt.date(2025, 7, 1))
    assert (found.least, found.waits) == (10_000_000, 3)
    assert terms(LAW, "JKM", "BPU", JULY).waits == 0


def test_a_work_accident_has_no_sum_by_law():
    found = terms(LAW, "JKK", "BPU", JULY)
    assert (found.price, found.benefit, found.break_even) == (10_000, None, None)


def test_of_who_has_a_wage_the_price_is_not_known_until_the_wage_is():
    assert terms(LAW, "JKM", "PU", JULY).price is None
    assert terms(LAW, "JKM", "PU", JULY, wage_per_month=4_000_000).price == 12_000


def test_cilegons_contributions_cannot_have_come_from_fixed_prices_alone(cilegon):
    assert cilegon.step == 100
    assert cilegon.has_other_payments
    assert (cilegon.prices[0].price, cilegon.prices[0].months, cilegon.prices[0].left) == (16_800, 28_598, 11_260)


def test_cilegons_claims_are_at_most_18_full_grants_and_a_frequency_with_its_interval(cilegon):
    assert (cilegon.fewest, cilegon.most) == (4, 18)
    assert cilegon.deaths == pytest.approx(18.81, abs=0.01)
    assert cilegon.cases == 18
    assert cilegon.frequency == pytest.approx(7.89, abs=0.01)
    low, high = cilegon.frequency_interval
    assert low < cilegon.terms.break_even * 4 < high
    assert cilegon.ratio == pytest.approx(1.644, abs=0.001)


def test_contributions_of_one_price_are_explained_by_it_and_by_no_mix():
    blitar = implied(LAW, 452_508_000, 42_000_000, dt.date(2024, 8, 1))
    assert (blitar.prices[0].months, blitar.prices[0].left, blitar.mixes) == (5_387 * 5, 0, ())


def test_a_mix_of_two_prices_comes_to_the_sum_exactly():
    found = implied(LAW, 1_000 * 16_800 + 7 * 36_800, 42_000_000, JULY)
    for mix in found.mixes:
        assert mix.first.price * mix.first_months + mix.second.price * mix.second_months == 1_000 * 16_800 + 7 * 36_800
    assert found.mixes


def test_totals_of_nothing_imply_nothing():
    with pytest.raises(ValueError, match="above zero"):
        implied(LAW, 0, 42_000_000, JULY)


def test_the_expectation_is_a_published_ratio_with_its_source_and_never_that_the_price_is_right():
    found = published("JKM", "BPU")
    assert (found.ratio.low, found.ratio.central, found.ratio.high) == (0.556, 1.981, 1.981)
    assert "2023 (2019–2023)" in found.source.id
    assert published("JKM", "BPU", 2020).ratio.central == 1.202
    assert published("JHT", "BPU") is None


def expect(ratio, low=None, high=None):
    return Expectation(Estimate(low or ratio, ratio, high or ratio), same("asumsi"))


@pytest.mark.parametrize("cases", [0, 3, 40])
def test_price_portfolio_and_chance_add_up_to_the_difference(jkm, cases):
    old = Portfolio({("L", age): 10 for age in range(50, 65)})
    found = deficit("JKM", 900_000_000, cases * 42_000_000, cases, expect(1.2, 0.8, 1.6), said=jkm, portfolio=old)
    assert found.price + found.portfolio + found.chance == found.result
    assert found.price == -180_000_000
    assert found.portfolio < 0


def test_without_data_the_portfolio_is_not_known_and_is_not_zero(jkm):
    found = deficit("JKM", 900_000_000, 84_000_000, 2, expect(1.0), said=jkm)
    assert found.portfolio is None
    assert found.price + found.chance == found.result
    assert all(part.amount is None and part.said.id for part in found.parts)


def test_probability_is_that_of_so_many_cases_or_more_at_the_expectation(jkm):
    found = deficit("JKM", 84_000_000, 42_000_000, 1, expect(1.0), said=jkm)
    assert found.expected_cases.central == pytest.approx(2.0)
    assert found.probability == pytest.approx(1 - 2.718281828**-2, abs=1e-6)


def test_of_cases_that_nobody_counted_no_probability_is_told(jkm):
    found = deficit("JKM", 84_000_000, 42_000_000, None, expect(1.0), said=jkm)
    assert (found.probability, found.expected_cases, found.ratio_interval) == (None, None, None)
    assert found.chance == 42_000_000


def test_claims_without_cases_are_refused(jkm):
    with pytest.raises(ValueError, match="cases"):
        deficit("JKM", 84_000_000, 42_000_000, 0, expect(1.0), said=jkm)


def test_of_two_totals_jkm_and_jkk_are_expected_each_by_its_part_of_the_price(cilegon):
    """JKM 6.800 of 16.800 at its published ratio, JKK as 3.5 cases per 1,000 a year of Rp8 million each."""
    found, of_jkm = expected_of(cilegon, published("JKM", "BPU", 2024))
    assert found.ratio.central == pytest.approx((6_800 * 1.981 + 3.5 / 1000 / 12 * 8_000_000) / 16_800)
    assert of_jkm == pytest.approx(6_800 * 1.981 / (found.ratio.central * 16_800))
    assert found.ratio.low < found.ratio.central < found.ratio.high
    assert "JKM" in found.source.id
    assert "JKK" in found.source.id
