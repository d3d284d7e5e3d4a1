"""What was read: the rows that may enter a figure, and everything that may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from semesta.basics.problem import Problem


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file that was read: its name without folders, the SHA-256 of its bytes, the rows taken from it by table."""

    name: str
    sha256: str
    rows: Mapping[str, int]


@dataclass(frozen=True)
class Dataset:
    """The tables of a round.

    frames: by table name, all declared columns typed (absent ones null), codes normalised to their canonical form,
        `_file`, `_sheet`, `_row` for the place of each row, `<column>__step` beside each number that keeps its digits.
    read, set_aside: by table name, rows met and rows kept out because of an error.
    """

    frames: Mapping[str, pl.DataFrame]
    problems: tuple[Problem, ...] = ()
    read: Mapping[str, int] = field(default_factory=dict)
    set_aside: Mapping[str, int] = field(default_factory=dict)
    files: tuple[FileSeen, ...] = ()

    def frame(self, table: str) -> pl.DataFrame | None:
        """The rows of a table that may enter figures; None when there are none."""
        frame = self.frames.get(table)
        return frame if frame is not None and frame.height else None
