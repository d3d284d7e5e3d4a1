"""A number as it was written: its value, and the unit of its last written digit.

Both ways of writing are read, the Indonesian (1.234.567,89) and the English (1,234,567.89). Where one sign stands once
before exactly three digits, as in "1.234" or "1,234", the two contradict each other, and this is what we do:

- a zero or more than three digits before it ("0,123", "1234.567"): it is the decimal sign;
- a percent sign or a word such as "juta" after it: the language of the word decides, "1,234 juta" is 1.234.000;
- else it separates thousands. "1.234" is then plain Indonesian; "1,234" is read the same way but marked doubtful.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Doubt = Literal["thousands", "letter_m"]
Cause = Literal["text", "no_value", "wording", "boolean", "date", "error_cell", "exponent", "grouping", "percent"]


class NumberError(ValueError):
    """What stands there is no number; `cause` says what it looks like instead."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause)
        self.cause: Cause = cause


@dataclass(frozen=True, slots=True)
class Written:
    """`value` is an int when whole. `step` is the unit of the last digit: 0.01 for "8,59", 10**10 for "8,59 triliun".

    `doubt` says that it could also have been read otherwise, and how: a sign that may be a decimal sign or separate
    thousands, or the letter M, which is a milliard to an Indonesian and a million to others.
    """

    value: int | Decimal
    step: Decimal
    doubt: Doubt | None = None


ONE = Decimal(1)

