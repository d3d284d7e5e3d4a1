"""Pools and totals as programs read them: whole rupiah, chances as parts of one, null where something is not known."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from semesta.basics.words import Lang
from semesta.monev.balance import NATIONAL_POOL
from semesta.monev.pool import OUTSIDE
from semesta.planning.deficit import Deficit, Expectation
from semesta.planning.implied import Implied
from semesta.planning.pooling.balances import Outlook
from semesta.planning.pooling.parted import Parted
from semesta.planning.pooling.pooled import Pooled
from semesta.planning.pooling.prospect import Prospect
from semesta.report.rencana.rested_on import assumed_data


def as_data(one: Pooled, lang: Lang) -> dict[str, Any]:
    return {
        "place": one.place,
        "pools": [_pool(prospect, lang) for prospect in one.prospects],
        "no_pool_because": [why.said(lang) for why in one.lacking],
        "differences": [_parted(found, lang) for found in one.parted],
        "together": [[asdict(step) for step in found] for found in one.together],
        "totals": _totals(one.implied, one.parts, lang) if one.implied else None,
        "outside": OUTSIDE.said(lang),
        "note": NATIONAL_POOL.said(lang),
    }


def _pool(one: Prospect, lang: Lang) -> dict[str, Any]:
    own, found = one.own, one.outlook
    return {
        **_scope(one.own.node._asdict()),
        "years": found.years,
        "scenarios": found.scenarios,
        "seed": found.seed,
        "shock": found.shock,
        "average_case": one.average,
        "expected_by": one.expected_by.said(lang),
        "assumptions": assumed_data(one.assumptions, lang),
        "stable_from_cases": one.stable_from,
        "unknown": list(own.unknown),
        "members": [
            {
                "name": member.name,
                "contributions": member.contributions,
                "claims": member.claims,
                "cases": member.cases,
                "weight": weight,
                **_outlook(office),
            }
            for member, weight, office in zip(own.members, one.weights, found.offices, strict=True)
        ],
        "pool": _outlook(found.pool),
        "by_shock": [
            {"shock": end.shock, "deficit_in_a_year": end.pool.deficit_in_a_year, "bad_year": round(end.pool.bad_year)}
            for end in one.by_shock
        ],
        "carried_a_year": {name: round(amount) for name, amount in asdict(found.carried).items()},
        "balance": [[round(n) for n in three] for three in found.balance],
    }


def _scope(node: dict[str, str]) -> dict[str, str]:
    return {name: node[name] for name in ("programme", "segment", "funding", "period")}


def _outlook(one: Outlook) -> dict[str, Any]:
    return {
        "contributions_a_year": one.contributions,
        "expected_claims": round(one.expected_claims),
        "deficit_in_a_year": one.deficit_in_a_year,
        "deficit_in_the_end": one.deficit_in_the_end,
        "ever_below": one.ever_below,
        "bad_year": round(one.bad_year),
        "bad_end": round(one.bad_end),
        "ends": [round(end) for end in one.ends],
    }


def _parted(one: Parted, lang: Lang) -> dict[str, Any]:
    return {
        **_scope(one.own.node._asdict()),
        **_expected(one.expectation, lang),
        "lists_not_used": one.not_listed.said(lang) if one.not_listed else None,
        "members": [
            {"name": member.name, **(_parts(found, lang) if found else {"parts": None})}
            for member, found in zip(one.own.members, one.members, strict=True)
        ],
    }


def _expected(one: Expectation, lang: Lang) -> dict[str, Any]:
    return {"expectation": asdict(one.ratio), "expected_by": one.source.said(lang)}


def _parts(one: Deficit, lang: Lang) -> dict[str, Any]:
    return {
        "result": one.result,
        "price": one.price,
        "portfolio": one.portfolio,
        "chance": one.chance,
        "traits": [
            {"name": trait.name.said(lang), "amount": trait.amount, "said": trait.said.said(lang)}
            for trait in one.parts
        ],
        "cases": one.cases,
        "expected_cases": asdict(one.expected_cases) if one.expected_cases else None,
        "probability": one.probability,
        "verdicts": dict(zip(("low", "central", "high"), one.verdicts, strict=True)) if one.verdicts else None,
        "ratio": one.ratio,
        "ratio_interval": list(one.ratio_interval) if one.ratio_interval else None,
    }


def _totals(found: Implied, parts: Deficit | None, lang: Lang) -> dict[str, Any]:
    return {
        "contributions": found.contributions,
        "claims": found.claims,
        "month": found.month.isoformat(),
        "programme": found.programme or None,
        "ratio": found.ratio,
        "ratio_interval": list(found.ratio_interval),
        "prices": [asdict(price) for price in found.prices],
        "has_other_payments": found.has_other_payments,
        "mixes": [asdict(mix) for mix in found.mixes],
        "deaths": found.deaths,
        "deaths_at_least": found.fewest,
        "deaths_at_most": found.most,
        "person_years": found.person_years,
        "deaths_per_1000": found.frequency,
        "deaths_per_1000_interval": list(found.frequency_interval),
        "break_even_per_1000": found.terms.break_even,
        "parts": {**_expected(parts.expectation, lang), **_parts(parts, lang)} if parts else None,
    }
