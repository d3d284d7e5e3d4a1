"""What is left of a measured round once some of its numbers are hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from semesta.basics.places import PlaceList
from semesta.basics.words import Words
from semesta.monev.holding import MEASURES
from semesta.monev.measured import Measured
from semesta.monev.registry import INDICATORS
from semesta.monev.value import Finding, Ref, Value
from semesta.tables.dataset import Dataset
from semesta.tables.registry import TABLES
from semesta.tables.table import most_column, step_column

LEFT_HOME = ("kantor", "attendance", *(table.name for table in TABLES.values() if table.of_households))
"""Letterheads with who signs, who sat in a meeting, and households one by one: an office's own."""
EVENTS = ("handovers",)
"""Tables of which a row goes whole: on what day the family of a member was paid says as much as the sum."""
WITHHELD = Words(
    "tidak ditampilkan agar orang tidak dapat dikenali dari angka kecil",
    "not shown, so that nobody can be recognised from small numbers",
)
"""Stands with a figure that is hidden."""
BOUNDS = ("low", "high")
DIGITS, FEW = re.compile(r"\d"), re.compile(r"(?<![\d.,/-])[1-4] (orang|peserta|kasus|ahli)")
"""In notes: any number, and a number of few."""


@dataclass(frozen=True)
class Numbers:
    """The cells of a round: of rows by table, measure and position; of each figure by the name of the number."""

    rows: Mapping[tuple[str, str, int], int]
    figures: Sequence[Mapping[str, list[int]]]


def seen(measured: Measured, numbers: Numbers, gone: frozenset[int]) -> tuple[Measured, dict[str, int]]:
    """The round without the cells that are gone and without what lies below districts; how much is hidden, by table."""
    places, data = measured.places, measured.dataset
    hidden_rows: dict[Ref, set[str]] = {}
    for (table, measure, position), cell in numbers.rows.items():
        if cell in gone:
            hidden_rows.setdefault((table, position), set()).add(measure)
    frames, now_at = _frames(data, hidden_rows, places)
    shut = _Shut(hidden_rows, measured)
    values = tuple(
        _value(value, its, gone, shut, now_at)
        for value, its in zip(measured.values, numbers.figures, strict=True)
        if _is_wide(value.node.place, places)
    )
    findings = tuple(
        replace(one, rows=_moved(one.rows, now_at)) for one in measured.findings if _may_tell(one, shut, places)
    )
    withheld: dict[str, int] = {}
    for table, _ in hidden_rows:
        withheld[table] = withheld.get(table, 0) + 1
    withheld["figures"] = sum(WITHHELD in value.notes for value in values)
    read = {name: frame.height for name, frame in frames.items()}
    return replace(
        measured, values=values, findings=findings, dataset=Dataset(frames, read=read, files=()), needs=()
    ), {name: number for name, number in withheld.items() if number}


class _Shut:
    """Where something is hidden: by row, and by table and place for figures that name no rows."""

    def __init__(self, rows: Mapping[Ref, set[str]], measured: Measured) -> None:
        self.rows = rows
        self.places = measured.places
        self.at: dict[str, set[str]] = {}
        for table, position in rows:
            self.at.setdefault(table, set()).add(str(measured.dataset.frames[table]["place"][position] or ""))

    def touches(self, value: Value) -> bool:
        """Whether a figure may rest on something hidden."""
        if value.rows:
            return any(ref in self.rows for ref in value.rows)
        card = INDICATORS.get(value.indicator)
        tables = MEASURES if card is None else card.tables
        return any(self.is_near(place, value.node.place) for table in tables for place in self.at.get(table, ()))

    def is_near(self, place: str, other: str) -> bool:
        return self.places.is_within(place, other) or self.places.is_within(other, place)


