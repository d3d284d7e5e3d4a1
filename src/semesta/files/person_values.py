"""What a list of people leaves unsaid because another column says it: ids, districts by name, places within a code, groups."""

from __future__ import annotations

import polars as pl

from semesta.basics.groups import GROUPS
from semesta.basics.place_names import asked
from semesta.basics.places import PlaceList
from semesta.tables.table import Table

DERIVED = frozenset({"place", "district", "group"})
"""Columns that may hold values though the list has no such column."""

_CODE = r"^\d{2}(\.\d{2}){0,2}(\.\d{4})?$"


def completed(values: pl.DataFrame, table: Table, places: PlaceList, place: str) -> pl.DataFrame:
    """The values with what can be told from others: each column of the table keeps its name and dtype.

    Args:
        place: the place that the lists are about, in which names of districts are looked for where a row has none.
    """
    names = {column.name for column in table.columns}
    if {"place", "district", "village"} <= names:
        values = _with_places(values, places, place)
    if {"group", "occupation"} <= names:
        values = _with_groups(values)
    return values


def _with_places(values: pl.DataFrame, places: PlaceList, place: str) -> pl.DataFrame:
    """District and regency out of the codes below them; districts by name within their regency."""
    village = _code("village", 4)
    district = pl.coalesce(_code("district", 3), village.str.slice(0, 8))
    values = values.with_columns(place=pl.coalesce("place", district.str.slice(0, 5)), _district=district)
    pairs = (
        values.filter(pl.col("_district").is_null() & pl.col("district").is_not_null())
        .select("place", "district")
        .unique()
    )
    if pairs.height:
        codes = [_district_named(name, within or place, places) for within, name in pairs.iter_rows()]
        found = pairs.with_columns(_found=pl.Series(codes, dtype=pl.String))
        values = values.join(found, on=["place", "district"], how="left", nulls_equal=True, maintain_order="left")
        values = values.with_columns(_district=pl.coalesce("_district", "_found"))
    values = values.with_columns(
        district=pl.coalesce("_district", "district"), place=pl.coalesce("place", pl.col("_district").str.slice(0, 5))
    )
    return values.drop("_district", "_found", strict=False)


def _code(column: str, parts: int) -> pl.Expr:
    """The column where it holds a code of so many parts, else null."""
    is_code = pl.col(column).str.contains(_CODE) & (pl.col(column).str.count_matches(".", literal=True) == parts - 1)
    return pl.when(is_code).then(pl.col(column))


def _district_named(name: str, within: str, places: PlaceList) -> str | None:
    """The code of the one district of that name in a regency; None where there is none or two."""
    wanted = asked(name).key
    found = [child.code for child in places.children(within[:5]) if asked(child.title.id).key == wanted]
    return found[0] if len(found) == 1 else None


def _with_groups(values: pl.DataFrame) -> pl.DataFrame:
    """The group that the occupation names, where no group is given."""
    words = values.filter(pl.col("group").is_null())["occupation"].drop_nulls().unique().to_list()
    known = {word: found.code for word in words if (found := GROUPS.find(word))}
    if not known:
        return values
    named = pl.col("occupation").replace_strict(known, default=None, return_dtype=pl.String)
    return values.with_columns(group=pl.coalesce("group", named))


def commonest_place(values: pl.DataFrame) -> str:
    """The regency in which at least four of five rows with a place live; "" where there is none, or too few rows."""
    counts = values["place"].str.slice(0, 5).drop_nulls().value_counts(sort=True)
    total = int(counts["count"].sum())
    if total < 10 or counts["count"][0] * 5 < total * 4:
        return ""
    return str(counts["place"][0])
