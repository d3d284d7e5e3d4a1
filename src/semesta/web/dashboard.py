"""Ringkasan: where a place stands, how it moved from round to round, and where its regions stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from semesta.basics.period import Period
from semesta.basics.words import Lang, Words
from semesta.monev.registry import INDICATORS
from semesta.monev.value import CODES, Node, Value
from semesta.report import tiles
from semesta.report.laporan import figures
from semesta.report.laporan.lookup import latest
from semesta.report.laporan.summary import FIRST, INSTEAD, NEXT, NOT_IF_NONE
from semesta.web.models import Figure
from semesta.web.places import office_places, remembered

FIGURES = 6
ROUNDS = 10
"""So many rounds make the trend of a figure."""
MAPPED = ("coverage", "registration")
SIDE = 72
WIDE = 8
"""So many tiles beside each other want the whole width of a page."""
STEPS = (0.2, 0.4, 0.6, 0.8)


@dataclass(frozen=True, slots=True)
class Point:
    """One round's figure in a trend; x and y are pixels of the small line."""

    x: float
    y: float
    said: str


@dataclass(frozen=True, slots=True)
class Card:
    """A figure of the first page as look.md shows it, with how it moved and the target it has."""

    name: str
    indicator: str
    value: str
    full: str
    against: str
    since: str
    rests_on: str
    warning: str
    target: str
    light: str
    """ "reached", "near", "far", or "" where there is no target to hold it against."""
    trend: tuple[Point, ...]
    line: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A region of the map: a square at x, y; `step` 0–4 of the scale, or None where there is nothing to compare."""

    code: str
    name: str
    short: str
    x: int
    y: int
    step: int | None
    label: str
    round: int | None


@dataclass(frozen=True, slots=True)
class Map:
    title: str
    width: int
    height: int
    tiles: tuple[Tile, ...]
    is_wide: bool
    """Too wide to be read beside something else."""
    legend: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A region's latest round of its own, and what it came to."""

    code: str
    round: int
    snapshot: int


def value_of(figure: Figure) -> Value:
    """The figure as the report knows values."""
    rest = figure.rest
    return Value(
        figure.indicator,
        Node(**{name: getattr(figure, name) for name in CODES}),
        figure.unit,
        figure.value,
        rest["numerator"],
        rest["denominator"],
        rest["low"],
        rest["high"],
        tuple(rest["status"]),
        tuple(Words(note["id"], note["en"]) for note in rest["notes"]),
        tuple(rest["sources"]),
    )


def headlines(
    snapshots: Sequence[int], names: Sequence[str], places: Sequence[str]
) -> dict[tuple[int, str, str], Value]:
    """The headline of each indicator by snapshot, indicator and place; one query, whatever is asked for."""
    rows = Figure.objects.filter(snapshot__in=snapshots, indicator__in=names, place__in=places)
    found: dict[tuple[int, str, str], list[Value]] = {}
    for figure in rows.order_by("snapshot", "position"):
        found.setdefault((figure.snapshot_id, figure.indicator, figure.place), []).append(value_of(figure))
    chosen = {key: latest(values, key[1]) for key, values in found.items()}
    return {key: value for key, value in chosen.items() if value is not None}


@remembered(1024)
def cards(line: tuple[int, ...], place: str, lang: Lang) -> tuple[Card, ...]:
    """The main figures of a place at the last of these snapshots, each with how it moved through those before.

    Snapshots never change, so what was made of them once is kept.
    """
    names = [*FIRST, *NEXT, *INSTEAD.values(), "target_attainment"]
    found, here = headlines(line, names, [place]), line[-1]
    told = []
    for name in (*FIRST, *NEXT):
        value = found.get((here, name, place))
        if (value is None or value.value is None) and name in INSTEAD:
            value = found.get((here, INSTEAD[name], place)) or value
        if value is None or value.value is None or (value.indicator in NOT_IF_NONE and value.value <= 0):
            continue
        before = [found.get((one, value.indicator, place)) for one in line]
        told.append(_card(value, before, found.get((here, "target_attainment", place)), lang))
        if len(told) == FIGURES:
            break
    return tuple(told)


def _card(value: Value, before: Sequence[Value | None], attained: Value | None, lang: Lang) -> Card:
    number = value.value or 0
    trend = _points([one for one in before if one is not None and is_alike(one, value)], lang)
    held = attained if value.indicator in ("coverage", "active") and attained is not None else None
    light, target = _light(held, lang)
    plain = figures.warning(value, lang)
    return Card(
        name=INDICATORS[value.indicator].title.said(lang),
        indicator=value.indicator,
        value=figures.short(number, value.unit, lang, against=value.denominator),
        full=figures.full(number, value.unit, lang, against=value.denominator),
        against=" · ".join(filter(None, (figures.against(value, lang), figures.bounds(value, lang)))),
        since=figures.since(value, lang),
        rests_on=figures.rests_on(value, lang),
        warning=plain,
        target=target,
        light=light,
        trend=trend,
        line=" ".join(f"{point.x:.0f},{point.y:.0f}" for point in trend) if len(trend) > 1 else "",
    )


