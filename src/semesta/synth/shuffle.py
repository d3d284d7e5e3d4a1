"""Orders that look random and can be asked for one place at a time, forward and backward.

A shuffle of n things is a bijection on the smallest power of two that holds them, applied until it falls below n again
(cycle walking). Its rounds multiply by odd numbers and fold the upper half onto the lower: both can be undone.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from semesta.synth.draws import Draws, Ints, Words64

_ROUNDS = 3


class Shuffle:
    """One shuffle for each size: `n` may be one number or one for each position."""

    def __init__(self, draws: Draws, what: str) -> None:
        words = draws.words(f"shuffle/{what}", np.arange(2 * _ROUNDS, dtype=np.int64))
        self._odd = [int(word) | 1 for word in words[:_ROUNDS]]
        self._plus = [int(word) for word in words[_ROUNDS:]]

    def place(self, index: Ints, n: ArrayLike) -> Ints:
        """Where each index of 0 … n−1 goes."""
        return self._walked(index, n, self._forward)

    def index(self, place: Ints, n: ArrayLike) -> Ints:
        """What went to each place: the inverse of `place`."""
        return self._walked(place, n, self._backward)

    def _walked(self, index: Ints, n: ArrayLike, step: Callable[[Words64, Words64], Words64]) -> Ints:
        sizes = np.broadcast_to(np.asarray(n, dtype=np.int64), index.shape)
        bits = _bits(sizes)
        at = step(index.astype(np.uint64), bits)
        outside = np.flatnonzero(at >= sizes.astype(np.uint64))
        while outside.size:
            at[outside] = step(at[outside], bits[outside])
            outside = outside[at[outside] >= sizes[outside].astype(np.uint64)]
        walked: Ints = at.astype(np.int64)
        return walked

    def _forward(self, at: Words64, bits: Words64) -> Words64:
        mask, half = (np.uint64(1) << bits) - np.uint64(1), (bits + np.uint64(1)) // np.uint64(2)
        for odd, plus in zip(self._odd, self._plus, strict=True):
            at = (at * np.uint64(odd) + np.uint64(plus)) & mask
            at ^= at >> half
        return at

    def _backward(self, at: Words64, bits: Words64) -> Words64:
        mask, half = (np.uint64(1) << bits) - np.uint64(1), (bits + np.uint64(1)) // np.uint64(2)
        for odd, plus in zip(reversed(self._odd), reversed(self._plus), strict=True):
            at = at ^ (at >> half)  # its own inverse, since it folds at least half of the bits
            at = ((at - np.uint64(plus)) * np.uint64(pow(odd, -1, 1 << 64))) & mask
        return at


def _bits(sizes: Ints) -> Words64:
    """The bits that 0 … n−1 need, at least two."""
    return np.maximum(np.ceil(np.log2(np.maximum(sizes, 1))), 2).astype(np.uint64)
