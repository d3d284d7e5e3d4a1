"""Files and rows: what the database names is there and is what its name says, and nothing else lies about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from semesta.basics.words import Words
from semesta.rounds.snapshot import is_whole
from semesta.web.actions import purging
from semesta.web.actions.purging_records import scans_over, texts_over
from semesta.web.backup.archive import hash_of
from semesta.web.doctor.database import RESTORE
from semesta.web.doctor.told import Told, mind, some, well, wrong
from semesta.web.holdings import bytes_named, files_there, snapshots_named, uploads_with_identities
from semesta.web.models import Upload

PURGE = Words("semesta admin purge menghapusnya", "semesta admin purge deletes them")


def uploads() -> Iterator[Told]:
    """Uploads and scans, each held against its hash."""
    home, named = _home(), bytes_named()
    there = {name for name in files_there(home) if name.startswith("files/")}
    missing = named - there
    damaged = [name for name in sorted(named & there) if hash_of(home / name) != Path(name).name]
    if missing:
        yield wrong(
            Words(
                f"{len(missing)} berkas unggahan tidak ada: {some(missing)}",
                f"uploads gone: {len(missing)} ({some(missing)})",
            ),
            RESTORE,
        )
    if damaged:
        yield wrong(
            Words(
                f"{len(damaged)} berkas unggahan rusak: {some(damaged)}",
                f"uploads damaged: {len(damaged)} ({some(damaged)})",
            ),
            RESTORE,
        )
    if loose := there - named:
        yield mind(
            Words(
                f"{len(loose)} berkas tanpa baris: {some(loose)}", f"files without a row: {len(loose)} ({some(loose)})"
            ),
            PURGE,
        )
    if not missing and not damaged:
        yield well(f"{len(named)} berkas unggahan utuh", f"uploads whole: {len(named)}")


def snapshots() -> Iterator[Told]:
    """Measurements, each held against the hash that is its name."""
    home, named = _home(), snapshots_named()
    missing = {name for name in named if not (home / name).is_dir()}
    damaged = [name for name in sorted(named - missing) if not is_whole(home / "snapshots", Path(name).name)]
    again = Words(
        "ukur ulang putarannya, atau pulihkan dari cadangan", "measure the round again, or restore an archive"
    )
    if missing:
        yield wrong(
            Words(
                f"{len(missing)} hasil ukur tidak ada: {some(missing)}",
                f"snapshots gone: {len(missing)} ({some(missing)})",
            ),
            again,
        )
    if damaged:
        yield wrong(
            Words(
                f"{len(damaged)} hasil ukur berubah: {some(damaged)}",
                f"snapshots changed: {len(damaged)} ({some(damaged)})",
            ),
            again,
        )
    if not missing and not damaged:
        yield well(f"{len(named)} hasil ukur utuh", f"snapshots whole: {len(named)}")


def identities() -> Iterator[Told]:
    """Identities whose list is gone must be gone too."""
    there = uploads_with_identities(_home())
    kept = set(Upload.objects.filter(pk__in=there.values(), purged_at=None).values_list("pk", flat=True))
    if loose := [name for name, upload in there.items() if upload not in kept]:
        yield wrong(
            Words(
                f"{len(loose)} berkas identitas tanpa daftarnya",
                f"files of identities without their list: {len(loose)}",
            ),
            PURGE,
        )


def overdue() -> Iterator[Told]:
    """Lists of people past the day on which they were to be deleted."""
    today = timezone.localdate()
    late = len(purging.over(today)) + len(purging.cases_over(today))
    late += texts_over(today).count() + scans_over(today).count()
    if late:
        yield wrong(
            Words(
                f"{late} daftar orang, kasus, atau isi lama lewat tanggal penghapusan",
                f"lists, cases and texts past their day of deletion: {late}",
            ),
            Words(
                "jalankan semesta serve (pekerja menghapusnya tiap hari) atau semesta admin purge",
                "run semesta serve (its worker deletes them daily) or semesta admin purge",
            ),
        )
    else:
        yield well("tidak ada data pribadi lewat tanggal penghapusan", "no personal data past their day of deletion")


def _home() -> Path:
    return Path(settings.HOME)


CHECKS = (uploads, snapshots, identities, overdue)
