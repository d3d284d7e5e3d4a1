"""Whole numbers that grow by a part a year."""

from __future__ import annotations

from fractions import Fraction


def grown(number: int, growth: float, years: int) -> Fraction:
    """What a number has become after some years, exactly: whoever needs a whole one rounds it himself.

    The part counts as it is written, "1,5 %" as 15/1000. A computer's own number is a little less, and cut to whole rupiah
    Rp100,000,000 would become Rp101,499,999.
    """
    return number * (1 + Fraction(str(growth))) ** years
