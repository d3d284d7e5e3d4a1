"""A value written so that reading it gives the same value with the same last digit."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

_WORDS = ((12, "triliun"), (9, "miliar"), (6, "juta"), (3, "ribu"))


def written(value: object, step: float | None = None) -> str:
    """The text of a cell that means this value: "36.72", "2024-07-17", "8,59 triliun", "32,15 %"; "" for None.

    Args:
        step: the unit of the last digit, for numbers; 10_000_000_000 of "8,59 triliun". None: not known, as is 1.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and (not value.is_integer() or (step or 1) < 1):
        return _percentage(value, step)
    if isinstance(value, int | float):
        return _whole(int(value), Decimal(repr(step)) if step else Decimal(1))
    return str(value)


def _whole(value: int, step: Decimal) -> str:
    """A whole number, in words as far as its digits reach: Rp790 juta to the nearest million is no 790.000.000."""
    power, word = next(((p, w) for p, w in _WORDS if abs(value) >= 10**p and step <= 10**p), (0, ""))
    if step <= 1 or not word:
        return str(value)
    digits = power - step.adjusted()
    number = f"{Decimal(value).scaleb(-power):.{digits}f}"
    return f"{number.replace('.', ',')} {word}"


def _percentage(value: float, step: float | None) -> str:
    """A fraction as a percentage, which no reader takes for thousands: 1,234 might be."""
    exact = Decimal(repr(value))
    digits = -Decimal(repr(step)).adjusted() if step else -int(exact.as_tuple().exponent)
    return f"{exact * 100:.{max(0, digits - 2)}f}".replace(".", ",") + " %"
