"""The choice with most of a stated objective: whole numbers of people per stratum of like people, not one variable a person.

People of one group, district, decile, age band and dependants are alike to the objective; how many of each stratum are covered is
the optimum (HiGHS, gap of at most 0.1 %), who of them is by the rules, then by the recorded seed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
import polars as pl

from semesta.basics.words import Words
from semesta.planning.assumptions import LifeTable
from semesta.planning.priority.chosen import Chosen, Floor, is_of, told

GAP = 0.001
SECONDS = 60.0
STRATUM = ("group", "district", "decile", "age_band", "dependants")
BAND = 5
ADULT = 40
"""The age taken where nobody knows it, for the objective alone."""


class NoOptimum(Exception):
    """The solver found no choice within its time; `status` is what it said."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Objective:
    """What there is to be most of. `worth` gives it for one person by age, sex and decile, in the unit named."""

    name: str
    title: Words
    unit: Words


OBJECTIVES = {
    one.name: one
    for one in (
        Objective("persons", Words("orang terlindungi", "persons covered"), Words("orang", "persons")),
        Objective(
            "benefit", Words("manfaat yang diharapkan setahun", "expected benefits a year"), Words("rupiah", "rupiah")
        ),
        Objective(
            "poverty",
            Words("keluarga yang diharapkan tidak jatuh miskin", "families expected not to fall into poverty"),
            Words("keluarga setahun", "families a year"),
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Optimum:
    """A choice and how good it is: `worth` in the objective's unit, `bound` the most there can be, `gap` between the two."""

    chosen: Chosen
    objective: Objective
    worth: float
    bound: float

    @property
    def gap(self) -> float:
        return (self.bound - self.worth) / self.bound if self.bound else 0.0


def worth_of(
    objective: str, table: pl.DataFrame, life: LifeTable, *, benefit: int, accidents: float, falls: Mapping[int, float]
) -> pl.Series:
    """What covering each person is worth.

    Args:
        benefit: what a death pays by law.
        accidents: rupiah expected of work accidents a year.
        falls: by decile the share of families that fall below the line when an earner dies without cover and not with it.
    """
    if objective == "persons":
        return pl.Series([1.0]).new_from_index(0, table.height)
    ages = table["age"].fill_null(ADULT).to_list()
    sexes = table["sex"].fill_null("").to_list()
    dies = [life.chance(age, sex if sex in ("L", "P") else "") for age, sex in zip(ages, sexes, strict=True)]
    if objective == "benefit":
        return pl.Series([chance * benefit + accidents for chance in dies])
    kept = [falls.get(decile, 0.0) if decile is not None else 0.0 for decile in table["decile"].to_list()]
    return pl.Series([chance * share for chance, share in zip(dies, kept, strict=True)])


def optimum(
    ordered: pl.DataFrame, worth: pl.Series, objective: Objective, budget: int, floors: Sequence[Floor] = ()
) -> Optimum:
    """The choice with most worth that the sum pays for and that keeps the floors, as far as money and people reach.

    Args:
        ordered: candidates in the order of the rules, which decides within a stratum.
        worth: of each of them, in that order; people of one stratum get its mean.

    Raises:
        NoOptimum: none was found in time, or the floors cost more than there is.
    """
    banded = ordered.with_columns(age_band=pl.col("age") // BAND, worth=worth)
    keys = [*STRATUM, "price"]
    strata = banded.group_by(keys, maintain_order=True).agg(persons=pl.len(), worth=pl.col("worth").mean())
    counts, bound = _solved(strata, budget, floors)
    sized = strata.with_columns(covered=pl.Series(counts, dtype=pl.Int64)).select(*keys, "covered")
    table = (
        banded.join(sized, on=keys, how="left", nulls_equal=True, maintain_order="left")
        .with_columns(chosen=pl.int_range(pl.len()).over(keys) < pl.col("covered"))
        .with_columns(by=pl.when("chosen").then(pl.lit("optimum")).otherwise(pl.lit("ceiling")))
    )
    got = float(table.filter(pl.col("chosen"))["worth"].sum())
    kept = table.drop("age_band", "worth", "covered").sort("place")
    return Optimum(told(kept, budget, floors), objective, got, max(bound, got))


def _solved(strata: pl.DataFrame, budget: int, floors: Sequence[Floor]) -> tuple[list[int], float]:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    for option, value in (("mip_rel_gap", GAP), ("time_limit", SECONDS), ("random_seed", 0), ("threads", 1)):
        solver.setOptionValue(option, value)
    persons, prices = strata["persons"].to_numpy(), strata["price"].to_numpy().astype(float)
    n = len(persons)
    worth = strata["worth"].to_numpy()
    scale = float(np.abs(worth).max()) or 1.0
    solver.addVars(n, np.zeros(n), persons.astype(float))
    indices = np.arange(n, dtype=np.int32)
    solver.changeColsCost(n, indices, worth / scale)
    solver.changeColsIntegrality(n, indices, np.full(n, highspy.HighsVarType.kInteger))
    solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
    unit = 100.0 if all(price % 100 == 0 for price in prices) else 1.0
    solver.addRow(-highspy.kHighsInf, float(int(budget // unit)), n, indices, prices / unit)
    for floor in floors:
        those = strata.with_row_index("n").filter(is_of(floor))
        wanted = min(floor.persons, int(those["persons"].sum()))
        at = those["n"].to_numpy().astype(np.int32)
        solver.addRow(float(wanted), highspy.kHighsInf, len(at), at, np.ones(len(at)))
    solver.run()
    status = solver.getModelStatus()
    found = np.array(solver.getSolution().col_value)
    if status not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kTimeLimit) or not len(found):
        raise NoOptimum(solver.modelStatusToString(status))
    counts = [round(value) for value in found]
    if float(np.dot(counts, prices)) > budget or solver.getInfo().primal_solution_status != 2:
        raise NoOptimum(solver.modelStatusToString(status))
    return counts, float(solver.getInfo().mip_dual_bound) * scale
