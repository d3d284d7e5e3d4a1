"""The chain from files to a round measured."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from semesta.basics.places import PLACES, PlaceList
from semesta.files.profile import Profile
from semesta.files.read import read
from semesta.monev.measure import NothingThere, NothingUsable, measured
from semesta.monev.measured import Measured
from semesta.monev.vocabulary import with_indicators
from semesta.rounds import lists
from semesta.rounds.lists import Counted, with_lists_counted
from semesta.tables.dataset import Dataset
from semesta.tables.registry import PEOPLE, TABLES

Progress = Callable[[str, float], None]


class Unusable(Exception):
    """Nothing in the input may enter a report; `dataset` holds every problem."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__("nothing usable")
        self.dataset = dataset


def read_round(
    paths: Sequence[Path],
    *,
    today: dt.date,
    places: PlaceList = PLACES,
    place: str = "",
    titles: Mapping[str, str] | None = None,
    profiles: Sequence[Profile] = (),
) -> Dataset:
    """The tables of all inputs, summary tables and lists of people, with indicator names resolved; problems are in the dataset.

    Args:
        place: code of the place of the round, where it is known before: names of districts are looked for in it.
        titles: what headers mean in every list, name of the column by header.
        profiles: what they mean in the lists of their senders.
    """
    tables = {**TABLES, **PEOPLE}
    found = read(paths, today=today, places=places, tables=tables, place=place, titles=titles, profiles=profiles)
    return with_indicators(found)


def counted_round(
    dataset: Dataset,
    *,
    place: str | None = None,
    as_of: dt.date | None = None,
    places: PlaceList = PLACES,
    today: dt.date | None = None,
    progress: lists.Progress | None = None,
) -> Counted:
    """The round with its lists of people linked, counted and looked through; as it is where it has none.

    Args:
        progress: told what is being done with the lists, and how much of it is done.

    Raises:
        Unusable, NothingThere, NoDay, NoPlace, LinkError: as `measured_round`.
    """
    try:
        return with_lists_counted(dataset, places=places, today=today, place=place, as_of=as_of, progress=progress)
    except NothingThere:
        raise
    except NothingUsable as nothing:
        raise Unusable(dataset) from nothing


def measured_round(
    dataset: Dataset,
    *,
    place: str | None = None,
    as_of: dt.date | None = None,
    places: PlaceList = PLACES,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> Measured:
    """The round measured. Lists of people that are still in it are counted first; what comes back holds no person.

    Raises:
        Unusable: no row may enter a figure.
        NothingThere: none lies within the place.
        NoDay, NoPlace: nothing names a day or a place, and it is not asked for.
    """
    counted = counted_round(dataset, places=places, today=today, place=place, as_of=as_of)
    try:
        return measured(counted.dataset, places=places, place=place, as_of=as_of, today=today, progress=progress)
    except NothingThere:
        raise
    except NothingUsable as nothing:
        raise Unusable(dataset) from nothing
