"""Members registered as workers without wage at an age at which nobody is taken any more."""

import polars as pl

from semesta.basics.words import Words
from semesta.people.findings.finding import Extra, Finding, reasons
from semesta.people.findings.over_age import LIMIT, age_on
from semesta.people.people import People


def find(people: People) -> pl.DataFrame:
    """Memberships without wage, by the age limit of the day of registration."""
    steps = [(step.since, int(str(step.value))) for step in people.law.book.parameters[LIMIT].steps]
    day = pl.col("registered_on")
    limit = pl.lit(None, pl.Int64)
    for since, age in steps:
        limit = pl.when(day >= since).then(age).otherwise(limit)
    rows = people.ours.filter(pl.col("segment") == "BPU").with_columns(limit=limit)
    found = rows.filter(age_on(day) >= pl.col("limit"))
    return found.select(
        "id",
        "funding",
        *reasons(Words("sudah {} tahun atau lebih ketika didaftarkan", "{} or older when registered"), pl.col("limit")),
    )


FINDING = Finding(
    name="registered_over_age",
    title=Words("Didaftarkan setelah batas usia", "Registered over the age"),
    what=Words(
        "Peserta bukan penerima upah yang menurut tanggal lahirnya sudah melewati batas usia ketika didaftarkan.",
        "Members without wage who by their birth date were over the age when registered.",
    ),
    next_step=Words(
        "Periksa tanggal lahirnya pada KTP dan tanyakan kepada kantor cabang bagaimana kepesertaannya; jangan menunggu sampai ada klaim.",
        "Check the birth date on the KTP and ask the branch how the membership stands; do not wait for a claim.",
    ),
    of="participants",
    needs=("participants",),
    find=find,
    counts=Words("kepesertaan", "memberships"),
    extras=(Extra("funding", Words("Sumber dana", "Funding"), "text"),),
    law="PP 44/2015 (belum terverifikasi)",
    never=Words(
        "bukan putusan bahwa kepesertaannya batal: tanggal lahir dalam daftar sering salah",
        "no ruling that the membership is void: birth dates in lists are often wrong",
    ),
)
