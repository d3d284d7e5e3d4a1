"""A meeting ends: its signed minutes are kept, and what it decided carries their number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain

from django.utils import timezone

from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.records import links_of, renew, told
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.actions.uploads import kept_bytes, plain_name
from semesta.web.models import Record, Scan, User
from semesta.web.roles import Permission

LARGEST_SCAN = 25 * 2**20
_BEGINS = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
"""How files of each kind begin; what they are called tells nothing."""


def close_meeting(
    meeting: Record, *, by: User, number: str, signed_on: dt.date, name: str, content: Iterable[bytes]
) -> Scan:
    """The signed minutes of the meeting. Signed once more, the former scan is replaced and its number with it.

    Raises:
        Refused: no number, a day before the meeting, or a file that is no PDF, JPG or PNG of at most 25 MB.
    """
    require(by, meeting.place, Permission.WORK)
    if meeting.table != "meeting" or meeting.ended_at is not None:
        raise Refused("Ini bukan rapat yang berlaku.", "This is no meeting that stands.")
    if not number.strip():
        raise Refused("Isi nomor berita acara.", "Give the number of the minutes.")
    if meeting.due and signed_on < meeting.due:
        raise Refused("Tanggal tanda tangan mendahului rapat.", "It cannot be signed before the meeting.")
    kind, whole = _kind(content)
    sha256, size = kept_bytes(whole, LARGEST_SCAN)
    with recorded("close_meeting", by=by, place=meeting.place) as event:
        held = Record.objects.select_for_update().get(pk=meeting.pk)
        former = Scan.objects.filter(meeting=held, replaced_at=None).first()
        Scan.objects.filter(meeting=held, replaced_at=None).update(replaced_at=timezone.now())
        made = Scan.objects.create(
            meeting=held,
            number=number.strip()[:100],
            signed_on=signed_on,
            name=plain_name(name),
            kind=kind,
            sha256=sha256,
            size=size,
            added_by=by,
        )
        held.is_open = False
        renew(held, by=by, action=event.action, note=made.number)
        carrying = list(held.decided.select_for_update().filter(table="commitments", ended_at=None))
        for record in carrying:
            _carry(record, made.number, former.number if former else "", by)
        about(event, held, scan=made.pk, sha256=sha256, size=size, commitments=len(carrying))
    return made


def _carry(record: Record, number: str, former: str, by: User) -> None:
    """Puts the number into the commitment's document, beside what stood there before."""
    before = dict(record.data)
    named = [part for part in (p.strip() for p in before.get("document", "").split(";")) if part not in ("", former)]
    document = "; ".join(dict.fromkeys([*named, number]))
    told(record, {**before, "document": document}, links_of(record))
    if record.data != before:
        renew(record, by=by, action="close_meeting")


def _kind(content: Iterable[bytes]) -> tuple[str, Iterator[bytes]]:
    """The kind of a file by how it begins, and all of its bytes."""
    chunks = iter(content)
    first = next(chunks, b"")
    kind = next((kind for begins, kind in _BEGINS.items() if first.startswith(begins)), "")
    if not kind:
        raise Refused("Pindaian harus PDF, JPG, atau PNG.", "The scan must be a PDF, JPG or PNG.")
    return kind, chain([first], chunks)
