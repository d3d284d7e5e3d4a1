"""A term of a rule over the rows of a frame: by the day alone, by the day and a few things a row can be, or by the row.

What depends on the day alone is computed by plain values, once for each time between two changes; what depends on codes,
on yes or no, or on which side of a bound an amount lies as well, once for each combination of these. All else becomes an
expression. Beside the value stand the days on which it is missing for want of law, and where it rests on
anything that was not verified, so that neither needs the value to be computed a second time.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partialmethod, reduce
from itertools import accumulate, repeat
from math import prod
from typing import Any, TypeAlias

from semesta.law.days import ALWAYS, NEVER, Days, days_where
from semesta.law.doubt import Doubt, Mark, doubted_on, either, is_sure, marked
from semesta.law.missing import MISSING
from semesta.law.rows import LONG_LIST, Axis, Expr, Plain, Rows, Steps, is_plain, value_on

Word: TypeAlias = Callable[..., Any]

# A longer table is not worth its making, and no longer near the processor.
COMBINATIONS = 4096

COMPARISONS = (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne)


class Column:
    """A term in the place of a plain value. Python's operators work on it as on a number, missing in and missing out."""

    rows: Rows

    def _strict(self, word: Word, other: Any = None, *, turned: bool = False) -> Any:
        return _strict(word, other, self) if turned else _strict(word, self, other)

    __add__, __radd__ = partialmethod(_strict, operator.add), partialmethod(_strict, operator.add, turned=True)
    __sub__, __rsub__ = partialmethod(_strict, operator.sub), partialmethod(_strict, operator.sub, turned=True)
    __mul__, __rmul__ = partialmethod(_strict, operator.mul), partialmethod(_strict, operator.mul, turned=True)
    __floordiv__, __lt__ = partialmethod(_strict, operator.floordiv), partialmethod(_strict, operator.lt)
    __le__, __gt__ = partialmethod(_strict, operator.le), partialmethod(_strict, operator.gt)
    __ge__ = partialmethod(_strict, operator.ge)
    __eq__ = partialmethod(_strict, operator.eq)
    __ne__ = partialmethod(_strict, operator.ne)
    __hash__ = object.__hash__

    def __and__(self, other: Any) -> Any:
        return _decided(operator.and_, self, other)

    def __or__(self, other: Any) -> Any:
        return _decided(operator.or_, self, other)

    __rand__, __ror__ = __and__, __or__

    def __invert__(self) -> Any:
        return _strict(_fails, self, True)

    def __bool__(self) -> bool:
        raise TypeError("a column is neither true nor false: write `when`, not `if`")


@dataclass(frozen=True, eq=False)
class Dated(Column):
    """A plain value for every day that matters; `doubt` are the days on which it was not verified."""

    rows: Rows
    steps: Steps
    doubt: Days = NEVER
    matters: Days = ALWAYS

    def on(self, day: dt.date) -> Plain:
        return value_on(self.steps, day)

    def trusted_on(self, day: dt.date) -> Plain:
        return MISSING if day in self.doubt else self.on(day)

    @property
    def changes(self) -> set[dt.date]:
        return {since for since, _ in self.steps} | set(self.doubt.turns)

    @property
    def same(self) -> object:
        """What two that are alike have in common."""
        return tuple((since, type(value), value) for since, value in self.steps), self.doubt, self.matters

    @property
    def missing(self) -> Days:
        return days_where(lambda day: self.on(day) is MISSING, {since for since, _ in self.steps}) & self.matters


