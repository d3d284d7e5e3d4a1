"""People who died and are still paid for."""

import polars as pl

from semesta.basics.words import Words
from semesta.people.covered import COVERED
from semesta.people.findings.finding import Extra, Finding, in_words, reasons
from semesta.people.people import MEMBER, People


def find(people: People) -> pl.DataFrame:
    """One row for each death after whose month a contribution was paid, or whose membership stands as active."""
    dead = people.deaths.filter(pl.col(MEMBER).is_not_null()).unique(MEMBER, keep="first", maintain_order=True)
    died = dead.select("id", MEMBER, "death_date")
    found = _paid_after(people, died) if people.has("payments") else _still_active(people, died)
    return found.sort("id")


def _paid_after(people: People, died: pl.DataFrame) -> pl.DataFrame:
    owner = people.participants.select(pl.col("id").alias("participant_id"), MEMBER)
    theirs = people.payments.join(owner, on="participant_id").join(died, on=MEMBER, suffix="_death")
    known = (pl.col("paid_on") <= people.day).fill_null(True)
    after = theirs.filter(known & (pl.col("month") > pl.col("death_date").dt.strftime("%Y-%m")))
    id_of_death = "id_death" if "id_death" in after.columns else "id"
    each = after.group_by(id_of_death, "death_date").agg(
        months=pl.col("month").n_unique().cast(pl.Int64),
        amount=pl.when(pl.col("amount").is_not_null().any()).then(pl.col("amount").sum()),
    )
    said = Words("meninggal {}, {} bulan sesudahnya masih dibayar", "died on {}, paid for in {} months after")
    return each.select(
        pl.col(id_of_death).alias("id"),
        "death_date",
        "months",
        "amount",
        *reasons(said, in_words("death_date"), pl.col("months")),
    )


def _still_active(people: People, died: pl.DataFrame) -> pl.DataFrame:
    active = people.participants.filter(pl.col("state").is_in(list(COVERED)))[MEMBER]
    found = died.filter(
        pl.col(MEMBER).is_in(active.implode())
        & (pl.col("death_date").dt.strftime("%Y-%m") < people.day.strftime("%Y-%m"))
    )
    unknown = pl.lit(None, pl.Int64)
    said = Words("meninggal {}, kepesertaannya masih aktif", "died on {}, the membership stands as active")
    return found.select(
        "id", "death_date", unknown.alias("months"), unknown.alias("amount"), *reasons(said, in_words("death_date"))
    )


FINDING = Finding(
    name="dead_but_paid",
    title=Words("Sudah meninggal, masih dibayar", "Dead, and still paid for"),
    what=Words(
        "Iuran yang dibayar untuk bulan sesudah bulan kematian.",
        "Contributions paid for months after the month of death.",
    ),
    next_step=Words(
        "Hentikan iurannya, bantu keluarga mengklaim, dan minta kelebihan bayar diperhitungkan.",
        "Stop the contribution, help the family to claim, and ask that what was overpaid be set off.",
    ),
    of="deaths",
    needs=("deaths", "participants"),
    find=find,
    counts=Words("orang", "people"),
    extras=(
        Extra("death_date", Words("Tanggal meninggal", "Died on"), "day"),
        Extra("months", Words("Bulan dibayar sesudahnya", "Months paid after"), "count"),
        Extra("amount", Words("Iuran sesudahnya (Rp)", "Paid after (Rp)"), "rupiah"),
    ),
    never=Words("bukan tuduhan: kabar kematian sering terlambat", "no accusation: news of a death often comes late"),
)
