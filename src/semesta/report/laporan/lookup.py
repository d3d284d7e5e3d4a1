"""Finding values quickly, and knowing which of several speaks for a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from semesta.monev.measured import Measured
from semesta.monev.registry import INDICATORS
from semesta.monev.value import Value
from semesta.tables.registry import TABLES

DIMENSIONS = ("place", "office", "group", "segment", "programme", "funding", "benefit", "document", "universe", "basis")
"""What a breakdown keeps equal to its headline. Of stocks the day may differ from row to row: each is dated by its own data."""


def indexed(measured: Measured) -> dict[tuple[str, str], list[Value]]:
    """The values by indicator and place: a nation has hundreds of thousands, and a report asks thousands of times."""
    found: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for value in measured.values:
        found[value.indicator, value.node.place].append(value)
    return found


def latest(values: Iterable[Value], indicator: str) -> Value | None:
    """The headline of a place from its values; of budgets the latest year's with a number, since next year's is often a request."""
    years: dict[str, Value] = {}
    for value in values:
        years.setdefault(value.node.period, value)
    first = next(iter(years.values()), None)
    if first is None or first.value is not None or "budgets" not in INDICATORS[indicator].tables:
        return first
    return next((value for value in years.values() if value.value is not None), first)


def is_stock(indicator: str) -> bool:
    """Whether the indicator is true on a day, not over a period or for a budget year."""
    return all(TABLES[table].moment == "stock" for table in INDICATORS[indicator].tables)
