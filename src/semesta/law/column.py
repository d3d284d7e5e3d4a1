"""A term of a rule over the rows of a frame: by the day alone, or by the row.

What depends on the day alone is computed by plain values, once for each time between two changes. What depends on the row
becomes an expression. Beside the value stand the days on which it is missing for want of law, and where it rests on
anything that was not verified, so that neither needs the value to be computed a second time.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partialmethod, reduce
from typing import Any, TypeAlias

from semesta.law.days import ALWAYS, NEVER, Days, days_where
from semesta.law.missing import MISSING
from semesta.law.rows import Expr, Plain, Rows, Steps, is_plain

Word: TypeAlias = Callable[..., Any]

COMPARISONS = (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne)


@dataclass(frozen=True, eq=False)
class Mark:
    """In doubt where the expression is true, which it is on none but these days."""

    expr: Expr
    days: Days


Doubt: TypeAlias = Days | Mark  # a mark where it differs from row to row


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
        return next(value for since, value in reversed(self.steps) if since <= day)

    def trusted_on(self, day: dt.date) -> Plain:
        return MISSING if day in self.doubt else self.on(day)

    @property
    def changes(self) -> set[dt.date]:
        return {since for since, _ in self.steps} | set(self.doubt.turns)


@dataclass(frozen=True, eq=False)
class Cells(Column):
    """An expression per row, or a constant.

    `absent` are the days on which it counts as missing whatever the expression says, for want of law. `nullable` is false
    where the expression has a value in every row; `needs_input` is true where it has none in a row without any input.
    `values` are all that it can be, where that is known. `codes` is the column of a frame's own codes, which compare
    faster than the texts they stand for. `looked_up` is the key, and the plain entry at each of its values. `again` looks
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
    assert isinstance(term, Dated)
    known = [value for _, value in term.steps if value is not MISSING]
    if not known:
        return Cells(term.rows, MISSING, ALWAYS)
    absent = days_where(lambda day: term.on(day) is MISSING, {since for since, _ in term.steps}) & term.matters
    filled: list[tuple[dt.date, Plain]] = [(dt.date.min, known[0])]
    for since, value in term.steps:
        if value is not MISSING and value != filled[-1][1]:
            filled.append((since, value))
    expr = filled[0][1] if len(filled) == 1 else term.rows.by_day(tuple(filled))
    return Cells(term.rows, expr, absent, term.doubt, nullable=False, values=frozenset(known))


def within(term: Column, days: Days) -> Column:
    """The term where only these days matter: what it is on others may be anything, and is made as simple as can be."""
    if isinstance(term, Cells):
        doubt = term.doubt
        if isinstance(doubt, Days) or doubt.days & days == NEVER:
            doubt = doubted_on(doubt) & days
        return replace(term, absent=term.absent & days, doubt=doubt)
    assert isinstance(term, Dated)
    alone = pointwise(lambda value, matters: value if matters else MISSING, term, _as_dated(term.rows, days))
    return replace(alone, matters=term.matters & days)


def by_days(rows: Rows, parts: Sequence[tuple[Days, Column]]) -> Column:
    """On each of these days, which do not overlap, its own term; missing on all others."""
    parts = [(days, within(term, days)) for days, term in parts if days != NEVER]
    if all(isinstance(term, Dated) for _, term in parts):
        return _merged(rows, parts)
    laid = [(days, cells(term)) for days, term in parts]
    absent = reduce(operator.or_, ((term.absent & days) for days, term in laid), _except([days for days, _ in laid]))
    if absent == ALWAYS:
        return nothing(rows)
    first, *rest = _times([(days, term) for days, term in laid if days - term.absent != NEVER])
    expr = first[1].expr
    for days, term in rest:
        expr = rows.when(rows.among(days)).then(rows.column(term.expr)).otherwise(rows.column(expr))
    kinds = [term for _, term in (first, *rest)]
    doubt = reduce(lambda a, b: either(rows, a, b), [_doubt_within(rows, term.doubt, days) for days, term in laid])
    if is_plain(expr) and isinstance(doubt, Days):
        held = _as_dated(rows, ALWAYS - absent)
        return replace(
            held, steps=tuple((day, expr if has_law else MISSING) for day, has_law in held.steps), doubt=doubt
        )
    return Cells(
        rows,
        rows.column(expr),
        absent,
        doubt,
        nullable=any(term.nullable for term in kinds),
        needs_input=all(term.needs_input for term in kinds),
        values=all_values(kinds),
        codes=first[1].codes if not rest else None,
    )


