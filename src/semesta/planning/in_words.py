"""Numbers and codes in both languages, as they stand in plans."""

from __future__ import annotations

from collections.abc import Callable

from semesta.basics import shown
from semesta.basics.codes import CodeList
from semesta.basics.words import Words, same
from semesta.planning.aims import Target


def named(known: CodeList, code: str) -> Words:
    """The title of a code; one that is not known stands for itself."""
    entry = known.get(code) if code else None
    return entry.title if entry else same(code)


def count(number: int) -> Words:
    """A whole number."""
    return Words(shown.count(number, "id"), shown.count(number, "en"))


def rupiah(amount: int) -> Words:
    """Whole rupiah."""
    return Words(shown.rupiah(amount, "id"), shown.rupiah(amount, "en"))


def percent(part: float) -> Words:
    """A part as per cent with the decimals that it has, at most two."""
    hundredths = round(part * 10_000)
    digits = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
    return Words(shown.share(part, "id", digits), shown.share(part, "en", digits))


def amount(number: float, unit: str) -> Words:
    """An assumption's value in its unit: share, rupiah, or a plain number."""
    if unit == "share":
        return percent(number)
    if unit == "rupiah":
        return rupiah(round(number))
    return Words(shown.decimal(number, "id"), shown.decimal(number, "en"))


def last_aim(target: Target) -> Words:
    """The aim of a target's last year: "65 % pada 2030", "60.000 orang pada 2029"."""
    year = max(target.persons or target.shares)
    said = count(target.persons[year]) + Words(" orang", " persons") if target.persons else percent(target.shares[year])
    return said + Words(f" pada {year}", f" in {year}")


def known(number: int | None, said: Callable[[int], Words]) -> Words | None:
    """What is said of a number; nothing of what nobody filled in."""
    return None if number is None else said(number)
