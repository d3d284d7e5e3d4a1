"""Plans reckoned by hand in exact fractions: prices from the words of the law, the rest from the definitions of each figure.

Nothing here imports Semesta. A scenario is the mapping that its file holds; what comes back are numbers to be held against its JSON.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

Scenario = Mapping[str, Any]

RISK = {1: "0.0024", 2: "0.0054", 3: "0.0089", 4: "0.0127", 5: "0.0174"}
"""JKK of wage earners by class of risk: PP 44/2015 Lampiran I."""
TIERS = [
    (1_100_000, 1_000_000), (1_300_000, 1_200_000), (1_500_000, 1_400_000), (1_700_000, 1_600_000), (1_900_000, 1_800_000),
    (2_200_000, 2_050_000), (2_700_000, 2_450_000), (3_200_000, 2_950_000), (3_700_000, 3_450_000), (4_200_000, 3_950_000),
    (4_700_000, 4_450_000), (5_200_000, 4_950_000), (5_700_000, 5_450_000), (6_200_000, 5_950_000), (6_700_000, 6_450_000),
    (7_200_000, 6_950_000), (7_700_000, 7_450_000), (8_200_000, 7_950_000), (9_200_000, 8_700_000),
    *((10_200_000 + n * 1_000_000, 9_700_000 + n * 1_000_000) for n in range(11)),
]  # fmt: skip
"""Incomes below the first have the second as their basis: PP 44/2015 Lampiran II."""
INDUSTRIES = {"food", "textile", "leather", "footwear", "toys", "furniture"}
PUBLIC = ("apbn", "apbd", "dbh_cht", "dbh_sawit")
"""Money that never has the relief of PP 50/2025; of shares of excise and of villages that is read so."""
GRACE, WAIT = 3, 3
"""Months that are covered still when nobody pays, and months of contribution before the whole grant is paid again."""
GRANT, FUNERAL = 42_000_000, 10_000_000
USUAL_SECTOR = {"rentan.ojek": "transport", "rentan.sopir_angkot": "transport", "rentan.becak": "transport"}


def exact(number: float | str) -> Fraction:
    """The number as it is written, not as a computer holds it."""
    return Fraction(str(number))


def half_up(amount: Fraction) -> int:
    return math.floor(amount + Fraction(1, 2))


def assumed(scenario: Scenario, name: str, which: str) -> Fraction:
    found = scenario.get(name)
    return exact(found[which]) if found else Fraction(0)


# prices


def basis_of(income: int | None) -> int:
    """What contributions of who has no wage are counted on."""
    return next((basis for below, basis in TIERS if (income or 0) < below), 20_700_000)


def relief(year: int, month: int, route: Mapping[str, Any], funding: str) -> tuple[Fraction, Fraction]:
    """The part of JKK and of JKM that is due."""
    when = (year, month)
    if (2020, 8) <= when <= (2021, 1):
        return Fraction(1, 100), Fraction(1, 100)
    if route["segment"] == "PU":
        employer = route.get("employer") or {}
        is_large = employer.get("industry") in INDUSTRIES and employer["workers"] >= 50
        half = is_large and (2025, 2) <= when <= (2026, 1)
        return (Fraction(1, 2) if half else Fraction(1)), Fraction(1)
    first, last = ((2026, 1), (2027, 3)) if route["sector"] == "transport" else ((2026, 4), (2026, 12))
    is_public = funding.startswith(PUBLIC)
    part = Fraction(1, 2) if first <= when <= last and not is_public else Fraction(1)
    return part, part


def programmes(route: Mapping[str, Any], funding: str, year: int, month: int, wage: int | None) -> dict[str, int]:
    """Rupiah of each programme for one person in a month."""
    jkk, jkm = relief(year, month, route, funding)
    rounded = {"up": math.ceil, "down": math.floor}.get(route.get("rounding", ""), half_up)
    if route["segment"] == "PU":
        assert wage is not None
        found = {
            "JKK": rounded(wage * exact(RISK[route["risk_class"]]) * jkk),
            "JKM": rounded(wage * exact("0.003") * jkm),
        }
        own_part, workers_part = wage * exact("0.037"), wage * exact("0.02")
        savings = (
            half_up(own_part) + half_up(workers_part)
            if route.get("rounding", "nearest") == "nearest"
            else rounded(own_part + workers_part)
        )
    else:
        basis = basis_of(route.get("income_per_month"))
        found = {"JKK": half_up(basis * jkk / 100), "JKM": half_up(6_800 * jkm)}
        savings = half_up(Fraction(basis, 50))
    return found | ({"JHT": savings} if route["package"].endswith("JHT") else {})


def route_of(group: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "package": "JKK+JKM",
        "sector": USUAL_SECTOR.get(group.get("group", ""), "other"),
        **group,
        "segment": group.get("route", "BPU"),
    }


def wage_in(scenario: Scenario, route: Mapping[str, Any], year: int, which: str = "central") -> int | None:
    wage = route.get("wage_per_month")
    grown = 1 + assumed(scenario, "wage_growth", which)
    return None if wage is None else half_up(wage * grown ** (year - scenario["years"]["first"]))


def price(
    scenario: Scenario, route: Mapping[str, Any], funding: str, year: int, month: int, which: str = "central"
) -> int:
    if route.get("own_price"):
        return int(route["own_price"])
    return sum(programmes(route, funding, year, month, wage_in(scenario, route, year, which)).values())


def year_price(
    scenario: Scenario,
    route: Mapping[str, Any],
    funding: str,
    year: int,
    which: str = "central",
    months: range = range(1, 13),
) -> int:
    return sum(price(scenario, route, funding, year, month, which) for month in months)


# need


def years_of(scenario: Scenario) -> range:
    return range(scenario["years"]["first"], scenario["years"]["last"] + 1)


def paid_months(payer: Mapping[str, Any]) -> range:
    first, _, last = str(payer.get("months", "1-12")).partition("-")
    return range(int(first), int(last or first) + 1)


def persons(scenario: Scenario, payer: Mapping[str, Any], year: int) -> tuple[int, int]:
    """Those kept from before the year, and those added in it."""
    added = payer.get("added", {})
    by_year = added if isinstance(added, dict) else dict.fromkeys(years_of(scenario), added)
    return payer["kept"] + sum(n for when, n in by_year.items() if when < year), by_year.get(year, 0)


def lines(scenario: Scenario) -> Iterator[tuple[int, dict[str, Any], Mapping[str, Any]]]:
    """Every payer of every group in every year, in the order in which plans tell them."""
    for year in years_of(scenario):
        for group in scenario["groups"]:
            for payer in group["payers"]:
                yield year, route_of(group), payer


def needs(scenario: Scenario, which: str = "central") -> list[dict[str, Any]]:
    found = []
    for year, route, payer in lines(scenario):
        months = paid_months(payer)
        begins = payer.get("begins", months[0])
        kept, added = persons(scenario, payer, year)
        prices = {m: price(scenario, route, payer["funding"], year, m, which) for m in months}
        there = {m: kept + (added if m >= begins else 0) for m in months}
        found.append(
            {
                "year": year,
                "group": route["group"],
                "funding": payer["funding"],
                "kept": kept,
                "added": added,
                "person_months": sum(there.values()),
                "prices": list(dict.fromkeys(prices.values())),
                "amount": sum(there[m] * prices[m] for m in months),
                "whole_year": (kept + added) * sum(prices.values()),
            }
        )
    return found


def months(scenario: Scenario) -> list[tuple[str, str, str, int, int, int]]:
    """Month, group, source, persons kept and begun, and rupiah."""
    found = []
    for year, route, payer in lines(scenario):
        kept, added = persons(scenario, payer, year)
        paid = paid_months(payer)
        for month in paid:
            begun = added if month >= payer.get("begins", paid[0]) else 0
            amount = (kept + begun) * price(scenario, route, payer["funding"], year, month)
            found.append((f"{year}-{month:02}", route["group"], payer["funding"], kept, begun, amount))
    return found


def money_in(money: Mapping[str, Any], year: int) -> int | None:
    """Rupiah of a year; one that is not named is grown from the one named before it, and nothing below a rupiah counts."""
    named = [each for each in money["amounts"] if each <= year]
    if not named:
        return None
    return math.floor(money["amounts"][max(named)] * (1 + exact(money.get("growth", 0))) ** (year - max(named)))


def balances(scenario: Scenario) -> dict[tuple[int, str], tuple[int, int, int | None]]:
    """By year and source: persons, need, and need less money, None where the money is not known."""
    money = {one["funding"]: one for one in scenario.get("money", ())}
    found = {}
    for year in years_of(scenario):
        of_year = [one for one in needs(scenario) if one["year"] == year]
        for funding in {one["funding"] for one in of_year} | set(money):
            ours = [one for one in of_year if one["funding"] == funding]
            need, has = sum(one["amount"] for one in ours), money_in(money[funding], year) if funding in money else None
            people = sum(one["kept"] + one["added"] for one in ours)
            found[year, funding] = people, need, None if has is None else need - has
    return found


# time lost


def quotas(scenario: Scenario, which: str) -> list[tuple[str, int, float, float]]:
    """Of the first year: places, who leaves within the months paid, and what is not spent when nobody takes their place."""
    rate = float(assumed(scenario, "leaving", which))

    def left(n: int) -> float:
        return float(1 - (1 - rate) ** (n / 12))

    found = []
    for year, route, payer in lines(scenario):
        if year != scenario["years"]["first"]:
            continue
        kept, added = persons(scenario, payer, year)
        paid = paid_months(payer)
        begins = payer.get("begins", paid[0])
        leavers = kept * left(len(paid)) + added * left(paid[-1] - begins + 1)
        unspent = sum(
            price(scenario, route, payer["funding"], year, m)
            * (kept * left(m - paid[0]) + added * left(max(0, m - begins)))
            for m in paid
        )
        found.append((payer["funding"], kept + added, leavers, unspent))
    return found


def lapses(scenario: Scenario) -> list[tuple[str, int, int, int, int]]:
    """Of the first year: months unpaid until the next year's first, uncovered ones, months of waiting, and rupiah saved."""
    found = []
    for year, route, payer in lines(scenario):
        paid = paid_months(payer)
        if year != scenario["years"]["first"] or len(paid) == 12:
            continue
        gap = [(year, m) for m in range(paid[-1] + 1, 13)] + [(year + 1, m) for m in range(1, paid[0])]
        uncovered = max(0, len(gap) - GRACE) if route["segment"] == "BPU" else 0
        waits = WAIT if uncovered and (year + 1, paid[0]) >= (2025, 3) else 0
        people = sum(persons(scenario, payer, year))
        saved = people * sum(price(scenario, route, payer["funding"], *month) for month in gap)
        found.append((payer["funding"], len(gap), uncovered, waits, saved))
    return found


