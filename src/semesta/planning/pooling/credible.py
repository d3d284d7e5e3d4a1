"""How often cases fall on each office, from its own count as far as that can be trusted, else from all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credible:
    """Cases expected of each office, in the order given, and the weight of its own count in that; their sum is that of the cases."""

    cases: tuple[float, ...]
    weights: tuple[float, ...]


def credible(cases: Sequence[int], exposures: Sequence[float]) -> Credible:
    """Bühlmann and Straub's credibility with Poisson counts: offices that differ by more than chance keep more of their own.

    Args:
        exposures: what cases go with, such as contributions at one price; above zero.

    Raises:
        ValueError: no office, or an exposure that is not above zero.
    """
    if not cases or any(one <= 0 for one in exposures):
        raise ValueError("exposures must be above zero")
    whole = sum(exposures)
    common = sum(cases) / whole
    between = _between(cases, exposures, common)
    weights = [one / (one + common / between) if between > 0 else 0.0 for one in exposures]
    mixed = [w * n + (1 - w) * common * one for w, n, one in zip(weights, cases, exposures, strict=True)]
    scale = sum(cases) / sum(mixed) if sum(mixed) else 0.0
    return Credible(tuple(one * scale for one in mixed), tuple(weights))


def _between(cases: Sequence[int], exposures: Sequence[float], common: float) -> float:
    """The variance of the offices' true frequencies that is left when chance is taken away; 0 where chance explains all."""
    whole = sum(exposures)
    spread = sum(one * (n / one - common) ** 2 for n, one in zip(cases, exposures, strict=True))
    scale = whole - sum(one**2 for one in exposures) / whole
    return max(0.0, (spread - (len(cases) - 1) * common) / scale) if scale > 0 else 0.0
