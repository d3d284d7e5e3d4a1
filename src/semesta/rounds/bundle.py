"""A bundle: the summary tables of a round in one file that an office signs and another can trust.

The file is a Data Package (datapackage.json, one CSV per table) with figures.json, what was measured from them where they had no holes,
manifest.json, which names every file by its SHA-256, and `signature`, made over the manifest. It is written without freedom: the same content is the same bytes, and what is not is refused.
Tables are to pass `monev.disclosure` before they come here; nothing in this file hides anything.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import polars as pl
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import TypeAdapter, ValidationError

from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Words
from semesta.monev.measured import Measured
from semesta.monev.registry import INDICATORS
from semesta.monev.seen import LEFT_HOME
from semesta.monev.value import Finding, Value
from semesta.report import machine
from semesta.rounds.packaged import columns_of, csv_of, package_of
from semesta.rounds.signing import is_signed, public_key, signature
from semesta.tables.dataset import Dataset, FileSeen
from semesta.tables.registry import TABLES
from semesta.tables.table import FILE, ROW, SHEET

FORMAT = "semesta-bundle/1"
PACKAGE, FIGURES, MANIFEST, SIGNATURE = "datapackage.json", "figures.json", "manifest.json", "signature"
LARGEST = 200 * 2**20
UNREADABLE = (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)
"""What zipfile raises for bytes that are no archive: broken, cut short, a number out of its range or a name out of its letters, a
version that it does not know, an entry with a password, a place before the beginning of the file."""
ELSEWHERE = ("targets",)
"""Tables that may speak of places outside the bundle's: a national target is held against a city's figure."""


@dataclass(frozen=True)
class Manifest:
    """What a bundle says of itself. `files` has the SHA-256 of each by its name; `withheld` counts hidden rows by table."""

    format: str
    place: str
    as_of: dt.date
    title: str
    kind: str
    made_at: dt.datetime
    key: str
    files: Mapping[str, str]
    withheld: Mapping[str, int] = field(default_factory=dict)
    semesta: str = ""


@dataclass(frozen=True)
class Told:
    """What the sender measured."""

    values: tuple[Value, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Bundle:
    """What came: the round as its sender measured and showed it."""

    manifest: Manifest
    measured: Measured
    sha256: str


class BundleRefused(Exception):
    """The bundle is not taken; `said` tells why."""

    def __init__(self, id: str, en: str) -> None:
        self.said = Words(id, en)
        super().__init__(en)


@cache
def _manifests() -> TypeAdapter[Manifest]:
    return TypeAdapter(Manifest)


@cache
def _figures() -> TypeAdapter[Told]:
    return TypeAdapter(Told)


def made_bundle(
    measured: Measured,
    *,
    title: str,
    kind: str,
    made_at: dt.datetime,
    key: Ed25519PrivateKey,
    withheld: Mapping[str, int] | None = None,
    version: str = "",
) -> bytes:
    """The file of a round's summary tables and figures, signed; the same content gives the same bytes.

    Args:
        measured: a round that passed disclosure control.
        made_at: when the round was handed over; of two bundles of one day the later wins.
    """
    frames = {name: frame for name, frame in sorted(measured.dataset.frames.items()) if frame.height}
    data = {f"data/{name}.csv": csv_of(frame) for name, frame in frames.items()}
    about = package_of(frames, data, title, measured.as_of)
    figures = _figures().dump_json(Told(measured.values, measured.findings))
    files = {PACKAGE: machine.as_json(about), FIGURES: figures, **data}
    manifest = Manifest(
        FORMAT,
        measured.place,
        measured.as_of,
        title,
        kind,
        made_at,
        public_key(key),
        {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        dict(withheld or {}),
        version,
    )
    told = _manifests().dump_json(manifest, indent=1)
    return _zipped({MANIFEST: told, SIGNATURE: signature(key, told), **files})


def opened_bundle(content: bytes, *, trusted: Iterable[tuple[str, str]], places: PlaceList = PLACES) -> Bundle:
    """What a bundle holds, once it is certain who made it and that nothing was changed.

    Args:
        trusted: each public key with a place in which, and below which, it is trusted.

    Raises:
        BundleRefused: it is no bundle, its key is unknown, a byte was changed, or it speaks of places that are not its key's.
    """
    files = _unzipped(content)
    manifest = _manifest(files)
    granted = [place for key, place in trusted if key == manifest.key]
    if not granted:
        raise BundleRefused(
            "Kunci pengirim tidak dikenal. Minta kunci publiknya lewat jalur lain, lalu daftarkan untuk wilayahnya.",
            "The sender's key is unknown. Ask for it on another way and trust it for its place.",
        )
    if not is_signed(files[MANIFEST], files[SIGNATURE], manifest.key):
        raise _changed()
    if not any(places.is_within(manifest.place, place) for place in granted):
        raise BundleRefused(
            f"Kunci pengirim tidak berlaku untuk wilayah {manifest.place}.",
            f"The sender's key does not speak for place {manifest.place}.",
        )
    listed = {name: hashlib.sha256(files[name]).hexdigest() for name in files if name not in (MANIFEST, SIGNATURE)}
    # Written again it must be the same file: nothing can hide between its parts.
    if listed != dict(manifest.files) or _zipped(files) != content:
        raise _changed()
    frames = {name: _table(name, files[f"data/{name}.csv"], manifest, places) for name in _tables(manifest)}
    figures = _told(files[FIGURES], frames, manifest, places)
    sha256 = hashlib.sha256(content).hexdigest()
    rows = {name: frame.height for name, frame in frames.items()}
    data = Dataset(frames, read=rows, files=(FileSeen(f"bundel-{manifest.place}", sha256, rows),))
    measured = Measured(manifest.place, manifest.as_of, figures.values, figures.findings, data, places)
    return Bundle(manifest, measured, sha256)


def refuse_older(manifest: Manifest, held: Iterable[tuple[dt.date, dt.datetime]]) -> None:
    """Nothing where the bundle is at least as new as every round held of its place.

    Args:
        held: of each round held from bundles of that place its day and when it was made.

    Raises:
        BundleRefused: a newer one is held.
    """
    newest = max(held, default=None)
    if newest is not None and (manifest.as_of, manifest.made_at) < newest:
        raise BundleRefused(
            f"Yang sudah ada lebih baru (keadaan {newest[0]}); bundel ini keadaan {manifest.as_of}.",
            f"A newer round is held (as of {newest[0]}); this bundle is as of {manifest.as_of}.",
        )


def _changed() -> BundleRefused:
    return BundleRefused(
        "Isi bundel berubah setelah ditandatangani. Minta dikirim ulang.",
        "The bundle was changed after it was signed. Ask for it to be sent again.",
    )


def _no_bundle() -> BundleRefused:
    return BundleRefused("Berkas ini bukan bundel Semesta yang utuh.", "This file is no whole bundle of Semesta.")


def _manifest(files: Mapping[str, bytes]) -> Manifest:
    if not {MANIFEST, SIGNATURE, PACKAGE, FIGURES} <= set(files):
        raise _no_bundle()
    try:
        manifest = _manifests().validate_json(files[MANIFEST])
    except ValidationError:
        raise _no_bundle() from None
    if manifest.format != FORMAT:
        raise BundleRefused(
            "Bundel ini dibuat dengan bentuk lain; perbarui Semesta.", "This bundle has another format; renew Semesta."
        )
    return manifest


def _tables(manifest: Manifest) -> list[str]:
    """The tables of a bundle; what is named otherwise, or is none of ours, was made by no version that we know."""
    names = [
        name.removeprefix("data/").removesuffix(".csv") for name in manifest.files if name not in (PACKAGE, FIGURES)
    ]
    if any(f"data/{name}.csv" not in manifest.files or name not in TABLES or name in LEFT_HOME for name in names):
        raise _no_bundle()
    return names


def _table(name: str, content: bytes, manifest: Manifest, places: PlaceList) -> pl.DataFrame:
    """The rows of a table with where they came from, all of the bundle's place and with codes that are known."""
    types, header = columns_of(name), content.decode().partition("\n")[0].split(",")
    if not {"place"} <= set(header) <= set(types):
        raise _no_bundle()
    try:
        frame = pl.read_csv(content, schema={column: types[column] for column in header})
    except (pl.exceptions.PolarsError, ValueError):
        raise _no_bundle() from None
    if name not in ELSEWHERE and not _are_inside(frame["place"], manifest.place, places):
        raise _outside(manifest)
    absent = [pl.lit(None, dtype).alias(column) for column, dtype in types.items() if column not in frame.columns]
    return frame.with_columns(absent).with_columns(
        pl.lit(f"bundel-{manifest.place}").cast(pl.Categorical).alias(FILE),
        pl.lit(name).cast(pl.Categorical).alias(SHEET),
        pl.int_range(2, pl.len() + 2, dtype=pl.Int64).alias(ROW),
    )


