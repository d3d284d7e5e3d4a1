"""What programs read: indicators and findings as JSON. Others build on these names; they only grow."""

from __future__ import annotations

import json
from typing import Any

from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.monev.value import Finding, Value


def indicators(measured: Measured, lang: Lang) -> list[dict[str, Any]]:
    """One object per value, headlines of a place before its breakdowns. Missing values are null, never 0."""
    return [_value(value, lang) for value in measured.values]


def findings(measured: Measured, lang: Lang) -> list[dict[str, Any]]:
    """One object per finding, the gravest first."""
    return [_finding(finding, lang) for finding in measured.findings]


def as_json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _value(value: Value, lang: Lang) -> dict[str, Any]:
    node = value.node
    return {
        "indicator": value.indicator,
        "place": node.place,
        "office": node.office,
        "group": node.group,
        "segment": node.segment,
        "programme": node.programme,
        "funding": node.funding,
        "period": node.period,
        "numerator": value.numerator,
        "denominator": value.denominator,
        "value": value.value,
        "unit": value.unit,
        "status": list(value.status),
        "notes": [note.said(lang) for note in value.notes],
        "sources": list(value.sources),
        "universe": node.universe,
        "basis": node.basis,
        "benefit": node.benefit,
        "document": node.document,
        "low": value.low,
        "high": value.high,
    }


def _finding(finding: Finding, lang: Lang) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "place": finding.place,
        "quantity": finding.quantity,
        "stated": finding.stated,
        "computed": finding.computed,
        "difference": finding.difference,
        "message": finding.message.said(lang),
        "corrections": [
            {"quantity": c.quantity, "title": c.title.said(lang), "from": c.given, "to": c.healed}
            for c in finding.corrections
        ],
        "sources": list(finding.sources),
        "group": finding.node.group,
        "programme": finding.node.programme,
        "funding": finding.node.funding,
        "period": finding.node.period,
    }
