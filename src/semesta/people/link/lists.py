"""What linking asks of two lists, whichever engine holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import polars as pl

from semesta.basics.words import Words
from semesta.people.link.comparisons import Comparison
from semesta.people.link.model import Model
from semesta.people.link.noticed import Basis
from semesta.people.link.settle import Settled


class Lists(Protocol):
    """Workers and participants, cleaned and each numbered from 0 by the order of their ids.

    What comes back are numbers of rows, weights and levels; names and NIKs stay where they are.
    """

    workers: int
    participants: int
    basis: Basis

    def known(self, column: str) -> tuple[int, int]:
        """How many workers and how many participants have the column."""

    def untold(self) -> tuple[int, int]:
        """How many workers and participants have neither a NIK nor a birth date: nothing tells them from others of their name."""

    def has_own_births(self) -> bool:
        """Whether both lists have birth dates that are not just those of their NIKs."""

    def named(self, decisions: pl.DataFrame) -> pl.DataFrame:
        """worker, participant, is_same: the rows of `worker_id`, `participant_id`, `is_same` that are in these lists."""

    def by_nik(self, refused: pl.DataFrame) -> pl.DataFrame:
        """worker, entity, probability: what the first stage settles, without the refused pairs (worker, participant).

        An entity is the person behind participants, named by the first of its rows.
        """

    @property
    def left(self) -> int:
        """How many workers the first stage left."""

    def entities(self, participants: pl.Series) -> pl.Series:
        """The entity of each of these rows."""

    def same_workers(self) -> pl.DataFrame:
        """row, first: rows of workers that are plainly the person of an earlier one."""

    def trained(self, comparisons: Sequence[Comparison]) -> Model | None:
        """A model learnt from these lists; None when they are too small."""

    def weighed(self, comparisons: Sequence[Comparison], model: Model) -> tuple[pl.DataFrame, pl.DataFrame]:
        """l, entity, settled, weight of what the first stage left; and l, r, weight of worker rows that may be one person."""

    def missed(self, best: pl.DataFrame, comparisons: Sequence[Comparison]) -> float:
        """How many workers are thought to have a participant whom no rule makes a candidate, see coverage.py."""

    def ids(self) -> tuple[pl.Series, pl.Series]:
        """The ids of workers and of participants, by row."""

    def reasons(
        self, comparisons: Sequence[Comparison], model: Model, found: Settled, shared: pl.DataFrame
    ) -> pl.DataFrame:
        """Why, for each worker row, see reasons.py."""

    def niks_apart(self, pairs: pl.DataFrame) -> pl.DataFrame:
        """Of pairs (l, r) of worker rows those whose NIKs are both whole and no slip of each other, see noticed.py."""

    def notes(self, comparisons: Sequence[Comparison]) -> list[Words]:
        """What is to be said beside the figures."""
