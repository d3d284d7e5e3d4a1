"""Terms of a rule that hold on some days only, and those of several times put together."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from semesta.law.column import Cells, Column, Dated, Few, all_values, by_times, cells, nothing, pointwise
from semesta.law.days import ALWAYS, NEVER, Days
from semesta.law.doubt import doubt_within, doubted_on, either
from semesta.law.missing import MISSING
from semesta.law.rows import Plain, Rows, is_plain


def by_days(rows: Rows, parts: Sequence[tuple[Days, Column]]) -> Column:
    """On each of these days, which do not overlap, its own term; missing on all others."""
    parts = [(days, within(term, days)) for days, term in parts if days != NEVER]
    if (merged := _merged(rows, [term for _, term in parts])) is not None:
        return merged
    laid = [(days, cells(term)) for days, term in parts]
    absent = reduce(operator.or_, ((term.absent & days) for days, term in laid), _except([days for days, _ in laid]))
    if absent == ALWAYS:
        return nothing(rows)
    first, *rest = _times([(days, term) for days, term in laid if days - term.absent != NEVER])
    expr = first[1].expr
    for days, term in rest:
        expr = rows.when(rows.among(days)).then(rows.column(term.expr)).otherwise(rows.column(expr))
    kinds = [term for _, term in (first, *rest)]
    doubt = reduce(lambda a, b: either(rows, a, b), [doubt_within(rows, term.doubt, days) for days, term in laid])
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


def within(term: Column, days: Days) -> Column:
    """The term where only these days matter: what it is on others may be anything, and is made as simple as can be."""
    if isinstance(term, Cells):
        doubt = term.doubt
        if isinstance(doubt, Days) or doubt.days & days == NEVER:
            doubt = doubted_on(doubt) & days
        return replace(term, absent=term.absent & days, doubt=doubt)
    if isinstance(term, Few):
        own = None if term.own is None else cells(within(term.own, days))
        return replace(term.each(lambda entry: _dated_within(entry, days)), own=own)
    assert isinstance(term, Dated)
    return _dated_within(term, days)


def _dated_within(term: Dated, days: Days) -> Dated:
    alone = by_times(lambda value, matters: value if matters else MISSING, term, _as_dated(term.rows, days))
    return replace(alone, matters=term.matters & days)


def _merged(rows: Rows, terms: Sequence[Column]) -> Dated | Few | None:
    if not terms:
        return nothing(rows)

    def first(*known: Plain) -> Plain:
        return next((value for value in known if value is not MISSING), MISSING)

    found = pointwise(first, *terms)
    if isinstance(found, Few):
        return found.each(lambda entry: replace(entry, matters=ALWAYS))
    return found if found is None else replace(found, matters=ALWAYS)


def _times(laid: Sequence[tuple[Days, Cells]]) -> list[tuple[Days, Cells]]:
    """The same expression at several times once; first that of most times, which then needs no comparison."""
    found: dict[object, tuple[Days, Cells]] = {}
    for days, term in laid:
        same = (type(term.expr), term.expr) if is_plain(term.expr) else id(term.expr)
        found[same] = (found[same][0] | days if same in found else days, term)
    return sorted(found.values(), key=lambda part: -len(part[0].turns))


def _except(those: Sequence[Days]) -> Days:
    return ALWAYS - reduce(operator.or_, those, NEVER)


def _as_dated(rows: Rows, days: Days) -> Dated:
    return Dated(rows, tuple((day, day in days) for day in sorted({dt.date.min, *days.turns})))
