"""Reserves as programs read them: whole rupiah, null where not known; docs/rencana.md tells each field."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import Any

from semesta.planning.estimate import Estimate
from semesta.planning.reserves.mack import Developed
from semesta.planning.reserves.ratios import Ratio
from semesta.planning.reserves.reserves import Held, Reserves
from semesta.planning.reserves.scholarships import Outstanding
from semesta.planning.reserves.triangle import Triangle


def as_data(found: Reserves) -> dict[str, Any]:
    return {
        "until": found.until.isoformat(),
        "level": 0.9,
        "held": [_held(one) for one in found.held],
        "left_out": dict(found.cases.left_out),
        "by_payment": found.cases.by_payment,
        "scholarships": found.scholarships and _scholarships(found.scholarships),
        "children_without_claim": found.unmatched,
        "chainladder": found.can_develop,
    }


def _held(one: Held) -> dict[str, Any]:
    triangle = one.triangle
    return {
        "programme": triangle.programme,
        "segment": triangle.segment or None,
        "first_month": triangle.first.isoformat()[:7],
        "months": triangle.months,
        "cases": triangle.cases,
        "doubts": [doubt.en for doubt in triangle.doubts],
        "reported": triangle.reported,
        "unreported": _estimate(one.developed.all_unreported) if one.developed else None,
        "error": one.developed and one.developed.error,
        "ultimate": one.developed and one.developed.ultimate,
        "development": one.developed and _development(one.developed),
        "ratio": one.ratio and _ratio(one.ratio),
        "triangle": {"months_per_period": 1, "amounts": _amounts(triangle)},
    }


def _development(made: Developed) -> dict[str, Any]:
    triangle = made.triangle
    return {
        "months_per_period": triangle.step,
        "reported_share": [float(share) for share in made.shares],
        "events": [
            {
                "period": triangle.period(row).code,
                "reported": round(float(triangle.latest[row])),
                "unreported": _estimate(made.unreported_of(range(row, row + 1))),
            }
            for row in range(triangle.size)
        ],
    }


def _ratio(one: Ratio) -> dict[str, Any]:
    by_event, added = one.by_event, one.with_scholarships
    return {
        "period": one.earned.period.code,
        "contributions": one.earned.amount,
        "sources": list(one.earned.sources),
        "paid": one.paid,
        "cash": one.cash,
        "reported": one.reported,
        "unreported": _estimate(one.unreported) if one.unreported else None,
        "scholarships_paid": one.scholarships_paid,
        "by_event": by_event and asdict(by_event),
        "with_scholarships": added and {"least": added[0], "most": added[1]},
    }


def _scholarships(one: Outstanding) -> dict[str, Any]:
    return {
        "children": one.children,
        "least": one.least,
        "most": one.most,
        "by_year": [{"year": year, "least": least, "most": most} for year, least, most in one.by_year()],
        "by_level": [
            {"level": level, "children": children, "least": least, "most": most}
            for level, children, least, most in one.by_level()
        ],
        "left_out": dict(one.left_out),
        "unsure": dict(one.unsure),
        "verified": one.verified,
        "discounted": False,
    }


def _estimate(one: Estimate) -> dict[str, int]:
    return {name: round(amount) for name, amount in asdict(one).items()}


def _amounts(triangle: Triangle) -> list[list[int]]:
    return [[round(amount) for amount in row if not math.isnan(amount)] for row in triangle.amounts.tolist()]
