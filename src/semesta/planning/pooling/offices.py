"""An office of a pool as it is drawn: what it pays in, how many cases are expected of it, and what a case costs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """A branch or a place in one programme, a year at a time; money in rupiah.

    `spread` is the coefficient of variation of the cost of one case: 0 where each pays the same sum.
    """

    name: str
    contributions: int
    cases: float
    average: float
    spread: float = 0.0

    @property
    def claims(self) -> float:
        """Expected in a year."""
        return self.cases * self.average


TOLERANCE = 0.1
LEVEL_95 = 1.959964


def stable_from(spread: float, shock: float, tolerance: float = TOLERANCE) -> float | None:
    """Expected cases a year from which claims stay within a tolerance of their expectation in 95 of 100 years.

    None where the shared shock alone moves them further: no size is then enough.
    """
    allowed = (tolerance / LEVEL_95) ** 2 - shock**2
    return (1 + spread**2) / allowed if allowed > 0 else None
