"""People counted into the tables `population` and `members`: in every row each person once.

A person stands in several groups, programmes and sources of money, so no row is the sum of others: each is counted by itself.
A row with an empty code speaks of all; where a list does not say a code, its people are in the rows without it only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import polars as pl

from semesta.basics.groups import GROUPS
from semesta.people.counting import persons
from semesta.people.memberships import HELD, OWN, PERSON

POPULATION_BY: tuple[tuple[str, ...], ...] = (
    (),
    ("group",),
    ("segment",),
    ("group", "segment"),
    ("decile",),
    ("group", "decile"),
)
MEMBERS_BY: tuple[tuple[str, ...], ...] = (
    (),
    ("group",),
    ("decile",),
    ("group", "decile"),
    ("segment",),
    ("programme",),
    ("office",),
    ("funding", "payer"),
    ("group", "segment"),
    ("group", "programme"),
    ("group", "funding", "payer"),
    ("group", "segment", "funding", "payer"),
    ("group", "segment", "programme", "funding", "payer"),
)
"""What each table is split by beside the place. A payer, the place itself or another government, goes with the money only."""

MAY_BE_EMPTY = ("payer",)


def population(counted: pl.DataFrame, place: str) -> pl.DataFrame:
    """People on the lists by place, group, segment and decile: columns of OWN and `persons`.

    Args:
        counted: what `counting.counted` gives of rows of persons.
        place: of those of whom the lists do not say one.
    """
    rows = _with_places(counted, place)
    return _split(rows, POPULATION_BY, OWN, persons=pl.lit(True))


def members(counted: pl.DataFrame, place: str) -> pl.DataFrame:
    """Registered and active people by place and codes. `active` is null throughout where of nobody it could be told."""
    rows = _with_places(counted, place)
    rows = rows.with_columns(
        segment=pl.col("m_segment"),
        payer=pl.when(pl.col("payer") != pl.col("place")).then(pl.col("payer")).otherwise(pl.lit("")),
    )
    by_programme = rows.with_columns(programme=pl.col("programmes").str.split(" ")).explode("programme")
    is_active = pl.col("active").fill_null(False)
    numbers = {"registered": pl.col("registered"), "active": pl.col("registered") & is_active}
    codes = ("place", "office", "group", "segment", "programme", "funding", "payer", "decile")
    plain, programmes = (
        _split(table, [by for by in MEMBERS_BY if ("programme" in by) is wanted], codes, **numbers)
        for table, wanted in ((rows, False), (by_programme, True))
    )
    found = pl.concat([plain, programmes])
    # No row of a list says that nobody is registered under a segment or a payer; of a group it does.
    told = (pl.col("registered") > 0) | pl.all_horizontal(pl.col("office", "segment", "programme", "funding") == "")
    known = rows.select((pl.col("registered") & pl.col("active").is_not_null()).any()).item()
    none_registered = not rows["registered"].any()
    active = pl.col("active") if known or none_registered else pl.lit(None, pl.Int64)
    return found.filter(told).with_columns(active=active)


def _with_places(counted: pl.DataFrame, place: str) -> pl.DataFrame:
    """The rows with every code as text, empty where it is not said, and the place where the lists do not say one."""
    lacking = [name for name in (*OWN, *HELD) if name not in counted.columns]
    codes = (*OWN, *HELD)
    whole = counted.with_columns(*[pl.lit(None, pl.String).alias(name) for name in lacking])
    whole = whole.with_columns(pl.col(name).cast(pl.String).fill_null("") for name in codes)
    return whole.with_columns(place=pl.when(pl.col("place") == "").then(pl.lit(place)).otherwise(pl.col("place")))


def _split(
    rows: pl.DataFrame, splits: Sequence[Sequence[str]], codes: Sequence[str], **numbers: pl.Expr
) -> pl.DataFrame:
    """One row per place and combination of codes of each split; the codes that it leaves out are empty."""
    parts = chain.from_iterable(_of_split(rows, by, numbers) for by in splits)
    empty = pl.lit("")
    whole = [
        part.with_columns(empty.alias(c) for c in codes if c not in part.columns).select(*codes, *numbers)
        for part in parts
    ]
    if not whole:
        return pl.DataFrame(schema=dict.fromkeys(codes, pl.String) | dict.fromkeys(numbers, pl.Int64))
    # The total of a list of fishermen is that of the fishermen: it is one row, not two.
    return pl.concat(whole).unique(subset=list(codes), keep="first", maintain_order=True).sort(*codes)


def _of_split(rows: pl.DataFrame, by: Sequence[str], numbers: dict[str, pl.Expr]) -> Iterator[pl.DataFrame]:
    whole = pl.col("place").replace_strict(_whole_group(rows), return_dtype=pl.String)
    if "group" not in by:
        yield _numbers(rows.with_columns(group=whole), by, numbers)
        return
    # No group above the one that holds all of a place: a list of fishermen does not say how many are vulnerable.
    top, parts = _depth(whole), pl.col("group").str.split(".")
    for depth in range(1, _deepest(rows) + 1):
        at_depth = rows.filter((_depth(pl.col("group")) >= depth) & (top <= depth))
        yield _numbers(at_depth.with_columns(group=parts.list.head(depth).list.join(".")), by, numbers)


def _depth(group: pl.Expr) -> pl.Expr:
    """Of an empty group 0."""
    return pl.when(group == "").then(0).otherwise(group.str.count_matches(".", literal=True) + 1)


def _numbers(rows: pl.DataFrame, by: Sequence[str], numbers: dict[str, pl.Expr]) -> pl.DataFrame:
    known = rows.filter(pl.all_horizontal([pl.col(c) != "" for c in by if c not in MAY_BE_EMPTY] or [pl.lit(True)]))
    return persons(known, PERSON, list(dict.fromkeys(["place", "group", *by])), **numbers)


def _whole_group(rows: pl.DataFrame) -> dict[str, str]:
    """For each place the smallest group that holds all its people: empty where some stand in none, or in groups apart."""
    found: dict[str, str] = {}
    for place, groups in rows.group_by("place").agg(pl.col("group").unique()).iter_rows():
        paths = [GROUPS.path(group) for group in groups]
        common = [steps[0] for steps in zip(*paths, strict=False) if len(set(steps)) == 1]
        found[place] = common[-1] if common and all(groups) else ""
    return found


def _deepest(rows: pl.DataFrame) -> int:
    groups = rows["group"].unique().drop_nulls()
    return max((len(group.split(".")) for group in groups if group), default=0)
