"""The letterhead's picture: a file beside the workbook, named in a cell, made small enough for every paper."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from semesta.basics.problem import Fault, Problem
from semesta.basics.words import Words
from semesta.files.faults import made_fault
from semesta.files.grid import column_letter, shown_cell
from semesta.tables.table import FILE, ROW, SHEET

TABLE, COLUMN = "kantor", "logo"
MOST_BYTES = 5_000_000
MOST_PIXELS = 40_000_000
"""A phone's photo has less; a small file that unpacks to more is no letterhead."""
SIDE = 600
"""Pixels of the longer side as it is kept: 20 mm of a letterhead, printed as finely as a printer can."""

_KIND = Words("gambar PNG atau JPEG, paling besar 5 MB", "a PNG or JPEG picture of at most 5 MB")
_GOES_WITHOUT = Words("Naskah dibuat tanpa lambang. ", "Papers are made without it. ")


def _fault(cause: str, title: Words, fix: Words) -> Fault:
    return made_fault(cause, title, _KIND, _GOES_WITHOUT + fix, "warning")


NOT_BESIDE = _fault(
    "picture_not_found",
    Words("gambar lambang tidak ada di samping berkas data", "the logo is not beside the file of data"),
    Words(
        "Simpan gambarnya di folder yang sama, dan tulis namanya saja, misalnya lambang.png.",
        "Put the picture into the same folder and write its name only, such as logo.png.",
    ),
)
NO_PICTURE = _fault(
    "picture_not_readable",
    Words("berkas lambang bukan gambar PNG atau JPEG", "the logo is no PNG or JPEG picture"),
    Words("Simpan ulang lambang sebagai PNG.", "Save the logo as PNG."),
)
TOO_LARGE = _fault(
    "picture_too_large",
    Words("gambar lambang terlalu besar", "the logo is too large"),
    Words("Perkecil gambarnya, misalnya menjadi 600 × 600 piksel.", "Make it smaller, such as 600 × 600 pixels."),
)


class PictureError(Exception):
    """A picture that no letterhead can have; becomes a Problem."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.cause)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures by file of data and name in the cell, the files they were read from, and what was wrong with others."""

    found: Mapping[tuple[str, str], bytes]
    files: frozenset[str]
    problems: tuple[Problem, ...]


def pictures_of(
    frame: pl.DataFrame | None, folders: Mapping[str, Path], columns: Mapping[tuple[str, str], tuple[int, str]]
) -> Pictures:
    """The pictures that the rows of the office sheet name.

    Args:
        frame: the office sheet, or None.
        folders: the folder of each file of data.
        columns: by file and sheet, where the column of the picture stands and what its header says.
    """
    found: dict[tuple[str, str], bytes] = {}
    problems: list[Problem] = []
    files: set[str] = set()
    for file, sheet, row, name in _named(frame):
        try:
            found[file, name] = found.get((file, name)) or picture_beside(folders[file], name)
        except PictureError as error:
            index, title = columns.get((file, sheet), (None, None))
            letter = column_letter(index) if index is not None else None
            problems.append(Problem(file, sheet or None, row, letter, title or None, shown_cell(name), error.fault))
            if error.fault is NOT_BESIDE:
                continue
        files.add(name)
    return Pictures(found, frozenset(files), tuple(problems))


def _named(frame: pl.DataFrame | None) -> Iterator[tuple[str, str, int, str]]:
    if frame is not None and COLUMN in frame.columns:
        yield from frame.filter(pl.col(COLUMN).is_not_null()).select(FILE, SHEET, ROW, COLUMN).iter_rows()


def picture_beside(folder: Path, name: str) -> bytes:
    """The picture of that name in the folder as PNG of at most SIDE pixels; the same picture gives the same bytes.

    Raises:
        PictureError: there is none, it is too large, or it is no PNG or JPEG.
    """
    if "/" in name or "\\" in name or name.startswith("."):
        raise PictureError(NOT_BESIDE)
    path = folder / name
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PictureError(TOO_LARGE)
        return _small_png(path.read_bytes())
    except OSError:
        raise PictureError(NOT_BESIDE) from None


def _small_png(data: bytes) -> bytes:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureError(TOO_LARGE)
            small = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError):
        # What Pillow raises of damaged or foreign files; a cut-off one is an OSError.
        raise PictureError(NO_PICTURE) from None
    except Image.DecompressionBombError:
        raise PictureError(TOO_LARGE) from None
    small.thumbnail((SIDE, SIDE))
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()
