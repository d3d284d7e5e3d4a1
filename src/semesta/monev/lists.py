"""Plain lists of a round (regulations, commitments, actions …) as indicators count them."""

from __future__ import annotations

import polars as pl

from semesta.monev.figures import Figures
from semesta.tables.registry import TABLES


def within(figures: Figures, table: str, place: str) -> pl.DataFrame:
    """The rows of a table at or below a place; a frame of its columns without rows when there are none."""
    frame = figures.frame(table)
    if frame is None:
        return pl.DataFrame(schema={column.name: getattr(pl, column.type.polars) for column in TABLES[table].columns})
    inside = [p for p in frame["place"].unique().drop_nulls() if figures.places.is_within(p, place)]
    return frame.filter(pl.col("place").is_in(inside))


def sources_of(frame: pl.DataFrame) -> tuple[str, ...]:
    return tuple(frame["source"].drop_nulls().unique(maintain_order=True)) if "source" in frame.columns else ()


def promises(figures: Figures, place: str) -> pl.DataFrame:
    """Commitments proper: requests and recommendations bind nobody."""
    rows = within(figures, "commitments", place)
    return rows.filter(pl.col("kind").fill_null("commitment") == "commitment") if rows.height else rows


def latest_stages(figures: Figures, place: str) -> pl.DataFrame:
    """Each regulation at the latest stage it had reached by the round's day."""
    rows = within(figures, "regulations", place)
    if rows.is_empty():
        return rows
    known = rows.filter(pl.col("stage_since").is_null() | (pl.col("stage_since") <= figures.as_of))
    # A regulation goes by its title while it has no number yet, and keeps it when it gets one.
    which = pl.coalesce("title", "number").alias("_which")
    dated = known.sort("stage_since", nulls_last=False)
    return dated.group_by("place", "kind", which, maintain_order=True).last().drop("_which")
