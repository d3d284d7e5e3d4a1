"""Accounts, villages and payers with many deaths soon after entry: a list to look into, never an accusation."""

from __future__ import annotations

import math

import polars as pl

from semesta.basics.words import LANGS, Lang, Words
from semesta.people.covered import LAST
from semesta.people.findings.finding import Extra, Finding, month_number, month_of, reasons
from semesta.people.people import MEMBER, People

EARLY, NEXT = 3, 12
"""Months since entry up to which a death is early, and up to which it is neither early nor late."""
LEAST_DEATHS = 3
"""Fewer early deaths than this say nothing, and might point at a family."""
BY = {
    "sponsor": Words("wadah", "account"),
    "village": Words("desa atau kelurahan", "village"),
    "payer": Words("pembayar", "payer"),
}
Z = 1.96
YEARS = 12_000
"""Person-months to thousands of person-years."""


def find(people: People) -> pl.DataFrame:
    """Groups whose early rate of death lies, with its interval, above what all members have later."""
    lives = _lives(people)
    later = _rate(int(lives["deaths_later"].sum()), int(lives["months_later"].sum()))
    frames = [_by(lives, column, later) for column in BY if lives[column].null_count() < lives.height]
    return pl.concat([_EMPTY, *frames]).sort("rate_low", descending=True)


def _lives(people: People) -> pl.DataFrame:
    """Each member once: months lived as a member soon after entry, next, and later, and when death came."""
    members = people.participants.group_by(MEMBER, maintain_order=True).agg(
        pl.col("sponsor", "village", "payer").drop_nulls().first(),
        pl.col("registered_on").min(),
        pl.col("ended_on").max(),
        pl.col(LAST).max(),
        on_going=(pl.col("ended_on").is_null() & pl.col(LAST).is_null()).any(),
    )
    died = people.deaths.filter(pl.col(MEMBER).is_not_null()).group_by(MEMBER).agg(pl.col("death_date").min())
    rows = members.filter(pl.col("registered_on").is_not_null()).join(died, on=MEMBER, how="left")
    entry = month_of("registered_on")
    today = month_number(people.day)
    end = pl.min_horizontal(
        pl.lit(today),
        month_of("death_date"),
        pl.when(~pl.col("on_going")).then(pl.max_horizontal(month_of("ended_on"), LAST)),
    )
    lived = (end - entry + 1).clip(lower_bound=0)
    at_death = month_of("death_date") - entry + 1
    return rows.with_columns(
        months_early=lived.clip(upper_bound=EARLY),
        months_next=(lived - EARLY).clip(0, NEXT - EARLY),
        months_later=(lived - NEXT).clip(lower_bound=0),
        deaths_early=at_death.is_between(1, EARLY).fill_null(False).cast(pl.Int64),
        deaths_next=at_death.is_between(EARLY + 1, NEXT).fill_null(False).cast(pl.Int64),
        deaths_later=((at_death > NEXT) & (at_death <= lived)).fill_null(False).cast(pl.Int64),
    )


def _by(lives: pl.DataFrame, column: str, later: float) -> pl.DataFrame:
    counted = pl.col("months_early", "months_next", "months_later", "deaths_early", "deaths_next", "deaths_later").sum()
    each = (
        lives.filter(pl.col(column).is_not_null())
        .group_by(pl.col(column).alias("named"))
        .agg(counted, members=pl.len())
    )
    many = each.filter(pl.col("deaths_early") >= LEAST_DEATHS)
    bounds = [_bounds(deaths, months) for deaths, months in many.select("deaths_early", "months_early").iter_rows()]
    found = many.with_columns(
        kind=pl.lit(column),
        members=pl.col("members").cast(pl.Int64),
        expected=(pl.col("months_early") * later / YEARS).round(2),
        rate=(pl.col("deaths_early") * YEARS / pl.col("months_early")).round(1),
        rate_low=pl.Series([low for low, _ in bounds], dtype=pl.Float64).round(1),
        rate_high=pl.Series([high for _, high in bounds], dtype=pl.Float64).round(1),
        rate_later=pl.lit(round(later, 1)),
    ).filter(pl.col("rate_low") > later)
    said = {f"kind_{lang}": pl.lit(BY[column].said(lang)) for lang in LANGS}
    return found.with_columns(*_why(BY[column], each.height), **said).select(_EMPTY.columns)


