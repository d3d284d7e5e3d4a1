"""A quantity that is not known exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

LEVEL = (0.05, 0.95)
"""The ends of a range of 90 %, at which plans and reserves tell what is not known exactly."""
Z_90 = 1.6448536269514722
"""Of the normal distribution: so many standard deviations to either side of the mean reach them."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A central value between what it may well be at least and at most; all three in one unit, which the owner states."""

    low: float
    central: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.central <= self.high:
            raise ValueError(f"not in order: {self.low}, {self.central}, {self.high}")

    @staticmethod
    def exactly(value: float) -> Estimate:
        """Of what nothing is left open."""
        return Estimate(value, value, value)

    def __iter__(self) -> Iterator[float]:
        """Low, central, high."""
        yield from (self.low, self.central, self.high)

    def at(self, rising: Callable[[float], float]) -> Estimate:
        """What a function that never falls makes of each of the three."""
        return Estimate(*map(rising, self))


@dataclass(frozen=True, slots=True)
class Chanced(Estimate):
    """An estimate where there is chance as well: low and high hold for both together, `assumed` and `chance` for each alone."""

    assumed: Estimate
    """Low and high of the assumptions, of what is expected."""
    chance: Estimate
    """The range of 90 % at the central assumptions."""
