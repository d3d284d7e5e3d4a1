"""People of our lists who are members and whose cover has ended, or ends with this month."""

import polars as pl

from semesta.basics.words import Lang, Words
from semesta.people.findings.finding import Extra, Finding, in_words, month_in_words, month_number, reasons
from semesta.people.living import living
from semesta.people.people import MEMBER, People
from semesta.people.price import with_month_price

STATES = {
    "lapsed": Words("perlindungan berhenti", "cover has ended"),
    "about_to_lapse": Words(
        "perlindungan berhenti bila bulan ini tidak dibayar", "cover ends unless this month is paid"
    ),
}


def find(people: People) -> pl.DataFrame:
    """One row for each living member of our lists; without lists, for each of the extract.

    Who is in no extract but was returned by BPJS as inactive is listed by the row of our list.
    """
    made = [_by_membership(people)] if people.has("participants") else []
    return pl.concat([*made, _by_status(people)], how="diagonal_relaxed")


def _by_status(people: People) -> pl.DataFrame:
    said = reasons(
        Words(
            "perlindungan berhenti menurut status yang ditulis BPJS dalam daftar",
            "cover has ended by the status that BPJS wrote into the list",
        )
    )
    unknown = (pl.lit(None, pl.Int64).alias(name) for name in ("last_month", "months_unpaid", "month_price"))
    return inactive_by_status(people).select("id", *unknown, *said)


def inactive_by_status(people: People) -> pl.DataFrame:
    """The first row of each living person of our lists whom BPJS returned as inactive and who is in no extract."""
    if not people.has_status:
        return pl.DataFrame(schema={"id": pl.String})
    rows, status = people.workers, pl.col("bpjs_status")
    is_inactive = (status == "inactive").any() & ~(status == "active").any()
    found = rows.filter((is_inactive & pl.col("participant_id").is_null().all()).over("person_id"))
    one_each = found.filter(status == "inactive").unique("person_id", keep="first", maintain_order=True)
    ids = living(people, one_each)["id"]
    listed = people.frames["workers"].filter(pl.col("id").is_in(ids.implode()))
    return listed.with_columns(id=pl.format("{}{}", pl.lit(BY_STATUS), "id"))


BY_STATUS = "workers:"
"""Begins the id of a row of our list, so that no member has the same."""


def _by_membership(people: People) -> pl.DataFrame:
    best = people.state_of_member.filter(pl.col("state").is_in(list(STATES)) & ~pl.col(MEMBER).is_in(list(people.dead)))
    listed = people.workers.filter(pl.col(MEMBER).is_not_null()) if people.has("workers") else people.ours
    best = best.filter(pl.col(MEMBER).is_in(listed[MEMBER].unique().implode()))
    priced = with_month_price(best, people.day, people.law)
    # Who left an employer owes no months: the number would say he does.
    unpaid = (
        pl.when((pl.col("segment") == "PU").fill_null(False))
        .then(None)
        .otherwise(month_number(people.day) - pl.col("last_month"))
    )
    return priced.select("id", "last_month", unpaid.alias("months_unpaid"), "month_price", *_why())


def _why() -> list[pl.Expr]:
    def state(lang: Lang) -> pl.Expr:
        return pl.col("state").replace_strict({code: words.said(lang) for code, words in STATES.items()})

    ended = reasons(Words("{}: berakhir {}", "{}: ended on {}"), state, in_words("ended_on"))
    paid = reasons(Words("{}: lunas sampai {}", "{}: paid through {}"), state, month_in_words("last_month"))
    bare = reasons(Words("{} menurut daftar peserta", "{} by the list of members"), state)
    return [pl.coalesce(which) for which in zip(ended, paid, bare, strict=True)]


FINDING = Finding(
    name="lapsed",
    title=Words("Berhenti atau segera berhenti terlindungi", "Cover has ended or is about to"),
    what=Words(
        "Peserta yang iurannya tidak dibayar selama bulan-bulan yang menurut hukum menghentikan perlindungan, atau yang oleh BPJS "
        "ditulis tidak aktif dalam daftar kita.",
        "Members unpaid for the months after which the law ends cover, or whom BPJS marked inactive in our list.",
    ),
    next_step=Words(
        "Bayar iuran bulan berjalan agar perlindungan jalan lagi, atau tanyakan kepada pembayar mengapa terhenti.",
        "Pay the current month so that cover runs again, or ask the payer why it stopped.",
    ),
    of="participants",
    needs=("participants",),
    find=find,
    also=inactive_by_status,
    or_status=True,
    counts=Words("peserta", "members"),
    extras=(
        Extra("last_month", Words("Lunas sampai", "Paid through"), "month"),
        Extra("months_unpaid", Words("Bulan belum dibayar", "Months unpaid"), "count"),
        Extra("month_price", Words("Iuran sebulan (Rp)", "One month's contribution (Rp)"), "rupiah"),
    ),
    law="PP 44/2015; Permenaker 5/2021",
    never=Words(
        "iuran sebulan menurut hukum hari itu, bukan tagihan; kosong bila penghasilan atau tingkat risiko tidak diketahui",
        "the month's contribution is by the law of the day, no bill; empty where income or class of risk is not known",
    ),
)
