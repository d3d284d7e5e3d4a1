"""The regions of a place as sorted bars and as a tile map, hatched where there is no comparable figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from semesta.basics.words import Words
from semesta.monev.value import Value
from semesta.report import charts, tiles
from semesta.report.content import Block
from semesta.report.laporan import breakdown, figures, naming
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.sourcing import sources

MAP_FROM = 3
"""With fewer regions a map says nothing that the table does not."""
MOST_BARS = 24
"""More do not fit on a page."""


def by_region(draft: Draft, indicator: str) -> list[Block]:
    """The regions as sorted bars where two can be compared, and as a map where there are three or more."""
    values = _values(draft, indicator)
    alike = comparable(draft, indicator, list(values.values()))
    if not alike:
        return []
    blocks: list[Block] = [_bar_chart(draft, indicator, values, alike)] if len(alike) > 1 else []
    if len(values) >= MAP_FROM:
        caption = draft.say(f"{_title(draft, indicator)} menurut wilayah", f"{_title(draft, indicator)} by region")
        text = _text(draft, values, alike)
        blocks.append(draft.chart(caption, lambda: _tiles(draft, values, alike), text, sources(alike, draft.lang)))
    return blocks


Regions = Mapping[str, Value | None]


def _bar_chart(draft: Draft, indicator: str, values: Regions, alike: Sequence[Value]) -> Block:
    """The regions that have rows; where they are too many for a page, the highest and the lowest of the comparable ones."""
    drawn: Regions = {code: value for code, value in values.items() if value is not None}
    caption = _finding(draft, indicator, alike)
    if len(drawn) > MOST_BARS:
        ordered = sorted(alike, key=lambda value: -(value.value or 0))
        half = MOST_BARS // 2
        shown = ordered if len(ordered) <= MOST_BARS else [*ordered[:half], *ordered[-half:]]
        drawn = {value.node.place: value for value in shown}
        caption += draft.say(f" ({len(shown)} dari {len(values)} wilayah)", f" ({len(shown)} of {len(values)} regions)")
    text = _text(draft, drawn, alike)
    return draft.chart(caption, lambda: _bars(draft, indicator, drawn, alike), text, sources(alike, draft.lang))


def _text(draft: Draft, values: Regions, alike: Sequence[Value]) -> str:
    return "; ".join(f"{_name(draft, code)}: {_label(draft, value, alike)}" for code, value in values.items())


def comparable(draft: Draft, indicator: str, values: Sequence[Value | None]) -> list[Value]:
    """The values of one universe and basis, the round's own where any region has it: two are never put beside each other."""
    known = [v for v in values if v is not None and v.value is not None]
    if not known:
        return []
    whole = draft.first(indicator)
    own = [v for v in known if whole is not None and v.node.universe == whole.node.universe]
    kinds = Counter((v.node.universe, v.node.basis) for v in own or known)
    return [v for v in known if (v.node.universe, v.node.basis) == kinds.most_common(1)[0][0]]


def _values(draft: Draft, indicator: str) -> dict[str, Value | None]:
    """Every region of the place, also those without a row: a region that is not drawn is not missed."""
    places, own = draft.measured.places, draft.measured.place
    seen = set(breakdown.regions(draft))
    codes = sorted(seen | {r.code for r in places.regions(own)}) if len(seen) >= MAP_FROM else sorted(seen)
    return {c: breakdown.of_region(draft, indicator, c) for c in codes if places.level(c) != "government"}


def _name(draft: Draft, code: str) -> str:
    return naming.name(draft.measured.places, code, draft.lang)


def _title(draft: Draft, indicator: str) -> str:
    return draft.said(naming.title(indicator))


def _label(draft: Draft, value: Value | None, alike: Sequence[Value]) -> str:
    if value is None or value.value is None:
        return draft.said(naming.STATUSES["missing"]) if value is None else figures.reason(value, draft.lang)
    if value not in alike:
        universe = naming.part("universe", value.node.universe, draft.lang, draft.measured.places)
        return draft.say(f"semesta lain: {universe}", f"another universe: {universe}")
    return figures.bare(value.value, value.unit, draft.lang, against=value.denominator)


def _finding(draft: Draft, indicator: str, alike: Sequence[Value]) -> str:
    """The highest and the lowest region; neutral where all are equal."""
    ordered = sorted(alike, key=lambda v: v.value or 0)
    low, high = ordered[0], ordered[-1]
    title = _title(draft, indicator)
    if low.value == high.value:
        return draft.say(f"{title} per wilayah", f"{title} by region")
    said = [f"{_name(draft, v.node.place)} ({_label(draft, v, alike)})" for v in (high, low)]
    return draft.say(
        f"{title} tertinggi di {said[0]}, terendah di {said[1]}",
        f"{title} is highest in {said[0]}, lowest in {said[1]}",
    )


def _bars(draft: Draft, indicator: str, values: Regions, alike: Sequence[Value]) -> Mapping[str, object]:
    rows: list[charts.Bar] = [
        {
            "name": _name(draft, code),
            "value": value.value if value in alike and value else None,
            "label": _label(draft, value, alike),
        }
        for code, value in values.items()
    ]
    return charts.bars(rows, value_title=_title(draft, indicator), lang=draft.lang)


def _tiles(draft: Draft, values: Regions, alike: Sequence[Value]) -> Mapping[str, object]:
    made = [_tile(draft, code, value, alike) for code, value in values.items()]
    return tiles.tile_map(made, lang=draft.lang)


def _tile(draft: Draft, code: str, value: Value | None, alike: Sequence[Value]) -> tiles.Tile:
    known = value is not None and value in alike
    tile: tiles.Tile = {
        "code": code,
        "name": draft.measured.places.short_name(code),
        "share": value.value if known and value else None,
        "label": _label(draft, value, alike) if known else "",
    }
    if not known:
        tile["reason"] = draft.said(REASON)
    return tile


REASON = Words("belum ada data yang sebanding", "no comparable data")
