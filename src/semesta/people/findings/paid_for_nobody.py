"""Memberships that a government pays for, of people in none of its lists."""

import polars as pl

from semesta.basics.words import Words
from semesta.people.covered import COVERED
from semesta.people.findings.finding import Extra, Finding, reasons
from semesta.people.findings.paid_twice import PUBLIC
from semesta.people.people import MEMBER, People
from semesta.people.perhaps import PERHAPS, perhaps_worker


def find(people: People) -> pl.DataFrame:
    """One row for each public membership covered on the day whose member was found in no list."""
    listed = people.workers.filter(pl.col(MEMBER).is_not_null())[MEMBER].unique()
    public = people.ours.filter(pl.col("funding").str.contains(PUBLIC) & pl.col("state").is_in(list(COVERED)))
    nobody = public.filter(~pl.col(MEMBER).is_in(listed.implode()))
    rows = perhaps_worker(people, nobody)
    said = reasons(Words("dibayar, tidak ada dalam daftar mana pun", "paid for, in none of the lists"))
    doubt = reasons(
        Words(
            "dibayar, tidak pasti ada dalam daftar: bandingkan dahulu", "paid for, not surely in a list: compare first"
        )
    )
    unsure = pl.col(PERHAPS).is_not_null()
    return rows.select(
        "id", "funding", PERHAPS, *(pl.when(unsure).then(b).otherwise(a) for a, b in zip(said, doubt, strict=True))
    )


FINDING = Finding(
    name="paid_for_nobody",
    title=Words("Dibayar, tidak ada dalam daftar", "Paid for, in nobody's list"),
    what=Words(
        "Peserta yang iurannya dibayar pemerintah dan tidak diajukan dinas atau desa mana pun.",
        "Members a government pays for whom no office or village has listed.",
    ),
    next_step=Words(
        "Minta dasar penetapannya (SK); bila tidak ada, alihkan kuotanya.",
        "Ask for the decree behind it; if there is none, give the place to somebody else.",
    ),
    of="participants",
    needs=("workers", "participants"),
    find=find,
    counts=Words("kepesertaan", "memberships"),
    extras=(
        Extra("funding", Words("Sumber dana", "Funding"), "text"),
        Extra(PERHAPS, Words("Mungkin baris pekerja ini", "Perhaps this row of workers"), "text"),
    ),
    never=Words(
        "daftar yang belum terkirim membuat orang tampak di sini", "lists not yet sent make people appear here"
    ),
)
