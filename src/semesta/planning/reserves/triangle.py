"""Claims by the period of the event and the periods until they were reported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from semesta.basics.period import Period
from semesta.basics.words import Words, joined
from semesta.planning.reserves.cases import Cases, end_of, month_of, start_of

RIPE = 24
"""Months of events below which a scheme is too young for its development to be known."""
ENOUGH = 100
"""Cases below which single ones decide."""
STEPS = (1, 3, 12)
"""Months that a period may have: months, quarters, years."""


@dataclass(frozen=True)
class Triangle:
    """Rupiah of one programme and segment; rows are periods of events, columns periods until the report, the event's own first.

    amounts: adds up along a row; what lies after `until` is nan.
    step: months of a period. Periods are counted back from `until`, so that only the first may have fewer months.
    first: the first day of the first month with an event; months: how many until `until`.
    since: the first month of any report in the list: where events are older, their early reports may be missing from it.
    """

    programme: str
    segment: str
    first: dt.date
    until: dt.date
    step: int
    amounts: NDArray[np.float64]
    cases: int
    since: dt.date

    @property
    def months(self) -> int:
        return month_of(self.until) - month_of(self.first) + 1

    @property
    def size(self) -> int:
        return len(self.amounts)

    @property
    def latest(self) -> NDArray[np.float64]:
        """Rupiah reported until `until` of each period of events."""
        found: NDArray[np.float64] = np.flip(self.amounts, axis=1).diagonal()
        return found

    @property
    def reported(self) -> int:
        return round(float(self.latest.sum()))

    def period(self, row: int) -> Period:
        """The months of the events of a row."""
        last = month_of(self.until) - self.step * (self.size - 1 - row)
        return Period(start_of(max(last - self.step + 1, month_of(self.first))), end_of(last))

    def by(self, step: int) -> Triangle:
        """The same claims in longer periods, whole multiples of these."""
        times = step // self.step
        if times == 1:
            return self
        added = np.nan_to_num(np.diff(self.amounts, axis=1, prepend=0))
        events, lags = np.nonzero(added)
        size = -(-self.size // times)
        of_event, of_report = (size - 1 - (self.size - 1 - n) // times for n in (events, events + lags))
        joined = _cumulative(of_event, of_report - of_event, added[events, lags], size)
        return Triangle(self.programme, self.segment, self.first, self.until, step, joined, self.cases, self.since)

    def within(self, most: int) -> Triangle:
        """In the shortest periods of which there are at most so many; in years where there are more even of those."""
        fits = (step for step in STEPS if step >= self.step and -(-self.months // step) <= most)
        return self.by(next(fits, STEPS[-1]))

    @property
    def doubts(self) -> tuple[Words, ...]:
        """Why its development should not be relied on; empty where there is no such reason. Each begins with its mark."""
        found = []
        if self.months < RIPE:
            found.append(
                Words(
                    f"belum matang: baru {self.months} bulan kejadian, perlu {RIPE}",
                    f"immature: {self.months} months of events, {RIPE} are needed",
                )
            )
        if self.cases < ENOUGH:
            found.append(
                Words(
                    f"kecil: {self.cases} kasus, di bawah {ENOUGH} satu kasus menentukan",
                    f"small: {self.cases} cases, below {ENOUGH} a single one decides",
                )
            )
        return tuple(found)

    @property
    def mark(self) -> Words:
        """The doubts in a word or two, to stand at every figure; empty where there is none."""
        found = [Words("belum matang", "immature")] if self.months < RIPE else []
        found += [Words("kecil", "small")] if self.cases < ENOUGH else []
        return joined(found, ", ")

    @property
    def has_older_events(self) -> bool:
        """Whether events lie before the list's first report by more than a season: their early reports may be missing."""
        return month_of(self.since) - month_of(self.first) >= 3


def triangles(cases: Cases) -> tuple[Triangle, ...]:
    """By month, one for each programme and segment that has cases; an order of rows changes nothing."""
    return tuple(_triangles(cases))


def _triangles(cases: Cases) -> Iterator[Triangle]:
    last = month_of(cases.until)
    for (programme, segment), rows in cases.rows.group_by("programme", "segment", maintain_order=True):
        cells = rows.group_by("event", "report").agg(pl.col("amount").sum())
        events, reports = cells["event"].to_numpy(), cells["report"].to_numpy()
        first = int(events.min())
        amounts = _cumulative(events - first, reports - events, cells["amount"].to_numpy(), last - first + 1)
        count = _claims(rows["id"])
        yield Triangle(str(programme), str(segment), start_of(first), cases.until, 1, amounts, count, cases.since)


def _claims(ids: pl.Series) -> int:
    """How many claims these rows are: one that was paid in several rows counts once."""
    return ids.drop_nulls().n_unique() + ids.null_count()


def _cumulative(
    rows: NDArray[np.int64], columns: NDArray[np.int64], amounts: NDArray[np.float64], size: int
) -> NDArray[np.float64]:
    """Amounts put in their cells, added up along each row; nan where it is not known yet."""
    added = np.zeros((size, size))
    np.add.at(added, (rows, columns), amounts)
    found = added.cumsum(axis=1)
    event, lag = np.indices((size, size))
    found[event + lag >= size] = np.nan
    return found
