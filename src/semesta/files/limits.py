"""What a file is by its first bytes, and how large it may be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from semesta.basics.words import Words
from semesta.files import faults
from semesta.files.faults import RefusedError

MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576
MOST_PEOPLE = 8 * MOST_ROWS
"""Of a Parquet file of people, which needs a tenth of the memory of a sheet: a province has five million workers."""
MOST_BYTES = 400 * 1024 * 1024
"""Of a file, and of what it unpacks to beside its sheets: a list of a million people holds so many texts."""
MOST_SHEET_BYTES = 1536 * 1024 * 1024
"""Of all sheets unpacked. They are read as a stream, so what they take is bounded by the number of their cells."""
MOST_RATIO = 100
RATIO_COUNTS_ABOVE = 1024 * 1024
MOST_CELLS = 40_000_000
"""Of the rectangle around all filled cells: the spreadsheet library keeps 32 bytes for each, filled or not."""

Kind = Literal["zip", "ole", "parquet", "text"]

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_FOREIGN: tuple[tuple[bytes, Words], ...] = (
    (b"%PDF", Words("sebuah PDF", "a PDF")),
    (b"\x89PNG", Words("sebuah gambar PNG", "a PNG picture")),
    (b"\xff\xd8\xff", Words("sebuah foto JPEG", "a JPEG photo")),
    (b"GIF8", Words("sebuah gambar GIF", "a GIF picture")),
    (b"BM", Words("sebuah gambar BMP", "a BMP picture")),
    (b"II*\x00", Words("sebuah gambar TIFF", "a TIFF picture")),
    (b"MM\x00*", Words("sebuah gambar TIFF", "a TIFF picture")),
    (b"RIFF", Words("sebuah gambar atau rekaman", "a picture or a recording")),
    (b"Rar!", Words("sebuah arsip RAR", "a RAR archive")),
    (b"7z\xbc\xaf", Words("sebuah arsip 7-Zip", "a 7-Zip archive")),
    (b"\x1f\x8b", Words("sebuah arsip GZIP", "a GZIP archive")),
    (b"{\\rtf", Words("sebuah dokumen RTF", "an RTF document")),
    (b"MZ", Words("sebuah program Windows", "a Windows program")),
    (b"SQLite format 3", Words("sebuah basis data SQLite", "an SQLite database")),
)
_MARKUP: tuple[tuple[bytes, Words], ...] = (
    (b"<!doctype html", Words("sebuah halaman web (HTML)", "a web page (HTML)")),
    (b"<html", Words("sebuah halaman web (HTML)", "a web page (HTML)")),
    (b"<table", Words("sebuah halaman web (HTML)", "a web page (HTML)")),
    (b"<?xml", Words("sebuah berkas XML", "an XML file")),
)


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file, read once, with what kind of file they are."""

    data: bytes
    kind: Kind


def content_of(path: Path) -> Content:
    """The bytes of a file that looks like one we read.

    Raises:
        RefusedError: it is missing, may not be read, is empty, is too large, or is something else.
    """
    data = _bytes_of(path)
    if not data.strip(b"\x00 \r\n\t\xef\xbb\xbf"):
        raise RefusedError(faults.EMPTY_FILE)
    kind = _kind(data)
    if kind == "text" and path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods"):
        raise RefusedError(faults.not_a_spreadsheet(Words("teks biasa", "plain text")))
    return Content(data, kind)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise RefusedError(faults.BOMB, f"{path.stat().st_size / 1e6:.0f} MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise RefusedError(faults.NOT_FOUND) from None
    except OSError:
        # Locked by another program, no permission, a broken drive: for the officer it is one thing.
        raise RefusedError(faults.NOT_READABLE) from None


def _kind(data: bytes) -> Kind:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(_OLE):
        return "ole"
    if data.startswith(b"PAR1"):
        return "parquet"
    for magic, name in _FOREIGN:
        if data.startswith(magic) and not _is_text(data, magic):
            raise RefusedError(faults.not_a_spreadsheet(name))
    start = data[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    for magic, name in _MARKUP:
        if start.startswith(magic):
            raise RefusedError(faults.not_a_spreadsheet(name))
    return "text"


def _is_text(data: bytes, magic: bytes) -> bool:
    """Whether two-letter magics are the beginning of ordinary words ("BMT;…", "MZ,…")."""
    return len(magic) == 2 and magic.isalpha() and b"\x00" not in data[:4096]
