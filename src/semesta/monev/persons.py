"""Population and members at a node: who should be covered, who is registered, who is active."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import polars as pl

from semesta.basics import lists
from semesta.basics.groups import GROUPS
from semesta.basics.places import PlaceList
from semesta.basics.words import Words
from semesta.monev.billed_persons import active_by_bills, registered_by_bills
from semesta.monev.cube import Cell, Codes, Cube, Flat, Tree
from semesta.monev.figure import OVERLAP, Figure, total
from semesta.monev.regions import BASIS, PERSON_LABELS, UNIVERSE, over_regions
from semesta.monev.stocks import cells_of, each_person_once, latest_rows, one_per_key, without_deciles
from semesta.monev.value import Node

Number = Literal["registered", "active"]
POPULATION = ("place", "group", "segment", "decile")
MEMBERS = ("place", "office", "group", "segment", "programme", "funding", "payer", "decile")


@dataclass(frozen=True)
class Stock:
    """The cells of one kind of persons, and the pairs of rows that say two things of the same."""

    cube: Cube
    twice: list[list[Cell]]

    def whole(self) -> list[Cell]:
        """Cells of people of every decile."""
        return without_deciles(self.cube.cells, self.cube.names.index("decile"))


class Persons:
    """The figures of persons that `population` and `members` give on a day."""

    def __init__(self, frames: Mapping[str, pl.DataFrame | None], as_of: dt.date, places: PlaceList) -> None:
        self.places = places
        self.no_overlap = _says_no_overlap(frames.get("meeting"))
        self.population_stock = self._stock(frames.get("population"), "population", "persons", POPULATION, as_of)
        self.member_stocks: dict[Number, Stock] = {
            "registered": self._stock(frames.get("members"), "members", "registered", MEMBERS, as_of),
            "active": self._stock(frames.get("members"), "members", "active", MEMBERS, as_of),
        }
        if frames.get("members") is None:
            self.member_stocks = {
                "registered": self._bounds(registered_by_bills(frames.get("billing"), as_of, MEMBERS)),
                "active": self._bounds(active_by_bills(frames.get("billing"), as_of, MEMBERS)),
            }
        self._population = Cube(self._dims(POPULATION), self.population_stock.whole())
        self._members: dict[Number, Cube] = {
            number: Cube(self._dims(MEMBERS), stock.whole()) for number, stock in self.member_stocks.items()
        }
        self._made: dict[tuple[str | None, ...], Figure | None] = {}
        """Figures that were asked for before: several indicators are made of each."""

    def _dims(self, names: Sequence[str]) -> dict[str, Tree]:
        trees: dict[str, Tree] = {
            "place": self.places,
            "group": GROUPS,
            "funding": lists.FUNDINGS,
            "decile": Flat(),
        }
        return {name: trees.get(name, Flat()) for name in names}

    def _bounds(self, cells: list[Cell]) -> Stock:
        return Stock(Cube(self._dims(MEMBERS), cells), [])

    def _stock(self, frame: pl.DataFrame | None, table: str, number: str, dims: Sequence[str], as_of: dt.date) -> Stock:
        if frame is None:
            return Stock(Cube(self._dims(dims), []), [])
        labels = ("universe", "basis")
        plain = frame if "universe" in frame.columns else frame.with_columns(universe=pl.lit(None, pl.String))
        told = plain.with_columns(
            pl.col("universe").fill_null("pemda" if table == "population" else ""),
            pl.col("basis").fill_null("unstated"),
        )
        # A row that leaves this number open says nothing of it, so it does not push out an older one that does.
        rows = latest_rows(told.filter(pl.col(number).is_not_null()), [*dims, *labels], as_of)
        cells, twice = one_per_key(cells_of(rows, table=table, dims=dims, number=number, labels=labels))
        return Stock(Cube(self._dims(dims), cells), twice)

    def population(self, node: Node) -> Figure | None:
        """Persons who should be covered at a node; an empty universe means any, and refuses when there are several."""
        key = (node.place, node.group, node.segment, node.universe, node.basis)
        if key not in self._made:
            self._made[key] = self._population_at(node)
        return self._made[key]

    def _population_at(self, node: Node) -> Figure | None:
        stated = self._population.at((node.place, node.group, node.segment, ""))
        if (
            node.universe
            and not node.basis
            and len(stated) == 1
            and stated[0].labels[UNIVERSE.position] == node.universe
        ):
            return total(stated)
        cells = self._population.within((node.place, node.group, node.segment, ""))
        if node.universe:
            cells = [c for c in cells if c.labels[UNIVERSE.position] == node.universe]
        cells = _of_basis(cells, node.basis, strictly=False)
        return self._figure(self._population, cells, node.place)

    def members(self, node: Node, number: Number, payer: str | None = None) -> Figure | None:
        """Persons registered or active at a node, each once whatever programme or payer they stand under.

        With `payer` only those whom this government pays for: another one's code, or "" for the place's own.
        """
        key = (*node, number, payer)
        if key not in self._made:
            self._made[key] = self._members_at(node, number, payer)
        return self._made[key]

    def _members_at(self, node: Node, number: Number, payer: str | None) -> Figure | None:
        cube = self._members[number]
        codes = (node.place, node.office, node.group, node.segment, node.programme, node.funding, "", "")
        if not payer and (stated := self._stated(cube, codes, node)) is not None:
            return _said_of_a_list(total([stated]), node.universe)
        cells = cube.within(codes)
        if payer is not None:
            cells = [c for c in cells if c.codes[MEMBERS.index("payer")] == payer]
        cells = _of_basis(_of_universe(cells, node.universe), node.basis, strictly=True)
        for name, to, adds in (
            ("programme", node.programme, False),
            ("payer", "", self.no_overlap),
            ("funding", node.funding, self.no_overlap),
        ):
            cells = each_person_once(cells, MEMBERS.index(name), cube.dims[name], to=to, adds=adds)
        return _said_of_a_list(self._figure(cube, cells, node.place), node.universe)

    def _stated(self, cube: Cube, codes: Codes, node: Node) -> Cell | None:
        """The one cell that says exactly what is asked for: it holds everything else there, which need not be looked at."""
        stated = cube.at(codes)
        if len(stated) != 1 or (node.basis and stated[0].labels[BASIS.position] != node.basis):
            return None
        is_listed = stated[0].labels[UNIVERSE.position] == OF_A_LIST
        if is_listed and (node.universe == OF_A_LIST or (node.universe in ("", "pemda") and not self._members_given)):
            return stated[0]
        return stated[0] if not is_listed and not self._members_listed else None

    @cached_property
    def _members_given(self) -> bool:
        """Whether members were given beside any that were found on a list."""
        return any(c.labels[UNIVERSE.position] != OF_A_LIST for cube in self._members.values() for c in cube.cells)

    @cached_property
    def _members_listed(self) -> bool:
        return any(c.labels[UNIVERSE.position] == OF_A_LIST for cube in self._members.values() for c in cube.cells)

    def _figure(self, cube: Cube, cells: list[Cell], place: str) -> Figure | None:
        top = cube.maximal(cells)
        if not top:
            return None
        if cube.overlapping(top):
            return _bounded(top)
        return over_regions(_of_one_definition(total(top)), place, self.places, cube, PERSON_LABELS)

    def of_one_scope(self, one: Figure, other: Figure) -> bool:
        """Whether two figures of members speak of the same places, groups and payers."""
        cube = self._members["active"]
        return cube.smallest_holding(one.cells) == cube.smallest_holding(other.cells)

    def universes(self, place: str) -> list[str]:
        """The universes in which a place's population is given, its own before its regions', `pemda` first."""
        own = {labels[UNIVERSE.position] for labels in self._population.labels(place)}
        rest = {labels[UNIVERSE.position] for labels in self._population.labels_within(place)} - own
        return [*sorted(own, key=_pemda_first), *sorted(rest, key=_pemda_first)]

    def bases(self, place: str, number: Number | None, universe: str = "") -> list[str]:
        """The bases on which a place's own members (None: its own population) are counted, when there is more than one."""
        cube = self._members[number] if number is not None else self._population
        if len({labels[BASIS.position] for labels in cube.labels(place)}) < 2:
            return []
        cells = cube.within((place, *[""] * (len(cube.names) - 1)))
        cells = _of_universe(cells, universe) if number is not None else cells
        own = {c.labels[BASIS.position] for c in cells if c.codes[0] == place}
        return [entry.code for entry in lists.BASES if entry.code in own] if len(own) > 1 else []

    def population_nodes(self) -> Cube:
        return self._population

    def member_nodes(self, number: Number) -> Cube:
        return self._members[number]

    def of_deciles(self, node: Node, deciles: Iterable[str], number: Number | None) -> Figure | None:
        """Persons of all of these deciles at a node: of the population, or of the members in `number`."""
        wanted = set(deciles)
        if number is None:
            cube = self.population_stock.cube
            cells = cube.within((node.place, node.group, node.segment, ""))
        else:
            cube = self.member_stocks[number].cube
            cells = cube.within(
                (node.place, node.office, node.group, node.segment, node.programme, node.funding, "", "")
            )
        if number is not None:
            cells = _of_universe(cells, node.universe)
        elif node.universe:
            cells = [c for c in cells if c.labels[UNIVERSE.position] == node.universe]
        cells = [c for c in cells if c.codes[-1] in wanted]
        for name, to in (("programme", node.programme), ("payer", ""), ("funding", node.funding)) if number else ():
            adds = self.no_overlap and name != "programme"
            cells = each_person_once(cells, MEMBERS.index(name), cube.dims[name], to=to, adds=adds)
        return self._figure(cube, _with_all(wanted, cells), node.place)


