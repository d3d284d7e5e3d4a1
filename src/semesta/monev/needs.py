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
from semesta.monev.cube import Cube
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


def needs(figures: Figures, node: Node) -> list[Need]:
    """The needs of the node's year within it, one per place, source of money and group."""
    year = int(node.period)
    by_place = figures.once(("needs", year), lambda: _needs_by_place(figures, year))
    return [
        need
        for need in by_place.get(node.place, [])
        if lists.FUNDINGS.is_within(need.funding, node.funding) and GROUPS.is_within(need.group, node.group)
    ]


def _needs_by_place(figures: Figures, year: int) -> dict[str, list[Need]]:
    """The needs of a year in the whole round, at or below each place."""
    found: dict[str, list[Need]] = defaultdict(list)
    for need in _made_needs(figures, Node(place=figures.place, period=str(year))):
        for code in figures.places.path(need.place):
            found[code].append(need)
    return found


def _made_needs(figures: Figures, node: Node) -> list[Need]:
    year = int(node.period)
    by_key: dict[tuple[str, str, str], list[Line]] = defaultdict(list)
    for line in figures.budgets.of(node):
        if line.persons is not None:
            by_key[line.place, line.funding, line.group].append(line)
    kept = _kept(figures, node)
    keys = [key for key in dict.fromkeys([*by_key, *kept]) if not has_wider_line(key, by_key)]
    return [_need(figures, key, year, by_key.get(key, []), kept.get(key)) for key in keys]


def has_wider_line(key: tuple[str, str, str], lines: Iterable[tuple[str, str, str]]) -> bool:
    """Whether a line of the same place speaks of these people already, under a wider group or source: a given total wins."""
    place, funding, group = key
    return any(
        (p, f, g) != key and p == place and GROUPS.is_within(group, g) and lists.FUNDINGS.is_within(funding, f)
        for p, f, g in lines
    )


def _kept(figures: Figures, node: Node) -> dict[tuple[str, str, str], tuple[int, tuple[str, ...]]]:
    """Active members by the government that pays, public source of money and group, for years not before the data.

    The fishermen of a regency whom the province pays for are the province's need.
    """
    if int(node.period) < figures.as_of.year:
        return {}
    cube = figures.persons.member_nodes("active")
    found: dict[tuple[str, str, str], tuple[int, tuple[str, ...]]] = {}
    within = [c for c in cube.within((node.place, "", node.group, *[""] * 5)) if _is_public(c.codes[5], node.funding)]
    for place, payer, funding, group in dict.fromkeys(
        (c.codes[0], c.codes[6], c.codes[5], c.codes[2]) for c in cube.maximal(within)
    ):
        figure = figures.persons.members(Node(place=place, funding=funding, group=group), "active", payer)
        if figure is not None and figure.amount:
            key = payer or place, funding, group
            before, sources = found.get(key, (0, ()))
            found[key] = before + int(figure.amount), tuple(dict.fromkeys([*sources, *figure.sources]))
    return found


@cache
def _is_public(funding: str, wanted: str) -> bool:
    public = any(lists.FUNDINGS.is_within(funding, source) for source in PUBLIC_MONEY) and bool(funding)
    return public and lists.FUNDINGS.is_within(funding, wanted)


def _need(
    figures: Figures, key: tuple[str, str, str], year: int, lines: list[Line], kept: tuple[int, tuple[str, ...]] | None
) -> Need:
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


def _part(figures: Figures, key: tuple[str, str, str], year: int, lines: list[Line]) -> Part:
    persons = max((line.persons or 0 for line in lines), default=0)
    months = max((line.months for line in lines if line.months), default=12)
    unit = _own_price(lines)
    if unit is None:
        return replace(_priced(figures, key, year, persons, months), lines=tuple(lines))
    made_up = _made_up_by_law(figures, key, year, months, unit)
    return Part(persons, months, persons * months * unit, unit, made_up, _own_price_said(unit), True, tuple(lines))


def _made_up_by_law(
    figures: Figures, key: tuple[str, str, str], year: int, months: int, unit: int
) -> Mapping[str, int]:
    """By programme a price that an office names, where it is the price by law; nothing where it is another."""
    try:
        by_law = _priced(figures, key, year, 0, months)
    except NoLawOnDate:
        return {}
    return by_law.programmes if by_law.price == unit else {}


def _priced(figures: Figures, key: tuple[str, str, str], year: int, persons: int, months: int) -> Part:
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


def _kept_cube(figures: Figures) -> Cube:
    members = figures.persons.member_nodes("active")
    return Cube(members.dims, [c for c in members.cells if _is_public(c.codes[5], "")])


def need_nodes(figures: Figures, breakdowns: tuple[tuple[str, ...], ...]) -> Iterator[Node]:
    """Nodes of budgets and, from the data's year on, of those whom public money already pays for, whatever is budgeted."""
    yield from (n for n in budget_nodes(figures, breakdowns) if int(n.period) < figures.as_of.year)
    kept = figures.once("kept by public money", lambda: _kept_cube(figures))
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
