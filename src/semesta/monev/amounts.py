"""Contributions, claims and billing at a node over a period."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import polars as pl

from semesta.basics import lists
from semesta.basics.places import PlaceList
from semesta.basics.words import Words
from semesta.monev.agreement import Quantity, equal
from semesta.monev.cube import Cell, Flat, Tree
from semesta.monev.figure import OVERLAP, Figure
from semesta.monev.flows import Flow, known_by, latest_first, with_period
from semesta.monev.regions import CASE_LABELS, Label, over_regions
from semesta.monev.stocks import cells_of, one_per_key
from semesta.monev.value import Node

CONTRIBUTIONS = ("place", "office", "segment", "programme", "funding", "payer")
CLAIMS = ("place", "office", "segment", "programme", "funding", "benefit")
COMPLIANCE = ("place", "office")
BILLING = ("place", "office", "funding", "opd", "account_no")

CASES_OF_TWO_UNITS = Words(
    "tidak dijumlahkan: kasus, pembayaran dan orang adalah satuan yang berbeda",
    "not added: cases, payments and persons are different units",
)


class Amounts:
    """The flows of a round: each is asked at a node with a period."""

    def __init__(self, frames: Mapping[str, pl.DataFrame | None], as_of: dt.date, places: PlaceList) -> None:
        self.places = places
        self.as_of = as_of
        self.twice: list[tuple[str, list[Cell]]] = []
        contributions, claims, billing = frames.get("contributions"), frames.get("claims"), frames.get("billing")
        arrears = _arrears(frames.get("compliance"), as_of)
        self.flows: dict[str, Flow] = {
            "contributions": self._flow("contributions", contributions, CONTRIBUTIONS, "amount", day="received_on"),
            "claims_paid": self._flow("claims_paid", claims, CLAIMS, "amount", table="claims"),
            "claim_cases": self._flow("claim_cases", claims, CLAIMS, "cases", table="claims", labels=("unit",)),
            "billed": self._flow("billed", billing, BILLING, "billed", table="billing"),
            "received": self._flow("received", billing, BILLING, "paid", table="billing"),
            "arrears": self._flow("arrears", arrears, COMPLIANCE, "amount", table="compliance"),
            "recovered": self._flow("recovered", arrears, COMPLIANCE, "recovered", table="compliance"),
            "persons_billed": self._flow("persons_billed", billing, BILLING, "persons_billed", table="billing"),
        }

    def at(self, name: str, node: Node) -> Figure | None:
        """What a flow comes to at a node over the node's period; None when that is not known."""
        flow = self.flows[name]
        figure = flow.at(tuple(getattr(node, d, "") for d in flow.cube.names), node.period)
        if figure is None:
            return None
        if figure.amount is None:
            return figure.refusing("scope", OVERLAP)
        labels: Sequence[Label] = CASE_LABELS if name == "claim_cases" else ()
        if any(len({cell.labels[label.position] for cell in figure.cells} - {""}) > 1 for label in labels):
            return figure.refusing("scope", CASES_OF_TWO_UNITS)
        return over_regions(figure, node.place, self.places, flow.cube, labels)

    def periods(self, names: Sequence[str], place: str) -> list[str]:
        """Periods of which any of these flows can speak at a place, the latest and longest first."""
        found = dict.fromkeys(
            code
            for name in names
            for code in self.flows[name].periods((place, *[""] * (len(self.flows[name].cube.names) - 1)))
        )
        return latest_first(found)

    def _flow(
        self,
        name: str,
        frame: pl.DataFrame | None,
        dims: Sequence[str],
        number: str,
        *,
        table: str = "",
        day: str = "",
        labels: Sequence[str] = (),
    ) -> Flow:
        trees: dict[str, Tree] = {"place": self.places, "funding": lists.FUNDINGS, "benefit": lists.BENEFITS}
        table = table or name
        dimensions = {dim: trees.get(dim, Flat()) for dim in dims}
        if frame is None:
            return Flow(dimensions, [])
        dated = frame.with_columns(period=pl.col("month")) if table == "billing" else with_period(frame)
        rows = known_by(dated, self.as_of)
        if day:
            rows = rows.with_columns(pl.col(day).cast(pl.String))
        extra = [day] if day else []
        cells = cells_of(rows, table=table, dims=dims, number=number, labels=("period", *labels, *extra))
        first, twice = one_per_key(cells)
        self.twice += [(name, group) for group in twice if not _all_equal(group)]
        return Flow(dimensions, _payments_added(first) if day else first)


def _arrears(frame: pl.DataFrame | None, as_of: dt.date) -> pl.DataFrame | None:
    """The rows of arrears proper; one without a period speaks of all up to the round's day."""
    if frame is None:
        return None
    return frame.filter(pl.col("kind") == "arrears").with_columns(pl.col("period").fill_null(f"../{as_of}"))


def _all_equal(cells: list[Cell]) -> bool:
    """One amount on two rows, say beside a count of cases and a count of persons, is one amount."""
    one = Quantity(cells[0].amount, cells[0].step)
    return all(equal(one, Quantity(c.amount, c.step)) for c in cells[1:])


def _payments_added(cells: list[Cell]) -> list[Cell]:
    """Payments of one period on several days are added; a row without a day is their total."""
    by_key: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Cell]] = defaultdict(list)
    for cell in cells:
        by_key[cell.codes, cell.labels[:-1]].append(cell)
    return [_added(group, labels) for (_, labels), group in by_key.items()]


def _added(group: list[Cell], labels: tuple[str, ...]) -> Cell:
    undated = next((c for c in group if not c.labels[-1]), None)
    if undated is not None or len(group) == 1:
        return replace(undated or group[0], labels=labels)
    return replace(
        group[0],
        amount=sum(c.amount for c in group),
        upper=sum(c.upper for c in group),
        step=sum(c.step for c in group if c.step > 1),
        ref=tuple(r for c in group for r in c.ref),
        sources=tuple(dict.fromkeys(s for c in group for s in c.sources)),
        labels=labels,
    )
