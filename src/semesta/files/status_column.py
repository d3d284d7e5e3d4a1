"""The column in which BPJS answered: under "Keterangan" or any other title, known by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from semesta.files.grid import Grid, is_blank
from semesta.tables.table import Table
from semesta.tables.types import Reading

STATUS = "bpjs_status"
_FEWEST_ROWS, _MOST_LOOKED_AT, _MOST_COLUMNS = 3, 2_000, 200
_MOST_WORDS = 50
"""Statuses are few: a column of more different texts in its first rows is none of them, and need not be read."""
_SHARE = 0.8
"""Of the cells that hold anything so many must be statuses: offices write other remarks there too."""
_OF_MEMBERSHIP = re.compile(r"(?i)daftar|peserta|ditemukan")
"""Members of a group may be active or not; registered is who is in a register."""
_OF_BPJS = re.compile(r"(?i)bpjs|jamsostek|padan|cek|verifikasi|kepesertaan")


def status_column(grid: Grid, row: int, table: Table, titles: Sequence[str], known: set[int]) -> int | None:
    """The one column under a header row, of those not `known`, whose cells are statuses of membership; None where there is none.

    Only of lists that may come back with a status.
    """
    if not any(column.name == STATUS for column in table.columns):
        return None
    open_to_it = [i for i, title in enumerate(titles[:_MOST_COLUMNS]) if i not in known and not is_blank(title)]
    found = [i for i in open_to_it if _holds_statuses(grid, row, i, table, titles[i])]
    return found[0] if len(found) == 1 else None


def _holds_statuses(grid: Grid, row: int, index: int, table: Table, title: str) -> bool:
    read = table.column(STATUS).type.read
    cells = [
        c for c in grid.columns[index][row + 1 : row + 1 + _MOST_LOOKED_AT] if isinstance(c, str) and not is_blank(c)
    ]
    if len(set(cells)) > _MOST_WORDS:
        return False
    statuses = {cell: found.value for cell in set(cells) if isinstance(found := read(cell), Reading)}
    says_member = _OF_BPJS.search(title) or any(_OF_MEMBERSHIP.search(cell) for cell in statuses)
    hits = sum(cell in statuses for cell in cells)
    is_told = hits >= _FEWEST_ROWS and hits >= _SHARE * len(cells) and len(set(statuses.values())) > 1
    return is_told and bool(says_member)
