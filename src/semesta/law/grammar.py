"""The words rules are written in: each works on plain values and on columns alike.

`+ − ×`, comparisons and `&` `|` `~` are Python's own. Missing in, missing out, by the logic of SQL: a missing part makes the
whole missing unless the rest already decides it (`False & missing` is False; `lookup` and `when` look only at the branch
they choose). Plain values are ordinary Python and the reference; columns are those of `law/column.py`.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from functools import reduce
from typing import Any, Final, TypeAlias

from semesta.law.column import Column
from semesta.law.missing import MISSING, Missing
from semesta.law.on_columns import chosen, extreme, looked_up, part

__all__ = ["MILLION", "MISSING", "Missing", "Term", "greatest", "least", "lookup", "share", "when"]

# An int, str, bool or MISSING, or a column: rules are written once for all of them.
Term: TypeAlias = Any

MILLION: Final = 1_000_000


def when(condition: Term, then: Term, otherwise: Term) -> Term:
    """`then` where the condition holds, `otherwise` where it does not, missing where nobody knows."""
    if isinstance(condition, Column):
        return chosen(when, condition, then, otherwise)
    if condition is MISSING:
        return MISSING
    return then if condition else otherwise


def least(*amounts: Term) -> Term:
    """The smallest amount; missing if any of them is."""
    return reduce(_lesser, amounts)


def greatest(*amounts: Term) -> Term:
    """The largest amount; missing if any of them is."""
    return reduce(_greater, amounts)


def _lesser(one: Term, other: Term) -> Term:
    if isinstance(one, Column) or isinstance(other, Column):
        return extreme(_lesser, one, other, operator.gt)
    return when(one <= other, one, other)


def _greater(one: Term, other: Term) -> Term:
    if isinstance(one, Column) or isinstance(other, Column):
        return extreme(_greater, one, other, operator.lt)
    return when(one >= other, one, other)


def share(amount: Term, per_million: Term) -> Term:
    """The part of a whole amount at a rate per 1,000,000, rounded half up to a whole, exact in integers.

    Exact for amounts below 9·10^15 (2^53) and rates below 10^9 (1,000 times the whole): columns have 64 bits.
    """
    if isinstance(amount, Column) or isinstance(per_million, Column):
        return part(share, amount, per_million)
    return (amount * per_million + MILLION // 2) // MILLION


def lookup(key: Term, table: Mapping[Any, Term]) -> Term:
    """The entry of the table at the key; missing where the key is, or has no entry."""
    if isinstance(key, Column):
        return looked_up(lookup, key, table)
    return MISSING if key is MISSING else table.get(key, MISSING)
