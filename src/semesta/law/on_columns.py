"""The words of the grammar on columns. What each means stands in `law/grammar.py`; here is how it becomes an expression.

Each takes the word itself first, for terms that depend on the day alone: those are computed by plain values.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from math import gcd
from typing import Any, TypeAlias

from semesta.law.column import (
    Cells,
    Column,
    Dated,
    Few,
    Word,
    alike_absent,
    all_values,
    cells,
    joined,
    lifted,
    nothing,
    pointwise,
)
from semesta.law.days import ALWAYS, NEVER, Days, days_where
from semesta.law.doubt import Doubt, Mark, doubted_on, either, is_sure, marked
from semesta.law.in_time import by_days
from semesta.law.missing import MISSING
from semesta.law.rows import Expr, is_plain

MILLION = 1_000_000
# What amounts and rates may reach: their product may not pass what the engine divides exactly.
AMOUNT_BOUND, RATE_BOUND = 2**53, 10**9
FEW = 64
# Two comparisons take less time than a table.
FEW_GROUPS = 2


def chosen(word: Word, condition: Column, then: Any, otherwise: Any) -> Column:
    """`when` with a condition that is a column."""
    rows = condition.rows
    then, otherwise = lifted(rows, then), lifted(rows, otherwise)
    if (plain := pointwise(word, condition, then, otherwise)) is not None:
        return plain
    if isinstance(condition, Dated):
        return _by_key(condition, {True: then, False: otherwise})
    test = cells(condition)
    if test.looked_up is not None:  # the branches in the place of the answers, so that nothing is looked up twice
        key, answers = test.looked_up
        found = cells(looked_up(word, key, {k: then if yes else otherwise for k, yes in answers.items()}))
        return replace(found, absent=found.absent | test.absent, doubt=either(rows, found.doubt, test.doubt))
    (one, other), common = alike_absent([cells(then), cells(otherwise)])
    if (absent := test.absent | common) == ALWAYS:
        return nothing(rows)
    last = rows.column(other.expr)
    if test.nullable:  # a null condition would fall into a bare otherwise, and pay
        last = rows.when(~test.expr.is_null()).then(last)
    return Cells(
        rows,
        rows.when(test.expr).then(rows.column(one.expr)).otherwise(last),
        absent,
        either(rows, test.doubt, _doubt_of_branches(test.expr, one, other)),
        nullable=test.nullable or one.nullable or other.nullable,
        needs_input=test.needs_input or (one.needs_input and other.needs_input),
        values=all_values([one, other]),
    )


def looked_up(word: Word, key: Column, table: Mapping[Any, Any]) -> Column:
    """`lookup` with a key that is a column."""
    rows = key.rows
    entries = {entry: lifted(rows, term) for entry, term in table.items()}
    plain = _at_key(word, key, entries)
    is_of_input = isinstance(key, Few) and key.own is not None
    if plain is not None and not is_of_input:
        return plain
    if isinstance(key, Dated):
        return _by_key(key, entries)
    by_row = cells(key)
    if by_row.values is not None:
        entries = {value: entries.get(value, nothing(rows)) for value in sorted(by_row.values, key=str)}
    if not entries:
        return nothing(rows)
    laid, common = alike_absent([cells(term) for term in entries.values()])
    if (absent := by_row.absent | common) == ALWAYS:
        return nothing(rows)
    groups = _grouped(entries, laid)
    if isinstance(plain, Few) and len(groups) > FEW_GROUPS:
        return plain
    found = Cells(
        rows,
        _chain(by_row, groups),
        absent,
        either(rows, by_row.doubt, _doubt_of_groups(by_row, groups)),
        nullable=by_row.nullable or by_row.values is None or any(term.nullable for term in laid),
        needs_input=by_row.needs_input,
        values=all_values(laid),
        looked_up=(by_row, constant) if len(constant := _constants(entries, laid)) == len(entries) else None,
        again=_again(word, key, entries),
    )
    return replace(plain, own=found) if isinstance(plain, Few) else found


def banded(word: Word, amount: Column, table: Mapping[int, Any]) -> Column:
    """The entry of the band that the amount lies in; a key of the table is the least amount of its band."""
    rows = amount.rows
    entries = {start: lifted(rows, term) for start, term in sorted(table.items())}
    if not entries:
        return nothing(rows)
    if (plain := _at_key(word, amount, entries)) is not None:
        return plain
    by_row = cells(amount)
    laid, common = alike_absent([cells(term) for term in entries.values()])
    if (absent := by_row.absent | common) == ALWAYS:
        return nothing(rows)
    at, steps = rows.column(by_row.expr), [(start, term.expr) for start, term in zip(entries, laid, strict=True)]
    doubts = {term.doubt if isinstance(term.doubt, Days) else id(term) for term in laid if term.expr is not MISSING}
    found = Cells(
        rows,
        # A missing amount, and one below the first band, would fall into the first.
        rows.when(at >= steps[0][0]).then(rows.stepped(at, steps)),
        absent,
        by_row.doubt,
        nullable=True,
        needs_input=by_row.needs_input,
        values=all_values(laid),
    )
    if len(doubts) == 1:
        return replace(found, doubt=either(rows, by_row.doubt, next(t.doubt for t in laid if t.expr is not MISSING)))
    marks = [(start, marked(rows, term.doubt)) for start, term in zip(entries, laid, strict=True)]
    return replace(found, doubt=either(rows, by_row.doubt, Mark(rows.stepped(at, marks), _any_day(laid))))


def extreme(word: Word, one: Any, other: Any, goes_beyond: Word) -> Column:
    """`least` or `greatest` of two; `goes_beyond(a, b)` tells that a is not the one."""
    rows = one.rows if isinstance(one, Column) else other.rows
    one, other = lifted(rows, one), lifted(rows, other)
    if (plain := pointwise(word, one, other)) is not None:
        return plain
    # The one that may be null comes last: a null comparison falls to it, and it is null itself.
    a, b = sorted((cells(one), cells(other)), key=lambda term: term.nullable)
    if a.absent | b.absent == ALWAYS:
        return nothing(rows)
    beyond = goes_beyond(b.expr, a.expr)
    last = rows.column(b.expr) if not a.nullable else rows.when(~beyond.is_null()).then(rows.column(b.expr))
    expr = rows.when(beyond).then(rows.column(a.expr)).otherwise(last)
    return joined(rows, expr, a, b)


def part(word: Word, amount: Any, per_million: Any) -> Any:
    """`share` of columns; see there for what it is and why whole millions go apart."""
    if amount is MISSING or per_million is MISSING:
        return MISSING
    rows = amount.rows if isinstance(amount, Column) else per_million.rows
    amount, per_million = lifted(rows, amount), lifted(rows, per_million)
    if (plain := pointwise(word, amount, per_million)) is not None:
        return plain
    a, rate = cells(amount), cells(per_million)
    if a.absent | rate.absent == ALWAYS:
        return nothing(rows)
    return replace(joined(rows, _part(a, rate, per_million), a, rate), values=_parts(word, a, rate))


def _part(amount: Cells, rate: Cells, per_million: Column) -> Expr:
    limit = (2**63 if rate.rows.exact_division else 2**53) - MILLION
    if _most(amount, AMOUNT_BOUND) * _most(rate, RATE_BOUND) < limit:
        return _product(amount.expr, rate.expr, MILLION)
    # In its lowest terms, half a million still whole, a rate is often so small that one product is exact.
    common = gcd(MILLION // 2, *(rate.values or {1}))
    if AMOUNT_BOUND * (_most(rate, RATE_BOUND) // common) < limit:
        return _product(amount.expr, _divided(per_million, common), MILLION // common)
    millions = amount.expr // MILLION
    whole: Expr = millions * rate.expr + _product(amount.expr - millions * MILLION, rate.expr, MILLION)
    return whole


def _divided(rate: Column, common: int) -> Any:
    """The rate over what all its values have in common."""
    plain = pointwise(lambda r: r if r is MISSING else r // common, rate)
    return cells(rate).expr // common if plain is None else cells(plain).expr


def _parts(word: Word, amount: Cells, rate: Cells) -> frozenset[Any] | None:
    """All that a share can be, if its two sides can be few things."""
    if amount.values is None or rate.values is None or len(amount.values) * len(rate.values) > FEW:
        return None
    return frozenset(word(a, r) for a in amount.values for r in rate.values)


def _most(term: Cells, otherwise: int) -> int:
    return otherwise if term.values is None else max(map(abs, term.values))


def _product(amount: Any, rate: Any, divisor: int) -> Expr:
    product = amount if type(rate) is int and rate == 1 else amount * rate
    rounded: Expr = (product + divisor // 2) // divisor
    return rounded


def _at_key(word: Word, key: Column, entries: Mapping[Any, Column]) -> Column | None:
    """The word of plain values with a table, if nothing in it is by row."""
    return pointwise(lambda k, *values: word(k, dict(zip(entries, values, strict=True))), key, *entries.values())


def _by_key(key: Dated, entries: Mapping[Any, Column]) -> Column:
    """The entry at a key that depends on the day alone."""

    def days_of(entry: Any) -> Days:
        return days_where(lambda day: (held := key.on(day)) is not MISSING and held == entry, key.changes)

    found = cells(by_days(key.rows, [(days_of(entry), term) for entry, term in entries.items()]))
    return replace(found, absent=found.absent & key.matters, doubt=either(key.rows, found.doubt, key.doubt))


Group: TypeAlias = tuple[Cells, list[Any]]


def _grouped(entries: Mapping[Any, Column], laid: Sequence[Cells]) -> list[Group]:
    """The keys that have the same constant or the same term, together."""
    groups: dict[object, Group] = {}
    for (key, term), by_row in zip(entries.items(), laid, strict=True):
        constant = is_plain(by_row.expr) and isinstance(by_row.doubt, Days)
        same = (type(by_row.expr), str(by_row.expr), by_row.doubt) if constant else id(term)
        groups.setdefault(same, (by_row, []))[1].append(key)
    return list(groups.values())


def _again(word: Word, key: Column, entries: Mapping[Any, Column]) -> Callable[..., Column] | None:
    dated = {value: term for value, term in entries.items() if isinstance(term, Dated)}
    if len(dated) < len(entries):
        return None
    return lambda change: looked_up(word, key, {value: change(term) for value, term in dated.items()})


def _constants(entries: Mapping[Any, Column], laid: Sequence[Cells]) -> dict[Any, Any]:
    return {key: term.expr for key, term in zip(entries, laid, strict=True) if type(term.expr) in (bool, int, str)}


def _is_any(key: Cells, values: Sequence[Any]) -> Expr:
    compared = key.expr if key.codes is None else key.codes
    tests: list[Expr] = [compared == value for value in values]
    return reduce(operator.or_, tests)


def _chain(key: Cells, groups: Sequence[Group]) -> Expr:
    """The term of the group that the key is in; the largest needs no comparison where the key is known to be in one."""
    rows = key.rows
    *compared, last = sorted(groups, key=lambda group: len(group[1]))
    value = rows.column(last[0].expr)
    if key.values is None:
        found: Expr = rows.when(_is_any(key, last[1])).then(value)
    else:
        known = ~(key.expr if key.codes is None else key.codes).is_null()
        found = rows.when(known).then(value) if key.nullable else value
    for term, keys in compared:
        found = rows.when(_is_any(key, keys)).then(rows.column(term.expr)).otherwise(found)
    return found


def _doubt_of_branches(test: Expr, one: Cells, other: Cells) -> Doubt:
    if one.expr is MISSING or other.expr is MISSING:  # nobody doubts what is missing anyway
        return other.doubt if one.expr is MISSING else one.doubt
    if isinstance(one.doubt, Days) and isinstance(other.doubt, Days) and one.doubt == other.doubt:
        return one.doubt
    rows = one.rows
    marks = [rows.column(marked(rows, term.doubt)) for term in (one, other)]
    return Mark(rows.when(test).then(marks[0]).otherwise(marks[1]), _any_day([one, other]))


def _doubt_of_groups(key: Cells, groups: Sequence[Group]) -> Doubt:
    groups = [(term, keys) for term, keys in groups if term.expr is not MISSING]
    doubts = [term.doubt for term, _ in groups] or [NEVER]
    if all(isinstance(doubt, Days) and doubt == doubts[0] for doubt in doubts):
        return doubts[0]
    marks = [(marked(key.rows, term.doubt), keys) for term, keys in groups if not is_sure(term.doubt)]
    found = reduce(operator.or_, [_is_any(key, keys) & mark for mark, keys in marks])
    return Mark(found, _any_day([term for term, _ in groups]))


def _any_day(terms: Sequence[Cells]) -> Days:
    return reduce(operator.or_, (doubted_on(term.doubt) for term in terms))
