"""A measured round as others may see it: nobody can tell from it, or from it and what was published before, of whom one to four are.

Every number of a summary table is a cell, and so is every figure made of them. Relations say how they hang together: totals with
their parts along places, groups and all other codes, figures with the rows they were made of, registered with active, one round with
the next. `hidden` says which cells must go. The figures that stay are those of the round itself, never reckoned again from tables with
holes in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from semesta.monev.cells import ENOUGH, SMALL, Cells
from semesta.monev.hidden import SECONDS, Progress, hidden
from semesta.monev.holding import MEASURES, PERSONS, Key, Row, along_periods, relate, rows_of
from semesta.monev.measured import Measured
from semesta.monev.seen import LEFT_HOME, WITHHELD, Numbers, seen
from semesta.monev.value import Node, Value

__all__ = ["LEFT_HOME", "WITHHELD", "Disclosed", "Published", "disclosed"]

COUNTED = ("persons", "cases", "heirs")
"""Units of figures that count people or what happened to them."""
PEOPLE, REGISTERED, ACTIVE = ("population", "persons"), ("members", "registered"), ("members", "active")
MADE_OF = {
    "population": {"value": PEOPLE},
    "registered": {"value": REGISTERED},
    "active": {"value": ACTIVE},
    "gap": {"numerator": ACTIVE, "denominator": PEOPLE},
    "coverage": {"numerator": ACTIVE, "denominator": PEOPLE},
    "unregistered": {"numerator": REGISTERED, "denominator": PEOPLE},
    "registration": {"numerator": REGISTERED, "denominator": PEOPLE},
    "lapsed": {"numerator": ACTIVE, "denominator": REGISTERED},
}
"""Of which table and measure the numbers of a figure are, where several of its rows may by chance be as much."""
OF_A_FIGURE = 1
"""A row is hidden sooner than a figure."""


@dataclass(frozen=True)
class Disclosed:
    """What may be seen of a round.

    withheld: by table how many of its rows have hidden numbers; under "figures" how many figures are hidden.
    leaked: how many small cells can be told from what was published before this one, whatever is hidden now.
    undecided: how many small cells there was no time for; all that has to do with them is hidden.
    """

    measured: Measured
    withheld: Mapping[str, int]
    leaked: int
    undecided: int = 0


@dataclass(frozen=True)
class Published:
    """A round that was published before: as it was measured, and as it was shown."""

    measured: Measured
    shown: Measured


def disclosed(
    measured: Measured,
    before: Sequence[Published] = (),
    *,
    progress: Progress = lambda done: None,
    seconds: float = SECONDS,
) -> Disclosed:
    """The round as others may see it, given what they have seen before.

    Args:
        progress: called with the share done; what it raises ends the work.
        seconds: of the processor; after so much work everything that has to do with what is not yet decided is hidden.
    """
    cells = Cells()
    progress(0.0)
    ours = _Told(measured, cells)
    progress(0.1)
    over_time = ours.by_period()
    for one in before:
        theirs = _Told(one.measured, cells)
        theirs.mark_known(one.shown)
        ours.link(theirs)
        for what, periods in theirs.by_period().items():
            if what in over_time:
                over_time[what] = periods | over_time[what]
    if before:
        for periods in over_time.values():
            along_periods(periods, cells)
    found = hidden(cells, progress=lambda done: progress(0.2 + 0.7 * done), seconds=seconds)
    shown, withheld = seen(measured, Numbers(ours.rows, ours.figures), found.cells)
    return Disclosed(shown, withheld, len(found.leaked), len(found.undecided))


@dataclass
class _Told:
    """A round's numbers as cells."""

    measured: Measured
    cells: Cells
    rows: dict[tuple[str, str, int], int] = field(default_factory=dict)
    """Cell by table, measure and position of the row."""
    latest: dict[tuple[Key, str], int] = field(default_factory=dict)
    """Cell by what its row speaks of, and measure; of several days the last."""
    days: dict[int, str] = field(default_factory=dict)
    """By cell of a row the day on which it was so."""
    spoken_of: dict[int, tuple[str, str]] = field(default_factory=dict)
    """By cell of a row its place and group."""
    kinds: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Table and measure of each cell that is counted from rows."""
    figures: list[dict[str, list[int]]] = field(default_factory=list)
    """For each figure its numbers by name with the cells that each is: none where nobody can say what it is the sum of."""
    sums: dict[tuple[str, str, frozenset[int]], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        held = rows_of(self.measured.dataset)
        self._add_rows(held)
        relate(held, self.rows, self.measured.places, self.cells)
        self._hold_people_together(held)
        self._hold_money_to_people(held)
        self.figures = [self._of_figure(value) for value in self.measured.values]

    # ---- rows

    def _add_rows(self, held: Iterable[Row]) -> None:
        for row in held:
            made = {measure: self.cells.cell(amount) for measure, amount in row.numbers.items()}
            for measure, cell in made.items():
                self.rows[row.table, measure, row.position] = self.latest[row.key, measure] = cell
                self.days[cell], self.kinds[cell] = row.day, (row.table, measure)
                self.spoken_of[cell] = row.code("place"), row.code("group")
            self.cells.together.append(set(made.values()))
            self._protect(made, is_few=row.may_be_few)
            if {"registered", "active"} <= set(made):
                self.cells.within(made["registered"], made["active"])

    def _protect(self, made: Mapping[str, int], *, is_few: bool = False) -> None:
        """Marks numbers of one to four people, and the money that stands with them."""
        few = is_few or any(self.cells.values[cell] in SMALL for measure, cell in made.items() if measure in PERSONS)
        for measure, cell in made.items():
            value = self.cells.values[cell]
            if measure in PERSONS and value in SMALL:
                self.cells.small[cell] = ENOUGH
            elif few and measure not in PERSONS and value:
                self.cells.small[cell] = 2 * value

    def _hold_people_together(self, held: Iterable[Row]) -> None:
        """The people of a group against its members, and members of one programme against those of another."""
        same: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in held:
            if row.table in ("population", "members"):
                same[tuple(row.code(name) for name in ("place", "group", "segment", "decile"))].append(row)
        for rows in same.values():
            most = max((max(row.numbers.values(), default=0) for row in rows if row.table == "members"), default=0)
            for one, other in combinations(rows, 2):
                alike = one.table == other.table
                if not alike and max(other.numbers.values(), default=0) < most:
                    continue  # members of one payer among several are not all the members of the group
                for left in one.numbers:
                    for right in other.numbers:
                        mine = self.rows[one.table, left, one.position]
                        its = self.rows[other.table, right, other.position]
                        if not alike:
                            self.cells.within(mine, its)
                        elif left == right and one.differs_from(other) == {"programme"}:
                            self.cells.near(mine, its)

    def _hold_money_to_people(self, held: Iterable[Row]) -> None:
        """Contributions go where the members they were paid for go."""
        same: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in held:
            if row.table in ("members", "contributions"):
                same[tuple(row.code(n) for n in ("place", "office", "segment", "programme", "funding"))].append(row)
        for rows in same.values():
            members = [row for row in rows if row.table == "members"]
            if len(members) != 1:
                continue
            counted = {self.rows["members", measure, members[0].position] for measure in members[0].numbers}
            few = any(number in SMALL for number in members[0].numbers.values())
            for paid in rows:
                if paid.table == "contributions" and "amount" in paid.numbers:
                    cell = self.rows["contributions", "amount", paid.position]
                    self.cells.together.append({cell, *counted})
                    self._protect({"amount": cell}, is_few=few)

    # ---- figures

    def _of_figure(self, value: Value) -> dict[str, list[int]]:
        """The numbers of a figure that others could reckon with; a share is told by what it divides."""
        wanted = {"numerator": value.numerator, "denominator": value.denominator}
        if isinstance(value.value, int) or None in wanted.values():
            wanted |= {"value": value.value, "low": value.low, "high": value.high}
        elif value.unit == "share" and value.high is not None and value.denominator is not None:
            wanted["high"] = round(value.high * value.denominator)
        given = {name: number for name, number in wanted.items() if number is not None}
        of = MADE_OF.get(value.indicator, {})
        found = {
            name: self._cells_of(value, number, of.get(name)) if isinstance(number, int) else []
            for name, number in given.items()
        }
        if value.unit in COUNTED and "value" in found:
            # What a whole leaves beside a part may by chance be as much as some row of it.
            found["value"] = self._rest(value, found) or found["value"]
        return found

    def _cells_of(self, value: Value, number: int, of: tuple[str, str] | None) -> list[int]:
        """The sums of rows that a number is, otherwise the single rows it equals; `of` says of which table and measure."""
        tables: dict[str, list[int]] = defaultdict(list)
        for table, position in dict.fromkeys(value.rows):
            tables[table].append(position)
        sums, single = [], []
        for table, positions in tables.items():
            for measure in MEASURES.get(table, ()):
                if of not in (None, (table, measure)):
                    continue
                parts = [self.rows[table, measure, p] for p in positions if (table, measure, p) in self.rows]
                single += [part for part in parts if self.cells.values[part] == abs(number)]
                if parts and sum(self.cells.values[part] for part in parts) == abs(number):
                    sums.append(self._sum(table, measure, positions, parts))
        return sums or single

    def _sum(self, table: str, measure: str, positions: Sequence[int], parts: Sequence[int]) -> int:
        if len(parts) == 1:
            return parts[0]
        key = (table, measure, frozenset(positions))
        if key not in self.sums:
            made = self.sums[key] = self.cells.cell(sum(self.cells.values[part] for part in parts), OF_A_FIGURE)
            self.kinds[made] = table, measure
            self.cells.sum(made, parts)
            people = [
                sum(self.cells.values[self.rows[table, other, p]] for p in positions if (table, other, p) in self.rows)
                for other in MEASURES[table]
                if other in PERSONS
            ]
            self._protect({measure: made}, is_few=any(number in SMALL for number in people))
        return self.sums[key]

    def _rest(self, value: Value, found: Mapping[str, list[int]]) -> list[int]:
        """The people of a figure that is what a whole leaves beside a part."""
        part, whole = found.get("numerator"), found.get("denominator")
        if not part or not whole or value.value is None or value.value < 0:
            return []
        if self.cells.values[whole[0]] - self.cells.values[part[0]] != value.value:
            return []
        # Which of several rows a number is may be uncertain: each way is one of its own, for rows equal by chance are not one.
        return [self._rest_of(value, top, below) for top in whole for below in part]

    def _rest_of(self, value: Value, top: int, below: int) -> int:
        made = self.cells.cell(int(value.value or 0), OF_A_FIGURE)
        here = value.node.place, value.node.group
        self.spoken_of[made] = next((of for one in (top, below) if (of := self.spoken_of.get(one, here)) != here), here)
        self.cells.relations.append((top, (below, made)))
        self._protect({"persons": made})
        return made

    # ---- between rounds

    def mark_known(self, shown: Measured) -> None:
        """What was shown of this round is known for good; the rest nobody sees any more."""
        visible: dict[tuple[Key, str, str], set[int]] = defaultdict(set)
        for row in rows_of(shown.dataset):
            for measure, number in row.numbers.items():
                visible[row.key, row.day, measure].add(number)
        for row in rows_of(self.measured.dataset):
            for measure, number in row.numbers.items():
                if number in visible.get((row.key, row.day, measure), ()):
                    self.cells.known.add(self.rows[row.table, measure, row.position])
        told = {(value.indicator, value.node): value for value in shown.values}
        for value, numbers in zip(self.measured.values, self.figures, strict=True):
            there = told.get((value.indicator, value.node))
            for name, cells in numbers.items():
                if there is not None and getattr(there, name) is not None:
                    self.cells.known.update(cells)
        own = {*self.rows.values(), *self.sums.values(), *(c for f in self.figures for cs in f.values() for c in cs)}
        self.cells.secret |= own - self.cells.known
        self.cells.earlier |= own

    def link(self, other: _Told) -> None:
        """Holds each number against that of the same thing in another round: what changed by one to four is small too."""
        for key, cell in self.latest.items():
            if key in other.latest:
                earlier = other.latest[key]
                self.cells.again(cell, earlier, is_same=self.days[cell] == other.days[earlier])
        theirs = other.named()
        for name, cells in self.named().items():
            mine, its = self._only_ones(cells, name[1]), other._only_ones(theirs.get(name, []), name[1])
            for kind in mine.keys() & its.keys():
                # Of equal rows the same follows from the rows; of others nobody knows that the numbers must be equal.
                self.cells.again(mine[kind], its[kind], is_same=False)

    def _only_ones(self, cells: Sequence[int], node: Node) -> dict[tuple[str, str] | None, int]:
        """Cells by kind, without those of which it is uncertain which one a figure is, and rows that are merely its largest."""
        found: dict[tuple[str, str] | None, list[int]] = defaultdict(list)
        for cell in cells:
            if self.spoken_of.get(cell, (node.place, node.group)) == (node.place, node.group):
                found[self.kinds.get(cell)].append(cell)
        return {kind: alike[0] for kind, alike in found.items() if len(alike) == 1}

    def by_period(self) -> dict[object, dict[str, int]]:
        """Cells of what is counted over time, by what they speak of and then by period: a year less its first half is a half."""
        found: dict[object, dict[str, int]] = defaultdict(dict)
        for ((table, labels, period, codes), measure), cell in self.latest.items():
            if period:
                found[table, labels, codes, measure][period] = cell
        for (indicator, node, name), cells in self.named().items():
            if node.period and cells:
                found[indicator, node.at(period=""), name][node.period] = cells[0]
        return found

    def named(self) -> dict[tuple[str, Node, str], list[int]]:
        """Cells of figures by indicator, what they speak of, and number; on another day a figure is the same thing."""
        return {
            (value.indicator, _of_any_day(value.node), name): cells
            for value, numbers in zip(reversed(self.measured.values), reversed(self.figures), strict=True)
            for name, cells in numbers.items()
        }


def _of_any_day(node: Node) -> Node:
    return node.at(period="") if len(node.period) == len("2024-07-17") else node
