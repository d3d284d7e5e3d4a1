"""An archive becomes an office again: on an empty machine, whole or not at all, and compared with what was archived.

Everything is unpacked into a folder inside the empty one and moved up last, so that nobody finds half an office.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from semesta.web.actions.refused import Refused
from semesta.web.backup import archive
from semesta.web.backup.archive import Damaged, Manifest, Tell
from semesta.web.home import FOLDERS

if TYPE_CHECKING:
    from django.db.migrations.executor import MigrationExecutor

ASIDE = ".pulih-"


@dataclass(frozen=True)
class Restored:
    """What was put back and found alike; whether the key that signs tokens is the one of then."""

    manifest: Manifest
    same_key: bool


def restore(file: Path, home: Path, tell: Tell) -> Restored:
    """The office of an archive in an empty folder and an empty database. Sets Django up for it: once in a process.

    Raises:
        Damaged: the archive is not whole.
        Refused: there is an office already, no room, or the archive is of a newer version.
        OSError: the folder cannot be written.
    """
    with archive.opened(file) as (held, manifest):
        _require_empty(home)
        _require_room(home, manifest)
        archive.checked(held, manifest, lambda what, done: tell(what, 0.3 * done))
        with _for_its_owner_alone(), _aside(home) as aside:
            _unpack(held, manifest, aside, lambda what, done: tell(what, 0.3 + 0.3 * done))
            os.environ["SEMESTA_HOME"] = str(aside)
            same_key = _fill_database(held, manifest, lambda what, done: tell(what, 0.6 + 0.4 * done))
            _move_up(aside, home)
    return Restored(manifest, same_key)


def check(file: Path, tell: Tell) -> Manifest:
    """Reads the whole archive and writes nothing; what is in it.

    Raises:
        Damaged: it is not whole.
    """
    with archive.opened(file) as (held, manifest):
        archive.checked(held, manifest, tell)
    return manifest


# ---- the folder


def _require_empty(home: Path) -> None:
    """Folders without files are empty; what a restore that was cut off left is in nobody's way."""
    for path in home.rglob("*") if home.is_dir() else ():
        if not path.is_dir() and not path.relative_to(home).parts[0].startswith(ASIDE):
            raise Refused(
                f"Folder {home} sudah berisi. Cadangan hanya dipulihkan ke folder kosong: pilih --home lain.",
                f"The folder {home} is not empty. Archives are restored into an empty one: choose another --home.",
            )


def _require_room(home: Path, manifest: Manifest) -> None:
    there = next(folder for folder in (home, *home.parents) if folder.is_dir())
    free = shutil.disk_usage(there).free
    if free < manifest.size:
        raise Refused(
            f"Ruang cakram kurang: perlu {manifest.size >> 20} MB, ada {free >> 20} MB.",
            f"Not enough room on the disk: {manifest.size >> 20} MB needed, {free >> 20} MB free.",
        )


