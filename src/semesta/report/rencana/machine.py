"""A plan as programs read it: whole rupiah, null where nothing is known; names only grow."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from semesta.basics.groups import owed_by
from semesta.basics.words import Lang
from semesta.planning.budget import Balance, Cost, Need
from semesta.planning.compared import Compared
from semesta.planning.cover import Payer
from semesta.planning.fields import Assumed
from semesta.planning.lapse import Lapse
from semesta.planning.path import Path
from semesta.planning.plan import Plan
from semesta.planning.quota import Quota
from semesta.planning.rest import rest
from semesta.planning.sensitivity import OWN, own_assumptions
from semesta.report.rencana import parts


def as_data(plan: Plan, lang: Lang, compared: Compared | None = None) -> dict[str, Any]:
    """The whole plan; intervals are low, central, high. `compared` is null without another plan."""
    scenario = plan.scenario
    own = {**dict.fromkeys(OWN), **own_assumptions(scenario)}
    return {
        "name": scenario.name,
        "place": scenario.place,
        "years": {"first": scenario.first, "last": scenario.last},
        "seed": scenario.seed,
        "supposes_law": bool(scenario.supposes),
        "assumptions": {name: _assumed(one) for name, one in {**own, **scenario.assumptions}.items()},
        "needs": [_need(need) for need in plan.budget.needs],
        "months": [_month(cost) for cost in plan.budget.costs],
        "accounts": [_account(plan, year) for year in scenario.years],
        "rest": [{"group": code, "owed_by": owed_by(code), "persons": n} for code, n in rest(scenario).items()],
        "balances": [_balance(one) for one in plan.budget.balances],
        "ways": [asdict(one) for one in plan.ways],
        "lapses": [_lapse(one) for one in plan.lapses],
        "quotas": [_quota(one) for one in plan.quotas],
        "paths": [_path(one) for one in plan.paths],
        "parts": {shown.part.name: shown.data(made, lang) for shown, made in parts.of(plan)},
        "compared": None if compared is None else _compared(compared, lang),
    }


def _compared(compared: Compared, lang: Lang) -> dict[str, Any]:
    return {
        "names": list(compared.names),
        "places": list(compared.places),
        "needs": [{"year": year, "first": one, "other": two} for year, one, two in compared.needs],
        "figures": [
            {
                "title": p.title.said(lang),
                "unit": p.unit,
                "first": p.first,
                "other": p.other,
                "difference": p.difference,
                "is_alike": p.is_alike,
            }
            for p in compared.figures
        ],
        "otherwise": [
            {
                "field": one.field,
                "title": one.title.said(lang),
                "first": one.first,
                "other": one.other,
                "first_said": one.first_said.said(lang),
                "other_said": one.other_said.said(lang),
            }
            for one in compared.otherwise
        ],
    }


def _assumed(one: Assumed | None) -> dict[str, Any] | None:
    return None if one is None else {**asdict(one.value), "source": one.source, "basis": one.basis}


def _payer(payer: Payer) -> dict[str, Any]:
    names = ("funding", "account", "subactivity", "office")
    return {name: getattr(payer, name) for name in names} | {"accounts": dict(payer.accounts)}


def _need(need: Need) -> dict[str, Any]:
    return {
        "year": need.year,
        "group": need.group,
        **_payer(need.payer),
        "kept": need.kept,
        "added": need.added,
        "person_months": need.person_months,
        "prices": list(need.prices),
        "amount": need.amount,
        "whole_year": need.whole_year,
        "verified": need.verified,
    }


def _month(cost: Cost) -> dict[str, Any]:
    """One payer's cost of one group in one month; programmes are empty where the office reckons with a price of its own."""
    return {
        "month": f"{cost.month:%Y-%m}",
        "group": cost.group,
        "funding": cost.payer.funding,
        "account": cost.payer.account,
        "kept": cost.kept,
        "added": cost.added,
        "price": cost.price.amount,
        "programmes": dict(cost.price.programmes),
        "amount": cost.amount,
        "verified": cost.price.verified,
    }


def _account(plan: Plan, year: int) -> dict[str, Any]:
    """A year's sums by office, account and programme; "" for what stands under no account, or is not split."""
    sums = plan.budget.by_account(year).items()
    return {
        "year": year,
        "sums": [
            {"office": office, "account": account, "programme": programme, "amount": amount}
            for (office, account, programme), amount in sums
        ],
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
        "need_range": None if one.need_range is None else asdict(one.need_range),
    }


def _lapse(one: Lapse) -> dict[str, Any]:
    names = (
        "year",
        "persons",
        "unpaid",
        "uncovered",
        "waiting",
        "saved",
        "lost_if_death",
        "lost_while_waiting",
        "verified",
    )
    own = {name: getattr(one, name) for name in names}
    return {"group": one.group, **_payer(one.payer), **own, "expected": asdict(one.expected)}


def _quota(one: Quota) -> dict[str, Any]:
    return {
        "group": one.group,
        **_payer(one.payer),
        "year": one.year,
        "places": one.places,
        "leavers": asdict(one.leavers),
        "unspent": asdict(one.unspent),
    }


def _path(one: Path) -> dict[str, Any]:
    target = one.target
    return {
        "document": target.document,
        "universe": target.universe,
        "population": target.population,
        "covered": target.covered,
        "shares": {str(year): share for year, share in target.shares.items()},
        "persons": {str(year): persons for year, persons in target.persons.items()},
        "source": target.source,
        "source_of_target": target.of_document,
        "met_by_plan": one.met_by_plan,
        "met_by_money": one.met_by_money,
        "steps": [{**asdict(step), "amount": step.amount} for step in one.steps],
    }
