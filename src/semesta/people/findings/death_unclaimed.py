"""Families who are owed: the person died, was covered on that day, and nobody filed a claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import narwhals as nw
import polars as pl

from semesta.basics.words import Words
from semesta.law.answers import benefit
from semesta.people.covered import COVERED, LAST, paid_until
from semesta.people.findings.finding import Extra, Finding, in_words, reasons
from semesta.people.people import MEMBER, People

RISKS = ("JKK", "JKM")
AT_LEAST = Words("; jumlahnya paling sedikit, karena data belum lengkap", "; the amount is the least, for want of data")


def find(people: People) -> pl.DataFrame:
    """One row for each death, with what the law owes the family by the event and the months paid."""
    claimed = people.claims.filter(pl.col("programme").is_in(RISKS) & pl.col(MEMBER).is_not_null())[MEMBER]
    unclaimed = people.deaths.filter(pl.col(MEMBER).is_not_null() & ~pl.col(MEMBER).is_in(claimed.implode()))
    covered = covered_at_death(people, unclaimed)
    owed = [_owed(people, row) for row in covered.iter_rows(named=True)]
    found = covered.with_columns(
        programme=pl.Series([programme for programme, _, _ in owed], dtype=pl.String),
        owed=pl.Series([amount for _, amount, _ in owed], dtype=pl.Int64),
        is_whole=pl.Series([is_whole for _, _, is_whole in owed], dtype=pl.Boolean),
    )
    said = Words(
        "meninggal {}, terlindungi pada hari itu, belum ada klaim{}",
        "died on {}, covered on that day, no claim filed{}",
    )
    least = lambda lang: pl.when("is_whole").then(pl.lit("")).otherwise(pl.lit(AT_LEAST.said(lang)))  # noqa: E731
    return found.select("id", "death_date", "programme", "owed", *reasons(said, in_words("death_date"), least))


def covered_at_death(people: People, deaths: pl.DataFrame) -> pl.DataFrame:
    """The deaths of people covered on the day of death, each once, with their membership and `months_paid` until then."""
    theirs = people.participants.select("id", MEMBER, "segment", "wage", "registered_on", "ended_on", "status", LAST)
    rows = deaths.select("id", MEMBER, "death_date", "work_accident", "kk").join(
        theirs, on=MEMBER, suffix="_membership"
    )
    rows = rows.with_columns(both=pl.concat_str("id", "id_membership", separator="|"))
    if people.has("payments"):
        rows = _with_paid_until_death(people, rows.drop(LAST))
    else:
        rows = rows.with_columns(months_paid=pl.lit(None, pl.Int64))
    stated = people.stated(rows, "death_date").filter(pl.col("state").is_in(list(COVERED)))
    return stated.sort(pl.col("segment") != "PU", "both").unique("id", keep="first", maintain_order=True).sort("id")


def _with_paid_until_death(people: People, rows: pl.DataFrame) -> pl.DataFrame:
    """What was paid by the day of death: what was paid afterwards covers nobody."""
    paid = rows.select("both", "id_membership", "death_date").join(
        people.payments, left_on="id_membership", right_on="participant_id"
    )
    in_time = paid.filter(
        (pl.col("paid_on").is_null() | (pl.col("paid_on") <= pl.col("death_date")))
        & (pl.col("month") <= pl.col("death_date").dt.strftime("%Y-%m"))
    )
    last = paid_until(nw.from_native(in_time), dt.date.max, "both").to_native()
    months = in_time.group_by("both").agg(months_paid=pl.col("month").n_unique().cast(pl.Int64))
    return rows.join(last, on="both", how="left").join(months, on="both", how="left")


def _owed(people: People, row: Mapping[str, Any]) -> tuple[str, int | None, bool]:
    """The programme, what it owes in whole rupiah, and whether that is all; None where the law cannot tell."""
    programme = "JKK" if row["work_accident"] else "JKM"
    segment, wage = row["segment"] or "BPU", row["wage"]
    case = {
        "programme": programme,
        "event": "death",
        "date": row["death_date"],
        "segment": segment,
        "months_paid": row["months_paid"],
        "wage_per_month" if segment == "PU" else "income_per_month": wage,
        "children": _children(people, row["kk"]),
    }
    answer = benefit({name: value for name, value in case.items() if value not in (None, [])}, people.law)
    if answer.problems:
        return programme, None, False
    return programme, answer.at_least, answer.total is not None


def _children(people: People, kk: str | None) -> list[dict[str, Any]]:
    """The children of the family who go to school, as a case names them."""
    if kk is None or not people.has("households"):
        return []
    family = people.frames["households"].filter((pl.col("kk") == kk) & (pl.col("relation") == "child"))
    at_school = family.filter(pl.col("school_level").is_not_null()).select("school_level", "birth_date")
    return [{"level": level, **({"born": born} if born else {})} for level, born in at_school.iter_rows()]


FINDING = Finding(
    name="death_unclaimed",
    title=Words("Meninggal, terlindungi, belum diklaim", "Died, covered, and never claimed for"),
    what=Words(
        "Keluarga yang berhak atas manfaat dan belum mengajukan klaim.",
        "Families owed a benefit who have not filed a claim.",
    ),
    next_step=Words(
        "Kunjungi keluarganya, bantu melengkapi dokumen, dan ajukan klaim di kantor cabang.",
        "Visit the family, help with the documents and file the claim at the branch.",
    ),
    of="deaths",
    needs=("deaths", "participants", "claim_cases"),
    find=find,
    extras=(
        Extra("death_date", Words("Tanggal meninggal", "Died on"), "day"),
        Extra("programme", Words("Program", "Programme"), "text"),
        Extra("owed", Words("Menjadi hak keluarga (Rp)", "Owed to the family (Rp)"), "rupiah"),
    ),
    law="PP 44/2015 Pasal 25 dan 34 jo. PP 82/2019; Permenaker 1/2025",
    never=Words(
        "bukan keputusan klaim: kantor cabang yang memeriksa dan memutuskan",
        "no decision on a claim: the branch examines and decides",
    ),
)
