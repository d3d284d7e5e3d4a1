"""Where an indicator is asked: for each place the node that just holds its rows, then its breakdowns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from semesta.basics.period import Period
from semesta.monev.cube import Cell, Codes, Cube, Tree, common_code
from semesta.monev.figures import Figures
from semesta.monev.flows import PERIOD, runs_of_months
from semesta.monev.persons import Number
from semesta.monev.regions import UNIVERSE
from semesta.monev.value import Node

Nodes = Callable[[Figures, "Breakdowns"], Iterable[Node]]
Breakdowns = tuple[tuple[str, ...], ...]
BY_MEMBER: Breakdowns = (("group",), ("segment",), ("funding",), ("programme",), ("office",))
BY_FLOW: Breakdowns = (
    ("programme",),
    ("segment",),
    ("funding",),
    ("office",),
    ("programme", "segment"),
    ("programme", "funding"),
    ("programme", "office"),
    ("programme", "segment", "funding"),
)
"""What indicators of members and of money are shown by beside their headline."""
NEVER_IN_NODES = ("payer", "decile", "account_no", "opd", "account", "subkegiatan")


def places_of(figures: Figures, places: Iterable[str]) -> list[str]:
    """The places named and all above them up to the round's, that one first, then by code."""
    found = {figures.place}
    for place in places:
        path = figures.places.path(place)
        found.update(path[path.index(figures.place) :] if figures.place in path else ())
    return [figures.place, *sorted(found - {figures.place})]


def _places(cubes: Iterable[Cube]) -> set[str]:
    return {place for cube in cubes for place in cube.places}


def headline(cubes: Sequence[Cube], place: str) -> Node | None:
    """The smallest node of a place that holds what all the cubes have there; None when they have nothing.

    So when everything is paid from the city's budget the headline says so, and is no total over unknown payers.
    """
    held = [cube for cube in cubes if cube.speaks_of(place)]
    if not held:
        return None
    trees = {name: tree for cube in held for name, tree in cube.dims.items() if name not in ("place", *NEVER_IN_NODES)}
    said = {name: {code for (code,) in _said(held, place, name)} for name in trees}
    return Node(place=place, **{name: common_code(tree, said[name]) for name, tree in trees.items()})


def _said(cubes: Sequence[Cube], place: str, *names: str) -> set[Codes]:
    """What the cubes that have these dimensions say in them at a place."""
    return {codes for cube in cubes if cube.dims.keys() >= {*names} for codes in cube.said(place, *names)}


def broken_down(cubes: Sequence[Cube], node: Node, breakdowns: Breakdowns) -> Iterator[Node]:
    """The node's parts by each breakdown: every code that stands in the data, and the codes above it up to the node's."""
    trees = {name: tree for cube in cubes for name, tree in cube.dims.items()}
    seen = {node}
    for names in breakdowns:
        for codes in _combinations(trees, _said(cubes, node.place, *names), node, names):
            part = node.at(**dict(zip(names, codes, strict=True)))
            if part not in seen:
                seen.add(part)
                yield part


def _combinations(trees: Mapping[str, Tree], said: Iterable[Codes], node: Node, names: Sequence[str]) -> list[Codes]:
    """What is said and, in each dimension, what lies above it up to the node's code, in order."""
    tops = [getattr(node, name) for name in names]
    found: set[Codes] = set()
    for codes in said:
        steps = (_steps(trees[name], code, top) for name, code, top in zip(names, codes, tops, strict=True))
        found.update(product(*steps))
    return sorted(found)


def _steps(tree: Tree, code: str, top: str) -> list[str]:
    path = tree.path(code)
    below = path[path.index(top) + 1 :] if top in path else path
    return below or ([code] if code else [])


# ---- the three kinds of moments


def population_nodes(figures: Figures, breakdowns: Breakdowns) -> Iterator[Node]:
    yield from _person_nodes(figures, [], breakdowns)


def pair_nodes(*numbers: Number) -> Nodes:
    """Nodes of members in these numbers held against the population, in each of its universes."""

    def nodes(figures: Figures, breakdowns: Breakdowns) -> Iterator[Node]:
        yield from _person_nodes(figures, [figures.persons.member_nodes(n) for n in numbers], breakdowns)

    return nodes


def member_nodes(*numbers: Number) -> Nodes:
    """Nodes of members in these numbers: they know no universe."""

    def nodes(figures: Figures, breakdowns: Breakdowns) -> Iterator[Node]:
        cubes = [figures.persons.member_nodes(n) for n in numbers]
        for place in places_of(figures, _places(cubes)):
            yield from _nodes_at(figures, cubes, place, "", breakdowns)

    return nodes


