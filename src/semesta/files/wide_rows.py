"""Payments of sheets whose months stand side by side: people are read once as in any list, and each month beside them.

What is not said is no row: an empty cell is no payment and no missing one. What is said not to be paid is a row of Rp0.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import polars as pl

from semesta.basics.masking import masked_text
from semesta.basics.places import PlaceList
from semesta.basics.problem import Fault, Problem
from semesta.files import row_faults, wide_faults
from semesta.files.frames import schema_of
from semesta.files.grid import Grid, column_letter, shown_cell
from semesta.files.header import header_of
from semesta.files.months_wide import MonthColumn, Wide
from semesta.files.packed import Packed
from semesta.files.rows import Taken, rows_of
from semesta.files.titles import NO_PROFILE
from semesta.files.wide_totals import said_totals
from semesta.tables.payment_marks import MonthCell, month_cell
from semesta.tables.people.participants import TABLE as PARTICIPANTS
from semesta.tables.people.payments import TABLE as PAYMENTS
from semesta.tables.table import ROW, step_column
from semesta.tables.types import DAY, Cell, Reading

_WITHOUT_MONTH = replace(
    PAYMENTS,
    columns=tuple(column for column in PAYMENTS.columns if column.name != "month"),
    key=tuple(name for name in PAYMENTS.key if name != "month"),
)
_AMOUNT = PAYMENTS.column("amount").title.id
_PAID = ("amount", "day", "paid")
_MAY_TELL_WHO = re.compile(r"[^\W\d_]|(?:[0-9][ .-]?){10}")
_FAULTS = {"unreadable": wide_faults.UNREADABLE, "cross": wide_faults.ONLY_CROSSES}


def says_who(grid: Grid, wide: Wide) -> bool:
    """Whether the sheet has, beside its months, a column that tells whose they are."""
    found = header_of(_people(grid, wide), _WITHOUT_MONTH)
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
    """What each month gave; problems come with the first."""
    sheet = _Sheet(grid, wide, today)
    if any(month.year is None for month in wide.months):
        yield sheet.without_year()
        return
    people = _people(grid, wide)
    header = header_of(people, _WITHOUT_MONTH, titles)
    assert header is not None
    found = rows_of(people, header, _WITHOUT_MONTH, today=today, places=places, place=place, progress=progress)
    taken = [sheet.taken(found, month) for month in sheet.months]
    paid = {month.index: one.frame for month, one in zip(sheet.months, taken, strict=True)}
    said = [*found.problems, *(problem for one in taken for problem in one.problems), *sheet.said_twice()]
    said += said_totals(grid, wide, paid) if not sheet.twice else []
    for number, one in enumerate(taken or [sheet.nothing()]):
        yield replace(one, problems=() if number else tuple(said))


def with_last_month(grid: Grid, wide: Wide) -> tuple[Grid, list[Problem]]:
    """A list of participants with the last month that each is said to have paid in a column of its own behind the others.

    And what is to be said of its months.
    """
    sheet = _Sheet(grid, wide)
    unknown = [m for m in wide.months if m.year is None][:1]
    problems = [sheet.at_header(month, wide_faults.LAST_MONTH_UNKNOWN) for month in unknown] or sheet.said_twice()
    last: list[Cell] = [None] * grid.height
    for month in sorted((m for m in sheet.months if m.year is not None), key=lambda m: m.code):
        for row, said in enumerate(sheet.cells(month.index)):
            if said is not None and said.kind in _PAID:
                last[row] = month.code
    last[wide.row] = PARTICIPANTS.column("active_until").title.id
    bare = _without_months(grid, wide)
    return replace(bare, columns=[*bare.columns, Packed(last)]), problems


class _Sheet:
    """A sheet with months; what its cells say, column by column."""

    def __init__(self, grid: Grid, wide: Wide, today: dt.date = dt.date.max) -> None:
        self.grid, self.wide, self.today = grid, wide, today
        codes = Counter((month.code, month.programme) for month in wide.months)
        self.months = [m for m in wide.months if m.year is None or codes[m.code, m.programme] == 1]
        self.twice = [m for m in wide.months if m not in self.months]
        self._cells: dict[int, list[MonthCell | None]] = {}
        kinds = {said.kind for month in wide.months for said in self.cells(month.index) if said}
        # Beside ticks or amounts a cross is what is not paid; alone nobody can tell.
        self.cross_is_unpaid = bool(kinds & set(_PAID))
        prices = self.cells(wide.price) if wide.price is not None else []
        self.prices = [said.value if said and said.kind == "amount" else None for said in prices] or [
            None
        ] * grid.height

    def cells(self, index: int) -> list[MonthCell | None]:
        """What each cell of a column says; nothing down to the header."""
        if index not in self._cells:
            written = self.grid.columns[index][self.wide.row + 1 :]
            known = {cell: month_cell(cell) for cell in set(written)}
            self._cells[index] = [*[None] * (self.wide.row + 1), *(known[cell] for cell in written)]
        return self._cells[index]

    # ---- a month

    def taken(self, people: Taken, month: MonthColumn) -> Taken:
        """The rows of those of whom something is said, what their ticks and noughts stand for, and what is wrong with cells."""
        cells, days = self.cells(month.index), self._days(month)
        rows = people.frame[ROW].to_list()
        said = [self._said(cells[row - 1]) for row in rows]
        kept = [
            n for n, (row, one) in enumerate(zip(rows, said, strict=True))
            if (one is not None and one.kind not in _FAULTS) or days.get(row) is not None
        ]  # fmt: skip
        amounts = [self._amount(said[n], rows[n]) for n in kept]
        paid_on = [self._paid_on(said[n], days.get(rows[n])) for n in kept]
        frame = people.frame[kept].with_columns(
            pl.Series("amount", [amount for amount, _ in amounts], dtype=pl.Int64),
            pl.Series(step_column("amount"), [step for _, step in amounts], dtype=pl.Float64),
            pl.Series("paid_on", paid_on, dtype=pl.Date),
            pl.lit(month.code).alias("month"),
        )
        if month.programme:
            frame = frame.with_columns(programmes=pl.lit(month.programme))
        problems = tuple(self._problems(month, rows, said, days))
        columns = {name: placed for name, placed in people.columns.items() if name != "amount"}
        set_aside = 0 if rows else sum(one is not None for one in cells)
        return Taken(frame.select(schema_of(PAYMENTS).keys()), problems, frame.height + set_aside, (), columns)

    def _said(self, cell: MonthCell | None) -> MonthCell | None:
        return MonthCell("unpaid") if cell and cell.kind == "cross" and self.cross_is_unpaid else cell

    def _amount(self, said: MonthCell | None, row: int) -> tuple[int | None, float | None]:
        """Rupiah and the unit of its last digit; a tick or a day stands for the price of a month, if that is said."""
        if said is not None and said.kind == "unpaid":
            return 0, 1.0
        if said is not None and isinstance(said.value, int):
            return said.value, said.step
        price = self.prices[row - 1]
        return (price, 1.0) if isinstance(price, int) else (None, None)

    def _days(self, month: MonthColumn) -> dict[int, Reading | Fault]:
        """By row what the column of days beside a month says."""
        if month.paid_on is None:
            return {}
        first = self.wide.row + 1
        written = self.grid.columns[month.paid_on][first:]
        known = {cell: DAY.read(cell) for cell in set(written) if month_cell(cell) is not None}
        return {first + n + 1: known[cell] for n, cell in enumerate(written) if cell in known}

    def _paid_on(self, said: MonthCell | None, beside: Reading | Fault | None) -> dt.date | None:
        day = beside.value if isinstance(beside, Reading) else said.value if said is not None else None
        return day if isinstance(day, dt.date) and day <= self.today else None

    # ---- what is wrong

    def _problems(
        self,
        month: MonthColumn,
        rows: Sequence[int],
        said: Sequence[MonthCell | None],
        days: Mapping[int, Reading | Fault],
    ) -> Iterator[Problem]:
        """Cells of people under the month, or under the days beside it, that say nothing known, or something doubtful."""
        for row, cell in zip(rows, said, strict=True):
            if cell is not None and (fault := self._fault(cell)) is not None:
                yield self._at(row, month.index, month, fault)
            beside = days.get(row)
            if month.paid_on is not None and beside is not None and (fault := self._fault_of_day(beside)) is not None:
                yield self._at(row, month.paid_on, month, fault)

    def _fault(self, cell: MonthCell) -> Fault | None:
        is_ahead = isinstance(cell.value, dt.date) and cell.value > self.today
        return row_faults.FUTURE_DATE if is_ahead else _FAULTS.get(cell.kind, cell.remark)

    def _fault_of_day(self, day: Reading | Fault) -> Fault | None:
        if isinstance(day, Fault):
            return day
        is_ahead = isinstance(day.value, dt.date) and day.value > self.today
        return row_faults.FUTURE_DATE if is_ahead else day.remark

    def _at(self, row: int, index: int, month: MonthColumn, fault: Fault) -> Problem:
        cell = shown_cell(self.grid.columns[index][row - 1])
        # What stands there without being an amount may be a name.
        shown = masked_text(cell) if fault is wide_faults.UNREADABLE and _MAY_TELL_WHO.search(cell) else cell
        return Problem(self.grid.file, self.grid.sheet, row, column_letter(index), month.title, shown, fault)

    def said_twice(self) -> list[Problem]:
        return [self.at_header(month, wide_faults.SAME_MONTH) for month in self.twice]

    def without_year(self) -> Taken:
        """Nothing, with how many payments are lost by it."""
        lost = sum(said is not None for month in self.wide.months for said in self.cells(month.index))
        fault = wide_faults.year_unknown(self.wide.years)
        return replace(self.nothing(), problems=(self.at_header(self.wide.months[0], fault),), read=lost)

    def nothing(self) -> Taken:
        return Taken(pl.DataFrame(schema=schema_of(PAYMENTS)), (), 0, ())

    def at_header(self, month: MonthColumn, fault: Fault) -> Problem:
        return self._at(self.wide.top + 1, month.index, month, fault)


# ---- the sheet without its months


def _people(grid: Grid, wide: Wide) -> Grid:
    """The sheet with its people and one empty column of amounts, by which it is a list of payments."""
    bare = _without_months(grid, wide)
    columns = list(bare.columns)
    rest = grid.height - wide.row - 1
    columns[wide.months[0].index] = Packed([*[None] * wide.row, _AMOUNT, *[None] * rest])
    return replace(bare, columns=columns)


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
