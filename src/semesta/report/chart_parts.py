"""What all bar charts share: the axis across with room for labels, the figures beside bars, hatched rows, the finish."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from semesta.basics.words import Lang, Words
from semesta.report.measure import text_width
from semesta.report.theme import theme

if TYPE_CHECKING:
    import altair as alt

Spec = dict[str, Any]

NO_DATA = Words("belum ada data", "no data yet")
BAR = 16
ROW, TALL_ROW = 26, 36
LEGEND = 30

_NAME_LETTERS = 32
_LABEL_GAP = 6
_WIDEST_LABEL = 0.55
"""Part of the plot that labels may take from the bars."""


class Across:
    """The horizontal axis: one domain for all layers, no tick labels because every bar says its own figure."""

    def __init__(self, domain: tuple[float, float], title: str) -> None:
        self.domain = domain
        self.title = title

    def encode(self, column: str) -> alt.X:
        import altair as alt

        axis = alt.Axis(
            title=self.title or None, labels=False, ticks=False, grid=False, domain=False, titleAnchor="start"
        )
        return alt.X(
            f"{column}:Q", scale=alt.Scale(domain=list(self.domain), nice=False, zero=self.has_zero), axis=axis
        )

    @property
    def has_zero(self) -> bool:
        return self.domain[0] <= 0 <= self.domain[1]


def from_zero(data: list[dict[str, Any]], column: str, title: str, low: float = 0.0) -> Across:
    """An axis from zero, or from `low` where that is below, that leaves each bar room for its label."""
    plot, first = _plot_width(data), min(low, 0.0)
    reach = max(((row[column] - first) / (1 - _label_part(row, plot)) for row in data), default=0.0)
    return Across((first, max(first + reach, 0.0) if reach else 1.0), title)


def among(data: list[dict[str, Any]], title: str, low: float) -> Across:
    """An axis from `low` that leaves each `end` room for its label; not for bars, whose length begins at zero."""
    plot = _plot_width(data)
    reach = max((row["end"] - low) / (1 - _label_part(row, plot)) for row in data) or 1.0
    return Across((low - 0.02 * reach, low + reach), title)


def around_zero(data: list[dict[str, Any]], title: str) -> Across:
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
    return Across((low - span * needs[True], high + span * needs[False]), title)


def _plot_width(data: list[dict[str, Any]]) -> float:
    """Pixels left of the chart's width once the names have taken theirs."""
    lines_of_names = [line for row in data for line in str(row["name"]).split("\n")]
    names = max((text_width(line, theme().chart["small"]) for line in lines_of_names), default=0.0)
    return float(theme().chart["width"] - names - 20)


def _label_part(row: dict[str, Any], plot: float) -> float:
    if row.get("value") is None:
        return 0.0
    return min(_WIDEST_LABEL, (text_width(row["label"], theme().chart["small"], bold=True) + 2 * _LABEL_GAP) / plot)


def row_names(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Names in lines short enough for the axis; one that occurs twice gets a space more, or its bars would lie on each other."""
    names: list[str] = []
    for row in rows:
        name = "\n".join(textwrap.wrap(str(row["name"]), _NAME_LETTERS)[:2]) or "–"
        while name in names:
            name += " "
        names.append(name)
    return names


def row_label(label: str, value: float | None, lang: Lang) -> str:
    return label or (NO_DATA.said(lang) if value is None else "")


def rows_down() -> alt.Y:
    import altair as alt

    axis = alt.Axis(title=None, ticks=False, domain=False, labelPadding=6, labelExpr="split(datum.label, '\\n')")
    return alt.Y("name:N", sort=None, axis=axis)


def labels_beside(x: alt.X, y: alt.Y, *, both: bool = False) -> list[alt.Chart]:
    """The text beside each bar: right of it, and left of it where bars run to the left of zero."""
    import altair as alt

    known = alt.Chart().encode(x=x, y=y, text="label:N").transform_filter("isValid(datum.value)")
    style: dict[str, Any] = {"baseline": "middle", "fontWeight": "bold", "lineBreak": "\n"}
    right = known.mark_text(align="left", dx=_LABEL_GAP, **style)
    if not both:
        return [right]
    left = known.mark_text(align="right", dx=-_LABEL_GAP, **style)
    return [right.transform_filter("datum.value >= 0"), left.transform_filter("datum.value < 0")]


def zero_line(x: Across, at: float = 0.0) -> Any:
    """The line every bar starts from, or that stands `at` what all rows share."""
    import altair as alt

    data = inline([{"zero": at}])
    return alt.Chart(data).mark_rule(color=theme().colours["muted"]).encode(x=x.encode("zero"))


def hatched_rows(x: Across) -> list[alt.Chart]:
    """A hatched band over the whole row with its reason: a short bar would look like a small figure."""
    import altair as alt

    low, high = x.domain
    gone = alt.Chart().transform_filter("!isValid(datum.value)").transform_calculate(low=str(low), high=str(high))
    band = gone.mark_bar(size=BAR, color=hatching(90, shape=BAR / theme().chart["width"])).encode(
        x=x.encode("low"), x2="high:Q", y=rows_down()
    )
    words = gone.encode(x=x.encode("low"), y=rows_down(), text="label:N")
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


def legend_above() -> alt.Legend:
    import altair as alt

    return alt.Legend(title=None, orient="top", symbolType="square", direction="horizontal")


def inline(rows: Sequence[Mapping[str, Any]]) -> alt.InlineData:
    import altair as alt

    return alt.InlineData(values=[dict(row) for row in rows])


def finished(chart: Any, names: list[str], *, row: int = ROW, beside: int = LEGEND) -> Spec:
    """The chart at the width of the text, with rows high enough for names of two lines; `beside` is for axis and legend."""
    import altair as alt

    step = max(row, TALL_ROW if any("\n" in name for name in names) else 0)
    fitted = alt.AutoSizeParams(type="fit", contains="padding")
    height = max(len(names), 1) * step + beside
    return plain_spec(chart.properties(width=theme().chart["width"], height=height, autosize=fitted))


def plain_spec(chart: Any) -> Spec:
    """The spec as plain data, without the library's own default look: the theme comes in when it is drawn."""
    spec: Spec = chart.to_dict()
    spec.pop("config", None)
    return spec
