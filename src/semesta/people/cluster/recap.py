"""Lists linked on a cluster, counted there into summary tables: what leaves it has no person in it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl

from semesta.people.cluster.batches import on_spark
from semesta.people.link import Linked
from semesta.people.summarise import summaries


def recap(workers: Any, participants: Any, found: Linked, *, place: str, as_of: dt.date) -> dict[str, pl.DataFrame]:
    """The summary tables by name, as `people.summarise` makes them, of lists as `reading.py` reads them.

    Args:
        place: of rows that say none. as_of: the day on which people are counted.
    """
    frames = {"workers": _known(workers), "participants": _known(participants)}
    linked = {"pairs": on_spark(found.pairs), "clusters": on_spark(found.clusters)}
    return summaries({**frames, **linked}, place=place, as_of=as_of)


def _known(table: Any) -> Any:
    """The table without columns of which nothing is known."""
    from pyspark.sql import functions as F  # noqa: N812

    counts = table.agg(*(F.count(name).alias(name) for name in table.columns)).first().asDict()
    return table.select(*(name for name in table.columns if counts[name]))
