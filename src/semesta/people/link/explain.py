"""Why a worker row is, or is not, one person with a participant: in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from semesta.basics.words import Words, same
from semesta.people.link.by_hash import HASHES
from semesta.people.link.comparisons import COMPARISONS
from semesta.people.link.faults import LinkError
from semesta.people.link.kept import PAIRS, PERSONS, REASONS, summary_in, table_in

NO_CANDIDATE = Words(
    "Tidak ada peserta yang mirip: tidak satu pun berbagi NIK (atau hampir), atau tanggal lahir bersama nama atau kecamatan, "
    "atau nama bersama tahun lahir atau desa.",
    "No participant is alike: none shares the NIK (or nearly), or the birth date with name or district, "
    "or the name with year of birth or village.",
)

NO_EQUAL_HASH = Words(
    "Tidak ada peserta dengan sandi NIK yang sama, ataupun dengan sandi nama, tanggal lahir dan kabupaten/kota yang sama. "
    "Pada daftar bersandi yang salah tulis tidak ditemukan.",
    "No participant has the same hash of the NIK, or of name, birth date and regency. In masked lists what is misspelt is not found.",
)
MASKED = Words(
    "Daftarnya bersandi: yang dapat dilihat hanya sama atau tidaknya sandi, jadi tidak ada rincian per kolom.",
    "The lists are masked: all that can be seen is whether hashes are equal, so there is nothing to tell column by column.",
)

WEIGHTS = Words(
    "Bobot di atas nol mendukung orang yang sama, di bawah nol menentangnya; tiap satu angka menggandakan kemungkinannya.",
    "A weight above nought speaks for one person, below it against; each whole one doubles the odds.",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison of a pair: what was compared, on which level it agrees, and its weight in bits (None where unknown)."""

    title: Words
    level: Words
    bits: float | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A participant that the row was weighed against; `verdict` says why it is, or is not, the same person."""

    participant_id: str
    probability: float
    accepted: bool
    stage: str | None
    compared: tuple[Compared, ...]
    verdict: Words


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was found for a worker row: its candidates, likeliest first, and the other rows of the same person.

    `is_masked`: the lists held hashes, so that nothing was compared but these.
    """

    worker_id: str
    candidates: tuple[Candidate, ...]
    same_person: tuple[str, ...]
    is_masked: bool = False


def explanation(folder: Path, worker_id: str) -> Explanation:
    """Of a row of a linking that stands in a folder.

    Raises:
        LinkError: no linking there, or no such row.
    """
    summary = summary_in(folder)
    is_masked = set(summary["compared"]) >= HASHES
    own = table_in(folder, PERSONS, worker_id=worker_id)
    if not own.height:
        raise LinkError(_no_such_row(worker_id, table_in(folder, PERSONS)["worker_id"]))
    stages = dict(table_in(folder, PAIRS, worker_id=worker_id).select("participant_id", "stage").iter_rows())
    rows = table_in(folder, REASONS, worker_id=worker_id).sort("accepted", "probability", descending=True)
    person = table_in(folder, PERSONS, person_id=own["person_id"][0])
    others = tuple(other for other in person["worker_id"] if other != worker_id)
    candidates = tuple(
        _candidate(row, stages.get(row["participant_id"]), None if is_masked else summary["threshold"])
        for row in rows.iter_rows(named=True)
    )
    return Explanation(worker_id, candidates, others, is_masked)


def _no_such_row(asked: str, ids: pl.Series) -> Words:
    """That no row has the id, how ids of this linking are written, and which might be meant."""
    said = Words(f"{asked}: tidak ada baris pekerja dengan id itu. ", f"{asked}: no worker row has that id. ")
    if not len(ids):
        return said + Words("Daftar pekerjanya kosong.", "There are no workers.")
    near = ", ".join(ids.filter(ids.str.ends_with(f".{asked}")).sort().head(5))
    meant = Words(f" Mungkin: {near}.", f" Perhaps: {near}.") if near else Words("", "")
    return said + _form_of(ids) + meant


def _form_of(ids: pl.Series) -> Words:
    some = ", ".join(ids.head(3))
    if ids.str.contains(r"^\d+\.").all():
        return Words(
            f"Beberapa daftar dipadankan bersama, jadi id ditulis daftar.baris: “2.15” ialah baris 15 daftar kedua. Contoh: {some}.",
            f"Several lists were linked together, so an id is list.row: “2.15” is row 15 of the second list. Examples: {some}.",
        )
    if ids.str.contains(r"^\d+$").all():
        return Words(
            f"Id ialah nomor baris, mulai 1 untuk baris pertama di bawah judul, atau isi kolom id. Contoh: {some}.",
            f"An id is the number of the row, 1 for the first below the header, or what column id says. Examples: {some}.",
        )
    return Words(f"Id ialah isi kolom id. Contoh: {some}.", f"An id is what column id says. Examples: {some}.")


def _candidate(row: Mapping[str, Any], stage: str | None, threshold: float | None) -> Candidate:
    """threshold: None of masked lists, of which hashes alone decide."""
    compared = tuple(
        Compared(
            each.title,
            _level(each.levels, row[each.name]),
            None if row[each.name] is None else row[f"{each.name}_bits"],
        )
        for each in COMPARISONS
        if each.name in row
    )
    verdict = _by_hash(stage) if threshold is None else _verdict(row, stage, threshold)
    return Candidate(row["participant_id"], row["probability"], row["accepted"], stage, compared, verdict)


def _by_hash(stage: str | None) -> Words:
    if stage == "nik":
        return Words(
            "Orang yang sama menurut sandi NIK; nama dan tanggal lahirnya tidak dapat dicocokkan.",
            "The same person by the hash of the NIK; name and birth date could not be held against it.",
        )
    return Words(
        "Orang yang sama menurut sandi nama, tanggal lahir dan kabupaten/kota.",
        "The same person by the hash of name, birth date and regency.",
    )


def _level(levels: Any, name: str | None) -> Words:
    if name is None:
        return Words("tidak diketahui pada salah satu daftar", "not known in one of the lists")
    said: Words = next(level.said for level in levels if level.name == name)
    return said


def _verdict(row: Mapping[str, Any], stage: str | None, threshold: float) -> Words:
    if row["accepted"] and stage == "nik":
        return Words(
            "Orang yang sama: NIK sama, dan nama atau tanggal lahir mendukung.",
            "The same person: one NIK, and name or birth date agree.",
        )
    likely = Words("kemungkinannya ", "the probability is ") + _percent(row["probability"])
    limit = Words(", batas ", ", the limit ") + _percent(threshold) + same(".")
    if row["accepted"]:
        return Words("Orang yang sama: ", "The same person: ") + likely + limit
    if row["probability"] >= threshold:
        return Words(
            "Bukan pasangannya: peserta ini lebih cocok dengan baris lain.",
            "Not the pair: this participant fits another row better.",
        )
    return Words("Bukan orang yang sama menurut model: ", "Not the same person by the model: ") + likely + limit


def _percent(probability: float) -> Words:
    """Never "100 %": nothing is certain."""
    shown = f"{min(probability * 100, 99.9):.1f}"
    return Words(shown.replace(".", ",") + " %", shown + "%")
