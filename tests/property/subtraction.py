"""Somebody who subtracts: reads all that was shown, and works out between what each hidden number must lie.

Written apart from the code that hides. It knows which numbers there are (a town's fishers, a programme's cases), that none is negative,
that a written total holds its parts and perhaps others nobody listed, that who is active is registered and who is registered is there;
and it reads tables and figures by what they say of themselves. What it cannot tell, a linear program cannot tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import highspy

from semesta.monev.measured import Measured
from semesta.monev.value import Value

Codes = tuple[str, ...]
Number = tuple[object, ...]
"""When, which measure, of what codes."""
FIGURES: Mapping[str, Mapping[str, str]] = {
    "population": {"value": "persons"},
    "registered": {"value": "registered"},
    "active": {"value": "active"},
    "gap": {"numerator": "active", "denominator": "persons"},
    "unregistered": {"numerator": "registered", "denominator": "persons"},
    "lapsed": {"numerator": "active", "denominator": "registered"},
    "coverage": {"numerator": "active", "denominator": "persons"},
    "registration": {"numerator": "registered", "denominator": "persons"},
    "claim_cases": {"value": "cases"},
    "claims_paid": {"value": "amount"},
    "average_claim": {"numerator": "amount", "denominator": "cases"},
}
"""By indicator which of its numbers is which measure."""
LEFT = ("gap", "unregistered", "lapsed")
"""Figures that are what a whole leaves beside a part."""


class Reader:
    """What follows from everything shown.

    Args:
        tables: by table its measures.
        names: the codes by which numbers are told apart, such as place and group.
        leaves: the codes of the smallest numbers there are.
        within: whether codes lie in others.
        orders: measures of which the first is never above the second.
        most: as large as any number could be.
        listed: of which measure and codes it is known, or guessed, that all that a total holds is listed.
    """

    def __init__(
        self,
        *,
        tables: Mapping[str, Sequence[str]],
        names: Sequence[str],
        leaves: Iterable[Codes],
        within: Callable[[Codes, Codes], bool],
        orders: Sequence[tuple[str, str]] = (),
        most: float = 10_000.0,
        listed: Callable[[str, Codes], bool] = lambda measure, codes: False,
    ) -> None:
        self.tables, self.names, self.within, self.orders, self.most = tables, names, within, orders, most
        self.leaves, self.listed = list(leaves), listed
        self.column: dict[Number, int] = {}
        self.times: set[object] = set()
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)

    def read(self, shown: Measured, when: object) -> None:
        """Takes in every number of the tables and of the figures. What is told twice of one time is one number."""
        self._begin(when)
        rows: dict[tuple[str, int], Codes] = {}
        for table, measures in self.tables.items():
            frame = shown.dataset.frames.get(table)
            if frame is None:
                continue
            for position, row in enumerate(frame.iter_rows(named=True)):
                codes = rows[table, position] = tuple(row[name] or "" for name in self.names)
                for measure in measures:
                    if row[measure] is not None:
                        self._say(self.number(when, measure, codes), row[measure], row[measure])
        for value in shown.values:
            self._read_figure(value, rows, when)

    def bounds(self, signs: Mapping[Number, float]) -> tuple[float, float]:
        """Between what a sum of numbers must lie."""
        self._know(signs)
        columns, found = {self.column[key]: sign for key, sign in signs.items()}, []
        for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize):
            for column in range(len(self.column)):
                self.solver.changeColCost(column, columns.get(column, 0.0))
            self.solver.changeObjectiveSense(sense)
            self.solver.run()
            assert self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal, "what is shown contradicts itself"
            found.append(self.solver.getInfo().objective_function_value)
        return found[0], found[1]

    def number(self, when: object, measure: str, codes: Codes) -> dict[Number, float]:
        """The leaves that a number holds; a written total, perhaps others besides."""
        signs: dict[Number, float] = {(when, measure, leaf): 1.0 for leaf in self.leaves if self.within(leaf, codes)}
        if codes not in self.leaves and not self.listed(measure, codes):
            signs[when, measure, "besides", codes] = 1.0
        return signs

    def _begin(self, when: object) -> None:
        if when in self.times:
            return
        self.times.add(when)
        for low, high in self.orders:
            for leaf in self.leaves:
                self._say({(when, high, leaf): 1.0, (when, low, leaf): -1.0}, 0.0, self.most)

    def _read_figure(self, value: Value, rows: Mapping[tuple[str, int], Codes], when: object) -> None:
        """A figure is the sum of the rows it names; where these overlap the largest of them, and at most their sum."""
        for name, measure in FIGURES.get(value.indicator, {}).items():
            number = getattr(value, name)
            named = [rows[ref] for ref in value.rows if ref in rows and measure in self.tables[ref[0]]]
            if isinstance(number, int) and named:
                self._say_sum(when, measure, named, number, value.high if name == "value" else None)
        told = FIGURES.get(value.indicator, {})
        if value.indicator in LEFT and isinstance(value.value, int):
            both = {
                name: [rows[r] for r in value.rows if r in rows and told[name] in self.tables[r[0]]] for name in told
            }
            if all(both.values()) and not any(self._overlap(named) for named in both.values()):
                whole = self._sum(when, told["denominator"], both["denominator"])
                for key, sign in self._sum(when, told["numerator"], both["numerator"]).items():
                    whole[key] = whole.get(key, 0.0) - sign
                self._say(whole, value.value, value.value)

    def _say_sum(self, when: object, measure: str, named: Sequence[Codes], number: int, high: object) -> None:
        if not self._overlap(named):
            self._say(self._sum(when, measure, named), number, number)
            return
        for codes in named:
            self._say(self.number(when, measure, codes), 0.0, number)
        if isinstance(high, int):
            self._say(self._sum(when, measure, named), high, high)

    def _overlap(self, named: Sequence[Codes]) -> bool:
        held = [leaf for codes in named for leaf in self.leaves if self.within(leaf, codes)]
        return len(held) > len(set(held))

    def _sum(self, when: object, measure: str, named: Iterable[Codes]) -> dict[Number, float]:
        signs: dict[Number, float] = defaultdict(float)
        for codes in named:
            for key, sign in self.number(when, measure, codes).items():
                signs[key] += sign
        return signs

    def _say(self, signs: Mapping[Number, float], low: float, high: float) -> None:
        self._know(signs)
        columns = {self.column[key]: sign for key, sign in signs.items()}
        self.solver.addRow(float(low), float(high), len(columns), list(columns), list(columns.values()))

    def _know(self, signs: Iterable[Number]) -> None:
        for key in signs:
            if key not in self.column:
                self.column[key] = len(self.column)
                self.solver.addVar(0.0, self.most)
