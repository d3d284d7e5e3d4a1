"""What is computed once for each row from its day and from the few things it can be, and used by many rules."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import gcd
from typing import Any, TypeAlias

import narwhals as nw

from semesta.law.days import NEVER, Days
from semesta.law.missing import MISSING, Missing

Plain: TypeAlias = Any  # an int, str, bool or MISSING
Expr: TypeAlias = Any  # an expression of narwhals, or of Polars
Steps: TypeAlias = tuple[tuple[dt.date, Plain], ...]

# Half the width is half the work where a step function has many steps.
NARROW = range(-(2**31), 2**31)

# A tree is faster than a list where there are fewer steps; a longer list than this does not stay near the processor.
FEW_STEPS, LONG_LIST = 5, 2**14
EPOCH = dt.date(1970, 1, 1)

# What stands in a list for what is not known: a list with nulls takes longer to look up.
UNKNOWN = {int: -(2**63), bool: 2}


def value_on(steps: Steps, day: dt.date) -> Plain:
    return next(value for since, value in reversed(steps) if since <= day)


def is_plain(term: Plain | Expr) -> bool:
    return isinstance(term, (bool, int, str, dt.date, Missing))


@dataclass(frozen=True)
class Axis:
    """The few things that a row can be, and for each row the place of what it is among these."""

    name: str
    values: tuple[Plain, ...] = field(compare=False)
    number: Expr = field(compare=False)


@dataclass
class Rows:
    """The day of each row, and the columns made from it: each once, whoever asks.

    `words` makes the expressions: narwhals, or Polars for its own frames. narwhals has its words from Polars, so both read
    the same; to translate the hundreds of a large question would take a third of the time that a million rows take.
    `turns` are the days on which anything changes, the first day of all among them; they are given for an engine that
    finds a value by its place in a list faster than by comparing: Polars.
    `made` are columns of what a frame holds, then those made of them, then those made of these.
    `exact_division`: whether `//` of the engine is exact in all 64 bits; on Spark it is only up to 2^53.
    """

    day: Expr
    exact_division: bool = True
    words: Any = nw
    turns: tuple[dt.date, ...] = ()
    made: tuple[dict[str, Expr], ...] = field(default_factory=lambda: ({}, {}, {}))
    _names: dict[object, str] = field(default_factory=dict)

    @property
    def looks_up(self) -> bool:
        return bool(self.turns)

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
        """The step that holds on the day of the row; any or null where the row has no day."""
        if self.looks_up and len(steps) > FEW_STEPS:
            return self.in_table((), self.turns, [value_on(steps, turn) for turn in self.turns])
        return self._once(("by day", steps), lambda: self.stepped(self.day, steps))

    def in_table(self, axes: Sequence[Axis], times: Sequence[dt.date], values: Sequence[Plain]) -> Expr:
        """The value for what the row is and for the time it lies in; null where missing, and where a row has no day.

        Of each thing that a row can be, the values of all times follow each other.
        """
        place = self._once(("place", tuple(axes), tuple(times)), lambda: self._place(axes, times), 1)
        kind = next(type(value) for value in values if value is not MISSING)
        if kind is str:
            return self.words.lit(self.words.Series([None if v is MISSING else v for v in values])).gather(place)
        held = tuple(UNKNOWN[kind] if value is MISSING else int(value) for value in values)
        dtype = self.words.UInt8 if kind is bool else self.words.Int64

        def looked_up() -> Expr:
            return self.words.lit(self.words.Series(held, dtype=dtype)).gather(place)

        found = self._once(("table", tuple(axes), tuple(times), kind, held), looked_up, 2)
        value = found == 1 if kind is bool else found
        return value if UNKNOWN[kind] not in held else self.when(found != UNKNOWN[kind]).then(value)

    def _place(self, axes: Sequence[Axis], times: Sequence[dt.date]) -> Expr:
        place, width = self._time(times), len(times)
        for axis in reversed(axes):
            place, width = place + self._number(axis) * width, width * len(axis.values)
        return place

    def _time(self, times: Sequence[dt.date]) -> Expr:
        """The number of the time that the row lies in; null where it has no day."""
        numbers = [bisect_right(times, turn) - 1 for turn in self.turns]
        turn = self._once("turn", self._turn)
        if numbers == list(range(len(self.turns))):
            return turn
        return self.words.lit(self.words.Series(numbers, dtype=self.words.UInt32)).gather(turn)

    def _turn(self) -> Expr:
        steps = [(turn, number) for number, turn in enumerate(self.turns)]
        return self.when(~self.day.is_null()).then(self.stepped(self.day, steps, self.words.UInt32))

    def _number(self, axis: Axis) -> Expr:
        return self._once(axis, lambda: axis.number)

    def _once(self, key: object, made: Callable[[], Expr], stage: int = 0) -> Expr:
        if key not in self._names:
            self._names[key] = f"law, of the row: {len(self._names)}"
            self.made[stage][self._names[key]] = made()
        return self.words.col(self._names[key])

    def stepped(self, at: Expr, steps: Sequence[tuple[Any, Plain | Expr]], dtype: Any = None) -> Expr:
        """A step function: the value of the last step that is not above; below the first and where missing, the first.

        Whole numbers are 64 bits wide, if nothing else is asked for.
        """
        if not all(type(value) is int and value in NARROW for _, value in steps):
            return self._halved(at, [(since, self.column(value)) for since, value in steps])
        if self.looks_up and len(steps) > FEW_STEPS:
            starts = [(start - EPOCH).days if isinstance(start, dt.date) else start for start, _ in steps[1:]]
            width = gcd(*(later - earlier for earlier, later in pairwise(starts)))
            if starts[-1] - starts[0] < min(width * LONG_LIST, NARROW.stop):
                return self._listed(at, starts, width, [value for _, value in steps], dtype or self.words.Int64)
        found = self._halved(at, [(since, self.words.lit(v, dtype=dtype or self.words.Int32)) for since, v in steps])
        return found if dtype else found.cast(self.words.Int64)

    def _listed(self, at: Expr, starts: Sequence[int], width: int, values: Sequence[int], dtype: Any) -> Expr:
        """The values laid out in a list, one for each width: the place in it is found faster than the way in a tree."""
        words, first, last = self.words, starts[0] - width, starts[-1]
        ends = [*starts[1:], last + width]
        wide = [
            value for start, end, value in zip(starts, ends, values[1:], strict=True) for _ in range(start, end, width)
        ]
        at, (zero, end) = at.to_physical(), (words.lit(place, dtype=words.UInt32) for place in (0, len(wide)))
        place = (at - first).cast(words.UInt32, wrap_numerical=True)
        reached = words.when(at >= first).then(place if width == 1 else place // width).otherwise(zero)
        place = words.when(at >= last).then(end).otherwise(reached)
        return words.lit(words.Series([values[0], *wide], dtype=dtype)).gather(place)

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
