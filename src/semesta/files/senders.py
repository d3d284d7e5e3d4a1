"""Whose list it is: known by the headers that are kept of a sender, all of which stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from semesta.files.grid import Grid
from semesta.files.header import ROWS_LOOKED_AT
from semesta.files.profile import Profile
from semesta.files.titles import title_key
from semesta.tables.table import Table

FEWEST = 3
"""Fewer headers than this stand in anybody's list."""


def titles_of_sender(grid: Grid, table: Table, profiles: Iterable[Profile]) -> Mapping[str, str]:
    """What headers mean in this sheet by the profile of its sender, of several that fit the one with most; none where none fits.

    They win over what the table knows: the same word may mean another thing to another sender.
    """
    of_table = [one for one in profiles if one.table == table.name and len(one.titles) >= FEWEST]
    if not of_table:
        return {}
    there = {title_key(cell) for column in grid.columns for cell in column[:ROWS_LOOKED_AT] if isinstance(cell, str)}
    fitting = [one for one in of_table if all(title_key(title) in there for title in one.titles)]
    return max(fitting, key=lambda one: len(one.titles)).titles if fitting else {}
