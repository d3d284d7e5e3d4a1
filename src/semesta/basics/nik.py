"""The NIK, Indonesia's identity number: 16 digits, PPRRDD DDMMYY SSSS.

Place of first registration (province, regency, district), birth date with 40 added to the day for women, serial from 0001.
There is no check digit, so a wrong NIK may look right. The place need not be where the person lives now.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

LENGTH = 16
FEMALE_DAY = 40
HIDDEN = "•"

IN_A_TEXT = re.compile(r"(?<!\d)(?:\d{16}|\d{6}[ ._-]\d{6}[ ._-]\d{4}|(?!20)\d{4}([ ._-])\d{4}\1\d{4}\1\d{4})(?!\d)")
"""As it is written, also in groups of 6-6-4 or of four (years are none). Amounts go by threes, and account codes by fewer."""

Fault = Literal["length", "characters", "birth_date", "serial"]

_SIGNS = re.compile(r"[\s=.\-–—_/,;:'’‘`´\"\u00a0\u200b\ufeff]+")
_LABEL = re.compile(r"\A(?:nik|no\.?\s*ktp|ktp|no\.?)\s*[:.=]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a NIK says. region: "36.72.01"; sex: L or P; birth_date: None where day and month are none of any year."""

    region: str
    birth_date: dt.date | None
    sex: Literal["L", "P"]
    serial: int


def compact(text: str) -> str:
    """The NIK without what people write around and between its digits: "'3672.0101 0190-0001" is "3672010101900001"."""
    return _SIGNS.sub("", _LABEL.sub("", text.strip()))


def parts(nik: str, *, today: dt.date | None = None) -> Parts | None:
    """What the 16 digits say; None when they are not 16 digits.

    Args:
        today: nobody is born after it, which settles the century: 25 is 2025 in 2026 and 1925 in 2024.
            Without it years up to 30 are of this century.
    """
    if fault_of_form(nik):
        return None
    day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    female = day > FEMALE_DAY
    born = _born(year, month, day - FEMALE_DAY if female else day, today)
    return Parts(f"{nik[:2]}.{nik[2:4]}.{nik[4:6]}", born, "P" if female else "L", int(nik[12:]))


def _born(year: int, month: int, day: int, today: dt.date | None) -> dt.date | None:
    for century in (2000, 1900):
        try:
            born = dt.date(century + year, month, day)
        except ValueError:
            continue
        if born <= today if today else born.year <= 2030:
            return born
    return None


def fault_of_form(nik: str) -> Fault | None:
    """Whether the text is not 16 digits, and how: other characters in it, or another length."""
    if not (nik.isascii() and nik.isdigit()):
        return "characters"
    return None if len(nik) == LENGTH else "length"


def fault(nik: str, *, today: dt.date | None = None) -> Fault | None:
    """What is wrong with the structure of a NIK; None when nothing is. Its place is not looked at."""
    wrong = fault_of_form(nik)
    if wrong:
        return wrong
    found = parts(nik, today=today)
    if found is None or found.birth_date is None:
        return "birth_date"
    return "serial" if found.serial == 0 else None


def masked(nik: str) -> str:
    """The NIK as problems and findings show it: province and regency alone, since the rest can be derived from a list.

    "3672••••••••••••"; of other lengths as many dots as characters are hidden, so that a missing digit is seen.
    """
    return nik[:4] + HIDDEN * max(len(nik) - 4, 0) if len(nik) >= 8 else HIDDEN * len(nik)
