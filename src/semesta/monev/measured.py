"""A round measured: its figures and findings, and the rows they came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from semesta.basics.places import PlaceList
from semesta.monev.needs import Need
from semesta.monev.value import Finding, Node, Value
from semesta.tables.dataset import Dataset


@dataclass(frozen=True)
class Measured:
    """Everything a report says comes from here. Values stand in the order of indicators, then of nodes."""

    place: str
    as_of: dt.date
    values: tuple[Value, ...]
    findings: tuple[Finding, ...]
    dataset: Dataset
    places: PlaceList
    needs: tuple[Need, ...] = ()
    """Of the round's latest budget year, each payer's need by source of money and group: what the value of `need` adds up."""

    def of(self, indicator: str, **codes: str) -> Iterator[Value]:
        """The values of an indicator whose node has these codes; codes not named may be anything."""
        for value in self.values:
            if value.indicator == indicator and all(getattr(value.node, k) == v for k, v in codes.items()):
                yield value

    def headline(self, indicator: str, place: str | None = None) -> Value | None:
        """The figure that speaks of a place as a whole: the first value of that place, since headlines come first."""
        return next(self.of(indicator, place=self.place if place is None else place), None)

    def at(self, indicator: str, node: Node) -> Value | None:
        return next((v for v in self.values if v.indicator == indicator and v.node == node), None)
