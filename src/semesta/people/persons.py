"""People counted into the tables `population` and `members`: in every row each person once.

A person stands in several groups, programmes and sources of money, so no row is the sum of others: each is counted by itself.
A row with an empty code speaks of all; where a list does not say a code, its people are in the rows without it only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from semesta.basics.codes import CodeList
from semesta.basics.groups import GROUPS
from semesta.basics.lists import FUNDINGS
from semesta.basics.places import PlaceList
from semesta.people.cells import Cells, as_numbers, words_in
from semesta.people.memberships import OWN, PERSON
from semesta.tables.table import most_column

POPULATION_BY: tuple[tuple[str, ...], ...] = (
    (),
    ("group",),
    ("segment",),
    ("group", "segment"),
    ("decile",),
)
MEMBERS_BY: tuple[tuple[str, ...], ...] = (
    (),
    ("group",),
    ("decile",),
    ("segment",),
    ("programme",),
    ("office",),
    ("funding", "payer"),
    ("group", "funding", "payer"),
    ("group", "segment", "funding", "payer"),
    ("group", "segment", "programme", "funding", "payer"),
)
"""What each table is split by beside the place. A payer, the place itself or another government, goes with the money only."""

HELD = ("office", "m_segment", "programmes", "funding", "payer")
"""What a membership says; its segment beside the one that the list says."""
PROGRAMME, MAY_BE_EMPTY = "programme", ("payer",)
MEMBER_CODES = ("place", "office", "group", "segment", "programme", "funding", "payer", "decile")


@dataclass(frozen=True)
class Persons:
    """The people of a list, ready to be counted by their codes.

    programmes: for each programme which rows hold it.
    is_state_known: whether of anybody registered it can be told if he is active, or nobody is registered.
    is_sure: whether of everybody it is known who is registered and who is active.
    """

    cells: Cells
    programmes: Mapping[str, pl.Expr]
    is_state_known: bool
    is_sure: bool

    def by(self, codes: Collection[str]) -> Cells:
        """The cells that a split by these codes is counted from: few ask for deciles, and without them there are a tenth."""
        return self.cells if "decile" in codes else self._of_all_deciles

    @cached_property
    def _of_all_deciles(self) -> Cells:
        return self.cells.without("decile")


def population(people: Persons) -> pl.DataFrame:
    """People on the lists by place, group, segment and decile: columns of OWN and `persons`."""
    everybody = {"persons": pl.lit(True)}
    parts = [people.by(codes).counted(codes, everybody, among) for codes, among in _splits(people, POPULATION_BY)]
    return _together(parts, OWN, ("persons",))


def members(people: Persons) -> pl.DataFrame:
    """Registered and active people by place and codes. `active` is null throughout where of nobody it could be told.

    Where of some it is not known, `most_column` of each number beside it: so many there are if all of them are.
    """
    registered = pl.col("registered").fill_null(False)
    numbers = {"registered": registered, "active": registered & pl.col("active").fill_null(False)}
    if not people.is_sure:
        # What is asked of the rows below leaves out who is nobody's member, so that may be counted like must be.
        registered = pl.col("registered").fill_null(True)
        may_be = {"registered": registered, "active": registered & pl.col("active").fill_null(True)}
        numbers |= {most_column(name): which for name, which in may_be.items()}
    parts = []
    for codes, among in _splits(people, [by for by in MEMBERS_BY if PROGRAMME not in by], segment="m_segment"):
        # A list says of a group that nobody in it is registered; of an office or a payer it does not.
        of_list = not set(codes) - {"place", "group", "decile"}
        parts.append(people.by(codes).counted(codes, numbers, among if of_list else among & registered))
    for programme, holds in people.programmes.items():
        for codes, among in _splits(people, [by for by in MEMBERS_BY if PROGRAMME in by], segment="m_segment"):
            found = people.by(codes).counted(codes, numbers, among & registered & holds)
            parts.append(found.with_columns(programme=pl.lit(programme)))
    found = _together(parts, MEMBER_CODES, tuple(numbers))
    unknown = [] if people.is_state_known else [name for name in found.columns if name in _ACTIVE]
    return found.with_columns(pl.lit(None, pl.Int64).alias(name) for name in unknown)


_ACTIVE = ("active", most_column("active"))


def _together(parts: Sequence[pl.DataFrame], codes: Sequence[str], numbers: Sequence[str]) -> pl.DataFrame:
    """The rows of all splits in order; the codes that a split leaves out are empty."""
    whole = [
        part.with_columns(pl.lit("").alias(c) for c in codes if c not in part.columns).select(*codes, *numbers)
        for part in parts
    ]
    # The total of a list of fishermen is that of the fishermen: it is one row, not two.
    return pl.concat(whole).unique(subset=list(codes), keep="first", maintain_order=True).sort(*codes)


def with_regions_added(rows: pl.DataFrame, places: PlaceList) -> pl.DataFrame:
    """The rows, and for each place all of whose regions have a total over all groups the sums of its regions."""
    counts = ("persons", "registered", "active")
    numbers = [c for c in (*counts, *map(most_column, counts)) if c in rows.columns]
    codes = [c for c in rows.columns if c not in (*numbers, "place")]
    known = set(rows.filter(pl.all_horizontal(pl.col(codes) == ""))["place"])
    above = {parent for place in known for parent in places.path(place)[:-1]}
    for parent in sorted(above, key=lambda code: -len(places.path(code))):
        regions = [region.code for region in places.regions(parent)]
        if parent not in known and regions and known.issuperset(regions):
            inside = rows.filter(pl.col("place").is_in(regions))
            # What is not known of one region is not known of the sum.
            sums = [pl.when(pl.col(n).null_count() == 0).then(pl.col(n).sum()).alias(n) for n in numbers]
            total = inside.group_by(codes).agg(*sums).with_columns(place=pl.lit(parent))
            rows = pl.concat([rows, total.select(rows.columns)])
            known.add(parent)
    return rows


# ---- rows by their codes


ABOVE, LEVEL, WHOLE, TOP = "{}_above", "group_{}", "group_of_all", "depth_of_all"
"""Columns of a row: the code above one of its codes, its group cut to a depth, the group that holds all people of its place, and the depth of that one."""


def persons_of(counted: pl.DataFrame, place: str) -> Persons:
    """The people of counted rows, with codes as whole numbers.

    Args:
        counted: what `counting.counted` gives of rows of persons, and what `packed.told` says of their memberships.
        place: of those of whom the lists do not say one.
    """
    codes = (*OWN, *HELD)
    lacking = [pl.lit(None, pl.String).alias(c) for c in codes if c not in counted.columns]
    unknown = [pl.lit(None, pl.Boolean).alias(c) for c in ("registered", "active") if c not in counted.columns]
    rows = counted.with_columns(*lacking, *unknown)
    rows = rows.with_columns(pl.col("place").cast(pl.String).replace("", None).fill_null(place))
    words = _words(rows, codes)
    numbered = rows.with_columns(as_numbers(rows, code, words[code]) for code in codes)
    numbered = _with_groups(_payers_apart(numbered, words), words)
    numbered = numbered.with_columns(_above("funding", FUNDINGS, words["funding"]))
    sets = [held.split() for held in words["programmes"]]
    programmes = {
        programme: pl.col("programmes").is_in([n for n, held in enumerate(sets) if programme in held])
        for programme in sorted({programme for held in sets for programme in held})
    }
    is_registered = pl.col("registered").fill_null(False)
    known = rows.select((is_registered & pl.col("active").is_not_null()).any() | ~is_registered.any()).item()
    unsure = pl.col("registered").is_null() | (is_registered & pl.col("active").is_null())
    return Persons(Cells.of(numbered, PERSON, words), programmes, known, not rows.select(unsure.any()).item())


def _words(rows: pl.DataFrame, codes: Sequence[str]) -> dict[str, list[str]]:
    """The texts of each code, of groups and sources of money with those above them; one list for both segments of a person."""
    words = {code: words_in(rows[code]) for code in codes}
    for code, tree in (("group", GROUPS), ("funding", FUNDINGS)):
        words[code] = sorted({"", *(step for word in words[code] for step in tree.path(word))})
    words["segment"] = words["m_segment"] = sorted({*words["segment"], *words["m_segment"]})
    return words


def _above(code: str, codes: CodeList, words: Sequence[str]) -> pl.Expr:
    """The code above that of a row, 0 where it has none."""
    above = [words.index(codes.parent(word)) for word in words]
    return pl.col(code).replace_strict(list(range(len(words))), above, return_dtype=pl.Int64).alias(ABOVE.format(code))


def _payers_apart(rows: pl.DataFrame, words: Mapping[str, list[str]]) -> pl.DataFrame:
    """The payer of a row is named only where it is another government than that of the place."""
    own = [words["payer"].index(place) if place in words["payer"] else -1 for place in words["place"]]
    of_place = pl.Series(own, dtype=pl.Int64).gather(rows["place"])
    return rows.with_columns(payer=pl.when(pl.col("payer") == of_place).then(0).otherwise(pl.col("payer")))


def _with_groups(rows: pl.DataFrame, words: Mapping[str, list[str]]) -> pl.DataFrame:
    """The rows with their group at each depth, and with the smallest group that holds all people of their place."""
    groups = words["group"]
    paths = [GROUPS.path(group) for group in groups]
    deepest = max(map(len, paths), default=0)
    at_depth = {
        LEVEL.format(n): [groups.index(path[n - 1]) if len(path) >= n else 0 for path in paths]
        for n in range(1, deepest + 1)
    }
    leveled = rows.with_columns(
        pl.Series(name, level, pl.Int64).gather(rows["group"]) for name, level in at_depth.items()
    )
    whole = dict.fromkeys(range(len(words["place"])), 0)
    for place, held in rows.group_by("place").agg(pl.col("group").unique()).iter_rows():
        steps = zip(*(paths[group] for group in held), strict=False)
        common = [step[0] for step in steps if len(set(step)) == 1] if all(held) else []
        whole[place] = groups.index(common[-1]) if common else 0
    of_place = pl.Series(WHOLE, list(whole.values()), pl.Int64).gather(rows["place"])
    depth = pl.Series(TOP, [len(paths[group]) for group in whole.values()], pl.Int64).gather(rows["place"])
    return leveled.with_columns(of_place, depth)


def _splits(
    people: Persons, splits: Sequence[Sequence[str]], segment: str = "segment"
) -> Iterator[tuple[dict[str, str], pl.Expr]]:
    """The codes of each split with the columns they are in, and which rows say all of them.

    Args:
        segment: the column that says the segment: the list's own, or the membership's.
    """
    deepest = sum(name.startswith(LEVEL.format("")) and name[-1].isdigit() for name in people.cells.alone.columns)
    for by in splits:
        codes = {c: segment if c == "segment" else c for c in ("place", *by) if c not in (PROGRAMME, "group")}
        told = [pl.col(column) != 0 for code, column in codes.items() if code not in MAY_BE_EMPTY]
        if "group" not in by:
            yield {**codes, "group": WHOLE}, pl.all_horizontal(told or [pl.lit(True)])
            if "funding" in by:
                # People paid for by one budget or another of a government stand once in the row of both.
                above = ABOVE.format("funding")
                yield {**codes, "group": WHOLE, "funding": above}, pl.all_horizontal([*told, pl.col(above) != 0])
            continue
        for depth in range(1, deepest + 1):
            level = LEVEL.format(depth)
            # No group above the one that holds all of a place: a list of fishermen does not say how many are vulnerable.
            yield {**codes, "group": level}, pl.all_horizontal([*told, pl.col(level) != 0, pl.col(TOP) <= depth])
