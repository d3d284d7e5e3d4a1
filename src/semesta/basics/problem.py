"""What is wrong with a piece of data: where, what, what was expected, how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from semesta.basics.words import Words

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What a cell or a row was found guilty of, before its place is known.

    `cause` is a stable id: problems of one cause are shown as one group ("214 NIK berubah menjadi angka").
    An error sets the row aside; a warning lets it in and is shown.
    `title` says in a few words what is wrong ("judul kolom tidak dikenal"); without it, what was expected is said.
    """

    cause: str
    expected: Words
    how_to_fix: Words
    severity: Severity = "error"
    title: Words = Words("", "")


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault at its place. `row` is the spreadsheet's own row number, `column` its letter ("C"), both None where they mean nothing.

    On columns that hold identities `value` is masked by whoever makes the problem: problems are printed and logged.
    """

    file: str
    sheet: str | None
    row: int | None
    column: str | None
    header: str | None
    value: str | None
    fault: Fault

    @property
    def is_error(self) -> bool:
        return self.fault.severity == "error"
