"""Merged cells of an ODS by sheet: the spreadsheet library tells them of XLSX and XLS alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from semesta.files.grid import Area

_TAG = re.compile(rb"<(/?)table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
_NAME = re.compile(rb'\btable:name="([^"]*)"')
_REPEATED = re.compile(rb'number-(?:columns|rows)-repeated="(\d+)"')
_SPANNED = {side: re.compile(rb'number-%s-spanned="(\d+)"' % side.encode()) for side in ("rows", "columns")}


def merged_of_ods(xml: bytes) -> dict[str, list[Area]]:
    """The areas of merged cells of each sheet in the content of an ODS, by the sheet's name; sheets without any are left out."""
    merged: dict[str, list[Area]] = {}
    # The tags of a list of a million people take seconds; most lists merge nothing.
    if b"-spanned=" in xml:
        for sheet, area in _areas(xml):
            merged.setdefault(sheet, []).append(area)
    return merged


def _areas(xml: bytes) -> Iterator[tuple[str, Area]]:
    sheet, row, rows, column = "", 0, 1, 0
    for closing, tag, attributes in (found.groups() for found in _TAG.finditer(xml)):
        times = _number(_REPEATED, attributes)
        if tag == b"table":
            named = _NAME.search(attributes)
            sheet, row = unescape(named[1].decode()) if named else sheet, 0
        elif tag == b"table-row":
            if not closing:
                rows, column = times, 0
            # A row without cells is closed where it is opened.
            if closing or attributes.endswith(b"/"):
                row += rows
        elif not closing:
            down, right = _number(_SPANNED["rows"], attributes), _number(_SPANNED["columns"], attributes)
            if down * right > 1:
                yield sheet, ((row, column), (row + down - 1, column + right - 1))
            column += times


def _number(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1
