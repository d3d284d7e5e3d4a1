"""The chain from files to a round measured."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from semesta.basics.places import PLACES, PlaceList
from semesta.files.read import read
from semesta.monev.measure import NothingThere, NothingUsable, measured
from semesta.monev.measured import Measured
from semesta.monev.vocabulary import with_indicators
from semesta.tables.dataset import Dataset

Progress = Callable[[str, float], None]


class Unusable(Exception):
    """Nothing in the input may enter a report; `dataset` holds every problem."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__("nothing usable")
        self.dataset = dataset


def read_round(paths: Sequence[Path], *, today: dt.date, places: PlaceList = PLACES) -> Dataset:
    """The tables of all inputs, with indicator names resolved; problems are in the dataset."""
    return with_indicators(read(paths, today=today, places=places))


def measured_round(
    dataset: Dataset,
    *,
    place: str | None = None,
    as_of: dt.date | None = None,
    places: PlaceList = PLACES,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> Measured:
    """The round measured.

    Raises:
        Unusable: no row may enter a figure.
        NothingThere: none lies within the place.
        NoDay: nothing names a day, and `as_of` is not given.
    """
    try:
        return measured(dataset, places=places, place=place, as_of=as_of, today=today, progress=progress)
    except NothingThere:
        raise
    except NothingUsable as nothing:
        raise Unusable(dataset) from nothing