def _value(
    value: Value, numbers: Mapping[str, list[int]], gone: frozenset[int], shut: _Shut, now_at: Mapping[Ref, int]
) -> Value:
    touches = shut.touches(value)
    is_told = all(
        not any(cell in gone for cell in cells) if cells else not touches
        for name, cells in numbers.items()
        if name not in BOUNDS
    )
    fraction_of_nothing = not numbers and value.value is not None and touches
    if is_told and not fraction_of_nothing:
        notes = tuple(note for note in value.notes if not (DIGITS.search(note.id) if touches else FEW.search(note.id)))
        # How far a figure may lie off is a number of people too: those who may be counted twice, or of whom nothing is known.
        has_bounds = all(
            cells and not any(cell in gone for cell in cells) for n, cells in numbers.items() if n in BOUNDS
        )
        bounded = value if has_bounds and not touches else replace(value, low=None, high=None)
        return replace(bounded, rows=_moved(value.rows, now_at), notes=notes)
    return Value(value.indicator, value.node, value.unit, None, status=("withheld",), notes=(WITHHELD,))


def _may_tell(finding: Finding, shut: _Shut, places: PlaceList) -> bool:
    """Whether a finding speaks of nothing hidden; its words hold numbers, so one that may is left out whole."""
    if not _is_wide(finding.place, places):
        return False
    if finding.rows:
        return not any(ref in shut.rows for ref in finding.rows)
    return not any(shut.is_near(place, finding.place) for table in shut.at for place in shut.at[table])


def _is_wide(place: str, places: PlaceList) -> bool:
    return not place or places.level(place) != "village"


def _moved(rows: Sequence[Ref], now_at: Mapping[Ref, int]) -> tuple[Ref, ...]:
    return tuple((ref[0], now_at[ref]) for ref in rows if ref in now_at)


def _frames(
    data: Dataset, hidden_rows: Mapping[Ref, set[str]], places: PlaceList
) -> tuple[dict[str, pl.DataFrame], dict[Ref, int]]:
    """The tables as they may be seen, and where each row that is left stands now."""
    frames: dict[str, pl.DataFrame] = {}
    now_at: dict[Ref, int] = {}
    for name, frame in data.frames.items():
        if name in LEFT_HOME:
            continue
        mine = {position: measures for (table, position), measures in hidden_rows.items() if table == name}
        kept = [
            position
            for position, place in enumerate(frame["place"])
            if _is_wide(place or "", places) and not (name in EVENTS and position in mine)
        ]
        if name == "statements":
            kept = [position for position in kept if not _speaks_of_hidden(frame, position, data, hidden_rows)]
        now_at |= {(name, position): number for number, position in enumerate(kept)}
        # How many are unknown is a number of people too, and is protected nowhere.
        most = [most_column(measure) for measure in MEASURES.get(name, ())]
        frames[name] = _blanked(frame, mine)[kept].drop(most, strict=False)
    return frames, now_at


def _blanked(frame: pl.DataFrame, hidden: Mapping[int, set[str]]) -> pl.DataFrame:
    """The frame without the numbers that are hidden, by position."""
    for measure in {measure for measures in hidden.values() for measure in measures}:
        positions = pl.Series([position for position, measures in hidden.items() if measure in measures])
        is_hidden = pl.int_range(pl.len()).is_in(positions.implode())
        columns = [name for name in (measure, step_column(measure)) if name in frame.columns]
        frame = frame.with_columns(
            pl.when(is_hidden).then(None).otherwise(pl.col(name)).alias(name) for name in columns
        )
    return frame


SAID_OF = ("place", "group", "funding")


def _speaks_of_hidden(frame: pl.DataFrame, position: int, data: Dataset, hidden_rows: Mapping[Ref, set[str]]) -> bool:
    """Whether a statement is about what a hidden row speaks of: what somebody said would give it away."""
    said = frame.row(position, named=True)
    if said.get("stated") is not None and 1 <= abs(said["stated"]) < 5 and float(said["stated"]).is_integer():
        return True
    for table, at in hidden_rows:
        row = data.frames[table].row(at, named=True)
        if all((said.get(name) or "") == (row.get(name) or "") for name in SAID_OF):
            return True
    return False
