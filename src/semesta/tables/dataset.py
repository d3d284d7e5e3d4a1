"""What was read: the rows that may enter a figure, and everything that may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from semesta.basics.problem import Problem
from semesta.tables.origin import Origin


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file that was read: its name without folders, the SHA-256 of its bytes, the rows taken from it by table.

    titles: the column that each header was taken for, "" for none, as lists of people need it for a profile of their sender.
    """

    name: str
    sha256: str
    rows: Mapping[str, int]
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Dataset:
    """The tables of a round.

    frames: by table name, all declared columns typed (absent ones null), codes normalised to their canonical form,
        `_file`, `_sheet`, `_row` for the place of each row, `<column>__step` beside each number that keeps its digits.
    read, set_aside: by table name, rows met and rows kept out because of an error.
    origin: what was counted from lists of people, where there were any; their frames are then no longer here.
    pictures: the letterheads' PNG files, by the file of data and the name that its cell has.
    deleted: tables from which rows were deleted since, together with the lists they came from; figures made of them stay.
    """

    frames: Mapping[str, pl.DataFrame]
    problems: tuple[Problem, ...] = ()
    read: Mapping[str, int] = field(default_factory=dict)
    set_aside: Mapping[str, int] = field(default_factory=dict)
    files: tuple[FileSeen, ...] = ()
    origin: Origin | None = None
    pictures: Mapping[tuple[str, str], bytes] = field(default_factory=dict)
    deleted: frozenset[str] = frozenset()

    def frame(self, table: str) -> pl.DataFrame | None:
        """The rows of a table that may enter figures; None when there are none."""
        frame = self.frames.get(table)
        return frame if frame is not None and frame.height else None

    def is_derived(self, table: str, position: int) -> bool:
        """Whether the row at that position of a frame was counted from lists of people, and given by nobody."""
        return self.origin is not None and table in self.origin.derived and position >= self.origin.given.get(table, 0)
