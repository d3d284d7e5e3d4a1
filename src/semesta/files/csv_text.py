"""CSV files as grids: their encoding, their separator, their quotes."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import TextIO

from semesta.files import faults
from semesta.files.faults import RefusedError
from semesta.files.grid import Grid
from semesta.files.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from semesta.files.packed import Packed

_BATCH = 20_000
_FIRST = 65_536
_SEPARATORS = ";\t|,"
"""Where two fit equally well the first is taken: a comma also stands within numbers."""


def grid_of_csv(data: bytes, file: str, name: str) -> Grid:
    """The rows of a CSV file, all cells text; `name` is what its table is found by.

    Raises:
        RefusedError: it is no text, or larger than a sheet can be.
    """
    encoding = _encoding(data)
    columns: list[Packed] = []
    height = 0
    for batch in _batches(data, encoding):
        width = max(len(columns), *map(len, batch))
        if width > MOST_COLUMNS:
            raise RefusedError(faults.TOO_WIDE, str(width))
        if height + len(batch) > MOST_ROWS:
            raise RefusedError(faults.TOO_LONG, f"> {MOST_ROWS}")
        if width * (height + len(batch)) > MOST_CELLS:
            raise RefusedError(faults.TOO_LARGE, f"{height + len(batch)} × {width}")
        columns += [Packed([""] * height) for _ in range(width - len(columns))]
        for column, cells in zip(columns, zip_longest(*batch, [""] * len(columns), fillvalue=""), strict=False):
            column.append(cells[:-1])
        height += len(batch)
    return Grid(file, None, name, columns, is_delimited=True)


def _encoding(data: bytes) -> str:
    """How a file is written: UTF-8, UTF-16 or, when it is neither, Windows-1252."""
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
            return encoding
    raise RefusedError(faults.NOT_CSV)


def _is_binary(text: str) -> bool:
    start = text[:4096]
    signs = sum(1 for c in start if ord(c) < 32 and c not in "\r\n\t\f")
    return "\x00" in text or signs > len(start) // 100


def _separator(text: str) -> str:
    """The sign that cuts most of the first lines into the same number of cells, more than one."""
    lines = [line for line in text.splitlines() if line.strip()][:30]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        return lines[0][4]

    def fit(separator: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if len(row) > 1)
        return max(((times, width) for width, times in widths.items()), default=(0, 0))

    return max(_SEPARATORS, key=fit)


def _batches(data: bytes, encoding: str) -> Iterator[list[list[str]]]:
    """The rows in batches, without what a first line "sep=;" says."""
    csv.field_size_limit(1_000_000)

    def lines() -> TextIO:
        # Decoded piece by piece: the text of a million people as a whole takes four bytes a character.
        return io.TextIOWrapper(io.BytesIO(data), encoding, newline="")

    rows = csv.reader(lines(), delimiter=_separator(lines().read(_FIRST)))
    is_first = True
    try:
        while batch := list(islice(rows, _BATCH)):
            first = batch[0]
            if is_first and first and len(first) <= 2 and first[0].lower().startswith("sep="):
                batch[0] = []
            is_first = False
            yield batch
    except csv.Error:
        raise RefusedError(faults.NOT_CSV) from None
