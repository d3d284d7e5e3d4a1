"""What stands in a field of a scenario, read by its kind; None for what is none of that kind."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from semesta.basics.day import MONTHS
from semesta.basics.numbers import NumberError, number
from semesta.basics.rupiah import RupiahError, rupiah

_PERCENT = re.compile(r"(-?[0-9]+(?:[.,][0-9]+)?)\s*%\Z")
BARE_RATE = 0.2
"""Above it nobody means a part of one: "0,5" of growth was half a per cent, not half of all people."""
ENDLESS = 10**18
"""No amount, number or part of any plan comes near; nan is not below it either."""


def whole_of(value: object, least: int = 0) -> int | None:
    """A whole number not below `least`; None for anything else. True is no number."""
    if isinstance(value, str):
        try:
            value = number(value).value
        except NumberError:
            return None
    return value if type(value) is int and least <= value < ENDLESS else None


def month_of(value: object) -> int | None:
    """A month by its number or its name: "April", "apr", 4."""
    if isinstance(value, str) and value.strip().lower() in MONTHS:
        return MONTHS[value.strip().lower()]
    found = whole_of(value, 1)
    return found if found is not None and found <= 12 else None


def year_of(value: object) -> int | None:
    """A year that anybody plans for; "2 miliar", left over of an amount without quotes, is none."""
    found = whole_of(value)
    return found if found is not None and 1900 <= found <= 2200 else None


def rupiah_of(value: object) -> int | None:
    """Whole rupiah; a decimal number below a thousand is an amount whose dots YAML took for a decimal point."""
    if isinstance(value, float) and value < 1000:
        return None
    try:
        amount = rupiah(value).value if not isinstance(value, bool) else -1
    except (NumberError, RupiahError):
        return None
    return int(amount) if amount >= 0 else None


def share_of(value: object) -> float | None:
    found = amount_of(value)
    return found if found is not None and 0 <= found <= 1 else None


def amount_of(value: object) -> float | None:
    """A number as it is written, "3 %" and "3,5 %" as parts of one; nothing endless."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if abs(value) < ENDLESS else None
    text = str(value).strip()
    percent = _PERCENT.match(text)
    try:
        found = Decimal(percent[1].replace(",", ".")) / 100 if percent else Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return float(found) if found.is_finite() and abs(found) < ENDLESS else None


def rate_of(value: object) -> float | None:
    """A part of one in a year: "0,5 %", or 0.03 as it is; None for a bare number so large that per cent must have been meant."""
    found = share_of(value)
    return found if found is not None and (found <= BARE_RATE or _PERCENT.match(str(value).strip())) else None
