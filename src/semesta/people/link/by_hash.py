"""Linking of masked lists: by equal hashes alone, so nothing misspelt is found, and how much that may be."""

from __future__ import annotations

import math

import polars as pl

from semesta.basics.words import Words
from semesta.files.lists_apart import rows_by_regency
from semesta.people.link.linking import Linked
from semesta.people.link.model import default_model
from semesta.people.link.noticed import basis_of, said_of_places
from semesta.people.link.settle import first_of_each

_NIK, _PERSON = "nik_hash", "person_hash"
HASHES = frozenset({_NIK, _PERSON})
"""What masked lists are compared in, as their summary says."""
_BY_NIK, _BY_PERSON = 0.999, 0.98
EXACT_ONLY = Words(
    "daftar bersandi: hanya kecocokan persis, NIK dan nama yang salah tulis tidak ditemukan, jadi yang terdaftar paling sedikit sekian",
    "masked lists: exact matches only, misspelt NIKs and names are not found, so at least this many are registered",
)


def link_masked(workers: pl.DataFrame, participants: pl.DataFrame) -> Linked:
    """Which participant each worker is, by equal NIK hash, else by equal hash of name, birth date and regency.

    Args:
        workers, participants: nik_hash, person_hash; rows are numbered from 1 in their order.
    """
    left = workers.select(worker=pl.int_range(pl.len()), nik=_NIK, person=_PERSON)
    right = participants.select(participant=pl.int_range(pl.len()), nik=_NIK, person=_PERSON)
    by_nik, by_person = (_matches(left, right, key) for key in ("nik", "person"))
    rest = by_person.join(by_nik, on="worker", how="anti")
    found = pl.concat(
        [
            by_nik.with_columns(probability=pl.lit(_BY_NIK), stage=pl.lit("nik")),
            rest.with_columns(probability=pl.lit(_BY_PERSON), stage=pl.lit("model")),
        ]
    ).sort("worker")
    persons = _persons(left, found)
    one = found.join(persons, on="worker").with_columns(pl.col("participant").first().over("first"))
    summary = _summary(workers, participants, one, persons, by_nik, by_person)
    pairs = one.select(
        worker_id=_id("worker"), participant_id=_id("participant"), probability="probability", stage="stage"
    )
    clusters = persons.select(worker_id=_id("worker"), person_id=_id("first"))
    reasons = pairs.select("worker_id", "participant_id", "probability", accepted=pl.lit(True))
    return Linked(pairs, clusters, summary, reasons, default_model())


def _id(column: str) -> pl.Expr:
    return (pl.col(column) + 1).cast(pl.String)


def _matches(left: pl.DataFrame, right: pl.DataFrame, key: str) -> pl.DataFrame:
    """The first participant of each worker with the same hash."""
    firsts = right.filter(pl.col(key).is_not_null()).group_by(key).agg(pl.col("participant").min())
    return left.filter(pl.col(key).is_not_null()).join(firsts, on=key).select("worker", "participant")


def _persons(left: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """worker, first: the first of the rows that share a hash or a participant; one NIK under two names is two people's."""
    edges: list[tuple[int, int]] = []
    named = left.with_columns(names=pl.col("person").n_unique().over("nik"))
    participants = found.join(named.select("worker", "names"), on="worker")
    for frame, key in (
        (named.filter(pl.col("names") == 1), "nik"),
        (left, "person"),
        (participants.filter(pl.col("names") == 1), "participant"),
    ):
        firsts = frame.filter(pl.col(key).is_not_null()).select("worker", first=pl.col("worker").min().over(key))
        edges += firsts.filter(pl.col("worker") != pl.col("first")).iter_rows()
    first = first_of_each(edges)
    known = pl.DataFrame(
        {"worker": list(first), "first": list(first.values())}, {"worker": pl.Int64, "first": pl.Int64}
    )
    together = left.select("worker").join(known, on="worker", how="left", maintain_order="left")
    return together.select("worker", pl.coalesce("first", "worker").alias("first"))


def _summary(
    workers: pl.DataFrame,
    participants: pl.DataFrame,
    found: pl.DataFrame,
    persons: pl.DataFrame,
    by_nik: pl.DataFrame,
    by_person: pl.DataFrame,
) -> dict[str, object]:
    count, matched = persons["first"].n_unique(), found["first"].n_unique()
    both = by_nik.join(by_person, on="worker", how="semi").height
    # Two ways of finding the same people: what both find tells how many neither does.
    thought = (by_nik.height + 1) * (by_person.height + 1) / (both + 1) - 1
    spare = 2 * math.sqrt(matched + 1) + 0.005 * count
    low = max(0.0, (matched - spare) / count) if count else None
    high = min(1.0, (max(matched, 2 * thought - matched) + spare) / count) if count else None
    return {
        "workers": workers.height,
        "persons": count,
        "participants": participants.height,
        "matched": matched,
        "coverage": round(matched / count, 6) if count else None,
        "coverage_low": None if low is None else round(low, 6),
        "coverage_high": None if high is None else round(high, 6),
        "basis": basis_of(participants),
        "level": 3,
        "stages": {stage: int((found["stage"] == stage).sum()) for stage in ("nik", "model")},
        "threshold": 1.0,
        "model": "-",
        "compared": [_NIK, _PERSON],
        "reviewed": 0,
        "notes": [{"id": said.id, "en": said.en} for said in (*_apart(workers, participants), EXACT_ONLY)],
    }


def _apart(workers: pl.DataFrame, participants: pl.DataFrame) -> list[Words]:
    """That the lists are of different places, where both say theirs."""
    if "place" not in workers.columns or "place" not in participants.columns:
        return []
    return said_of_places(rows_by_regency(workers), rows_by_regency(participants))
