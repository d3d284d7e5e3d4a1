"""The office into an archive, as it is at one moment, also while people work in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django.utils.crypto import salted_hmac

from semesta import __version__
from semesta.web.actions.recorded import recorded
from semesta.web.actions.refused import Refused
from semesta.web.backup import archive
from semesta.web.backup.archive import Manifest, Tell, Writing
from semesta.web.backup.rows import columns, lines, models_kept
from semesta.web.holdings import bytes_named, files_there, snapshots_named

MOST_ATTEMPTS = 3


class _Moved(Exception):
    """Something the database named when its rows were read has been deleted in time since."""


def back_up(file: Path, tell: Tell) -> Manifest:
    """Writes the archive, readable for its owner alone; what is in it.

    Raises:
        Refused: it may not stand there, there is no room, or the office does not hold still.
        OSError: it cannot be written there.
    """
    home = Path(settings.HOME)
    file = file.expanduser().resolve()
    if file.is_relative_to(home):
        raise Refused("Simpan cadangan di luar folder data.", "Keep the archive outside the data folder.")
    _require_room(home, file.parent)
    with archive.written(file) as begin:
        for _ in range(MOST_ATTEMPTS):
            try:
                made = _written(begin(), home, tell)
                break
            except _Moved:
                continue
        else:
            raise Refused("Isi kantor terus berubah; coba lagi nanti.", "The office keeps changing; try again later.")
    with recorded("back_up", by=None) as event:
        event.detail = {"rows": made.rows, "files": len(made.files)}
    return made


def key_sign() -> str:
    """Tells one secret key from another without telling it."""
    return salted_hmac("semesta.cadangan", "", algorithm="sha256").hexdigest()[:16]


def _require_room(home: Path, folder: Path) -> None:
    """An archive is at most as large as what it holds."""
    needed = sum((home / name).stat().st_size for name in files_there(home))
    if not folder.is_dir():
        raise Refused(f"Folder {folder} tidak ada.", f"There is no folder {folder}.")
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise Refused(
            f"Ruang cakram kurang: perlu {needed >> 20} MB, ada {free >> 20} MB.",
            f"Not enough room on the disk: {needed >> 20} MB needed, {free >> 20} MB free.",
        )


def _written(writing: Writing, home: Path, tell: Tell) -> Manifest:
    """Rows first, all of one moment, then files: those the rows name never change and are deleted by a purge alone."""
    manifest = Manifest(__version__, timezone.now().isoformat(), key_sign())
    kept = models_kept(apps)
    with _one_moment():
        recorded = MigrationRecorder(connection).applied_migrations()
        manifest.migrations = sorted([app, name] for app, name in recorded)
        named = bytes_named() | snapshots_named()
        for number, (label, model) in enumerate(kept.items()):
            tell(f"basis data: {model._meta.db_table}", 0.3 * number / len(kept))
            names = columns(model)
            counted = _Counted(lines(model, names))
            member = writing.put(archive.table_member(label), counted)
            manifest.tables[label] = archive.Rows(counted.number, member.sha256, names)
    manifest.missing = sorted(name for name in named if not (home / name).exists())
    if set(manifest.missing) - (bytes_named() | snapshots_named()):
        raise _Moved
    _put_files(writing, manifest, home, named, tell)
    writing.end(manifest)
    return manifest


def _put_files(writing: Writing, manifest: Manifest, home: Path, named: set[str], tell: Tell) -> None:
    there = list(files_there(home))
    for number, name in enumerate(there):
        tell(f"berkas {number + 1} dari {len(there)}", 0.3 + 0.7 * number / len(there))
        try:
            member = writing.put(archive.file_member(name), _chunks(home / name))
        except FileNotFoundError:
            raise _Moved from None
        manifest.files[name] = member
        if name in named and member.sha256 != Path(name).name:
            manifest.damaged.append(name)


class _Counted:
    """Lines that are counted on their way."""

    def __init__(self, written: Iterator[bytes]) -> None:
        self._written, self.number = written, 0

    def __iter__(self) -> Iterator[bytes]:
        for line in self._written:
            self.number += 1
            yield line


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(archive.AT_ONCE):
            yield chunk


@contextmanager
def _one_moment() -> Iterator[None]:
    """What is read within is the database of one moment; nobody who writes meanwhile has to wait.

    Where a transaction is open already it is that transaction's.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":  # `atomic` would take the lock of those who write
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
