"""Somebody who subtracts: knows which people could be told apart, reads what is shown, and works out what each hidden number could be.

Written apart from the code that hides, from the words of the figures alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import highspy

from semesta.basics.groups import GROUPS
from semesta.basics.places import PLACES
from semesta.monev.measured import Measured

Leaf = tuple[str, str, str]
"""Number (persons, registered or active), place, group."""
DIFFERENCES = {
    "gap": ("persons", "active"),
    "unregistered": ("persons", "registered"),
    "lapsed": ("registered", "active"),
}
TOTALS = {"population": "persons", "registered": "registered", "active": "active"}
SHARES = {"coverage": ("active", "persons"), "registration": ("registered", "persons")}


class Reader:
    """What follows from everything shown, for numbers of people in the cells of place and group."""

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        self.column = {leaf: number for number, leaf in enumerate(leaves)}
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        for _ in self.column:
            self.solver.addVar(0.0, 10_000.0)
        for number, place, group in [leaf for leaf in self.column if leaf[0] == "active"]:
            self._say({(number, place, group): -1.0, ("registered", place, group): 1.0}, 0.0, 10_000.0)

    def read(self, shown: Measured) -> None:
        """Takes in every number of the tables and every number of the figures."""
        for table, measures in (("population", ["persons"]), ("members", ["registered", "active"])):
            for row in shown.dataset.frames[table].iter_rows(named=True):
                for measure in measures:
                    if row[measure] is not None:
                        self._equals({measure: 1.0}, row["place"], row["group"] or "", row[measure])
        for value in shown.values:
            place, group, name = value.node.place, value.node.group, value.indicator
            if value.node.funding or value.node.office or value.node.programme:
                continue
            told: dict[str, tuple[Mapping[str, float], object]] = {}
            if name in TOTALS:
                told = {"value": ({TOTALS[name]: 1.0}, value.value)}
            if name in DIFFERENCES:
                whole, part = DIFFERENCES[name]
                told = {
                    "value": ({whole: 1.0, part: -1.0}, value.value),
                    "numerator": ({part: 1.0}, value.numerator),
                    "denominator": ({whole: 1.0}, value.denominator),
                }
            if name in SHARES:
                part, whole = SHARES[name]
                told = {
                    "numerator": ({part: 1.0}, value.numerator),
                    "denominator": ({whole: 1.0}, value.denominator),
                }
                if value.value is not None and value.denominator is None:
                    told["share"] = ({part: 1.0, whole: -value.value}, 0)
            for signs, number in told.values():
                if isinstance(number, int):
                    self._equals(signs, place, group, number)

    def bounds(self, measure: str, place: str, group: str) -> tuple[float, float]:
        """Between what a number must lie."""
        signs = self._over({measure: 1.0}, place, group)
        found = []
        for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize):
            for column in range(len(self.column)):
                self.solver.changeColCost(column, 0.0)
            for leaf, sign in signs.items():
                self.solver.changeColCost(self.column[leaf], sign)
            self.solver.changeObjectiveSense(sense)
            self.solver.run()
            assert self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
            found.append(self.solver.getInfo().objective_function_value)
        return found[0], found[1]

    def _equals(self, signs: Mapping[str, float], place: str, group: str, number: int) -> None:
        self._say(self._over(signs, place, group), float(number), float(number))

    def _over(self, signs: Mapping[str, float], place: str, group: str) -> dict[Leaf, float]:
        return {
            leaf: signs[leaf[0]]
            for leaf in self.column
            if leaf[0] in signs and PLACES.is_within(leaf[1], place) and GROUPS.is_within(leaf[2], group)
        }

    def _say(self, signs: Mapping[Leaf, float], low: float, high: float) -> None:
        self.solver.addRow(low, high, len(signs), [self.column[leaf] for leaf in signs], list(signs.values()))
