"""Payments of sheets whose months stand side by side: each month is read like a list of its own, at its own cells.

So whoever paid is read and checked as in any list, and problems stand where the sheet has them. What is not said is no row: an
empty cell is no payment and no missing one. What is said not to be paid is a row of Rp0.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from semesta.basics.masking import masked_text
from semesta.basics.places import PlaceList
from semesta.basics.problem import Fault, Problem
from semesta.basics.shown import rupiah
from semesta.files import wide_faults
from semesta.files.frames import schema_of
from semesta.files.grid import Grid, column_letter, is_blank, shown_cell
from semesta.files.header import NO_PROFILE, header_of
from semesta.files.months_wide import MonthColumn, Wide
from semesta.files.packed import Packed
from semesta.files.rows import Taken, rows_of
from semesta.tables.number_types import RUPIAH
from semesta.tables.payment_marks import Kind, kind_of
from semesta.tables.people.participants import TABLE as PARTICIPANTS
from semesta.tables.people.payments import TABLE as PAYMENTS
from semesta.tables.table import ROW, step_column
from semesta.tables.types import Cell, Reading

_WITHOUT_MONTH = replace(
    PAYMENTS,
    columns=tuple(column for column in PAYMENTS.columns if column.name != "month"),
    key=tuple(name for name in PAYMENTS.key if name != "month"),
)
_AMOUNT, _PAID_ON = PAYMENTS.column("amount").title.id, PAYMENTS.column("paid_on").title.id
_LEAST_TOTAL = 1_000
"""Rupiah: a smaller total counts months."""


def says_who(grid: Grid, wide: Wide) -> bool:
    """Whether the sheet has, beside its months, a column that tells whose they are."""
    found = header_of(_Month(_Sheet(grid, wide), wide.months[0]).grid, _WITHOUT_MONTH)
    return found is not None and bool({"participant_id", "kpj", "nik"} & set(found.columns))


def payments_of(
    grid: Grid,
    wide: Wide,
    *,
    today: dt.date,
    places: PlaceList,
    place: str = "",
    titles: Mapping[str, str] = NO_PROFILE,
    progress: Callable[[float], None] = lambda share: None,
) -> Iterator[Taken]:
    """What each month gave. What is wrong with the people is said once, with the first."""
    sheet = _Sheet(grid, wide)
    if any(month.year is None for month in wide.months):
        yield sheet.without_year()
        return
    said: dict[Problem, None] = {}
    taken: list[Taken] = []
    for number, month in enumerate(sheet.months, start=1):
        one = _Month(sheet, month)
        header = header_of(one.grid, _WITHOUT_MONTH, titles)
        assert header is not None
        found = rows_of(one.grid, header, _WITHOUT_MONTH, today=today, places=places, place=place)
        taken.append(one.taken(found))
        said |= dict.fromkeys([*map(one.at_home, found.problems), *one.own_problems(found.frame[ROW])])
        progress(number / len(sheet.months))
    said |= dict.fromkeys([*sheet.said_twice(), *sheet.said_totals(taken)])
    first, *others = taken or [sheet.nothing()]
    yield replace(first, problems=tuple(said))
    yield from others


def with_last_month(grid: Grid, wide: Wide) -> Grid:
    """A list of participants with the last month that each is said to have paid in a column of its own behind the others."""
    sheet = _Sheet(grid, wide)
    last: list[Cell] = [None] * grid.height
    for month in sorted((m for m in sheet.months if m.year is not None), key=lambda m: m.code):
        for row, kind in enumerate(sheet.kinds(month.index)):
            if row > wide.row and kind in ("amount", "day", "paid"):
                last[row] = month.code
    last[wide.row] = PARTICIPANTS.column("active_until").title.id
    return replace(_without_months(grid, wide), columns=[*_without_months(grid, wide).columns, Packed(last)])


class _Sheet:
    """A sheet with months; what its cells say, column by column."""

    def __init__(self, grid: Grid, wide: Wide) -> None:
        self.grid, self.wide = grid, wide
        self.bare = _without_months(grid, wide)
        codes = Counter((month.code, month.programme) for month in wide.months)
        self.months = [m for m in wide.months if m.year is None or codes[m.code, m.programme] == 1]
        self.twice = [m for m in wide.months if m not in self.months]
        self._kinds: dict[int, list[Kind | None]] = {}
        self.cross: Kind = self._meaning_of_crosses()
        self.prices = _amounts(grid.columns[wide.price]) if wide.price is not None else [None] * grid.height

    def kinds(self, index: int) -> list[Kind | None]:
        """What each cell of a column says; nothing down to the header."""
        if index not in self._kinds:
            cells = self.grid.columns[index][self.wide.row + 1 :]
            known = {cell: kind_of(cell) for cell in set(cells)}
            self._kinds[index] = [*[None] * (self.wide.row + 1), *(known[cell] for cell in cells)]
        return self._kinds[index]

    def _meaning_of_crosses(self) -> Kind:
        """Beside ticks or amounts a cross is what is not paid; alone nobody can tell."""
        said = {kind for month in self.wide.months for kind in self.kinds(month.index)}
        return "unpaid" if said & {"paid", "amount", "day"} else "cross"

    def without_year(self) -> Taken:
        """Nothing, with how many payments are lost by it."""
        lost = sum(kind is not None for month in self.wide.months for kind in self.kinds(month.index))
        fault = wide_faults.year_unknown(self.wide.years)
        return replace(self.nothing(), problems=(self._at_header(self.wide.months[0], fault),), read=lost)

    def nothing(self) -> Taken:
        return Taken(pl.DataFrame(schema=schema_of(PAYMENTS)), (), 0, ())

    def said_twice(self) -> list[Problem]:
        return [self._at_header(month, wide_faults.SAME_MONTH) for month in self.twice]

    def _at_header(self, month: MonthColumn, fault: Fault) -> Problem:
        letter = column_letter(month.index)
        return Problem(
            self.grid.file, self.grid.sheet, self.wide.top + 1, letter, month.title, shown_cell(month.title), fault
        )

    # ---- totals

    def said_totals(self, taken: Sequence[Taken]) -> Iterator[Problem]:
        """Totals of people that are neither those of all their months nor of those since the total before."""
        if not self.wide.totals or not taken or self.twice:
            return
        paid = {month.index: _by_row(one.frame) for month, one in zip(self.months, taken, strict=True)}
        people = sorted({row for amounts in paid.values() for row in amounts})
        after = -1
        for index, title in self.wide.totals:
            if "bln" not in title.lower() and "bulan" not in title.lower():
                since = [amounts for at, amounts in paid.items() if after < at < index]
                yield from self._differing(index, title, people, list(paid.values()), since)
            after = index

    def _differing(
        self,
        index: int,
        title: str,
        people: Sequence[int],
        every: Sequence[Mapping[int, int | None]],
        since: Sequence[Mapping[int, int | None]],
    ) -> Iterator[Problem]:
        totals = _amounts(self.grid.columns[index])
        for row in people:
            total, sums = totals[row - 1], [_sum(months, row) for months in (since, every)]
            if total is None or total < _LEAST_TOTAL or None in sums or total in sums:
                continue
            shown = f"{rupiah(total, 'id')} ≠ {rupiah(sums[1] or 0, 'id')}"
            letter = column_letter(index)
            yield Problem(self.grid.file, self.grid.sheet, row, letter, title, shown, wide_faults.TOTAL_DIFFERS)


@dataclass
class _Month:
    """One month of a sheet as a list of its own, its cells where they were."""

    sheet: _Sheet
    month: MonthColumn

    def __post_init__(self) -> None:
        sheet, month = self.sheet, self.month
        self.kinds = [sheet.cross if kind == "cross" else kind for kind in sheet.kinds(month.index)]
        cells = sheet.grid.columns[month.index]
        self.behind = len(sheet.bare.columns)
        columns = list(sheet.bare.columns)
        columns[month.index] = self._kept(cells, "amount", _AMOUNT)
        days = cells if month.paid_on is None else sheet.grid.columns[month.paid_on]
        paid_on = self._kept(days, "day", _PAID_ON) if month.paid_on is None else self._titled(days, _PAID_ON)
        if month.paid_on is None:
            columns.append(paid_on)
        else:
            columns[month.paid_on] = paid_on
        self.grid = replace(sheet.bare, columns=columns)

    def _kept(self, cells: Sequence[Cell], kind: Kind, title: str) -> Packed:
        kept = [cell if said == kind else None for cell, said in zip(cells, self.kinds, strict=True)]
        return self._titled(kept, title)

    def _titled(self, cells: Sequence[Cell], title: str) -> Packed:
        row = self.sheet.wide.row
        return Packed([*[None] * row, title, *cells[row + 1 :]])

    def taken(self, found: Taken) -> Taken:
        """The rows of those of whom something is said, with the month and what a tick or a nought stands for."""
        kind = pl.Series("_kind", self.kinds, dtype=pl.String)
        said = found.frame.with_columns(
            _kind=kind.gather(found.frame[ROW] - 1), _price=self._prices().gather(found.frame[ROW] - 1)
        ).filter(self._is_said())
        amount = (
            pl.when(pl.col("_kind") == "unpaid")
            .then(pl.lit(0, pl.Int64))
            .when(pl.col("_kind").is_in(["paid", "day"]) | pl.col("_kind").is_null())
            .then(pl.col("_price"))
            .otherwise(pl.col("amount"))
        )
        frame = said.with_columns(
            pl.lit(self.month.code).alias("month"),
            amount.alias("amount"),
            pl.when(amount.is_not_null()).then(pl.coalesce(step_column("amount"), 1.0)).alias(step_column("amount")),
        )
        if self.month.programme:
            frame = frame.with_columns(programmes=pl.lit(self.month.programme))
        frame = frame.select(schema_of(PAYMENTS).keys())
        set_aside = 0 if found.frame.height else sum(kind is not None for kind in self.kinds)
        return replace(found, frame=frame, problems=(), read=frame.height + set_aside)

    def _is_said(self) -> pl.Expr:
        told = pl.col("_kind").is_in(["day", "paid", "unpaid"])
        told |= (pl.col("_kind") == "amount") & pl.col("amount").is_not_null()
        if self.month.paid_on is not None:
            told |= pl.col("_kind").is_null() & pl.col("paid_on").is_not_null()
        return told

    def _prices(self) -> pl.Series:
        return pl.Series("_price", self.sheet.prices, dtype=pl.Int64)

    def at_home(self, problem: Problem) -> Problem:
        """A problem with the month's own title, at the month's own column where the day was taken out of it."""
        own = column_letter(self.month.index)
        if problem.column not in (own, column_letter(self.behind)):
            return problem
        return replace(problem, column=own, header=self.month.title)

    def own_problems(self, people: pl.Series) -> Iterator[Problem]:
        """Cells of people under the month that say nothing known."""
        faults = {"unreadable": wide_faults.UNREADABLE, "cross": wide_faults.ONLY_CROSSES}
        for row in people:
            if (fault := faults.get(self.kinds[row - 1] or "")) is not None:
                cell = self.sheet.grid.columns[self.month.index][row - 1]
                shown = masked_text(shown_cell(cell))
                letter = column_letter(self.month.index)
                yield Problem(self.grid.file, self.grid.sheet, row, letter, self.month.title, shown, fault)


def _without_months(grid: Grid, wide: Wide) -> Grid:
    """The sheet without its months and what adds them up, nor the titles over them."""
    empty = Packed([None] * grid.height)
    columns = [
        empty if index in wide.own else _without_titles(column, wide, index)
        for index, column in enumerate(grid.columns)
    ]
    spread = [area for area in grid.merged if area[0][0] > wide.row or not _spans(area, wide.own)]
    return replace(grid, columns=columns, merged=spread)


def _without_titles(column: Sequence[Cell], wide: Wide, index: int) -> Sequence[Cell]:
    """A column between the months of which nothing is read loses its title: in a block of a month it is no column of its own."""
    first, last = min(m.index for m in wide.months), max(m.index for m in wide.months)
    if wide.row == wide.top or not first < index <= last:
        return column
    return Packed([*[None] * (wide.row + 1), *column[wide.row + 1 :]])


def _spans(area: tuple[tuple[int, int], tuple[int, int]], columns: frozenset[int]) -> bool:
    (_, left), (_, right) = area
    return any(left <= index <= right for index in columns)


def _amounts(cells: Sequence[Cell]) -> list[int | None]:
    """Whole rupiah of each cell; None where it is none."""
    known = {cell: _amount(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _amount(cell: Cell) -> int | None:
    found = None if is_blank(cell) else RUPIAH.read(cell)
    return found.value if isinstance(found, Reading) and isinstance(found.value, int) else None


def _by_row(frame: pl.DataFrame) -> dict[int, int | None]:
    return dict(frame.select(ROW, "amount").iter_rows())


def _sum(months: Sequence[Mapping[int, int | None]], row: int) -> int | None:
    """What a person paid in all; None where of a month it is not known how much."""
    amounts = [amounts[row] for amounts in months if row in amounts]
    return None if any(amount is None for amount in amounts) else sum(a or 0 for a in amounts)
