"""The same quantity given twice with different figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from semesta.basics.words import Words, joined
from semesta.monev.agreement import Quantity, equal
from semesta.monev.cube import Cell
from semesta.monev.figures import Figures
from semesta.monev.flows import PERIOD
from semesta.monev.persons import MEMBERS, POPULATION
from semesta.monev.reconcile.parts_total import node_of
from semesta.monev.registry import INDICATORS
from semesta.monev.said import number, what
from semesta.monev.value import Correction, Finding, Node, Value

CARDS = {"persons_billed": "person_months", "recovered": "recovery_rate"}
"""Quantities that are no indicator themselves, by the indicator that is made of them."""
UNITS = {"persons_billed": "persons", "recovered": "rupiah"}


def two_source_findings(figures: Figures, values: Sequence[Value] = ()) -> list[Finding]:
    """One finding for each quantity that two rows give differently; the first written is the one figures are made of."""
    return [_finding(figures, indicator, node, cells) for indicator, node, cells in _twice(figures) if _differ(cells)]


def _twice(figures: Figures) -> Iterator[tuple[str, Node, list[Cell]]]:
    persons = figures.persons
    for cells in persons.population_stock.twice:
        yield "population", node_of(cells[0], POPULATION), cells
    for number_ in ("registered", "active"):
        for cells in persons.member_stocks[number_].twice:
            yield number_, node_of(cells[0], MEMBERS), cells
    for name, cells in figures.amounts.twice:
        flow = figures.amounts.flows[name]
        yield name, node_of(cells[0], flow.cube.names, cells[0].labels[PERIOD]), cells


def _differ(cells: Sequence[Cell]) -> bool:
    first = Quantity(cells[0].amount, cells[0].step)
    return any(not equal(first, Quantity(c.amount, c.step)) for c in cells[1:])


def _finding(figures: Figures, indicator: str, node: Node, cells: Sequence[Cell]) -> Finding:
    card = INDICATORS[CARDS.get(indicator, indicator)]
    title = what(card.title, node, figures.places)
    told = joined([_told(c, UNITS.get(indicator, card.unit)) for c in cells], "; ")
    first, second = cells[0], next(c for c in cells[1:] if c.amount != cells[0].amount)
    return Finding(
        kind="figures.two_sources",
        severity="warning",
        place=node.place,
        quantity=card.name,
        message=Words(
            f"{title.id}: dua angka untuk hal yang sama ({told.id}). Yang tertulis lebih dulu dipakai; pastikan kepada pemegang datanya.",
            f"{title.en}: two figures for the same thing ({told.en}). The first written is used; ask the holder of the data.",
        ),
        stated=first.amount,
        computed=second.amount,
        difference=first.amount - second.amount,
        corrections=(
            Correction(card.name, title, first.amount, second.amount),
            Correction(card.name, title, second.amount, first.amount),
        ),
        sources=tuple(dict.fromkeys(s for c in cells for s in c.sources)),
        node=node,
        rows=tuple(ref for c in cells for ref in c.ref),
    )


def _told(cell: Cell, unit: str) -> Words:
    said = number(cell.amount, unit)
    source = ", ".join(cell.sources)
    return Words(
        f"{said.id} menurut {source or 'sumber yang tidak disebut'}", f"{said.en} by {source or 'an unnamed source'}"
    )


FINDINGS = two_source_findings