def _why(kind: Words, looked_at: int) -> list[pl.Expr]:
    """How many deaths where how many were expected, and among how many groups it was looked for: some stand out by chance."""
    said = Words(
        f"{{}} kematian dalam bulan 1–{EARLY}, {{}} bila seperti peserta lama; satu dari {looked_at} {kind.id} yang dilihat",
        f"{{}} deaths in months 1–{EARLY}, {{}} if as among long-standing members; one of {looked_at} {kind.en}s looked at",
    )

    def expected(lang: Lang) -> pl.Expr:
        few = Words("kurang dari 0,1", "fewer than 0.1").said(lang)
        number = (
            pl.col("expected").round(1).cast(pl.String).str.replace(".", "," if lang == "id" else ".", literal=True)
        )
        return (
            pl.when(pl.col("expected") < 0.1)
            .then(pl.lit(few))
            .otherwise(pl.format(Words("sekitar {}", "about {}").said(lang), number))
        )

    return reasons(said, pl.col("deaths_early"), expected)


def _rate(deaths: int, months: int) -> float:
    return deaths * YEARS / months if months else 0.0


def _bounds(deaths: int, months: int) -> tuple[float, float]:
    """Byar's approximation of the exact 95 % Poisson interval of a rate per thousand person-years."""

    def at(count: int, z: float) -> float:
        return count * (1 - 1 / (9 * count) + z / (3 * math.sqrt(count))) ** 3 if count else 0.0

    return at(deaths, -Z) * YEARS / months, at(deaths + 1, Z) * YEARS / months


_EMPTY = pl.DataFrame(
    schema={
        "kind": pl.String, "named": pl.String, "members": pl.Int64, "deaths_early": pl.Int64, "expected": pl.Float64,
        "deaths_next": pl.Int64, "deaths_later": pl.Int64, "rate": pl.Float64, "rate_low": pl.Float64, "rate_high": pl.Float64,
        "rate_later": pl.Float64, "kind_id": pl.String, "kind_en": pl.String, "reason_id": pl.String, "reason_en": pl.String,
    }
)  # fmt: skip

FINDING = Finding(
    name="early_deaths",
    title=Words("Banyak kematian segera setelah masuk", "Many deaths soon after entry"),
    what=Words(
        "Wadah, desa atau pembayar yang pesertanya lebih banyak meninggal dalam tiga bulan pertama daripada peserta lama pada umumnya.",
        "Accounts, villages or payers whose members die more often in the first three months than long-standing members do.",
    ),
    next_step=Words(
        "Tinjau bersama kantor cabang bagaimana peserta didaftarkan; jangan menunda klaim keluarganya.",
        "Review with the branch how members were registered; do not hold back the families' claims.",
    ),
    of="",
    needs=("participants", "deaths"),
    find=find,
    counts=Words("kelompok", "groups"),
    extras=(
        Extra("kind", Words("Jenis", "Kind"), "text"),
        Extra("named", Words("Wadah, desa atau pembayar", "Account, village or payer"), "text"),
        Extra("members", Words("Peserta", "Members"), "count"),
        Extra("deaths_early", Words("Meninggal bulan 1–3", "Died in months 1–3"), "count"),
        Extra("deaths_next", Words("Meninggal bulan 4–12", "Died in months 4–12"), "count"),
        Extra("deaths_later", Words("Meninggal sesudahnya", "Died later"), "count"),
        Extra("rate", Words("Bulan 1–3, per 1.000 orang-tahun", "Months 1–3, per 1,000 person-years"), "count"),
        Extra("rate_low", Words("Batas bawah 95 %", "Lower bound 95%"), "count"),
        Extra("rate_high", Words("Batas atas 95 %", "Upper bound 95%"), "count"),
        Extra(
            "rate_later",
            Words("Peserta lama, per 1.000 orang-tahun", "Long-standing members, per 1,000 person-years"),
            "count",
        ),
    ),
    law="Permenaker 1/2025 (masa tunggu)",
    never=Words(
        "bahan tinjauan, bukan tuduhan: sakit, usia dan kebetulan juga menjelaskannya",
        "for review, no accusation: illness, age and chance explain it too",
    ),
)
