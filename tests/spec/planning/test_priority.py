"""Whom a sum covers first, and who is left out."""

import datetime as dt
import random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semesta.law.law import LAW
from semesta.planning.assumptions import life_table
from semesta.planning.priority.candidates import candidates
from semesta.planning.priority.choice import choose
from semesta.planning.priority.chosen import Floor, by_order, fairness
from semesta.planning.priority.objective import OBJECTIVES, Supposed, worth_of
from semesta.planning.priority.optimum import NoOptimum, optimum
from semesta.planning.priority.rules import USUAL, in_order

PRICE = 201_600
"""JKK and JKM of BPU for twelve months by law."""


def workers(rows):
    names = ("id", "group", "district", "sex", "decile", "birth_date", "bpjs_status", "nik", "kk")
    kinds = {name: pl.Date if name == "birth_date" else pl.String for name in names}
    usual = {
        "group": "rentan.nelayan",
        "district": "36.72.01",
        "sex": "L",
        "decile": "3",
        "birth_date": dt.date(1985, 5, 1),
    }
    return pl.DataFrame([{name: {**usual, **row}.get(name) for name in names} for row in rows], schema=kinds)


def asked(rows, *, seed=1, months=12):
    return candidates(workers(rows), law=LAW, year=2026, months=months, funding="apbd", seed=seed)


def order(rows, rules=USUAL, **kwargs):
    return in_order(asked(rows, **kwargs)[0], rules)


def ids(chosen):
    return chosen.table.filter(pl.col("chosen"))["id"].to_list()


def test_price_is_that_of_the_law_for_the_months_asked_for():
    table, _ = asked([{"id": "a"}], months=4)
    assert table["price"].to_list() == [4 * 16_800]


def test_who_is_active_too_old_without_a_group_or_written_twice_is_no_candidate_and_why_is_said():
    table, others = asked(
        [
            {"id": "a", "bpjs_status": "active"},
            {"id": "b", "birth_date": dt.date(1960, 1, 1)},
            {"id": "c", "group": None},
            {"id": "d", "nik": "1"},
            {"id": "e", "nik": "1"},
        ]
    )
    assert table["id"].to_list() == ["d"]
    assert dict(others.iter_rows()) == {"a": "active", "b": "age", "c": "group", "e": "twice"}


def test_first_rule_that_tells_two_people_apart_decides():
    found = order(
        [
            {"id": "poor", "decile": "1"},
            {"id": "lapsed", "decile": "9", "bpjs_status": "inactive"},
            {"id": "unknown", "decile": None},
            {"id": "poor and old", "decile": "1", "birth_date": dt.date(1965, 1, 1)},
        ]
    )
    assert found["id"].to_list() == ["lapsed", "poor and old", "poor", "unknown"]
    assert found["place"].to_list() == [1, 2, 3, 4]


def test_groups_of_high_risk_come_first_in_the_order_named():
    rows = [{"id": group, "group": group} for group in ("rentan.petani", "rentan.nelayan", "rentan.ojek")]
    found = in_order(asked(rows)[0], ["risk"], ["rentan.nelayan", "rentan.petani"])
    assert found["id"].to_list() == ["rentan.nelayan", "rentan.petani", "rentan.ojek"]


def test_order_of_the_list_tells_nothing_and_the_seed_draws_ties():
    rows = [{"id": str(n)} for n in range(40)]
    shuffled = random.Random(2).sample(rows, len(rows))
    assert order(rows)["id"].to_list() == order(shuffled)["id"].to_list()
    assert order(rows)["id"].to_list() != order(rows, seed=2)["id"].to_list()


def test_sum_is_used_as_far_as_it_pays_for_whole_people():
    found = by_order(order([{"id": str(n)} for n in range(5)]), 2 * PRICE + 1)
    assert (found.persons, found.spent, found.left) == (2, 2 * PRICE, 1)
    assert found.table["by"].to_list() == ["order"] * 2 + ["ceiling"] * 3


def test_sum_below_one_price_covers_nobody():
    found = by_order(order([{"id": "a"}]), PRICE - 1)
    assert (found.persons, found.spent) == (0, 0)


def test_floors_come_before_the_order_and_unmet_ones_are_named():
    rows = [{"id": f"n{n}", "decile": "1"} for n in range(4)]
    rows += [{"id": f"o{n}", "group": "rentan.ojek", "decile": "9", "district": "36.72.02"} for n in range(2)]
    floors = [Floor("group", "rentan.ojek", 1), Floor("district", "36.72.02", 3)]
    found = by_order(order(rows), 3 * PRICE, floors)
    assert sum(one.startswith("o") for one in ids(found)) == 2
    assert found.unmet == ((floors[1], 2),)