@dataclass(frozen=True, eq=False)
class Few(Column):
    """A plain value for every day and every combination of few things that a row can be; those of the last axis follow
    each other. `own` is the same by row, where an expression is faster than a table.
    """

    rows: Rows
    axes: tuple[Axis, ...]
    entries: tuple[Dated, ...]
    own: Cells | None = None

    def spread(self, axes: Sequence[Axis]) -> list[Dated]:
        """The entries for every combination of more axes."""
        widths = list(accumulate((len(axis.values) for axis in self.axes[:0:-1]), operator.mul, initial=1))[::-1]
        width = dict(zip(self.axes, widths, strict=True))
        places = [0]
        for axis in axes:
            places = [p + width.get(axis, 0) * number for p in places for number in range(len(axis.values))]
        return [self.entries[place] for place in places]

    @property
    def kinds(self) -> list[Dated]:
        """The entries, those alike once."""
        return list({id(entry): entry for entry in self.entries}.values())

    def each(self, change: Callable[[Dated], Dated]) -> Few:
        changed = {id(kind): change(kind) for kind in self.kinds}
        return replace(self, entries=tuple(changed[id(entry)] for entry in self.entries), own=None)

    @cached_property
    def by_row(self) -> Cells:
        """The term by row: looked up in a table of all combinations and times."""
        if self.own is not None:
            return self.own
        kinds = self.kinds
        times = self.rows.turns
        if len(self.entries) * len(times) > LONG_LIST:
            times = tuple(sorted({dt.date.min}.union(*(kind.changes for kind in kinds))))
        values = {id(kind): [kind.on(day) for day in times] for kind in kinds}
        known = frozenset(value for row in values.values() for value in row if value is not MISSING)
        absent = reduce(operator.and_, (kind.missing for kind in kinds))
        if not known:
            return Cells(self.rows, MISSING, ALWAYS)
        doubts = [kind.doubt for kind in kinds if kind.missing != ALWAYS]
        doubt: Doubt = doubts[0]
        if any(other != doubt for other in doubts):
            in_doubt = {id(kind): [day in kind.doubt for day in times] for kind in kinds}
            doubt = Mark(self._in_table(times, in_doubt), reduce(operator.or_, doubts))
        nullable = any(value is MISSING for row in values.values() for value in row)
        return Cells(self.rows, self._in_table(times, values), absent, doubt, nullable=nullable, values=known)

    def _in_table(self, times: Sequence[dt.date], values: Mapping[int, Sequence[Plain]]) -> Expr:
        return self.rows.in_table(self.axes, times, [value for entry in self.entries for value in values[id(entry)]])


@dataclass(frozen=True, eq=False)
class Cells(Column):
    """An expression per row, or a constant.

    `absent` are the days on which it counts as missing whatever the expression says, for want of law. `nullable` is false
    where the expression has a value in every row; `needs_input` is true where it has none in a row without any input.
    `values` are all that it can be, where that is known. `codes` is the column of a frame's own codes, which compare
    faster than the texts they stand for; `amount` is the column of a frame's own whole numbers. `looked_up` is the key, and the plain entry at each of its values. `again` looks
    up the same with each entry changed, where these depend on the day alone.
    """

    rows: Rows
    expr: Expr | Plain
    absent: Days = NEVER
    doubt: Doubt = NEVER
    nullable: bool = True
    needs_input: bool = False
    values: frozenset[Plain] | None = None
    codes: Expr | None = None
    amount: Expr | None = None
    looked_up: tuple[Cells, Mapping[Any, Plain]] | None = None
    again: Callable[[Callable[[Dated], Dated]], Column] | None = None


def lifted(rows: Rows, term: Any) -> Column:
    """The term itself, or a plain value that is the same on every day."""
    if isinstance(term, Column):
        return term
    return Dated(rows, ((dt.date.min, term),)) if is_plain(term) else Cells(rows, term)


def cells(term: Column) -> Cells:
    """The term by row. Days without a value take that of the time before, and are absent."""
    if isinstance(term, Cells):
        return term
    if isinstance(term, Few):
        return term.by_row
    assert isinstance(term, Dated)
    known = [value for _, value in term.steps if value is not MISSING]
    if not known:
        return Cells(term.rows, MISSING, ALWAYS)
    filled: list[tuple[dt.date, Plain]] = [(dt.date.min, known[0])]
    for since, value in term.steps:
        if value is not MISSING and value != filled[-1][1]:
            filled.append((since, value))
    expr = filled[0][1] if len(filled) == 1 else term.rows.by_day(tuple(filled))
    return Cells(term.rows, expr, term.missing, term.doubt, nullable=False, values=frozenset(known))


