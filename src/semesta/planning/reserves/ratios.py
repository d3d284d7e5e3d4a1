"""Claims against contributions of the same months: by cash, and by the day of the event with what is not reported yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import polars as pl

from semesta.basics.period import Period
from semesta.basics.places import PlaceList
from semesta.monev.figures import Figures
from semesta.monev.measure import NoDay, NothingUsable, default_place
from semesta.monev.value import Node
from semesta.planning.estimate import Estimate
from semesta.planning.reserves.cases import SCHOLARSHIP, Cases, month_of
from semesta.planning.reserves.mack import Developed
from semesta.planning.reserves.triangle import Triangle
from semesta.tables.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Earned:
    """Whole rupiah of contributions of one programme and segment over whole months."""

    period: Period
    amount: int
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ratio:
    """Of the months of `earned`, in whole rupiah: what was paid in them, and what their events have brought and will bring.

    paid: of any event, scholarships among it; None where the list holds no day of payment at all. reported: of their events. unreported: range of 90 %; None where not known.
    scholarships_paid: of their events; scholarships: still to be paid of them, at least and at most.
    """

    earned: Earned
    paid: int | None
    reported: int
    unreported: Estimate | None
    scholarships_paid: int = 0
    scholarships: tuple[int, int] | None = None

    @property
    def cash(self) -> float | None:
        return None if self.paid is None else self.paid / self.earned.amount

    @property
    def by_event(self) -> Estimate | None:
        """Reported and not reported yet, and scholarships paid, to contributions; None where the second is not known."""
        if self.unreported is None:
            return None
        known = self.reported + self.scholarships_paid
        return self.unreported.at(lambda amount: (known + amount) / self.earned.amount)

    @property
    def with_scholarships(self) -> tuple[float, float] | None:
        """The central ratio with scholarships still to be paid, at least and at most."""
        if self.by_event is None or self.scholarships is None:
            return None
        least, most = (self.by_event.central + amount / self.earned.amount for amount in self.scholarships)
        return least, most


Key = tuple[str, str]
"""Programme and segment."""


def earned_of(
    dataset: Dataset, cases: Cases, keys: Sequence[Key], places: PlaceList, place: str | None = None
) -> Mapping[Key, Earned]:
    """Contributions of a round, for each programme and segment over the longest months that the list of claims speaks of."""
    only = Dataset({name: frame for name, frame in dataset.frames.items() if name == "contributions"})
    try:
        figures = Figures(only, place or default_place(only, places), cases.until, places)
    except (NothingUsable, NoDay):
        return {}
    found = {key: next(_earned(figures, cases, key), None) for key in keys}
    return {key: earned for key, earned in found.items() if earned is not None}


def _earned(figures: Figures, cases: Cases, key: Key) -> Iterator[Earned]:
    programme, segment = key
    node = Node(place=figures.place, programme=programme, segment=segment, period="")
    flow = figures.amounts.flows["contributions"]
    codes = tuple(getattr(node, name, "") for name in flow.cube.names)
    first, last = cases.months(programme)
    given = [period for period in map(Period.parse, flow.periods(codes)) if period.months and period.start]
    for period in _spans(given):
        assert period.start is not None
        if not first <= month_of(period.start) <= month_of(period.end) <= last:
            continue
        figure = figures.amounts.at("contributions", node.at(period=period.code))
        if figure is not None and figure.amount and "partial" not in figure.status:
            yield Earned(period, int(figure.amount), tuple(figure.sources))


def _spans(given: Sequence[Period]) -> list[Period]:
    """From the start of any of them to the end of any, the longest first and of those the latest."""
    ends = product({one.start for one in given}, {one.end for one in given})
    spans = [Period(start, end) for start, end in ends if start and start <= end]
    return sorted(spans, key=lambda span: (-(span.months or 0), -span.end.toordinal()))


def ratio(
    triangle: Triangle,
    made: Developed | None,
    cases: Cases,
    earned: Earned,
    scholarships: tuple[int, int] | None = None,
) -> Ratio | None:
    """The two ratios of a programme and segment; None where its periods of events do not make up those months.

    Args:
        scholarships: of the events of these months, still to be paid at least and at most.
    """
    assert earned.period.start is not None
    start, end = month_of(earned.period.start), month_of(earned.period.end)
    mine = (pl.col("programme") == triangle.programme) & (pl.col("segment") == triangle.segment)
    paid = cases.paid.filter(mine)
    of_events = cases.rows.filter(mine, pl.col("event").is_between(start, end))
    yearly = paid.filter(pl.col("event").is_between(start, end), pl.col("benefit") == SCHOLARSHIP)
    return Ratio(
        earned,
        int(paid.filter(pl.col("month").is_between(start, end))["amount"].sum()) if cases.has_days_paid else None,
        int(of_events["amount"].sum()),
        None if made is None else _unreported(made, start, end),
        int(yearly["amount"].sum()),
        scholarships,
    )


def _unreported(made: Developed, start: int, end: int) -> Estimate | None:
    """Of the events of some months; None where the periods of the development do not begin and end with them."""
    inside = []
    for row in range(made.triangle.size):
        period = made.triangle.period(row)
        assert period.start is not None
        first, last = month_of(period.start), month_of(period.end)
        if start <= first and last <= end:
            inside.append(row)
        elif first <= end and start <= last:
            return None
    return made.unreported_of(range(inside[0], inside[-1] + 1)) if inside else Estimate.exactly(0)
