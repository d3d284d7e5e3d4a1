"""Active members whom public money pays for already: who pays, from which source, for which group."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from semesta.basics import lists
from semesta.basics.groups import GROUPS
from semesta.monev.cube import Cell, Codes, Cube
from semesta.monev.figures import Figures
from semesta.monev.value import Node

PUBLIC_MONEY = ("apbd", "apbdes", "dbh_cht", "dbh_sawit", "apbn")
"""Sources for which a budget has to be asked for."""

Key = tuple[str, str, str]
"""The government that pays, its source of money, and the group paid for."""

KEPT = ("place", "group", "funding", "payer")


def kept(figures: Figures, node: Node) -> dict[Key, tuple[int, tuple[str, ...]]]:
    """Active members by the government that pays, public source of money and group, for years not before the data.

    The fishermen of a regency whom the province pays for are the province's need.
    """
    if int(node.period) < figures.as_of.year:
        return {}
    found: dict[Key, tuple[int, tuple[str, ...]]] = {}
    for place, group, funding, payer in (cell.codes for cell in _paid_for(figures, node)):
        figure = figures.persons.members(Node(place=place, funding=funding, group=group), "active", payer)
        if figure is not None and figure.amount:
            key = payer or place, funding, group
            before, sources = found.get(key, (0, ()))
            found[key] = before + int(figure.amount), tuple(dict.fromkeys([*sources, *figure.sources]))
    return found


def _paid_for(figures: Figures, node: Node) -> list[Cell]:
    """The maximal cells of active members whom public money of the node pays for: of people within it, or paid by one within it."""
    cube = kept_cube(figures)
    elsewhere = figures.once(
        "paid for elsewhere", lambda: [cell for cell in cube.cells if _is_elsewhere(figures, cell)]
    )
    found = _stated(figures, cube, node) or _within(cube, node)
    if elsewhere:
        there = [c for c in elsewhere if _is_of(c.codes, node) and not figures.places.is_within(c.codes[0], node.place)]
        found = cube.maximal([*found, *there])
    order = figures.once("order of those kept", lambda: {cell.codes: at for at, cell in enumerate(cube.cells)})
    inside = [c for c in found if figures.places.is_within(c.codes[3] or c.codes[0], node.place)]
    return sorted(inside, key=lambda cell: order[cell.codes])


def _stated(figures: Figures, cube: Cube, node: Node) -> list[Cell]:
    """The cells that state the node's own group by source, where these hold all there is: then nothing else is looked at."""
    said = figures.once(("sources by group", node.place), lambda: _sources_by_group(cube, node.place))
    sources = [source for source in said.get(node.group, ()) if lists.FUNDINGS.is_within(source, node.funding)]
    stated = [source for source in sources if cube.at((node.place, node.group, source, ""))]
    if any(not any(lists.FUNDINGS.is_within(source, top) for top in stated) for source in sources):
        return []
    tops = [one for one in stated if not any(one != top and lists.FUNDINGS.is_within(one, top) for top in stated)]
    return [cell for top in tops for cell in cube.at((node.place, node.group, top, ""))]


def _sources_by_group(cube: Cube, place: str) -> dict[str, set[str]]:
    """The sources that cells within a place name, by every group that holds theirs."""
    found: dict[str, set[str]] = defaultdict(set)
    for group, source in cube.said(place, "group", "funding"):
        for code in ("", *GROUPS.path(group)):
            found[code].add(source)
    return found


def _within(cube: Cube, node: Node) -> list[Cell]:
    """The maximal cells within a node.

    What cells say is much the same in every place: they are looked at only where none of the node's own place holds them.
    """
    kinds = [codes for said in cube.said(node.place, *KEPT[1:]) if _is_of(codes := (node.place, *said), node)]
    own = cube.maximal(cell for codes in kinds for cell in cube.at(codes))
    open_ones = {codes[1:] for codes in kinds if not any(cube.contains(top.codes, codes) for top in own)}
    if not open_ones:
        return own
    below = [cell for cell in cube.within((node.place, "", "", "")) if cell.codes[1:] in open_ones]
    return cube.maximal([*own, *below])


def _is_of(codes: Codes, node: Node) -> bool:
    return lists.FUNDINGS.is_within(codes[2], node.funding) and GROUPS.is_within(codes[1], node.group)


def _is_elsewhere(figures: Figures, cell: Cell) -> bool:
    """Whether the government that pays is neither that of the place nor one above it."""
    place, _, _, payer = cell.codes
    return bool(payer) and not figures.places.is_within(place, payer)


def kept_cube(figures: Figures) -> Cube:
    """Of which places, groups, sources and payers active members are known whom public money pays for; the cells tell no numbers."""

    def made() -> Cube:
        members = figures.persons.member_nodes("active")
        at = [members.names.index(name) for name in KEPT]
        said = dict.fromkeys(tuple(c.codes[p] for p in at) for c in members.cells if _is_public(c.codes[at[2]]))
        return Cube({name: members.dims[name] for name in KEPT}, [Cell(codes, 0, 0, ()) for codes in said])

    return figures.once("kept by public money", made)


@cache
def _is_public(funding: str) -> bool:
    return bool(funding) and any(lists.FUNDINGS.is_within(funding, source) for source in PUBLIC_MONEY)
