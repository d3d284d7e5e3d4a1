"""Tables of people in, summary tables out: the same on Polars, DuckDB and Spark.

What is heavy (joining, counting, adding) is said once in narwhals and runs where the people are; what comes home are counts.
"""

from __future__ import annotations

import datetime as dt

import narwhals as nw
import polars as pl

from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Words
from semesta.people import money, persons
from semesta.people.counting import counted
from semesta.people.families import families
from semesta.people.memberships import PERSON, SEVERAL, Frames, rows_of_persons
from semesta.people.packed import HELD, told
from semesta.tables.registry import TABLES

UNIVERSE = "list"
"""People by name are a universe of their own: they are never added to, or compared with, another count of people."""


def summaries(frames: Frames, *, place: str, as_of: dt.date, places: PlaceList = PLACES) -> dict[str, pl.DataFrame]:
    """The summary tables that these lists come to, each with exactly the columns its declaration has; no names.

    Args:
        frames: by table name (`workers`, `participants`, `payments`, `claim_cases`, `households`), all of one engine, codes canonical; and where
            people were linked `pairs` (worker_id, participant_id) and `clusters` (worker_id, person_id). A column that is
            not known is left out or null.
        place: of rows that say none.
        as_of: the day on which people are counted; what was paid later is not counted.
        places: which regions a place has. Of one all of whose regions are in the lists there are rows too: their sums, in which
            a person on the lists of two regions stands twice.

    Of the tables only those come back of which the lists say something.
    """
    found = {**_people(frames, place, as_of, places), **money.contributions_and_claims(frames, place, as_of)}
    alike = families(frames, place)
    if alike is not None:
        found["household_spending"] = alike.with_columns(as_of=pl.lit(as_of))
    return {
        name: _declared(name, frame.with_columns(source=pl.lit(source_of(name, frames).id)))
        for name, frame in found.items()
        if frame.height
    }


def _people(frames: Frames, place: str, as_of: dt.date, places: PlaceList) -> dict[str, pl.DataFrame]:
    asked = rows_of_persons(frames, as_of)
    if asked is None:
        return {}
    table, codes = asked
    rows = counted(table, PERSON, SEVERAL, codes)
    rows = told(rows) if HELD in codes else rows
    people = persons.persons_of(rows, place)
    made: dict[str, pl.DataFrame] = {}
    if "workers" in frames:
        made["population"] = persons.with_regions_added(persons.population(people), places).with_columns(
            universe=pl.lit(UNIVERSE), basis=pl.lit("residence"), as_of=pl.lit(as_of)
        )
    if HELD in codes:
        made["members"] = persons.with_regions_added(persons.members(people), places).with_columns(
            universe=pl.lit(UNIVERSE if "workers" in frames else None, pl.String),
            basis=pl.lit(_basis(frames, rows), pl.String),
            as_of=pl.lit(as_of),
        )
    return made


def _basis(frames: Frames, rows: pl.DataFrame) -> str | None:
    """An extract by branch office does not hold who is registered at another; else people are counted where the list says."""
    if "office" in rows.columns and rows["office"].is_not_null().any():
        return "office"
    return "residence" if "workers" in frames else None


def source_of(table: str, frames: Frames) -> Words:
    """What a derived table rests on, in words that stand as its source."""
    if table == "population":
        return Words("daftar pekerja", "lists of workers")
    if table == "contributions":
        return Words("daftar pembayaran iuran", "list of payments")
    if table == "claims":
        return Words("daftar kasus klaim", "list of claim cases")
    if table == "household_spending":
        return Words(
            "daftar keluarga menurut kartu keluarga, pencari nafkah menurut daftar pekerja",
            "list of families by family card, earners by the lists of workers",
        )
    if "workers" not in frames:
        return Words("daftar peserta", "list of participants")
    if "participants" in frames:
        return Words("daftar pekerja disandingkan dengan daftar peserta", "workers linked with participants")
    if "bpjs_status" in nw.from_native(frames["workers"]).lazy().collect_schema():
        return Words("daftar pekerja dengan status dari BPJS", "workers with the status given by BPJS")
    return Words(
        "daftar pekerja disandingkan dengan daftar pembayaran iuran", "workers held against the list of payments"
    )


def _declared(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with the columns of its table, in their order and types; empty codes are null."""
    whole = frame.with_columns(pl.lit(None).alias(c.name) for c in TABLES[name].columns if c.name not in frame.columns)
    return whole.select(
        pl.col(c.name).cast(getattr(pl, c.type.polars)) if c.type.polars != "String" else _text(c.name)
        for c in TABLES[name].columns
    )


def _text(column: str) -> pl.Expr:
    text = pl.col(column).cast(pl.String)
    return pl.when(text != "").then(text).alias(column)
