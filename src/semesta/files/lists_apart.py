"""Whether two lists of people are of different places: then hardly anybody of the one is found in the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from semesta.basics.places import PlaceList
from semesta.basics.problem import Problem
from semesta.basics.shown import count
from semesta.basics.words import Words, capital, same
from semesta.files.faults import made_fault
from semesta.tables.table import FILE

APART = "place.lists_apart"
_TITLE = Words(
    "daftar pekerja dan daftar peserta dari wilayah yang berbeda", "workers and participants of different places"
)
_EXPECTED = Words("daftar dari satu wilayah", "lists of one place")

_ENOUGH, _MOST_UNSEEN = 0.1, 0.5
_MAIN, _FEW = 0.8, 0.05

RowsByRegency = Mapping[str, int]
"""How many rows of a list live in each regency, by its code; those that say none under ""."""


def said_apart(workers: RowsByRegency, participants: RowsByRegency, places: PlaceList) -> Words | None:
    """What is to be said of workers whose members the other list can hardly hold; None where the places agree or are unknown.

    Either most workers live where no participant does, or nearly all live in one regency and nearly all participants in another.
    An extract of a whole province or of the nation holds a few of every regency, so it is not told by its share.
    """
    workers, participants = _telling(workers), _telling(participants)
    if not workers or not participants:
        return None
    unseen = sum(rows for code, rows in workers.items() if code not in participants) / sum(workers.values())
    ours, theirs = _main(workers), _main(participants)
    share_here = participants.get(ours, 0) / sum(participants.values())
    if unseen <= _MOST_UNSEEN and not (ours and theirs and share_here < _FEW):
        return None
    return (
        Words("daftar pekerja dari ", "the workers are of ")
        + _told(workers, places)
        + Words(", daftar peserta dari ", ", the participants of ")
        + _told(participants, places)
        + Words(
            ": periksa apakah ekstraknya dari wilayah yang sama", ": check whether the extract is of the same place"
        )
    )


def said_lists_apart(frames: Mapping[str, pl.DataFrame], places: PlaceList) -> Iterator[Problem]:
    """The same of lists read together, said at those of participants."""
    if {"workers", "participants"} <= set(frames) and (
        said := said_apart(rows_by_regency(frames["workers"]), rows_by_regency(frames["participants"]), places)
    ):
        title = Words(capital(said.id) + ".", capital(said.en) + ".")
        fault = made_fault(APART, _TITLE, _EXPECTED, title, "warning")
        for file in frames["participants"][FILE].unique(maintain_order=True):
            yield Problem(str(file), None, None, None, None, None, fault)


def rows_by_regency(frame: pl.DataFrame) -> RowsByRegency:
    """Of a list whose places are codes."""
    regency = pl.col("place").str.slice(0, len("36.72"))
    known = pl.when(regency.str.len_bytes() == len("36.72")).then(regency).otherwise(pl.lit("")).alias("place")
    return dict(frame.select(known)["place"].value_counts(name="rows").iter_rows())


def _telling(rows: RowsByRegency) -> RowsByRegency:
    """The rows that say a regency; none where they are so few that they do not tell of what place the list is."""
    known = {code: number for code, number in rows.items() if code}
    return known if sum(known.values()) >= _ENOUGH * sum(rows.values()) else {}


def _main(rows: RowsByRegency) -> str:
    """The regency in which nearly all live; "" where there is none."""
    code = max(rows, key=lambda each: rows[each])
    return code if rows[code] >= _MAIN * sum(rows.values()) else ""


def _told(rows: RowsByRegency, places: PlaceList) -> Words:
    """The regency in which most live, and how many of all: "Kota Cilegon (25 dari 25 baris)"."""
    code = min(rows, key=lambda each: (-rows[each], each))
    name = places[code].title if code in places else same(code)
    total = sum(rows.values())
    return name + Words(
        f" ({count(rows[code], 'id')} dari {count(total, 'id')} baris)",
        f" ({count(rows[code], 'en')} of {count(total, 'en')} rows)",
    )
