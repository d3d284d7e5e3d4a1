"""Numbers, amounts, days and periods as the reader of each language expects to see them."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern

from semesta.basics.period import Period
from semesta.basics.words import Lang, Words

MINUS = "−"
NO_BREAK = "\u00a0"

# English readers here are not American: the day stands before the month.
_LOCALES: dict[Lang, Locale] = {"id": Locale("id"), "en": Locale("en", "GB")}
_SCALES = (
    (10**6, Words("juta", "million")),
    (10**9, Words("miliar", "billion")),
    (10**12, Words("triliun", "trillion")),
)
_THOUSAND = (10**3, Words("ribu", "thousand"))


@lru_cache
def _pattern(least: int, most: int) -> NumberPattern:
    """Grouped digits with `least` to `most` decimals."""
    fraction = "0" * least + "#" * (most - least)
    return parse_pattern(f"#,##0.{fraction}" if fraction else "#,##0")


def _rounded(number: float | Decimal, digits: int) -> Decimal:
    """Half away from zero, of the number as it is written and not of its binary neighbour."""
    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    return exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


@lru_cache(maxsize=16384)
def _grouped(number: Decimal, lang: Lang, least: int, most: int) -> str:
    digits: str = _pattern(least, most).apply(abs(number), _LOCALES[lang])
    return MINUS + digits if number < 0 else digits


def count(number: int, lang: Lang) -> str:
    """A whole number: "377.162", "377,162"."""
    return _grouped(Decimal(number), lang, 0, 0)


def decimal(number: float | Decimal, lang: Lang, digits: int = 2) -> str:
    """A number with exactly so many decimals: "1,60", "1.60"."""
    return _grouped(_rounded(number, digits), lang, digits, digits)


def share(fraction: float | Decimal, lang: Lang, digits: int = 2) -> str:
    """A fraction as a percentage: 0.3235 is "32,35 %" with a no-break space, in English "32.35%"."""
    exact = fraction if isinstance(fraction, Decimal) else Decimal(repr(fraction))
    return decimal(exact * 100, lang, digits) + (NO_BREAK + "%" if lang == "id" else "%")


def as_written(amount: float, step: float, lang: Lang) -> str:
    """A number with the digits in which it was written: 3_800_000 with step 100_000 is "3,8 juta", 1.5 with 0.1 "1,5".

    Args:
        step: the unit of the last digit that was written.
    """
    exact, last = Decimal(repr(amount)), Decimal(repr(step))
    if last <= 1:
        return decimal(exact, lang, max(0, -last.normalize().adjusted()))
    size, word = next(
        scale for scale in (*reversed(_SCALES), _THOUSAND) if abs(exact) >= scale[0] or scale is _THOUSAND
    )
    return f"{decimal(exact / size, lang, max(0, (size / last).adjusted()))} {word.said(lang)}"


def rupiah(amount: int, lang: Lang) -> str:
    """Whole rupiah: "Rp480.457.660", "Rp480,457,660"; below zero "−Rp309.542.340"."""
    digits = _grouped(Decimal(abs(amount)), lang, 0, 0)
    return f"{MINUS}Rp{digits}" if amount < 0 else f"Rp{digits}"


def rupiah_short(amount: int, lang: Lang) -> str:
    """An amount to three or four digits: "Rp480,5 juta", "Rp8,59 triliun"; below a million in full."""
    if abs(amount) < 10**6:
        return rupiah(amount, lang)
    number, word = _scaled(abs(amount))
    return f"{MINUS if amount < 0 else ''}Rp{_grouped(number, lang, 0, 2)} {word.said(lang)}"


def _scaled(amount: int) -> tuple[Decimal, Words]:
    """An amount as "480,5" and "juta"; 999,95 juta, which is 1.000,0 once it is rounded, is 1 miliar."""
    scaled = [(Decimal(amount) / size, word) for size, word in _SCALES]
    rounded = [(_rounded(number, 1 if number >= 100 else 2), word) for number, word in scaled]
    return next(((number, word) for number, word in rounded if number < 1000), rounded[-1])


def day(date: dt.date, lang: Lang) -> str:
    """ "17 Juli 2024", "17 July 2024"."""
    return f"{date.day} {month(date.month, lang)} {date.year}"


@lru_cache
def month(number: int, lang: Lang) -> str:
    """The name of a month, 1 to 12."""
    return str(format_date(dt.date(2024, number, 1), "LLLL", locale=_LOCALES[lang]))


def weekday(date: dt.date, lang: Lang) -> str:
    """The day of the week: "Rabu", "Wednesday"."""
    return str(format_date(date, "EEEE", locale=_LOCALES[lang]))


@lru_cache(maxsize=4096)
def period(code: str, lang: Lang) -> str:
    """A period's code in words: "2019–2021", "Januari–Juli 2024", "s.d. 17 Juli 2024"; the empty code is empty.

    Raises:
        ValueError: the code is no period.
    """
    if not code:
        return ""
    spell = Period.parse(code)
    if spell.start is None:
        return Words("s.d. ", "up to ").said(lang) + day(spell.end, lang)
    length = len(spell.code.partition("/")[0])
    if length == 4:
        return spell.code.replace("/", "–")
    return _months(spell.start, spell.end, lang) if length == 7 else _days(spell.start, spell.end, lang)


def _months(start: dt.date, end: dt.date, lang: Lang) -> str:
    last = f"{month(end.month, lang)} {end.year}"
    if start.year != end.year:
        return f"{month(start.month, lang)} {start.year}–{last}"
    return last if start.month == end.month else f"{month(start.month, lang)}–{last}"


def _days(start: dt.date, end: dt.date, lang: Lang) -> str:
    last = day(end, lang)
    if start == end:
        return last
    if start.year != end.year:
        return f"{day(start, lang)} – {last}"
    return f"{start.day}–{last}" if start.month == end.month else f"{start.day} {month(start.month, lang)} – {last}"


# num2words says "satu juta satu ribu"; right is "satu juta seribu", but "dua puluh satu ribu".
_ONE_THOUSAND = re.compile(r"\b(juta|miliar|[a-z]+liun) satu ribu\b")


@lru_cache(maxsize=4096)
def number_in_words(number: int, lang: Lang) -> str:
    """ "seribu dua ratus lima", "one thousand, two hundred and five"; below zero "minus …"."""
    # Imported here: it loads every language it knows, and few commands spell out an amount.
    from num2words import num2words

    words: str = num2words(abs(number), lang=lang)
    if lang == "id":
        words = _ONE_THOUSAND.sub(r"\1 seribu", words)
    return ("minus " if number < 0 else "") + words


def rupiah_in_words(amount: int, lang: Lang) -> str:
    """The amount as a letter spells it: "empat ratus delapan puluh juta … rupiah"."""
    return f"{number_in_words(amount, lang)} rupiah"


_UNITS: dict[str, Words] = {
    "share": Words("persen", "per cent"),
    "per_million": Words("per sejuta", "per million"),
    "yes_no": Words("ya/tidak", "yes/no"),
    "rupiah": Words("rupiah", "rupiah"),
    "persons": Words("orang", "persons"),
    "person": Words("orang", "persons"),
    "cases": Words("kasus", "cases"),
    "case": Words("kasus", "cases"),
    "payment": Words("pembayaran", "payments"),
    "payments": Words("pembayaran", "payments"),
    "person_months": Words("orang-bulan", "person-months"),
    "months": Words("bulan", "months"),
    "days": Words("hari", "days"),
    "years": Words("tahun", "years"),
    "regions": Words("daerah", "regions"),
    "places": Words("daerah", "regions"),
    "regulations": Words("peraturan", "regulations"),
    "actions": Words("aksi", "actions"),
    "commitments": Words("komitmen", "commitments"),
    "handovers": Words("penyerahan", "handovers"),
    "employers": Words("pemberi kerja", "employers"),
    "ratio": Words("rasio", "ratio"),
    "per_mille": Words("per seribu", "per thousand"),
    "per_10000": Words("per 10.000 orang", "per 10,000 persons"),
    "count": Words("", ""),
    "": Words("", ""),
}


def unit_title(unit: str, lang: Lang) -> str:
    """What a figure counts, in words: "orang", "persons"; a unit that nobody named is shown as it is."""
    words = _UNITS.get(unit)
    return words.said(lang) if words is not None else unit.replace("_", " ")
