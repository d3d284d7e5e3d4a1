"""Memberships that a government pays for while somebody else pays for the same person."""

import polars as pl

from semesta.basics.words import Words
from semesta.people.covered import COVERED
from semesta.people.findings.finding import Extra, Finding, reasons
from semesta.people.people import MEMBER, People

PUBLIC = r"^(?:apbd|apbdes|apbn|dbh)"
"""Sources of money that are a government's."""


def find(people: People) -> pl.DataFrame:
    """One row for each public membership of a person who is covered by another one too."""
    covered = people.participants.filter(pl.col("state").is_in(list(COVERED))).with_columns(
        is_public=pl.col("funding").str.contains(PUBLIC).fill_null(False),
        sponsor=pl.coalesce("sponsor", "funding", "office", pl.lit("–")),
    )
    public = covered.filter("is_public").select("id", MEMBER, "sponsor", "segment", "funding")
    pairs = public.join(covered, on=MEMBER, suffix="_other").filter(pl.col("id") != pl.col("id_other"))
    elsewhere = pairs.filter(
        (pl.col("sponsor") != pl.col("sponsor_other")) | pl.col("funding").ne_missing(pl.col("funding_other"))
    )
    surest = elsewhere.sort(pl.col("segment_other") != "PU", "id_other").unique("id", keep="first", maintain_order=True)
    by_employer = reasons(
        Words("sudah dibayar pemberi kerja {}", "already paid for by the employer {}"), pl.col("sponsor_other")
    )
    by_other = reasons(Words("juga dibayar melalui {}", "also paid for through {}"), pl.col("sponsor_other"))
    is_employer = (pl.col("segment_other") == "PU").fill_null(False)
    return surest.sort("id").select(
        "id",
        "funding",
        pl.col("funding_other").alias("other_funding"),
        *(pl.when(is_employer).then(one).otherwise(two) for one, two in zip(by_employer, by_other, strict=True)),
    )


FINDING = Finding(
    name="paid_twice",
    title=Words("Dibayar dua kali", "Paid for twice"),
    what=Words(
        "Peserta yang iurannya dibayar pemerintah, padahal ada pembayar lain bagi orang yang sama.",
        "Members a government pays for although somebody else pays for the same person.",
    ),
    next_step=Words(
        "Pastikan orangnya sama, lalu alihkan kuota kepada pekerja yang belum terlindungi.",
        "Make sure that it is one person, then give the place to a worker without cover.",
    ),
    of="participants",
    needs=("participants",),
    find=find,
    extras=(
        Extra("funding", Words("Sumber dana", "Funding"), "text"),
        Extra("other_funding", Words("Sumber dana lain", "Other funding"), "text"),
    ),
    law="Permenaker 5/2021",
    never=Words(
        "bukan kesalahan peserta: orang yang bekerja pada dua pemberi kerja memang terdaftar pada keduanya",
        "no fault of the member: who works for two employers is registered by both",
    ),
)
