"""Where the header row of a sheet is, and which column stands where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from semesta.basics.codes import plain
from semesta.basics.problem import Fault
from semesta.files import sheet_faults
from semesta.files.grid import Grid, is_blank
from semesta.files.people_above import NUMBER_TITLES, people_above
from semesta.files.status_column import STATUS, status_column
from semesta.files.titles import (
    BY_CONTENT,
    NEAR,
    NO_PROFILE,
    Match,
    likely,
    matches_of,
    nearest_titles,
    sure_matches,
    title_key,
)
from semesta.tables import person_columns
from semesta.tables.table import Table
from semesta.tables.types import Cell

FIRST_ROWS = 20
"""The header is looked for in the first so many rows; above it stand titles."""

ROWS_LOOKED_AT = 100
"""Rows in which is looked for what a sheet is about."""

_FEWEST_KNOWN = 2
"""A row with so many known headers may be the header row."""

_NAMES = frozenset(plain(title) for title in (person_columns.name().title.id, *person_columns.name().aliases))


@dataclass(frozen=True, slots=True)
class Header:
    """The header row of a sheet, counted from 0. `faults` are its problems with the column index they stand at.

    titles: the text over each column, also where it is merged over several rows. unknown: those that mean no column.
    people_above: rows above the header that hold people all the same, counted from 0.
    """

    row: int
    columns: Mapping[str, int]
    faults: tuple[tuple[int | None, Fault], ...]
    titles: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    people_above: tuple[int, ...] = ()

    @property
    def is_usable(self) -> bool:
        return not any(fault.severity == "error" for _, fault in self.faults)


def header_of(grid: Grid, table: Table, profile: Mapping[str, str] | None = None) -> Header | None:
    """The header row for a table with everything that is odd about it; None when no row looks like one.

    Args:
        profile: names of columns by header, "" for headers not to be read; it wins over what the table knows.
    """
    known_titles = {title_key(title): name for title, name in (profile or {}).items()}
    row = header_row(grid, table, known_titles)
    if row is None:
        return None
    titles = titles_over(grid, row, table, known_titles)
    matches = matches_of(titles, table, known_titles)
    matches += _by_content(grid, row, table, titles, matches, known_titles)
    columns, found = _chosen(matches, grid, row)
    found += [
        (m.index, sheet_faults.near_header(m.column.title))
        for m in matches
        if m.rank == NEAR and columns.get(m.column.name) == m.index
    ]
    found += [(m.index, sheet_faults.known_by_content(m.column.title)) for m in matches if m.rank == BY_CONTENT]
    known = {m.index for m in matches}
    unknown = {
        i: title
        for i, title in enumerate(titles)
        if i not in known
        and not _needs_no_word(title, table)
        and not is_blank(title)
        and title_key(title) not in known_titles
    }
    told = unknown
    if len(unknown) > sheet_faults.MANY_UNKNOWN_HEADERS:
        found.append((None, sheet_faults.many_unknown_headers(list(unknown.values()))))
        told = {i: title for i, title in unknown.items() if person_columns.tells_who(title)}
    found += [(i, sheet_faults.unknown_header(nearest_titles(title, table))) for i, title in told.items()]
    found += [
        (None, sheet_faults.missing_column(column.title, likely(column, list(unknown.values()))))
        for column in table.columns
        if column.required and column.name not in {m.column.name for m in matches}
    ]
    if says_nobody(columns, table) and not any(column.required and column.identity for column in table.columns):
        found.append((None, sheet_faults.says_nobody(table.title)))
    lost = tuple(people_above(grid, row, {m.index: m.column for m in matches})) if table.of_people else ()
    return Header(row, columns, tuple(found), tuple(titles), tuple(unknown.values()), lost)


def says_nobody(names: Iterable[str], table: Table) -> bool:
    """Whether a list of people has no column that says who they are: then its rows are of accounts or months, not of people."""
    if not table.of_people or table.may_be_unnamed:
        return False
    return not any(table.column(n).identity or n == "participant_id" for n in names)


def header_row(grid: Grid, table: Table, profile: Mapping[str, str] = NO_PROFILE) -> int | None:
    """The first of the rows that hold the most known headers, at least two, or all where there are fewer.

    A list has its header once more on each page, at times in words that are better known: people above it are no titles,
    and the header of a list stands above its people.
    """
    found = [
        sure_matches(titles_over(grid, row, table, profile), table, profile)
        for row in range(min(grid.height, FIRST_ROWS))
    ]
    row = _richest(found, table)
    if row is None or not table.of_people:
        return row
    first = next(people_above(grid, row, {m.index: m.column for m in found[row]}), None)
    above = _richest(found[:first], table) if first is not None else None
    return row if above is None else above


def _richest(found: Sequence[Sequence[Match]], table: Table) -> int | None:
    counts = [len({m.column.name for m in matches}) for matches in found]
    best = max(counts, default=0)
    return counts.index(best) if best >= min(_FEWEST_KNOWN, len(table.columns)) else None


def titles_over(grid: Grid, row: int, table: Table, profile: Mapping[str, str] = NO_PROFILE) -> list[str]:
    """The header texts of a row, and where it is empty those of the row above, if that looks like a header too.

    CSV knows no merged cells, and not everybody merges: of a header in two rows the first has titles of its own there.
    """
    titles = _titles(grid, row)
    above = _titles(grid, row - 1) if row and "" in titles and any(titles) else []
    known = {m.column.name for m in sure_matches(above, table, profile)}
    if len(known) + any(plain(title) in NUMBER_TITLES for title in above) < _FEWEST_KNOWN:
        return titles
    return [title or over for title, over in zip(titles, above, strict=True)]


def _titles(grid: Grid, row: int) -> list[str]:
    """The header texts of a row; a title merged over several rows or columns counts for each of them."""
    cells: list[Cell] = grid.row(row)
    for (top, left), (bottom, right) in grid.merged:
        if top > row:
            break
        if row <= bottom:
            for index in range(left, min(right, len(cells) - 1) + 1):
                if is_blank(cells[index]):
                    cells[index] = grid.columns[left][top]
    return [cell if isinstance(cell, str) and not is_blank(cell) else "" for cell in cells]


def own_titles(cells: Mapping[int, Cell], header: Header, table: Table) -> set[int]:
    """Those of the cells of a row, by column, that are a title of the very column they stand in, in whatever words."""
    titles = [cell if isinstance(cell := cells.get(i), str) else "" for i in range(len(header.titles))]
    means = {m.index for m in matches_of(titles, table) if header.columns.get(m.column.name, m.index) == m.index}
    return means | {i for i, title in enumerate(titles) if plain(title) in NUMBER_TITLES}


def _needs_no_word(title: str, table: Table) -> bool:
    """Whether a column that is not read surprises nobody: it numbers the rows or holds remarks, or names beside their numbers."""
    if plain(title) in {"no", "nomor urut", "no urut", "nr", "", "keterangan", "ket", "catatan", "notes"}:
        return True
    return table.of_people and plain(title) in _NAMES and not any(column.name == "name" for column in table.columns)


def is_another_matter(grid: Grid, table: Table, found: Header | None) -> bool:
    """Whether a sheet holds something beside the one table asked for: no header of it, and nothing that tells who somebody is.

    Offices add a recap to their lists. A sheet with NIKs is a list, also where its header was not understood.
    """
    if found is None:
        cells = (cell for column in grid.columns for cell in column[:ROWS_LOOKED_AT])
        return not table.of_people or not any(_may_be_nik(cell) for cell in cells)
    return table.of_people and not found.is_usable and not any(table.column(n).identity for n in found.columns)


def _may_be_nik(cell: Cell) -> bool:
    digits = f"{cell:.0f}" if isinstance(cell, float) else re.sub(r"\D", "", str(cell))
    return len(digits) == 16


def _by_content(
    grid: Grid, row: int, table: Table, titles: Sequence[str], matches: Sequence[Match], profile: Mapping[str, str]
) -> list[Match]:
    """The column of BPJS's answers where no header says it, unless the profile says what the column is."""
    known = {m.index for m in matches} | {i for i, title in enumerate(titles) if title_key(title) in profile}
    if any(m.column.name == STATUS for m in matches):
        return []
    index = status_column(grid, row, table, titles, known)
    return [] if index is None else [Match(index, table.column(STATUS), BY_CONTENT)]


def _chosen(matches: Sequence[Match], grid: Grid, row: int) -> tuple[dict[str, int], list[tuple[int | None, Fault]]]:
    """The place of each column; of two for one thing the surer, and none where both are as sure and both hold data."""
    chosen: dict[str, int] = {}
    found: list[tuple[int | None, Fault]] = []
    by_column: dict[str, list[Match]] = {}
    for match in matches:
        by_column.setdefault(match.column.name, []).append(match)
    for name, candidates in by_column.items():
        # Whether a column is empty is asked only where there is another: it is looked through to its end.
        filled = [m for m in candidates[1:] and candidates if not _is_empty(grid, m.index, row)] or candidates[:1]
        best = min(m.rank for m in filled)
        first, *others = [m for m in filled if m.rank == best]
        if others:
            found += [(m.index, sheet_faults.ambiguous_header(m.column.title)) for m in others]
        chosen[name] = first.index
        found += [
            (m.index, sheet_faults.second_header(m.column.title))
            for m in candidates
            if m.rank > best or m not in filled
        ]
    return chosen, found


def _is_empty(grid: Grid, column: int, header_row: int) -> bool:
    return all(is_blank(cell) for cell in grid.columns[column][header_row + 1 :])
