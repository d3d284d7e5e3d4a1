"""Figures held against each other: what contradicts, what is loose, what may not be put together. Nothing is ever repaired."""

from __future__ import annotations

from collections.abc import Sequence

from semesta.monev.figures import Figures
from semesta.monev.reconcile.budget_lines import budget_findings
from semesta.monev.reconcile.impossible import impossible_findings
from semesta.monev.reconcile.parts_total import parts_total_findings
from semesta.monev.reconcile.refusals import refusal_findings
from semesta.monev.reconcile.statements import statement_findings
from semesta.monev.reconcile.two_sources import two_source_findings
from semesta.monev.value import Finding, Value

ORDER = ("figures.parts_total", "figures.two_sources", "figures.impossible", "figures.statement", "figures.loose")
SEVERITIES = ("error", "warning", "info")


def reconciled(figures: Figures, values: Sequence[Value]) -> list[Finding]:
    """Everything in the data that does not agree, the gravest first."""
    found = [
        *parts_total_findings(figures),
        *two_source_findings(figures),
        *budget_findings(figures),
        *statement_findings(figures, values),
        *impossible_findings(figures, values),
        *refusal_findings(figures, values),
    ]
    return sorted(dict.fromkeys(found), key=_gravest_first)


def _gravest_first(finding: Finding) -> tuple[int, int]:
    kind = ORDER.index(finding.kind) if finding.kind in ORDER else len(ORDER)
    return SEVERITIES.index(finding.severity), kind