def _strict(word: Word, one: Any, other: Any) -> Any:
    """Arithmetic and comparison: missing where either side is."""
    if one is MISSING or other is MISSING:
        return MISSING
    rows = one.rows if isinstance(one, Column) else other.rows
    one, other = lifted(rows, one), lifted(rows, other)
    found = pointwise(word, one, other)
    is_of_input = isinstance(other, Dated) and word in COMPARISONS
    if found is not None and not (is_of_input and isinstance(one, Few) and one.own is not None):
        return found
    if is_of_input and isinstance(one, Cells) and one.again:
        return one.again(lambda entry: by_times(word, entry, other))  # of each entry, by plain values, not of each row
    a, b = cells(one), cells(other)
    if a.absent | b.absent == ALWAYS:
        return nothing(rows)
    by_row = joined(rows, _compared(word, a, b) if word in (operator.eq, operator.ne) else word(a.expr, b.expr), a, b)
    if is_of_input and isinstance(one, Cells) and one.amount is not None:
        found = pointwise(word, _beside_bounds(word, rows, one.amount, other), other)
    return replace(found, own=by_row) if isinstance(found, Few) else by_row


def _beside_bounds(word: Word, rows: Rows, amount: Expr, bounds: Dated) -> Few:
    """The amount by the bounds that it is compared with: between two of them, all compare like the least."""
    after = {operator.lt: {0}, operator.ge: {0}, operator.le: {1}, operator.gt: {1}}.get(word, {0, 1})
    values = {value for _, value in bounds.steps if value is not MISSING}
    starts = sorted({0, *(value + more for value in values for more in after if value + more > 0)})
    number = rows.stepped(amount, [(-1, 0), *((start, n) for n, start in enumerate(starts, 1))], rows.words.UInt32)
    return of_axis(rows, Axis(f"{amount.meta.output_name()} from {starts}", (MISSING, *starts), number))


def of_axis(rows: Rows, axis: Axis, own: Cells | None = None) -> Few:
    """What the row is itself."""
    return Few(rows, (axis,), tuple(Dated(rows, ((dt.date.min, value),)) for value in axis.values), own)


def _fails(one: Any, _: Any) -> Any:
    return not one if isinstance(one, bool) else ~one


def _compared(word: Word, a: Cells, b: Cells) -> Expr:
    if is_plain(a.expr):
        a, b = b, a
    if a.codes is None or not is_plain(b.expr):
        return word(a.expr, b.expr)
    if a.values is not None and b.expr not in a.values:  # an engine may refuse a text that is no code of the column
        return a.rows.when(~a.codes.is_null()).then(a.rows.column(word is operator.ne))
    return word(a.codes, b.expr)


def _decided(word: Word, one: Any, other: Any) -> Any:
    """`&` and `|`: missing only where the side that is known does not decide."""
    rows = one.rows
    other = lifted(rows, other)
    if (plain := pointwise(lambda a, b: word(b, a) if b is MISSING else word(a, b), one, other)) is not None:
        return plain
    (a, b), common = alike_absent([cells(one), cells(other)])
    if common == ALWAYS:
        return nothing(rows)
    found = joined(rows, word(_yes_no(a), _yes_no(b)), replace(a, absent=common), b)
    found = replace(found, needs_input=a.needs_input and b.needs_input)
    if is_sure(a.doubt) and is_sure(b.doubt):
        return found
    either_side = rows.column(marked(rows, either(rows, a.doubt, b.doubt)))
    decided = [_decides(word, term) for term in (a, b)]
    return replace(
        found, doubt=Mark(either_side & ~(decided[0] | decided[1]), doubted_on(a.doubt) | doubted_on(b.doubt))
    )


