"""What rules, values, inputs and changes of law say of themselves to programs: as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from semesta.basics.words import Lang
    from semesta.law.changes import Change
    from semesta.law.inputs import Input
    from semesta.law.law import Doubt
    from semesta.law.parameters import Parameter
    from semesta.law.rule import Rule


def described_rule(version: Rule, lang: Lang) -> dict[str, Any]:
    """`formula` is empty where only code says it; `what` is the English note of the rule."""
    import inspect

    from semesta.law.formula import formula
    from semesta.law.parts import part_of

    return {
        "rule": version.name,
        "part": part_of(version),
        "title": version.title.said(lang),
        "unit": version.unit,
        "law": version.law,
        "since": version.since.isoformat() if version.since else None,
        "until": version.until.isoformat() if version.until else None,
        "needs": list(version.arguments),
        "formula": formula(version).said(lang),
        "what": " ".join((inspect.getdoc(version.function) or "").split()),
    }


def described_parameter(parameter: Parameter, lang: Lang) -> dict[str, Any]:
    from semesta.law.parts import part_of

    return {
        "parameter": parameter.name,
        "part": part_of(parameter),
        "title": parameter.title.said(lang),
        "unit": parameter.unit,
        "steps": [
            {
                "from": step.since.isoformat(),
                "value": step.value,
                "article": step.article,
                "source": step.source,
                "verified": step.verified,
                "note": step.note.said(lang),
                "doubts": {str(key): note.said(lang) for key, note in step.doubts.items()},
            }
            for step in parameter.steps
        ],
    }


def described_input(declared: Input, lang: Lang) -> dict[str, Any]:
    return {
        "input": declared.name,
        "title": declared.title.said(lang),
        "unit": declared.unit,
        "values": {str(code): title.said(lang) for code, title in declared.values.items()},
        "otherwise": declared.otherwise,
    }


def described_change(change: Change, lang: Lang) -> dict[str, Any]:
    return {
        "date": change.day.isoformat(),
        "name": change.name,
        "title": change.title.said(lang),
        "before": change.before.said(lang) or None,
        "after": change.after.said(lang) or None,
        "article": change.article,
        "verified": change.verified,
    }


def described_doubt(doubt: Doubt, lang: Lang) -> dict[str, Any]:
    return {
        "parameter": doubt.parameter,
        "from": doubt.since.isoformat(),
        "key": doubt.key,
        "note": doubt.note.said(lang),
    }
