"""What a cell says under a month of a payment sheet whose months stand side by side: an amount, a day, a mark, or nothing."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from semesta.basics.numbers import is_no_value
from semesta.basics.problem import Fault
from semesta.tables.number_types import RUPIAH
from semesta.tables.time_types import DAY
from semesta.tables.types import Cell, Reading

Kind = Literal["amount", "day", "paid", "unpaid", "cross", "unreadable"]

_PAID = frozenset(
    ("v", "√", "✓", "✔", "☑", "ü", "þ", "1", "lunas", "sudah lunas", "bayar", "dibayar", "terbayar", "sudah", "sdh", "sudah bayar",
     "sdh bayar", "telah bayar", "telah dibayar", "ya", "y", "ok", "ada", "paid", "yes")
)  # fmt: skip
"""ü and þ are the ticks of Wingdings as they reach us without their font."""
_UNPAID = frozenset(
    ("0", "belum", "blm", "belum bayar", "blm bayar", "belum lunas", "belum dibayar", "tidak", "tdk", "tidak bayar", "tdk bayar",
     "tidak dibayar", "nunggak", "menunggak", "tunggakan", "nihil", "n", "no", "unpaid", "rp-", "rp -")
)  # fmt: skip
_CROSS = frozenset(("x", "xx", "×", "✗", "✘", "☒"))
_MARKS: dict[Kind, frozenset[str]] = {"paid": _PAID, "unpaid": _UNPAID, "cross": _CROSS}
_BEFORE_DAY = re.compile(r"\A(?:(?:sudah|lunas|bayar|dibayar|tgl|tanggal)\b[\s.:,]*)+")
_DAY = re.compile(r"[0-9]{1,4}\s*[-/. ]\s*[0-9A-Za-z]+\s*[-/. ]\s*[0-9]{2,4}\Z")


@dataclass(frozen=True, slots=True)
class MonthCell:
    """What a cell says. `value`: whole rupiah of an amount, the day of a day; `step` and `remark` as reading gives them."""

    kind: Kind
    value: int | dt.date | None = None
    step: float | None = None
    remark: Fault | None = None


def month_cell(cell: Cell) -> MonthCell | None:
    """What a cell says; None where it says nothing: empty, or the dash that offices write there.

    A cross may be a tick or its contrary: the other cells of the sheet tell.
    """
    if isinstance(cell, bool):
        return MonthCell("paid" if cell else "unpaid")
    text = "" if cell is None else re.sub(r"\s+", " ", str(cell)).strip(" .\u00a0\ufeff()[]").lower()
    if not text.strip("-–—"):
        return None
    if isinstance(cell, str):
        for kind, words in _MARKS.items():
            if text in words:
                return MonthCell(kind)
        if is_no_value(text):
            return None
    # "Lunas 5/1/2024" tells the day too.
    dated = _BEFORE_DAY.sub("", text)
    if isinstance(cell, dt.date) or (isinstance(cell, str) and _DAY.match(dated)):
        found = DAY.read(cell if isinstance(cell, dt.date) else dated)
        if isinstance(found, Reading) and isinstance(found.value, dt.date):
            return MonthCell("day", found.value, None, found.remark)
    return _amount(cell)


def _amount(cell: Cell) -> MonthCell:
    """An amount, and of those that are none 1 for paid and 0 for not: nobody pays one rupiah."""
    found = RUPIAH.read(cell)
    if not isinstance(found, Reading) or not isinstance(found.value, int):
        return MonthCell("unreadable")
    if found.value < 2:
        return MonthCell("paid" if found.value else "unpaid")
    return MonthCell("amount", found.value, found.step, found.remark)
