"""Accounts whose members are nearly all unpaid for months: one treasurer to ask in place of each member."""

import polars as pl

from semesta.basics.words import Words
from semesta.people.covered import LAST
from semesta.people.findings.finding import Extra, Finding, month_in_words, month_number, reasons
from semesta.people.people import MEMBER, People

BEHIND = 2
"""Whole months unpaid: one may still be on its way."""
LEAST_MEMBERS = 3
"""Of smaller accounts the list of those who lapsed says as much, and an account of one is a person."""


NEARLY_ALL = 0.8
"""Who entered lately may be paid for already while all others wait."""
LONG_AGO = 12
"""Months after which an account that nobody pays into is closed rather than behind."""


def find(people: People) -> pl.DataFrame:
    """One row for each account that has not paid for nearly all who still belong to it, and did so within the last year."""
    still = pl.col("ended_on").is_null() | (pl.col("ended_on") > people.day)
    living = ~pl.col(MEMBER).is_in(list(people.dead))
    rows = people.ours.filter(pl.col("sponsor").is_not_null() & pl.col(LAST).is_not_null() & still & living)
    unpaid = month_number(people.day) - pl.col(LAST)
    open_ = rows.filter(unpaid <= LONG_AGO).with_columns(is_behind=unpaid >= BEHIND)
    each = open_.group_by("sponsor", "funding").agg(
        members=pl.len().cast(pl.Int64),
        behind=pl.col("is_behind").sum().cast(pl.Int64),
        last=pl.col(LAST).filter("is_behind").median().cast(pl.Int64),
    )
    found = each.filter((pl.col("behind") >= LEAST_MEMBERS) & (pl.col("behind") >= NEARLY_ALL * pl.col("members")))
    said = Words("{} dari {} peserta belum dibayar sejak {}", "{} of {} members not paid for since {}")
    since = found.with_columns(since=pl.col("last") + 1, unpaid=month_number(people.day) - pl.col("last"))
    return since.sort("behind", "sponsor", descending=[True, False]).select(
        "sponsor",
        "funding",
        "members",
        "behind",
        "unpaid",
        *reasons(said, pl.col("behind"), pl.col("members"), month_in_words("since")),
    )


FINDING = Finding(
    name="account_behind",
    title=Words("Akun yang menunggak", "Accounts in arrears"),
    what=Words(
        "Wadah atau pemberi kerja yang sejak beberapa bulan tidak membayar iuran hampir semua pesertanya.",
        "Accounts or employers who for some months have not paid for nearly all of their members.",
    ),
    next_step=Words(
        "Tanyakan kepada bendahara atau pengurus akun: satu pembayaran memulihkan semua pesertanya.",
        "Ask the treasurer or manager of the account: one payment mends it for all of its members.",
    ),
    of="",
    needs=("participants",),
    find=find,
    counts=Words("akun", "accounts"),
    extras=(
        Extra("sponsor", Words("Wadah atau pemberi kerja", "Account or employer"), "text"),
        Extra("funding", Words("Sumber dana", "Funding"), "text"),
        Extra("members", Words("Peserta", "Members"), "count"),
        Extra("behind", Words("Belum dibayar", "Not paid for"), "count"),
        Extra("unpaid", Words("Bulan belum dibayar", "Months unpaid"), "count"),
    ),
    law="PP 44/2015; Permenaker 5/2021",
    never=Words(
        "bukan bukti uang digelapkan: pembayaran mungkin belum tercatat atau ekstraknya belum mutakhir",
        "no proof of embezzlement: payments may not have been booked, or the extract is not up to date",
    ),
)
