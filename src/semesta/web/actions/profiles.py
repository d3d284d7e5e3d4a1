"""Import profiles: what a sender's headers mean, taken from a profile file or from one of their lists, and mended by hand."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Mapping
from pathlib import Path

from django.utils import timezone

from semesta.files.profile import Profile as SenderProfile
from semesta.files.profile import ProfileError, profile_of
from semesta.files.read import read
from semesta.tables.registry import EVERY_TABLE
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.actions.uploads import plain_name
from semesta.web.models import Profile, User
from semesta.web.places import office_places
from semesta.web.roles import Permission

LARGEST = 20 * 2**20
"""Bytes of a list from which headers are taken; a few rows of it are enough."""
LONGEST_TITLE = 120


def titles_in(name: str, content: bytes, table: str, *, today: dt.date) -> tuple[str, dict[str, str]]:
    """The table and the headers of a profile (YAML) or of a list, each with its column; the file is read and let go.

    Raises:
        Refused: it is no profile, or a list in which no header of the table was found.
    """
    if len(content) > LARGEST:
        raise Refused(
            "Berkas lebih besar dari 20 MB; potong menjadi beberapa baris.", "Larger than 20 MB; cut it down."
        )
    with tempfile.TemporaryDirectory(prefix="semesta-") as folder:
        path = Path(folder) / plain_name(name)
        path.write_bytes(content)
        if path.suffix.lower() in (".yaml", ".yml"):
            try:
                known = profile_of(path, EVERY_TABLE)
            except ProfileError as error:
                raise Refused(error.words.id, error.words.en) from None
            return known.table, dict(known.titles)
        found = read([path], today=today, places=office_places(), tables={table: EVERY_TABLE[table]})
    titles = {title: column for file in found.files for title, column in file.titles.items() if title}
    if not any(titles.values()):
        raise Refused(
            "Tidak ada judul kolom yang dikenal; periksa jenis daftarnya.",
            "No header is known; check what kind of list it is.",
        )
    return table, titles


def keep_profile(*, by: User, place: str, sender: str, table: str, titles: Mapping[str, str]) -> Profile:
    """The profile of a sender for a table; an earlier one ends."""
    require(by, place, Permission.ADMINISTER)
    if not sender.strip():
        raise Refused("Tulis siapa pengirimnya, misalnya BPJS Cabang Cilegon.", "Say who the sender is.")
    if table not in EVERY_TABLE:
        raise Refused("Pilih jenis daftarnya.", "Choose the kind of list.")
    columns = {"", *(column.name for column in EVERY_TABLE[table].columns)}
    if unknown := sorted(set(titles.values()) - columns):
        raise Refused(f"Kolom tidak dikenal: {', '.join(unknown)}.", f"Unknown columns: {', '.join(unknown)}.")
    told = {title[:LONGEST_TITLE]: column for title, column in titles.items()}
    with recorded("keep_profile", by=by, place=place) as event:
        earlier = Profile.objects.filter(place=place, sender=sender.strip()[:80], table=table, ended=None)
        earlier.update(ended=timezone.now())
        made = Profile.objects.create(place=place, sender=sender.strip()[:80], table=table, titles=told, made_by=by)
        about(event, made, table=table, headers=len(told))
    return made


def end_profile(profile: Profile, *, by: User) -> None:
    """The profile is used no more."""
    require(by, profile.place, Permission.ADMINISTER)
    with recorded("end_profile", by=by, place=profile.place) as event:
        Profile.objects.filter(pk=profile.pk, ended=None).update(ended=timezone.now())
        about(event, profile)


def profiles_for(place: str) -> list[SenderProfile]:
    """The profiles that may tell what headers mean in lists of a place: those kept for it and for what lies above it."""
    held = Profile.objects.filter(ended=None, table__in=EVERY_TABLE).order_by("id")
    return [SenderProfile(one.table, one.titles) for one in held if office_places().is_within(place, one.place)]


def titles_for(place: str) -> dict[str, str]:
    """What headers mean in every list of a place, whoever sent it: by the profiles kept for it and for what lies above it.

    Only headers that no table knows by itself: one sender's use of a common word must not change what it means in the
    lists of another. In lists that bear all headers of a sender, `profiles_for` tells all of them.
    """
    held, known = Profile.objects.filter(ended=None).order_by("id"), _known()
    return {
        title: column
        for profile in held
        if office_places().is_within(place, profile.place)
        for title, column in profile.titles.items()
        if column and title.strip().casefold() not in known
    }


def _known() -> frozenset[str]:
    columns = (column for table in EVERY_TABLE.values() for column in table.columns)
    names = (name for column in columns for name in (column.name, column.title.id, column.title.en, *column.aliases))
    return frozenset(name.casefold() for name in names)
