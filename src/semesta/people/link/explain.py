"""Why a worker row is, or is not, one person with a participant: in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from semesta.basics.words import Words, same
from semesta.people.link.comparisons import COMPARISONS
from semesta.people.link.faults import LinkError
from semesta.people.link.kept import PAIRS, PERSONS, REASONS, summary_in, table_in

NO_CANDIDATE = Words(
    "Tidak ada peserta yang mirip: tidak satu pun berbagi NIK (atau hampir), atau tanggal lahir bersama nama atau kecamatan, "
    "atau nama bersama tahun lahir atau desa.",
    "No participant is alike: none shares the NIK (or nearly), or the birth date with name or district, "
    "or the name with year of birth or village.",
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
    """What was found for a worker row: its candidates, likeliest first, and the other rows of the same person."""

    worker_id: str
    candidates: tuple[Candidate, ...]
    same_person: tuple[str, ...]


def explanation(folder: Path, worker_id: str) -> Explanation:
    """Of a row of a linking that stands in a folder.

    Raises:
        LinkError: no linking there, or no such row.
    """
    threshold = summary_in(folder)["threshold"]
    own = table_in(folder, PERSONS, worker_id=worker_id)
    if not own.height:
        raise LinkError(
            Words(f"{worker_id}: tidak ada baris pekerja dengan id itu", f"{worker_id}: no worker row has that id")
        )
    stages = dict(table_in(folder, PAIRS, worker_id=worker_id).select("participant_id", "stage").iter_rows())
    rows = table_in(folder, REASONS, worker_id=worker_id).sort("accepted", "probability", descending=True)
    person = table_in(folder, PERSONS, person_id=own["person_id"][0])
    others = tuple(other for other in person["worker_id"] if other != worker_id)
    candidates = tuple(
        _candidate(row, stages.get(row["participant_id"]), threshold) for row in rows.iter_rows(named=True)
    )
    return Explanation(worker_id, candidates, others)


def _candidate(row: Mapping[str, Any], stage: str | None, threshold: float) -> Candidate:
    compared = tuple(
        Compared(
            each.title,
            _level(each.levels, row[each.name]),
            None if row[each.name] is None else row[f"{each.name}_bits"],
        )
        for each in COMPARISONS
        if each.name in row
    )
    return Candidate(
        row["participant_id"], row["probability"], row["accepted"], stage, compared, _verdict(row, stage, threshold)
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