# Ten to the power of: Indonesian words, with the spellings met in real letters, and English ones.
_INDONESIAN = {
    "ribu": 3,
    "rb": 3,
    "rbu": 3,
    "juta": 6,
    "jt": 6,
    "miliar": 9,
    "milyar": 9,
    "milliar": 9,
    "miliard": 9,
    "milyard": 9,
}
_INDONESIAN |= {"mlr": 9, "m": 9, "triliun": 12, "trilyun": 12, "trilliun": 12, "trln": 12, "tn": 12, "t": 12}
_ENGLISH = {"k": 3, "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12}
_POWERS = _INDONESIAN | _ENGLISH

# What may follow a count without changing it.
_COUNTED = (
    "orang|org|jiwa|pekerja rentan|pekerja|peserta|tenaga kerja|naker|tk|kk|kasus|klaim|bulan|bln|hari|tahun|thn|desa|"
    "kelurahan|perusahaan|ahli waris|kab/kota|"
    "people|persons?|workers?|members?|cases?|claims?|months?|households?"
)


def _words(powers: Iterable[str]) -> str:
    return "|".join(sorted(powers, key=len, reverse=True))


_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+")
_PLAIN = re.compile(r"-?[0-9]{1,18}\Z")
_DOTTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+\Z")
_SIGN = re.compile(r"(?:minus|min|negatif|negative|-)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"([0-9](?:[0-9.,' ]*[0-9])?)\s*([^0-9]*)\Z")
_AFTER_COUNT = re.compile(rf"(?:({_words(p for p in _POWERS if len(p) > 1)})\.?(?![a-z]))?\s*(?:{_COUNTED})?\.?\Z")
# Of money also the bare letter: "2,2 M", "8,59 T". Of people it could be anything.
_AFTER_MONEY = re.compile(rf"(?:({_words(_POWERS)})\.?)?\Z")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[^0-9][0-9]{3})+\Z")
_ERROR_CELL = re.compile(
    r"#(?:REF|DIV/0|N/A|NAME|VALUE|NUM|NULL|SPILL|CALC|GETTING_DATA|ERROR)[!?]?\Z|Err:[0-9]+\Z", re.I
)
_NO_VALUE = re.compile(
    r"[-.?_*x~]+\Z|n\.?/?a\.?\Z|(?:tidak|belum) (?:ada|diketahui|tersedia)( data)?|tidak tahu|kosong|nihil|none|null|nan|"
    r"tba|tbd|unknown",
    re.IGNORECASE,
)
_WORDING = re.compile(
    r"[±~≈<>≤≥+]|\b(?:sekitar|kurang lebih|kira|lebih|kurang|hampir|an\b|sekian|"
    r"about|around|over|more than|less than|nearly|almost)",
    re.IGNORECASE,
)
_DATE = re.compile(r"[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}\b|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}\Z")
_EXPONENT = re.compile(r"[0-9.,]+e[+-]?[0-9]+\Z", re.IGNORECASE)


def tidy(text: str) -> str:
    """The text with single plain spaces, plain minus signs, and without the apostrophe that marks text in Excel."""
    spaced = _SPACES.sub(" ", text).strip()
    if spaced.startswith(("'", "’", "`")):
        spaced = spaced[1:].lstrip()
    return spaced.replace("−", "-").replace("–", "-").replace("—", "-").replace("’", "'")


def is_error_cell(text: str) -> bool:
    """Whether a spreadsheet put it there in place of a result: #REF!, #DIV/0!, #N/A."""
    return _ERROR_CELL.match(text) is not None


def is_no_value(text: str) -> bool:
    """Whether it stands where a value is missing: "-", "n/a", "belum ada"."""
    return _NO_VALUE.fullmatch(text) is not None


def number(cell: object, *, decimal_sign: bool = False, money: bool = False) -> Written:
    """What a cell says as a number.

    `decimal_sign`: take a single sign before three digits for the decimal sign, as in shares and percentages.
    `money`: let M and T stand for milliards and billions behind it, but no persons, cases or months.

    Raises:
        NumberError: anything else, also NaN, infinity and booleans.
    """
    if isinstance(cell, bool):
        raise NumberError("boolean")
    if isinstance(cell, int):
        return Written(cell, ONE)
    if isinstance(cell, float):
        return _of_float(cell)
    if isinstance(cell, Decimal):
        return _with_step(cell)
    if isinstance(cell, str):
        return _of_text(cell, decimal_sign, _AFTER_MONEY if money else _AFTER_COUNT)
    raise NumberError("date" if isinstance(cell, dt.date | dt.time | dt.timedelta) else "text")


def _of_float(cell: float) -> Written:
    if not math.isfinite(cell):
        raise NumberError("error_cell")
    if cell.is_integer():
        return Written(int(cell), ONE)
    # Excel shows and keeps 15 digits; what stands behind them is noise of the binary form (0.1 + 0.2).
    return _with_step(Decimal(format(cell, ".15g")))


def _with_step(value: Decimal) -> Written:
    if not value.is_finite():
        raise NumberError("error_cell")
    if value == value.to_integral_value():
        return Written(int(value), ONE)
    return Written(value, ONE.scaleb(int(value.as_tuple().exponent)))


def _of_text(text: str, decimal_sign: bool, tail: re.Pattern[str]) -> Written:
    if _PLAIN.match(text):
        return Written(int(text), ONE)
    if not decimal_sign and len(text) < 30 and _DOTTED.match(text):
        return Written(int(text.replace(".", "")), ONE)
    bare, negative = _unsigned(tidy(text))
    found = _NUMBER.match(bare) if len(bare) <= 100 else None
    after = tail.match(found[2].lower()) if found else None
    if not found or not after:
        raise NumberError(_cause(tidy(text)))
    written = _scaled(found[1], after[1], decimal_sign)
    return Written(-written.value, written.step, written.doubt) if negative else written


def _unsigned(text: str) -> tuple[str, bool]:
    """The text without its sign, and whether there was one: "-5", "minus 5", "(5)" as accountants write it."""
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(), True
    sign = _SIGN.match(text)
    return (text[sign.end() :], True) if sign else (text, False)


def _scaled(digits: str, word: str | None, decimal_sign: bool) -> Written:
    """The digits times what the word says: ("8,59", "triliun") is 8_590_000_000_000 to the nearest 10_000_000_000."""
    sign, doubt = _decimal_sign(digits, word, decimal_sign)
    whole, _, fraction = digits.rpartition(sign) if sign else (digits, "", "")
    if not (whole.isdigit() or _is_grouped(whole)) or not (fraction or "0").isdigit():
        raise NumberError("date" if _DATE.match(digits) else "grouping")
    places = _POWERS[word] - len(fraction) if word else -len(fraction)
    unscaled = int(re.sub(r"[^0-9]", "", whole) + fraction)
    if word == "m":
        doubt = doubt or "letter_m"
    if places >= 0:
        return Written(unscaled * 10**places, Decimal(10**places), doubt)
    value = Decimal(unscaled).scaleb(places)
    return Written(int(value) if value == value.to_integral_value() else value, ONE.scaleb(places), doubt)


def _is_grouped(whole: str) -> bool:
    """Whether the digits stand in threes, always with the same sign between them."""
    return _GROUPED.match(whole) is not None and len(set(whole) - set("0123456789")) == 1


def _decimal_sign(digits: str, word: str | None, decimal_sign: bool) -> tuple[str, Doubt | None]:
    """The sign before the fraction, empty when there is none; and the doubt about it."""
    dots, commas = digits.count("."), digits.count(",")
    if dots and commas:
        return ("," if digits.rindex(",") > digits.rindex(".") else "."), None
    if dots + commas != 1:
        return "", None
    sign = "." if dots else ","
    before, after = digits.split(sign)
    if len(after) != 3 or before.startswith("0") or len(before) > 3:
        return sign, None
    if word:
        own = "." if word in _ENGLISH else ","
        return (sign, None) if sign == own else ("", "thousands")
    if decimal_sign:
        return sign, None
    return "", ("thousands" if sign == "," else None)


def _cause(text: str) -> Cause:
    """What a text that is no number looks like."""
    if is_error_cell(text):
        return "error_cell"
    if not text or is_no_value(text):
        return "no_value"
    if text.lower() in ("true", "false", "benar", "salah"):
        return "boolean"
    if _EXPONENT.match(text):
        return "exponent"
    if _DATE.match(text):
        return "date"
    if re.search(r"[0-9]\s*(?:%|persen|per ?cent)\Z", text, re.IGNORECASE):
        return "percent"
    return "wording" if _WORDING.search(text) and re.search("[0-9]", text) else "text"
