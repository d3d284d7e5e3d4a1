"""What chance alone does to a count of cases: the interval of what was seen, and how likely as many are."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np


def at_least(count: int, mean: float) -> float:
    """The probability of `count` cases or more when `mean` are expected (Poisson)."""
    if count <= 0:
        return 1.0
    if mean <= 0:
        return 0.0
    return max(0.0, 1.0 - _at_most(count - 1, mean)) if count <= mean else _beyond(count, mean)


def interval(count: int, level: float = 0.95) -> tuple[float, float]:
    """The exact (Garwood) interval of the expected number when `count` cases were seen, however many."""
    tail = (1 - level) / 2
    top = count + 10 * math.sqrt(count + 1) + 20
    low = _crossing(lambda mean: at_least(count, mean) - tail, 0.0, top) if count else 0.0
    high = _crossing(lambda mean: at_least(count + 1, mean) - (1 - tail), 0.0, top)
    return low, high


def part_at_least(count: int, of: int, share: float) -> float:
    """The probability that of so many `count` or more fall where a `share` of all is expected (binomial)."""
    if count <= 0:
        return 1.0
    if count > of or share <= 0:
        return 0.0
    if share >= 1:
        return 1.0
    k = np.arange(count, of + 1)
    logs = np.array([math.lgamma(of + 1) - math.lgamma(n + 1) - math.lgamma(of - n + 1) for n in k])
    return min(1.0, float(np.exp(logs + k * math.log(share) + (of - k) * math.log1p(-share)).sum()))


def _at_most(count: int, mean: float) -> float:
    return float(np.exp(_logs(0, count, mean)).sum())


def _beyond(count: int, mean: float) -> float:
    """The upper tail added up from its largest term, so that small probabilities keep their digits."""
    return float(np.exp(_logs(count, count + int(10 * math.sqrt(count)) + 60, mean)).sum())


def _logs(first: int, last: int, mean: float) -> np.ndarray:
    """Logarithms of the Poisson probabilities of first … last."""
    k = np.arange(first + 1, last + 1)
    steps = np.concatenate(([0.0], np.cumsum(math.log(mean) - np.log(k))))
    return steps + (first * math.log(mean) - mean - math.lgamma(first + 1))


def _crossing(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a rising function passes 0."""
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2
