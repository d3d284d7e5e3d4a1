"""Accounts, villages and payers with many deaths soon after entry: a list to look into, never an accusation."""

from __future__ import annotations

import math

import polars as pl

from semesta.basics.words import Words
from semesta.people.covered import LAST
from semesta.people.findings.finding import Extra, Finding, month_number, reasons
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
    entry = _months("registered_on")
    today = month_number(people.day)
    end = pl.min_horizontal(
        pl.lit(today),
        _months("death_date"),
        pl.when(~pl.col("on_going")).then(pl.max_horizontal(_months("ended_on"), LAST)),
    )
    lived = (end - entry + 1).clip(lower_bound=0)
    at_death = _months("death_date") - entry + 1
    return rows.with_columns(
        months_early=lived.clip(upper_bound=EARLY),
        months_next=(lived - EARLY).clip(0, NEXT - EARLY),
        months_later=(lived - NEXT).clip(lower_bound=0),
        deaths_early=at_death.is_between(1, EARLY).fill_null(False).cast(pl.Int64),
        deaths_next=at_death.is_between(EARLY + 1, NEXT).fill_null(False).cast(pl.Int64),
        deaths_later=((at_death > NEXT) & (at_death <= lived)).fill_null(False).cast(pl.Int64),
    )


def _months(column: str) -> pl.Expr:
    at = pl.col(column).dt
    return at.year().cast(pl.Int64) * 12 + at.month().cast(pl.Int64)


def _by(lives: pl.DataFrame, column: str, later: float) -> pl.DataFrame:
    counted = pl.col("months_early", "months_next", "months_later", "deaths_early", "deaths_next", "deaths_later").sum()
    each = lives.filter(pl.col(column).is_not_null()).group_by(pl.col(column).alias("named")).agg(counted)
    many = each.filter(pl.col("deaths_early") >= LEAST_DEATHS)
    low = [_bounds(deaths, months)[0] for deaths, months in many.select("deaths_early", "months_early").iter_rows()]
    found = many.with_columns(rate_low=pl.Series(low, dtype=pl.Float64)).filter(pl.col("rate_low") > later)
    kind = BY[column]
    return found.select(
        kind=pl.lit(column),
        named=pl.col("named"),
        deaths_early=pl.col("deaths_early"),
        deaths_next=pl.col("deaths_next"),
        deaths_later=pl.col("deaths_later"),
        rate=pl.col("deaths_early") * YEARS / pl.col("months_early"),
        rate_low=pl.col("rate_low"),
        rate_high=pl.Series(
            [_bounds(d, m)[1] for d, m in found.select("deaths_early", "months_early").iter_rows()], dtype=pl.Float64
        ),
        rate_later=pl.lit(later),
    ).with_columns(
        reasons(
            Words(
                kind.id
                + ": {} kematian dalam bulan 1–"
                + str(EARLY)
                + ", {} dalam bulan "
                + f"{EARLY + 1}–{NEXT}, {{}} sesudahnya",
                kind.en
                + ": {} deaths in months 1–"
                + str(EARLY)
                + ", {} in months "
                + f"{EARLY + 1}–{NEXT}, {{}} later",
            ),
            *(pl.col(f"deaths_{when}") for when in ("early", "next", "later")),
        )
    )


def _rate(deaths: int, months: int) -> float:
    return deaths * YEARS / months if months else 0.0


def _bounds(deaths: int, months: int) -> tuple[float, float]:
    """Byar's approximation of the exact 95 % Poisson interval of a rate per thousand person-years."""

    def at(count: int, z: float) -> float:
        return count * (1 - 1 / (9 * count) + z / (3 * math.sqrt(count))) ** 3 if count else 0.0

    return at(deaths, -Z) * YEARS / months, at(deaths + 1, Z) * YEARS / months


_EMPTY = pl.DataFrame(
    schema={
        "kind": pl.String, "named": pl.String, "deaths_early": pl.Int64, "deaths_next": pl.Int64, "deaths_later": pl.Int64,
        "rate": pl.Float64, "rate_low": pl.Float64, "rate_high": pl.Float64, "rate_later": pl.Float64,
        "reason_id": pl.String, "reason_en": pl.String,
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
    extras=(
        Extra("named", Words("Kode", "Code"), "text"),
        Extra("deaths_early", Words("Meninggal bulan 1–3", "Died in months 1–3"), "count"),
        Extra("deaths_next", Words("Meninggal bulan 4–12", "Died in months 4–12"), "count"),
        Extra("deaths_later", Words("Meninggal sesudahnya", "Died later"), "count"),
        Extra("rate", Words("Per 1.000 orang-tahun", "Per 1,000 person-years"), "count"),
        Extra("rate_low", Words("Batas bawah 95 %", "Lower bound 95%"), "count"),
        Extra("rate_high", Words("Batas atas 95 %", "Upper bound 95%"), "count"),
        Extra("rate_later", Words("Peserta lama", "Long-standing members"), "count"),
    ),
    law="Permenaker 1/2025 (masa tunggu)",
    never=Words(
        "bahan tinjauan, bukan tuduhan: sakit, usia dan kebetulan juga menjelaskannya",
        "for review, no accusation: illness, age and chance explain it too",
    ),
)
