"""CSV files as grids: their encoding, their separator, their quotes."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import zip_longest

from semesta.files import faults
from semesta.files.faults import RefusedError
from semesta.files.grid import Grid
from semesta.files.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

_SEPARATORS = ";\t|,"
"""Where two fit equally well the first is taken: a comma also stands within numbers."""


def grid_of_csv(data: bytes, file: str, name: str) -> Grid:
    """The rows of a CSV file, all cells text; `name` is what its table is found by.

    Raises:
        RefusedError: it is no text, or larger than a sheet can be.
    """
    text = _text(data)
    rows = _rows(text, _separator(text))
    width = max((len(row) for row in rows), default=0)
    if width > MOST_COLUMNS:
        raise RefusedError(faults.TOO_WIDE, str(width))
    if width * len(rows) > MOST_CELLS:
        raise RefusedError(faults.TOO_LARGE, f"{len(rows)} × {width}")
    columns = [list(column) for column in zip_longest(*rows, fillvalue="")]
    return Grid(file, None, name, columns, is_delimited=True)


def _text(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or, when it is neither, Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in data[1:4096:2] and b"\x00" not in data[:4096:2]:
        encodings = ["utf-16-le"]
    elif b"\x00" in data:
        encodings = []
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_binary(text):
            return text
    raise RefusedError(faults.NOT_CSV)


def _is_binary(text: str) -> bool:
    start = text[:4096]
    signs = sum(1 for c in start if ord(c) < 32 and c not in "\r\n\t\f")
    return "\x00" in text or signs > len(start) // 100


def _separator(text: str) -> str:
    """The sign that cuts most of the first lines into the same number of cells, more than one."""
    lines = [line for line in text[:65_536].splitlines() if line.strip()][:30]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        return lines[0][4]

    def fit(separator: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if len(row) > 1)
        return max(((times, width) for width, times in widths.items()), default=(0, 0))

    return max(_SEPARATORS, key=fit)


def _rows(text: str, separator: str) -> list[list[str]]:
    csv.field_size_limit(1_000_000)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(row)
            if len(rows) > MOST_ROWS:
                raise RefusedError(faults.TOO_LONG, f"> {MOST_ROWS}")
    except csv.Error:
        raise RefusedError(faults.NOT_CSV) from None
    if rows and len(rows[0]) <= 2 and rows[0] and rows[0][0].lower().startswith("sep="):
        rows[0] = []
    return rows
