"""Lists of claims, of children and of contributions read for reserves: single lists, or a whole round."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from semesta.basics.places import PlaceList
from semesta.files.read import read
from semesta.planning.reserves.cases import Cases
from semesta.planning.reserves.ratios import Earned, Key, earned_of
from semesta.tables.dataset import Dataset
from semesta.tables.registry import PEOPLE, TABLES
from semesta.tables.table import Table

CLAIMS, CHILDREN = "claim_cases", "scholarship_children"
Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Lists:
    """What was read; `is_round` where other tables could stand beside the list of claims."""

    dataset: Dataset
    is_round: bool

    @property
    def cases(self) -> pl.DataFrame | None:
        return self.dataset.frame(CLAIMS)

    @property
    def children(self) -> pl.DataFrame | None:
        return self.dataset.frame(CHILDREN)


def read_claims(
    paths: Sequence[Path], *, today: dt.date, places: PlaceList, programme: str = "", progress: Progress | None = None
) -> Lists:
    """A list of claims, or with a folder or several files a round that holds one.

    Nobody needs to be named on it: who it is about is not asked.

    Args:
        programme: of claims that say none.
    """
    is_round = len(paths) > 1 or paths[0].is_dir()
    own = {CLAIMS: _claims_of_nobody(of_one_programme=bool(programme))}
    tables = {**TABLES, **PEOPLE, **own} if is_round else own
    dataset = read(paths, today=today, places=places, tables=tables, progress=progress)
    if programme and CLAIMS in dataset.frames:
        filled = dataset.frames[CLAIMS].with_columns(pl.col("programme").fill_null(programme))
        dataset = replace(dataset, frames={**dataset.frames, CLAIMS: filled})
    return Lists(dataset, is_round)


def read_children(path: Path, *, today: dt.date, places: PlaceList) -> Dataset:
    """A list of children who are paid scholarships."""
    return read([path], today=today, places=places, tables={CHILDREN: PEOPLE[CHILDREN]})


def _claims_of_nobody(*, of_one_programme: bool) -> Table:
    """The table of claims without asking who they are about, and, where it is told for all, without the programme."""
    table = PEOPLE[CLAIMS]
    columns = tuple(
        replace(column, required=column.required and not (of_one_programme and column.name == "programme"))
        for column in table.columns
    )
    return replace(table, columns=columns, may_be_unnamed=True)


def contributions(lists: Lists, cases: Cases, keys: Sequence[Key], places: PlaceList) -> dict[Key, Earned]:
    """What a round received by programme and segment; empty where it holds no contributions of those months."""
    return dict(earned_of(lists.dataset, cases, keys, places)) if lists.is_round else {}
