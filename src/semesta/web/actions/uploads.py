"""Files given to a round, and taken out of it again."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from semesta.files.read import TABLE_SUFFIXES
from semesta.rounds.lists import kept_until
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.models import Round, Upload, User
from semesta.web.roles import Permission

ARRIVING, MEASURING = ".masuk-", ".ukur-"
"""How names of files begin that are there for a while only: what arrives, and what is being measured."""


def add_upload(
    round: Round,
    *,
    by: User,
    name: str,
    content: Iterable[bytes],
    holds_people: bool = False,
    purpose: str = "",
    legal_basis: str = "",
    delete_on: dt.date | None = None,
) -> tuple[Upload, bool]:
    """The file in the round, and whether it is new: the same bytes a second time change nothing.

    Raises:
        Refused: a kind that cannot be read, too large, people without purpose and end or kept longer than they may be, or a
            round that is closed.
    """
    require(by, round.place, Permission.WORK)
    plain = plain_name(name)
    if not plain.lower().endswith(TABLE_SUFFIXES):
        raise Refused(
            f"Jenis berkas tidak dikenal. Yang dapat dibaca: {', '.join(TABLE_SUFFIXES)}.",
            f"Unknown kind of file. These can be read: {', '.join(TABLE_SUFFIXES)}.",
        )
    if holds_people and not (purpose.strip() and legal_basis.strip() and delete_on):
        raise Refused(
            "Daftar orang memerlukan tujuan, dasar hukum, dan tanggal penghapusan.",
            "Lists of people need a purpose, a legal basis and a day of deletion.",
        )
    if holds_people:
        refuse_longer(delete_on)
    sha256, size = kept_bytes(content)
    with recorded("add_upload", by=by, place=round.place) as event:
        held = Round.objects.select_for_update().get(pk=round.pk)
        if not held.is_open:
            raise Refused("Putaran ini sudah dikirim; berkasnya tetap.", "This round was submitted; its files stay.")
        same = held.uploads.filter(sha256=sha256, removed_at=None)
        same.exclude(purged_at=None).update(removed_at=timezone.now())  # deleted in time, and now given again
        known = same.first()
        if known is not None:
            about(event, known, same=True)
            return known, False
        made = Upload.objects.create(
            round=held,
            name=plain,
            sha256=sha256,
            size=size,
            holds_people=holds_people,
            purpose=purpose.strip(),
            legal_basis=legal_basis.strip(),
            delete_on=delete_on,
            added_by=by,
        )
        about(event, made, sha256=sha256, size=size, holds_people=holds_people)
    return made, True


def remove_upload(upload: Upload, *, by: User) -> None:
    """Takes a file out of an open round; the audit still knows it."""
    require(by, upload.round.place, Permission.WORK)
    with recorded("remove_upload", by=by, place=upload.round.place) as event:
        held = Round.objects.select_for_update().get(pk=upload.round_id)
        if not held.is_open:
            raise Refused("Putaran ini sudah dikirim; berkasnya tetap.", "This round was submitted; its files stay.")
        Upload.objects.filter(pk=upload.pk, removed_at=None).update(removed_at=timezone.now())
        about(event, upload)


def refuse_longer(delete_on: dt.date) -> None:
    """Raises Refused where a list of people would be kept longer than lists may be."""
    longest = kept_until(timezone.localdate())
    if delete_on > longest:
        last = longest.isoformat()
        raise Refused(f"Paling lama disimpan sampai {last}.", f"It may be kept until {last} at most.")


def files_of(round: Round) -> list[str]:
    """The hashes of the files that a round is measured with."""
    there = round.uploads.filter(removed_at=None, purged_at=None).order_by("id")
    return list(there.values_list("sha256", flat=True))


def stored(sha256: str) -> Path:
    """Where the bytes of an upload stand; under their hash, never under the name somebody gave them."""
    return Path(settings.HOME) / "files" / sha256[:2] / sha256


def plain_name(name: str) -> str:
    """The name without folders and signs that a file system or a header could take for something else."""
    last = re.split(r"[\\/]", name)[-1]
    return re.sub(r"[^\w .,()+&-]", "_", last).strip(" .")[-200:] or "berkas"


def kept_bytes(content: Iterable[bytes], most_bytes: int | None = None) -> tuple[str, int]:
    """Writes the bytes aside while counting and hashing, then puts them in place; their hash and number.

    Raises:
        Refused: there are none, or more than `most_bytes`, without it LARGEST_UPLOAD.
    """
    digest, size = hashlib.sha256(), 0
    largest = most_bytes or settings.LARGEST_UPLOAD
    handle, aside = tempfile.mkstemp(dir=Path(settings.HOME) / "files", prefix=ARRIVING)
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in content:
                size += len(chunk)
                if size > largest:
                    most = largest // 2**20
                    raise Refused(f"Berkas lebih besar dari {most} MB.", f"The file is larger than {most} MB.")
                digest.update(chunk)
                file.write(chunk)
        if not size:
            raise Refused("Berkas kosong.", "The file is empty.")
        place = stored(digest.hexdigest())
        place.parent.mkdir(mode=0o700, exist_ok=True)
        os.replace(aside, place)
    finally:
        Path(aside).unlink(missing_ok=True)
    return digest.hexdigest(), size
