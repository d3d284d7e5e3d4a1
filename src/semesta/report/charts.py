"""Charts as Vega-Lite specs: horizontal bars from zero with direct labels, lines by period, dots with their range.

Each takes plain rows whose figures come with their text ("Rp480,5 juta"), so that a chart never formats a number itself,
and returns a spec with its data inside. Where a value is missing the row is hatched and says why.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypedDict

from semesta.basics.words import Lang, Words
from semesta.report.measure import text_width
from semesta.report.theme import theme

if TYPE_CHECKING:
    import altair as alt

Spec = dict[str, Any]

NO_DATA = Words("belum ada data", "no data yet")
LEAST_PERIODS = 3

_NAME_LETTERS = 32
_LABEL_GAP = 6
_ROW, _TALL_ROW, _PAIR_ROW = 26, 36, 52
_BAR = 16
_LEGEND = 30
_BETWEEN = 22
_WIDEST_LABEL = 0.55
"""Part of the plot that labels may take from the bars."""


class Bar(TypedDict):
    """A row of `bars` and `diverging`; `value` None means no data, then `label` may say who holds it."""

    name: str
    value: float | None
    label: str
    behind: NotRequired[float | None]
    """What the value is measured against, drawn behind it: the population behind those registered."""
    programme: NotRequired[str]
    """JKK, JKM, JHT, JP or JKP: takes the programme's colour."""


class Pair(TypedDict):
    """A row of `paired_bars`."""

    name: str
    first: float | None
    first_label: str
    second: float | None
    second_label: str


class Gap(TypedDict):
    """A row of `gap_bars`: covered + gap = population; None for both where there is no data."""

    name: str
    covered: float | None
    gap: float | None
    label: str


class Point(TypedDict):
    """A row of `lines`: one series has one panel; `period` as text, in the order of time."""

    series: str
    period: str
    value: float | None
    label: str


class Range(TypedDict):
    """A row of `intervals`."""

    name: str
    low: float
    value: float
    high: float
    label: str


def bars(rows: Sequence[Bar], *, value_title: str, lang: Lang = "id") -> Spec:
    """Horizontal bars, the largest first, rows without data last; `behind` as a pale bar from zero behind the value."""
    import altair as alt

    ordered = sorted(rows, key=lambda row: (row["value"] is None, -(row["value"] or 0.0)))
    names = _names(ordered)
    data = [_bar(name, row, lang) for name, row in zip(names, ordered, strict=True)]
    for row in data:
        row["end"] = max(row["value"] or 0.0, row["behind"] or 0.0)
    x = _from_zero(data, "end", value_title)
    y = _rows()
    behind = alt.Chart().mark_bar(color=theme().colours["behind"], size=_BAR).encode(x=x.encode("behind"), y=y)
    value = alt.Chart().mark_bar(size=_BAR).encode(x=x.encode("value"), y=y, color=alt.Color("colour:N", scale=None))
    marks = (behind, value, *_labels(x.encode("end"), y), *_missing(x), _zero(x))
    return _finished(alt.layer(*marks, data=_inline(data)), names)


def gap_bars(rows: Sequence[Gap], *, covered_title: str, gap_title: str, lang: Lang = "id") -> Spec:
    """The population of each row as one bar from zero: those covered, and the gap; the largest gap first."""
    import altair as alt

    ordered = sorted(rows, key=lambda row: (row["gap"] is None, -(row["gap"] or 0.0)))
    names = _names(ordered)
    whole, parts = [], []
    for name, row in zip(names, ordered, strict=True):
        covered, gap = row["covered"], row["gap"]
        end = None if covered is None or gap is None else covered + gap
        whole.append({"name": name, "value": end, "end": end or 0.0, "label": _label(row["label"], end, lang)})
        if covered is not None and end is not None:
            parts.append({"name": name, "part": covered_title, "from": 0.0, "to": covered})
            parts.append({"name": name, "part": gap_title, "from": covered, "to": end})
    x, y = _from_zero(whole, "end", ""), _rows()
    colours = alt.Scale(domain=[covered_title, gap_title], range=[theme().colours["brand"], theme().gap])
    stacked = (
        alt.Chart(_inline(parts))
        .mark_bar(size=_BAR)
        .encode(x=x.encode("from"), x2="to:Q", y=y, color=alt.Color("part:N", scale=colours, legend=_legend()))
    )
    labels = [mark.properties(data=_inline(whole)) for mark in (*_labels(x.encode("end"), y), *_missing(x))]
    return _finished(alt.layer(stacked, *labels, _zero(x)), names, beside=2 * _LEGEND)


