"""What happens to people's data on the way into a list: how often, and to whom.

Each row has at most one fault of its NIK and one of its birth date, so that the truth can name it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from semesta.synth.days import calendar_parts, first_day
from semesta.synth.draws import Draws, Ints

Level = Literal["light", "real", "heavy"]

NIK_FAULTS = ("", "missing", "typo", "swapped_digits", "placeholder", "recycled", "excel", "length")
BIRTH_FAULTS = ("", "missing", "swapped_day_month", "first_of_january", "typo")

PLACEHOLDERS = ("0000000000000000", "1234567890123456", "9999999999999999", "1111111111111111")
_DIGITS = 16
_MARK = 12
"""The first digit of the serial stays as it is: it is what tells a synthetic NIK from a real one."""


@dataclass(frozen=True, slots=True)
class Damage:
    """Shares of rows: faults of the NIK, of the birth date, of the sex, and how names are written."""

    missing: float
    typo: float
    swapped_digits: float
    placeholder: float
    recycled: float
    excel: float
    length: float
    birth_missing: float
    birth_swapped: float
    birth_first_of_january: float
    birth_typo: float
    sex_wrong: float
    name_typo: float
    name_respelled: float
    name_shortened: float
    name_swapped: float
    name_joined: float
    name_titled: float
    field_missing: float

    def times(self, factor: float) -> Damage:
        return Damage(*(getattr(self, field.name) * factor for field in fields(self)))

    @property
    def nik_shares(self) -> list[float]:
        """By NIK_FAULTS; the first one is what is left."""
        faults = [
            self.missing,
            self.typo,
            self.swapped_digits,
            self.placeholder,
            self.recycled,
            self.excel,
            self.length,
        ]
        return [1 - sum(faults), *faults]

    @property
    def birth_shares(self) -> list[float]:
        """By BIRTH_FAULTS; the first one is what is left."""
        faults = [self.birth_missing, self.birth_swapped, self.birth_first_of_january, self.birth_typo]
        return [1 - sum(faults), *faults]


REAL = Damage(
    missing=0.04,
    typo=0.03,
    swapped_digits=0.008,
    placeholder=0.004,
    recycled=0.004,
    excel=0.008,
    length=0.006,
    birth_missing=0.02,
    birth_swapped=0.015,
    birth_first_of_january=0.015,
    birth_typo=0.012,
    sex_wrong=0.006,
    name_typo=0.05,
    name_respelled=0.12,
    name_shortened=0.07,
    name_swapped=0.012,
    name_joined=0.015,
    name_titled=0.035,
    field_missing=0.12,
)
"""Lists as offices send them."""

OF_LEVEL: dict[Level, Damage] = {"light": REAL.times(0.3), "real": REAL, "heavy": REAL.times(2.2)}

KEPT_BY_BPJS = 0.35
"""How damaged the extract is against the lists: it was checked against the civil registry when people were registered."""


def nik_digits(nik: Ints) -> NDArray[np.uint8]:
    """The digits of each NIK, one row each of 16 columns."""
    powers = 10 ** np.arange(_DIGITS - 1, -1, -1, dtype=np.int64)
    return (nik[:, None] // powers % 10).astype(np.uint8)


def damaged_digits(nik: Ints, fault: Ints, ids: Ints, draws: Draws, what: str) -> NDArray[np.uint8]:
    """The digits with wrong, swapped and lost ones; faults that replace the whole NIK are left to `nik_texts`."""
    digits = nik_digits(nik)
    typo = np.flatnonzero(fault == NIK_FAULTS.index("typo"))
    at = draws.below(f"{what}/at", ids[typo], _DIGITS - 1)
    at += at >= _MARK
    digits[typo, at] = (digits[typo, at] + 1 + draws.below(f"{what}/digit", ids[typo], 9)) % 10
    swapped = np.flatnonzero(fault == NIK_FAULTS.index("swapped_digits"))
    at = _first_unequal(digits[swapped], draws.below(f"{what}/swap", ids[swapped], _MARK - 1))
    digits[swapped, at], digits[swapped, at + 1] = digits[swapped, at + 1].copy(), digits[swapped, at].copy()
    digits[fault == NIK_FAULTS.index("excel"), _DIGITS - 1] = 0
    return digits


def _first_unequal(digits: NDArray[np.uint8], wanted: Ints) -> Ints:
    """From the wanted position on, the first before the serial where two neighbours differ: swapping equal ones does nothing."""
    differs = digits[:, : _MARK - 1] != digits[:, 1:_MARK]
    turn = (wanted[:, None] + np.arange(_MARK - 1)) % (_MARK - 1)
    return np.take_along_axis(turn, np.take_along_axis(differs, turn, 1).argmax(axis=1)[:, None], 1)[:, 0]


def damaged_births(born: Ints, fault: Ints, ids: Ints, draws: Draws, what: str) -> Ints:
    """Birth dates as a list has them, in days since 1970. Those that are missing stay as they are: the caller leaves them out."""
    year, month, day = calendar_parts(born)
    swaps = (fault == BIRTH_FAULTS.index("swapped_day_month")) & (day <= 12)
    month, day = np.where(swaps, day, month), np.where(swaps, month, day)
    typo = fault == BIRTH_FAULTS.index("typo")
    year = np.where(typo, year + 1 - 2 * draws.below(f"{what}/year", ids, 2), year)
    first = fault == BIRTH_FAULTS.index("first_of_january")
    month, day = np.where(first, 1, month), np.where(first, 1, np.minimum(day, 28 + 3 * (typo == 0)))
    return first_day(year * 12 + month - 1) + day - 1


def birth_faults(born: Ints, fault: Ints) -> Ints:
    """The faults without those that change nothing: day and month alike or a day above 12, a birthday on 1 January."""
    _, month, day = calendar_parts(born)
    swap_is_idle = (fault == BIRTH_FAULTS.index("swapped_day_month")) & ((day > 12) | (day == month))
    first_is_idle = (fault == BIRTH_FAULTS.index("first_of_january")) & (day == 1) & (month == 1)
    return np.where(swap_is_idle | first_is_idle, 0, fault)