def _person_nodes(figures: Figures, members: Sequence[Cube], breakdowns: Breakdowns) -> Iterator[Node]:
    population = figures.persons.population_nodes()
    of_universe = figures.once("population by universe", lambda: _by_universe(population))
    for place in places_of(figures, _places([population, *members])):
        for universe in _universes(figures, place):
            cubes = [of_universe.get(universe, population), *members]
            yield from _nodes_at(figures, cubes, place, universe, breakdowns)


def _by_universe(population: Cube) -> dict[str, Cube]:
    cells: dict[str, list[Cell]] = defaultdict(list)
    for cell in population.cells:
        cells[cell.labels[UNIVERSE.position]].append(cell)
    return {universe: Cube(population.dims, own) for universe, own in cells.items()}


def _nodes_at(
    figures: Figures, cubes: Sequence[Cube], place: str, universe: str, breakdowns: Breakdowns
) -> Iterator[Node]:
    node = headline(cubes, place)
    if node is None:
        return
    # Population alone is asked on its own bases; where members are part of the figure, theirs decide.
    has_members = any("office" in cube.names for cube in cubes)
    for basis in (_bases_of_members(figures, place, universe) if has_members else _bases(figures, place, None)) or [""]:
        here = node.at(universe=universe, basis=basis)
        yield here
        yield from broken_down(cubes, here, breakdowns)


def _bases_of_members(figures: Figures, place: str, universe: str) -> list[str]:
    return _bases(figures, place, "active", universe) or _bases(figures, place, "registered", universe)


def _bases(figures: Figures, place: str, number: Number | None, universe: str = "") -> list[str]:
    return figures.once(("bases", place, number, universe), lambda: figures.persons.bases(place, number, universe))


def _universes(figures: Figures, place: str) -> list[str]:
    """The universes to ask for at a place: where its regions differ, first the question that is refused, then each."""
    return figures.once(("universes", place), lambda: _universes_asked(figures, place))


def _universes_asked(figures: Figures, place: str) -> list[str]:
    found = figures.persons.universes(place)
    if len(found) > 1 and place not in figures.persons.population_nodes().places:
        return ["", *found]
    return found or [""]


def flow_nodes(*names: str) -> Nodes:
    """Nodes of flows: every period of which one can speak, broken down unless it is a month within a longer run."""

    def nodes(figures: Figures, breakdowns: Breakdowns) -> Iterator[Node]:
        cubes = [figures.amounts.flows[name].cube for name in names]
        for place in places_of(figures, _places(cubes)):
            node = headline(cubes, place)
            if node is None:
                continue
            periods = figures.amounts.periods(names, place)
            for period in _own_first(figures, names, place, periods):
                here = node.at(period=period)
                yield here
                if not _within_another(period, periods):
                    yield from broken_down(cubes, here, breakdowns)

    return nodes


def _own_first(figures: Figures, names: Sequence[str], place: str, periods: Sequence[str]) -> list[str]:
    """Periods of which the place itself is spoken come before those that only some of its regions know."""
    own = {
        cell.labels[PERIOD]
        for name in names
        for cell in figures.amounts.flows[name].cube.cells
        if cell.codes[0] == place
    }
    covered = own | set(runs_of_months(own))
    return [p for p in periods if p in covered] + [p for p in periods if p not in covered]


def _within_another(period: str, periods: Sequence[str]) -> bool:
    mine = Period.parse(period)
    others = [Period.parse(p) for p in periods if p != period]
    return mine.months == 1 and any(
        o.start is not None and mine.start is not None and o.start <= mine.start and mine.end <= o.end for o in others
    )


def budget_nodes(figures: Figures, breakdowns: Breakdowns) -> Iterator[Node]:
    """Nodes of budgets: each place and year, the latest year first."""
    cubes = figures.budgets.cubes()
    for place in places_of(figures, {line.place for line in figures.budgets.lines}):
        for year in figures.budgets.years(place):
            node = headline([cubes[year]], place)
            if node is None:
                continue
            here = Node(place=place, funding=node.funding, group=node.group, period=str(year))
            yield here
            yield from broken_down([cubes[year]], here, breakdowns)


def budget_year_nodes(figures: Figures, breakdowns: Breakdowns) -> Iterator[Node]:
    """Each place and year of which there are budget rows, whatever payer or group."""
    for place in places_of(figures, {line.place for line in figures.budgets.lines}):
        for year in figures.budgets.years(place):
            yield Node(place=place, period=str(year))


def table_nodes(table: str) -> Nodes:
    """Nodes of plain lists (regulations, commitments …): each place in them and those above, on the round's day."""

    def nodes(figures: Figures, breakdowns: Breakdowns) -> Iterator[Node]:
        frame = figures.frame(table)
        if frame is None:
            return
        for place in places_of(figures, frame["place"].unique().drop_nulls()):
            yield Node(place=place, period=figures.as_of.isoformat())

    return nodes
