"""When two figures agree: the one place that holds the tolerance and wording rules of definitions.md."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Wording = Literal["exactly", "about", "more_than", "less_than"]
Verdict = Literal["agrees", "loose", "contradicts"]

ABOUT = Fraction(5, 100)
"""How far "about" may lie from the figure, as a share of it."""
NOTHING = Fraction(0)
LOOSE_ABOVE = Fraction(125, 100)
""" "More than X" still says something up to 1.25 X; above that it is true but loose."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure and how exactly it was written: `step` is the unit of its last digit, 0 for one that was computed exactly."""

    amount: int | float
    step: float = 0

    @property
    def tolerance(self) -> Fraction:
        """Half a unit of the last digit; nothing for whole numbers of which every digit was written."""
        return Fraction(self.step) / 2 if self.step not in (0, 1) else NOTHING


def summed(parts: list[Quantity]) -> Quantity:
    """The sum of quantities; its step is such that the tolerances add up."""
    steps = sum(float(p.tolerance) * 2 for p in parts)
    return Quantity(sum(p.amount for p in parts), steps)


def equal(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are the same within the digits that were written."""
    return abs(_exact(one.amount) - _exact(other.amount)) <= one.tolerance + other.tolerance


def verdict(stated: Quantity, computed: Quantity, wording: Wording = "exactly") -> Verdict:
    """How a stated figure stands to the computed one, with the words it was said in. For negative figures the size counts."""
    tolerance = stated.tolerance + computed.tolerance
    if wording == "exactly":
        return "agrees" if equal(stated, computed) else "contradicts"
    said, found = _exact(stated.amount), _exact(computed.amount)
    if wording == "about":
        return "agrees" if abs(said - found) <= max(abs(said) * ABOUT, tolerance) else "contradicts"
    if said * found < 0:
        return "contradicts"
    said, found = abs(said), abs(found)
    if wording == "more_than":
        if found <= said:
            return "contradicts"
        return "agrees" if found <= said * LOOSE_ABOVE + tolerance else "loose"
    if found >= said:
        return "contradicts"
    return "agrees" if found * LOOSE_ABOVE + tolerance >= said else "loose"


def _exact(number: int | float) -> Fraction:
    """A float as the decimal it was written as: 0.1 is a tenth, not its nearest binary neighbour."""
    return Fraction(number) if isinstance(number, int) else Fraction(str(number))
