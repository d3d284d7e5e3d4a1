"""The folder of the office: for its owner alone, with room, with its keys. Looked at before the office is set up."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Iterator
from pathlib import Path

from semesta.basics.words import Words
from semesta.rounds.signing import own_key
from semesta.web.doctor.told import Told, mind, well, wrong

LEAST, LITTLE = 200 * 2**20, 2 * 2**30
"""Bytes free below which nothing more can be uploaded, and below which it is time to make room."""
SHORTEST_KEY = 32
POSIX = os.name == "posix"


def folder(home: Path) -> Iterator[Told]:
    """Whether nobody else on the machine may look into it."""
    mode = home.stat().st_mode & 0o777
    if POSIX and mode & 0o077:
        yield wrong(
            Words(
                f"folder {home} bermode {mode:o}: orang lain di mesin ini dapat melihatnya", f"{home} has mode {mode:o}"
            ),
            Words(f"chmod 700 {home}", f"chmod 700 {home}"),
        )
    else:
        yield well(f"folder {home} hanya untuk pemiliknya", f"{home} is for its owner alone")


def room(home: Path) -> Iterator[Told]:
    free = shutil.disk_usage(home).free
    found = Words(f"ruang cakram tersisa {free / 2**30:.1f} GB", f"{free / 2**30:.1f} GB free on the disk")
    make = Words("kosongkan cakram atau pindahkan folder data", "make room or move the data folder")
    if free < LEAST:
        yield wrong(found, make)
    elif free < LITTLE:
        yield mind(found, make)
    else:
        yield well(found.id, found.en)


def keys(home: Path) -> Iterator[Told]:
    """The key that signs sessions and tokens of rows, and the one that signs bundles."""
    faults = list(_faults_of_secret(home / "secret"))
    bundles = home / "key.pem"
    if bundles.is_file():
        faults += list(_open_to_others(bundles))
        try:
            own_key(bundles)
        except (ValueError, OSError):
            faults.append(
                wrong(
                    Words("key.pem bukan kunci Ed25519", "key.pem is no Ed25519 key"),
                    Words("pulihkan dari cadangan", "restore it from an archive"),
                )
            )
    yield from faults or [well("kunci kantor ada dan terjaga", "the office's keys are there and guarded")]


def _faults_of_secret(secret: Path) -> Iterator[Told]:
    given = os.environ.get("SEMESTA_SECRET_KEY")
    if secret.is_file() and not given:
        yield from _open_to_others(secret)
    key = given or (secret.read_text(encoding="ascii", errors="replace") if secret.is_file() else None)
    if key is not None and len(key.strip()) < SHORTEST_KEY:
        yield wrong(
            Words("kunci rahasia (secret) terlalu pendek", "the secret key is too short"),
            Words(
                f"isi SEMESTA_SECRET_KEY dengan paling sedikit {SHORTEST_KEY} huruf acak; semua orang masuk lagi",
                f"set SEMESTA_SECRET_KEY to {SHORTEST_KEY} random letters at least; everybody signs in again",
            ),
        )


def _open_to_others(file: Path) -> Iterator[Told]:
    if POSIX and file.stat().st_mode & 0o077:
        yield wrong(
            Words(f"{file.name} dapat dibaca orang lain di mesin ini", f"others on this machine can read {file.name}"),
            Words(f"chmod 600 {file}", f"chmod 600 {file}"),
        )


def versions(home: Path) -> Iterator[Told]:
    import django

    from semesta import __version__

    said = (
        f"Semesta {__version__}, Python {platform.python_version()}, Django {django.get_version()}, {platform.system()}"
    )
    yield well(said, said)


CHECKS = (folder, room, keys, versions)
