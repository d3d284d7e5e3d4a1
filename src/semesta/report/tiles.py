"""The tile map: one square per region, placed roughly as on the map; the same for nation, province and city."""

from __future__ import annotations

import csv
import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

from semesta.basics.words import Lang, Words
from semesta.report.chart_parts import Spec, hatching, inline, plain_spec
from semesta.report.measure import text_width
from semesta.report.theme import theme

if TYPE_CHECKING:
    import altair as alt

NOT_COMPARABLE = Words("belum ada data yang sebanding", "no comparable data")

_LARGEST, _GAP = 92, 3
_INSET, _SMALL = 4, 64
_LEGEND_ROW = 24
_SWATCH = 13
_DARK_FROM = 3
"""From this step of the scale on, text on a tile is white."""


class Tile(TypedDict):
    """A region. `share` is a fraction, or None where there is no comparable data; `label` its text ("32,35 %")."""

    code: str
    name: str
    share: float | None
    label: str
    reason: NotRequired[str]
    """Why the tile is hatched; the reasons that occur stand in the legend."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tile stands, in squares from the top left."""

    column: int
    row: int
    short: str


def tile_map(tiles: Sequence[Tile], *, steps: Sequence[float] = (0.2, 0.4, 0.6, 0.8), lang: Lang = "id") -> Spec:
    """The regions as squares in five steps of one hue; `steps` are the shares at which the colour changes."""
    import altair as alt

    places = positions({tile["code"]: tile["name"] for tile in tiles})
    columns = 1 + max((place.column for place in places.values()), default=0)
    rows = 1 + max((place.row for place in places.values()), default=0)
    width = theme().chart["width"]
    side = min(_LARGEST, (width - 4) / columns)
    squares = [_square(tile, places[tile["code"]], side, steps) for tile in tiles]
    words = [
        line for tile, square in zip(tiles, squares, strict=True) for line in _said(tile, places[tile["code"]], square)
    ]
    swatches, legend_words, height = _legend(tiles, steps, top=rows * side + 14, lang=lang)
    marks = _marks(squares + swatches, words + legend_words, width=width, height=height)
    return plain_spec(alt.layer(*marks).properties(width=width, height=height))


def positions(names: dict[str, str]) -> dict[str, Place]:
    """The place of each code: from tiles.csv where all stand in it, otherwise a tidy grid in the order of the codes."""
    drawn = _drawn()
    if names and all(code in drawn for code in names):
        places = {code: drawn[code] for code in names}
        left, top = min(place.column for place in places.values()), min(place.row for place in places.values())
        return {code: Place(place.column - left, place.row - top, place.short) for code, place in places.items()}
    columns = max(1, math.ceil(math.sqrt(len(names) * 1.6)))
    return {
        code: Place(number % columns, number // columns, _short(names[code]))
        for number, code in enumerate(sorted(names))
    }


@cache
def _drawn() -> dict[str, Place]:
    text = Path(__file__).with_name("tiles.csv").read_text(encoding="utf-8")
    return {
        row["code"]: Place(int(row["column"]), int(row["row"]), row["short"])
        for row in csv.DictReader(text.splitlines())
    }


def _short(name: str) -> str:
    """The name as it fits on a tile: the kind of region in short, or left out where all are alike."""
    for long, short in (("Kabupaten ", "Kab. "), ("Kecamatan ", ""), ("Kelurahan ", ""), ("Provinsi ", "")):
        name = name.removeprefix(long) if not short else name.replace(long, short, 1) if name.startswith(long) else name
    return name


def step_of(share: float, steps: Sequence[float]) -> int:
    """The step of the scale: 0 below the first limit; a share on a limit belongs to the step above."""
    return sum(share >= limit for limit in steps)


def _square(tile: Tile, place: Place, side: float, steps: Sequence[float]) -> dict[str, Any]:
    step = None if tile["share"] is None else step_of(tile["share"], steps)
    return _rectangle(place.column * side, place.row * side, side - _GAP, step)


def _rectangle(x: float, y: float, side: float, step: int | None) -> dict[str, Any]:
    fill = None if step is None else theme().shares[step]
    return {"x": x, "x2": x + side, "y": y, "y2": y + side, "fill": fill, "step": step}


def _said(tile: Tile, place: Place, square: dict[str, Any]) -> list[dict[str, Any]]:
    """Code, short name and figure inside the square; what does not fit is left out, the table holds it."""
    room = square["x2"] - square["x"]
    size, names = _name_lines(place.short, room)
    lines = [(tile["code"], min(size, 9), "normal"), *((line, size, "normal") for line in names)]
    if tile["share"] is not None and text_width(tile["label"], size, bold=True) <= room - _INSET:
        lines.append((tile["label"], size, "bold"))
    colour = theme().colours["ground" if (square["step"] or 0) >= _DARK_FROM else "text"]
    words = []
    y = square["y"] + _INSET
    for text, letters, weight in lines:
        if y + letters <= square["y2"]:
            words.append(_word(text, square["x"] + _INSET, y, letters, weight, colour, halo=square["step"] is None))
        y += letters + 2
    return words


def _name_lines(name: str, room: float) -> tuple[int, list[str]]:
    """The largest size at which no word of the name is wider than the tile, and the name in at most two lines."""
    sizes = (11, 10, 9) if room > _SMALL else (9, 8)
    longest = max(name.split(), key=len, default="")
    size = next((size for size in sizes if text_width(longest, size) <= room - _INSET), sizes[-1])
    letters = max(len(longest), int((room - _INSET) / (size * 0.56)))
    return size, textwrap.wrap(name, letters)[:2]


def _word(
    text: str, x: float, y: float, size: float, weight: str, colour: str, *, halo: bool = False
) -> dict[str, Any]:
    return {"text": text, "x": x, "y": y, "size": size, "weight": weight, "colour": colour, "halo": halo}


def _legend(
    tiles: Sequence[Tile], steps: Sequence[float], *, top: float, lang: Lang
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], float]:
    """Swatches and words of the legend from `top` down, and where it ends; only what occurs on the map is explained."""
    entries: list[tuple[int | None, str]] = list(enumerate(_step_words(steps, lang)))
    reasons = dict.fromkeys(tile.get("reason") or NOT_COMPARABLE.said(lang) for tile in tiles if tile["share"] is None)
    x, y, swatches, words = 0.0, top, [], []
    for step, said in [*entries, *((None, reason) for reason in reasons)]:
        taken = _SWATCH + 6 + text_width(said, theme().chart["small"]) + 16
        if x and x + taken > theme().chart["width"]:
            x, y = 0.0, y + _LEGEND_ROW
        swatches.append(_rectangle(x, y, _SWATCH, step))
        words.append(_word(said, x + _SWATCH + 6, y + 1, theme().chart["small"], "normal", theme().colours["text"]))
        x += taken
    return swatches, words, y + _LEGEND_ROW


