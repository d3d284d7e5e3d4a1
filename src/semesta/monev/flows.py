"""Money and cases over periods: a period is given, or exactly tiled by given ones; nothing is annualised."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import polars as pl

from semesta.basics import shown
from semesta.basics.period import Period, joined
from semesta.basics.words import Words
from semesta.monev.cube import Cell, Codes, Cube, Tree
from semesta.monev.figure import Figure, total

PERIOD = 0
"""Position of the period among a flow cell's labels."""
PERIODS_NAMED = 3


def with_period(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `period` filled from year and month where it is empty (String, ISO 8601)."""
    if "year" not in frame.columns:
        return frame
    month = pl.col("month") if "month" in frame.columns else pl.lit(None, pl.Int64)
    year = pl.col("year").cast(pl.String)
    made = pl.when(month.is_null()).then(year).otherwise(year + "-" + month.cast(pl.String).str.zfill(2))
    return frame.with_columns(pl.coalesce("period", made).alias("period"))


def known_by(frame: pl.DataFrame, as_of: dt.date) -> pl.DataFrame:
    """The rows whose period had begun on that day; with an unstated start, had ended."""

    def known(code: str) -> bool:
        period = Period.parse(code)
        return (period.start or period.end) <= as_of

    codes = frame.get_column("period").unique().drop_nulls()
    return frame.filter(pl.col("period").is_in([c for c in codes if known(c)]) | pl.col("period").is_null())


class Flow:
    """The cells of one flow table, by codes and period."""

    def __init__(self, dims: Mapping[str, Tree], cells: Iterable[Cell]) -> None:
        self.cube = Cube(dims, list(cells))

    def periods(self, codes: Codes) -> list[str]:
        """The periods that can be spoken of at a node, the latest and of those the longest first.

        Every period given there, and each unbroken run of months within a calendar year.
        """
        given = {cell.labels[PERIOD] for cell in self.cube.within(codes)}
        return latest_first(given | set(runs_of_months(given)))

    def at(self, codes: Codes, period: str) -> Figure | None:
        """What the table comes to at a node over a period; None when nothing there is known of it."""
        within = self.cube.within(codes)
        top = self.cube.maximal(self._over(within, period))
        if not top:
            return None
        if self.cube.overlapping(top):
            return Figure(None, tuple(top), period=period)
        elsewhen = self._known_elsewhen(within, top, period)
        return total(top, period).marked(["partial"], [_left_out(elsewhen)]) if elsewhen else total(top, period)

    def _known_elsewhen(self, within: Sequence[Cell], top: Sequence[Cell], period: str) -> list[Cell]:
        """Of the cells within a node those that the total leaves out: their periods overlap the one asked for but do not make it up."""
        wanted, known = Period.parse(period), {cell.codes for cell in top}
        others = [
            cell for cell in within if cell.codes not in known and Period.parse(cell.labels[PERIOD]).overlaps(wanted)
        ]
        return [cell for cell in self.cube.maximal([*top, *others]) if cell.codes not in known] if others else []

    def cells_over(self, codes: Codes, period: str) -> list[Cell]:
        """Every cell within a node over a period, totals and parts alike."""
        return self._over(self.cube.within(codes), period)

    def _over(self, cells: Sequence[Cell], period: str) -> list[Cell]:
        by_codes: dict[Codes, list[Cell]] = defaultdict(list)
        for cell in cells:
            by_codes[cell.codes].append(cell)
        whole = (tiled(group, period) for group in by_codes.values())
        return [cell for cell in whole if cell is not None]

    @cached_property
    def is_empty(self) -> bool:
        return not self.cube.cells


def _left_out(cells: Sequence[Cell]) -> Words:
    """ "belum termasuk rincian yang hanya diketahui untuk Januari–November 2024"."""
    codes = latest_first({cell.labels[PERIOD] for cell in cells})[:PERIODS_NAMED]
    return Words(
        "belum termasuk rincian yang hanya diketahui untuk " + "; ".join(shown.period(c, "id") for c in codes),
        "without parts that are known only for " + "; ".join(shown.period(c, "en") for c in codes),
    )


def tiled(cells: Sequence[Cell], period: str) -> Cell | None:
    """One cell over the period: the one given, or the sum of those that cover it exactly; None where a part is unknown."""
    given = next((c for c in cells if c.labels[PERIOD] == period), None)
    if given is not None:
        return given
    wanted = Period.parse(period)
    if wanted.start is None:
        return None
    by_unit: dict[tuple[str, ...], list[Cell]] = defaultdict(list)
    for cell in cells:
        if lies_in(cell.labels[PERIOD], wanted):
            by_unit[cell.labels[PERIOD + 1 :]].append(cell)
    whole = (_added_up(without_contained(inside), wanted) for inside in by_unit.values())
    return next((cell for cell in whole if cell is not None), None)


def _added_up(tiles: Sequence[Cell], wanted: Period) -> Cell | None:
    """The sum of tiles of one unit of cases, if they cover the period exactly."""
    if not wanted.tiled_by(Period.parse(c.labels[PERIOD]) for c in tiles):
        return None
    return replace(
        tiles[0],
        amount=sum(c.amount for c in tiles),
        upper=sum(c.upper for c in tiles),
        step=sum(c.step for c in tiles if c.step > 1),
        ref=tuple(r for c in tiles for r in c.ref),
        sources=tuple(dict.fromkeys(s for c in tiles for s in c.sources)),
        labels=(wanted.code, *tiles[0].labels[1:]),
    )


def lies_in(code: str, wanted: Period) -> bool:
    period = Period.parse(code)
    return (
        period.start is not None
        and wanted.start is not None
        and wanted.start <= period.start
        and period.end <= wanted.end
    )


def without_contained(cells: Sequence[Cell]) -> list[Cell]:
    """The cells whose period lies in no other's: a given year wins over its months."""
    periods = {c.labels[PERIOD]: Period.parse(c.labels[PERIOD]) for c in cells}
    return [
        c
        for c in cells
        if not any(code != c.labels[PERIOD] and lies_in(c.labels[PERIOD], p) for code, p in periods.items())
    ]


def runs_of_months(codes: Iterable[str]) -> list[str]:
    """Each unbroken run of two or more months of one calendar year, as one period."""
    months = sorted(p for p in map(Period.parse, codes) if p.months == 1)
    runs: list[list[Period]] = []
    for month in months:
        same_year = runs and runs[-1][-1].end.year == month.end.year
        if same_year and joined([runs[-1][-1], month]):
            runs[-1].append(month)
        else:
            runs.append([month])
    return [p.code for run in runs if len(run) > 1 and (p := joined(run))]


def latest_first(codes: Iterable[str]) -> list[str]:
    """Periods by their end, the latest first; of those that end together the longest first."""
    return sorted(codes, key=lambda c: _order(Period.parse(c)))


def _order(period: Period) -> tuple[int, int]:
    return -period.end.toordinal(), (period.start or dt.date.min).toordinal()
