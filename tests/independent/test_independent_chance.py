"""Ranges of expected claims against a simulation of one's own: the frequency nobody knows, the cost of a case, and chance."""

import numpy as np
import pytest
from planning_asked import GRANT, assumed, group, payer

DRAWS = 400_000
Z = 1.6448536269514722
"""A range of 90 % is read as so many standard deviations to either side."""


def frequencies(random, low, central, high, *, cases=0, years=0):
    """Of 1,000 a year: gamma about the centre, sharpened by what was seen."""
    mean, spread = central / 1_000, (high - low) / 1_000 / (2 * Z)
    rate = mean / spread**2
    return random.gamma(mean * rate + cases, 1 / (rate + years), DRAWS)


def bent(random, low, central, high):
    """A normal distribution on each side of the centre, each with its own width, and never below nothing."""
    z = random.standard_normal(DRAWS)
    return np.maximum(central + z * np.where(z < 0, central - low, high - central) / Z, 0)


def ends(amounts):
    return [float(end) for end in np.quantile(amounts, [0.05, 0.95])]


def row(planned, programme, persons, claims=None, route=None, **fields):
    code = "non_asn.rt_rw" if route else "rentan.nelayan"
    plan = planned(groups=[group(code, payer(persons), **(route or {}))], claims=claims or {}, **fields)
    return next(one for one in plan["parts"]["claims"]["rows"] if one["programme"] == programme)


@pytest.mark.parametrize("persons", [60, 1_000, 25_000])
def test_deaths_and_grants(planned, persons):
    random = np.random.default_rng(11)
    deaths = random.poisson(frequencies(random, 2.1, 3.5, 4.2) * persons)
    paid = deaths * (GRANT + bent(random, 0, 4_500_000, 6_000_000))
    told = row(planned, "JKM", persons)
    assert [told["cases"]["low"], told["cases"]["high"]] == pytest.approx(ends(deaths), abs=1, rel=0.02)
    assert [told["amount"]["low"], told["amount"]["high"]] == pytest.approx(ends(paid), rel=0.03, abs=GRANT / 4)


def test_accidents_whose_cost_varies_twice_as_much_as_its_mean(planned):
    random = np.random.default_rng(12)
    cases = random.poisson(frequencies(random, 2.2, 3.5, 5.0) * 20_000)
    mean = bent(random, 7e6, 8e6, 11e6)
    paid = random.gamma(np.maximum(cases / 4, 1e-12)) * 4 * mean  # a sum of gammas of shape 1/4, each with this mean
    told = row(planned, "JKK", 20_000)
    assert [told["amount"]["low"], told["amount"]["high"]] == pytest.approx(ends(paid), rel=0.03)


def test_own_cases_sharpen_the_range(planned):
    own = [{"programme": "JKM", "segment": "BPU", "cases": 60, "person_years": 12_000, "source": "uji"}]
    random = np.random.default_rng(13)
    deaths = random.poisson(frequencies(random, 2.1, 3.5, 4.2, cases=60, years=12_000) * 10_000)
    told = row(planned, "JKM", 10_000, {"experience": own})
    assert [told["cases"]["low"], told["cases"]["high"]] == pytest.approx(ends(deaths), rel=0.02)


def test_the_class_of_risk_is_a_power_of_the_laws_rates(planned):
    """1.74 % against the mean of 0.24, 0.54, 0.89, 1.27 and 1.74 %, which is 0.936 %; half as strong at the least."""
    wage = {"route": "PU", "wage_per_month": 2_000_000, "risk_class": 5}
    told = row(planned, "JKK", 5_000, route=wage)
    assert told["cases"]["central"] == pytest.approx(5_000 * 14.5 / 1_000 * 1.74 / 0.936)
    random = np.random.default_rng(14)
    times = bent(random, (1.74 / 0.936) ** 0.5, 1.74 / 0.936, 1.74 / 0.936)
    cases = random.poisson(frequencies(random, 13.9, 14.5, 16.1) * times * 5_000)
    assert [told["cases"]["low"], told["cases"]["high"]] == pytest.approx(ends(cases), rel=0.02)


def test_nine_of_ten_made_up_years_lie_within_the_range(planned):
    """The truth is drawn as it is assumed, a year happens by it, and the range told beforehand holds it."""
    told = row(planned, "JKM", 3_000)
    random = np.random.default_rng(15)
    deaths = random.poisson(frequencies(random, 2.1, 3.5, 4.2) * 3_000)
    held = float(np.mean((deaths >= told["cases"]["low"]) & (deaths <= told["cases"]["high"])))
    assert 0.89 < held < 0.97


def test_an_assumption_without_range_leaves_chance_alone(planned):
    sure = {"jkm_deaths_bpu": assumed(4.0, 4.0, 4.0), "jkm_scholarship_per_death": assumed(0, 0, 0)}
    told = row(planned, "JKM", 2_500, assumptions=sure)
    poisson = {"low": 5, "central": 10, "high": 15}
    assert told["cases"] == pytest.approx(poisson, abs=0.1)  # drawn: the end may lie just beyond a whole number
    assert told["amount"]["high"] == pytest.approx(15 * GRANT, abs=GRANT / 10)
