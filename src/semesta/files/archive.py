"""What lies in a zipped workbook. Declared sizes can lie, so every entry is inflated and counted before it is used."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, Literal

from semesta.basics.words import Words
from semesta.files import faults, sheet_xml
from semesta.files.faults import RefusedError
from semesta.files.limits import MOST_BYTES, MOST_RATIO, MOST_SHEET_BYTES, RATIO_COUNTS_ABOVE
from semesta.files.sheet_xml import OVERLAP, Noticed

_CHUNK = 1 << 20
_MOST_ENTRIES = 10_000


@dataclass(frozen=True, slots=True)
class Archive:
    """A workbook that inflates within the limits. `parts` are its sheets' XML files by name, with what was noticed in them."""

    data: bytes
    kind: Literal["xlsx", "ods"]
    parts: dict[str, Noticed] = field(default_factory=dict)

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


def _inflated(archive: zipfile.ZipFile, data: bytes, kind: str) -> dict[str, Noticed]:
    """The sheets of an archive of which every entry has been inflated and counted."""
    parts: dict[str, Noticed] = {}
    left = {True: MOST_SHEET_BYTES, False: MOST_BYTES}
    for entry in archive.infolist():
        name = entry.filename
        if kind == "xlsx" and name.startswith("xl/worksheets/") and name.endswith(".xml"):
            parts[name] = Noticed()
        with archive.open(entry) as stream:
            # The packed size is declared too, but cannot exceed the file.
            packed = min(entry.compress_size, len(data)) or 1
            is_sheet = name in parts or (kind == "ods" and name == "content.xml")
            left[is_sheet] -= _inflated_size(
                stream, packed, left[is_sheet], parts.get(name), is_xml=name.endswith(("xml", "rels"))
            )
    for name, noticed in parts.items():
        if noticed.is_unbounded:
            sheet_xml.refuse_beyond(*sheet_xml.extent(archive.read(name)))
    if kind == "ods":
        sheet_xml.ods_within_limits(archive.read("content.xml"))
    return parts


def _inflated_size(stream: IO[bytes], packed: int, most: int, noticed: Noticed | None, *, is_xml: bool) -> int:
    """The bytes that really come out of an entry, looked at on the way."""
    size = 0
    for chunk in _chunks(stream):
        size += len(chunk) - OVERLAP
        if size > most or (size > RATIO_COUNTS_ABOVE and size > MOST_RATIO * packed):
            raise RefusedError(faults.BOMB, f"> {size / 1e6:.0f} MB")
        if is_xml and sheet_xml.is_out_of_the_ordinary(chunk):
            if sheet_xml.declares(chunk):
                raise RefusedError(faults.ENTITIES)
            if noticed is not None:
                noticed.look_at(chunk)
    return size


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The stream in pieces that begin with the end of the piece before."""
    tail = b" " * OVERLAP
    while piece := stream.read(_CHUNK):
        chunk = tail + piece
        yield chunk
        tail = chunk[-OVERLAP:]
