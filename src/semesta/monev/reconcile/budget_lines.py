"""A budget line held against its own persons × months × price."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from semesta.basics import shown
from semesta.basics.words import Words
from semesta.law.faults import NoLawOnDate
from semesta.monev.agreement import Quantity, equal
from semesta.monev.budgets import Line
from semesta.monev.figures import Figures
from semesta.monev.prices import price_by_law
from semesta.monev.registry import INDICATORS
from semesta.monev.said import number, what
from semesta.monev.stocks import POSITION
from semesta.monev.value import Correction, Finding, Node, Value
from semesta.tables.registry import TABLES
from semesta.tables.table import step_column


def budget_findings(figures: Figures, values: Sequence[Value] = ()) -> list[Finding]:
    """Lines whose amount is not what their own persons, months and price come to."""
    found = list(_two_amounts(figures))
    for line in figures.budgets.lines:
        if line.persons and line.months and line.allocated:
            finding = _own_price(figures, line) if line.price else _law_price(figures, line)
            if finding is not None:
                found.append(finding)
    return found


def _two_amounts(figures: Figures) -> Iterator[Finding]:
    """Lines that two rows of one stage and document give with different amounts; the first written is the one used."""
    frame = figures.frame("budgets")
    by_line: dict[tuple[object, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in frame.iter_rows(named=True) if frame is not None else ():
        if row["allocated"] is not None:
            by_line[tuple(row[column] for column in TABLES["budgets"].key)].append(row)
    for first, *others in by_line.values():
        for other in others:
            one, two = (Quantity(r["allocated"], r.get(step_column("allocated")) or 0) for r in (first, other))
            if not equal(one, two):
                yield _twice(figures, first, other)
                break


def _twice(figures: Figures, first: dict[str, Any], other: dict[str, Any]) -> Finding:
    node = Node(first["place"], group=first["group"] or "", funding=first["funding"] or "", period=str(first["year"]))
    title = what(INDICATORS["budgeted"].title, node, figures.places)
    one, two = number(first["allocated"], "rupiah"), number(other["allocated"], "rupiah")
    return Finding(
        kind="figures.two_sources",
        severity="warning",
        place=node.place,
        quantity="budgeted",
        message=Words(
            f"{title.id} {node.period}: dua angka untuk hal yang sama ({one.id}; {two.id}). Yang tertulis lebih dulu dipakai.",
            f"{title.en} {node.period}: two figures for the same thing ({one.en}; {two.en}). The first written is used.",
        ),
        stated=first["allocated"],
        computed=other["allocated"],
        difference=first["allocated"] - other["allocated"],
        corrections=(
            Correction("budgeted", title, first["allocated"], other["allocated"]),
            Correction("budgeted", title, other["allocated"], first["allocated"]),
        ),
        sources=tuple(dict.fromkeys(r["source"] for r in (first, other) if r["source"])),
        node=node,
        rows=tuple(("budgets", r[POSITION]) for r in (first, other)),
    )


def _own_price(figures: Figures, line: Line) -> Finding | None:
    persons, months, price = line.persons or 0, line.months or 0, line.price or 0
    product, allocated = persons * months * price, line.allocated or 0
    if equal(Quantity(allocated, line.allocated_step), Quantity(product)):
        return None
    title = _title(figures, line)
    corrections = [Correction("budgeted", title, allocated, product)]
    for name, given, others in (
        (Words("orang", "persons"), persons, months * price),
        (Words("bulan", "months"), months, persons * price),
        (Words("iuran per orang per bulan", "price per person and month"), price, persons * months),
    ):
        if others and allocated % others == 0:
            corrections.append(Correction("budgeted", name, given, allocated // others))
    said = (
        f"{shown.count(persons, 'id')} orang × {months} bulan × {shown.rupiah(price, 'id')}",
        f"{shown.count(persons, 'en')} persons × {months} months × {shown.rupiah(price, 'en')}",
    )
    message = Words(
        f"{title.id}: anggaran {number(allocated, 'rupiah').id}, sedangkan {said[0]} = {number(product, 'rupiah').id}.",
        f"{title.en}: {number(allocated, 'rupiah').en} is allocated, but {said[1]} = {number(product, 'rupiah').en}.",
    )
    return _finding(line, "warning", message, allocated, product, tuple(corrections))


def _law_price(figures: Figures, line: Line) -> Finding | None:
    """A line without a price of its own, for one account only if it names none: what price it implies, beside the law's."""
    if line.codes[3]:
        return None
    try:
        by_law = price_by_law(
            figures.law, group=line.group, funding=line.funding, year=line.year, months=line.months or 12
        )
    except NoLawOnDate:
        return None
    persons, months, allocated = line.persons or 0, line.months or 0, line.allocated or 0
    product = persons * by_law.total
    if equal(Quantity(allocated, line.allocated_step), Quantity(product)):
        return None
    title = _title(figures, line)
    implied = allocated // (persons * months)
    message = Words(
        f"{title.id}: anggaran {number(allocated, 'rupiah').id} berarti {shown.rupiah(implied, 'id')} per orang per bulan; {by_law.said.id} ({number(product, 'rupiah').id}).",
        f"{title.en}: {number(allocated, 'rupiah').en} means {shown.rupiah(implied, 'en')} per person and month; {by_law.said.en} ({number(product, 'rupiah').en}).",
    )
    return _finding(line, "info", message, allocated, product, ())


def _title(figures: Figures, line: Line) -> Words:
    node = Node(place=line.place, funding=line.funding, group=line.group)
    year = Words(f" {line.year}", f" {line.year}")
    return what(INDICATORS["budgeted"].title + year, node, figures.places)


def _finding(
    line: Line, severity: str, message: Words, stated: int, computed: int, corrections: tuple[Correction, ...]
) -> Finding:
    return Finding(
        kind="figures.two_sources",
        severity="warning" if severity == "warning" else "info",
        place=line.place,
        quantity="budgeted",
        message=message,
        stated=stated,
        computed=computed,
        difference=stated - computed,
        corrections=corrections,
        sources=(line.source,) if line.source else (),
        node=Node(place=line.place, funding=line.funding, group=line.group, period=str(line.year)),
        rows=(("budgets", line.ref),) if severity == "warning" else (),
    )


FINDINGS = budget_findings
