"""From a dataset to a round measured: every indicator at every node, and the figures held against each other."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import polars as pl

from semesta.basics.period import Period
from semesta.basics.places import PlaceList
from semesta.basics.words import Words
from semesta.law.law import LAW, Law
from semesta.monev.figures import Figures, missing
from semesta.monev.indicator import Indicator
from semesta.monev.measured import Measured
from semesta.monev.needs import Need, needs
from semesta.monev.reconcile import reconciled
from semesta.monev.registry import INDICATORS
from semesta.monev.value import Finding, Node, Ref, Value
from semesta.tables.dataset import Dataset
from semesta.tables.registry import TABLES

REFERENCE_ONLY = ("targets",)
"""Tables that may speak of places outside the round: a national target in a city's workbook does not make it national."""


class NothingUsable(Exception):
    """No row of any table may enter a figure."""


class NothingThere(NothingUsable):
    """Rows may enter figures, but none lies within the place asked for; `elsewhere` is where they lie."""

    def __init__(self, elsewhere: str) -> None:
        super().__init__(elsewhere)
        self.elsewhere = elsewhere


class NoDay(Exception):
    """Rows may enter figures, but none says when anything was so."""


def measured(
    dataset: Dataset,
    *,
    places: PlaceList,
    place: str | None = None,
    as_of: dt.date | None = None,
    law: Law = LAW,
    today: dt.date | None = None,
    progress: Callable[[str, float], None] | None = None,
) -> Measured:
    """The round measured at a place on a day.

    Args:
        place: default the smallest place that holds all rows.
        as_of: default the latest day in the data, never today.
        today: days after it, such as a planned meeting's, are not taken for the day of the data.
        progress: called with the indicator at hand and the share done.

    Raises:
        NothingUsable: the dataset has no rows; NothingThere: none within the place.
        NoDay: its rows name no time, and `as_of` is not given.
    """
    held = default_place(dataset, places)
    where, day = place or held, as_of or default_day(dataset, today)
    figures = Figures(dataset, where, day, places, law)
    if all(figures.frame(name) is None for name in dataset.frames if name not in REFERENCE_ONLY):
        raise NothingThere(held)
    values: list[Value] = []
    with _without_collecting():
        for n, indicator in enumerate(INDICATORS.values()):
            if progress is not None:
                progress(indicator.name, n / len(INDICATORS))
            values.extend(values_of(figures, indicator))
        findings = reconciled(figures, values)
        told = tuple(contradicted(values, findings))
        return Measured(where, day, told, tuple(findings), dataset, places, _needs(figures, values))


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Figures are kept and hold no cycles: to look for garbage among the million of a nation takes a third of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _needs(figures: Figures, values: Sequence[Value]) -> tuple[Need, ...]:
    """The parts of the round's first need: that of its place, in the latest budget year of which there is one."""
    own = (v.node for v in values if v.indicator == "need" and v.value is not None and v.node.place == figures.place)
    node = next(own, None)
    return tuple(needs(figures, node)) if node is not None else ()


def values_of(figures: Figures, indicator: Indicator) -> Iterator[Value]:
    """All values of an indicator, headlines before breakdowns; one missing value for the round where there is none."""
    found = False
    seen: set[Node] = set()
    for node in indicator.nodes(figures, indicator.breakdowns):
        value = indicator.value(figures, node)
        if value is not None and value.node not in seen:
            seen.add(value.node)
            found = True
            yield value
    if not found:
        yield missing(indicator.name, Node(place=figures.place, period=figures.as_of.isoformat()), indicator.unit)


def contradicted(values: Sequence[Value], findings: Sequence[Finding]) -> Iterator[Value]:
    """The values, those made of rows at odds marked as contradicted with what is said of them."""
    at_odds: dict[Ref, Words] = {}
    for finding in findings:
        for ref in finding.rows:
            at_odds.setdefault(ref, finding.message)
    for value in values:
        said = tuple(dict.fromkeys(at_odds[ref] for ref in value.rows if ref in at_odds)) if at_odds else ()
        if not said:
            yield value
            continue
        status = tuple(sorted({"contradicted", *(s for s in value.status if s != "ok")}))
        yield replace(value, status=status, notes=(*value.notes, *said))


def default_place(dataset: Dataset, places: PlaceList) -> str:
    """The smallest place that holds all rows.

    Raises:
        NothingUsable: there are none.
    """
    named: set[str] = set()
    for name in dataset.frames:
        frame = dataset.frame(name)
        if frame is not None and name not in REFERENCE_ONLY:
            named.update(frame["place"].unique().drop_nulls())
    if not named:
        raise NothingUsable
    return places.smallest_holding(sorted(named))


def default_day(dataset: Dataset, today: dt.date | None = None) -> dt.date:
    """The latest day on which the data say something was seen; without any, the end of the latest period.

    Raises:
        NoDay: no row names a time.
    """
    days = [day for day in _observed_days(dataset, upto=today) if day is not None]
    periods = _periods(dataset)
    days += [p.end for p in periods if p.is_day_precise]
    if not days:
        days = [p.end for p in periods]
    if not days:
        # No table says when it was seen: a stage reached is a day in the data too, a day something is due is not.
        days = [day for day in _observed_days(dataset, also=("date", "stage_since")) if day is not None]
    if not days:
        raise NoDay
    return max(days)


def _observed_days(dataset: Dataset, also: Sequence[str] = (), upto: dt.date | None = None) -> Iterator[dt.date | None]:
    """The latest day of each column of days, of those not after `upto`."""
    for name, table in TABLES.items():
        frame = dataset.frame(name)
        if frame is not None:
            for column in table.columns:
                if column.observed or column.name in also:
                    days = frame[column.name].drop_nulls()
                    latest = (days.filter(days <= upto) if upto is not None and days.len() else days).max()
                    yield latest if isinstance(latest, dt.date) else None


def _periods(dataset: Dataset) -> list[Period]:
    codes: set[str] = set()
    for name in ("contributions", "claims", "billing", "compliance", "budgets"):
        frame = dataset.frame(name)
        if frame is None:
            continue
        if "period" in frame.columns:
            codes.update(frame["period"].drop_nulls().unique())
        if name == "billing":
            codes.update(frame["month"].drop_nulls().unique())
        elif "year" in frame.columns:
            codes.update(frame["year"].drop_nulls().cast(pl.String).unique())
    return [Period.parse(code) for code in codes]