# the way to a target


def population(scenario: Scenario, target: Mapping[str, Any], year: int, which: str) -> int:
    grown = (1 + assumed(scenario, "growth", which)) ** (year - scenario["years"]["first"])
    return math.floor(target["population"] * grown)


def wanted(scenario: Scenario, target: Mapping[str, Any], year: int, which: str) -> int:
    """Persons at the end of a year, on a straight line from those covered at the end of the year before the plan to each aim."""
    first = scenario["years"]["first"]
    there = population(scenario, target, year, which)
    if "persons" in target:
        aims, start = {y: Fraction(n) for y, n in target["persons"].items()}, Fraction(target["covered"])
    else:
        aims = {y: exact(part) * there for y, part in target["shares"].items()}
        start = Fraction(target["covered"] * there, target["population"])
    points = {first - 1: start, **{y: aim for y, aim in aims.items() if y >= first}}
    if len(points) == 1:
        points[first] = aims[max(aims)]
    before = max(y for y in points if y <= year)
    later = [y for y in points if y > year]
    at = points[before]
    if later:
        at += (points[min(later)] - at) * (year - before) / (min(later) - before)
    return max(target["covered"], min(there, math.ceil(at)))


def paid_by_source(
    scenario: Scenario, target: Mapping[str, Any], year: int, new: int, which: str = "central"
) -> list[tuple[str, int, int]]:
    """Whole persons of each source, cut where the parts added up fall, and their price for the whole year."""
    found, part, given = [], Fraction(0), 0
    for one in target["mix"]:
        part += exact(one["part"])
        upto = min(new, math.floor(new * part + Fraction(1, 10**6)))
        people, given = upto - given, upto
        each = year_price(scenario, route_of(one), one["funding"], year, which)
        found.append((one["funding"], people, people * each))
    return found


