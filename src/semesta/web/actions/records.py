"""What people keep: made, changed, done, taken out. Every write leaves a revision beside its event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from semesta.basics import nik
from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.files.one_row import read_row
from semesta.monev.registry import INDICATORS
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.kept import KEPT, Cells, Kept, due_of, key_of, status_of
from semesta.web.models import Event, Record, Revision, Scan, User
from semesta.web.places import office_places
from semesta.web.roles import Permission

NO_PEOPLE = Fault(
    "identity_in_text",
    Words("jabatan atau lembaga, tanpa nomor orang", "a post or an institution, without numbers of people"),
    Words("Hapus NIK atau nomor peserta dari teks ini.", "Take the NIK or member number out of this text."),
)
NO_EVIDENCE = Fault(
    "done_without_evidence",
    Words("bukti bahwa sudah selesai", "what shows that it is done"),
    Words("Tulis dokumen, nomor, atau tanggalnya.", "Write the document, its number or its day."),
)
UNKNOWN_INDICATOR = Fault(
    "indicator.unknown",
    Words("indikator Semesta", "an indicator of Semesta"),
    Words("Pilih dari daftar.", "Choose from the list."),
)


@dataclass(frozen=True, slots=True)
class Links:
    """What a record is linked with beyond its own columns."""

    indicator: str = ""
    budget_line: str = ""
    meeting: Record | None = None
    """In which it was decided."""


class Unfit(Refused):
    """What was typed is no row of the table; `faults` tells why by column."""

    def __init__(self, faults: Mapping[str, Fault]) -> None:
        super().__init__("Ada isian yang perlu diperbaiki.", "Something must be mended.")
        self.faults = faults


def make_record(
    kept: Kept,
    *,
    by: User,
    typed: Mapping[str, str],
    today: dt.date,
    links: Links | None = None,
) -> Record:
    """A new record.

    Raises:
        Unfit: it is no row of the table.
        Refused: another place, the same record once more, or a meeting whose minutes are signed.
    """
    cells = fit(kept, typed, today)
    _require_evidence(kept, cells)
    require(by, cells["place"], Permission.WORK)
    with recorded("make_record", by=by, place=cells["place"]) as event:
        wanted = _known(links or Links())
        require_unsigned(wanted.meeting)
        key = key_of(kept, cells)
        if any(one.data == cells for one in Record.objects.filter(key=key, ended_at=None)):
            raise Refused("Catatan yang sama sudah ada.", "The same record is there already.")
        made = Record(table=kept.name, made_by=by)
        told(made, cells, wanted)
        renew(made, by=by, action=event.action)
        about(event, made, table=kept.name)
    return made


def change_record(
    record: Record,
    *,
    by: User,
    typed: Mapping[str, str],
    today: dt.date,
    revision: int,
    links: Links | None = None,
) -> Record:
    """The record with other contents.

    Args:
        revision: the one that whoever changes it has seen.

    Raises:
        Unfit, Refused: as `make_record`; or somebody else changed it meanwhile.
    """
    kept = KEPT[record.table]
    cells = fit(kept, typed, today)
    require(by, cells["place"], Permission.WORK)
    with recorded("change_record", by=by, place=record.place) as event:
        held = _held(record, by)
        if held.revision != revision:
            raise Refused(
                "Orang lain mengubah catatan ini sementara Anda mengisi; muat ulang lalu ubah lagi.",
                "Somebody else changed this record meanwhile; load it anew and change it again.",
            )
        if held.status != kept.done:
            _require_evidence(kept, cells)
        before, linked = dict(held.data), links_of(held)
        wanted = _known(links) if links else linked
        if wanted.meeting != linked.meeting:
            require_unsigned(linked.meeting)
            require_unsigned(wanted.meeting)
        told(held, cells, wanted)
        if (before, linked) == (held.data, links_of(held)):
            about(event, held, same=True)
            return held
        revise(held, by, event, before)
    return held


def finish_record(record: Record, *, by: User, evidence: str, today: dt.date) -> Record:
    """The record as done, with what shows it.

    Raises:
        Refused: no evidence, or a table that knows no done.
    """
    kept = KEPT[record.table]
    if not kept.done:
        raise Refused("Catatan ini tidak mengenal status selesai.", "Such records are never done.")
    if not evidence.strip():
        raise Refused("Tulis buktinya: dokumen, nomor, atau tanggal.", "Say what shows it: document, number or day.")
    with recorded("finish_record", by=by, place=record.place) as event:
        held = _held(record, by)
        before = dict(held.data)
        cells = fit(kept, {**before, kept.status: kept.done, kept.evidence: evidence}, today)
        told(held, cells, links_of(held))
        revise(held, by, event, before)
    return held


def end_record(record: Record, *, by: User, note: str) -> None:
    """Takes a record out of lists and of rounds to come; it and why stay known."""
    if not note.strip():
        raise Refused("Tulis alasannya.", "Say why.")
    with recorded("end_record", by=by, place=record.place) as event:
        held = _held(record, by)
        held.ended_at = timezone.now()
        revise(held, by, event, dict(held.data), note=note.strip()[:500])


def fit(kept: Kept, typed: Mapping[str, str], today: dt.date) -> dict[str, str]:
    """The row as the reader takes it.

    Raises:
        Unfit: the reader would set it aside, or it holds the number of a person.
    """
    read = read_row(kept.table, typed, today=today, places=office_places())
    faults = dict(read.faults)
    faults |= {name: NO_PEOPLE for name, text in typed.items() if nik.IN_A_TEXT.search(text)}
    if kept.table.name == "commitments" and typed.get("indicator", "") not in ("", *INDICATORS):
        faults["indicator"] = UNKNOWN_INDICATOR
    if faults:
        raise Unfit(faults)
    return dict(read.cells)


def told(record: Record, cells: Cells, links: Links) -> None:
    """Puts a row into a record, with what lists are sorted and narrowed by."""
    kept = KEPT[record.table]
    record.data, record.place, record.key = dict(cells), cells["place"], key_of(kept, cells)
    record.who, record.due = cells.get(kept.who, "")[:300], due_of(kept, cells)
    record.status = status_of(kept, cells)
    record.is_open = record.status not in kept.closed
    record.indicator = cells.get("indicator", "") or links.indicator
    record.budget_line, record.meeting = links.budget_line[:300], links.meeting


def links_of(record: Record) -> Links:
    return Links(record.indicator, record.budget_line, record.meeting)


def revise(record: Record, by: User, event: Event, before: Cells, *, note: str = "") -> None:
    """Keeps a changed record with its next revision and tells the event which columns changed, not what they say."""
    changed = sorted(name for name in {*before, *record.data} if before.get(name) != record.data.get(name))
    renew(record, by=by, action=event.action, note=note)
    about(event, record, table=record.table, revision=record.revision, columns=changed)


def renew(record: Record, *, by: User, action: str, note: str = "") -> None:
    """Keeps a record with its next revision; the first of one that is new."""
    record.revision = record.revision + 1 if record.pk else 1
    record.save()
    Revision.objects.create(record=record, number=record.revision, action=action, data=record.data, note=note, by=by)


def _known(links: Links) -> Links:
    """The links, where they are with something that exists and say nothing of people."""
    if links.indicator not in ("", *INDICATORS):
        raise Unfit({"link_indicator": UNKNOWN_INDICATOR})
    if nik.IN_A_TEXT.search(links.budget_line):
        raise Unfit({"budget_line": NO_PEOPLE})
    return links


def _require_evidence(kept: Kept, cells: Cells) -> None:
    """Nothing becomes done without what shows it."""
    if kept.done and cells.get(kept.status) == kept.done and not cells.get(kept.evidence):
        raise Unfit({kept.evidence: NO_EVIDENCE})


def require_unsigned(meeting: Record | None) -> None:
    """Nothing is added to a meeting, and nothing of it changed, once its minutes are signed."""
    if meeting is not None and Scan.objects.filter(meeting=meeting, replaced_at=None).exists():
        raise Refused(
            "Berita acara rapat ini sudah ditandatangani; isinya tetap.",
            "The minutes of this meeting are signed; what they say stays.",
        )


def _held(record: Record, by: User) -> Record:
    """The record as it stands now, held until the transaction ends."""
    require(by, record.place, Permission.WORK)
    held = Record.objects.select_for_update().get(pk=record.pk)
    if held.ended_at is not None:
        raise Refused("Catatan ini sudah dikeluarkan.", "This record was taken out.")
    require_unsigned(held if held.table == "meeting" else held.meeting if held.table == "attendance" else None)
    return held
