"""Families who are owed: the person died, was covered on that day, and nobody filed a claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import polars as pl

from semesta.basics.words import Words
from semesta.law.answers import benefit
from semesta.law.faults import NoLawOnDate
from semesta.law.jkk.deadlines import claim_deadline
from semesta.people.covered import COVERED, LAST, paid_until
from semesta.people.findings.finding import Extra, Finding, in_words, month_of, reasons
from semesta.people.people import MEMBER, People

RISKS = ("JKK", "JKM")
FOR_DEATH = r"^(?:death|scholarship)"
"""Codes of benefits that follow a death."""
FACTS = ("segment", "months_paid", "wage", "school_levels")
"""What a case that is opened for a family starts from, beside the columns of the list."""
AT_LEAST = Words("; jumlahnya paling sedikit, karena data belum lengkap", "; the amount is the least, for want of data")


def find(people: People) -> pl.DataFrame:
    """One row for each death, with what the law owes the family by the event and the months paid, and by when."""
    mourned = people.deaths.filter(pl.col(MEMBER).is_not_null())
    covered = covered_at_death(people, mourned.filter(~pl.col("id").is_in(_claimed(people, mourned).implode())))
    owed = [_owed(people, row) for row in covered.iter_rows(named=True)]
    found = covered.with_columns(
        programme=pl.Series([each.programme for each in owed], dtype=pl.String),
        owed=pl.Series([each.amount for each in owed], dtype=pl.Int64),
        is_whole=pl.Series([each.is_whole for each in owed], dtype=pl.Boolean),
        until=pl.Series([each.until for each in owed], dtype=pl.Date),
        pays_within=pl.Series([each.pays_within for each in owed], dtype=pl.Int64),
        school_levels=pl.Series(
            [" ".join(child["level"] for child in _children(people, kk)) for kk in covered["kk"]], dtype=pl.String
        ),
    )
    said = Words(
        "meninggal {}, terlindungi pada hari itu, belum ada klaim{}",
        "died on {}, covered on that day, no claim filed{}",
    )
    least = lambda lang: pl.when("is_whole").then(pl.lit("")).otherwise(pl.lit(AT_LEAST.said(lang)))  # noqa: E731
    columns = ("id", "death_date", "programme", "owed", "until", "pays_within")
    return found.select(*columns, *FACTS, *reasons(said, in_words("death_date"), least))


def _claimed(people: People, deaths: pl.DataFrame) -> pl.Series:
    """The deaths for which a claim was filed, by any membership: an earlier accident of the same person is another claim."""
    claims = people.claims.filter(pl.col("programme").is_in(RISKS) & pl.col(MEMBER).is_not_null())
    claims = claims.select(MEMBER, "benefit", "programme", claimed="event_date", filed="filed_on")
    both = deaths.select("id", MEMBER, "death_date").join(claims, on=MEMBER)
    for_death = pl.col("benefit").str.contains(FOR_DEATH)
    came_after = pl.coalesce("filed", "claimed") >= pl.col("death_date")
    unsaid = pl.when(pl.col("benefit").is_null()).then((pl.col("programme") == "JKM") | came_after)
    return both.filter(pl.coalesce(unsaid, for_death).fill_null(False))["id"].unique()


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
    stated = people.stated(_as_of_death(rows), "death_date").filter(pl.col("state").is_in(list(COVERED)))
    return stated.sort(pl.col("segment") != "PU", "both").unique("id", keep="first", maintain_order=True).sort("id")


def _as_of_death(rows: pl.DataFrame) -> pl.DataFrame:
    """The memberships without a status that speaks of a later day: who ended or was paid for beyond the death had not left."""
    beyond = (pl.col("ended_on") >= pl.col("death_date")) | (pl.col(LAST) >= month_of("death_date"))
    return rows.with_columns(pl.when(~beyond.fill_null(False)).then("status").alias("status"))


def _with_paid_until_death(people: People, rows: pl.DataFrame) -> pl.DataFrame:
    """What was paid by the day of death: what was paid afterwards covers nobody."""
    paid = rows.select("both", "id_membership", "death_date").join(
        people.payments, left_on="id_membership", right_on="participant_id"
    )
    last = paid_until(nw.from_native(paid), "death_date", "both").to_native()
    in_time = paid.filter(
        (pl.col("paid_on").is_null() | (pl.col("paid_on") <= pl.col("death_date")))
        & (pl.col("month") <= pl.col("death_date").dt.strftime("%Y-%m"))
    )
    months = in_time.group_by("both").agg(months_paid=pl.col("month").n_unique().cast(pl.Int64))
    return rows.join(last, on="both", how="left").join(months, on="both", how="left")


@dataclass(frozen=True)
class _Owed:
    """amount: whole rupiah, None where the law cannot tell; until: the last day to claim, None where the law sets none."""

    programme: str
    amount: int | None
    is_whole: bool
    until: dt.date | None
    pays_within: int | None


def _owed(people: People, row: Mapping[str, Any]) -> _Owed:
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
    until = _claim_by(people, programme, row["death_date"])
    if answer.problems or answer.after is None:
        return _Owed(programme, None, False, until, None)
    days = answer.after.pays_within
    return _Owed(programme, answer.at_least, answer.total is not None, until, int(str(days.value)) if days else None)


def _claim_by(people: People, programme: str, died: dt.date) -> dt.date | None:
    try:
        return claim_deadline(died, people.law).last_day if programme == "JKK" else None
    except NoLawOnDate:
        return None


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
    counts=Words("orang", "people"),
    extras=(
        Extra("death_date", Words("Tanggal meninggal", "Died on"), "day"),
        Extra("programme", Words("Program", "Programme"), "text"),
        Extra("owed", Words("Menjadi hak keluarga (Rp)", "Owed to the family (Rp)"), "rupiah"),
        Extra("until", Words("Klaim paling lambat", "To be claimed by"), "day"),
        Extra("pays_within", Words("Dibayar dalam (hari kerja)", "Paid within (working days)"), "count"),
    ),
    papers=("JKM", "JKK", "scholarship"),
    law="PP 44/2015 Pasal 25 dan 34 jo. PP 82/2019; Permenaker 1/2025",
    never=Words(
        "bukan keputusan klaim: kantor cabang yang memeriksa dan memutuskan; saldo JHT dan hak pensiun di luar jumlah ini",
        "no decision on a claim: the branch examines and decides; savings (JHT) and pension are on top of the amount",
    ),
)
