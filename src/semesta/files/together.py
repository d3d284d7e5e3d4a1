"""The sheets of one table put together: rows that stand there twice, places written in several ways, ids of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from semesta.basics.codes import plain
from semesta.basics.problem import Problem
from semesta.files import row_faults
from semesta.files.grid import shown_cell
from semesta.files.person_duplicates import said_twice
from semesta.files.rows import Spelling, Taken
from semesta.tables.table import FILE, ROW, SHEET, Table


def together(table: Table, sheets: Sequence[Taken]) -> tuple[pl.DataFrame, list[Problem]]:
    """All rows of a table, and what is to be said of them. People who stand there twice are said and left in."""
    frame = pl.concat(_with_own_ids(table, [sheet.frame for sheet in sheets]))
    if table.of_people and table.moment == "stock":
        placed = {(s.frame[FILE][0], s.frame[SHEET][0]): s.columns for s in sheets if s.frame.height}
        return frame, list(said_twice(table, frame, placed))
    frame, problems = _without_duplicates(table, frame)
    return frame, [*problems, *_several_spellings([w for sheet in sheets for w in sheet.spellings])]


def _with_own_ids(table: Table, frames: Sequence[pl.DataFrame]) -> Sequence[pl.DataFrame]:
    """The frames with ids that no two lists share: "2.15" is row 15 of the second where both number their rows."""
    name = next((column.name for column in table.columns if column.numbers_rows), None)
    if name is None or len(frames) < 2 or pl.concat([frame[name] for frame in frames]).is_unique().all():
        return frames
    return [
        frame.with_columns(pl.format(f"{number}.{{}}", name).alias(name))
        for number, frame in enumerate(frames, start=1)
    ]


def _without_duplicates(table: Table, frame: pl.DataFrame) -> tuple[pl.DataFrame, list[Problem]]:
    """The frame without rows equal in all columns to an earlier one, and each of those as a problem."""
    columns = [c.name for c in table.columns if frame[c.name].null_count() < frame.height and not c.numbers_rows]
    if not columns or frame.height < 2 or not _are_told_apart(table, columns):
        return frame, []
    again = ~frame.select(pl.struct(columns).is_first_distinct()).to_series()
    problems = []
    if again.any():
        placed = frame.with_columns(again.alias("_again"), _nth=pl.int_range(pl.len()))
        firsts = placed.with_columns(pl.col("_nth").first().over(columns).alias("_first"))
        for nth, first in firsts.filter("_again").select("_nth", "_first").iter_rows():
            problems.append(_duplicate(frame.row(nth, named=True), frame.row(first, named=True)))
    return frame.filter(~again), problems


def _are_told_apart(table: Table, columns: Sequence[str]) -> bool:
    """Whether rows that are equal are one: two people who are not named may have had the same, two households may be alike."""
    if table.of_households:
        return False
    return not table.may_be_unnamed or any(name in table.key or table.column(name).identity for name in columns)


def _duplicate(row: Mapping[str, object], first: Mapping[str, object]) -> Problem:
    is_same = first[SHEET] == row[SHEET] and first[FILE] == row[FILE]
    elsewhere = "" if is_same else f" ({' › '.join(str(part) for part in (first[FILE], first[SHEET]) if part)})"
    number = row[ROW]
    assert isinstance(number, int)
    fault = row_faults.duplicate_row(first[ROW], elsewhere)
    return Problem(str(row[FILE]), str(row[SHEET]) or None, number, None, None, None, fault)


def _several_spellings(spellings: Sequence[Spelling]) -> Iterator[Problem]:
    """A warning for each place that a table writes in several ways, where the second way begins."""
    ways: dict[tuple[str, str], dict[str, Spelling]] = {}
    for spelling in spellings:
        ways.setdefault((spelling.column, spelling.code), {}).setdefault(plain(spelling.written), spelling)
    for written in ways.values():
        if len(written) > 1:
            second = list(written.values())[1].at
            said = "; ".join(way.written for way in written.values())
            yield Problem(
                second.file, second.sheet, second.row, second.column, second.header, shown_cell(said), second.fault
            )
