"""Which table a sheet holds: by its name, or by the headers it has."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence

from semesta.basics.codes import plain
from semesta.files.grid import Grid
from semesta.files.header import header_row, says_nobody, titles_over
from semesta.files.titles import Match, matches_of, sure_matches
from semesta.tables.table import Table

_OWN_SHEETS = frozenset({"daftar isi", "contents", "daftar pilihan", "lists", "masalah", "problems", "petunjuk"})


def is_own_sheet(name: str) -> bool:
    """Whether a sheet is one that our own templates and annotated copies add."""
    return plain(name) in _OWN_SHEETS


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
    for matching in (sure_matches, matches_of):
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
    row = header_row(grid, table)
    found = {m.column.name for m in matching(titles_over(grid, row, table), table)} if row is not None else set()
    is_whole = len(found) >= 3 and all(c.name in found for c in table.columns if c.required)
    return (1 if says_nobody(found, table) else len(found)) if is_whole else 0


def table_nearly_named(name: str, tables: Mapping[str, Table]) -> Table | None:
    """The one table whose name is this one but for a slip of the pen."""
    names = {plain(n): table.name for table in tables.values() for n in _names_of(table)}
    close = {names[found] for found in difflib.get_close_matches(plain(name), list(names), n=3, cutoff=0.85)}
    return tables[close.pop()] if len(close) == 1 else None