def _times(laid: Sequence[tuple[Days, Cells]]) -> list[tuple[Days, Cells]]:
    """The same expression at several times once; first that of most times, which then needs no comparison."""
    found: dict[object, tuple[Days, Cells]] = {}
    for days, term in laid:
        same = (type(term.expr), term.expr) if is_plain(term.expr) else id(term.expr)
        found[same] = (found[same][0] | days if same in found else days, term)
    return sorted(found.values(), key=lambda part: -len(part[0].turns))


def _strict(word: Word, one: Any, other: Any) -> Any:
    """Arithmetic and comparison: missing where either side is."""
    if one is MISSING or other is MISSING:
        return MISSING
    rows = one.rows if isinstance(one, Column) else other.rows
    one, other = lifted(rows, one), lifted(rows, other)
    if isinstance(one, Dated) and isinstance(other, Dated):
        return pointwise(word, one, other)
    if word in COMPARISONS and isinstance(one, Cells) and one.again and isinstance(other, Dated):
        return one.again(lambda entry: pointwise(word, entry, other))  # of each entry, by plain values, not of each row
    a, b = cells(one), cells(other)
    if a.absent | b.absent == ALWAYS:
        return nothing(rows)
    return joined(rows, _compared(word, a, b) if word in (operator.eq, operator.ne) else word(a.expr, b.expr), a, b)


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
    if isinstance(one, Dated) and isinstance(other, Dated):
        return pointwise(lambda a, b: word(b, a) if b is MISSING else word(a, b), one, other)
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


def pointwise(word: Word, *terms: Dated) -> Dated:
    """The word of plain values, for each time between two changes."""
    days = sorted(set[dt.date]().union({dt.date.min}, *(term.changes for term in terms)))
    values = {day: word(*[term.on(day) for term in terms]) for day in days}
    trusted = {day: word(*[term.trusted_on(day) for term in terms]) for day in days}
    doubt = days_where(lambda day: values[day] is not MISSING and trusted[day] is MISSING, set(days))
    matters = reduce(operator.and_, (term.matters for term in terms))
    return Dated(terms[0].rows, tuple(values.items()), doubt, matters)


def _merged(rows: Rows, parts: Sequence[tuple[Days, Column]]) -> Dated:
    if not parts:
        return nothing(rows)

    def first(*known: Plain) -> Plain:
        return next((value for value in known if value is not MISSING), MISSING)

    return replace(pointwise(first, *[term for _, term in parts if isinstance(term, Dated)]), matters=ALWAYS)


def _as_dated(rows: Rows, days: Days) -> Dated:
    return Dated(rows, tuple((day, day in days) for day in sorted({dt.date.min, *days.turns})))


def _except(those: Sequence[Days]) -> Days:
    return ALWAYS - reduce(operator.or_, those, NEVER)


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


def is_sure(doubt: Doubt) -> bool:
    return isinstance(doubt, Days) and doubt == NEVER


def marked(rows: Rows, doubt: Doubt) -> Expr | bool:
    return rows.among(doubt) if isinstance(doubt, Days) else doubt.expr


def doubted_on(doubt: Doubt) -> Days:
    """The days on which anything may be in doubt."""
    return doubt if isinstance(doubt, Days) else doubt.days


def either(rows: Rows, one: Doubt, other: Doubt) -> Doubt:
    if isinstance(one, Days) and isinstance(other, Days):
        return one | other
    if is_sure(one) or is_sure(other):
        return other if is_sure(one) else one
    return Mark(marked(rows, one) | marked(rows, other), doubted_on(one) | doubted_on(other))


def _doubt_within(rows: Rows, doubt: Doubt, days: Days) -> Doubt:
    within = doubted_on(doubt) & days
    if isinstance(doubt, Days) or within in (NEVER, doubt.days):
        return within if isinstance(doubt, Days) or within == NEVER else doubt
    return Mark(doubt.expr & rows.among(days), within)


def all_values(terms: Sequence[Cells]) -> frozenset[Plain] | None:
    sets = [term.values for term in terms if term.expr is not MISSING]
    if any(values is None for values in sets):
        return None
    return frozenset[Plain]().union(*(values for values in sets if values is not None))
