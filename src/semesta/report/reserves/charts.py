"""Bars in the order of time with what is known solid, what is expected pale, and its range as a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from semesta.report.chart_parts import (
    BAR,
    LEGEND,
    Spec,
    finished,
    from_zero,
    inline,
    labels_beside,
    legend_above,
    row_names,
    rows_down,
    zero_line,
)
from semesta.report.theme import theme


class Stack(TypedDict):
    """A row of `stacked`: what is known, what is expected beyond it, and the range of both together, None where there is none."""

    name: str
    known: float
    expected: float
    low: float | None
    high: float | None
    label: str


def stacked(rows: Sequence[Stack], *, known_title: str, expected_title: str = "", value_title: str = "") -> Spec:
    """Bars from zero as the rows come; without `expected_title` nothing is expected and there is no legend."""
    import altair as alt

    names = row_names(rows)
    whole, parts = [], []
    for name, row in zip(names, rows, strict=True):
        end = row["known"] + row["expected"]
        whole.append({**row, "name": name, "value": end, "end": max(end, row["high"] or 0.0)})
        parts.append({"name": name, "part": known_title, "from": 0.0, "to": row["known"]})
        if expected_title:
            parts.append({"name": name, "part": expected_title, "from": row["known"], "to": end})
    x, y = from_zero(whole, "end", value_title), rows_down()
    titles = [known_title, *([expected_title] if expected_title else [])]
    scale = alt.Scale(domain=titles, range=[theme().colours["brand"], theme().shares[1]][: len(titles)])
    legend = legend_above() if expected_title else None
    bars = (
        alt.Chart(inline(parts))
        .mark_bar(size=BAR)
        .encode(x=x.encode("from"), x2="to:Q", y=y, color=alt.Color("part:N", scale=scale, legend=legend))
    )
    ranges = (
        alt.Chart(inline([row for row in whole if row["low"] is not None]))
        .mark_rule(color=theme().colours["text"], strokeWidth=1.6)
        .encode(x=x.encode("low"), x2="high:Q", y=y)
    )
    labels = [mark.properties(data=inline(whole)) for mark in labels_beside(x.encode("end"), y)]
    layers = alt.layer(bars, ranges, *labels, zero_line(x))
    return finished(layers, names, row=22, beside=2 * LEGEND if expected_title else LEGEND)
