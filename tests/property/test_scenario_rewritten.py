"""A scenario's text is mended in place: it says what was wanted, whatever was written before."""

from __future__ import annotations

import copy

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from semesta.planning.rewritten import rewritten
from semesta.planning.scenario import template

TEXT = template()
VALUES = st.one_of(
    st.integers(0, 10**12), st.text(st.characters(codec="ascii", min_codepoint=32), max_size=12), st.none()
)


def test_what_is_the_same_stays_as_it_was_written():
    assert rewritten(TEXT, yaml.safe_load(TEXT)) == TEXT


def test_a_comment_beside_a_value_stays_beside_it():
    wanted = yaml.safe_load(TEXT)
    wanted["groups"][0]["payers"][0]["kept"] = 333
    mended = rewritten(TEXT, wanted)
    assert "kept: 333                         # sudah dibayar sumber ini sekarang (dipertahankan)" in mended


@settings(max_examples=15, deadline=None)
@given(VALUES, VALUES, st.integers(0, 2), st.booleans())
def test_the_text_says_what_was_wanted(one, other, row, is_taken_out):
    wanted = copy.deepcopy(yaml.safe_load(TEXT))
    wanted["name"] = one
    wanted["groups"][row]["population"] = other
    wanted["groups"][row]["payers"].append({"funding": one, "kept": other})
    if is_taken_out:
        del wanted["groups"][(row + 1) % 3]
    assert yaml.safe_load(rewritten(TEXT, wanted)) == wanted