def _with_all(deciles: set[str], cells: list[Cell]) -> list[Cell]:
    """The cells of places and groups of which all these deciles are known: half of the deciles are no share of the poor."""
    known: dict[tuple[Codes, tuple[str, ...]], set[str]] = defaultdict(set)
    for cell in cells:
        known[cell.codes[:-1], cell.labels].add(cell.codes[-1])
    return [cell for cell in cells if known[cell.codes[:-1], cell.labels] == deciles]


def _of_basis(cells: list[Cell], basis: str, *, strictly: bool) -> list[Cell]:
    """Cells counted on a basis; where none says so, those that do not say theirs (never strictly).

    Nobody counts the population by branch office: an extract by office is held against the residents, "paling sedikit".
    """
    if not basis:
        return cells
    same = [c for c in cells if c.labels[BASIS.position] == basis]
    if same or strictly:
        return same
    unstated = [c for c in cells if c.labels[BASIS.position] == "unstated"]
    return unstated or [c for c in cells if (basis, c.labels[BASIS.position]) == ("office", "residence")]


OF_A_LIST = "list"
"""The universe of members who were looked for among people on a list of names: others are not counted."""
AMONG_LISTED = Words(
    "peserta paling sedikit sekian: hanya yang ada dalam daftar nama yang dihitung",
    "members at least: only those on the lists of names were counted",
)


