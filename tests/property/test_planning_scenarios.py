"""Whatever stands in a scenario, it is read or refused with its fields; nothing else happens."""

from __future__ import annotations

import copy
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.plan import made
from semesta.planning.scenario import read_scenario, template

WHOLE = yaml.safe_load(template())
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**20),
    st.floats(),
    st.sampled_from(["", "x", "65%", "Rp2,2 miliar", "3 %", "-4 %", "nan", "1-12", "2026-01-01", "rentan", "00"]),
    st.just([]),
    st.just({}),
    st.just([{}]),
    st.just({2027: "x", "y": 3}),
)


def places_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every field of a scenario, lists and mappings themselves too."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, one in inner for found in places_in(one, (*path, key)))]


PLACES = [path for path in places_in(WHOLE) if path]


def with_odd(changes: list[tuple[tuple[Any, ...], Any]]) -> dict[str, Any]:
    """The template with other values at some of its fields; a way that an earlier change cut off changes nothing."""
    scenario = copy.deepcopy(WHOLE)
    for path, value in changes:
        held: Any = scenario
        try:
            for key in path[:-1]:
                held = held[key]
            held[path[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue
    return scenario


def faults_of(text: str) -> tuple[PlanFault, ...]:
    """What keeps a text from being a plan; nothing where it is one."""
    try:
        made(read_scenario(text))
    except Unplannable as wrong:
        return wrong.faults
    return ()


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(PLACES), ODD), min_size=1, max_size=3))
def test_a_scenario_with_anything_in_it_is_made_or_refused_by_field(changes):
    found = faults_of(yaml.safe_dump(with_odd(changes), allow_unicode=True))
    assert all(fault.field and fault.expected and fault.how_to_fix for fault in found)


@settings(max_examples=50)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    assert all(fault.field for fault in faults_of(text))
