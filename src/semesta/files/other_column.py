"""Columns whose header means one thing and whose cells another."""

from __future__ import annotations

from semesta.basics.problem import Fault
from semesta.files.encoded import Encoded
from semesta.tables.types import Coded

_FEWEST_WORDS = 2


def holds_something_else(column: Encoded) -> bool:
    """Whether none of the different words of a coded column is one of its list.

    Of groups of workers there are more than any list knows, so there it is no sign.
    """
    if not isinstance(column.column.type, Coded) or column.column.required or column.column.name == "group":
        return False
    words = [reading for reading in column.readings if reading is not None]
    return len(words) >= _FEWEST_WORDS and all(isinstance(reading, Fault) for reading in words)
