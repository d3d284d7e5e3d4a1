"""Figures held against each other: what contradicts, what is loose, what may not be put together. Nothing is ever repaired."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from semesta.basics.discover import defined_in
from semesta.monev.figures import Figures
from semesta.monev.value import Finding, Value

Look = Callable[[Figures, Sequence[Value]], list[Finding]]
"""What each file here defines as FINDINGS: the findings of one kind in the data and the values made of them."""
ORDER = ("figures.parts_total", "figures.two_sources", "figures.impossible", "figures.statement", "figures.loose")
SEVERITIES = ("error", "warning", "info")


def reconciled(figures: Figures, values: Sequence[Value]) -> list[Finding]:
    """Everything in the data that does not agree, the gravest first."""
    looks = cast(list[Look], defined_in("semesta.monev.reconcile", "FINDINGS"))
    found = [finding for look in looks for finding in look(figures, values)]
    return sorted(dict.fromkeys(found), key=_gravest_first)


def _gravest_first(finding: Finding) -> tuple[int, int]:
    kind = ORDER.index(finding.kind) if finding.kind in ORDER else len(ORDER)
    return SEVERITIES.index(finding.severity), kind
