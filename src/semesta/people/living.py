"""Who of a list is not on the list of deaths."""

from __future__ import annotations

import polars as pl

from semesta.people.members import same_person
from semesta.people.people import People

COMPARED = ("nik", "name", "birth_date", "sex", "place", "district", "village")


def living(people: People, persons: pl.DataFrame) -> pl.DataFrame:
    """The rows without those whose death is on the list of deaths."""
    if not people.has("deaths"):
        return persons
    deaths = people.frames["deaths"]
    # Only these can be one of the dead: comparing all names of a province would take minutes.
    alike = persons.filter(
        pl.col("nik").is_in(deaths["nik"].drop_nulls().implode())
        | pl.col("birth_date").is_in(deaths["birth_date"].drop_nulls().implode())
    )
    both = pl.concat([_tagged(deaths, "d"), _tagged(alike, "w")])
    person = both.with_columns(person=same_person(both))
    dead = person.filter(pl.col("id").str.starts_with("d"))["person"]
    ids = person.filter(pl.col("id").str.starts_with("w") & pl.col("person").is_in(dead.implode()))["id"]
    return persons.filter(~pl.col("id").is_in(ids.str.slice(1).implode()))


def _tagged(rows: pl.DataFrame, table: str) -> pl.DataFrame:
    return rows.select(pl.concat_str(pl.lit(table), "id").alias("id"), *COMPARED)