def paired_bars(rows: Sequence[Pair], *, first_title: str, second_title: str, lang: Lang = "id") -> Spec:
    """Two bars from zero for each row, contributions against claims; each says its own name, so there is no legend."""
    import altair as alt

    ordered = sorted(rows, key=lambda row: -max(row["first"] or 0.0, row["second"] or 0.0))
    names = _names(ordered)
    sides = (("first", first_title, theme().above_zero), ("second", second_title, theme().below_zero))
    data = [
        {
            "name": name,
            "side": title,
            "value": row[side],  # type: ignore[literal-required]
            "end": row[side] or 0.0,  # type: ignore[literal-required]
            "label": f"{title}: {_label(row[f'{side}_label'], row[side], lang)}",  # type: ignore[literal-required]
            "colour": colour,
        }
        for name, row in zip(names, ordered, strict=True)
        for side, title, colour in sides
    ]
    x, y = _from_zero(data, "end", ""), _rows()
    offset = alt.YOffset("side:N", sort=[first_title, second_title], scale=alt.Scale(paddingInner=0.12))
    pairs = (
        alt.Chart().mark_bar().encode(x=x.encode("value"), y=y, yOffset=offset, color=alt.Color("colour:N", scale=None))
    )
    labels = [mark.encode(yOffset=offset) for mark in (*_labels(x.encode("end"), y), *_missing(x))]
    return _finished(alt.layer(pairs, *labels, _zero(x), data=_inline(data)), names, row=_PAIR_ROW, beside=0)


def diverging(rows: Sequence[Bar], *, value_title: str, lang: Lang = "id") -> Spec:
    """Bars to both sides of zero, orange below and blue above, from the lowest to the highest."""
    import altair as alt

    ordered = sorted(rows, key=lambda row: (row["value"] is None, row["value"] or 0.0))
    names = _names(ordered)
    data = [_bar(name, row, lang) for name, row in zip(names, ordered, strict=True)]
    for row in data:
        row["end"] = row["value"] or 0.0
        row["colour"] = theme().below_zero if row["end"] < 0 else theme().above_zero
    x, y = _around_zero(data, value_title), _rows()
    value = alt.Chart().mark_bar(size=_BAR).encode(x=x.encode("value"), y=y, color=alt.Color("colour:N", scale=None))
    marks = (value, *_labels(x.encode("end"), y, both=True), *_missing(x), _zero(x))
    return _finished(alt.layer(*marks, data=_inline(data)), names)


def intervals(rows: Sequence[Range], *, value_title: str) -> Spec:
    """A dot for each row with the range that chance leaves open; the highest first."""
    import altair as alt

    ordered = sorted(rows, key=lambda row: -row["value"])
    names = _names(ordered)
    data = [{**row, "name": name, "end": row["high"]} for name, row in zip(names, ordered, strict=True)]
    x, y = _from_zero(data, "end", value_title), _rows()
    brand = theme().colours["brand"]
    span = alt.Chart().mark_rule(color=brand, strokeWidth=2.5, opacity=0.55).encode(x=x.encode("low"), x2="high:Q", y=y)
    dot = alt.Chart().mark_circle(color=brand, size=80, opacity=1).encode(x=x.encode("value"), y=y)
    marks = (span, dot, *_labels(x.encode("end"), y), _zero(x))
    return _finished(alt.layer(*marks, data=_inline(data)), names)


def lines(points: Sequence[Point], *, value_title: str) -> Spec:
    """A panel for each series, all on one scale with zero, with its first and last figure; missing periods stay open.

    Raises:
        ValueError: there are fewer than three periods: that is a comparison, no trend.
    """
    import altair as alt

    periods = list(dict.fromkeys(point["period"] for point in points))
    if len(periods) < LEAST_PERIODS:
        raise ValueError(f"a trend needs at least {LEAST_PERIODS} periods, not {len(periods)}")
    series = list(dict.fromkeys(point["series"] for point in points))
    columns = min(3, len(series))
    panel = _panel(points, periods).properties(width=_panel_width(columns), height=120)
    header = alt.Header(
        labelAnchor="start", titleAnchor="start", titleFontWeight="normal", titleFontSize=theme().chart["small"]
    )
    facet = alt.Facet("series:N", sort=series, title=value_title, header=header)
    chart = panel.facet(facet=facet, columns=columns, data=_inline(_ends_labelled(points)), spacing=_BETWEEN)
    return _spec(chart.resolve_axis(x="independent"))


def _panel_width(columns: int) -> float:
    return float((theme().chart["width"] - _BETWEEN * (columns - 1) - 10) / columns)


