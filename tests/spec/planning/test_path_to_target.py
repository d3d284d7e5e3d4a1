"""The way to a target: persons and money by year and source, what plan and money reach, and when it is met."""

from __future__ import annotations

import pytest
from scenarios import assumed, group, payer, plan, span, target

from semesta.planning.path import affordable

PRICE = 12 * 16_800
MONEY = {"funding": "apbd.kabkota", "amounts": {2027: 500 * PRICE}}


def path(**fields):
    """The way to one target from 2027 to 2030."""
    return plan(**{"years": span(2027, 2030), "targets": [target()]} | fields).paths[0]


def test_persons_rise_evenly_to_the_aim():
    assert [step.wanted for step in path().steps] == [5_250, 5_500, 5_750, 6_000]
    assert [step.added for step in path().steps] == [250] * 4


def test_a_population_that_grows_is_not_cut_by_a_person():
    growth = {"low": "1,5 %", "central": "1,5 %", "high": "2,5 %", "source": "uji"}
    steps = path(years=span(2027, 2028), growth=growth).steps
    assert [step.population for step in steps] == [10_000, 10_150]
    assert [step.population_range.high for step in steps] == [10_000, 10_250]


def test_a_target_in_persons_needs_no_share():
    steps = path(targets=[target(shares=None, persons={2028: 5_400, 2030: 5_600})]).steps
    assert [step.wanted for step in steps] == [5_200, 5_400, 5_500, 5_600]


def test_a_target_already_met_asks_for_nobody():
    assert [step.wanted for step in path(targets=[target(shares={2030: 0.4})]).steps] == [5_000] * 4


def test_a_target_of_a_year_that_is_past_is_wanted_at_once():
    assert [step.wanted for step in path(targets=[target(shares={2026: 0.6})]).steps] == [6_000] * 4


def test_a_growing_population_asks_for_more_and_leaves_an_interval():
    last = path(growth=assumed(0, 0.01, 0.02)).steps[-1]
    assert (last.population, last.wanted) == (10_303, 6_182)
    assert (last.wanted_range.low, last.wanted_range.high) == (6_000, 6_368)
    assert last.amount_range.low < last.amount_range.central == last.amount < last.amount_range.high


def test_new_persons_by_source_add_up_and_cost_what_the_law_says():
    mix = [{"funding": "apbd.kabkota", "part": 0.333}, {"funding": "mandiri", "part": 0.667}]
    for step in path(targets=[target(mix=mix)]).steps:
        assert sum(one.persons for one in step.paid) == step.wanted - 5_000
    first = path(targets=[target(mix=mix)]).steps[0]
    # Who pays for himself has the relief of PP 50/2025 no longer in 2027.
    assert [(one.funding, one.persons, one.amount) for one in first.paid] == [
        ("apbd.kabkota", 83, 83 * PRICE),
        ("mandiri", 167, 167 * PRICE),
    ]


def test_money_first_keeps_those_it_pays_for_and_then_pays_for_new_ones():
    assert [step.reached for step in path(money=[MONEY]).steps] == [5_400] * 4


def test_money_that_does_not_keep_those_paid_for_loses_some():
    half = {"funding": "apbd.kabkota", "amounts": {2027: 50 * PRICE}}
    assert path(money=[half]).steps[0].reached == 4_950


def test_without_known_money_nothing_is_said_of_what_it_reaches():
    found = path()
    assert ([step.reached for step in found.steps], found.met_by_money) == ([None] * 4, None)


def test_the_year_in_which_growing_money_meets_the_target_is_named():
    growing = MONEY | {"amounts": {2027: 600 * PRICE}, "growth": 0.1}
    found = path(money=[growing])
    assert found.met_by_money == 2034  # 600 × 1,1⁷ pays for the hundred kept and a thousand more


def test_the_year_in_which_the_plan_itself_meets_the_target_is_named():
    found = path(groups=[group("rentan.nelayan", payer(100, added={2027: 400, 2028: 700}))])
    assert [step.planned for step in found.steps] == [5_400, 6_100, 6_100, 6_100]
    assert found.met_by_plan == 2028


def test_a_document_without_own_shares_takes_the_national_ones_with_their_source():
    found = path(targets=[target(document="RPJPN", shares=None)])
    assert found.target.shares == {2045: 0.995}
    assert "belum diverifikasi" in found.target.of_document


@pytest.mark.parametrize(
    ("money", "kept", "price", "new"),
    [
        (100, (0, 0), 30, 3),
        (100, (2, 40), 30, 2),
        (100, (2, 100), 30, 0),
        (99, (2, 100), 30, -1),
        (0, (2, 100), 30, -2),
    ],
)
def test_what_money_pays_for_beside_those_kept(money, kept, price, new):
    assert affordable(money, kept, price) == new
