"""How large anything in a case may be: beyond it nobody means what is written, and nothing could be computed of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from semesta.basics.words import Words, same

LARGEST = 10**15
"""Rupiah, months or persons; columns of the law are exact below nine times as much."""
LONGEST = 200
"""Signs of a text."""
LAST_YEAR = 2200
"""Of days: working days and payments after them still have dates."""


def beyond(value: Any, name: str = "") -> Iterator[Words]:
    """What of a case lies beyond these, each with its name and without being repeated; nothing where all of it can be read."""
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from beyond(below, f"{name}.{key}" if name else str(key)[:LONGEST])
    elif isinstance(value, list | tuple):
        for number, below in enumerate(value, 1):
            yield from beyond(below, f"{name}[{number}]")
    elif isinstance(value, str) and len(value) > LONGEST:
        yield same(name) + Words(f" lebih panjang dari {LONGEST} tanda", f" is longer than {LONGEST} signs")
    elif isinstance(value, int | float) and not abs(value) < LARGEST:
        yield same(name) + Words(" terlalu besar untuk dihitung", " is too large to be computed")
    elif isinstance(value, dt.date) and value.year > LAST_YEAR:
        yield same(name) + Words(f" sesudah tahun {LAST_YEAR}", f" is after the year {LAST_YEAR}")
