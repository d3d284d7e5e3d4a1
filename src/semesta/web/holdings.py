"""What stands in the folder of the office, and which of it the database names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db.models import Q

from semesta.web.models import Publication, Scan, Snapshot, Upload

MADE_ANEW = ("static", "packages")
"""Folders that the office makes again when it starts."""


def files_there(home: Path) -> Iterator[str]:
    """Every file of the office by its path below the folder; not the database, and nothing that is just being written."""
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home)
        passing = name.suffix == ".part" or any(part.startswith(".") for part in name.parts)
        kept = not passing and name.parts[0] not in MADE_ANEW and not _is_database(path)
        if kept and path.is_file() and not path.is_symlink():
            yield name.as_posix()


def _is_database(path: Path) -> bool:
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return False
    whole = Path(str(database["NAME"]))
    return path.parent == whole.parent and path.name.removeprefix(whole.name) in ("", "-wal", "-shm", "-journal")


NEEDED = Q(purged_at=None) & ~Q(removed_at__isnull=False, holds_people=True)
"""Uploads whose bytes must be there; lists of people that were taken out of their round only wait to be deleted."""


def bytes_named() -> set[str]:
    """The paths of uploads and scans that must be there: those whose time is not over."""
    uploads = Upload.objects.filter(NEEDED).values_list("sha256", flat=True)
    scans = Scan.objects.filter(purged_at=None).values_list("sha256", flat=True)
    return {f"files/{sha256[:2]}/{sha256}" for sha256 in {*uploads, *scans}}


def snapshots_named() -> set[str]:
    """The folders of measurements, and of what others were shown of them, that must be there."""
    measured = Snapshot.objects.values_list("sha256", flat=True)
    shown = Publication.objects.values_list("shown", flat=True)
    return {f"snapshots/{sha256}" for sha256 in {*measured, *shown}}


def uploads_with_identities(home: Path) -> dict[str, int]:
    """By path below the folder the upload whose people an identity file is about; 0 where its name is no number."""
    found = (path.relative_to(home) for path in sorted((home / "identities").rglob("*")) if path.is_file())
    return {path.as_posix(): int(path.stem) if path.stem.isdigit() else 0 for path in found}
