"""Which table a sheet holds, where its header row is, and which column stands where."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from semesta.basics.codes import plain
from semesta.basics.problem import Fault
from semesta.files import faults
from semesta.files.grid import Grid, is_blank
from semesta.files.people_above import NUMBER_TITLES, people_above
from semesta.files.status_column import STATUS, status_column
from semesta.tables import person_columns
from semesta.tables.table import Column, Table
from semesta.tables.types import Cell

FIRST_ROWS = 20
"""The header is looked for in the first so many rows; above it stand titles."""

ROWS_LOOKED_AT = 100
"""Rows in which is looked for what a sheet is about."""

_MOST_NEAR = 200
"""Near misses are looked for in the first so many columns only: comparing spellings is slow."""

NO_PROFILE: Mapping[str, str] = MappingProxyType({})
_FEWEST_KNOWN = 2
"""A row with so many known headers may be the header row."""

_NAMES = frozenset(plain(title) for title in (person_columns.name().title.id, *person_columns.name().aliases))

_EXACT, _STRIPPED, _ALIAS, _NEAR, _BY_CONTENT = range(5)
_OWN_SHEETS = frozenset({"daftar isi", "contents", "daftar pilihan", "lists", "masalah", "problems", "petunjuk"})


@dataclass(frozen=True, slots=True)
class Match:
    """A header cell and the column it means; the lower the rank the surer."""

    index: int
    column: Column
    rank: int


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


def is_own_sheet(name: str) -> bool:
    """Whether a sheet is one that our own templates and annotated copies add."""
    return plain(name) in _OWN_SHEETS


# ---- tables


def table_named(name: str, tables: Mapping[str, Table]) -> Table | None:
    """The table that a sheet or file of this name holds; years and numbers around the name do not matter."""
    found = tables_named(name, tables)
    return found[0] if found else None


def tables_named(name: str, tables: Mapping[str, Table]) -> list[Table]:
    """All tables that a sheet or file of this name may hold, the likeliest first."""
    wanted = plain(name)
    without_numbers = " ".join(word for word in wanted.split() if not word.isdigit())
    names = {table.name: {plain(n) for n in _names_of(table)} for table in tables.values()}
    exact = [table for table in tables.values() if wanted in names[table.name]]
    return exact or [table for table in tables.values() if without_numbers in names[table.name]]


def _names_of(table: Table) -> Iterable[str]:
    return (*table.aliases, table.title.en, table.title.id, table.name)


def nearest_tables(name: str, tables: Mapping[str, Table]) -> list[str]:
    """Indonesian titles of the tables whose names look most like this one."""
    names = {plain(n): table.title.id for table in tables.values() for n in _names_of(table)}
    close = difflib.get_close_matches(plain(name), list(names), n=3, cutoff=0.5)
    return list(dict.fromkeys(names[found] for found in close))


def table_by_headers(grid: Grid, tables: Mapping[str, Table]) -> Table | None:
    """The one table whose headers this sheet has best: all required columns, and at least three in all.

    Slips of the pen count where nothing is found without them. A list of people that says neither when they were
    registered nor whether they pay may be of workers or of participants: it is taken for workers.
    """
    for matching in (_sure_matches, _matches):
        scores = {name: score for name, table in tables.items() if (score := _score(grid, table, matching))}
        best = [name for name in scores if scores[name] == max(scores.values())]
        if best:
            people = [name for name in best if tables[name].of_people]
            if len(best) > 1 and people != best:
                return None
            return tables[best[0]] if len(best) == 1 else tables.get("workers" if "workers" in best else "")
    return None


def _score(grid: Grid, table: Table, matching: Callable[[Sequence[str], Table], list[Match]]) -> int:
    """How many columns of a table the sheet has; 0 where it lacks a required one or has fewer than three.

    A list of people that says nobody comes after every table that the sheet may be.
    """
    row = _header_row(grid, table)
    found = {m.column.name for m in matching(_titles_over(grid, row, table), table)} if row is not None else set()
    is_whole = len(found) >= 3 and all(c.name in found for c in table.columns if c.required)
    return (1 if _says_nobody(found, table) else len(found)) if is_whole else 0


def _says_nobody(names: Iterable[str], table: Table) -> bool:
    """Whether a list of people has no column that says who they are: then its rows are of accounts or months, not of people."""
    if not table.of_people or table.may_be_unnamed:
        return False
    return not any(table.column(n).identity or n == "participant_id" for n in names)


def table_nearly_named(name: str, tables: Mapping[str, Table]) -> Table | None:
    """The one table whose name is this one but for a slip of the pen."""
    names = {plain(n): table.name for table in tables.values() for n in _names_of(table)}
    close = {names[found] for found in difflib.get_close_matches(plain(name), list(names), n=3, cutoff=0.85)}
    return tables[close.pop()] if len(close) == 1 else None


# ---- the header row


def header_of(grid: Grid, table: Table, profile: Mapping[str, str] | None = None) -> Header | None:
    """The header row for a table with everything that is odd about it; None when no row looks like one.

    Args:
        profile: names of columns by header, "" for headers not to be read; it wins over what the table knows.
    """
    known_titles = {title_key(title): name for title, name in (profile or {}).items()}
    row = _header_row(grid, table, known_titles)
    if row is None:
        return None
    titles = _titles_over(grid, row, table, known_titles)
    matches = _matches(titles, table, known_titles)
    matches += _by_content(grid, row, table, titles, matches, known_titles)
    columns, found = _chosen(matches, grid, row)
    found += [
        (m.index, faults.near_header(m.column.title))
        for m in matches
        if m.rank == _NEAR and columns.get(m.column.name) == m.index
    ]
    found += [(m.index, faults.known_by_content(m.column.title)) for m in matches if m.rank == _BY_CONTENT]
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
    if len(unknown) > faults.MANY_UNKNOWN_HEADERS:
        found.append((None, faults.many_unknown_headers(list(unknown.values()))))
        told = {i: title for i, title in unknown.items() if person_columns.tells_who(title)}
    found += [(i, faults.unknown_header(_nearest_titles(title, table))) for i, title in told.items()]
    found += [
        (None, faults.missing_column(column.title, _likely(column, list(unknown.values()))))
        for column in table.columns
        if column.required and column.name not in {m.column.name for m in matches}
    ]
    if _says_nobody(columns, table) and not any(column.required and column.identity for column in table.columns):
        found.append((None, faults.says_nobody(table.title)))
    lost = tuple(people_above(grid, row, {m.index: m.column for m in matches})) if table.of_people else ()
    return Header(row, columns, tuple(found), tuple(titles), tuple(unknown.values()), lost)


def _header_row(grid: Grid, table: Table, profile: Mapping[str, str] = NO_PROFILE) -> int | None:
    """The first of the rows that hold the most known headers, at least two, or all where there are fewer.

    A list has its header once more on each page, at times in words that are better known: people above it are no titles,
    and the header of a list stands above its people.
    """
    found = [
        _sure_matches(_titles_over(grid, row, table, profile), table, profile)
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


def _titles_over(grid: Grid, row: int, table: Table, profile: Mapping[str, str] = NO_PROFILE) -> list[str]:
    """The header texts of a row, and where it is empty those of the row above, if that looks like a header too.

    CSV knows no merged cells, and not everybody merges: of a header in two rows the first has titles of its own there.
    """
    titles = _titles(grid, row)
    above = _titles(grid, row - 1) if row and "" in titles and any(titles) else []
    known = {m.column.name for m in _sure_matches(above, table, profile)}
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
    means = {m.index for m in _matches(titles, table) if header.columns.get(m.column.name, m.index) == m.index}
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


# ---- columns


@cache
def _known_titles(columns: tuple[Column, ...]) -> dict[str, tuple[Column, int]]:
    known: dict[str, tuple[Column, int]] = {}
    for rank, names in ((_EXACT, _titles_of), (_STRIPPED, _stripped_titles_of), (_ALIAS, _aliases_of)):
        for column in columns:
            for name in names(column):
                known.setdefault(title_key(name), (column, rank))
    known.pop("", None)
    return known


@cache
def _written_titles(columns: tuple[Column, ...]) -> dict[str, Column]:
    """Names and titles letter by letter: "office" is one column's name and "Office" another's English title."""
    return {name: column for column in columns for name in _titles_of(column)}


@lru_cache(maxsize=20_000)
def title_key(title: str) -> str:
    """A header as it is compared; the sign tells "Capaian (%)" from "Capaian"."""
    return plain(title.replace("%", " persen "))


def _titles_of(column: Column) -> Iterable[str]:
    return (column.name, column.title.id, column.title.en)


def _stripped_titles_of(column: Column) -> Iterable[str]:
    return (_without_brackets(column.title.id), _without_brackets(column.title.en))


def _aliases_of(column: Column) -> Iterable[str]:
    return column.aliases


def _without_brackets(title: str) -> str:
    return re.sub(r"\(.*?\)|\*", " ", title)


def _sure_matches(titles: Sequence[str], table: Table, profile: Mapping[str, str] = NO_PROFILE) -> list[Match]:
    """What each header means, where it is a known one."""
    known, written = _known_titles(table.columns), _written_titles(table.columns)
    by_name = {column.name: column for column in table.columns}
    matches = []
    for index, title in enumerate(titles):
        if not title:
            continue
        if profile and (told := profile.get(title_key(title))) is not None:
            if told in by_name:
                matches.append(Match(index, by_name[told], _EXACT))
        elif title in written:
            matches.append(Match(index, written[title], _EXACT))
        elif found := known.get(title_key(title)) or known.get(title_key(_without_brackets(title))):
            matches.append(Match(index, *found))
    return matches


def _matches(titles: Sequence[str], table: Table, profile: Mapping[str, str] = NO_PROFILE) -> list[Match]:
    """What each header means, also where it is a known one but for a slip of the pen."""
    known = _known_titles(table.columns)
    matches = _sure_matches(titles, table, profile)
    taken = {m.column.name for m in matches}
    seen = {m.index for m in matches} | {i for i, title in enumerate(titles) if title_key(title) in profile}
    for index, title in enumerate(titles[:_MOST_NEAR]):
        if index not in seen and (column := _near(title, known, taken)):
            matches.append(Match(index, column, _NEAR))
    return matches


def _by_content(
    grid: Grid, row: int, table: Table, titles: Sequence[str], matches: Sequence[Match], profile: Mapping[str, str]
) -> list[Match]:
    """The column of BPJS's answers where no header says it, unless the profile says what the column is."""
    known = {m.index for m in matches} | {i for i, title in enumerate(titles) if title_key(title) in profile}
    if any(m.column.name == STATUS for m in matches):
        return []
    index = status_column(grid, row, table, titles, known)
    return [] if index is None else [Match(index, table.column(STATUS), _BY_CONTENT)]