def test_a_floor_of_a_wider_group_holds_the_groups_below_it():
    rows = [{"id": "a", "decile": "1", "group": "non_asn.rt_rw"}, {"id": "b", "decile": "9"}]
    assert ids(by_order(order(rows), PRICE, [Floor("group", "rentan", 1)])) == ["b"]


def test_who_is_left_out_is_counted_by_sex_group_and_district_the_least_first():
    rows = [{"id": str(n), "sex": "L" if n < 6 else "P", "decile": "1" if n < 6 else "5"} for n in range(10)]
    found = fairness(by_order(order(rows), 6 * PRICE), "sex")
    assert found.rows() == [("P", 4, 0, 0.0), ("L", 6, 6, 1.0)]


def chosen_best(objective, rows, budget, floors=()):
    ordered = order(rows)
    worth = worth_of(objective, ordered, life_table(), Supposed(42_000_000, 28_000, {1: 0.9, 2: 0.5}))
    return optimum(ordered, worth, OBJECTIVES[objective], budget, floors)


def test_most_expected_benefit_covers_those_more_likely_to_die():
    rows = [{"id": f"y{n}", "birth_date": dt.date(2000, 1, 1)} for n in range(3)]
    rows += [{"id": f"o{n}", "birth_date": dt.date(1966, 1, 1)} for n in range(3)]
    assert sorted(ids(chosen_best("benefit", rows, 3 * PRICE).chosen)) == ["o0", "o1", "o2"]


def test_nobody_is_a_dependant_of_their_own():
    both = workers([{"id": "head", "nik": "1", "kk": "9"}, {"id": "wife", "nik": "2", "kk": "9"}, {"id": "alone"}])
    family = [("1", "head"), ("2", "spouse"), ("3", "child"), (None, "child")]
    families = pl.DataFrame([{"kk": "9", "nik": nik, "relation": relation} for nik, relation in family])
    found = choose(both, families, budget=3 * PRICE, rules=["dependants"], funding="apbd", year=2026).chosen.table
    assert dict(found.select("id", "dependants").rows()) == {"head": 3, "wife": 2, "alone": None}


def test_fewest_families_in_poverty_covers_those_who_would_fall():
    rows = [{"id": f"d{n}", "decile": str(n)} for n in range(1, 6)]
    found = chosen_best("poverty", rows, 2 * PRICE)
    assert sorted(ids(found.chosen)) == ["d1", "d2"]
    assert found.gap <= 0.001


def test_floors_hold_in_the_optimum_and_those_that_cost_too_much_are_an_error():
    rows = [{"id": f"y{n}", "birth_date": dt.date(2000, 1, 1), "group": "rentan.ojek"} for n in range(3)]
    rows += [{"id": f"o{n}", "birth_date": dt.date(1966, 1, 1)} for n in range(3)]
    found = chosen_best("benefit", rows, 3 * PRICE, [Floor("group", "rentan.ojek", 2)])
    assert sum(one.startswith("y") for one in ids(found.chosen)) == 2
    with pytest.raises(NoOptimum):
        chosen_best("benefit", rows, PRICE, [Floor("group", "rentan.ojek", 2)])


people = st.lists(
    st.fixed_dictionaries(
        {
            "group": st.sampled_from(["rentan.nelayan", "rentan.ojek", "non_asn.rt_rw"]),
            "decile": st.sampled_from(["1", "4", "10", None]),
            "sex": st.sampled_from(["L", "P", None]),
            "birth_date": st.dates(dt.date(1965, 1, 1), dt.date(2004, 1, 1)),
        }
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=25, deadline=None)
@given(people, st.integers(0, 20 * PRICE), st.sampled_from(["rules", *OBJECTIVES]))
def test_sum_is_never_exceeded_and_more_of_it_never_covers_fewer(rows, budget, by):
    rows = [{**row, "id": str(n)} for n, row in enumerate(rows)]
    ordered = order(rows)

    def found(money):
        if by == "rules":
            return by_order(ordered, money)
        return chosen_best(by, rows, money).chosen

    less, more = found(budget), found(budget + PRICE)
    assert less.spent == sum(less.table.filter(pl.col("chosen"))["price"]) <= budget
    assert by != "persons" or less.persons <= more.persons
    assert by != "rules" or less.persons <= more.persons
