"""A round as indicators see it: every figure at every node, and the ways values are made of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import polars as pl

from semesta.basics.places import PlaceList
from semesta.basics.words import Words
from semesta.law.law import LAW, Law
from semesta.monev.amounts import Amounts
from semesta.monev.asked import asked_of_lists
from semesta.monev.budgets import Budgets
from semesta.monev.figure import Figure
from semesta.monev.pairs import Pair, matched
from semesta.monev.persons import Number, Persons
from semesta.monev.regions import BASIS, UNIVERSE
from semesta.monev.stocks import POSITION
from semesta.monev.value import Node, Status, Value
from semesta.tables.dataset import Dataset

T = TypeVar("T")

_SPLITS = {
    "population": ("group", "segment", "decile"),
    "members": ("office", "group", "segment", "programme", "funding", "decile"),
}
"""By what the rows of persons are split beside their place."""


@dataclass(frozen=True)
class Figures:
    """The data of a round on a day."""

    dataset: Dataset
    place: str
    as_of: dt.date
    places: PlaceList
    law: Law = LAW

    def frame(self, table: str) -> pl.DataFrame | None:
        """The rows of a table that may enter figures and lie within the round's place."""
        return self._frames.get(table)

    @cached_property
    def _frames(self) -> dict[str, pl.DataFrame]:
        found = {}
        for name in self.dataset.frames:
            frame = self.dataset.frame(name)
            if frame is not None:
                frame = frame.with_row_index(POSITION)
                inside = [p for p in frame["place"].unique().drop_nulls() if self.places.is_within(p, self.place)]
                found[name] = frame.filter(pl.col("place").is_in(inside))
        return {name: frame for name, frame in found.items() if frame.height}

    @cached_property
    def persons(self) -> Persons:
        frames = {**self._frames, **{name: self._asked(name) for name in _SPLITS if name in self._frames}}
        return Persons(frames, self.as_of, self.places)

    def _asked(self, table: str) -> pl.DataFrame:
        """The rows of persons that figures ask for: all that were given, and of those counted from lists a part."""
        origin, frame = self.dataset.origin, self._frames[table]
        if origin is None or table not in origin.derived:
            return frame
        return asked_of_lists(frame, _SPLITS[table], pl.col(POSITION) >= origin.given.get(table, 0))

    @cached_property
    def amounts(self) -> Amounts:
        return Amounts(self._frames, self.as_of, self.places)

    @cached_property
    def _once(self) -> dict[Hashable, Any]:
        return {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for the round: many nodes ask for their part of it."""
        if key not in self._once:
            self._once[key] = make()
        made: T = self._once[key]
        return made

    @cached_property
    def budgets(self) -> Budgets:
        return Budgets(self._frames.get("budgets"), self.places)

    def pair(self, node: Node, number: Number) -> Pair:
        """Members in `number` held against the population of the node."""
        return self.once(("pair", node, number), lambda: self._pair(node, number))

    def _pair(self, node: Node, number: Number) -> Pair:
        whole = self.persons.population(node)
        part = self.persons.members(node, number)
        bases = {cell.labels[BASIS.position] for cell in part.cells} if part is not None else set()
        if whole is not None and whole.refused and len(bases) == 1:
            whole = self.persons.population(node.at(basis=bases.pop())) or whole
        return matched(part, whole, self.places)

    @staticmethod
    def status_of(figures: Iterable[Figure | None]) -> tuple[tuple[Status, ...], tuple[Words, ...]]:
        """The status words and notes that a value inherits from what it is made of."""
        made_of = [f for f in figures if f is not None and (f.status or f.notes)]
        if not made_of:
            return (), ()
        made_of.sort(key=lambda f: not f.refused)
        status: set[Status] = {s for f in made_of for s in f.status}
        return tuple(sorted(status)), tuple(dict.fromkeys(note for f in made_of for note in f.notes))


def missing(indicator: str, node: Node, unit: str, *notes: Words, status: tuple[Status, ...] = ("missing",)) -> Value:
    """A value of which nothing is known, or that may not be made; never 0."""
    return Value(indicator, node, unit, None, status=status, notes=notes)


def plain(
    figures: Figures, indicator: str, node: Node, unit: str, figure: Figure | None, also: tuple[Words, ...] = ()
) -> Value:
    """A figure as a value, with what is to be said of it `also`."""
    if figure is None:
        return missing(indicator, node, unit, *also)
    status, notes = figures.status_of([figure])
    return Value(
        indicator,
        _dated(node, figure),
        unit,
        figure.amount,
        low=figure.amount if figure.high is not None else None,
        high=figure.high,
        status=status or ("ok",),
        notes=(*notes, *also),
        sources=figure.sources,
        step=2 * figure.tolerance,
        rows=figure.rows,
        refused=figure.refused,
    )


def divided(
    figures: Figures, indicator: str, node: Node, part: Figure | None, whole: Figure | None, unit: str = "share"
) -> Value:
    """Part ÷ whole, with both kept; None where one of them is unknown, refused or the whole is zero."""
    status, notes = figures.status_of([part, whole])
    sources = tuple(dict.fromkeys([*(part.sources if part else ()), *(whole.sources if whole else ())]))
    top, bottom = part.amount if part else None, whole.amount if whole else None
    made = top is not None and bottom is not None and "scope_mismatch" not in status
    value = top / bottom if made and bottom and top is not None else None
    if value is None and "scope_mismatch" not in status:
        status = ("missing", *status)
    high = part.high / bottom if value is not None and part and part.high is not None and bottom else None
    return Value(
        indicator,
        _dated(node, part or whole, whole),
        unit,
        value,
        top,
        bottom,
        low=value if high is not None else None,
        high=min(high, 1.0) if high is not None and unit == "share" and value is not None and value <= 1 else high,
        status=status or ("ok",),
        notes=notes,
        sources=sources,
        step=2 * _relative(part, whole) * abs(value) if value is not None else 0,
        rows=tuple(ref for figure in (part, whole) if figure is not None for ref in figure.rows),
        refused=next((figure.refused for figure in (part, whole) if figure is not None and figure.refused), ""),
    )


def difference(
    figures: Figures, indicator: str, node: Node, unit: str, whole: Figure | None, part: Figure | None
) -> Value:
    """Whole − part, with both kept as denominator and numerator; bounds turn around."""
    status, notes = figures.status_of([part, whole])
    sources = tuple(dict.fromkeys([*(part.sources if part else ()), *(whole.sources if whole else ())]))
    top, bottom = part.amount if part else None, whole.amount if whole else None
    refused = "scope_mismatch" in status
    value = bottom - top if top is not None and bottom is not None and not refused else None
    if value is None and not refused:
        status = ("missing", *status)
    low, high = _bounds(whole, part) if value is not None else (None, None)
    return Value(
        indicator,
        _dated(node, part or whole, whole),
        unit,
        value,
        top,
        bottom,
        low=min(max(low, 0), value) if low is not None and value is not None else None,
        high=high,
        status=status or ("ok",),
        notes=notes,
        sources=sources,
        step=2 * _absolute(part, whole),
        rows=tuple(ref for figure in (part, whole) if figure is not None for ref in figure.rows),
        refused=next((figure.refused for figure in (part, whole) if figure is not None and figure.refused), ""),
    )


def _bounds(whole: Figure | None, part: Figure | None) -> tuple[int | float | None, int | float | None]:
    """The least and the most that whole − part may be; None where both are certain."""
    if whole is None or part is None or whole.amount is None or part.amount is None:
        return None, None
    if whole.high is None and part.high is None:
        return None, None
    most_of_part = part.amount if part.high is None else part.high
    most_of_whole = whole.amount if whole.high is None else whole.high
    return whole.amount - most_of_part, most_of_whole - part.amount


def _absolute(*figures: Figure | None) -> float:
    """The tolerance of a sum or difference: tolerances add up."""
    return sum(f.tolerance for f in figures if f is not None)


def _relative(*figures: Figure | None) -> float:
    """The tolerance of a quotient, as a share of it: relative tolerances add up."""
    return sum(f.tolerance / abs(f.amount) for f in figures if f is not None and f.amount)


def _dated(node: Node, figure: Figure | None, other: Figure | None = None) -> Node:
    """The node with the day its persons were counted and the universe and basis they were counted in."""
    if figure is None:
        return node
    return node.at(
        period=max(figure.days).isoformat() if figure.days else node.period,
        universe=node.universe or (other or figure).label(UNIVERSE.position),
        basis=node.basis or figure.label(BASIS.position),
    )
