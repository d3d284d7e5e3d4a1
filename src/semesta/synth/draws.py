"""Draws that depend on the seed, on what is drawn and for whom, and on nothing else.

A draw is SplitMix64 (Steele, Lea, Flood 2014) at a counter: the n-th value costs the same as the first, so any rows can be
made in any order and in chunks of any size, and are always the same.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Words64 = NDArray[np.uint64]

_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_UNIT = 2.0**-53


class Draws:
    """The draws of one seed. `what` names the draw: two names give two unrelated values for the same person."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._keys: dict[str, np.uint64] = {}

    def key(self, what: str) -> np.uint64:
        if what not in self._keys:
            digest = hashlib.blake2b(f"{self.seed}/{what}".encode(), digest_size=8).digest()
            self._keys[what] = np.uint64(int.from_bytes(digest, "little"))
        return self._keys[what]

    def words(self, what: str, ids: Ints) -> Words64:
        """64 random bits for each id."""
        word = ids.astype(np.uint64)
        word += np.uint64(1)
        word *= _STEP
        word += self.key(what)
        return mixed(word)

    def unit(self, what: str, ids: Ints) -> Floats:
        """A number from 0 to below 1 for each id."""
        return (self.words(what, ids) >> np.uint64(11)).astype(np.float64) * _UNIT

    def below(self, what: str, ids: Ints, limit: ArrayLike) -> Ints:
        """A whole number from 0 to below `limit` for each id; 0 where the limit is 0."""
        return (self.unit(what, ids) * np.asarray(limit)).astype(np.int64)

    def happens(self, what: str, ids: Ints, share: ArrayLike) -> Bools:
        """Whether it happens to each id, to so large a share of them."""
        return self.unit(what, ids) < np.asarray(share)

    def among(self, what: str, ids: Ints, weights: ArrayLike) -> Ints:
        """The index of one weight for each id, more often the larger it is."""
        steps = np.cumsum(np.asarray(weights, dtype=np.float64))
        return np.searchsorted(steps / steps[-1], self.unit(what, ids), side="right").clip(0, len(steps) - 1)


def mixed(word: Words64) -> Words64:
    """The output function of SplitMix64; changes `word` in place and returns it."""
    word ^= word >> np.uint64(30)
    word *= _MIX[0]
    word ^= word >> np.uint64(27)
    word *= _MIX[1]
    word ^= word >> np.uint64(31)
    return word