def _told(content: bytes, frames: Mapping[str, pl.DataFrame], manifest: Manifest, places: PlaceList) -> Told:
    """The figures, of indicators that are known, of the bundle's place, and resting on rows that are there."""
    try:
        told = _figures().validate_json(content)
    except ValidationError:
        raise _no_bundle() from None
    if not _are_inside([one.node.place for one in told.values], manifest.place, places):
        raise _outside(manifest)
    rows = [ref for one in (*told.values, *told.findings) for ref in one.rows]
    if any(table not in frames or not 0 <= position < frames[table].height for table, position in rows):
        raise _no_bundle()
    if any(one.indicator not in INDICATORS for one in told.values):
        raise BundleRefused(
            "Bundel memuat indikator yang tidak dikenal; perbarui Semesta.",
            "The bundle has indicators that are unknown here; renew Semesta.",
        )
    return told


def _are_inside(codes: Iterable[str | None], place: str, places: PlaceList) -> bool:
    return all(code and code in places and places.is_within(code, place) for code in set(codes))


def _outside(manifest: Manifest) -> BundleRefused:
    return BundleRefused(
        f"Bundel memuat wilayah di luar {manifest.place}.", f"The bundle speaks of places outside {manifest.place}."
    )


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in one, stored as they are, without days, in the order of their names."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o600 << 16  # the same on Windows
            archive.writestr(entry, files[name])
    return whole.getvalue()


def _unzipped(content: bytes) -> dict[str, bytes]:
    """The files of a bundle. They are stored as they are, so together they are no larger than the bundle: entries that share
    their bytes would otherwise fill the memory."""
    if len(content) > LARGEST:
        raise BundleRefused("Bundel terlalu besar.", "The bundle is too large.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
                raise _no_bundle()
            if sum(entry.file_size for entry in entries) > len(content):
                raise _no_bundle()
            return {entry.filename: archive.read(entry) for entry in entries}
    except UNREADABLE:
        raise _changed() from None


def described(manifest: Manifest) -> dict[str, Any]:
    """The manifest as it stands in the database and on pages."""
    found: dict[str, Any] = _manifests().dump_python(manifest, mode="json")
    return found
