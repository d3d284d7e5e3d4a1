"""A total held against its parts, along every tree of every table."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from semesta.basics import lists, shown
from semesta.basics.period import Period
from semesta.basics.words import Words, joined
from semesta.monev.agreement import Quantity, summed
from semesta.monev.cube import Cell, Codes, Cube
from semesta.monev.figures import Figures
from semesta.monev.flows import PERIOD, Flow, lies_in, without_contained
from semesta.monev.indicator import Indicator
from semesta.monev.regions import MOST_DAYS_APART, UNIVERSE
from semesta.monev.registry import INDICATORS
from semesta.monev.said import number, what
from semesta.monev.stocks import DECILES
from semesta.monev.value import CODES, Correction, Finding, Node, Value
from semesta.tables.dataset import Dataset

OVERLAPPING = ("programme", "funding", "payer")
"""Dimensions in which the same members stand several times: there no part may be above the total, but the sum may."""
OF_MEMBERS = ("registered", "active")
WHOLE_PERIOD, PART_OF_PERIOD = "period", "part of a period"
"""The dimension of time: months that make up the year must be it, eleven of them may not be above it."""
PARTS_NAMED = 6


@dataclass(frozen=True, slots=True)
class Total:
    """A given total, and the given parts right below it along one dimension."""

    cell: Cell
    parts: tuple[Cell, ...]
    dimension: str
    indicator: str
    period: str = ""


def parts_total_findings(figures: Figures, values: Sequence[Value] = ()) -> list[Finding]:
    """Totals that their parts contradict: parts above it, or below it where the source says that they are all."""
    found: dict[tuple[Codes, str, str, str], Finding] = {}
    for total, names in _totals(figures):
        if not _agrees(total):
            # The same total may fail along two dimensions; each is said, but not twice for the same parts.
            key = (total.cell.codes, total.indicator, total.period, str([p.codes for p in total.parts]))
            found.setdefault(key, contradiction(figures, total, names))
    return list(found.values())


def _totals(figures: Figures) -> Iterator[tuple[Total, tuple[str, ...]]]:
    persons = figures.persons
    derived, counted = _derived_in(figures.dataset), _counted_in(figures.dataset)
    yield from _of_cube(_given_among(persons.population_nodes(), counted), "population", derived)
    yield from _of_cube(_given_among(persons.member_nodes("registered"), counted), "registered", derived)
    yield from _of_cube(_given_among(persons.member_nodes("active"), counted), "active", derived)
    for indicator, stock in (("population", persons.population_stock), *persons.member_stocks.items()):
        # The poor overlap with the deciles, so only the ten deciles are parts.
        cells = [c for c in stock.cube.cells if c.codes[-1] in ("", *DECILES)]
        yield from _of_cube(_given_among(Cube(stock.cube.dims, cells), counted), indicator, derived)
    for name in ("contributions", "claims_paid", "claim_cases"):
        flow = figures.amounts.flows[name]
        for period in dict.fromkeys(c.labels[PERIOD] for c in flow.cube.cells):
            cells = [c for c in flow.cube.cells if c.labels[PERIOD] == period]
            yield from _of_cube(Cube(flow.cube.dims, cells), name, derived, period)
        yield from _over_time(flow, name)


Derived = Callable[[Cell], bool]


def _derived_in(dataset: Dataset) -> Derived:
    """Whether a cell was counted person by person. Such rows are no parts that add up: one person stands in several."""
    counted = _counted_in(dataset)
    return lambda cell: _is_by_name(cell) or counted(cell)


def _given_among(cube: Cube, counted: Derived) -> Cube:
    """The cube, or an empty one where every cell was counted: the nation has hundreds of thousands of those."""
    return Cube(cube.dims, []) if all(map(counted, cube.cells)) else cube


def _counted_in(dataset: Dataset) -> Derived:
    """Whether a cell was counted here, so that it cannot be at odds with others that were counted with it."""
    return lambda cell: any(dataset.is_derived(table, position) for table, position in cell.ref)


def _is_by_name(cell: Cell) -> bool:
    return cell.labels[UNIVERSE.position : UNIVERSE.position + 1] == ("list",)


def _of_cube(cube: Cube, indicator: str, derived: Derived, period: str = "") -> Iterator[tuple[Total, tuple[str, ...]]]:
    for position, dimension in enumerate(cube.names):
        by_rest: dict[tuple[Codes, tuple[str, ...]], list[Cell]] = defaultdict(list)
        for cell in cube.cells:
            by_rest[(*cell.codes[:position], *cell.codes[position + 1 :]), cell.labels].append(cell)
        for group in by_rest.values():
            # Counted rows without a payer are of those whom the place itself pays for, no total over all payers.
            rows = [c for c in group if not derived(c)] if dimension == "payer" else group
            for cell, below in _with_parts(cube, position, rows):
                parts = cube.maximal(below)
                # Programmes and payers share members, so each of them alone is held against the total.
                alone = (indicator in OF_MEMBERS and dimension in OVERLAPPING) or derived(cell)
                given = [] if alone else [p for p in parts if not derived(p)]
                for held in [*([tuple(given)] if given else []), *((p,) for p in parts if p not in given)]:
                    yield Total(cell, held, dimension, indicator, period), cube.names


def _with_parts(cube: Cube, position: int, group: Sequence[Cell]) -> list[tuple[Cell, list[Cell]]]:
    """The cells of a group that differ in one dimension only, each with those below it of about the same day.

    Each cell looks up those above it: comparing all pairs took minutes for the regions of the nation.
    """
    wholes = {cell.codes[position]: cell for cell in group}
    below: dict[str, list[Cell]] = defaultdict(list)
    for cell in group if len(group) > 1 else []:
        own = cell.codes[position]
        for code in ("", *cube.path(position, own)[:-1]) if own else ():
            if code in wholes and _same_time(wholes[code], cell):
                below[code].append(cell)
    return [(cell, below[code]) for code, cell in wholes.items() if below[code]]


def _same_time(whole: Cell, part: Cell) -> bool:
    return whole.day is None or part.day is None or abs((whole.day - part.day).days) <= MOST_DAYS_APART


def _over_time(flow: Flow, indicator: str) -> Iterator[tuple[Total, tuple[str, ...]]]:
    """Given periods against the shorter ones within them."""
    by_codes: dict[tuple[Codes, tuple[str, ...]], list[Cell]] = defaultdict(list)
    for cell in flow.cube.cells:
        by_codes[cell.codes, cell.labels[1:]].append(cell)
    for group in by_codes.values():
        for cell in group if len(group) > 1 else []:
            whole = Period.parse(cell.labels[PERIOD])
            # Quarters and their months together would count every rupiah twice: the longest are the parts.
            parts = without_contained([c for c in group if c is not cell and lies_in(c.labels[PERIOD], whole)])
            periods = sorted(Period.parse(c.labels[PERIOD]) for c in parts)
            if parts and not any(one.overlaps(next_) for one, next_ in itertools.pairwise(periods)):
                dimension = WHOLE_PERIOD if whole.tiled_by(periods) else PART_OF_PERIOD
                yield Total(cell, tuple(parts), dimension, indicator, cell.labels[PERIOD]), flow.cube.names


def _agrees(total: Total) -> bool:
    """Parts that cover all of a period must be the whole of it; other parts may leave a rest, unless the source says none."""
    together = summed([Quantity(p.amount, p.step) for p in total.parts])
    above = together.amount - total.cell.amount
    tolerance = together.tolerance + Quantity(total.cell.amount, total.cell.step).tolerance
    if above > tolerance:
        return False
    are_all = total.cell.complete and not (total.indicator in OF_MEMBERS and total.dimension in OVERLAPPING)
    return not ((are_all or total.dimension == WHOLE_PERIOD) and -above > tolerance)


def contradiction(figures: Figures, total: Total, names: Sequence[str]) -> Finding:
    """The finding of a total and parts that fail, with every single correction that would heal it and none chosen."""
    indicator = INDICATORS[total.indicator]
    together = sum(p.amount for p in total.parts)
    node = node_of(total.cell, names, total.period)
    title = what(indicator.title, node, figures.places)
    return failed_sum(
        figures,
        indicator,
        node,
        title=title,
        stated=total.cell.amount,
        computed=together,
        parts=[(_part_name(figures, total, names, node, p), p) for p in total.parts],
        sources=[s for c in (total.cell, *total.parts) for s in c.sources],
        rows=[ref for c in (total.cell, *total.parts) for ref in c.ref],
    )


def _part_name(figures: Figures, total: Total, names: Sequence[str], whole: Node, part: Cell) -> Words:
    if total.dimension == "decile":
        return lists.DECILES[part.codes[names.index("decile")]].title
    if total.dimension == "payer":
        return figures.places[part.codes[names.index("payer")]].title
    over_time = total.dimension in (WHOLE_PERIOD, PART_OF_PERIOD)
    node = node_of(part, names, part.labels[PERIOD] if over_time else total.period)
    return part_title(figures, INDICATORS[total.indicator], whole, node)


def failed_sum(
    figures: Figures,
    indicator: Indicator,
    node: Node,
    *,
    title: Words,
    stated: int | float,
    computed: int | float,
    parts: Sequence[tuple[Words, Cell]],
    sources: Iterable[str],
    rows: Iterable[tuple[str, int]],
) -> Finding:
    """A stated total against the sum of its parts."""
    off = stated - computed
    corrections = [Correction(indicator.name, title, stated, computed)]
    corrections += [
        Correction(indicator.name, name, p.amount, p.amount + off) for name, p in parts if p.amount + off >= 0
    ]
    return Finding(
        kind="figures.parts_total",
        severity="error",
        place=node.place,
        quantity=indicator.name,
        message=_message(title, stated, computed, parts, corrections, indicator.unit),
        stated=stated,
        computed=computed,
        difference=off,
        corrections=tuple(corrections),
        sources=tuple(dict.fromkeys(s for s in sources if s)),
        node=node,
        rows=tuple(dict.fromkeys(rows)),
    )


def _message(
    title: Words,
    stated: int | float,
    computed: int | float,
    parts: Sequence[tuple[Words, Cell]],
    corrections: Sequence[Correction],
    unit: str,
) -> Words:
    named = [
        Words(f"{n.id} {number(p.amount, unit).id}", f"{n.en} {number(p.amount, unit).en}")
        for n, p in parts[:PARTS_NAMED]
    ]
    more = f" + … ({len(parts) - PARTS_NAMED})" if len(parts) > PARTS_NAMED else ""
    said, found = number(stated, unit), number(computed, unit)
    off = number(abs(stated - computed), unit)
    healed = joined(
        [
            Words(f"{c.title.id} {number(c.healed, unit).id}", f"{c.title.en} {number(c.healed, unit).en}")
            for c in corrections[: PARTS_NAMED + 1]
        ],
        "; ",
    )
    return Words(
        f"{title.id}: tertulis {said.id}, jumlah rinciannya {found.id} ({joined(named, ' + ').id}{more}); selisih {off.id}. "
        f"Sejalan bila salah satu ini benar: {healed.id}. Tidak satu pun dipilih.",
        f"{title.en}: {said.en} is written, its parts come to {found.en} ({joined(named, ' + ').en}{more}); {off.en} apart. "
        f"Any one of these would heal it: {healed.en}. None is chosen.",
    )


def node_of(cell: Cell, names: Sequence[str], period: str = "") -> Node:
    known = {name: code for name, code in zip(names, cell.codes, strict=True) if name in CODES}
    return Node(**known).at(period=period or (cell.day.isoformat() if cell.day else ""))


def part_title(figures: Figures, indicator: Indicator, whole: Node, part: Node) -> Words:
    """What tells a part from its total: its group, place, programme …, or its period."""
    differing = Node(
        **{
            name: getattr(part, name)
            for name in ("place", "office", "group", "segment", "programme", "funding", "benefit")
            if getattr(part, name) != getattr(whole, name)
        }
    )
    if differing == Node() and part.period != whole.period:
        return Words(shown.period(part.period, "id"), shown.period(part.period, "en"))
    said = what(Words("", ""), differing, figures.places)
    trimmed = Words(said.id.removeprefix(", "), said.en.removeprefix(", "))
    return trimmed if trimmed else what(indicator.title, part, figures.places)


FINDINGS = parts_total_findings
