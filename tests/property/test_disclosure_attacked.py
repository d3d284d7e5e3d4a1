"""What is published gives nobody's number away, however one subtracts."""

import datetime as dt
from dataclasses import replace
from itertools import product

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rounds_made import dataset
from subtraction import Reader

from semesta.basics.places import PLACES
from semesta.monev.disclosure import Published, disclosed
from semesta.monev.measure import measured
from semesta.monev.seen import Numbers, seen

TOWNS, KINDS = ("36.01", "36.71", "36.72"), ("rentan.nelayan", "rentan.ojek", "non_asn.rt_rw")
CELLS = list(product(TOWNS, KINDS))
NUMBERS = st.tuples(*[st.tuples(st.integers(0, 40), st.integers(0, 12), st.integers(0, 12)) for _ in CELLS])
"""Of each place and group those active, those lapsed, those never registered; small numbers are many."""
MARGINS = st.sampled_from([[("36", k) for k in KINDS], [(t, "") for t in TOWNS]]).flatmap(
    lambda some: st.sets(st.sampled_from([("36", ""), *some]))
)
"""Totals that somebody wrote down besides; of groups or of towns, since totals that overlap are not added by any figure."""
MEASURES = {"persons": "population", "registered": "members", "active": "members"}


def counted(numbers):
    people = {}
    for cell, (active, lapsed, never) in zip(CELLS, numbers, strict=True):
        people[cell] = {"active": active, "registered": active + lapsed, "persons": active + lapsed + never}
    return people


def total(people, measure, place, group):
    return sum(n[measure] for (p, g), n in people.items() if PLACES.is_within(p, place) and g.startswith(group))


def round_of(people, margins, day=dt.date(2024, 7, 17)):
    rows = {"population": [], "members": []}
    for place, group in [*CELLS, *sorted(margins)]:
        told = {m: total(people, m, place, group) for m in MEASURES}
        where = {"place": place, "group": group or None, "as_of": day, "source": "daftar"}
        rows["population"].append({**where, "universe": "pemda", "basis": "residence", "persons": told["persons"]})
        rows["members"].append(
            {**where, "basis": "residence", "registered": told["registered"], "active": told["active"]}
        )
    return measured(dataset(rows), places=PLACES, place="36", as_of=day)


def given_away(people, *shown):
    """The small numbers of which a reader of all that was shown learns that somebody is there, or that there are few."""
    reader = Reader([(measure, *cell) for measure in MEASURES for cell in CELLS])
    for one in shown:
        reader.read(one)
    found = []
    for measure, (place, group) in product(
        MEASURES, [*CELLS, ("36", ""), *[("36", k) for k in KINDS], *[(t, "") for t in TOWNS]]
    ):
        if 1 <= total(people, measure, place, group) <= 4:
            low, high = reader.bounds(measure, place, group)
            if low > 1e-4 or high < 5 - 1e-4:
                found.append((measure, place, group, low, high))
    return found


def naive(round):
    """Only the small cells themselves hidden, and every figure that is small."""
    nothing = Numbers({}, [{} for _ in round.values])
    shown, _ = seen(round, nothing, frozenset())
    frames = {
        name: frame.with_columns(pl.when(pl.col(m).is_between(1, 4)).then(None).otherwise(pl.col(m)).alias(m) for m in MEASURES if MEASURES[m] == name)
        for name, frame in shown.dataset.frames.items()
    }  # fmt: skip
    values = tuple(
        v
        for v in shown.values
        if not any(isinstance(n, int) and 1 <= n <= 4 for n in (v.value, v.numerator, v.denominator))
    )
    return replace(shown, values=values, dataset=replace(shown.dataset, frames=frames))


ONE_SMALL = tuple((20, 10, 10) for _ in CELLS[1:])


@settings(max_examples=15, deadline=None)
@given(numbers=NUMBERS, margins=MARGINS)
@example(numbers=((3, 0, 0), *ONE_SMALL), margins={("36", "rentan.nelayan")})
@example(numbers=((20, 3, 10), *ONE_SMALL), margins=set())
def test_nobody_learns_a_small_number_by_subtracting(numbers, margins):
    people = counted(numbers)
    found = disclosed(round_of(people, margins))
    assert found.leaked == 0
    assert given_away(people, found.measured) == []


@settings(max_examples=6, deadline=None)
@given(
    first=NUMBERS,
    changes=st.dictionaries(st.integers(0, 8), NUMBERS.map(lambda all: all[0]), max_size=2),
    margins=MARGINS,
)
def test_nobody_learns_a_small_number_from_two_rounds_of_which_most_is_the_same(first, changes, margins):
    earlier, later = counted(first), counted([changes.get(at, cell) for at, cell in enumerate(first)])
    old, new = round_of(earlier, margins), round_of(later, margins, dt.date(2024, 12, 31))
    shown = disclosed(old).measured
    now = disclosed(new, [Published(old, shown)])
    assert given_away(later, now.measured) == []
    same = {cell for cell in CELLS if earlier[cell] == later[cell]}
    assert not [
        (cell, measure)
        for cell, measure in product(CELLS, MEASURES)
        if cell not in same and 1 <= abs(earlier[cell][measure] - later[cell][measure]) <= 4
        if told(shown, measure, cell) is not None and told(now.measured, measure, cell) is not None
    ]


@settings(max_examples=6, deadline=None)
@given(numbers=NUMBERS, margins=MARGINS, more=MARGINS)
def test_the_same_people_told_again_with_other_totals_give_nothing_more_away(numbers, margins, more):
    people = counted(numbers)
    old, new = round_of(people, margins), round_of(people, more)
    shown = disclosed(old).measured
    now = disclosed(new, [Published(old, shown)]).measured
    assert given_away(people, shown, now) == []


def told(shown, measure, cell):
    for row in shown.dataset.frames[MEASURES[measure]].iter_rows(named=True):
        if (row["place"], row["group"]) == cell:
            return row[measure]
    return None


@pytest.mark.parametrize("margins", [{("36", "rentan.nelayan")}, {("36.01", "")}, set()])
def test_the_reader_finds_what_hiding_small_cells_alone_gives_away(margins):
    people = counted(((3, 0, 0), *ONE_SMALL))
    assert given_away(people, naive(round_of(people, margins))) != []


@settings(max_examples=6, deadline=None)
@given(numbers=NUMBERS, margins=MARGINS)
def test_what_is_shown_is_what_was_measured(numbers, margins):
    round = round_of(counted(numbers), margins)
    shown = disclosed(round).measured
    measured_there = {(value.indicator, value.node): value.value for value in round.values}
    assert all(
        value.value is None or measured_there[value.indicator, value.node] == value.value for value in shown.values
    )
