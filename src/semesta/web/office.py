"""What who runs the office does from the command line, with the office set up first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import django

from semesta.basics.words import Words

if TYPE_CHECKING:
    from semesta.web.backup.archive import Manifest, Tell
    from semesta.web.models import User


def purged_today(*, only_tell: bool) -> str:
    """Deletes what is to be deleted by today, or only looks; what that was, as a line to read."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "semesta.web.settings")
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from semesta.web.actions import purging
    from semesta.web.actions.purging_records import scans_over, texts_over

    call_command("migrate", verbosity=0, interactive=False)
    today = timezone.localdate()
    if only_tell:
        uploads, cases = purging.over(today), purging.cases_over(today)
        texts, scans = texts_over(today).count(), scans_over(today).count()
        return (
            f"{len(uploads)} daftar orang dan {len(cases)} kasus akan dihapus, {texts} isi lama catatan, {scans} pindaian. "
            "(To be deleted: lists, cases, former texts of records, scans.)"
        )
    gone = purging.purge(today, by=None)
    return (
        f"Dihapus (deleted): {gone.uploads} daftar orang (lists), {gone.size} bita (bytes), {gone.identities} berkas identitas "
        f"(identity files), {gone.matters} baris temuan (rows), {gone.cases} kasus (cases), {gone.texts} isi lama catatan (texts), "
        f"{gone.scans} pindaian (scans), {gone.leftovers} berkas sisa (files left behind); baris keluarga dari {gone.snapshots} hasil "
        "ukur (rows of families from measurements). Angka tetap (figures stay)."
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


def exported(round_id: int, out: Path, who: str, *, with_text: bool = False) -> str:
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
    name, content = export_bundle(round, by=_somebody(who), with_text=with_text)
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


def without_codes(username: str) -> str:
    """Takes the sign-in codes of a person away, whose telephone and recovery codes are lost; who that is, as a line to read.

    Raises:
        Refused: nobody bears that name.
    """
    _ready()
    from semesta.web.actions.codes import reset_codes

    user = _somebody(username)
    reset_codes(user, by=None)
    return f"Kode masuk {user.username} dihapus (sign-in codes taken away)."


def archived(file: Path, tell: Tell) -> Words:
    """Writes the whole office into an archive; what is in it.

    Raises:
        Refused: there is no office, or it is not written.
        OSError: it cannot be written there.
    """
    from semesta.web.actions.refused import Refused
    from semesta.web.home import folder_of_office

    if not folder_of_office().is_dir():
        raise Refused(f"Tidak ada kantor di {folder_of_office()}.", f"There is no office in {folder_of_office()}.")
    with _answering():
        _ready()
        from semesta.web.backup.backing_up import back_up

        made = back_up(file, tell)
    return (
        Words(f"Cadangan {file}: ", f"Archive {file}: ")
        + _content(made)
        + _not_there(made)
        + Words(
            " Simpan seaman kantor ini: ia memuat data pribadi dan kunci kantor.",
            " Keep it as safe as this office: it holds personal data and the office's keys.",
        )
    )


def whole(file: Path, tell: Tell) -> Words:
    """Whether an archive can be restored, and what is in it; nothing is written.

    Raises:
        Refused: it cannot.
    """
    from semesta.web.backup.restoring import check

    made = check(file, tell)
    return Words("Cadangan utuh: ", "The archive is whole: ") + _content(made) + _not_there(made)


def restored(file: Path, tell: Tell) -> Words:
    """The office of an archive, in an empty folder; what was put back and compared.

    Raises:
        Refused: it was not.
        OSError: the folder cannot be written.
    """
    from semesta.web.backup.restoring import restore
    from semesta.web.home import folder_of_office

    folder = folder_of_office()
    with _answering():
        done = restore(file, folder, tell)
    said = (
        Words(f"Dipulihkan ke {folder}: ", f"Restored into {folder}: ")
        + _content(done.manifest)
        + Words(" Dibandingkan: semuanya sama.", " Compared: all the same.")
    )
    if not done.same_key:
        said += Words(
            " SEMESTA_SECRET_KEY berbeda dari kantor asal: isi dengan yang lama, atau temuan diberi token baru.",
            " SEMESTA_SECRET_KEY is not that of the office archived: set the former, or findings get new tokens.",
        )
    return said + _not_there(done.manifest) + Words(" Lanjut: semesta admin doctor", " Next: semesta admin doctor")


@contextmanager
def _answering() -> Iterator[None]:
    """Tells in a line that the database does not answer."""
    from django.db import OperationalError

    from semesta.web.actions.refused import Refused

    try:
        yield
    except OperationalError:
        raise Refused(
            "Basis data tidak menjawab; periksa DATABASE_URL dan bahwa servernya berjalan.",
            "The database does not answer; check DATABASE_URL and that its server runs.",
        ) from None


def _content(made: Manifest) -> Words:
    moment = made.made_at[:16].replace("T", " ") + " UTC"
    return Words(
        f"{len(made.tables)} tabel dengan {made.rows} baris, {len(made.files)} berkas ({made.size / 2**20:.1f} MB), "
        f"keadaan {moment}.",
        f"{len(made.tables)} tables of {made.rows} rows, {len(made.files)} files ({made.size / 2**20:.1f} MB), "
        f"as of {moment}.",
    )


def _not_there(made: Manifest) -> Words:
    """What the office itself lacked when it was archived."""
    if not made.missing and not made.damaged:
        return Words("", "")
    lacking, broken = len(made.missing), len(made.damaged)
    return Words(
        f" Perhatian: {lacking} berkas sudah tidak ada dan {broken} rusak sebelum dicadangkan; lihat semesta admin doctor.",
        f" Mind: {lacking} files were gone and {broken} damaged before they were archived; see semesta admin doctor.",
    )


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