def planned(scenario: Scenario, target: Mapping[str, Any], year: int) -> int:
    first = scenario["years"]["first"]
    payers = [payer for group in scenario["groups"] for payer in group["payers"]]
    added = sum(persons(scenario, payer, y)[1] for payer in payers for y in range(first, year + 1))
    return min(population(scenario, target, year, "central"), target["covered"] + added)


def reached(scenario: Scenario, target: Mapping[str, Any], year: int, which: str = "central") -> int | None:
    """Those covered when each source pays first for those it keeps, and with what is left for new ones for a whole year."""
    routes = {
        **{p["funding"]: route_of(g) for g in scenario["groups"] for p in g["payers"]},
        **{one["funding"]: route_of(one) for one in target["mix"]},
    }
    change, is_known = 0, False
    for money in scenario.get("money", ()):
        has, funding = money_in(money, year), money["funding"]
        if has is None or funding not in routes:
            continue
        is_known = True
        ours = [(route_of(g), p) for g in scenario["groups"] for p in g["payers"] if p["funding"] == funding]
        kept = sum(p["kept"] for _, p in ours)
        cost = sum(p["kept"] * year_price(scenario, r, funding, year, which, paid_months(p)) for r, p in ours)
        if has >= cost:
            change += (has - cost) // year_price(scenario, routes[funding], funding, year, which)
        else:
            change += kept * has // cost - kept
    return max(0, min(population(scenario, target, year, which), target["covered"] + change)) if is_known else None


def goal(scenario: Scenario, target: Mapping[str, Any], year: int) -> int:
    there = population(scenario, target, year, "central")
    aims = target.get("persons") or {y: exact(part) * there for y, part in target["shares"].items()}
    return min(there, math.ceil(aims[max(aims)]))


def met(scenario: Scenario, target: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """The first year in which the plan, and in which the money there is, reaches the last aim."""
    first = scenario["years"]["first"]
    by_plan = (y for y in years_of(scenario) if planned(scenario, target, y) >= goal(scenario, target, y))
    by_money = (
        y
        for y in range(first, first + 30)
        if (there := reached(scenario, target, y)) is not None and there >= goal(scenario, target, y)
    )
    return next(by_plan, None), next(by_money, None)
