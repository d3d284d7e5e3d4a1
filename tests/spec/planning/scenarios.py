"""Small scenarios for the tests of planning."""

from __future__ import annotations

from typing import Any

import yaml

from semesta.planning.faults import Unplannable
from semesta.planning.plan import Plan, made
from semesta.planning.scenario import read_scenario

CILEGON = "36.72"


def written(**fields: Any) -> str:
    """A scenario of one group of a hundred, paid by the city, as text; `fields` replace its own, None takes one out."""
    scenario = {
        "name": "uji",
        "place": CILEGON,
        "years": {"first": 2027, "last": 2027},
        "groups": [group()],
        **fields,
    }
    return yaml.safe_dump({name: value for name, value in scenario.items() if value is not None}, allow_unicode=True)


def group(code: str = "rentan.nelayan", *payers: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"group": code, "payers": list(payers) or [payer()], **fields}


def payer(kept: int | None = 100, funding: str = "apbd.kabkota", **fields: Any) -> dict[str, Any]:
    return {"funding": funding, "kept": kept, **fields}


def span(first: int, last: int | None = None) -> dict[str, int]:
    return {"first": first, "last": last or first}


def assumed(low: float, central: float, high: float) -> dict[str, Any]:
    return {"low": low, "central": central, "high": high, "source": "uji"}


def target(**fields: Any) -> dict[str, Any]:
    """Half of ten thousand are covered, sixty per cent should be in 2030; the city pays for all who are new."""
    mix = [{"funding": "apbd.kabkota", "part": 1.0}]
    return {"document": "own", "population": 10_000, "covered": 5_000, "shares": {2030: 0.6}, "mix": mix} | fields


def plan(**fields: Any) -> Plan:
    return made(read_scenario(written(**fields)))


def faults(**fields: Any) -> dict[str, str]:
    """What is said of each field that cannot be used, in English."""
    try:
        plan(**fields)
    except Unplannable as wrong:
        return {fault.field: fault.said("en") for fault in wrong.faults}
    return {}
