"""All tables by name, in the order in which an officer fills them in."""

from __future__ import annotations

from typing import cast

from semesta.basics.codes import plain
from semesta.basics.discover import defined_in
from semesta.tables.table import Table

FIRST = (
    "meeting",
    "population",
    "members",
    "contributions",
    "claims",
    "budgets",
    "commitments",
    "obstacles",
    "regulations",
)
"""What an officer begins with; the other tables follow by name."""


def _all_tables() -> dict[str, Table]:
    found = {table.name: table for table in cast(list[Table], defined_in("semesta.tables", "TABLE"))}
    first = [name for name in FIRST if name in found]
    return {name: found[name] for name in [*first, *sorted(set(found) - set(first))]}


TABLES: dict[str, Table] = _all_tables()
"""Summary tables: counts and amounts, which regions exchange."""

PEOPLE: dict[str, Table] = {
    table.name: table for table in cast(list[Table], defined_in("semesta.tables.people", "TABLE"))
}
"""Tables of people, which stay where they are."""

EVERY_TABLE: dict[str, Table] = {**TABLES, **PEOPLE}


def people_table(name: str) -> Table | None:
    """The table of people of this name, title or other name: "pekerja", "workers"."""
    names = {plain(n): t for t in reversed(PEOPLE.values()) for n in (*t.aliases, t.title.en, t.title.id, t.name)}
    return names.get(plain(name))
