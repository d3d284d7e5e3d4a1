"""Lists of claims, of children and of contributions read for reserves: single lists, or a whole round."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import narwhals as nw
import polars as pl

from semesta.basics.places import PlaceList
from semesta.basics.problem import Problem
from semesta.files.read import read
from semesta.people.money import with_member
from semesta.planning.reserves.cases import Cases
from semesta.planning.reserves.ratios import Earned, Key, earned_of
from semesta.tables.dataset import Dataset
from semesta.tables.registry import PEOPLE, TABLES
from semesta.tables.table import FILE, SHEET, Table

CLAIMS, CHILDREN = "claim_cases", "scholarship_children"
Progress = Callable[[str, float], None]


CONTRIBUTIONS = "contributions"
USED = (
    *("id", "claim", "programme", "segment", "benefit", "event_date", "filed_on", "paid_on", "amount", "status"),
    *("level", "year", "birth_date", "as_of", "months_paid", "ended"),
)
"""Columns of lists of people that reserves rest on: what is wrong with others is another's matter."""


@dataclass(frozen=True)
class Lists:
    """What was read; `is_round` where other tables could stand beside the list of claims."""

    dataset: Dataset
    is_round: bool

    @property
    def cases(self) -> pl.DataFrame | None:
        """The claims; the segment of one that says none is that of its membership, where the round has participants."""
        frame, members = self.dataset.frame(CLAIMS), self.dataset.frame("participants")
        if frame is None or members is None:
            return frame
        told = with_member(nw.from_native(frame).lazy(), {"participants": members})
        found: pl.DataFrame = told.collect().to_native()
        return found.select(frame.columns)

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


def problems_of(dataset: Dataset) -> tuple[Problem, ...]:
    """The errors in what reserves rest on: those lists and columns, and files of which nothing could be read."""
    held = [frame for name in (CLAIMS, CHILDREN, CONTRIBUTIONS) if (frame := dataset.frames.get(name)) is not None]
    sheets = {
        tuple(place) for frame in held for place in frame.select(pl.col(FILE, SHEET).cast(pl.String)).unique().rows()
    }
    titles = {seen.name: seen.titles for seen in dataset.files}
    empty = {seen.name for seen in dataset.files if not seen.rows}

    def counts(problem: Problem) -> bool:
        if problem.file in empty:
            return True
        column = titles.get(problem.file, {}).get(problem.header or "")
        return (problem.file, problem.sheet or "") in sheets and (column is None or column in USED)

    return tuple(problem for problem in dataset.problems if problem.is_error and counts(problem))
