"""What the words of a header mean: which column of a table, how surely, and which is near where none is meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from semesta.basics.codes import plain
from semesta.tables import person_columns
from semesta.tables.table import Column, Table

_MOST_NEAR = 200
"""Near misses are looked for in the first so many columns only: comparing spellings is slow."""

NO_PROFILE: Mapping[str, str] = MappingProxyType({})
EXACT, STRIPPED, ALIAS, NEAR, BY_CONTENT = range(5)
"""How a header was known for a column: by its title, by that without brackets, by another name, by a slip of the pen, by the cells."""


@dataclass(frozen=True, slots=True)
class Match:
    """A header cell and the column it means; the lower the rank the surer."""

    index: int
    column: Column
    rank: int


@cache
def known_titles(columns: tuple[Column, ...]) -> dict[str, tuple[Column, int]]:
    known: dict[str, tuple[Column, int]] = {}
    for rank, names in ((EXACT, _titles_of), (STRIPPED, _stripped_titles_of), (ALIAS, _aliases_of)):
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


def sure_matches(titles: Sequence[str], table: Table, profile: Mapping[str, str] = NO_PROFILE) -> list[Match]:
    """What each header means, where it is a known one."""
    known, written = known_titles(table.columns), _written_titles(table.columns)
    by_name = {column.name: column for column in table.columns}
    matches = []
    for index, title in enumerate(titles):
        if not title:
            continue
        if profile and (told := profile.get(title_key(title))) is not None:
            if told in by_name:
                matches.append(Match(index, by_name[told], EXACT))
        elif title in written:
            matches.append(Match(index, written[title], EXACT))
        elif found := known.get(title_key(title)) or known.get(title_key(_without_brackets(title))):
            matches.append(Match(index, *found))
    return matches


def matches_of(titles: Sequence[str], table: Table, profile: Mapping[str, str] = NO_PROFILE) -> list[Match]:
    """What each header means, also where it is a known one but for a slip of the pen."""
    known = known_titles(table.columns)
    matches = sure_matches(titles, table, profile)
    taken = {m.column.name for m in matches}
    seen = {m.index for m in matches} | {i for i, title in enumerate(titles) if title_key(title) in profile}
    for index, title in enumerate(titles[:_MOST_NEAR]):
        if index not in seen and (column := _near(title, known, taken)):
            matches.append(Match(index, column, NEAR))
    return matches


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


def nearest_titles(title: str, table: Table) -> list[str]:
    names = {plain(n): c.title.id for c in table.columns for n in (*_titles_of(c), *c.aliases)}
    close = difflib.get_close_matches(plain(title), list(names), n=3, cutoff=0.6)
    return list(dict.fromkeys(names[name] for name in close))


def likely(column: Column, unknown: Sequence[str]) -> list[str]:
    """Headers of the sheet that may have been meant for a column that is missing."""
    names = [plain(n) for n in (*_titles_of(column), *column.aliases)]
    return [title for title in unknown if difflib.get_close_matches(plain(title), names, n=1, cutoff=0.6)]