def _of_universe(cells: list[Cell], universe: str) -> list[Cell]:
    """Members of a universe. Of a place whose members were given, those found on a list are never added to them.

    Those found on a list are a part of the local government's groups, but say nothing of all who work.
    """
    listed = [c for c in cells if c.labels[UNIVERSE.position] == OF_A_LIST]
    if not listed or universe == OF_A_LIST:
        return listed or cells
    given = [c for c in cells if c.labels[UNIVERSE.position] != OF_A_LIST]
    if universe not in ("", "pemda"):
        return given
    given_at = {c.codes[0] for c in given}
    return [*given, *(c for c in listed if c.codes[0] not in given_at)]


def _said_of_a_list(figure: Figure | None, universe: str) -> Figure | None:
    is_listed = figure is not None and any(c.labels[UNIVERSE.position] == OF_A_LIST for c in figure.cells)
    return figure.marked(["partial"], [AMONG_LISTED]) if figure and is_listed and universe != OF_A_LIST else figure


def _of_one_definition(figure: Figure) -> Figure:
    """Refused when one place's own parts are of different universes or bases, or one part is given on two of them."""
    for label in PERSON_LABELS:
        by_place: dict[str, set[str]] = defaultdict(set)
        for cell in figure.cells:
            by_place[cell.codes[0]].add(cell.labels[label.position])
        if any(len(found - {"unstated"}) > 1 for found in by_place.values()):
            return figure.refusing("scope", label.what)
    # The same people on a stated and on an unstated basis are no two parts.
    if len({cell.codes for cell in figure.cells}) < len(figure.cells):
        return figure.refusing("scope", BASIS.what)
    return figure


def _bounded(cells: list[Cell]) -> Figure:
    """Parts that overlap: the largest is certain, the sum is the upper bound."""
    largest = max(cells, key=lambda c: c.amount)
    return Figure(largest.amount, tuple(cells), sum(c.upper for c in cells)).marked(["partial"], [OVERLAP])


def _pemda_first(universe: str) -> tuple[bool, str]:
    return universe != "pemda", universe


def _says_no_overlap(meeting: pl.DataFrame | None) -> bool:
    return meeting is not None and "no_overlap" in meeting.columns and bool(meeting["no_overlap"].any())


def codes_of(node: Node, names: Sequence[str]) -> Codes:
    return tuple(getattr(node, name, "") for name in names)
