"""What who runs the office does from the command line, with the office set up first."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from semesta.web.models import User


def purged_today(*, only_tell: bool) -> str:
    """Deletes what is to be deleted by today, or only looks; what that was, as a line to read."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "semesta.web.settings")
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from semesta.web.actions import purging

    call_command("migrate", verbosity=0, interactive=False)
    today = timezone.localdate()
    if only_tell:
        uploads, cases = purging.over(today), purging.cases_over(today)
        return f"{len(uploads)} daftar orang dan {len(cases)} kasus akan dihapus. (To be deleted: lists and cases.)"
    gone = purging.purge(today, by=None)
    return (
        f"Dihapus (deleted): {gone.uploads} daftar orang (lists), {gone.size} bita (bytes), {gone.identities} berkas identitas "
        f"(identity files), {gone.matters} baris temuan (rows), {gone.cases} kasus (cases). Angka tetap (figures stay)."
    )


def trusted(place: str, public: str, holder: str) -> str:
    """Trusts another office's key for a place; what was done, as a line to read.

    Raises:
        Refused: no such place, or no key.
    """
    _ready()
    from semesta.rounds.signing import fingerprint
    from semesta.web.actions.bundles import trust_key

    made = trust_key(by=None, place=place, public=public, holder=holder)
    return f"Dipercaya untuk {made.place} (trusted): {made.holder}, {fingerprint(made.public)}"


def exported(round_id: int, out: Path, who: str) -> str:
    """Writes the bundle of a round into a folder; where it stands.

    Raises:
        Refused: no such round or person, or they may not.
        OSError: the folder cannot be written.
    """
    _ready()
    from semesta.web.actions.bundles import export_bundle
    from semesta.web.actions.refused import Refused
    from semesta.web.models import Round

    round = Round.objects.filter(pk=round_id).first()
    if round is None:
        raise Refused(f"Putaran {round_id} tidak ada.", f"There is no round {round_id}.")
    name, content = export_bundle(round, by=_somebody(who))
    out.mkdir(parents=True, exist_ok=True)
    (out / name).write_bytes(content)
    return str(out / name)


def taken(file: Path, who: str) -> str:
    """Takes a bundle in; which round it is, as a line to read.

    Raises:
        Refused: it is not taken.
    """
    _ready()
    from semesta.web.actions.bundles import take_bundle

    round, is_new = take_bundle(file.read_bytes(), by=_somebody(who))
    if not is_new:
        return f"Putaran {round.pk}: sudah pernah diterima, tidak ada yang berubah. (Taken before; nothing changed.)"
    return f"Putaran {round.pk}: {round.place}, keadaan (as of) {round.as_of}, {round.title}"


def _ready() -> None:
    """Sets the office up, its database as it should be."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "semesta.web.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def _somebody(username: str) -> User:
    """The person of that name, otherwise the first of the office.

    Raises:
        Refused: nobody bears that name.
    """
    from semesta.web.actions.refused import Refused
    from semesta.web.models import User
    from semesta.web.serving import first_user

    if not username:
        return first_user()
    found = User.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise Refused("Tidak ada pengguna dengan nama itu.", "Nobody here bears that name.")
    return found
