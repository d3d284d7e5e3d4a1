"""One person in more than one of our lists, or more than once in one."""

import polars as pl

from semesta.basics.words import Words
from semesta.people.findings.finding import Extra, Finding, reasons
from semesta.people.people import People
from semesta.tables.table import FILE


def find(people: People) -> pl.DataFrame:
    """Every row of a person who has more than one, those of one person together."""
    rows = people.workers.with_row_index("nth").with_columns(
        rows=pl.len().over("person_id"),
        files=pl.col(FILE).n_unique().over("person_id"),
        first=pl.col("nth").min().over("person_id"),
    )
    again = rows.filter(pl.col("rows") > 1).sort("first", "nth")
    across = reasons(Words("orang yang sama dalam {} daftar", "the same person in {} lists"), pl.col("files"))
    within = reasons(Words("{} kali dalam daftar yang sama", "{} times in one list"), pl.col("rows"))
    return again.select(
        "id",
        pl.col("first").rank("dense").alias("person"),
        *(pl.when(pl.col("files") > 1).then(one).otherwise(other) for one, other in zip(across, within, strict=True)),
    )


FINDING = Finding(
    name="in_two_lists",
    title=Words("Tercatat lebih dari sekali", "Written down more than once"),
    what=Words(
        "Orang yang tercatat lebih dari sekali; dalam hitungan tiap orang satu kali.",
        "People written down more than once; each counts once.",
    ),
    next_step=Words(
        "Sepakati satu pengusul bagi tiap orang dan hapus baris lainnya.",
        "Agree on one proposer for each person and delete the other rows.",
    ),
    of="workers",
    needs=("workers",),
    find=find,
    counts=Words("baris", "rows"),
    extras=(Extra("person", Words("Orang ke-", "Person no."), "count"),),
    never=Words("bukan bukti dua kali dibayar", "no proof of double payment"),
)
