"""People too old to be registered as workers without wage, in our lists and among the members."""

import datetime as dt

import polars as pl

from semesta.basics.words import Words
from semesta.people.findings.finding import Extra, Finding, reasons
from semesta.people.people import People

LIMIT = "bpu_age_limit"


def find(people: People) -> pl.DataFrame:
    """Workers not yet members who have reached the age on the day; those registered younger stay."""
    limit = age_limit(people, people.day)
    age = pl.lit(people.day.year) - pl.col("birth_date").dt.year() - _birthday_lies_ahead(people.day).cast(pl.Int32)
    not_yet = (
        pl.col("participant_id").is_null() & pl.col("bpjs_status").is_in(["active", "inactive"]).fill_null(False).not_()
    )
    by_wage = (pl.col("segment") == "PU").fill_null(False)
    found = people.workers.with_columns(age=age).filter(not_yet & ~by_wage & (pl.col("age") >= limit))
    one_each = found.unique("person_id", keep="first", maintain_order=True)
    return one_each.select(
        "id",
        "age",
        *reasons(
            Words("berusia {} tahun, batas mendaftar belum {} tahun", "aged {}, to register one must not yet be {}"),
            pl.col("age"),
            pl.lit(limit),
        ),
    )


def _birthday_lies_ahead(day: dt.date) -> pl.Expr:
    month, of_month = pl.col("birth_date").dt.month(), pl.col("birth_date").dt.day()
    return (month > day.month) | ((month == day.month) & (of_month > day.day))


def age_limit(people: People, day: dt.date) -> int:
    """The age in years from which nobody is taken as a worker without wage."""
    return int(str(people.law.book.parameters[LIMIT].on(day).value))  # type: ignore[union-attr]


FINDING = Finding(
    name="over_age",
    title=Words("Melewati batas usia mendaftar", "Over the age of registration"),
    what=Words(
        "Pekerja dalam daftar yang tidak lagi dapat didaftarkan sebagai bukan penerima upah.",
        "Workers of the lists who can no longer be registered as without wage.",
    ),
    next_step=Words(
        "Periksa tanggal lahirnya pada KTP; bila benar, keluarkan dari usulan.",
        "Check the birth date on the KTP; if it is right, take the person off the proposal.",
    ),
    of="workers",
    needs=("workers",),
    find=find,
    extras=(Extra("age", Words("Usia", "Age"), "count"),),
    law="PP 44/2015 (belum terverifikasi)",
)
