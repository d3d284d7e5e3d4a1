"""Rows to act on: kept after a measurement, given to somebody, done, corrected, unmasked, taken along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl
from django.utils import timezone

from semesta.basics import masking, nik
from semesta.basics.groups import GROUPS
from semesta.files.sheet_faults import UNKNOWN_HEADER
from semesta.rounds.lists import Counted, kept_until
from semesta.tables.origin import PURPOSE
from semesta.tables.person_columns import tells_who
from semesta.tables.registry import TABLES
from semesta.tables.table import FILE
from semesta.web import identities
from semesta.web.access import may, sees_identity
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.actions.uploads import refuse_longer
from semesta.web.matters import Masked, as_identities, masked_rows, together
from semesta.web.models import Correction, Matter, Round, Upload, User
from semesta.web.roles import Permission

AT_ONCE = 2_000
NOT_STATED = "belum diisi"
"""The legal basis of a list of people whose sender did not say that it holds people."""
FACTS = ("position", "file", "sheet", "row", "nik", "initials", "birth_year", "sex", "village", "group", "office")
RENEWED = (*FACTS, "reason", "detail", "upload", "is_current", "purged_at")


def keep_matters(round: Round, counted: Counted, *, by: User | None) -> int:
    """The rows of all findings of a measurement; how many. Work done on rows that are found again stays with them.

    Identities go to the identity store, bound to the upload they came in. A list of people that nobody declared as one is
    given the usual purpose and a day of deletion, and its legal basis is asked for.
    """
    uploads = _declared(round, counted, by)
    identities.forget_all_but(round.pk, (upload.pk for upload in uploads.values()))
    found = {one.finding.name: one for one in counted.found if one.count} if counted.people else {}
    held = Matter.objects.filter(round=round, is_current=True).order_by()
    whose: dict[int, list[pl.DataFrame]] = {}
    number = 0
    for name in sorted({*found, *held.values_list("finding", flat=True).distinct()}):
        rows = list(masked_rows(found[name], counted.people)) if name in found and counted.people else []
        _keep_finding(round, name, rows, uploads, by)
        for upload, those in _by_upload(rows, uploads).items():
            whose.setdefault(upload, []).append(as_identities(those))
        number += len(rows)
    for upload in {upload.pk: upload for upload in uploads.values()}.values():
        if upload.pk in whose:
            identities.keep_identities(upload, together(whose[upload.pk]))
        else:
            identities.forget(upload)
    return number


def _keep_finding(
    round: Round, finding: str, rows: list[Masked], uploads: Mapping[str, Upload], by: User | None
) -> None:
    """The rows of one finding, in a transaction of their own: those of all findings of a province would hold up everybody."""
    made = [
        Matter(
            round=round,
            place=round.place,
            finding=finding,
            token=one.token,
            upload=uploads.get(one.file),
            **one.shown,
        )
        for one in rows
    ]
    with recorded("keep_matters", by=by, place=round.place) as event:
        Round.objects.select_for_update().get(pk=round.pk)
        Matter.objects.filter(round=round, finding=finding, is_current=True).update(is_current=False)
        Matter.objects.bulk_create(
            made,
            batch_size=AT_ONCE,
            update_conflicts=True,
            unique_fields=("round", "finding", "token"),
            update_fields=RENEWED,
        )
        about(event, round, finding=finding, rows=len(rows))


def _by_upload(rows: list[Masked], uploads: Mapping[str, Upload]) -> dict[int, list[Masked]]:
    made: dict[int, list[Masked]] = {}
    for row in rows:
        if row.file in uploads:
            made.setdefault(uploads[row.file].pk, []).append(row)
    return made


def _declared(round: Round, counted: Counted, by: User | None) -> dict[str, Upload]:
    """By name of the file its upload, of lists of people; undeclared ones are declared.

    So are sheets of single families, named or not, and what names people beside its data.
    """
    data = counted.dataset
    held = {upload.sha256: upload for upload in round.uploads.filter(removed_at=None, purged_at=None)}
    lists = data.origin.lists if data.origin is not None else ()
    found = {kept.file: held[kept.sha256] for kept in lists if kept.sha256 in held}
    about_people = {
        one.file for one in data.problems if one.fault.cause == UNKNOWN_HEADER and tells_who(one.header or "")
    }
    about_people |= {
        file for table in TABLES.values() if table.of_households for file in _single(data.frame(table.name))
    }
    naming = [held[seen.sha256] for seen in data.files if seen.name in about_people and seen.sha256 in held]
    every = {upload.pk: upload for upload in (*found.values(), *naming) if not upload.holds_people}
    for upload in every.values():
        until = kept_until(timezone.localdate())
        declare_people(upload, by=by, purpose=PURPOSE.id, legal_basis=NOT_STATED, delete_on=until)
    return found


def _single(families: pl.DataFrame | None) -> set[str]:
    """The files that tell of families one by one, not of so many alike; rows counted from cards name no file."""
    if families is None or FILE not in families.columns:
        return set()
    is_one = pl.col("households").fill_null(1) == 1
    return set(families.filter(is_one)[FILE].cast(pl.String).drop_nulls())


def declare_people(upload: Upload, *, by: User | None, purpose: str, legal_basis: str, delete_on: dt.date) -> None:
    """Says what a list of people is for, on what basis, and when it is deleted. `by` is None where a measurement found people.

    Raises:
        Refused: something is not said, or it would be kept longer than lists may be.
    """
    require(by, upload.round.place, Permission.WORK)
    if not purpose.strip() or not legal_basis.strip():
        raise Refused("Isi tujuan dan dasar hukum.", "Give the purpose and the legal basis.")
    refuse_longer(delete_on)
    with recorded("declare_people", by=by, place=upload.round.place) as event:
        upload.holds_people, upload.purpose, upload.legal_basis = True, purpose.strip()[:300], legal_basis.strip()[:300]
        upload.delete_on = delete_on
        upload.save(update_fields=["holds_people", "purpose", "legal_basis", "delete_on"])
        about(event, upload, delete_on=delete_on.isoformat())


# ---- work on a row


def assign_matter(matter: Matter, *, by: User, to: User | None) -> None:
    """Gives the row to somebody who works in its place, or to nobody."""
    _require(by, matter)
    if to is not None and not may(to, Permission.WORK, matter.place):
        raise Refused("Orang itu tidak bekerja untuk wilayah ini.", "They do not work for this place.")
    with recorded("assign_matter", by=by, place=matter.place) as event:
        Matter.objects.filter(pk=matter.pk).update(assigned_to=to)
        about(event, matter, to=to.pk if to else None)


def finish_matter(matter: Matter, *, by: User, note: str) -> None:
    """Marks the row as done, with what was done.

    Raises:
        Refused: it does not say what was done, or says it with a number by which a person is known.
    """
    _require(by, matter)
    said = _note(note)
    if not said:
        raise Refused("Tulis apa yang sudah dilakukan.", "Say what was done.")
    with recorded("finish_matter", by=by, place=matter.place) as event:
        Matter.objects.filter(pk=matter.pk).update(done_at=timezone.now(), done_by=by, note=said)
        about(event, matter)


def reopen_matter(matter: Matter, *, by: User) -> None:
    """Takes back that the row is done; who had done it stays in the audit."""
    _require(by, matter)
    with recorded("reopen_matter", by=by, place=matter.place) as event:
        Matter.objects.filter(pk=matter.pk).update(done_at=None, done_by=None)
        about(event, matter)


SECRET = ("nik", "name", "birth_date")
CORRECTED = (*SECRET, "sex", "village", "group")
"""What a correction may be about."""


def correct_matter(matter: Matter, *, by: User, field: str, value: str, since: dt.date) -> Correction:
    """Lays a correction over the row from a day on; the list and the snapshot stay as they were.

    Raises:
        Refused: no such column, or a value that it cannot have; the list of the row is no longer kept.
    """
    _require(by, matter)
    if field not in CORRECTED or not matter.is_about_a_person:
        raise Refused("Kolom ini tidak dapat dikoreksi.", "This column cannot be corrected.")
    if matter.upload is None or matter.upload.purged_at is not None:
        raise Refused("Daftar asalnya sudah dihapus.", "The list it came from was deleted.")
    text = _fitting(field, value.strip())
    shown = _masked(field, text)
    with recorded("correct_matter", by=by, place=matter.place) as event:
        made = Correction.objects.create(matter=matter, field=field, value=shown, since=since, made_by=by)
        about(event, matter, correction=made.pk, field=field)
        identities.keep_correction(matter, field, text)
    return made


def _fitting(field: str, text: str) -> str:
    """The value as it is kept.

    Raises:
        Refused: it is none of its kind.
    """
    if field == "nik" and nik.fault(nik.compact(text), today=timezone.localdate()) is None:
        return nik.compact(text)
    if field == "birth_date":
        try:
            return dt.date.fromisoformat(text).isoformat()
        except ValueError:
            raise Refused("Tulis tanggal lahir sebagai 1990-07-05.", "Write the birth date as 1990-07-05.") from None
    found = GROUPS.find(text) if field == "group" else None
    if found is not None:
        return found.code
    fits = {
        "name": 2 <= len(text) <= 100 and not any(sign.isdigit() for sign in text),
        "sex": text in ("L", "P"),
        "village": 2 <= len(text) <= 60 and not masking.LONG_NUMBER.search(text),
    }
    if not fits.get(field, False):
        raise Refused("Isi koreksi tidak sesuai kolomnya.", "The value does not fit the column.")
    return text


def _masked(field: str, text: str) -> str:
    masks = {"nik": nik.masked, "name": masking.masked_name, "birth_date": lambda day: day[:4]}
    return masks[field](text) if field in masks else text


# ---- who it is


def unmasked(matter: Matter, *, by: User) -> dict[str, str]:
    """Who the row is about, and the event that this person looked.

    Raises:
        Refused: they may not, or the identity is no longer kept.
    """
    if not sees_identity(by, matter.place):
        raise Refused("Anda tidak berwenang melihat identitas.", "You may not see identities.")
    with recorded("unmask", by=by, place=matter.place) as event:
        about(event, matter, finding=matter.finding)
    found = identities.identities([matter]).get(matter.pk)
    if found is None:
        raise Refused("Identitasnya sudah tidak disimpan.", "The identity is no longer kept.")
    return found


def exported(
    matters: Iterable[Matter],
    *,
    by: User,
    places: Iterable[str],
    form: str,
    with_identity: bool,
    asked: Mapping[str, Any],
) -> dict[int, dict[str, str]]:
    """By row who it is about, none where identity is not asked for; and the event of the export for each place.

    Raises:
        Refused: identity is asked for of a place whose people they may not see.
    """
    rows = list(matters)
    of_places = sorted(set(places))
    if with_identity and not all(sees_identity(by, place) for place in of_places):
        raise Refused("Anda tidak berwenang melihat identitas.", "You may not see identities.")
    for place in of_places:
        count = sum(row.place == place for row in rows)
        with recorded("export_matters", by=by, place=place) as event:
            event.detail = {"rows": count, "form": form, "identity": with_identity, **asked}
    return identities.identities(rows) if with_identity else {}


def _note(text: str) -> str:
    """A note without numbers as long as a NIK, which stands in no place but the identity store."""
    said = text.strip()[:500]
    if masking.LONG_NUMBER.search(said):
        raise Refused(
            "Catatan memuat nomor panjang; jangan tulis NIK, KPJ, atau nomor telepon di sini.",
            "The note holds a long number; write no NIK, KPJ or phone number here.",
        )
    return said


def _require(by: User, matter: Matter) -> None:
    require(by, matter.place, Permission.WORK, Permission.READ_LISTS)
