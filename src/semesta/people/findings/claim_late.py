"""Claims not paid by the last working day that the law gives."""

import datetime as dt

import polars as pl

from semesta.basics.words import Words
from semesta.law.faults import LawError, NoLawOnDate
from semesta.law.heirs.payment import payment_deadline
from semesta.people.findings.finding import Extra, Finding, in_words, reasons
from semesta.people.people import People

COMPENSATED = ("JKK", "JKM")
"""Programmes of which the law gives a compensation for each day of delay."""


def find(people: People) -> pl.DataFrame:
    """Claims paid after their last day, or past it and not paid on the day; those whose request is not complete have none."""
    rows = people.claims.filter(pl.col("complete_on").is_not_null() & (pl.col("status") != "rejected").fill_null(True))
    pairs = rows.select("programme", "complete_on").unique()
    last = [_last_day(people, *pair) for pair in pairs.iter_rows()]
    due = rows.join(pairs.with_columns(due=pl.Series(last, dtype=pl.Date)), on=["programme", "complete_on"], how="left")
    until = pl.coalesce("paid_on", pl.lit(people.day))
    late = due.filter(until > pl.col("due")).with_columns(days_late=(until - pl.col("due")).dt.total_days()).sort("id")
    columns = ("id", "programme", "due", "days_late", "amount", "compensation")
    return _with_compensation(people, late).select(*columns, *_why())


def _last_day(people: People, programme: str, complete_on: dt.date) -> dt.date | None:
    try:
        return payment_deadline(programme, complete_on, people.law).last_day
    except (LawError, NoLawOnDate):
        return None


def _with_compensation(people: People, late: pl.DataFrame) -> pl.DataFrame:
    """What the law gives on top for the delay until payment or the day of the data; unknown where the amount is."""
    asked = late.with_columns(
        claim_amount=pl.when(pl.col("programme").is_in(COMPENSATED)).then("amount"), _day=pl.col("due")
    )
    owed = people.law.columns(asked, ["late_compensation"], date="_day")["late_compensation"]
    return late.with_columns(owed.alias("compensation"))


def _why() -> list[pl.Expr]:
    paid = reasons(
        Words("lengkap {}, harus dibayar {}, dibayar {}", "complete on {}, due on {}, paid on {}"),
        *map(in_words, ("complete_on", "due", "paid_on")),
    )
    waits = reasons(
        Words("lengkap {}, harus dibayar {}, belum dibayar", "complete on {}, due on {}, not paid"),
        *map(in_words, ("complete_on", "due")),
    )
    return [pl.coalesce(which) for which in zip(paid, waits, strict=True)]


FINDING = Finding(
    name="claim_late",
    title=Words("Klaim lewat batas hari kerja", "Claims past their legal working days"),
    what=Words("Klaim yang lengkap dan belum, atau terlambat, dibayar.", "Claims complete and not paid, or paid late."),
    next_step=Words(
        "Tanyakan kepada kantor cabang, dan mintakan ganti rugi keterlambatan bagi yang berhak.",
        "Ask the branch, and ask for the compensation for delay on behalf of whom it is owed to.",
    ),
    of="claim_cases",
    needs=("claim_cases", "participants"),
    find=find,
    counts=Words("klaim", "claims"),
    extras=(
        Extra("programme", Words("Program", "Programme"), "text"),
        Extra("due", Words("Batas bayar", "Last day to pay"), "day"),
        Extra("days_late", Words("Hari terlambat", "Days late"), "count"),
        Extra("amount", Words("Manfaat (Rp)", "Benefit (Rp)"), "rupiah"),
        Extra("compensation", Words("Ganti rugi menurut hukum (Rp)", "Compensation by law (Rp)"), "rupiah"),
    ),
    law="PP 44/2015 Pasal 37 dan 40",
    never=Words(
        "hari libur yang belum ditetapkan masih perkiraan; ganti rugi bagi yang belum dibayar dihitung sampai tanggal data",
        "holidays not yet decreed are estimates; for what is not paid the compensation is counted to the day of the data",
    ),
)
