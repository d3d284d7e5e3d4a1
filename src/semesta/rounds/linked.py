"""The lists to act on that two linked lists give by themselves, without a round around them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Lang
from semesta.people.findings.registry import findings
from semesta.people.link import Linked
from semesta.people.people import People
from semesta.rounds.lists import kept_until, likely_of, where_most_live
from semesta.rounds.report import list_steps, put_in_place
from semesta.tables.origin import PURPOSE


def write_lists(
    linked: Linked,
    frames: Mapping[str, pl.DataFrame],
    out: Path,
    *,
    as_of: dt.date,
    today: dt.date,
    place: str | None = None,
    places: PlaceList = PLACES,
    lang: Lang = "id",
) -> dict[str, int]:
    """How many rows each list has that was written to the folder `daftar` in `out`, by finding; people are masked.

    Who lives elsewhere is told by the place in which most live.

    Args:
        frames: workers and participants as they were linked, with the file and row of each.
        as_of: the day of which the state of members is told.
        today: from which the time is counted that lists are kept.

    Raises:
        NoPlace: no list says a place, and none was given.
        OSError: `out` cannot be written.
    """
    given = {name: frame for name, frame in frames.items() if frame.height}
    if {"workers", "participants"} - set(given):
        return {}
    people = People(
        given,
        place or where_most_live(given, places),
        as_of,
        {"workers": linked.pairs.rename({"worker_id": "id"})},
        linked.clusters.rename({"worker_id": "id"}),
        likely_of(linked).rename({"worker_id": "id"}),
        places,
    )
    found = findings(people)
    steps = list_steps(people, found, PURPOSE, kept_until(today), lang)
    put_in_place(out, {name: make() for name, (_, make) in steps.items()})
    return {one.finding.name: one.count for one in found if one.count}


def day_of(frames: Mapping[str, pl.DataFrame], today: dt.date) -> dt.date | None:
    """The latest day, not after today, on which the lists say that something was so; None where they say none."""
    days = [frame["as_of"].drop_nulls().max() for frame in frames.values() if "as_of" in frame.columns]
    return max((day for day in days if isinstance(day, dt.date) and day <= today), default=None)
