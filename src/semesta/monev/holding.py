"""The numbers of summary tables by what they speak of, and which of them hold which others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from semesta.basics import lists
from semesta.basics.groups import GROUPS
from semesta.basics.period import Period
from semesta.basics.places import PlaceList
from semesta.monev.cells import Cells
from semesta.monev.cube import Cell, Codes, Cube, Flat, Tree
from semesta.tables.dataset import Dataset

MEASURES: Mapping[str, tuple[str, ...]] = {
    "population": ("persons",),
    "members": ("registered", "active"),
    "contributions": ("amount",),
    "claims": ("cases", "amount"),
    "budgets": ("persons", "allocated", "realised"),
    "billing": ("persons_listed", "persons_billed", "billed", "paid"),
    "compliance": ("employers", "workers", "amount", "skk", "recovered"),
    "handovers": ("heirs", "amount"),
}
"""By table its numbers of people, and of money that belongs to them."""
PERSONS = frozenset(
    ("persons", "registered", "active", "cases", "persons_listed", "persons_billed", "employers", "workers", "heirs")
)
DIMS: Mapping[str, tuple[str, ...]] = {
    "population": ("place", "group", "segment", "decile"),
    "members": ("place", "office", "group", "segment", "funding", "payer", "decile"),
    "contributions": ("place", "office", "segment", "programme", "funding", "payer", "received_on"),
    "claims": ("place", "office", "segment", "programme", "benefit", "funding"),
    "budgets": ("place", "funding", "account", "subkegiatan", "opd", "document_no", "group"),
    "billing": ("place", "office", "account_no", "opd", "funding"),
    "compliance": ("place", "office", "kind"),
    "handovers": ("place", "office", "group", "programme", "benefit"),
}
"""The codes along which a number is the sum of others."""
LABELS: Mapping[str, tuple[str, ...]] = {
    "population": ("universe", "basis"),
    "members": ("universe", "basis", "programme"),
    "contributions": ("amount_basis",),
    "claims": ("unit", "amount_basis"),
    "budgets": ("year", "status"),
    "billing": (),
    "compliance": (),
    "handovers": (),
}
"""What must be the same for two numbers to be added: people stand under several programmes, so those are no parts."""
FEW_BY_MONEY = {"claims": 170_000_000, "contributions": 810_000}
"""Where nobody says of how many people money is, so much could be of four: four deaths, and a year of the smallest
contributions of four, rounded up. A caution of ours, no price of the law."""

Key = tuple[str, tuple[str, ...], str, tuple[str, ...]]
"""What a row speaks of: table, labels, period (empty for stocks), codes."""


@dataclass(frozen=True)
class Row:
    """One row of a table with its numbers; those that are missing are left out."""

    table: str
    position: int
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    period: str
    day: str
    numbers: Mapping[str, int]

    @property
    def key(self) -> Key:
        return self.table, self.labels, self.period, self.codes

    def code(self, name: str) -> str:
        names = (*DIMS[self.table], *LABELS[self.table])
        return (*self.codes, *self.labels)[names.index(name)] if name in names else ""

    def differs_from(self, other: Row) -> set[str]:
        """The codes in which two rows of one table differ."""
        names = (*DIMS[self.table], *LABELS[self.table])
        return {name for name in names if self.code(name) != other.code(name)}

    @property
    def may_be_few(self) -> bool:
        """Whether it is money of people whose number nobody says, and little enough to be of a few."""
        most = FEW_BY_MONEY.get(self.table, 0)
        return not PERSONS & set(self.numbers) and 0 < abs(self.numbers.get("amount", 0)) <= most


def rows_of(dataset: Dataset) -> list[Row]:
    """Every row of the tables that count people or their money."""
    return [row for table in MEASURES for row in _rows(dataset, table)]


def _rows(dataset: Dataset, table: str) -> Iterator[Row]:
    frame = dataset.frame(table)
    if frame is None:
        return
    for position, cells in enumerate(frame.iter_rows(named=True)):
        numbers = {name: abs(int(cells[name])) for name in MEASURES[table] if cells.get(name) is not None}
        codes = tuple(str(cells.get(name) or "") for name in DIMS[table])
        labels = tuple(str(cells.get(name) or "") for name in LABELS[table])
        yield Row(table, position, codes, labels, _period(table, cells), str(cells.get("as_of") or ""), numbers)


def _period(table: str, cells: Mapping[str, Any]) -> str:
    if cells.get("period"):
        return str(cells["period"])
    if table in ("contributions", "claims") and cells.get("year"):
        return f"{cells['year']}-{cells['month']:02}" if cells.get("month") else str(cells["year"])
    return str(cells.get("month") or cells.get("date") or "")


def relate(rows: Sequence[Row], cell_of: Mapping[tuple[str, str, int], int], places: PlaceList, cells: Cells) -> None:
    """Says of the cells of rows which hold which others: along each tree of codes, over periods, and from day to day."""
    for table in MEASURES:
        for measure in MEASURES[table]:
            mine = [row for row in rows if row.table == table and (table, measure, row.position) in cell_of]
            of = {row.position: cell_of[table, measure, row.position] for row in mine}
            latest = _latest(mine, of, cells)
            by_labels: dict[tuple[tuple[str, ...], str], dict[tuple[str, ...], int]] = defaultdict(dict)
            by_codes: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, int]] = defaultdict(dict)
            for row in latest:
                by_labels[row.labels, row.period][row.codes] = of[row.position]
                by_codes[row.labels, row.codes][row.period] = of[row.position]
            trees = _trees(DIMS[table], places)
            for held in by_labels.values():
                _along_codes(held, trees, cells)
            for periods in by_codes.values():
                along_periods(periods, cells)


def _latest(rows: Sequence[Row], of: Mapping[int, int], cells: Cells) -> list[Row]:
    """Of rows that speak of the same the latest; each is held against the one before it."""
    same: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        same[row.key].append(row)
    for group in same.values():
        group.sort(key=lambda row: row.day)
        for one, other in pairwise(group):
            cells.again(of[other.position], of[one.position], is_same=one.day == other.day)
    return [group[-1] for group in same.values()]


def _trees(names: Sequence[str], places: PlaceList) -> dict[str, Tree]:
    trees: dict[str, Tree] = {
        "place": places,
        "group": GROUPS,
        "funding": lists.FUNDINGS,
        "benefit": lists.BENEFITS,
        "programme": lists.PROGRAMMES,
    }
    return {name: trees.get(name, Flat()) for name in names}


def _along_codes(held: Mapping[Codes, int], trees: Mapping[str, Tree], cells: Cells) -> None:
    """Each cell as the sum of those right below it in one code, alone and with what lies beside them; of the largest, and of the smallest."""
    cube = Cube(trees, [Cell(codes, cells.values[cell], 0, (("", cell),)) for codes, cell in held.items()])
    below = _below(held, trees)
    inside = {codes: [one for one in cube.within(codes) if one.codes != codes] for codes in held}
    for codes, cell in held.items():
        said: set[frozenset[int]] = {frozenset()}
        for parts in _ways(cube, codes, inside, below.get(codes, {})):
            one = frozenset(held[part] for part in parts)
            if one not in said:
                said.add(one)
                cells.sum(cell, [held[part] for part in parts])


def _ways(
    cube: Cube, codes: Codes, inside: Mapping[Codes, list[Cell]], below: Mapping[int, list[Codes]]
) -> Iterator[list[Codes]]:
    """The ways in which a cell may be made of others."""
    for at, children in below.items():
        yield children
        beside = cube.maximal(one for one in inside[codes] if _is_beside(cube, at, one.codes, children))
        if not cube.overlapping(beside):
            yield [*children, *(one.codes for one in beside)]
    for some in (cube.maximal(inside[codes]), [one for one in inside[codes] if not inside[one.codes]]):
        if not cube.overlapping(some):
            yield [one.codes for one in some]


def _is_beside(cube: Cube, at: int, codes: Codes, children: Sequence[Codes]) -> bool:
    """Whether a cell speaks of nothing of which these do, which differ in the code at this position alone."""
    path = cube.path(at, codes[at])
    return bool(path) and not any(
        child[at] in path or codes[at] == child[at] or codes[at] in cube.path(at, child[at]) for child in children
    )


def _below(held: Mapping[Codes, int], trees: Mapping[str, Tree]) -> dict[Codes, dict[int, list[Codes]]]:
    """By cell and by position of a code the cells right below it in that code."""
    found: dict[Codes, dict[int, list[Codes]]] = defaultdict(dict)
    for at, tree in enumerate(trees.values()):
        families: dict[Codes, dict[str, Codes]] = defaultdict(dict)
        for codes in held:
            families[(*codes[:at], *codes[at + 1 :])][codes[at]] = codes
        for family in families.values():
            for whole, parts in _children(family, tree).items():
                found[whole][at] = parts
    return found


def _children(family: Mapping[str, Codes], tree: Tree) -> dict[Codes, list[Codes]]:
    """By cell of a family those whose nearest code above is its own."""
    found: dict[Codes, list[Codes]] = defaultdict(list)
    for code, codes in family.items():
        if code:
            above = next((up for up in reversed(["", *tree.path(code)[:-1]]) if up in family), None)
            if above is not None:
                found[family[above]].append(codes)
    return found


def along_periods(periods: Mapping[str, int], cells: Cells) -> None:
    """Each period as the sum of the longest ones in it that do not overlap; and what one has more than another.

    That nothing came between what was told before and what is told now is not known to who sees only one of them.
    """
    if len(periods) < 2:
        return
    known = {code: Period.parse(code) for code in periods if code}
    for whole, span in known.items():
        inside = [code for code, other in known.items() if code != whole and _is_within(other, span)]
        for code in inside:
            is_one = (periods[whole] in cells.earlier) == (periods[code] in cells.earlier)
            cells.near(periods[whole], periods[code], is_all=is_one)
        parts: list[str] = []
        for code in sorted(inside, key=lambda one: (-(known[one].months or 0), one)):
            if not any(known[code].overlaps(known[part]) for part in parts):
                parts.append(code)
        if parts:
            is_all = span.months is not None and sum(known[part].months or 0 for part in parts) == span.months
            cells.sum(periods[whole], [periods[part] for part in parts], is_all=is_all)


def _is_within(inner: Period, outer: Period) -> bool:
    if outer.start is None:
        return inner.end <= outer.end
    return inner.start is not None and outer.start <= inner.start and inner.end <= outer.end
