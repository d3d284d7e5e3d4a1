"""What is noticed in a workbook's XML while it inflates, before any spreadsheet library sees it.

The library sets up the whole rectangle around the filled cells, so one cell in the far corner would take all memory;
and it shows a formula without a result, and an error, as an empty cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from semesta.files import faults
from semesta.files.faults import RefusedError
from semesta.files.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

OVERLAP = 64
"""So many bytes of a chunk are seen again in the next, so that nothing is overlooked that is cut in two."""

_NEAR_COLUMNS = MOST_CELLS // MOST_ROWS
# One look for anything out of the ordinary; most sheets have nothing of it. The regular expressions of Polars are
# several times as fast as Python's.
_OUT_OF_THE_ORDINARY = (
    r'</?f[ />]|<!|\x00|:sheetData|t="e"|r="(?:[A-Z]{2}|[A-Z][0-9]{7})|<c(?:[^ a-z]| (?:[^r]|r[^=]|r=[^"]|r="[^A-Z]))'
)
_ODD_CELL = re.compile(rb'<c(?! r="[A-Z])[\s/>]')
_REFERENCE = re.compile(rb'<c r="([A-Z]{1,9})(\d{1,12})"')
_ANY_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_R = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]*)(\d+)""")
_HOLLOW = (b"</f></c>", b"/></c>", b"</f> ", b"</f>\n", b"</f>\r", b"</f>\t", b"<v></v>", b"<v> ")
"""How a formula without a result ends."""
_DECLARATIONS = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")
)


@dataclass(slots=True)
class Noticed:
    """What was noticed in a sheet. `is_unbounded`: its extent must be measured cell by cell.

    has_formulas: there may be formulas without a result.
    """

    has_formulas: bool = False
    has_errors: bool = False
    is_unbounded: bool = False

    def look_at(self, chunk: bytes) -> None:
        """Remembers what a chunk holds that is out of the ordinary."""
        self.is_unbounded = self.is_unbounded or b":sheetData" in chunk or _has_odd_cell(chunk) or _reaches_far(chunk)
        # Only what may be a formula without a result is looked at more closely, which takes long: a list whose rows are
        # numbered by a formula has a million that are calculated.
        self.has_formulas = self.has_formulas or self.is_unbounded or any(end in chunk for end in _HOLLOW)
        self.has_errors = self.has_errors or self.is_unbounded or b't="e"' in chunk


def is_out_of_the_ordinary(chunk: bytes) -> bool:
    return bool(pl.Series([chunk.decode("latin-1")]).str.contains(_OUT_OF_THE_ORDINARY)[0])


def declares(chunk: bytes) -> bool:
    """Whether XML declares a document type or entities, in whatever encoding."""
    return any(word in chunk for word in _DECLARATIONS)


def _has_odd_cell(chunk: bytes) -> bool:
    """Whether a cell does not say its place first; one cut at the end is seen again in the next chunk."""
    found = _ODD_CELL.search(chunk)
    return found is not None and found.start() < len(chunk) - OVERLAP // 2


def _reaches_far(chunk: bytes) -> bool:
    """Whether a cell lies so far out that the rectangle around it might be too large, whatever its other side."""
    return any(
        len(row) > 7 or int(row) > MOST_ROWS or column_number(letters) > _NEAR_COLUMNS
        for letters, row in set(_REFERENCE.findall(chunk))
    )


def column_number(letters: bytes) -> int:
    """The number of a column named by letters: 1 for A, 28 for AB."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def refuse_beyond(columns: int, rows: int) -> None:
    """Raises RefusedError when a sheet of this extent is more than is read."""
    if columns > MOST_COLUMNS:
        raise RefusedError(faults.TOO_WIDE, str(columns))
    if rows > MOST_ROWS:
        raise RefusedError(faults.TOO_LONG, str(rows))
    if columns * rows > MOST_CELLS:
        raise RefusedError(faults.TOO_LARGE, f"{rows} × {columns}")


def extent(xml: bytes) -> tuple[int, int]:
    """The far column and row of the cells that hold something, also where cells do not say their place."""
    row = column = far_row = far_column = 0
    for tag, attributes in (found.groups() for found in _ANY_TAG.finditer(xml)):
        place = _R.search(attributes)
        if tag == b"row":
            row = int(place[2]) if place else row + 1
            column = 0
            continue
        column = column_number(place[1]) if place and place[1] else column + 1
        if not attributes.endswith(b"/"):
            far_row = max(far_row, int(place[2]) if place and place[1] else row)
            far_column = max(far_column, column)
    return far_column, far_row


# ---- ODS, which repeats cells and rows by a number

_ODS_TAG = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell)\b([^>]*)>")
_REPEATED = re.compile(rb'number-(?:columns|rows)-repeated="(\d+)"')


def ods_within_limits(xml: bytes) -> None:
    """Raises RefusedError when an ODS whose repeated cells and rows are written out is more than is read."""
    rows = repeat = column = filled = 0
    for closing, tag, attributes in (found.groups() for found in _ODS_TAG.finditer(xml)):
        times = int(found[1]) if (found := _REPEATED.search(attributes)) else 1
        if tag == b"table-row":
            if closing:
                rows = _rows_so_far(rows, repeat, filled)
            else:
                repeat, column, filled = times, 0, 0
        elif not closing:
            column += times
            if b"office:value" in attributes or not attributes.endswith(b"/"):
                filled = column


def _rows_so_far(rows: int, repeat: int, filled: int) -> int:
    """Counts rows with something in them; the empty ones that fill a sheet to its end are nothing."""
    if not filled:
        return rows
    refuse_beyond(filled, rows + repeat)
    return rows + repeat
