"""Orders that look random: every thing goes to one place, and can be found there."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from semesta.synth.draws import Draws
from semesta.synth.shuffle import Shuffle


@given(n=st.integers(1, 5_000), seed=st.integers(0, 2**31))
def test_every_thing_has_one_place_and_every_place_one_thing(n, seed):
    shuffle, things = Shuffle(Draws(seed), "x"), np.arange(n)
    places = shuffle.place(things, n)

    assert (np.sort(places) == things).all()
    assert (shuffle.index(places, n) == things).all()


@given(sizes=st.lists(st.integers(1, 10**12), min_size=1, max_size=50), seed=st.integers(0, 2**31))
def test_shuffles_of_many_sizes_are_those_of_each(sizes, seed):
    shuffle, n = Shuffle(Draws(seed), "x"), np.array(sizes)
    things = n // 3
    places = shuffle.place(things, n)

    assert (places < n).all()
    assert (shuffle.index(places, n) == things).all()


@given(start=st.integers(0, 10**9), cut=st.integers(1, 200), seed=st.integers(0, 2**31))
def test_a_draw_does_not_hang_on_what_is_drawn_with_it(start, cut, seed):
    draws, ids = Draws(seed), np.arange(start, start + 201)
    whole = draws.words("x", ids)

    assert (np.concatenate([draws.words("x", ids[:cut]), draws.words("x", ids[cut:])]) == whole).all()
