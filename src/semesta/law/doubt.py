"""Where the values of a column rest on anything that was not verified: on some days, or in some rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from semesta.law.days import NEVER, Days
from semesta.law.rows import Expr, Rows


@dataclass(frozen=True, eq=False)
class Mark:
    """In doubt where the expression is true, which it is on none but these days."""

    expr: Expr
    days: Days


Doubt: TypeAlias = Days | Mark  # a mark where it differs from row to row


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


def doubt_within(rows: Rows, doubt: Doubt, days: Days) -> Doubt:
    within = doubted_on(doubt) & days
    if isinstance(doubt, Days) or within in (NEVER, doubt.days):
        return within if isinstance(doubt, Days) or within == NEVER else doubt
    return Mark(doubt.expr & rows.among(days), within)
