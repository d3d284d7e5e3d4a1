"""The archive of an office: a ZIP of its files and the rows of its tables, with a manifest of what each must be.

Knows neither the database nor the office, so that an archive can be checked before anything of it is used.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath

from semesta.web.actions.refused import Refused

FORMAT = 1
MANIFEST = "manifest.json"
FILES, TABLES = "office/", "tables/"
PACKED = (".parquet", ".pdf", ".docx", ".xlsx", ".pptx", ".png", ".jpg", ".zip")
"""Kinds that hold compressed bytes already."""
AT_ONCE = 2**20
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, NotImplementedError)
"""How damage shows, wherever in the archive it is."""

Tell = Callable[[str, float], None]
"""Called with what is being done and the share that is done."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the office as it must be."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table as they must be; the hash is that of their lines."""

    rows: int
    sha256: str
    columns: list[str]


@dataclass(slots=True)
class Manifest:
    """What an archive holds.

    key: tells by which key tokens of rows were made, without telling the key. migrations: app and name.
    missing: files that the database names and the office had not. damaged: files that are not what their name says.
    """

    version: str
    made_at: str
    key: str
    migrations: list[list[str]] = field(default_factory=list)
    tables: dict[str, Rows] = field(default_factory=dict)
    files: dict[str, Member] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Bytes of all files when they are unpacked."""
        return sum(member.size for member in self.files.values())

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables.values())


class Damaged(Refused):
    """The archive is not whole, or none of ours."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Cadangan rusak atau bukan cadangan Semesta ({where}); tidak ada yang ditulis. Pakai cadangan lain.",
            f"The archive is damaged or none of Semesta ({where}); nothing was written. Use another one.",
        )


# ---- written


class Writing:
    """An archive that is being written: each member is hashed on its way."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def put(self, name: str, chunks: Iterable[bytes]) -> Member:
        """Adds a member; its size and hash."""
        info = zipfile.ZipInfo(name)
        info.external_attr = 0o600 << 16
        info.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
        digest, size = hashlib.sha256(), 0
        with self._archive.open(info, "w", force_zip64=True) as member:
            for chunk in chunks:
                member.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        return Member(size, digest.hexdigest())

    def end(self, manifest: Manifest) -> None:
        """Adds the manifest, last, since it tells of all before it."""
        told = {"semesta_archive": FORMAT, **asdict(manifest)}
        self._archive.writestr(MANIFEST, json.dumps(told, ensure_ascii=False, indent=1))


@contextmanager
def written(file: Path) -> Iterator[Callable[[], Writing]]:
    """Yields what begins the archive; begun again, what was written before is dropped.

    Written aside, for its owner alone, and renamed when it is whole.

    Raises:
        Refused: there is such a file already.
        OSError: it cannot be written there.
    """
    if file.exists():
        raise Refused(f"{file} sudah ada; pilih nama lain.", f"{file} is there already; choose another name.")
    handle, aside = tempfile.mkstemp(dir=file.parent, prefix=".cadangan-")
    os.close(handle)
    opened: list[zipfile.ZipFile] = []

    def begin() -> Writing:
        for former in opened:
            former.close()
        opened[:] = [zipfile.ZipFile(aside, "w", compresslevel=1)]
        return Writing(opened[0])

    try:
        yield begin
        opened[0].close()
        with open(aside, "rb+") as whole:
            os.fsync(whole.fileno())
        os.replace(aside, file)
    finally:
        for one in opened:
            one.close()
        Path(aside).unlink(missing_ok=True)


# ---- read


@contextmanager
def opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """The archive and its manifest, which names all that is in it and nothing else.

    Raises:
        Damaged: it does not.
    """
    try:
        archive = zipfile.ZipFile(file)
    except BROKEN:
        raise Damaged(file.name) from None
    with archive:
        try:
            told = json.loads(archive.read(MANIFEST))
            manifest = _manifest(told)
        except (*BROKEN, TypeError, AttributeError):
            raise Damaged(MANIFEST) from None
        names = [MANIFEST, *map(table_member, manifest.tables), *map(file_member, manifest.files)]
        if sorted(names) != sorted(archive.namelist()) or not all(map(_is_plain, manifest.files)):
            raise Damaged(MANIFEST)
        yield archive, manifest


def checked(archive: zipfile.ZipFile, manifest: Manifest, tell: Tell) -> None:
    """Reads everything once and holds it against the manifest.

    Raises:
        Damaged: at the first byte that differs.
    """
    wanted: Mapping[str, str] = {
        **{table_member(name): table.sha256 for name, table in manifest.tables.items()},
        **{file_member(name): member.sha256 for name, member in manifest.files.items()},
    }
    for number, (name, sha256) in enumerate(wanted.items()):
        tell("memeriksa cadangan", number / len(wanted))
        digest = hashlib.sha256()
        for chunk in chunks_of(archive, name):
            digest.update(chunk)
        if digest.hexdigest() != sha256:
            raise Damaged(name)


def chunks_of(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The bytes of a member.

    Raises:
        Damaged: they cannot be read.
    """
    try:
        with archive.open(name) as member:
            while chunk := member.read(AT_ONCE):
                yield chunk
    except BROKEN:
        raise Damaged(name) from None


def hash_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def lines_of(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The lines of a member that was checked."""
    with archive.open(name) as member:
        yield from member


def table_member(name: str) -> str:
    return f"{TABLES}{name}.jsonl"


def file_member(name: str) -> str:
    return f"{FILES}{name}"


def _manifest(told: dict[str, object]) -> Manifest:
    if told.pop("semesta_archive") != FORMAT:
        raise ValueError("another format")
    read = Manifest(**told)  # type: ignore[arg-type]
    read.tables = {name: Rows(**rows) for name, rows in read.tables.items()}  # type: ignore[arg-type]
    read.files = {name: Member(**member) for name, member in read.files.items()}  # type: ignore[arg-type]
    return read


def _is_plain(name: str) -> bool:
    """Whether a name stays inside the folder it is unpacked into, on every system."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and not set(name) & {"\\", ":", "\0"} and str(path) == name
