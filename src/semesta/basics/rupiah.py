"""Whole rupiah, as officers and spreadsheets write them."""

from __future__ import annotations

import re

from semesta.basics.numbers import ONE, Written, is_no_value, number, tidy

LARGEST = 2**63 - 1

_COMMON = re.compile(r"(?:Rp\.? ?)?([0-9]{1,18}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5})(?:,-|,00)?\Z")
_CURRENCY = re.compile(r"(?:rp|idr)\b\.?\s*|(?:rp|idr)\.?\s*(?=[0-9(-])", re.IGNORECASE)
_ENDING = re.compile(r"(?:[.,]?-{1,2}|\s*(?:rupiah|idr))+\s*(?=\)?\Z)", re.IGNORECASE)


class RupiahError(ValueError):
    """A number that is no amount: `cause` is "fraction" (of a rupiah) or "too_large" (for 64 bits)."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


def rupiah(cell: object) -> Written:
    """The amount a cell says: value in whole rupiah, step the unit of the last digit written, at least one rupiah.

    "8,59 triliun" is 8_590_000_000_000 with step 10_000_000_000; "Rp790.000.000" has step 1, because nobody knows
    whether it was rounded (see `looks_round`).

    Raises:
        NumberError: no number at all.
        RupiahError: a fraction of a rupiah, or more than 64 bits hold.
    """
    if isinstance(cell, str) and (common := _COMMON.match(cell)):
        return Written(int(common[1].replace(".", "")), ONE)
    written = number(_bare(cell) if isinstance(cell, str) else cell, money=True)
    if not isinstance(written.value, int):
        raise RupiahError("fraction")
    if abs(written.value) > LARGEST:
        raise RupiahError("too_large")
    return written if written.step >= 1 else Written(written.value, ONE, written.doubt)


def _bare(text: str) -> str:
    """The amount without Rp, without ",-" and without "rupiah"; the sign stays."""
    tidied = tidy(text).rstrip(" .;")
    amount = _CURRENCY.sub("", tidied, count=1)
    without = _ENDING.sub("", amount)
    if any(sign.isdigit() for sign in without):
        return without
    # Nothing is left but a dash for "not known", or words that the message should see whole.
    return amount if is_no_value(amount) else tidied


def looks_round(amount: int) -> bool:
    """Whether an amount may have been rounded: at least four zeros at the end of six digits or more."""
    return abs(amount) >= 100_000 and amount % 10_000 == 0
