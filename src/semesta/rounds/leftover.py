"""Files that an earlier run left in a folder: ours are taken away or written anew, those that somebody edited stay as they are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath


@dataclass(frozen=True)
class LeftOver:
    """By name and hash as the earlier run wrote them.

    untouched: still as they were written; nobody loses anything when they go.
    edited: changed since, so that they are somebody's work.
    """

    untouched: Mapping[str, str] = field(default_factory=dict)
    edited: Mapping[str, str] = field(default_factory=dict)


def left_over(out: Path, manifest: str, made: Collection[str]) -> LeftOver:
    """What the manifest in `out` says was written there and is not among the names of what is made now."""
    written = {name: sha for name, sha in _written(out / manifest).items() if name not in made and _is_inside(name)}
    now = {name: _sha256(out / name) for name in written}
    return LeftOver(
        {name: sha for name, sha in written.items() if now[name] == sha},
        {name: sha for name, sha in written.items() if now[name] not in (sha, None)},
    )


def beside(out: Path, manifest: str, made: Mapping[str, bytes]) -> dict[str, str]:
    """New names for what would take the place of somebody's work: "nota-dinas-2.docx" beside an edited "nota-dinas.docx".

    Files of one paper keep one name, so that its PDF says what the Word document beside it says.
    """
    written = _written(out / manifest)
    by_paper: dict[PurePosixPath, list[str]] = {}
    for name in made:
        by_paper.setdefault(PurePosixPath(name).with_suffix(""), []).append(name)

    def is_free(name: str, content: bytes) -> bool:
        path = out / name
        ours = (written.get(name), hashlib.sha256(content).hexdigest())
        return not (path.exists() or path.is_symlink()) or _sha256(path) in ours

    found: dict[str, str] = {}
    for paper, names in by_paper.items():
        number, taken = 1, {name: name for name in names}
        while not all(is_free(new, made[name]) for name, new in taken.items()):
            number += 1
            taken = {name: f"{paper}-{number}{PurePosixPath(name).suffix}" for name in names}
        found |= {name: new for name, new in taken.items() if new != name}
    return found


def take_away(out: Path, names: Collection[str]) -> None:
    """Takes the files away, and folders that become empty by it."""
    for name in names:
        (out / name).unlink(missing_ok=True)
    for folder in {(out / name).parent for name in names} - {out}:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _written(manifest: Path) -> dict[str, str]:
    """Names and hashes of the files of the last run and of edited ones of runs before; nothing where there is no manifest."""
    try:
        told = json.loads(manifest.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(told, dict):
        return {}
    both = [told.get("edited"), told.get("files")]
    return {str(name): str(sha) for part in both if isinstance(part, dict) for name, sha in part.items()}


def _is_inside(name: str) -> bool:
    """Whether a name stays in the folder: a manifest may come from anywhere."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _sha256(path: Path) -> str | None:
    """The hash of a file; None where there is none, or a link that may lead elsewhere."""
    try:
        return None if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