@contextmanager
def _for_its_owner_alone() -> Iterator[None]:
    """Whatever is made within, nobody else on the machine may look into it."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def _aside(home: Path) -> Iterator[Path]:
    """A folder inside the home that is gone afterwards, and the home with it where it was not there and stays empty."""
    was_there = home.is_dir()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    home.chmod(0o700)
    for left in home.glob(f"{ASIDE}*"):
        shutil.rmtree(left)
    aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=home))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        if not was_there and not any(home.iterdir()):
            home.rmdir()


def _unpack(held: zipfile.ZipFile, manifest: Manifest, aside: Path, tell: Tell) -> None:
    for number, name in enumerate(manifest.files):
        tell(f"berkas {number + 1} dari {len(manifest.files)}", number / len(manifest.files))
        place = aside / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            for chunk in archive.chunks_of(held, archive.file_member(name)):
                file.write(chunk)
    for name, member in manifest.files.items():
        if archive.hash_of(aside / name) != member.sha256:
            raise Damaged(name)


def _move_up(aside: Path, home: Path) -> None:
    """Each entry in one step, the database last; should one fail, those before it go back."""
    for name in FOLDERS:
        if (home / name).is_dir():
            shutil.rmtree(home / name)  # empty, as was made sure
    moved: list[str] = []
    try:
        for name in sorted((path.name for path in aside.iterdir()), key=lambda name: ("sqlite" in name, name)):
            os.rename(aside / name, home / name)
            moved.append(name)
    except OSError:
        for name in moved:
            os.rename(home / name, aside / name)
        raise


# ---- the database


def _fill_database(held: zipfile.ZipFile, manifest: Manifest, tell: Tell) -> bool:
    """Makes the tables as they were, fills and compares them, and brings them up to this version."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "semesta.web.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.db.migrations.executor import MigrationExecutor

    from semesta.web.actions.recorded import recorded
    from semesta.web.audit_guard import guards_missing
    from semesta.web.backup.backing_up import key_sign

    executor = MigrationExecutor(connection)
    leaves = _leaves(executor, manifest)
    _require_no_rows()
    tell("basis data", 0.05)
    executor.migrate(leaves)
    apps: Any = executor.loader.project_state(leaves).apps
    with transaction.atomic():
        _put_rows(held, manifest, apps, lambda what, done: tell(what, 0.1 + 0.8 * done))
    tell("basis data", 0.95)
    call_command("migrate", verbosity=0, interactive=False)
    if guards_missing():
        raise Refused("Jejak audit tidak terjaga.", "The audit is not guarded.")
    with recorded("restore", by=None) as event:
        event.detail = {"rows": manifest.rows, "files": len(manifest.files), "as_of": manifest.made_at}
    same_key = key_sign() == manifest.key
    connection.close()
    return same_key


def _leaves(executor: MigrationExecutor, manifest: Manifest) -> list[tuple[str, str]]:
    """The last migration of each app as the archive has it.

    Raises:
        Refused: this version does not know them all.
    """
    graph = executor.loader.graph
    had = {(app, name) for app, name in manifest.migrations}
    if not had or not had <= set(graph.nodes):
        raise Refused(
            f"Cadangan ini dari Semesta {manifest.version}, lebih baru dari yang terpasang; pasang versi itu dulu.",
            f"This archive is of Semesta {manifest.version}, newer than the one installed; install that first.",
        )
    return sorted(
        node
        for node in had
        if not any(child.key in had and child.key[0] == node[0] for child in graph.node_map[node].children)
    )


def _require_no_rows() -> None:
    from django.apps import apps
    from django.db import connection

    from semesta.web.backup.rows import models_kept

    there = set(connection.introspection.table_names())
    for model in models_kept(apps).values():
        if model._meta.db_table in there and model._base_manager.exists():
            raise Refused(
                "Basis data tujuan sudah berisi kantor; pakai basis data kosong.",
                "The database holds an office already; use an empty one.",
            )


def _put_rows(held: zipfile.ZipFile, manifest: Manifest, apps: Any, tell: Tell) -> None:
    """Fills the tables and reads them back: the same rows, or the transaction is undone."""
    from django.db import DataError, IntegrityError, connection

    from semesta.web.backup.rows import count_on, models_kept, put, rows_now

    kept = models_kept(apps)
    if set(kept) != set(manifest.tables):
        raise Damaged(archive.MANIFEST)
    for number, (label, rows) in enumerate(manifest.tables.items()):
        tell(f"basis data: {label}", number / len(kept))
        try:
            put(kept[label], rows.columns, archive.lines_of(held, archive.table_member(label)), connection)
        except (DataError, IntegrityError, KeyError, ValueError):
            raise Damaged(label) from None
        if rows_now(kept[label], rows.columns) != rows:
            raise Damaged(label)
    try:
        connection.check_constraints()
    except IntegrityError:
        raise Damaged("rows without what they point to") from None
    count_on(kept.values(), connection)