def _near(title: str, known: Mapping[str, tuple[Column, int]], taken: set[str]) -> Column | None:
    """The one column not yet found whose name is this one but for a slip of the pen, or of whose names it is two: "Alamat/Kampung"."""
    written = title_key(title)
    if "/" in title and (together := _named_together(title, known)):
        return together[0] if len(together) == 1 and together[0].name not in taken else None
    if len(written) < 4 or len(written) > 60:
        return None
    close = difflib.get_close_matches(written, list(known), n=5, cutoff=0.84)
    columns = {known[name][0].name: known[name][0] for name in close}
    return next(iter(columns.values())) if len(columns) == 1 and not taken & set(columns) else None


def _named_together(title: str, known: Mapping[str, tuple[Column, int]]) -> list[Column]:
    """The columns that the parts of a title such as "Alamat / Kampung" mean: an address also for the places that stand in it."""
    parts = {found[0].name: found[0] for part in title.split("/") if (found := known.get(title_key(part)))}
    is_address = "address" in parts and set(parts) <= person_columns.IN_AN_ADDRESS
    return [parts["address"]] if is_address else list(parts.values())


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
            found += [(m.index, faults.ambiguous_header(m.column.title)) for m in others]
        chosen[name] = first.index
        found += [
            (m.index, faults.second_header(m.column.title)) for m in candidates if m.rank > best or m not in filled
        ]
    return chosen, found


def _is_empty(grid: Grid, column: int, header_row: int) -> bool:
    return all(is_blank(cell) for cell in grid.columns[column][header_row + 1 :])


def _nearest_titles(title: str, table: Table) -> list[str]:
    names = {plain(n): c.title.id for c in table.columns for n in (*_titles_of(c), *c.aliases)}
    close = difflib.get_close_matches(plain(title), list(names), n=3, cutoff=0.6)
    return list(dict.fromkeys(names[name] for name in close))


def _likely(column: Column, unknown: Sequence[str]) -> list[str]:
    """Headers of the sheet that may have been meant for a column that is missing."""
    names = [plain(n) for n in (*_titles_of(column), *column.aliases)]
    return [title for title in unknown if difflib.get_close_matches(plain(title), names, n=1, cutoff=0.6)]
