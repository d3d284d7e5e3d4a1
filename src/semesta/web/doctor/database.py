"""The database: reachable, of this version, whole, its audit guarded, its clock right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from semesta.basics.words import Words
from semesta.web.audit_guard import guards_missing
from semesta.web.doctor.told import Told, mind, well, wrong
from semesta.web.models import Event

APART = dt.timedelta(seconds=30)
"""How far two clocks may differ; codes of telephones hold as long."""
BACKUP_EVERY = dt.timedelta(days=7)
RESTORE = Words("pulihkan dari cadangan: semesta admin restore", "restore an archive: semesta admin restore")


def unreachable() -> Told | None:
    """Why nothing of the database can be looked at, or None."""
    try:
        connection.ensure_connection()
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        ahead = set(executor.loader.applied_migrations) - set(executor.loader.graph.nodes)
    except Error as error:
        return wrong(
            Words(
                f"basis data tidak terjangkau ({type(error).__name__})",
                f"the database is out of reach ({type(error).__name__})",
            ),
            Words("periksa DATABASE_URL dan bahwa servernya berjalan", "check DATABASE_URL and that its server runs"),
        )
    if any(app == "web" for app, _ in ahead):
        return wrong(
            Words("basis data milik Semesta yang lebih baru", "the database is of a newer Semesta"),
            Words("pasang versi itu", "install that version"),
        )
    if waiting:
        return wrong(
            Words(
                f"{len(waiting)} perubahan basis data belum dijalankan",
                f"changes of the database that wait: {len(waiting)}",
            ),
            Words("jalankan semesta serve sekali; cadangkan dulu", "run semesta serve once; archive the office first"),
        )
    return None


def vendor() -> Iterator[Told]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        said = f"{connection.display_name} {cursor.fetchone()[0]}"
    yield well(f"basis data {said} terjangkau dan mutakhir", f"the database {said} is there and up to date")


def whole() -> Iterator[Told]:
    """Whether SQLite finds its file in order, and no row points to one that is not there."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check")
        quick = [row[0] for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        loose = len(cursor.fetchall())
    if quick != ["ok"]:
        yield wrong(Words("berkas basis data rusak", "the file of the database is damaged"), RESTORE)
    if loose:
        yield wrong(Words(f"{loose} baris menunjuk baris yang tidak ada", f"rows that point to none: {loose}"), RESTORE)


def audit() -> Iterator[Told]:
    if missing := guards_missing():
        yield wrong(
            Words(
                f"jejak audit dapat diubah: penjaga {', '.join(sorted(missing))} tidak ada",
                f"the audit can be changed: {', '.join(sorted(missing))} is not there",
            ),
            Words(
                "cari tahu siapa yang menghapusnya, lalu pulihkan dari cadangan",
                "find out who took it away, then restore an archive",
            ),
        )
    else:
        yield well("jejak audit hanya dapat bertambah", "the audit can only grow")


def clock() -> Iterator[Told]:
    """Whether this machine agrees with what was written last and with the database."""
    now = timezone.now()
    latest = Event.objects.order_by("-id").values_list("at", flat=True).first()
    set_it = Words("setel jam mesin lewat NTP", "set the machine's clock by NTP")
    if latest is not None and latest > now + APART:
        yield wrong(
            Words(
                f"jam mesin mundur: kejadian terakhir bertanggal {latest:%Y-%m-%d %H:%M} UTC",
                f"the clock is behind: the latest event is of {latest:%Y-%m-%d %H:%M} UTC",
            ),
            set_it,
        )
    elif connection.vendor == "postgresql" and abs(_of_database() - timezone.now()) > APART:
        yield mind(
            Words("jam mesin ini dan jam basis data berbeda", "the clocks of this machine and the database differ"),
            set_it,
        )
    else:
        yield well(f"jam mesin {now:%Y-%m-%d %H:%M} UTC", f"the machine's clock {now:%Y-%m-%d %H:%M} UTC")


def _of_database() -> dt.datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        found: dt.datetime = cursor.fetchone()[0]
    return found


def archived() -> Iterator[Told]:
    """When the office was last archived."""
    last = Event.objects.filter(action__in=("back_up", "restore")).order_by("-id").values_list("at", flat=True).first()
    do = Words("semesta admin backup BERKAS, di luar mesin ini", "semesta admin backup FILE, away from this machine")
    if last is None:
        yield mind(Words("kantor ini belum pernah dicadangkan", "this office was never archived"), do)
    elif timezone.now() - last > BACKUP_EVERY:
        yield mind(Words(f"cadangan terakhir {last:%Y-%m-%d}", f"last archived {last:%Y-%m-%d}"), do)
    else:
        yield well(f"cadangan terakhir {last:%Y-%m-%d}", f"last archived {last:%Y-%m-%d}")


CHECKS = (vendor, whole, audit, clock, archived)
