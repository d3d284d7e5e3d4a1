"""What a payer needs for a year: those already paid for and those added, by months and price; never the price of the whole gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from semesta.basics import lists, shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import Words, joined
from semesta.law.faults import NoLawOnDate
from semesta.monev.budgets import Line
from semesta.monev.cube import Cube
from semesta.monev.figures import Figures
from semesta.monev.kept import Key, kept, kept_cube
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
    known = kept(figures, node)
    wanted = [key for key in by_key if not has_wider_line(key, by_key)]
    # Of people whom a wider line speaks of already, nobody knows how many of its persons they are.
    wanted += [key for key in known if key not in by_key and not has_wider_line(key, _lines_at(figures, key[0], year))]
    return [_need(figures, key, year, by_key.get(key, []), known.get(key)) for key in wanted]


def is_held_wider(figures: Figures, node: Node) -> bool:
    """Whether active members are known whom public money of the node pays for, all in lines of wider groups or sources."""
    return bool(kept(figures, node)) and not needs(figures, node)


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


def _need(figures: Figures, key: Key, year: int, lines: list[Line], known: tuple[int, tuple[str, ...]] | None) -> Need:
    """Offices pay for people of their own, so their lines are added; accounts of one office hold the same people."""
    place, funding, group = key
    kept_persons, kept_sources = known or (0, ())
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


def need_nodes(figures: Figures, breakdowns: tuple[tuple[str, ...], ...]) -> Iterator[Node]:
    """Nodes of budgets and, from the data's year on, of those whom public money already pays for, whatever is budgeted."""
    yield from (n for n in budget_nodes(figures, breakdowns) if int(n.period) < figures.as_of.year)
    paid_for = kept_cube(figures)
    lines = [line for line in figures.budgets.lines if line.year >= figures.as_of.year]
    following = figures.as_of.year + 1
    budgets = {following: Cube(figures.budgets.dims, []), **figures.budgets.cubes()}
    for place in places_of(figures, {line.place for line in lines} | {c.codes[0] for c in paid_for.cells}):
        years = {year for year in figures.budgets.years(place) if year >= figures.as_of.year}
        for year in sorted(years | {following}, reverse=True):
            cubes = [budgets[year], paid_for]
            node = headline(cubes, place)
            if node is not None:
                here = Node(place=place, funding=node.funding, group=node.group, period=str(year))
                yield here
                yield from broken_down(cubes, here, breakdowns)