def _panel(points: Sequence[Point], periods: list[str]) -> Any:
    import altair as alt

    values = [0.0, *(point["value"] or 0.0 for point in points)]
    low, high = min(values), max(values)
    room = (high - low or 1.0) * 0.2  # for the figure over the highest point and the one under the lowest
    first_and_last = alt.Axis(title=None, labelAngle=0, domain=False, ticks=False, values=[periods[0], periods[-1]])
    x = alt.X("period:O", sort=periods, axis=first_and_last)
    scale = alt.Scale(domain=[low - room, high + room], nice=False, zero=True)
    y = alt.Y("value:Q", scale=scale, axis=None)
    floor = alt.Chart().transform_calculate(zero="0").mark_rule(color=theme().colours["behind"])
    zero = floor.encode(y=alt.Y("zero:Q", scale=scale, axis=None))
    base = alt.Chart().encode(x=x, y=y)
    brand = theme().colours["brand"]
    sides: tuple[tuple[str, Literal["left", "right"], int], ...] = (
        ("first above", "left", -11),
        ("first below", "left", 13),
        ("last above", "right", -11),
        ("last below", "right", 13),
    )
    ends = [
        base.transform_filter(f"datum.end == '{end}'")
        .mark_text(dy=dy, align=align, fontWeight="bold")
        .encode(text="label:N", x=x, y=y)
        for end, align, dy in sides
    ]
    line = base.mark_line(color=brand, strokeWidth=2.2)
    return alt.layer(zero, line, base.mark_circle(color=brand, size=34, opacity=1), *ends)


def _ends_labelled(points: Sequence[Point]) -> list[dict[str, Any]]:
    """The points; `end` says of the first and the last known one of a series on which side its figure is off the line."""
    known: dict[str, list[int]] = {}
    for number, point in enumerate(points):
        if point["value"] is not None:
            known.setdefault(point["series"], []).append(number)
    ends = {}
    for numbers in known.values():
        values = [points[number]["value"] or 0.0 for number in numbers]
        if len(numbers) > 1:
            ends[numbers[0]] = "first below" if values[1] > values[0] and values[0] > 0 else "first above"
        ends[numbers[-1]] = "last below" if len(values) > 1 and values[-2] > values[-1] > 0 else "last above"
    return [{**point, "end": ends.get(number, "")} for number, point in enumerate(points)]


class _Across:
    """The horizontal axis: one domain for all layers, no tick labels because every bar says its own figure."""

    def __init__(self, domain: tuple[float, float], title: str) -> None:
        self.domain = domain
        self.title = title

    def encode(self, column: str) -> alt.X:
        import altair as alt

        axis = alt.Axis(
            title=self.title or None, labels=False, ticks=False, grid=False, domain=False, titleAnchor="start"
        )
        return alt.X(f"{column}:Q", scale=alt.Scale(domain=list(self.domain), nice=False, zero=True), axis=axis)


def _from_zero(data: list[dict[str, Any]], column: str, title: str) -> _Across:
    """An axis from zero that leaves each bar room for its label."""
    plot = _plot_width(data)
    return _Across((0.0, max((row[column] / (1 - _label_part(row, plot)) for row in data), default=0.0) or 1.0), title)


def _around_zero(data: list[dict[str, Any]], title: str) -> _Across:
    """An axis with zero inside and room for the labels of both sides."""
    plot = _plot_width(data)
    reach = max((abs(row["end"]) for row in data), default=0.0) or 1.0
    needs = {
        side: max((_label_part(row, plot) for row in data if (row["end"] < 0) == side), default=0.0)
        for side in (True, False)
    }
    ends = [0.0, *(row["end"] for row in data)]
    low, high = min(ends), max(ends)
    span = (high - low or reach) / max(0.25, 1 - needs[True] - needs[False])
    return _Across((low - span * needs[True], high + span * needs[False]), title)


def _plot_width(data: list[dict[str, Any]]) -> float:
    """Pixels left of the chart's width once the names have taken theirs."""
    lines_of_names = [line for row in data for line in str(row["name"]).split("\n")]
    names = max((text_width(line, theme().chart["small"]) for line in lines_of_names), default=0.0)
    return float(theme().chart["width"] - names - 20)


def _label_part(row: dict[str, Any], plot: float) -> float:
    if row.get("value") is None:
        return 0.0
    return min(_WIDEST_LABEL, (text_width(row["label"], theme().chart["small"], bold=True) + 2 * _LABEL_GAP) / plot)


