"""The acts that a round uses, from acts.yaml: an act that governs nothing in the round is not cited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from semesta.basics.codes import plain
from semesta.basics.words import Words
from semesta.monev.measured import Measured
from semesta.tables.table import FILE, ROW, SHEET


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it is cited, and the conditions under which it is."""

    rank: int
    number: Words
    title: Words
    verified: bool
    when: Mapping[str, Any]


@cache
def acts() -> tuple[Act, ...]:
    """All acts of the file, by rank."""
    written = yaml.safe_load(files("semesta.report.laporan").joinpath("acts.yaml").read_text(encoding="utf-8"))
    told = {"rank", "number", "title", "verified"}
    made = [
        Act(
            w["rank"],
            Words(**w["number"]),
            Words(**w["title"]),
            w["verified"],
            {k: v for k, v in w.items() if k not in told},
        )
        for w in written
    ]
    return tuple(sorted(made, key=lambda act: act.rank))


def acts_used(measured: Measured) -> list[Act]:
    """The acts that this round uses, by rank."""
    used = _Used(measured)
    return [act for act in acts() if used.by(act)]


def uses_inpres(measured: Measured) -> bool:
    """Whether the round speaks of Inpres 2/2021, or reports on its actions."""
    return any(act.number.id.startswith("Instruksi Presiden Nomor 2 ") for act in acts_used(measured))


class _Used:
    """What stands in the rows of a round, asked by the conditions of an act."""

    def __init__(self, measured: Measured) -> None:
        self.measured = measured
        self.frames = {name: frame for name, frame in measured.dataset.frames.items() if frame.height}

    def by(self, act: Act) -> bool:
        return all(self._holds(name, wanted) for name, wanted in act.when.items())

    def _holds(self, condition: str, wanted: Any) -> bool:
        match condition:
            case "always":
                return bool(wanted)
            case "tables":
                return any(table in self.frames for table in wanted)
            case "indicators":
                return any(v.indicator in wanted and v.value is not None for v in self.measured.values)
            case "mentions":
                return "inpres_actions" in self.frames or any(plain(word) in self._text for word in wanted)
            case "budget_year":
                return str(wanted) in self._codes("year", ["budgets"])
            case "since":
                return self.measured.as_of >= _day(wanted)
            case "until":
                return self.measured.as_of <= _day(wanted)
        column = {"programmes": "programme", "fundings": "funding", "segments": "segment", "groups": "group"}
        return _any_within(self._codes(column.get(condition, "document"), self.frames), wanted)

    def _codes(self, column: str, tables: Iterable[str]) -> set[str]:
        frames = (self.frames[t] for t in tables if t in self.frames and column in self.frames[t].columns)
        return {str(code) for frame in frames for code in frame[column].drop_nulls()}

    @property
    def _text(self) -> str:
        """All free text of the tables in which people write what they mean."""
        tables = ("meeting", "commitments", "obstacles", "statements")
        rows = (row for t in tables if t in self.frames for row in self.frames[t].iter_rows(named=True))
        written = (
            v for row in rows for k, v in row.items() if isinstance(v, str) and k not in (FILE, SHEET, ROW, "source")
        )
        return plain(" ".join(written))


def _day(written: object) -> dt.date:
    return written if isinstance(written, dt.date) else dt.date.fromisoformat(str(written))


def _any_within(codes: Iterable[str], wanted: Iterable[str]) -> bool:
    ancestors = tuple(wanted)
    return any(code == a or code.startswith(a + ".") for code in codes for a in ancestors)
