"""Rows counted from lists put beside rows that were given: a given total wins, and is never added to parts that were counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import polars as pl

from semesta.basics import lists
from semesta.basics.groups import GROUPS
from semesta.basics.period import Period
from semesta.basics.places import PlaceList
from semesta.monev.cube import Codes, Cube, Flat, Tree
from semesta.monev.flows import with_period
from semesta.tables.table import FILE, ROW, SHEET

SCOPE = {
    "population": ("group", "segment", "universe", "basis", "decile"),
    "members": ("office", "group", "segment", "programme", "funding", "payer", "universe", "basis", "decile"),
    "contributions": ("office", "segment", "programme", "funding", "payer"),
    "claims": ("office", "segment", "programme", "benefit", "funding"),
}
"""By what a row of each table says beside its place, and of what period, whom it speaks of."""

APART = ("universe", "basis")
"""Codes that tell two counts apart: one says nothing of the other, and an empty one is a count of its own."""

Scope = tuple[Codes, Period | None]


def merged(
    given: pl.DataFrame | None, counted: pl.DataFrame, table: str, places: PlaceList
) -> tuple[pl.DataFrame, int]:
    """The given rows, then those counted that add to them; and how many of those counted were left out.

    A counted row is left out when a given row says the same or a part of it, or when the two only overlap: it stays where
    it is a part of what was given, or speaks of something else. In tables whose rows are no totals what was given stands alone.
    """
    if given is None:
        return _placed(counted, None), 0
    if table not in SCOPE:
        return given, counted.height
    cube = Cube({"place": places, **{name: _tree(name) for name in SCOPE[table]}}, [])
    by_place: dict[str, list[Scope]] = defaultdict(list)
    for scope in _scopes(given, table):
        for place in {scope[0][0], *places.path(scope[0][0])}:
            by_place[place].append(scope)
    keeps = [_adds(cube, scope, _near(by_place, scope[0][0], places)) for scope in _scopes(counted, table)]
    kept = counted.filter(pl.Series(keeps, dtype=pl.Boolean))
    return pl.concat([given, _placed(kept, given)], how="diagonal"), counted.height - kept.height


def _tree(name: str) -> Tree:
    return {"group": GROUPS, "funding": lists.FUNDINGS, "benefit": lists.BENEFITS}.get(name, Flat())


def _near(by_place: Mapping[str, list[Scope]], place: str, places: PlaceList) -> list[Scope]:
    """Given rows at the place, below it and above it: of the others none can overlap."""
    above = [s for code in places.path(place)[:-1] for s in by_place.get(code, []) if s[0][0] == code]
    return [*by_place.get(place, []), *above]


def _scopes(frame: pl.DataFrame, table: str) -> list[Scope]:
    """What each row speaks of: its codes, and its period where the table has one."""
    names = ("place", *SCOPE[table])
    lacking = [pl.lit("").alias(name) for name in names if name not in frame.columns]
    dated = with_period(frame).with_columns(lacking)
    periods = dated["period"].to_list() if "period" in dated.columns else [None] * dated.height
    codes = dated.select(pl.col(name).fill_null("") for name in names).iter_rows()
    return [(row, Period.parse(period) if period else None) for row, period in zip(codes, periods, strict=True)]


def _adds(cube: Cube, counted: Scope, given: Sequence[Scope]) -> bool:
    """Whether a counted row is apart from every given one, or lies within those that it meets."""
    for other in given:
        if _overlap(cube, counted, other) and not (counted != other and _within(cube, counted, other)):
            return False
    return True


def _within(cube: Cube, inner: Scope, outer: Scope) -> bool:
    if not cube.contains(outer[0], inner[0]):
        return False
    if inner[1] is None or outer[1] is None:
        return inner[1] == outer[1]
    begins = outer[1].start is None or (inner[1].start is not None and outer[1].start <= inner[1].start)
    return begins and inner[1].end <= outer[1].end


def _overlap(cube: Cube, one: Scope, other: Scope) -> bool:
    if one[1] is not None and other[1] is not None and not one[1].overlaps(other[1]):
        return False
    return all(_meet(cube, n, a, b) for n, (a, b) in enumerate(zip(one[0], other[0], strict=True)))


def _meet(cube: Cube, position: int, one: str, other: str) -> bool:
    if one == other:
        return True
    if cube.names[position] in APART:
        return False
    return not one or not other or one in cube.path(position, other) or other in cube.path(position, one)


def _placed(counted: pl.DataFrame, given: pl.DataFrame | None) -> pl.DataFrame:
    """Counted rows with the columns that tell where a row stands: in no file, but under what they were counted from."""
    kind = given.schema[FILE] if given is not None and FILE in given.columns else pl.Categorical()
    return counted.with_columns(
        pl.col("source").cast(kind).alias(FILE), pl.lit("").cast(kind).alias(SHEET), pl.lit(None, pl.Int64).alias(ROW)
    )
