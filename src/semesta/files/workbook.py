"""Workbooks (XLSX, XLSM, XLS, ODS) as grids, one per visible sheet."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from io import BytesIO
from itertools import islice
from xml.etree import ElementTree

import python_calamine as calamine

from semesta.basics.memory import give_back
from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.files import faults
from semesta.files.archive import Archive, archive_of
from semesta.files.faults import RefusedError
from semesta.files.grid import Area, Grid, Mark
from semesta.files.limits import Content
from semesta.files.ods_merged import merged_of_ods
from semesta.files.packed import Packed

_BATCH = 20_000
_LONG = 100_000
"""Rows of a sheet from which on it is worth giving back what the library took for it: five times what its cells are packed into."""
_XLS_BEGINS = bytes.fromhex("0908100000060500")
_FILEPASS = 0x2F
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_PLACE = re.compile(rb"""\br=["']([A-Z]+)(\d+)["']""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_VALUE = re.compile(rb"<(?:\w+:)?v>[^<]")
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REL_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def grids_of(
    content: Content, file: str, progress: Callable[[str, float], None] = lambda name, share: None
) -> Iterator[Grid | str]:
    """The sheets of a workbook in order; of hidden ones the name alone.

    Args:
        progress: called with the sheet at hand and the share of its reading that is done, up to the half where its cells are there.

    Raises:
        RefusedError: protected by a password, damaged, too large, or no workbook.
    """
    archive = archive_of(content.data) if content.kind == "zip" else None
    book = _opened(content.data)
    parts = _sheet_parts(archive) if archive and archive.kind == "xlsx" else {}
    merged = merged_of_ods(archive.part("content.xml")) if archive and archive.kind == "ods" else {}
    for sheet in book.sheets_metadata:
        if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible != calamine.SheetVisibleEnum.Visible:
            yield sheet.name
        else:
            tell = partial(progress, said_name(file, sheet.name))
            grid = _grid(
                book, sheet.name, file, _marks_of(archive, parts.get(sheet.name)), merged.get(sheet.name), tell
            )
            if grid.height >= _LONG:
                give_back()
            yield grid


def said_name(file: str, sheet: str | None) -> str:
    """ "daftar.xlsx › Pekerja"."""
    return f"{file} › {sheet}" if sheet else file


def _opened(data: bytes) -> calamine.CalamineWorkbook:
    try:
        with faults.damaged_where():
            return calamine.load_workbook(BytesIO(data))
    except calamine.PasswordError:
        raise RefusedError(faults.PASSWORD) from None
    except (calamine.CalamineError, OSError, ValueError):
        raise RefusedError(_why_not_opened(data)) from None


def _why_not_opened(data: bytes) -> Fault:
    """What is wrong with an OLE container or a ZIP that the library does not take for a workbook."""
    if not data.startswith(b"PK"):
        if "EncryptedPackage".encode("utf-16-le") in data or _has_filepass(data):
            return faults.PASSWORD
        if "WordDocument".encode("utf-16-le") in data:
            return faults.not_a_spreadsheet(Words("sebuah dokumen Word", "a Word document"))
    return faults.TRUNCATED


def _has_filepass(data: bytes) -> bool:
    """Whether an XLS is protected: the record that says so follows the beginning of the workbook's stream."""
    at = data.find(_XLS_BEGINS)
    for _ in range(10):
        if at < 0 or at + 4 > len(data):
            return False
        kind, length = struct.unpack_from("<HH", data, at)
        if kind == _FILEPASS:
            return True
        at += 4 + length
    return False


def _grid(
    book: calamine.CalamineWorkbook,
    name: str,
    file: str,
    marks: Callable[[], Mapping[tuple[int, int], Mark]],
    merged: Sequence[Area] | None,
    tell: Callable[[float], None],
) -> Grid:
    tell(0.05)
    with faults.damaged_where(calamine.CalamineError, OSError, ValueError):
        sheet = book.get_sheet_by_name(name)
        areas = sorted(merged or sheet.merged_cell_ranges or ())
        return Grid(file, name, name, _columns(sheet, tell), areas, marks)


def _columns(sheet: calamine.CalamineSheet, tell: Callable[[float], None]) -> list[Packed]:
    """The cells by column, from A1 on. Rows are taken in batches and packed, so that they need not all stand in memory."""
    if sheet.start is None or sheet.end is None:
        return []
    height, rows = sheet.end[0] + 1, iter(sheet.iter_rows())
    columns = [Packed() for _ in range(sheet.width)]
    while batch := list(islice(rows, _BATCH)):
        for column, cells in zip(columns, zip(*batch, strict=True), strict=False):
            column.append(cells)
        tell(0.35 + 0.15 * len(columns[0]) / height)
    # The library leaves out empty columns before the first filled one, and has left out such rows too.
    rows_left_out = height - len(columns[0])
    if rows_left_out:
        columns = [Packed([None] * rows_left_out + list(column)) for column in columns]
    empty = Packed([""] * height)
    return [empty] * sheet.start[1] + columns


def _sheet_parts(archive: Archive) -> dict[str, str]:
    """Which XML file holds the sheet of a name."""
    try:
        book = ElementTree.fromstring(archive.part("xl/workbook.xml"))
        relations = ElementTree.fromstring(archive.part("xl/_rels/workbook.xml.rels"))
    except (ElementTree.ParseError, KeyError):
        # The library is more lenient; without the parts only cells that look empty cannot be told apart.
        return {}
    targets = {found.get("Id"): found.get("Target", "") for found in relations}
    named = {}
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet"):
            target = targets.get(sheet.get(_REL) or sheet.get(_REL_STRICT), "")
            named[sheet.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return named


def _marks_of(archive: Archive | None, part: str | None) -> Callable[[], Mapping[tuple[int, int], Mark]]:
    """How to find the sheet's formulas without a result and its error cells; looks at the XML only when asked."""
    seen = archive.parts.get(part) if archive and part else None
    if archive is None or part is None or seen is None or not (seen.has_formulas or seen.has_errors):
        return dict
    return cache(lambda: dict(_marks(archive.part(part))))


def _marks(xml: bytes) -> Iterator[tuple[tuple[int, int], Mark]]:
    for found in _CELL.finditer(xml):
        attributes, inside = found.groups()
        place = _PLACE.search(attributes)
        if place is None:
            continue
        at = (int(place[2]) - 1, _index(place[1]))
        if b't="e"' in attributes or b"t='e'" in attributes:
            yield at, "error"
        elif _FORMULA.search(inside) and not _VALUE.search(inside) and b't="str"' not in attributes:
            yield at, "formula"


def _index(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
