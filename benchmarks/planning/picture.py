"""What each way of a benchmark costs against size, as a picture: processor seconds and memory."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import altair as alt

from semesta.report.drawing import svg

FOLDER = Path(__file__).parents[2] / "docs" / "img"
WIDTH, HEIGHT = 300, 220
LEAST_SECONDS = 0.001
"""Below this nothing was measured: a logarithm needs more than zero."""
COSTS = (("seconds", "processor seconds"), ("megabytes", "MB of the whole process"))


@dataclass(frozen=True, slots=True)
class Cost:
    """What one way took for one size; `by` names what grows, where a benchmark grows in two directions.

    Memory is the most that the whole process held, libraries included: what a run adds to that is nothing that can be measured
    where the libraries needed more while they were loaded.
    """

    way: str
    size: int
    seconds: float
    megabytes: float
    by: str


def drawn(name: str, costs: Sequence[Cost]) -> Path:
    """Writes docs/img/<name>.svg: a row of two panels for each thing that grows, both axes logarithmic.

    There a straight line grows evenly, and one that rises as fast as it goes right costs twice as much for twice the size.
    """
    rows = [asdict(cost) | {"seconds": max(cost.seconds, LEAST_SECONDS)} for cost in costs]
    growing = dict.fromkeys(cost.by for cost in costs)
    ways = list(dict.fromkeys(cost.way for cost in costs))
    panels = [
        alt.hconcat(*(_panel([row for row in rows if row["by"] == by], by, cost, ways) for cost in COSTS), spacing=40)
        for by in growing
    ]
    picture = FOLDER / f"{name}.svg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    whole = alt.vconcat(*panels, background="white").to_dict()
    picture.write_text(svg(whole, lang="en"), encoding="utf-8", newline="\n")
    return picture


def _panel(rows: list[dict[str, Any]], by: str, cost: tuple[str, str], ways: list[str]) -> alt.LayerChart:
    """One cost against one size; ways differ by colour, dash and point, so that they can be told apart in black and white."""
    column, title = cost
    sizes = sorted({row["size"] for row in rows})
    decades = _decades([row[column] for row in rows])
    across = alt.Scale(type="log", nice=False, domain=[sizes[0], sizes[-1]])
    up = alt.Scale(type="log", nice=False, domain=[decades[0], decades[-1]])
    # One domain in all three makes one legend of them.
    way: dict[str, Any] = {
        "shorthand": "way:N",
        "title": None,
        "scale": alt.Scale(domain=ways),
        "legend": alt.Legend(orient="top", columns=3, symbolSize=80),
    }
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("size:Q", scale=across, title=by, axis=alt.Axis(values=sizes, format=",")),
        y=alt.Y(f"{column}:Q", scale=up, title=title, axis=alt.Axis(values=decades, format="~g")),
        color=alt.Color(**way),
    )
    line = base.mark_line().encode(strokeDash=alt.StrokeDash(**way))
    point = base.mark_point(filled=True, size=50, opacity=1).encode(shape=alt.Shape(**way))
    return alt.layer(line, point).properties(width=WIDTH, height=HEIGHT)


def _decades(values: Sequence[float]) -> list[float]:
    """Powers of ten from below the least value to above the largest."""
    return [10.0**power for power in range(math.floor(math.log10(min(values))), math.ceil(math.log10(max(values))) + 1)]
