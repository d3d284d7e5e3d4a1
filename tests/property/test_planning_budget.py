"""Plans for all amounts and numbers: ceilings hold to the rupiah, more money never covers fewer, parts add up to wholes."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "spec" / "planning"))
from scenarios import group, payer, plan, span, target

from semesta.planning.path import affordable

amounts = st.integers(0, 10**12)
persons = st.integers(0, 10**6)
prices = st.integers(1, 10**6)
few = settings(max_examples=25)


@given(amounts, persons, prices, prices)
def test_the_ceiling_is_never_exceeded_and_never_leaves_the_price_of_one_more(money, kept, each, price):
    new = affordable(money, (kept, kept * each), price)
    if money >= kept * each:
        assert 0 <= money - kept * each - new * price < price
    else:
        assert (kept + new) * each <= money < (kept + new + 1) * each


@given(amounts, amounts, persons, prices, prices)
def test_more_money_never_covers_fewer(money, more, kept, each, price):
    cost = (kept, kept * each)
    assert affordable(money, cost, price) <= affordable(money + more, cost, price)


@few
@given(st.integers(201_600, 10**10), st.integers(0, 10**9))
def test_more_money_never_reaches_fewer_in_any_year(money, more):
    def reached(amount: int) -> list[int]:
        budget = [{"funding": "apbd.kabkota", "amounts": {2027: amount}}]
        steps = plan(years=span(2027, 2029), money=budget, targets=[target()]).paths[0].steps
        return [step.reached for step in steps if step.reached is not None]

    assert all(less <= other for less, other in zip(reached(money), reached(money + more), strict=True))


@few
@given(st.integers(1, 5_000), st.integers(0, 5_000), st.integers(1, 12), st.integers(2020, 2030))
def test_a_payer_split_in_two_needs_as_much_as_the_whole(kept, added, begins, year):
    def need(*people: dict) -> int:
        made = plan(years=span(year), groups=[group("rentan.petani", *people)])
        return sum(one.amount for one in made.budget.needs)

    whole = payer(kept, added={year: added}, begins=begins)
    halves = [
        payer(kept // 2, added={year: added // 2}, begins=begins, account="a"),
        payer(kept - kept // 2, added={year: added - added // 2}, begins=begins, account="b"),
    ]
    assert need(whole) == need(*halves)


@few
@given(st.integers(1, 5_000), st.integers(1, 11), st.integers(2020, 2030))
def test_a_year_split_in_two_needs_as_much_as_the_whole(kept, month, year):
    def need(months: str) -> int:
        return (
            plan(years=span(year), groups=[group("rentan.petani", payer(kept, "mandiri", months=months))])
            .budget.needs[0]
            .amount
        )

    assert need("1-12") == need(f"1-{month}") + need(f"{month + 1}-12")


@few
@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=5), st.integers(5_000, 10_000))
def test_whoever_pays_for_new_members_their_numbers_add_up(weights, aim):
    sources = ("apbd.kabkota", "apbdes", "csr", "mandiri", "dbh_cht")
    parts = [weight / sum(weights) for weight in weights]
    mix = [{"funding": funding, "part": part} for funding, part in zip(sources, parts, strict=False)]
    steps = plan(targets=[target(shares=None, persons={2027: aim}, mix=mix)]).paths[0].steps
    assert sum(one.persons for one in steps[0].paid) == aim - 5_000
    assert all(one.persons >= 0 for one in steps[0].paid)
