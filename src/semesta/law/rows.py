"""What is computed once for each row from its day alone, and used by many rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import narwhals as nw

from semesta.law.days import NEVER, Days
from semesta.law.missing import MISSING, Missing

Plain: TypeAlias = Any  # an int, str, bool or MISSING
Expr: TypeAlias = Any  # an expression of narwhals, or of Polars
Steps: TypeAlias = tuple[tuple[dt.date, Plain], ...]

# Half the width is half the work where a step function has many steps.
NARROW = range(-(2**31), 2**31)


def is_plain(term: Plain | Expr) -> bool:
    return isinstance(term, (bool, int, str, dt.date, Missing))


@dataclass
class Rows:
    """The day of each row, and the columns made from it: each once, whoever asks.

    `words` makes the expressions: narwhals, or Polars for its own frames. narwhals has its words from Polars, so both read
    the same; to translate the hundreds of a large question would take a third of the time that a million rows take.
    `exact_division`: whether `//` of the engine is exact in all 64 bits; on Spark it is only up to 2^53.
    """

    day: Expr
    exact_division: bool = True
    words: Any = nw
    made: dict[str, Expr] = field(default_factory=dict)
    _names: dict[object, str] = field(default_factory=dict)

    def column(self, term: Plain | Expr) -> Expr:
        """The term as an expression of a stated width: a bare literal of money would be a 32-bit column on some engines."""
        if not is_plain(term):
            return term
        return self.words.lit(None) if term is MISSING else self.words.lit(term, dtype=self._type_of(term))

    def when(self, test: Expr) -> Any:
        return self.words.when(test)

    def among(self, days: Days) -> Expr | bool:
        """Whether the day of the row is one of these; false where the row has no day, and never missing."""
        if days == NEVER:
            return False
        return self._once(("among", days), lambda: _among(self.day, days))

    def by_day(self, steps: Steps) -> Expr:
        """The step that holds on the day of the row; any of them where the row has no day."""
        return self._once(("by day", steps), lambda: self.stepped(self.day, steps))

    def _once(self, key: object, made: Any) -> Expr:
        if key not in self._names:
            self._names[key] = f"law, by day: {len(self._names)}"
            self.made[self._names[key]] = made()
        return self.words.col(self._names[key])

    def stepped(self, at: Expr, steps: Sequence[tuple[Any, Plain | Expr]]) -> Expr:
        """A step function: the value of the last step that is not above; below the first and where missing, the first."""
        if all(type(value) is int and value in NARROW for _, value in steps):
            narrow = [(since, self.words.lit(value, dtype=self.words.Int32)) for since, value in steps]
            return self._halved(at, narrow).cast(self.words.Int64)
        return self._halved(at, [(since, self.column(value)) for since, value in steps])

    def _halved(self, at: Expr, steps: Sequence[tuple[Any, Expr]]) -> Expr:
        """As a tree: engines choose faster between two literals than between a literal and a column."""
        if len(steps) == 1:
            return steps[0][1]
        middle = len(steps) // 2
        earlier, later = self._halved(at, steps[:middle]), self._halved(at, steps[middle:])
        return self.when(at >= steps[middle][0]).then(later).otherwise(earlier)

    def _type_of(self, plain: Plain) -> Any:
        if isinstance(plain, bool):
            return self.words.Boolean
        if isinstance(plain, int):
            return self.words.Int64
        return self.words.Date if isinstance(plain, dt.date) else self.words.String


def _among(day: Expr, days: Days) -> Expr:
    found: Expr | None = None
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
