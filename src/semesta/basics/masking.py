"""How a person's data are shown where they must not be recognised: in messages, on screens, in masked lists.

Of a NIK its regency, of a name its initials, of a date its year, of anything else nothing but that something stands there.
"""

from __future__ import annotations

import datetime as dt
import re

from semesta.basics import nik
from semesta.basics.nik import HIDDEN

LONG_NUMBER = re.compile(r"[0-9](?:[ .-]?[0-9]){10,}")
"""As long as a KPJ or a NIK: in a text, the name of a file or of an account it may be one."""
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NUMBER = re.compile(r"[0-9]{8,}")


def masked_number(text: str) -> str:
    """A NIK, KK or the like: its first four digits and dots; letters in between hide everything."""
    bare = nik.compact(text)
    return nik.masked(bare) if _NUMBER.fullmatch(bare) else HIDDEN * min(len(bare), 20)


def without_numbers(text: str) -> str:
    """The text with numbers as long as a KPJ or a NIK masked."""
    return LONG_NUMBER.sub(lambda number: masked_number(number[0]), text)


def masked_name(text: str) -> str:
    """The initials of at most four words: "S. R." for "Siti Rahmawati"."""
    words = [word for word in re.split(r"[\s.,/()-]+", text) if word and not word[0].isdigit()]
    return " ".join(f"{word[0].upper()}." for word in words[:4]) or HIDDEN


def masked_date(value: object) -> str:
    """The year alone: "••-••-1990"; dots alone where no year can be told."""
    if isinstance(value, dt.date):
        return f"{HIDDEN * 2}-{HIDDEN * 2}-{value.year}"
    year = _YEAR.search(str(value))
    return f"{HIDDEN * 2}-{HIDDEN * 2}-{year[0] if year else HIDDEN * 4}"


def masked_text(text: str) -> str:
    """That something stands there, and nothing of it."""
    return HIDDEN * 3 if text else ""
