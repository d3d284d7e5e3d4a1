"""What a list of people leaves unsaid because another column says it: ids, districts and villages by name, places within a code, groups."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import polars as pl

from semesta.basics.groups import GROUPS
from semesta.basics.place_names import CODE_PATTERN, NATION
from semesta.basics.places import PlaceList
from semesta.tables.table import Table

DERIVED = frozenset({"place", "district", "group"})
"""Columns that may hold values though the list has no such column."""


def completed(values: pl.DataFrame, table: Table, places: PlaceList, place: str | None) -> pl.DataFrame:
    """The values with what can be told from others: each column of the table keeps its name and dtype.

    Args:
        place: the place that the lists are about, in which names of districts are looked for where a row has none; see `with_places`.
    """
    names = {column.name for column in table.columns}
    if {"place", "district", "village"} <= names:
        values = with_places(values, places, place)
    if {"group", "occupation"} <= names:
        values = _with_groups(values)
    return values


def with_places(values: pl.DataFrame, places: PlaceList, place: str | None = "") -> pl.DataFrame:
    """Codes in place of the names of districts and villages that one place bears, and places out of the codes below them.

    A name is looked for in the regency of its row; where the row says none in the place of the lists, in the regency in which nearly
    all rows lie, or in the one that places.csv is about. What is found in none stays as it is written.

    Args:
        place: of the lists; "" where these rows tell it, None where it is not known and they are a part of a list that tells nothing.
    """
    values = _from_below(values)
    about = place if place is None else place.removeprefix(NATION) or commonest_place(values) or places.regency_added
    above = pl.coalesce("place", pl.lit(about, pl.String))
    values = _with_codes(values, "district", above, places)
    # A village beside a district that nobody knows may be one of another regency.
    values = _with_codes(_from_below(values), "village", _code_of_district_or(above), places)
    return _from_below(values)


def _from_below(values: pl.DataFrame) -> pl.DataFrame:
    """District and regency out of the codes below them, where the row does not say them as exactly."""
    district = pl.coalesce(code_in("district", 3), code_in("village", 4).str.slice(0, 8))
    says_regency = pl.col("place").str.len_bytes() >= 5
    return values.with_columns(
        place=pl.when(says_regency).then("place").otherwise(pl.coalesce(district.str.slice(0, 5), "place")),
        district=pl.coalesce(district, "district"),
    )


def code_in(column: str, parts: int) -> pl.Expr:
    """The column where it holds a code of so many parts, else null."""
    is_code = pl.col(column).str.contains(CODE_PATTERN) & (
        pl.col(column).str.count_matches(".", literal=True) == parts - 1
    )
    return pl.when(is_code).then(pl.col(column))


def _code_of_district_or(above: pl.Expr) -> pl.Expr:
    return pl.coalesce(code_in("district", 3), pl.when(pl.col("district").is_null()).then(above))


def _with_codes(
    values: pl.DataFrame, column: Literal["district", "village"], above: pl.Expr, places: PlaceList
) -> pl.DataFrame:
    """The values with a code for each name of the column that is borne once within the place above it."""
    parts = 3 if column == "district" else 4
    is_name = pl.col(column).is_not_null() & code_in(column, parts).is_null()
    names = values.filter(is_name).select(column, _above=above).unique()
    if not names.height:
        return values
    codes = [_only(name, within or "", column, places) for name, within in names.iter_rows()]
    found = names.with_columns(_found=pl.Series(codes, dtype=pl.String)).drop_nulls()
    joined = values.with_columns(_above=above).join(found, on=[column, "_above"], how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("_found", column).alias(column)).drop("_above", "_found")


def _only(name: str, above: str, level: Literal["district", "village"], places: PlaceList) -> str | None:
    """The one place of that name; None where there is none or two. Of villages no list is whole above the regency."""
    if above in ("", NATION) or (level == "village" and len(above) < len("36.72")):
        return None
    found = places.named_within(name, above if level == "village" else above[:5], level)
    return found[0].code if len(found) == 1 else None


def _with_groups(values: pl.DataFrame) -> pl.DataFrame:
    """The group that the occupation names, where no group is given."""
    words = values.filter(pl.col("group").is_null())["occupation"].drop_nulls().unique().to_list()
    known = {word: found.code for word in words if (found := GROUPS.find(word))}
    if not known:
        return values
    named = pl.col("occupation").replace_strict(known, default=None, return_dtype=pl.String)
    return values.with_columns(group=pl.coalesce("group", named))


def place_of_all(frames: Mapping[str, pl.DataFrame], tables: Mapping[str, Table], places: PlaceList) -> str:
    """The place that tables read together are about: that of the counts, else the regency in which nearly all people live; or ""."""
    there = {name: frame for name, frame in frames.items() if "place" in frame and frame["place"].drop_nulls().len()}
    counts = {
        code for name, frame in there.items() if not tables[name].of_people for code in frame["place"].drop_nulls()
    }
    if counts:
        return places.smallest_holding(counts)
    people = [frame.select("place") for name, frame in there.items() if tables[name].of_people]
    return commonest_place(pl.concat(people)) if people else ""


def commonest_place(values: pl.DataFrame) -> str:
    """The regency in which at least four of five rows with a place live; "" where there is none, or too few rows."""
    counts = values["place"].str.slice(0, 5).drop_nulls().value_counts(sort=True)
    return commonest(dict(counts.iter_rows()))


def commonest(rows: Mapping[str, int]) -> str:
    """The same of how many rows live in each regency."""
    total = sum(rows.values())
    first = max(rows, key=lambda code: rows[code], default="")
    return first if total >= 10 and rows[first] * 5 >= total * 4 else ""
