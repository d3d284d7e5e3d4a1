"""Columns that add up the months of a payment sheet, held against those months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from semesta.basics.problem import Problem
from semesta.basics.shown import rupiah
from semesta.files import wide_faults
from semesta.files.grid import Grid, column_letter
from semesta.files.months_wide import Wide
from semesta.tables.payment_marks import month_cell
from semesta.tables.table import ROW

_LEAST = 1_000
"""Rupiah: a smaller total counts months."""

Paid = Mapping[int, int | None]
"""By row what was paid for a month; None where it is not said how much."""


def said_totals(grid: Grid, wide: Wide, paid: Mapping[int, pl.DataFrame]) -> Iterator[Problem]:
    """Totals of people that are neither those of all their months nor of those since the total before.

    Args:
        paid: by column the payments of each month, with `amount` and the row each stands in.
    """
    of_months: dict[int, Paid] = {index: dict(frame.select(ROW, "amount").iter_rows()) for index, frame in paid.items()}
    people = sorted({row for amounts in of_months.values() for row in amounts})
    after = -1
    for index, title in wide.totals:
        if "bln" not in title.lower() and "bulan" not in title.lower():
            since = [amounts for at, amounts in of_months.items() if after < at < index]
            for row, total, sum_of_months in _differing(grid, index, people, list(of_months.values()), since):
                shown = f"{rupiah(total, 'id')} ≠ {rupiah(sum_of_months, 'id')}"
                fault = wide_faults.TOTAL_DIFFERS
                yield Problem(grid.file, grid.sheet, row, column_letter(index), title, shown, fault)
        after = index


def _differing(
    grid: Grid, index: int, people: Sequence[int], every: Sequence[Paid], since: Sequence[Paid]
) -> Iterator[tuple[int, int, int]]:
    """Row, total and what all months come to."""
    cells = grid.columns[index]
    known = {cell: month_cell(cell) for cell in {cells[row - 1] for row in people}}
    for row in people:
        said, sums = known[cells[row - 1]], [_sum(months, row) for months in (since, every)]
        total = said.value if said is not None else None
        if isinstance(total, int) and total >= _LEAST and None not in sums and total not in sums:
            yield row, total, sums[1] or 0


def _sum(months: Sequence[Paid], row: int) -> int | None:
    """What a person paid in all; None where of a month it is not known how much."""
    amounts = [amounts[row] for amounts in months if row in amounts]
    return None if any(amount is None for amount in amounts) else sum(a or 0 for a in amounts)