def _decides(word: Word, term: Cells) -> Expr:
    """Whether a side decides, whatever the other is, and beyond doubt."""
    yes = _yes_no(term).fill_null(word is operator.and_)
    decides = yes if word is operator.or_ else ~yes
    return decides if is_sure(term.doubt) else decides & ~term.rows.column(marked(term.rows, term.doubt))


def _yes_no(term: Cells) -> Expr:
    words = term.rows.words
    return words.lit(None, dtype=words.Boolean) if term.expr is MISSING else term.rows.column(term.expr)


def nothing(rows: Rows) -> Dated:
    return Dated(rows, ((dt.date.min, MISSING),))


def joined(rows: Rows, expr: Expr, a: Cells, b: Cells) -> Cells:
    """An expression that is missing or in doubt where either of its two parts is."""
    return Cells(
        rows,
        expr,
        a.absent | b.absent,
        either(rows, a.doubt, b.doubt),
        nullable=a.nullable or b.nullable,
        needs_input=a.needs_input or b.needs_input,
    )


def pointwise(word: Word, *terms: Column) -> Dated | Few | None:
    """The word of plain values, for each combination and each time between two changes; None where these are too many, and
    where a term is by row."""
    axes = tuple(dict.fromkeys(axis for term in terms if isinstance(term, Few) for axis in term.axes))
    if any(isinstance(term, Cells) for term in terms) or prod(len(axis.values) for axis in axes) > COMBINATIONS:
        return None
    if not axes:
        return by_times(word, *terms)
    made: dict[tuple[int, ...], Dated] = {}
    alike: dict[object, Dated] = {}
    several = [term.spread(axes) if isinstance(term, Few) else repeat(term) for term in terms]
    entries = []
    for dated in zip(*several, strict=False):
        key = tuple(map(id, dated))
        if key not in made:
            found = by_times(word, *dated)
            made[key] = alike.setdefault(found.same, found)
        entries.append(made[key])
    return Few(terms[0].rows, axes, tuple(entries))


def by_times(word: Word, *terms: Any) -> Dated:
    """The word of plain values, for each time between two changes."""
    days = sorted(set[dt.date]().union({dt.date.min}, *(term.changes for term in terms)))
    values = {day: word(*[term.on(day) for term in terms]) for day in days}
    trusted = {day: word(*[term.trusted_on(day) for term in terms]) for day in days}
    doubt = days_where(lambda day: values[day] is not MISSING and trusted[day] is MISSING, set(days))
    matters = reduce(operator.and_, (term.matters for term in terms))
    return Dated(terms[0].rows, _turning(values), doubt, matters)


def _turning(values: Mapping[dt.date, Plain]) -> Steps:
    """The steps without those that change nothing."""
    steps: list[tuple[dt.date, Plain]] = []
    for day, value in values.items():
        if not steps or type(value) is not type(steps[-1][1]) or (value is not MISSING and value != steps[-1][1]):
            steps.append((day, value))
    return tuple(steps)


def alike_absent(terms: list[Cells]) -> tuple[list[Cells], Days]:
    """The terms, and the days on which all are absent; what else is absent in one of them is null in its expression."""
    common = reduce(operator.and_, (term.absent for term in terms))
    return [_null_on(term, term.absent - common) for term in terms], common


def _null_on(term: Cells, days: Days) -> Cells:
    if days == NEVER:
        return replace(term, absent=NEVER)
    if term.expr is MISSING:
        return replace(term, absent=NEVER, nullable=True)
    rows = term.rows
    expr = rows.when(~rows.column(rows.among(days))).then(rows.column(term.expr))
    return replace(term, expr=expr, absent=NEVER, nullable=True, codes=None, looked_up=None, again=None)


def all_values(terms: Sequence[Cells]) -> frozenset[Plain] | None:
    sets = [term.values for term in terms if term.expr is not MISSING]
    if any(values is None for values in sets):
        return None
    return frozenset[Plain]().union(*(values for values in sets if values is not None))
