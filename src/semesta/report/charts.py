"""Charts as Vega-Lite specs: horizontal bars from zero with direct labels, lines by period, dots with their range.

Each takes plain rows whose figures come with their text ("Rp480,5 juta"), so that a chart never formats a number itself,
and returns a spec with its data inside. Where a value is missing the row is hatched and says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, TypedDict

from semesta.basics.words import Lang
from semesta.report.chart_parts import (
    BAR,
    LEGEND,
    Spec,
    among,
    around_zero,
    finished,
    from_zero,
    hatched_rows,
    inline,
    labels_beside,
    legend_above,
    plain_spec,
    row_label,
    row_names,
    rows_down,
    zero_line,
)
from semesta.report.measure import text_width
from semesta.report.theme import theme

LEAST_PERIODS = 3

_PAIR_ROW = 52
_BETWEEN = 22
_FLOOR = 0.12
_APART = 40
"""Pixels that the first and the last point stand within a panel, and some between their figures."""


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
    low: NotRequired[float]
    """With `high` the range that is left open, drawn as a band."""
    high: NotRequired[float]


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
    names = row_names(ordered)
    data = [_bar(name, row, lang) for name, row in zip(names, ordered, strict=True)]
    for row in data:
        row["end"] = max(row["value"] or 0.0, row["behind"] or 0.0)
    x = from_zero(data, "end", value_title)
    y = rows_down()
    behind = alt.Chart().mark_bar(color=theme().colours["behind"], size=BAR).encode(x=x.encode("behind"), y=y)
    value = alt.Chart().mark_bar(size=BAR).encode(x=x.encode("value"), y=y, color=alt.Color("colour:N", scale=None))
    marks = (behind, value, *labels_beside(x.encode("end"), y), *hatched_rows(x), zero_line(x))
    return finished(alt.layer(*marks, data=inline(data)), names)


def gap_bars(rows: Sequence[Gap], *, covered_title: str, gap_title: str, lang: Lang = "id") -> Spec:
    """The population of each row as one bar from zero: those covered, and the gap; the largest gap first."""
    import altair as alt

    ordered = sorted(rows, key=lambda row: (row["gap"] is None, -(row["gap"] or 0.0)))
    names = row_names(ordered)
    whole, parts = [], []
    for name, row in zip(names, ordered, strict=True):
        covered, gap = row["covered"], row["gap"]
        end = None if covered is None or gap is None else covered + gap
        whole.append({"name": name, "value": end, "end": end or 0.0, "label": row_label(row["label"], end, lang)})
        if covered is not None and end is not None:
            parts.append({"name": name, "part": covered_title, "from": 0.0, "to": covered})
            parts.append({"name": name, "part": gap_title, "from": covered, "to": end})
    x, y = from_zero(whole, "end", ""), rows_down()
    colours = alt.Scale(domain=[covered_title, gap_title], range=[theme().colours["brand"], theme().gap])
    stacked = (
        alt.Chart(inline(parts))
        .mark_bar(size=BAR)
        .encode(x=x.encode("from"), x2="to:Q", y=y, color=alt.Color("part:N", scale=colours, legend=legend_above()))
    )
    labels = [mark.properties(data=inline(whole)) for mark in (*labels_beside(x.encode("end"), y), *hatched_rows(x))]
    return finished(alt.layer(stacked, *labels, zero_line(x)), names, beside=2 * LEGEND)


def paired_bars(
    rows: Sequence[Pair], *, first_title: str, second_title: str, lang: Lang = "id", by_size: bool = True
) -> Spec:
    """Two bars from zero for each row, contributions against claims; each says its own name, so there is no legend.

    The largest come first, unless `by_size` is not asked for: years stay in their order.
    """
    import altair as alt

    ordered = sorted(rows, key=lambda row: -max(row["first"] or 0.0, row["second"] or 0.0)) if by_size else rows
    names = row_names(ordered)
    sides = (("first", first_title, theme().above_zero), ("second", second_title, theme().below_zero))
    data = [
        {
            "name": name,
            "side": title,
            "value": row[side],  # type: ignore[literal-required]
            "end": row[side] or 0.0,  # type: ignore[literal-required]
            "label": f"{title}: {row_label(row[f'{side}_label'], row[side], lang)}",  # type: ignore[literal-required]
            "colour": colour,
        }
        for name, row in zip(names, ordered, strict=True)
        for side, title, colour in sides
    ]
    x, y = from_zero(data, "end", ""), rows_down()
    offset = alt.YOffset("side:N", sort=[first_title, second_title], scale=alt.Scale(paddingInner=0.12))
    pairs = (
        alt.Chart().mark_bar().encode(x=x.encode("value"), y=y, yOffset=offset, color=alt.Color("colour:N", scale=None))
    )
    labels = [mark.encode(yOffset=offset) for mark in (*labels_beside(x.encode("end"), y), *hatched_rows(x))]
    return finished(alt.layer(pairs, *labels, zero_line(x), data=inline(data)), names, row=_PAIR_ROW, beside=0)


def diverging(rows: Sequence[Bar], *, value_title: str, lang: Lang = "id") -> Spec:
    """Bars to both sides of zero, orange below and blue above, from the lowest to the highest."""
    import altair as alt

    ordered = sorted(rows, key=lambda row: (row["value"] is None, row["value"] or 0.0))
    names = row_names(ordered)
    data = [_bar(name, row, lang) for name, row in zip(names, ordered, strict=True)]
    for row in data:
        row["end"] = row["value"] or 0.0
        row["colour"] = theme().below_zero if row["end"] < 0 else theme().above_zero
    x, y = around_zero(data, value_title), rows_down()
    value = alt.Chart().mark_bar(size=BAR).encode(x=x.encode("value"), y=y, color=alt.Color("colour:N", scale=None))
    marks = (value, *labels_beside(x.encode("end"), y, both=True), *hatched_rows(x), zero_line(x))
    return finished(alt.layer(*marks, data=inline(data)), names)


def intervals(rows: Sequence[Range], *, value_title: str, centre: float | None = None) -> Spec:
    """A dot for each row with the range that chance leaves open; the highest first. Labels never stand across zero.

    With a `centre`, which all rows share, the axis holds the ranges alone and its line stands there: what moves away from it is
    what is to be seen.
    """
    import altair as alt

    ordered = sorted(rows, key=lambda row: -row["value"])
    names = row_names(ordered)
    data = [{**row, "name": name, "end": max(row["high"], 0.0)} for name, row in zip(names, ordered, strict=True)]
    x, y = from_zero(data, "end", value_title, min((row["low"] for row in rows), default=0.0)), rows_down()
    if centre is not None:
        x = among(data, value_title, min([centre, *(row["low"] for row in rows)]))
    brand = theme().colours["brand"]
    span = alt.Chart().mark_rule(color=brand, strokeWidth=2.5, opacity=0.55).encode(x=x.encode("low"), x2="high:Q", y=y)
    dot = alt.Chart().mark_circle(color=brand, size=80, opacity=1).encode(x=x.encode("value"), y=y)
    marks = (span, dot, *labels_beside(x.encode("end"), y), zero_line(x, at=centre or 0.0))
    return finished(alt.layer(*marks, data=inline(data)), names)


def lines(points: Sequence[Point], *, value_title: str) -> Spec:
    """A panel for each series, all on one scale with zero, with its first and last figure; missing periods stay open.

    Points with a range lie on a band.

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
    chart = panel.facet(
        facet=facet, columns=columns, data=inline(_ends_labelled(points, _panel_width(columns))), spacing=_BETWEEN
    )
    return plain_spec(chart.resolve_axis(x="independent"))


