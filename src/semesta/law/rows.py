"""What is computed once for each row from its day alone, and used by many rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import narwhals as nw

from semesta.law.days import NEVER, Days
from semesta.law.missing import MISSING

Plain: TypeAlias = Any  # an int, str, bool or MISSING
Steps: TypeAlias = tuple[tuple[dt.date, Plain], ...]

# Half the width is half the work where a step function has many steps.
NARROW = range(-(2**31), 2**31)


def as_column(term: Plain | nw.Expr) -> nw.Expr:
    """The term as an expression of a stated width: a bare literal of money would be a 32-bit column on some engines."""
    if isinstance(term, nw.Expr):
        return term
    if term is MISSING:
        return nw.lit(None)
    if isinstance(term, bool):
        return nw.lit(term, dtype=nw.Boolean)
    if isinstance(term, int):
        return nw.lit(term, dtype=nw.Int64)
    return nw.lit(term, dtype=nw.Date if isinstance(term, dt.date) else nw.String)


@dataclass
class Rows:
    """The day of each row, and the columns made from it: each once, whoever asks.

    `exact_division`: whether `//` of the engine is exact in all 64 bits; on Spark it is only up to 2^53.
    """

    day: nw.Expr
    exact_division: bool = True
    made: dict[str, nw.Expr] = field(default_factory=dict)
    _names: dict[object, str] = field(default_factory=dict)

    def among(self, days: Days) -> nw.Expr | bool:
        """Whether the day of the row is one of these; false where the row has no day, and never missing."""
        if days == NEVER:
            return False
        return self._once(("among", days), lambda: _among(self.day, days))

    def by_day(self, steps: Steps) -> nw.Expr:
        """The step that holds on the day of the row; any of them where the row has no day."""
        return self._once(("by day", steps), lambda: stepped(self.day, steps))

    def _once(self, key: object, made: Any) -> nw.Expr:
        if key not in self._names:
            self._names[key] = f"law, by day: {len(self._names)}"
            self.made[self._names[key]] = made()
        return nw.col(self._names[key])


def _among(day: nw.Expr, days: Days) -> nw.Expr:
    found: nw.Expr | None = None
    turns = [turn if turn > dt.date.min else None for turn in days.turns]
    for since, end in zip(turns[::2], [*turns[1::2], None], strict=False):
        begun = None if since is None else day >= since
        goes_on = None if end is None else day < end
        within = (
            begun & goes_on if begun is not None and goes_on is not None else begun if begun is not None else goes_on
        )
        within = ~day.is_null() if within is None else within
        found = within if found is None else found | within
    assert found is not None
    return found.fill_null(False)


def stepped(at: nw.Expr, steps: Sequence[tuple[Any, Plain | nw.Expr]]) -> nw.Expr:
    """A step function: the value of the last step that is not above; below the first and where missing, the first."""
    if all(type(value) is int and value in NARROW for _, value in steps):
        narrow: list[tuple[Any, nw.Expr]] = [(since, nw.lit(int(value), dtype=nw.Int32)) for since, value in steps]  # type: ignore[arg-type]
        return _halved(at, narrow).cast(nw.Int64)
    return _halved(at, [(since, as_column(value)) for since, value in steps])


def _halved(at: nw.Expr, steps: Sequence[tuple[Any, nw.Expr]]) -> nw.Expr:
    """As a tree: engines choose faster between two literals than between a literal and a column."""
    if len(steps) == 1:
        return steps[0][1]
    middle = len(steps) // 2
    return nw.when(at >= steps[middle][0]).then(_halved(at, steps[middle:])).otherwise(_halved(at, steps[:middle]))
