"""What a payer needs for a year: those already paid for and those added, by months and price; never the price of the whole gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from semesta.basics import lists, shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import Words, joined
from semesta.law.faults import NoLawOnDate
from semesta.monev.budgets import Line
from semesta.monev.cube import Cell, Codes, Cube
from semesta.monev.figures import Figures
from semesta.monev.nodes import broken_down, budget_nodes, headline, places_of
from semesta.monev.prices import price_by_law
from semesta.monev.value import Node


@dataclass(frozen=True, slots=True)
class Part:
    """Persons whom one office pays for at one price for some months, in whole rupiah."""

    persons: int
    months: int
    amount: int
    price: int | None
    """Per person and month; None where the price changes within the months."""
    programmes: Mapping[str, int]
    """The price by programme where the law says how it is made up; empty where it is the office's own."""
    how: Words
    verified: bool
    lines: tuple[Line, ...] = ()
    """The budget lines it was taken from; none for those kept whom no line holds."""


PUBLIC_MONEY = ("apbd", "apbdes", "dbh_cht", "dbh_sawit", "apbn")
"""Sources for which a budget has to be asked for."""


@dataclass(frozen=True, slots=True)
class Need:
    """The need of one payer for one group in one place and year, in whole rupiah."""

    place: str
    funding: str
    group: str
    year: int
    kept: int
    """Persons already active from this source."""
    persons: int
    """Persons to be paid for: those in the budget line, and never fewer than are kept."""
    months: int
    amount: int
    price: int | None
    """Rupiah per person and month where one price holds for all months."""
    how: Words
    verified: bool
    sources: tuple[str, ...]
    parts: tuple[Part, ...]
    """Office by office, and those kept beyond what the lines hold; their amounts add up to that of the need."""

    @property
    def added(self) -> int:
        return self.persons - self.kept


Key = tuple[str, str, str]
"""The government that pays, its source of money, and the group paid for."""


def needs(figures: Figures, node: Node) -> list[Need]:
    """The needs of the node's year within it, one per place, source of money and group.

    What is given for the node itself wins there over its parts, and each part is still the need of its own node.
    """
    return figures.once(("needs", node), lambda: _made_needs(figures, node))


def _made_needs(figures: Figures, node: Node) -> list[Need]:
    year = int(node.period)
    by_key: dict[Key, list[Line]] = defaultdict(list)
    for line in figures.budgets.of(node):
        if line.persons is not None:
            by_key[line.place, line.funding, line.group].append(line)
    kept = _kept(figures, node)
    wanted = [key for key in by_key if not has_wider_line(key, by_key)]
    # Of people whom a wider line speaks of already, nobody knows how many of its persons they are.
    wanted += [key for key in kept if key not in by_key and not has_wider_line(key, _lines_at(figures, key[0], year))]
    return [_need(figures, key, year, by_key.get(key, []), kept.get(key)) for key in wanted]


def is_held_wider(figures: Figures, node: Node) -> bool:
    """Whether active members are known whom public money of the node pays for, all in lines of wider groups or sources."""
    return bool(_kept(figures, node)) and not needs(figures, node)


def _lines_at(figures: Figures, place: str, year: int) -> list[Key]:
    """What the lines of a place and year that tell persons speak of."""
    found = figures.once(("lines with persons", year), lambda: _keys_of_lines(figures, year))
    return found.get(place, [])


def _keys_of_lines(figures: Figures, year: int) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = defaultdict(list)
    for line in figures.budgets.lines:
        if line.year == year and line.persons is not None:
            found[line.place].append((line.place, line.funding, line.group))
    return found


def has_wider_line(key: Key, lines: Iterable[Key]) -> bool:
    """Whether a line of the same place speaks of these people already, under a wider group or source: a given total wins."""
    place, funding, group = key
    return any(
        (p, f, g) != key and p == place and GROUPS.is_within(group, g) and lists.FUNDINGS.is_within(funding, f)
        for p, f, g in lines
    )


def _kept(figures: Figures, node: Node) -> dict[Key, tuple[int, tuple[str, ...]]]:
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
    cube = _kept_cube(figures)
    elsewhere = figures.once(
        "paid for elsewhere", lambda: [cell for cell in cube.cells if _is_elsewhere(figures, cell)]
    )
    if not elsewhere and node.funding and (stated := cube.at((node.place, node.group, node.funding, ""))):
        return stated
    found = _within(cube, node)
    if elsewhere:
        there = [c for c in elsewhere if _is_of(c.codes, node) and not figures.places.is_within(c.codes[0], node.place)]
        found = cube.maximal([*found, *there])
    return [c for c in found if figures.places.is_within(c.codes[3] or c.codes[0], node.place)]


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


@cache
def _is_public(funding: str, wanted: str) -> bool:
    public = any(lists.FUNDINGS.is_within(funding, source) for source in PUBLIC_MONEY) and bool(funding)
    return public and lists.FUNDINGS.is_within(funding, wanted)