def _panel_width(columns: int) -> float:
    return float((theme().chart["width"] - _BETWEEN * (columns - 1) - 10) / columns)


def _panel(points: Sequence[Point], periods: list[str]) -> Any:
    import altair as alt

    values = [0.0, *(point.get(side) or 0.0 for point in points for side in ("low", "value", "high"))]
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
    ranged = any("low" in point for point in points)
    band = base.mark_area(color=brand, opacity=0.18).encode(x=x, y=alt.Y("low:Q", scale=scale, axis=None), y2="high:Q")
    return alt.layer(zero, *([band] if ranged else []), line, base.mark_circle(color=brand, size=34, opacity=1), *ends)


def _ends_labelled(points: Sequence[Point], width: float) -> list[dict[str, Any]]:
    """The points; `end` says of the first and the last known one of a series on which side its figure is off the line.

    Where both would not fit on one side of a panel so wide, or say the same, the last alone is told.
    """
    known: dict[str, list[int]] = {}
    for number, point in enumerate(points):
        if point["value"] is not None:
            known.setdefault(point["series"], []).append(number)
    # A figure under a point near zero would stand on the years below the panel.
    low = _FLOOR * max((abs(point["value"] or 0.0) for point in points), default=0.0)
    ends: dict[int, str] = {}
    for numbers in known.values():
        values = [points[number]["value"] or 0.0 for number in numbers]
        last = "below" if len(values) > 1 and values[-2] > values[-1] > low else "above"
        ends[numbers[-1]] = f"last {last}"
        if len(numbers) > 1:
            first = "below" if values[1] > values[0] > low else "above"
            collide = first == last and _collide(points[numbers[0]]["label"], points[numbers[-1]]["label"], width)
            ends[numbers[0]] = "" if collide else f"first {first}"
    return [{**point, "end": ends.get(number, "")} for number, point in enumerate(points)]


def _collide(first: str, last: str, width: float) -> bool:
    """Whether two labels at the ends of a panel run into each other; two alike are one too many."""
    size = theme().chart["small"]
    return first == last or text_width(first, size, bold=True) + text_width(last, size, bold=True) + _APART > width


def _bar(name: str, row: Bar, lang: Lang) -> dict[str, Any]:
    value = row["value"]
    return {
        "name": name,
        "value": value,
        "behind": row.get("behind"),
        "label": row_label(row["label"], value, lang),
        "colour": theme().programmes.get(row.get("programme", ""), theme().colours["brand"]),
    }