def _step_words(steps: Sequence[float], lang: Lang) -> list[str]:
    below, above = Words("kurang dari", "less than"), Words("atau lebih", "or more")
    limits = [_percent(step, lang) for step in steps]
    between = [f"{low}–{high} %" for low, high in pairwise(limits)]
    return [f"{below.said(lang)} {limits[0]} %", *between, f"{limits[-1]} % {above.said(lang)}"]


def _percent(share: float, lang: Lang) -> str:
    number = f"{share * 100:.1f}".removesuffix(".0")
    return number.replace(".", ",") if lang == "id" else number


def _marks(
    squares: list[dict[str, Any]], words: list[dict[str, Any]], *, width: float, height: float
) -> list[alt.Chart]:
    """Squares and words at their pixels; the hatched ones are a layer of their own, because a gradient is no data."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, width], nice=False, zero=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)
    marks = []
    for hatched in (False, True):
        data = [square for square in squares if (square["fill"] is None) == hatched]
        chart = alt.Chart(inline(data)).encode(x=x, x2="x2:Q", y=y, y2="y2:Q")
        if hatched:
            marks.append(chart.mark_rect(fill=hatching(13), stroke=theme().colours["missing"], strokeWidth=0.7))
        else:
            marks.append(chart.mark_rect().encode(fill=alt.Fill("fill:N", scale=None)))
    return [*marks, *_texts(words, x, y)]


def _texts(words: list[dict[str, Any]], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """The words; on hatching they get a white edge first, or the stripes would run through the letters."""
    import altair as alt

    edge = {"stroke": theme().colours["ground"], "strokeWidth": 4, "strokeJoin": "round"}
    layers = []
    for chosen, style in (
        ([word for word in words if word["halo"]], edge),
        ([word for word in words if word["weight"] == "normal"], {}),
        ([word for word in words if word["weight"] == "bold"], {"fontWeight": "bold"}),
    ):
        chart = alt.Chart(inline(chosen)).mark_text(align="left", baseline="top", **style)
        size, colour = alt.Size("size:Q", scale=None), alt.Color("colour:N", scale=None)
        layers.append(chart.encode(x=x, y=y, text="text:N", size=size, color=colour))
    return layers
