"""What lies in a zipped workbook, looked at as it inflates and before any spreadsheet library sees it.

Declared sizes can lie, so every entry is inflated and counted. On the way each sheet is asked for the extent of its
filled cells, because the spreadsheet library sets up the whole rectangle around them, and for formulas and error
cells, because it shows a formula without a result as an empty cell.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, Literal

from semesta.basics.words import Words
from semesta.files import faults
from semesta.files.faults import RefusedError
from semesta.files.limits import MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_RATIO, MOST_ROWS, RATIO_COUNTS_ABOVE

_CHUNK = 1 << 20
_OVERLAP = 64
_MOST_ENTRIES = 10_000
_NEAR_COLUMNS = MOST_CELLS // MOST_ROWS
_FAR_CELL = re.compile(rb'r="(?:[A-Z]{2}|[A-Z]\d{7})')
_ODD_CELL = re.compile(rb'<c(?! r=")[ />]')
_REFERENCE = re.compile(rb'<c r="([A-Z]{1,9})(\d{1,12})"')
_ANY_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_R = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]*)(\d+)""")
_DOCTYPE = tuple(
    text.encode(code) for text in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")
)


@dataclass(slots=True)
class Part:
    """What was noticed in a sheet's XML. `is_unbounded`: its extent must be measured cell by cell."""

    has_formulas: bool = False
    has_errors: bool = False
    is_unbounded: bool = False


@dataclass(frozen=True, slots=True)
class Archive:
    """A workbook that inflates within the limits. `parts` are its sheets' XML files by name."""

    data: bytes
    kind: Literal["xlsx", "ods"]
    parts: dict[str, Part] = field(default_factory=dict)

    def part(self, name: str) -> bytes:
        with zipfile.ZipFile(BytesIO(self.data)) as archive:
            return archive.read(name)


def archive_of(data: bytes) -> Archive:
    """The workbook in these bytes.

    Raises:
        RefusedError: damaged, a bomb, protected by a password, too large, or another kind of ZIP.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            kind = _kind(archive)
            parts = _inflated(archive, data, kind)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        raise RefusedError(faults.TRUNCATED) from None
    except (NotImplementedError, RuntimeError):
        # An encrypted entry, or a way of compressing that no spreadsheet program uses.
        raise RefusedError(faults.PASSWORD) from None
    return Archive(data, kind, parts)


def _kind(archive: zipfile.ZipFile) -> Literal["xlsx", "ods"]:
    names = archive.namelist()
    if len(names) > _MOST_ENTRIES:
        raise RefusedError(faults.BOMB)
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names:
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.open("META-INF/manifest.xml").read(
            _CHUNK
        ):
            raise RefusedError(faults.PASSWORD)
        return "ods"
    raise RefusedError(faults.not_a_spreadsheet(_other_zip(names)))


def _other_zip(names: list[str]) -> Words:
    if "xl/workbook.bin" in names:
        return Words("buku kerja biner XLSB", "a binary XLSB workbook")
    if any(name.startswith("word/") for name in names):
        return Words("sebuah dokumen Word", "a Word document")
    if any(name.startswith("ppt/") for name in names):
        return Words("sebuah paparan PowerPoint", "a PowerPoint presentation")
    return Words("sebuah arsip ZIP", "a ZIP archive")


def _inflated(archive: zipfile.ZipFile, data: bytes, kind: str) -> dict[str, Part]:
    """The sheets of an archive of which every entry has been inflated and counted."""
    parts: dict[str, Part] = {}
    total = 0
    for entry in archive.infolist():
        is_sheet = kind == "xlsx" and entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml")
        part = Part() if is_sheet else None
        packed = min(entry.compress_size, len(data)) or 1
        with archive.open(entry) as stream:
            size = 0
            for chunk in _chunks(stream):
                size += len(chunk) - _OVERLAP
                if total + size > MOST_BYTES or (size > RATIO_COUNTS_ABOVE and size > MOST_RATIO * packed):
                    raise RefusedError(faults.BOMB, f"> {(total + size) / 1e6:.0f} MB")
                if entry.filename.endswith((".xml", ".rels")) and any(word in chunk for word in _DOCTYPE):
                    raise RefusedError(faults.ENTITIES)
                if part is not None:
                    _look(part, chunk)
        total += size
        if part is not None:
            parts[entry.filename] = part
    for name, part in parts.items():
        if part.is_unbounded:
            _refuse_beyond(*_extent(archive.read(name)))
    if kind == "ods":
        _ods_within_limits(archive.read("content.xml"))
    return parts


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The stream in pieces that begin with the end of the piece before, so that no word is cut in two."""
    tail = b" " * _OVERLAP
    while piece := stream.read(_CHUNK):
        chunk = tail + piece
        yield chunk
        tail = chunk[-_OVERLAP:]


def _look(part: Part, chunk: bytes) -> None:
    if not part.has_formulas:
        part.has_formulas = b"<f>" in chunk or b"<f " in chunk or b"<f/" in chunk or b":f>" in chunk or b":f " in chunk
    if not part.has_errors:
        part.has_errors = b't="e"' in chunk or b"t='e'" in chunk
    if not part.is_unbounded:
        part.is_unbounded = b":sheetData" in chunk or _has_odd_cell(chunk) or _reaches_far(chunk)


def _has_odd_cell(chunk: bytes) -> bool:
    """Whether a cell does not say its place first; one cut at the end is seen again in the next chunk."""
    found = _ODD_CELL.search(chunk)
    return found is not None and found.start() < len(chunk) - _OVERLAP // 2


def _reaches_far(chunk: bytes) -> bool:
    """Whether a cell lies so far out that the rectangle around it might be too large, whatever its other side."""
    if not _FAR_CELL.search(chunk):
        return False
    return any(len(row) > 6 or _column(letters) > _NEAR_COLUMNS for letters, row in set(_REFERENCE.findall(chunk)))


def _column(letters: bytes) -> int:
    """The number of a column named by letters: 1 for A, 28 for AB."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _refuse_beyond(columns: int, rows: int) -> None:
    if columns > MOST_COLUMNS:
        raise RefusedError(faults.TOO_WIDE, str(columns))
    if rows > MOST_ROWS:
        raise RefusedError(faults.TOO_LONG, str(rows))
    if columns * rows > MOST_CELLS:
        raise RefusedError(faults.TOO_LARGE, f"{rows} × {columns}")


def _extent(xml: bytes) -> tuple[int, int]:
    """The far column and row of the cells that hold something, also where cells do not say their place."""
    row = column = far_row = far_column = 0
    for tag, attributes in (found.groups() for found in _ANY_TAG.finditer(xml)):
        place = _R.search(attributes)
        if tag == b"row":
            row = int(place[2]) if place else row + 1
            column = 0
            continue
        column = _column(place[1]) if place and place[1] else column + 1
        if not attributes.endswith(b"/"):
            far_row = max(far_row, int(place[2]) if place and place[1] else row)
            far_column = max(far_column, column)
    return far_column, far_row


_ODS_TAG = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell)\b([^>]*)>")
_REPEATED = re.compile(rb'number-(?:columns|rows)-repeated="(\d+)"')


def _ods_within_limits(xml: bytes) -> None:
    """Refuses an ODS whose repeated cells and rows, written out, span more than the limits."""
    rows = repeat = 0
    column = filled = 0
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
    _refuse_beyond(1, rows)


def _rows_so_far(rows: int, repeat: int, filled: int) -> int:
    """Counts rows with something in them; the empty ones that fill a sheet to its end are nothing."""
    if not filled:
        return rows
    _refuse_beyond(filled, rows + repeat)
    return rows + repeat
