"""What a cell of a spreadsheet may hold, and what a type makes of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from semesta.basics.problem import Fault

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell understood. `step` is the unit of the last digit written, for numbers; `remark` is a warning to show."""

    value: object
    step: float | None = None
    remark: Fault | None = None


class Type(Protocol):
    """What one cell may hold. An empty cell never reaches a type: missing is the reader's matter.

    A type may have `own`, a pattern of texts that are their own value, for which `read` need not be asked.
    """

    @property
    def name(self) -> str: ...

    @property
    def polars(self) -> str:
        """Name of the Polars dtype of the column: String, Int64, Float64, Date, Boolean."""

    @property
    def keeps_step(self) -> bool: ...

    def read(self, cell: Cell) -> Reading | Fault: ...
