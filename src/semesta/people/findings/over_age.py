"""People of our lists too old to be registered as workers without wage."""

import datetime as dt

import polars as pl

from semesta.basics.words import Words
from semesta.people.findings.finding import Finding, reasons
from semesta.people.memberships import said_to_be_registered
from semesta.people.people import People

LIMIT = "bpu_age_limit"


def find(people: People) -> pl.DataFrame:
    """Workers not yet members who have reached the age on the day; those registered younger stay."""
    limit = age_limit(people, people.day)
    not_yet = pl.col("participant_id").is_null() & ~said_to_be_registered()
    by_wage = (pl.col("segment") == "PU").fill_null(False)
    found = people.workers.filter(not_yet & ~by_wage & (age_on(pl.lit(people.day)) >= limit))
    one_each = found.unique("person_id", keep="first", maintain_order=True)
    # No age in years: with the day and the year of birth it would narrow down the birthday.
    said = Words(
        "sudah {} tahun atau lebih; untuk mendaftar belum boleh {} tahun",
        "{} or older; to register one must not yet be {}",
    )
    return one_each.select("id", *reasons(said, pl.lit(limit), pl.lit(limit)))


def age_on(day: pl.Expr) -> pl.Expr:
    """Full years of age on a day."""
    born = pl.col("birth_date").dt
    lies_ahead = (born.month() > day.dt.month()) | ((born.month() == day.dt.month()) & (born.day() > day.dt.day()))
    return day.dt.year() - born.year() - lies_ahead.cast(pl.Int32)


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
        "Periksa tanggal lahirnya pada KTP; bila benar, keluarkan dari usulan dan carikan perlindungan lain.",
        "Check the birth date on the KTP; if it is right, take the person off the proposal and look for other help.",
    ),
    of="workers",
    needs=("workers",),
    find=find,
    counts=Words("orang", "people"),
    law="PP 44/2015 (belum terverifikasi)",
    never=Words(
        "tidak berlaku bagi yang sudah menjadi peserta sebelum batas usia itu",
        "does not concern who became a member before that age",
    ),
)