def _need(figures: Figures, key: Key, year: int, lines: list[Line], kept: tuple[int, tuple[str, ...]] | None) -> Need:
    """Offices pay for people of their own, so their lines are added; accounts of one office hold the same people."""
    place, funding, group = key
    kept_persons, kept_sources = kept or (0, ())
    parts = [_part(figures, key, year, own) for own in _by_office(lines)]
    planned = sum(part.persons for part in parts)
    if kept_persons > planned:
        parts.append(_priced(figures, key, year, kept_persons - planned, max((p.months for p in parts), default=12)))
    prices, months = {part.price for part in parts}, {part.months for part in parts}
    return Need(
        place,
        funding,
        group,
        year,
        kept_persons,
        sum(part.persons for part in parts),
        max(months, default=12),
        sum(part.amount for part in parts),
        prices.pop() if len(prices) == 1 and len(months) == 1 else None,
        joined(list(dict.fromkeys(part.how for part in parts)), "; "),
        all(part.verified for part in parts),
        tuple(dict.fromkeys([*(line.source for line in lines if line.source), *kept_sources])),
        tuple(parts),
    )


def _by_office(lines: list[Line]) -> list[list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.codes[5]].append(line)
    return list(found.values())


def _part(figures: Figures, key: Key, year: int, lines: list[Line]) -> Part:
    persons = max((line.persons or 0 for line in lines), default=0)
    months = max((line.months for line in lines if line.months), default=12)
    unit = _own_price(lines)
    if unit is None:
        return replace(_priced(figures, key, year, persons, months), lines=tuple(lines))
    made_up = _made_up_by_law(figures, key, year, months, unit)
    return Part(persons, months, persons * months * unit, unit, made_up, _own_price_said(unit), True, tuple(lines))


def _made_up_by_law(figures: Figures, key: Key, year: int, months: int, unit: int) -> Mapping[str, int]:
    """By programme a price that an office names, where it is the price by law; nothing where it is another."""
    try:
        by_law = _priced(figures, key, year, 0, months)
    except NoLawOnDate:
        return {}
    return by_law.programmes if by_law.price == unit else {}


def _priced(figures: Figures, key: Key, year: int, persons: int, months: int) -> Part:
    """Persons at the price by law."""
    _, funding, group = key
    by_law = price_by_law(figures.law, group=group, funding=funding, year=year, months=months)
    price = by_law.total // months if by_law.total % months == 0 else None
    return Part(persons, months, persons * by_law.total, price, by_law.programmes, by_law.said, by_law.verified)


def _own_price(lines: list[Line]) -> int | None:
    """The price the government's own lines name: accounts of one group (JKK, JKM) each name their part, and are added."""
    prices = {(line.codes[3], line.codes[4], line.codes[5]): line.price for line in lines if line.price is not None}
    if not prices or len(prices) < len({line.codes[3:] for line in lines}):
        return None
    accounts = {account for account, _, _ in prices}
    return sum(prices.values()) if len(accounts) == len(prices) else max(prices.values())


def _own_price_said(price: int) -> Words:
    return Words(
        f"harga pemerintah daerah {shown.rupiah(price, 'id')} per orang per bulan",
        f"the government's own price of {shown.rupiah(price, 'en')} per person and month",
    )


KEPT = ("place", "group", "funding", "payer")


def _kept_cube(figures: Figures) -> Cube:
    """Of which places, groups, sources and payers active members are known whom public money pays for; the cells tell no numbers."""

    def made() -> Cube:
        members = figures.persons.member_nodes("active")
        at = [members.names.index(name) for name in KEPT]
        said = dict.fromkeys(tuple(c.codes[p] for p in at) for c in members.cells if _is_public(c.codes[at[2]], ""))
        return Cube({name: members.dims[name] for name in KEPT}, [Cell(codes, 0, 0, ()) for codes in said])

    return figures.once("kept by public money", made)


def need_nodes(figures: Figures, breakdowns: tuple[tuple[str, ...], ...]) -> Iterator[Node]:
    """Nodes of budgets and, from the data's year on, of those whom public money already pays for, whatever is budgeted."""
    yield from (n for n in budget_nodes(figures, breakdowns) if int(n.period) < figures.as_of.year)
    kept = _kept_cube(figures)
    lines = [line for line in figures.budgets.lines if line.year >= figures.as_of.year]
    following = figures.as_of.year + 1
    budgets = {following: Cube(figures.budgets.dims, []), **figures.budgets.cubes()}
    for place in places_of(figures, {line.place for line in lines} | {c.codes[0] for c in kept.cells}):
        years = {year for year in figures.budgets.years(place) if year >= figures.as_of.year}
        for year in sorted(years | {following}, reverse=True):
            cubes = [budgets[year], kept]
            node = headline(cubes, place)
            if node is not None:
                here = Node(place=place, funding=node.funding, group=node.group, period=str(year))
                yield here
                yield from broken_down(cubes, here, breakdowns)
