"""The words rules are written in: each works on plain values and on columns alike.

`+ − ×`, comparisons and `&` `|` are Python's own. Missing in, missing out, by the logic of SQL: a missing part makes the
whole missing unless the rest already decides it (`False & missing` is False; `lookup` and `when` look only at the branch
they choose). Plain values are ordinary Python and the reference; columns are narwhals expressions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import reduce
from typing import Any, Final, TypeAlias

import narwhals as nw

# An int, str, bool or MISSING, or a narwhals expression: rules are written once for all of them.
Term: TypeAlias = Any

MILLION: Final = 1_000_000


class Missing:
    """The plain value that is not known. It spreads through arithmetic and comparison, and is neither true nor false."""

    def _missing(self, *_: object) -> Missing:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __floordiv__ = __rfloordiv__ = __invert__ = _missing
    __lt__ = __le__ = __gt__ = __ge__ = _missing
    __eq__ = __ne__ = _missing  # type: ignore[assignment]
    __hash__ = object.__hash__

    def __and__(self, other: object) -> object:
        return False if other is False else self

    def __or__(self, other: object) -> object:
        return True if other is True else self

    __rand__, __ror__ = __and__, __or__

    def __bool__(self) -> bool:
        raise TypeError("a missing value is neither true nor false: write `when`, not `if`")

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = Missing()


def is_column(term: Term) -> bool:
    return isinstance(term, nw.Expr)


def as_column(term: Term) -> nw.Expr:
    """The term as an expression of a stated width: a bare literal of money would be a 32-bit column on some engines."""
    if isinstance(term, nw.Expr):
        return term
    if term is MISSING:
        return nw.lit(None)
    if isinstance(term, bool):
        return nw.lit(term, dtype=nw.Boolean)
    if isinstance(term, int):
        return nw.lit(term, dtype=nw.Int64)
    if isinstance(term, dt.date):
        return nw.lit(term, dtype=nw.Date)
    return nw.lit(term, dtype=nw.String)


def when(condition: Term, then: Term, otherwise: Term) -> Term:
    """`then` where the condition holds, `otherwise` where it does not, missing where nobody knows."""
    if is_column(condition):
        # No bare otherwise: a null condition would fall into it, and pay.
        fails = nw.when(~condition).then(as_column(otherwise))
        return nw.when(condition).then(as_column(then)).otherwise(fails)
    if condition is MISSING:
        return MISSING
    return then if condition else otherwise


def least(*amounts: Term) -> Term:
    """The smallest amount; missing if any of them is."""
    return reduce(lambda a, b: when(a <= b, a, b), amounts)


def greatest(*amounts: Term) -> Term:
    """The largest amount; missing if any of them is."""
    return reduce(lambda a, b: when(a >= b, a, b), amounts)


def share(amount: Term, per_million: Term) -> Term:
    """The part of a whole amount at a rate per 1,000,000, rounded half up to a whole, exact in integers.

    Whole millions and the rest are multiplied apart, so that no product passes 64 bits and no division passes 2^53, above
    which Spark's `//` is off by one. Give it names, not other words of the grammar: the amount is written out many times.
    Exact for amounts below 9·10^15 (2^53) and rates below 10^9 (1,000 times the whole).
    """
    millions = amount // MILLION
    rest = amount - millions * MILLION
    return millions * per_million + (rest * per_million + MILLION // 2) // MILLION


def lookup(key: Term, table: Mapping[Any, Term]) -> Term:
    """The entry of the table at the key; missing where the key is, or has no entry."""
    if not is_column(key):
        return MISSING if key is MISSING else table.get(key, MISSING)
    if not table:  # every entry was set aside as unverified
        return nw.lit(None)
    chosen: nw.Expr | None = None
    for entry, amount in table.items():
        here = nw.when(key == as_column(entry)).then(as_column(amount))
        chosen = here if chosen is None else here.otherwise(chosen)
    return chosen
