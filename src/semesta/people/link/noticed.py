"""What about the two lists makes the linking less sure, and how their places relate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import polars as pl

from semesta.basics.places import PLACES
from semesta.basics.shown import count
from semesta.basics.words import Words
from semesta.files.lists_apart import said_apart
from semesta.people.link.comparisons import BORN, COMPARISONS, NIK, Comparison
from semesta.people.link.connection import frame_of, number_of

if TYPE_CHECKING:
    import duckdb

Basis = Literal["residence", "office", "unstated"]

_APART = Words("PERINGATAN: dua daftar dari wilayah yang berbeda: ", "WARNING: two lists of different places: ")
_NO_NIK = Words(
    "kolom NIK tidak ada atau kosong pada salah satu daftar: dipadankan lewat nama, tanggal lahir dan tempat, kepastiannya lebih rendah",
    "no NIK in one of the lists: linked by name, birth date and place, less surely",
)
_FEWER = Words(
    "tidak dibandingkan karena kosong pada salah satu daftar: ", "not compared, for one of the lists does not tell: "
)
_OFFICE = Words(
    "ekstrak peserta menurut kantor cabang: peserta yang terdaftar di kantor lain tidak terlihat, jadi yang terdaftar paling sedikit sekian",
    "an extract by branch office: those registered at another are not seen, so at least this many are registered",
)

NIKS_APART = "l.dob_nik is not null and r.dob_nik is not null and hamming(l.nik, r.nik) > 2"
"""SQL: whether two rows have NIKs that are whole, telling a birth date, and differ in more than slips would."""
_MOST_NAMED = 3


def basis_of(participants: pl.DataFrame) -> Basis:
    """How the extract chose its people: an office's members, or residents of a place."""
    for column, basis in (("office", "office"), ("place", "residence")):
        if column in participants.columns and participants[column].null_count() < participants.height:
            return basis  # type: ignore[return-value]
    return "unstated"


@dataclass(frozen=True, slots=True)
class Seen:
    """How many rows the lists have, and how many of them live in each regency; those that say none under ""."""

    workers: int
    participants: int
    workers_in: Mapping[str, int]
    participants_in: Mapping[str, int]


def seen_in(con: duckdb.DuckDBPyConnection) -> Seen:
    """Of the tables `workers` and `participants` of a connection."""
    return Seen(
        number_of(con, "workers"),
        number_of(con, "participants"),
        _rows_in(con, "workers"),
        _rows_in(con, "participants"),
    )


def _rows_in(con: duckdb.DuckDBPyConnection, table: str) -> dict[str, int]:
    counts = frame_of(con, f"select coalesce(kab, '') as kab, count(*) as rows from {table} group by all")
    return dict(counts.iter_rows())


def noticed(seen: Seen, comparisons: Sequence[Comparison], basis: Basis) -> list[Words]:
    """What is to be said beside the figures."""
    if empty := _empty(seen):
        return empty
    left_out = [each for each in COMPARISONS if each not in comparisons]
    said = said_of_places(seen.workers_in, seen.participants_in)
    said += [_NO_NIK] if NIK in left_out and BORN not in left_out else []
    if others := [each.title for each in left_out if each is not NIK or _NO_NIK not in said]:
        said.append(_FEWER + Words(", ".join(each.id for each in others), ", ".join(each.en for each in others)))
    if basis == "office":
        said.append(_OFFICE)
    return said


def said_of_places(workers: Mapping[str, int], participants: Mapping[str, int]) -> list[Words]:
    """That workers and participants live in different regencies, by how many rows live in each."""
    apart = said_apart(workers, participants, PLACES)
    return [_APART + apart] if apart else []


def untold(workers: int, participants: int) -> list[Words]:
    """That so many rows have neither NIK nor birth date, and what that means for them."""
    if not workers and not participants:
        return []
    ids = [f"{count(n, 'id')} baris {whose}" for n, whose in ((workers, "pekerja"), (participants, "peserta")) if n]
    ens = [
        f"{count(n, 'en')} rows of {whose}" for n, whose in ((workers, "workers"), (participants, "participants")) if n
    ]
    return [
        Words(
            f"tanpa NIK dan tanggal lahir: {' dan '.join(ids)}; baris itu tidak dapat dipadankan, sebab nama dan tempat yang sama "
            "dimiliki banyak orang. Lengkapi NIK atau tanggal lahirnya",
            f"without NIK and birth date: {' and '.join(ens)}; these cannot be linked, for many people share a name and a place. "
            "Fill in the NIK or the birth date",
        )
    ]


def of_niks_apart(ids: pl.Series) -> list[Words]:
    """That so many persons, by the ids of their first rows, have rows whose NIKs are plainly those of several."""
    if not len(ids):
        return []
    named = ", ".join(ids.head(_MOST_NAMED)) + (", …" if len(ids) > _MOST_NAMED else "")
    return [
        Words(
            f"{count(len(ids), 'id')} orang memuat baris dengan NIK utuh yang berbeda lebih dari dua angka: satu orang dengan NIK keliru, "
            f"atau beberapa orang yang tersatukan. Periksa dengan semesta explain-pair, misalnya baris {named}",
            f"{count(len(ids), 'en')} persons have rows whose NIKs are whole and differ in more than two digits: one person with a wrong NIK, "
            f"or several taken for one. Look at them with semesta explain-pair, for example rows {named}",
        )
    ]


def of_other_lists(decisions: int) -> list[Words]:
    """That so many judged pairs are not in these lists."""
    if not decisions:
        return []
    return [
        Words(
            f"{count(decisions, 'id')} putusan dalam sampel tidak dipakai: barisnya tidak ada dalam daftar ini",
            f"{count(decisions, 'en')} decisions of the sample were not used: their rows are not in these lists",
        )
    ]


def _empty(seen: Seen) -> list[Words]:
    named = {
        "workers": Words("daftar pekerja kosong", "no workers"),
        "participants": Words("daftar peserta kosong", "no participants"),
    }
    return [said for table, said in named.items() if not getattr(seen, table)]