def _names(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Names in lines short enough for the axis; one that occurs twice gets a space more, or its bars would lie on each other."""
    names: list[str] = []
    for row in rows:
        name = "\n".join(textwrap.wrap(str(row["name"]), _NAME_LETTERS)[:2]) or "–"
        while name in names:
            name += " "
        names.append(name)
    return names


def _bar(name: str, row: Bar, lang: Lang) -> dict[str, Any]:
    value = row["value"]
    return {
        "name": name,
        "value": value,
        "behind": row.get("behind"),
        "label": _label(row["label"], value, lang),
        "colour": theme().programmes.get(row.get("programme", ""), theme().colours["brand"]),
    }


def _label(label: str, value: float | None, lang: Lang) -> str:
    return label or (NO_DATA.said(lang) if value is None else "")


def _rows() -> alt.Y:
    import altair as alt

    axis = alt.Axis(title=None, ticks=False, domain=False, labelPadding=6, labelExpr="split(datum.label, '\\n')")
    return alt.Y("name:N", sort=None, axis=axis)


def _labels(x: alt.X, y: alt.Y, *, both: bool = False) -> list[alt.Chart]:
    """The text beside each bar: right of it, and left of it where bars run to the left of zero."""
    import altair as alt

    known = alt.Chart().encode(x=x, y=y, text="label:N").transform_filter("isValid(datum.value)")
    style: dict[str, Any] = {"baseline": "middle", "fontWeight": "bold", "lineBreak": "\n"}
    right = known.mark_text(align="left", dx=_LABEL_GAP, **style)
    if not both:
        return [right]
    left = known.mark_text(align="right", dx=-_LABEL_GAP, **style)
    return [right.transform_filter("datum.value >= 0"), left.transform_filter("datum.value < 0")]


def _zero(x: _Across) -> Any:
    """The line every bar starts from."""
    import altair as alt

    data = _inline([{"zero": 0}])
    return alt.Chart(data).mark_rule(color=theme().colours["muted"]).encode(x=x.encode("zero"))


def _missing(x: _Across) -> list[alt.Chart]:
    """A hatched band over the whole row with its reason: a short bar would look like a small figure."""
    import altair as alt

    low, high = x.domain
    gone = alt.Chart().transform_filter("!isValid(datum.value)").transform_calculate(low=str(low), high=str(high))
    band = gone.mark_bar(size=_BAR, color=hatching(90, shape=_BAR / theme().chart["width"])).encode(
        x=x.encode("low"), x2="high:Q", y=_rows()
    )
    words = gone.encode(x=x.encode("low"), y=_rows(), text="label:N")
    style: dict[str, Any] = {"align": "left", "dx": _LABEL_GAP, "baseline": "middle"}
    halo = words.mark_text(stroke=theme().colours["ground"], strokeWidth=5, strokeJoin="round", **style)
    return [band, halo, words.mark_text(color=theme().colours["muted"], **style)]


def hatching(stripes: int, *, shape: float = 1.0) -> alt.LinearGradient:
    """Diagonal stripes as a gradient with hard edges: the only hatching that a Vega-Lite spec can carry by itself.

    `shape` is height by width of what is hatched; the gradient is stretched with it, so it must lean the other way.
    """
    import altair as alt

    line, ground = theme().colours["behind"], theme().colours["ground"]
    stops = [
        alt.GradientStop(color=colour, offset=round((number + part) / stripes, 5))
        for number in range(stripes)
        for colour, part in ((ground, 0), (ground, 0.65), (line, 0.65), (line, 1))
    ]
    reach = (1 + shape) / (1 + shape**2)  # so that the last stripe ends in the corner
    return alt.LinearGradient(
        gradient="linear", stops=stops, x1=0, y1=0, x2=round(reach, 5), y2=round(reach * shape, 5)
    )


def _legend() -> alt.Legend:
    import altair as alt

    return alt.Legend(title=None, orient="top", symbolType="square", direction="horizontal")


def _inline(rows: Sequence[Mapping[str, Any]]) -> alt.InlineData:
    import altair as alt

    return alt.InlineData(values=[dict(row) for row in rows])


def _finished(chart: Any, names: list[str], *, row: int = _ROW, beside: int = _LEGEND) -> Spec:
    """The chart at the width of the text, with rows high enough for names of two lines; `beside` is for axis and legend."""
    import altair as alt

    step = max(row, _TALL_ROW if any("\n" in name for name in names) else 0)
    fitted = alt.AutoSizeParams(type="fit", contains="padding")
    height = max(len(names), 1) * step + beside
    return _spec(chart.properties(width=theme().chart["width"], height=height, autosize=fitted))


def _spec(chart: Any) -> Spec:
    """The spec as plain data, without the library's own default look: the theme comes in when it is drawn."""
    spec: Spec = chart.to_dict()
    spec.pop("config", None)
    return spec
