"""Targets: what each document promises, and what the indicator comes to in the same universe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.monev.figures import Figures, missing
from semesta.monev.value import Node, Value

OF_TARGETS = ("target_attainment", "target_gap")
"""Indicators that are themselves made of targets: none can be held against another target."""


@dataclass(frozen=True, slots=True)
class Target:
    """One row of the targets table."""

    place: str
    year: int
    indicator: str
    group: str
    segment: str
    universe: str
    document: str
    value: float
    source: str
    code: str = ""
    told_apart: bool = False
    """Whether the document has several targets like it, so that its own code must tell them apart."""

    @property
    def node(self) -> Node:
        """Coverage is what nearly all targets are of; another indicator is named beside the document."""
        document = self.document if self.indicator == "coverage" else f"{self.document}:{self.indicator}"
        if self.told_apart and self.code:
            document = f"{document}:{self.code}"
        return Node(
            place=self.place,
            group=self.group,
            segment=self.segment,
            universe=self.universe,
            period=str(self.year),
            document=document,
        )


def targets(figures: Figures) -> list[Target]:
    """All targets at or below the round's place, the earliest year first."""
    frame = figures.frame("targets")
    if frame is None:
        return []
    rows = [
        Target(
            row["place"],
            row["year"],
            row["indicator"],
            row["group"] or "",
            row["segment"] or "",
            row["universe"] or "pemda",
            row["document"] or "",
            int(row["value"]) if row["value"].is_integer() else row["value"],
            row["source"] or "",
            row["code"] or "",
        )
        for row in frame.sort("year", maintain_order=True).iter_rows(named=True)
    ]
    times = Counter(target.node for target in rows)
    return [target if times[target.node] == 1 else replace(target, told_apart=True) for target in rows]


def target_nodes(figures: Figures, breakdowns: tuple[tuple[str, ...], ...]) -> Iterator[Node]:
    yield from dict.fromkeys(target.node for target in targets(figures))


def target_at(figures: Figures, node: Node) -> Target:
    return next(target for target in targets(figures) if target.node == node)


def actual_of(figures: Figures, target: Target) -> Value:
    """The indicator at the target's node; refused where the data know it only in another universe."""
    from semesta.monev.registry import INDICATORS  # the registry imports every indicator, those of targets too

    # Persons take the day they were counted on; money and budgets are asked for the year the target is for.
    node = Node(
        place=target.place,
        group=target.group,
        segment=target.segment,
        universe=target.universe,
        period=str(target.year),
    )
    if target.indicator in OF_TARGETS:
        return missing(target.indicator, node, INDICATORS[target.indicator].unit)
    value = INDICATORS[target.indicator].value(figures, node)
    if value is not None and value.value is not None:
        return value
    known = [u for u in figures.persons.universes(target.place) if u != target.universe]
    if value is not None and value.denominator is None and known:
        return replace(
            missing(target.indicator, node, value.unit, status=("scope_mismatch",)), notes=(_other(target, known),)
        )
    return value or missing(target.indicator, node, INDICATORS[target.indicator].unit)


def _other(target: Target, known: list[str]) -> Words:
    wanted, have = lists.UNIVERSES[target.universe].title, [lists.UNIVERSES[u].title for u in known]
    return Words(
        f"target untuk semesta {wanted.id}, data untuk {', '.join(t.id for t in have)}: tidak dibandingkan",
        f"a target of the universe {wanted.en}, data of {', '.join(t.en for t in have)}: not compared",
    )


def aimed(value: Value, target: Target, actual: Value) -> Value:
    """The value with what it inherits from the actual figure, and the document that sets the target."""
    inherited = tuple(s for s in actual.status if s != "ok")
    status = tuple(sorted({*inherited, *(s for s in value.status if s != "ok")})) or ("ok",)
    document = lists.TARGET_DOCUMENTS[target.document].title if target.document else Words("target", "target")
    year = Words(f"{document.id} {target.year}", f"{document.en} {target.year}")
    notes = tuple(dict.fromkeys([year, *value.notes, *actual.notes]))
    sources = tuple(dict.fromkeys([target.source, *actual.sources] if target.source else actual.sources))
    return replace(value, status=status, notes=notes, sources=sources)
