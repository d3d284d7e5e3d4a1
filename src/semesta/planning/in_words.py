"""Numbers, ranges and codes in words, as they stand in plans."""

from __future__ import annotations

from collections.abc import Callable

from semesta.basics import shown
from semesta.basics.codes import CodeList
from semesta.basics.words import Lang, Words, same
from semesta.planning.aims import Target
from semesta.planning.estimate import Estimate


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


def lowered(title: Words) -> Words:
    """A title within a sentence; abbreviations stay as they are."""
    return Words(*(f"{text[:1].lower()}{text[1:]}" if text[1:2].islower() else text for text in (title.id, title.en)))


def with_range(value: Estimate, said: Callable[[float], str]) -> str:
    """ "3.319 (3.183–3.409)"; one number where low and high are said alike."""
    low, central, high = map(said, value)
    return central if low == high else f"{central} ({low}–{high})"


def counted(value: Estimate, lang: Lang) -> str:
    """ "76 (46–122)"."""
    return with_range(value, lambda n: shown.count(round(n), lang))


def share_span(low: float, high: float, lang: Lang, digits: int) -> str:
    """ "103,4–107,8 %"; one share where both are said alike."""
    first, last = shown.share(low, lang, digits), shown.share(high, lang, digits)
    return last if first == last else f"{shown.decimal(100 * low, lang, digits)}–{last}"


def share_range(value: Estimate, lang: Lang, digits: int) -> str:
    """ "69,7 % (65,0–75,0 %)"; one share where low and high are said alike."""
    low, central, high = (shown.share(n, lang, digits) for n in value)
    return central if low == high else f"{central} ({share_span(value.low, value.high, lang, digits)})"


SCALES = (
    (10**12, Words("triliun", "trillion")),
    (10**9, Words("miliar", "billion")),
    (10**6, Words("juta", "million")),
    (10**3, Words("ribu", "thousand")),
)


def rupiah_range(value: Estimate, lang: Lang) -> str:
    """ "Rp2,34 juta (1,40–3,70)": all three in the unit of the central one; one amount where they are the same."""
    if value.low == value.high:
        return shown.rupiah_short(round(value.central), lang)
    size, unit = next((scale for scale in SCALES if abs(value.central) >= 0.99995 * scale[0]), (1, None))
    digits = 0 if size < 10**6 else 1 if abs(value.central) >= 10 * size else 2
    low, central, high = (shown.decimal(n / size, lang, digits) for n in value)
    whole = f"Rp{central}" + (f"{shown.NO_BREAK}{unit.said(lang)}" if unit else "")
    return whole if low == high else f"{whole} ({low}–{high})"


def millions(value: Estimate, lang: Lang) -> str:
    """ "721 (384–1.113)", "9,9 (0,0–50,7)": millions of rupiah, for a column that says so in its head."""
    return with_range(value, in_millions(value.central, lang))


def in_millions(central: float, lang: Lang) -> Callable[[float], str]:
    """How amounts around a central one are said in millions of rupiah."""
    digits = 0 if abs(central) >= 100_000_000 else 1
    return lambda amount: shown.decimal(amount / 1_000_000, lang, digits)


def assumed_each(value: Estimate, unit: str, lang: Lang) -> list[str]:
    """Low, central and high of an assumption in its unit, with the decimals that all three have, at most two."""
    if unit == "rupiah":
        return [shown.rupiah_short(round(n), lang) for n in value]
    if unit == "share":
        return [shown.share(n, lang, _digits(value.at(lambda part: 100 * part))) for n in value]
    return [shown.decimal(n, lang, _digits(value)) for n in value]


def assumed_range(value: Estimate, unit: str, lang: Lang) -> str:
    """ "3,5 (2,2–5,0)" in the unit of an assumption."""
    if unit == "rupiah":
        return rupiah_range(value, lang)
    if unit == "share":
        return share_range(value, lang, _digits(value.at(lambda part: 100 * part)))
    low, central, high = assumed_each(value, unit, lang)
    return f"{central} ({low}–{high})"


def _digits(value: Estimate) -> int:
    return next(n for n in range(3) if n == 2 or all(round(each, n) == round(each, 6) for each in value))


def last_aim(target: Target) -> Words:
    """The aim of a target's last year: "65 % pada 2030", "60.000 orang pada 2029"."""
    year = max(target.persons or target.shares)
    said = count(target.persons[year]) + Words(" orang", " persons") if target.persons else percent(target.shares[year])
    return said + Words(f" pada {year}", f" in {year}")


def known(number: int | None, said: Callable[[int], Words]) -> Words | None:
    """What is said of a number; nothing of what nobody filled in."""
    return None if number is None else said(number)
