"""Lists of up to twelve workers, every possible choice of them tried: none that a sum pays for and floors allow is worth more.

To the objective people of one group, district, decile, band of five years and number of dependants are alike: each counts as the mean.
"""

import csv
import datetime as dt
import random
import sys
from functools import cache
from pathlib import Path

import pytest
from planning_asked import FUNERAL, GRANT, price

sys.path.insert(0, str(Path(__file__).parent))
from test_independent_priority import MIXED, Floor, Unplannable, found, worker

TABLE = Path(__file__).parents[2] / "src" / "semesta" / "planning" / "assumptions" / "life_table.csv"
FALLS = {1: 0.1, 2: 0.8, 3: 0.6, 4: 0.4, 5: 0.2}
"""Assumed: families by decile that a death makes poor, and not when they are covered."""
DECILES = {"poor": 2, "extreme_poor": 1, **{str(n): n for n in range(1, 11)}}


@cache
def dying(age, sex):
    """The chance to die within a year: UN WPP 2024, 2025–2030."""
    with TABLE.open(encoding="utf-8") as lines:
        rows = {row["age"]: row for row in csv.DictReader(lines) if row["period"] == "2025-2030"}
    return float(rows[str(age)][{"L": "qx_male", "P": "qx_female"}.get(sex, "qx_both")])


def age_of(row, months):
    """On the first day that is paid."""
    day, born = dt.date(2026, 13 - months, 1), row["birth_date"]
    return day.year - born.year - ((born.month, born.day) > (day.month, day.day))


def cost_of(row, months, funding):
    sector = "transport" if row["group"] == "rentan.ojek" else "other"
    public = funding.startswith("apbd")
    return sum(price(2026, month, public=public, sector=sector) for month in range(13 - months, 13))


def worth_of(row, by, months):
    if by == "persons":
        return 1.0
    chance, waits = dying(age_of(row, months), row["sex"]), min(3, months)
    if by == "benefit":
        grant = (GRANT * (months - waits) + FUNERAL * waits) / 12
        return chance * grant + 3.5 / 1_000 * 8_000_000 * months / 12
    return chance * FALLS.get(DECILES.get(row["decile"]), 0) * (months - waits) / 12


def anything(seed):
    draw = random.Random(seed)
    rows = [
        worker(
            number,
            age=draw.choice([20, 22, 24, 30, 33, 45, 47, 60, 63]),
            sex=draw.choice(["L", "P", None]),
            group=draw.choice(MIXED),
            decile=draw.choice([None, "1", "2", "3", "5", "9", "poor"]),
            district=f"36.72.0{draw.randrange(1, 4)}",
        )
        for number in range(draw.randrange(3, 13))
    ]
    codes = [("group", code) for code in (*MIXED, "rentan")] + [("district", f"36.72.0{n}") for n in (1, 2, 3)]
    floors = [Floor(*draw.choice(codes), draw.randrange(1, 4)) for _ in range(draw.randrange(3))]
    asked = {"months": draw.choice([12, 12, 5, 3]), "funding": draw.choice(["csr", "apbd.kabkota"])}
    costs = [cost_of(row, **asked) for row in rows]
    return rows, costs, draw.randrange(min(costs), sum(costs) + 10_000), floors, asked


def counted(rows, floor, picked):
    """How many of those picked, and of all, count for a floor."""
    those = {n for n, row in enumerate(rows) if f"{row[floor.column]}.".startswith(f"{floor.code}.")}
    return len(those & picked), len(those)


def keeps(rows, floors, picked):
    return all(kept >= min(floor.persons, of) for floor in floors for kept, of in [counted(rows, floor, picked)])


def means(rows, worths, months):
    """What each counts as."""
    alike = {}
    for n, row in enumerate(rows):
        key = row["group"], row["district"], DECILES.get(row["decile"]), age_of(row, months) // 5
        alike.setdefault(key, []).append(n)
    mean = {n: sum(worths[m] for m in ones) / len(ones) for ones in alike.values() for n in ones}
    return [mean[n] for n in range(len(rows))]


def choices(rows, costs, budget, floors):
    """Every set of people that the sum pays for and that keeps the floors."""
    for mask in range(1 << len(rows)):
        picked = {n for n in range(len(rows)) if mask >> n & 1}
        if sum(costs[n] for n in picked) <= budget and keeps(rows, floors, picked):
            yield picked


@pytest.mark.parametrize("by", ["persons", "benefit", "poverty"])
@pytest.mark.parametrize("seed", range(14))
def test_no_choice_is_worth_more(seed, by):
    rows, costs, budget, floors, asked = anything(seed)
    worths = [worth_of(row, by, asked["months"]) for row in rows]
    counts_as = means(rows, worths, asked["months"])
    best = max((sum(counts_as[n] for n in picked) for picked in choices(rows, costs, budget, floors)), default=None)
    if best is None:
        with pytest.raises(Unplannable):
            found(rows, budget, by=by, floors=floors, **asked)
        return
    told = found(rows, budget, by=by, floors=floors, **asked)
    picked = {int(name[1:]) for name in told.covered}
    assert told.spent == sum(costs[n] for n in picked) <= budget
    assert keeps(rows, floors, picked)
    assert sum(counts_as[n] for n in picked) >= 0.999 * best - 1e-12
    assert told.best.worth.central == pytest.approx(sum(worths[n] for n in picked), rel=1e-6)


@pytest.mark.parametrize("seed", range(14))
def test_rules_go_down_the_order_and_pass_over_who_is_too_dear(seed):
    rows, costs, budget, floors, asked = anything(seed)
    told = found(rows, budget, floors=floors, rules=("decile", "oldest"), **asked)
    order = [int(name[1:]) for name in told.chosen.table.sort("place")["id"]]
    first = {n for floor in floors for n in [m for m in order if counted([rows[m]], floor, {0})[0]][: floor.persons]}
    left, picked = budget, set()
    for n in [*(m for m in order if m in first), *(m for m in order if m not in first)]:
        if costs[n] <= left:
            picked, left = picked | {n}, left - costs[n]
    assert ({int(name[1:]) for name in told.covered}, told.chosen.left) == (picked, left)
    keys = [(DECILES.get(rows[n]["decile"], 11), -age_of(rows[n], asked["months"])) for n in order]
    assert [key for n, key in zip(order, keys, strict=True) if n not in first] == sorted(
        key for n, key in zip(order, keys, strict=True) if n not in first
    )
