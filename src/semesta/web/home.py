"""Where an office keeps its data: the folder SEMESTA_HOME, for its owner alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

FOLDERS = ("files", "snapshots", "papers", "static", "identities")


def folder_of_office() -> Path:
    """Where the office keeps its data, whether it is there or not."""
    return Path(os.environ.get("SEMESTA_HOME") or Path.home() / ".semesta").expanduser().resolve()


def home() -> Path:
    """The folder of the office, made with all it holds when it is not there; nobody else on the machine may look into it."""
    folder = folder_of_office()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    for name in FOLDERS:
        (folder / name).mkdir(mode=0o700, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """What signs sessions: SEMESTA_SECRET_KEY, or a key of its own made once and kept for its owner alone."""
    if given := os.environ.get("SEMESTA_SECRET_KEY"):
        return given
    kept = folder / "secret"
    try:
        with open(os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return kept.read_text(encoding="ascii")