def is_alike(one: Value, other: Value) -> bool:
    """Whether two rounds' figures may be put side by side: of the same people and money, over as many months."""
    alike = one.node.at(period="", place="") == other.node.at(period="", place="")
    return one.value is not None and alike and _months(one.node.period) == _months(other.node.period)


def _months(period: str) -> int:
    """How long a figure's period is, in months; 0 for a day."""
    try:
        told = Period.parse(period)
    except ValueError:
        return 0
    if told.start is None:
        return -1
    return round((told.end - told.start).days / 30.4)


def _light(attained: Value | None, lang: Lang) -> tuple[str, str]:
    """How far the target is reached, in a word and in figures; nothing without a target in the data."""
    if attained is None or attained.value is None:
        return "", ""
    said = figures.bare(attained.value, attained.unit, lang)
    told = Words(f"{said} dari target", f"{said} of the target").said(lang)
    return ("reached" if attained.value >= 1 else "near" if attained.value >= 0.9 else "far"), told


def _points(values: Sequence[Value], lang: Lang, width: int = 200, height: int = 36) -> tuple[Point, ...]:
    """Rounds from left to right, from zero to the highest: the line of one figure."""
    if len(values) < 2:
        return ()
    numbers = [float(value.value or 0) for value in values]
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    room = (high - low) or 1.0
    return tuple(
        Point(
            6 + (width - 12) * at / (len(values) - 1),
            height - 4 - (height - 8) * (number - low) / room,
            f"{figures.since(value, lang)}: {figures.full(value.value or 0, value.unit, lang, against=value.denominator)}",
        )
        for at, (value, number) in enumerate(zip(values, numbers, strict=True))
    )


@remembered(1024)
def tile_map(here: int, own: tuple[Region, ...], place: str, lang: Lang) -> Map | None:
    """The regions of a place: from the figures of its own snapshot, otherwise from the region's own latest round."""
    regions = office_places().regions(place)
    if len(regions) < 3:
        return None
    codes, by_code = [region.code for region in regions], {region.code: region for region in own}
    found = headlines([here, *(region.snapshot for region in own)], MAPPED, codes)
    by_name = {name: _shares(found, name, codes, here, by_code) for name in MAPPED}
    name = max(MAPPED, key=lambda one: (len(by_name[one]), -MAPPED.index(one)))
    if not by_name[name]:
        return None
    places = tiles.positions({region.code: region.title.said(lang) for region in regions})
    made = tuple(_tile(code, places[code], by_name[name].get(code), by_code.get(code), lang) for code in codes)
    percent = [f"{step:.0%}".removesuffix("%") for step in STEPS]
    legend = [
        f"< {percent[0]} %",
        *(f"{a}–{b} %" for a, b in pairwise(percent)),
        f"≥ {percent[-1]} %",
    ]
    return Map(
        title=INDICATORS[name].title.said(lang),
        width=max(one.x for one in made) + SIDE,
        height=max(one.y for one in made) + SIDE,
        tiles=made,
        is_wide=max(one.x for one in made) // SIDE >= WIDE,
        legend=tuple(enumerate(legend)),
    )


def _shares(
    found: Mapping[tuple[int, str, str], Value],
    name: str,
    codes: Sequence[str],
    here: int,
    own: Mapping[str, Region],
) -> dict[str, Value]:
    """The share of each region that has one, of one universe alone: two are never put beside each other."""
    known = {}
    for code in codes:
        from_own = found.get((own[code].snapshot, name, code)) if code in own else None
        both = (found.get((here, name, code)), from_own)
        value = next((one for one in both if one is not None and one.value is not None), None)
        if value is not None:
            known[code] = value
    universes = [value.node.universe for value in known.values()]
    most = max(universes, key=universes.count, default="")
    return {code: value for code, value in known.items() if value.node.universe == most}


def _tile(code: str, place: tiles.Place, value: Value | None, own: Region | None, lang: Lang) -> Tile:
    step = None if value is None else tiles.step_of(float(value.value or 0), STEPS)
    missing = tiles.NOT_COMPARABLE.said(lang)
    label = missing if value is None else figures.bare(value.value or 0, value.unit, lang, against=value.denominator)
    short = place.short
    return Tile(
        code,
        office_places()[code].title.said(lang),
        short if len(short) <= 11 else short[:10] + "…",
        place.column * SIDE,
        place.row * SIDE,
        step,
        label,
        own.round if own else None,
    )


def governed(place: str) -> list[str]:
    """The regions below that have a government of their own."""
    places = office_places()
    return [one.code for one in places.regions(place) if places.level(one.code) in ("province", "regency")]


def not_submitted(place: str, handed: Collection[str]) -> list[str]:
    """The governments below that have submitted nothing."""
    return [code for code in governed(place) if code not in handed]
