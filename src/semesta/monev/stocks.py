"""Persons on a day: from the rows of population and members to cells, each person once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import polars as pl

from semesta.basics.words import Words
from semesta.monev.cube import Cell, Codes, Tree
from semesta.tables.table import most_column, step_column

POSITION = "_n"
"""The position of a row in the dataset's frame: what a figure is traced back by."""
DECILES = tuple(str(n) for n in range(1, 11))
"""The ten parts that make a whole; `poor` and `extreme_poor` overlap with them and never enter a total."""


def latest_rows(frame: pl.DataFrame, key: Sequence[str], as_of: dt.date) -> pl.DataFrame:
    """For each key the rows of the latest day not after `as_of`; two sources of one day stay both.

    Args:
        frame: rows with the key columns and `as_of` (Date).
    """
    known = frame.filter(pl.col("as_of") <= as_of)
    newest = known.group_by(key, maintain_order=True).agg(pl.col("as_of").max().alias("_newest"))
    joined = known.join(newest, on=list(key), how="left", nulls_equal=True, maintain_order="left")
    return joined.filter(pl.col("as_of") == pl.col("_newest")).drop("_newest")


def cells_of(
    frame: pl.DataFrame, *, table: str, dims: Sequence[str], number: str, labels: Sequence[str] = ()
) -> list[Cell]:
    """One cell per row in which `number` is known.

    Args:
        frame: rows with `dims` and `labels` (String, null = empty), `number`, its step column if kept, `POSITION`, `source`.
    """
    known = frame.filter(pl.col(number).is_not_null())
    beside = (number, most_column(number), step_column(number), "as_of", "source", "complete")
    told = known.select(POSITION, *(c if c in known.columns else pl.lit(None).alias(c) for c in beside))
    rows = zip(_texts(known, dims), _texts(known, labels), told.iter_rows(), strict=True)
    return [_cell(table, codes, said, *row) for codes, said, row in rows]


def _texts(frame: pl.DataFrame, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """The texts of each row, empty where nothing is said."""
    return frame.select(pl.col(columns).fill_null("")).rows() if columns else [()] * frame.height


UNKNOWN_OF_SOME = Words(
    "peserta paling sedikit sekian: dari sebagian orang dalam daftar belum diketahui apakah mereka peserta atau masih aktif",
    "members at least: of some people on the lists it is not known whether they are members, or still active",
)


def _cell(
    table: str,
    codes: Codes,
    labels: tuple[str, ...],
    position: int,
    amount: int | float,
    most: int | float | None,
    step: float | None,
    day: dt.date | None,
    source: str | None,
    complete: bool | None,
) -> Cell:
    upper = amount if most is None else most
    unsure = None if upper == amount else UNKNOWN_OF_SOME
    sources = (source,) if source else ()
    return Cell(codes, amount, upper, ((table, position),), step or 0, day, sources, labels, bool(complete), unsure)


def one_per_key(cells: Iterable[Cell]) -> tuple[list[Cell], list[list[Cell]]]:
    """The first cell of each key, and the groups of cells that give one key more than once.

    Which of two sources is right is not ours to say: the first written is used, and the pair is reported.
    """
    by_key: dict[tuple[Codes, tuple[str, ...]], list[Cell]] = defaultdict(list)
    for cell in cells:
        by_key[cell.codes, cell.labels].append(cell)
    return [group[0] for group in by_key.values()], [group for group in by_key.values() if len(group) > 1]


def without_deciles(cells: Iterable[Cell], position: int) -> list[Cell]:
    """Cells of people of every decile: as given, or as the sum of all ten deciles; a part of the deciles is no total."""
    by_rest: dict[tuple[Codes, tuple[str, ...]], dict[str, Cell]] = defaultdict(dict)
    for cell in cells:
        rest = (*cell.codes[:position], "", *cell.codes[position + 1 :])
        by_rest[rest, cell.labels][cell.codes[position]] = cell
    whole = []
    for (codes, _), deciles in by_rest.items():
        if "" in deciles:
            whole.append(deciles[""])
        elif all(d in deciles for d in DECILES):
            whole.append(_merged([deciles[d] for d in DECILES], codes, adds=True))
    return whole


def each_person_once(
    cells: Iterable[Cell], position: int, tree: Tree, *, to: str = "", adds: bool = False
) -> list[Cell]:
    """Cells with one dimension folded into the code `to`, in which the same people may stand several times.

    Programmes and sources of money: where the whole is given it is taken; else the largest is what is certain and the sum the
    upper bound. With `adds` (a round that says "tanpa rangkap") the sum is certain.
    """
    by_rest: dict[tuple[Codes, tuple[str, ...]], list[Cell]] = defaultdict(list)
    for cell in cells:
        by_rest[(*cell.codes[:position], to, *cell.codes[position + 1 :]), cell.labels].append(cell)
    return [_folded(group, codes, position, tree, adds=adds) for (codes, _), group in by_rest.items()]


def _folded(group: list[Cell], codes: Codes, position: int, tree: Tree, *, adds: bool) -> Cell:
    if len(group) == 1:
        return group[0] if group[0].codes == codes else replace(group[0], codes=codes)
    here = {c.codes[position] for c in group}
    tops = [c for c in group if not here & {"", *tree.path(c.codes[position])} - {c.codes[position]}]
    if len(tops) == 1:
        return replace(tops[0], codes=codes)
    return _merged(tops, codes, adds=adds)


def _merged(group: list[Cell], codes: Codes, *, adds: bool) -> Cell:
    largest = max(group, key=lambda c: c.amount)
    together = sum(c.amount for c in group)
    return replace(
        largest,
        codes=codes,
        amount=together if adds else largest.amount,
        upper=sum(c.upper for c in group),
        ref=tuple(r for c in group for r in c.ref),
        step=sum(c.step for c in group) if adds else largest.step,
        day=min((c.day for c in group if c.day), default=None),
        sources=tuple(dict.fromkeys(s for c in group for s in c.sources)),
    )
