"""The types of cells: what a spreadsheet may hold, and what it means.

Each type is a small frozen object with `read`; causes of faults are named in `semesta.tables.causes`.
"""

from __future__ import annotations

from semesta.tables.cells import Cell, Reading, Type
from semesta.tables.number_types import COUNT, QUANTITY, RUPIAH, RUPIAH_SIGNED, SHARE
from semesta.tables.time_types import DAY, MONTH, PERIOD, YEAR, YEAR_MONTH
from semesta.tables.word_types import PLACE, TEXT, YES_NO, Coded, PlaceType

__all__ = [
    "COUNT",
    "DAY",
    "MONTH",
    "PERIOD",
    "PLACE",
    "QUANTITY",
    "RUPIAH",
    "RUPIAH_SIGNED",
    "SHARE",
    "TEXT",
    "YEAR",
    "YEAR_MONTH",
    "YES_NO",
    "Cell",
    "Coded",
    "PlaceType",
    "Reading",
    "Type",
]
