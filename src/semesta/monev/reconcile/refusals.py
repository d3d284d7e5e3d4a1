"""Figures that may not be put together: unequal scope, basis, day or period."""

from __future__ import annotations

from collections.abc import Sequence

from semesta.basics.words import Words
from semesta.monev.figures import Figures
from semesta.monev.registry import INDICATORS
from semesta.monev.said import what
from semesta.monev.value import Finding, Value

DERIVED = ("gap", "unregistered", "lapsed", "gives", "takes", "target_gap")
"""Refused for the same reason as the figure beside it, which says it once."""


def refusal_findings(figures: Figures, values: Sequence[Value]) -> list[Finding]:
    """One finding per place and reason; the headline says it for its breakdowns."""
    found: dict[tuple[str, Words], Finding] = {}
    headlines: set[tuple[str, str, str]] = set()
    for value in values:
        key = value.indicator, value.node.place, value.node.universe
        is_headline = key not in headlines
        headlines.add(key)
        if value.refused and is_headline and value.indicator not in DERIVED:
            found.setdefault(
                (value.node.place, value.notes[0] if value.notes else Words("", "")), _finding(figures, value)
            )
    return list(found.values())


def _finding(figures: Figures, value: Value) -> Finding:
    title = what(INDICATORS[value.indicator].title, value.node, figures.places)
    why = value.notes[0] if value.notes else Words("tidak sebanding", "not comparable")
    return Finding(
        kind=f"figures.{value.refused}",
        severity="warning",
        place=value.node.place,
        quantity=value.indicator,
        message=Words(f"{title.id}: {why.id}.", f"{title.en}: {why.en}."),
        sources=value.sources,
        node=value.node,
    )


FINDINGS = refusal_findings
