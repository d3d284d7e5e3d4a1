"""Memberships that a government pays for while somebody else pays for the same person."""

import polars as pl

from semesta.basics.words import Lang, Words
from semesta.people.covered import COVERED
from semesta.people.findings.finding import Extra, Finding, reasons
from semesta.people.people import MEMBER, People

PUBLIC = r"^(?:apbd|apbdes|apbn|dbh)"
"""Sources of money that are a government's."""
OWN = Words("iuran sendiri", "own contributions")
"""Said instead of the account: who pays for himself may stand there by name."""


def find(people: People) -> pl.DataFrame:
    """One row for each public membership of a person who is covered by another one too, and paid for in the same months.

    Where payments of both are known and no month and programme was paid by both, one took over from the other: nothing is
    paid twice, though cover runs on for a while after the last month paid.
    """
    covered = people.participants.filter(pl.col("state").is_in(list(COVERED))).with_columns(
        is_public=pl.col("funding").str.contains(PUBLIC).fill_null(False),
        account=pl.coalesce("sponsor", "funding", "office", pl.lit("–")),
    )
    public = covered.filter(pl.col("is_public") & pl.col("id").is_in(people.ours["id"].implode())).select(
        "id", MEMBER, "account", "segment", "funding"
    )
    pairs = public.join(covered, on=MEMBER, suffix="_other").filter(pl.col("id") != pl.col("id_other"))
    elsewhere = pairs.filter(
        (pl.col("account") != pl.col("account_other")) | pl.col("funding").ne_missing(pl.col("funding_other"))
    )
    twice = _with_months(people, elsewhere).filter(pl.col("months").is_null() | (pl.col("months") > 0))
    surest = twice.sort(pl.col("segment_other") != "PU", "id_other").unique("id", keep="first", maintain_order=True)
    return surest.sort("id").select("id", "funding", "funding_other", "months", "amount", *_why())


def _with_months(people: People, pairs: pl.DataFrame) -> pl.DataFrame:
    """How many months both were paid for, and what the public one cost in them; unknown without payments of each."""
    if not people.has("payments"):
        return pairs.with_columns(months=pl.lit(None, pl.Int64), amount=pl.lit(None, pl.Int64))
    paid = people.payments.select("participant_id", "month", "programmes", "amount").with_row_index("nth")
    ours = pairs.select("id", "id_other").join(paid, left_on="id", right_on="participant_id")
    theirs = paid.select("month", pl.col("participant_id").alias("id_other"), theirs="programmes").unique()
    same_month = ours.join(theirs, on=["id_other", "month"])
    alike = same_month.filter(_have_in_common("programmes", "theirs")).unique(["id", "id_other", "nth"])
    both = alike.group_by("id", "id_other").agg(
        months=pl.col("month").n_unique().cast(pl.Int64),
        amount=pl.when(pl.col("amount").is_not_null().any()).then(pl.col("amount").sum()),
    )
    known = paid["participant_id"].unique().implode()
    are_known = pl.col("id").is_in(known) & pl.col("id_other").is_in(known)
    joined = pairs.join(both, on=["id", "id_other"], how="left", maintain_order="left")
    return joined.with_columns(pl.when(are_known).then(pl.col("months").fill_null(0)).otherwise("months"))


def _have_in_common(one: str, other: str) -> pl.Expr:
    """Whether two columns of programmes, "JKK JKM", name one that is the same; where either says nothing it may be so."""
    common = pl.col(one).str.split(" ").list.set_intersection(pl.col(other).str.split(" "))
    return (common.list.len() > 0).fill_null(True)


def _why() -> list[pl.Expr]:
    is_employer = (pl.col("segment_other") == "PU").fill_null(False)
    is_own = (pl.col("funding_other") == "mandiri").fill_null(False) & ~is_employer

    def other(lang: Lang) -> pl.Expr:
        return pl.when(is_own).then(pl.lit(OWN.said(lang))).otherwise("account_other")

    by_employer = reasons(Words("sudah dibayar pemberi kerja {}", "already paid for by the employer {}"), other)
    by_other = reasons(Words("juga dibayar melalui {}", "also paid for through {}"), other)
    return [pl.when(is_employer).then(one).otherwise(two) for one, two in zip(by_employer, by_other, strict=True)]


FINDING = Finding(
    name="paid_twice",
    title=Words("Dibayar dua kali", "Paid for twice"),
    what=Words(
        "Peserta yang iurannya dibayar pemerintah, padahal ada pembayar lain bagi orang yang sama pada bulan dan program yang sama.",
        "Members a government pays for although somebody else pays for the same person, month and programme.",
    ),
    next_step=Words(
        "Pastikan orangnya sama, lalu alihkan kuota kepada pekerja yang belum terlindungi.",
        "Make sure that it is one person, then give the place to a worker without cover.",
    ),
    of="participants",
    needs=("participants",),
    find=find,
    counts=Words("kepesertaan", "memberships"),
    extras=(
        Extra("funding", Words("Sumber dana", "Funding"), "text"),
        Extra("funding_other", Words("Sumber dana lain", "Other funding"), "text"),
        Extra("months", Words("Bulan dibayar keduanya", "Months both were paid"), "count"),
        Extra("amount", Words("Iuran pemerintah dalam bulan itu (Rp)", "Public contribution in them (Rp)"), "rupiah"),
    ),
    law="Permenaker 5/2021",
    never=Words(
        "bukan kesalahan peserta, dan bukan uang yang hilang: orang yang bekerja pada dua pemberi kerja memang terdaftar pada keduanya",
        "no fault of the member, and no money lost: who works for two employers is registered by both",
    ),
)
