"""What each way costs against the number of rows, as a picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import altair as alt

from semesta.report.drawing import svg

WIDTH, HEIGHT = 520, 260
DECADES = [0.1, 1, 10, 100, 1000]


def drawn(cost: Mapping[str, Mapping[int, float]], picture: Path) -> None:
    """Writes an SVG of the processor seconds of each way by millions of rows, both axes doubling: a straight line grows evenly."""
    rows = [
        {"way": way, "rows": size, "seconds": used} for way, by_size in cost.items() for size, used in by_size.items()
    ]
    sizes = sorted({row["rows"] for row in rows})
    axes = {
        "x": alt.X(
            "rows:Q", scale=alt.Scale(type="log", base=2), title="workers, millions", axis=alt.Axis(values=sizes)
        ),
        "y": alt.Y("seconds:Q", scale=alt.Scale(type="log"), title="processor seconds", axis=alt.Axis(values=DECADES)),
        "color": alt.Color("way:N", sort=list(cost), title=None),
    }
    chart = alt.Chart(alt.Data(values=rows)).mark_line(point=True).encode(**axes)
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text(
        svg(chart.properties(width=WIDTH, height=HEIGHT, background="white").to_dict(), lang="en"), encoding="utf-8"
    )
