"""Draws of what offices pay out in a year: exact compound Poisson, and a fast way that is near it where cases are many.

A year's shared shock multiplies the frequency of all offices alike (gamma with mean 1); given it, cases are Poisson and independent,
and the cost of a case is gamma with the office's mean and spread, so that the sum over n cases is one gamma draw, not n.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from semesta.planning.pooling.offices import Office

Money = NDArray[np.float64]
Draw = Callable[[Sequence[Office], NDArray[np.float64], np.random.Generator], Money]
FEW = 60.0
"""Expected cases below which the fast way draws exactly: too few for a smooth curve."""


def shocks(scenarios: int, spread: float, random: np.random.Generator) -> NDArray[np.float64]:
    """The shared multiplier of each scenario's year."""
    if spread == 0:
        return np.ones(scenarios)
    shape = 1 / spread**2
    return random.standard_gamma(shape, scenarios) / shape


def exact(offices: Sequence[Office], multipliers: NDArray[np.float64], random: np.random.Generator) -> Money:
    """Claims by scenario and office: a count of cases each, and the sum that they cost."""
    cases, average, spread = _columns(offices)
    counts = random.poisson(multipliers[:, None] * cases)
    paid = counts * average
    vary = spread > 0
    if vary.any():
        shape = 1 / spread[vary] ** 2
        drawn = random.standard_gamma((counts if vary.all() else counts[:, vary]) * shape)
        drawn *= average[vary] / shape
        paid[:, vary] = drawn
    return paid


def fast(offices: Sequence[Office], multipliers: NDArray[np.float64], random: np.random.Generator) -> Money:
    """The same with one normal draw for an office of many cases: Wilson and Hilferty's cube of it, which keeps mean, variance and skew.

    Offices of few cases are drawn exactly.
    """
    cases, average, spread = _columns(offices)
    many = cases >= FEW
    paid = np.empty((len(multipliers), len(offices)))
    if (~many).any():
        few = [office for office, is_many in zip(offices, many, strict=True) if not is_many]
        paid[:, ~many] = exact(few, multipliers, random)
    if many.any():
        paid[:, many] = _cubes(cases[many], average[many], spread[many], multipliers, random)
    return paid


def _cubes(
    cases: Money, average: Money, spread: Money, multipliers: NDArray[np.float64], random: np.random.Generator
) -> NDArray[Any]:
    drawn = random.standard_normal((len(multipliers), len(cases)), dtype=np.float32)
    expected = (multipliers[:, None] * cases[None, :]).astype(np.float32)
    ninth = ((1 + spread**2) / 9).astype(np.float32) / expected
    drawn *= np.sqrt(ninth)
    drawn += 1
    drawn -= ninth
    np.maximum(drawn, 0, out=drawn)
    cube = drawn * drawn
    cube *= drawn
    cube *= expected
    cube *= average.astype(np.float32)
    return cube


def _columns(offices: Sequence[Office]) -> tuple[Money, Money, Money]:
    rows = [(one.cases, one.average, one.spread) for one in offices]
    cases, average, spread = np.array(rows, dtype=float).reshape(-1, 3).T
    return cases, average, spread
