"""A plan as programs read it; names only grow."""

from __future__ import annotations

from typing import Any

from semesta.basics.words import Lang
from semesta.planning.budget import Balance, Need
from semesta.planning.plan import Plan
from semesta.report.rencana import parts


def as_data(plan: Plan, lang: Lang) -> dict[str, Any]:
    """The whole plan; amounts are whole rupiah, what is not known is null."""
    scenario = plan.scenario
    return {
        "name": scenario.name,
        "place": scenario.place,
        "years": {"first": scenario.first, "last": scenario.last},
        "seed": scenario.seed,
        "needs": [_need(need) for need in plan.budget.needs],
        "balances": [_balance(one) for one in plan.budget.balances],
        "parts": {shown.part.name: shown.data(made, lang) for shown, made in parts.of(plan)},
    }


def _need(need: Need) -> dict[str, Any]:
    return {
        "year": need.year,
        "group": need.group,
        "funding": need.payer.funding,
        "account": need.payer.account,
        "subactivity": need.payer.subactivity,
        "office": need.payer.office,
        "kept": need.kept,
        "added": need.added,
        "person_months": need.person_months,
        "prices": list(need.prices),
        "amount": need.amount,
        "whole_year": need.whole_year,
        "verified": need.verified,
    }


def _balance(one: Balance) -> dict[str, Any]:
    return {
        "year": one.year,
        "funding": one.funding,
        "persons": one.persons,
        "need": one.need,
        "need_of_kept": one.need_of_kept,
        "money": one.money,
        "stage": one.stage,
        "shortfall": one.shortfall,
    }
