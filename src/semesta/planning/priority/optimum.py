"""The choice with most of a stated objective: whole numbers of people per stratum of like people, not one variable a person.

People of one group, district, decile, age band and dependants are alike to the objective; how many of each stratum are covered is
the optimum (HiGHS, gap of at most 0.1 %), who of them is by the rules, then by the recorded seed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np
import polars as pl

from semesta.planning.estimate import Estimate
from semesta.planning.priority.chosen import Chosen, Floor, chosen_of, is_of, taken_of
from semesta.planning.priority.objective import Objective

GAP = 0.001
SECONDS = 60.0
STRATUM = ("group", "district", "decile", "age_band", "dependants")
BAND = 5


class NoOptimum(Exception):
    """The solver found no choice; `infeasible` where there is none, else it ran out of time."""

    def __init__(self, status: str, *, infeasible: bool) -> None:
        super().__init__(status)
        self.infeasible = infeasible


@dataclass(frozen=True, slots=True)
class Optimum:
    """A choice and how good it is in the objective's unit: `worth` of those chosen, and how far they may be from the best.

    `modelled` and `bound` count everyone at the mean of his stratum, which is what was made the most of.
    """

    chosen: Chosen
    objective: Objective
    worth: Estimate
    """By what is assumed, where the worth rests on assumptions; one number where it does not."""
    modelled: float
    bound: float

    @property
    def gap(self) -> float:
        return (self.bound - self.modelled) / self.bound if self.bound else 0.0


def optimum(
    ordered: pl.DataFrame, worth: pl.Series, objective: Objective, budget: int, floors: Sequence[Floor] = ()
) -> Optimum:
    """The choice with most worth that the sum pays for and that keeps the floors, as far as money and people reach.

    Where several choices are worth the same the order of the rules decides, and it takes what is left as far as that pays.

    Args:
        ordered: candidates in the order of the rules, which decides within a stratum.
        worth: of each of them, in that order; people of one stratum get its mean.

    Raises:
        NoOptimum: none was found in time, or the floors cost more than there is.
    """
    banded = ordered.with_columns(age_band=pl.col("age") // BAND, worth=worth)
    keys = [*STRATUM, "price"]
    strata = banded.group_by(keys, maintain_order=True).agg(persons=pl.len(), mean=pl.col("worth").mean())
    counts, bound = _solved(strata, budget, floors)
    alike = _alike(strata.with_columns(covered=pl.Series(counts, dtype=pl.Int64)), floors)
    table = (
        banded.join(
            alike.select(*keys, "mean", "class", "most"), on=keys, how="left", nulls_equal=True, maintain_order="left"
        )
        .with_columns(chosen=pl.int_range(pl.len()).over("class") < pl.col("most"))
        .with_columns(by=pl.when("chosen").then(pl.lit("optimum")).otherwise(pl.lit("ceiling")))
    )
    filled = _filled(table, budget)
    got = filled.filter(pl.col("chosen")).select(pl.col("worth", "mean").sum()).row(0)
    kept = filled.select(*ordered.columns, "chosen", "by").sort("place")
    return Optimum(chosen_of(kept, budget, floors), objective, Estimate.exactly(got[0]), got[1], max(bound, got[1]))


def _alike(strata: pl.DataFrame, floors: Sequence[Floor]) -> pl.DataFrame:
    """Strata with their `class`, all of whose people are worth and cost the same and count for the same floors, and how many it has.

    Who of a class is covered makes no difference to the objective; the solver's pick among its strata would be nobody's rule.
    """
    marks = [is_of(floor).alias(f"floor_{number}") for number, floor in enumerate(floors)]
    same = ["price", pl.col("mean").round_sig_figs(9), *marks]
    return strata.with_columns(pl.struct(same).rank("dense").alias("class")).with_columns(
        most=pl.col("covered").sum().over("class")
    )


def _filled(table: pl.DataFrame, budget: int) -> pl.DataFrame:
    """Down the order with what is left: a gap the solver may leave, and people whom the objective is indifferent to."""
    left = budget - int(table.filter(pl.col("chosen"))["price"].sum())
    rest = table.with_row_index("row").filter(~pl.col("chosen") & (pl.col("price") <= left)).sort("place")
    taken = [
        row for row, is_taken in zip(rest["row"], taken_of(rest["price"].to_list(), left), strict=True) if is_taken
    ]
    if not taken:
        return table
    more = pl.int_range(pl.len()).is_in(taken)
    return table.with_columns(
        chosen=pl.col("chosen") | more, by=pl.when(more).then(pl.lit("rest")).otherwise(pl.col("by"))
    )


def _solved(strata: pl.DataFrame, budget: int, floors: Sequence[Floor]) -> tuple[list[int], float]:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    for option, value in (("mip_rel_gap", GAP), ("time_limit", SECONDS), ("random_seed", 0), ("threads", 1)):
        solver.setOptionValue(option, value)
    persons, prices = strata["persons"].to_numpy(), strata["price"].to_numpy().astype(float)
    n = len(persons)
    worth = strata["mean"].to_numpy()
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
        raise NoOptimum(solver.modelStatusToString(status), infeasible=status == highspy.HighsModelStatus.kInfeasible)
    counts = [round(value) for value in found]
    if float(np.dot(counts, prices)) > budget or solver.getInfo().primal_solution_status != 2:
        raise NoOptimum(solver.modelStatusToString(status), infeasible=status == highspy.HighsModelStatus.kInfeasible)
    return counts, float(solver.getInfo().mip_dual_bound) * scale
