"""A NIK in the list of members that cannot be right: the family finds out when it claims."""

import polars as pl

from semesta.basics.words import Words
from semesta.people.findings.finding import Extra, Finding
from semesta.people.niks import faults
from semesta.people.people import MEMBER, People


def find(people: People) -> pl.DataFrame:
    """Memberships; two of one person share a NIK rightly."""
    rows = people.ours.with_columns(person=pl.col(MEMBER))
    return faults(rows, None, day=people.day, places=people.places)


FINDING = Finding(
    name="member_nik",
    title=Words("NIK peserta perlu diperbaiki", "NIK of a member to be mended"),
    what=Words(
        "Peserta yang NIK-nya tidak mungkin benar, isian asal, atau dipakai lebih dari satu orang.",
        "Members whose NIK cannot be right, was typed in to fill the cell, or stands for more than one person.",
    ),
    next_step=Words(
        "Minta kantor cabang memperbaikinya dengan KTP peserta, sebelum ada klaim yang tertahan karenanya.",
        "Ask the branch to mend it by the member's KTP, before a claim is held up by it.",
    ),
    of="participants",
    needs=("participants",),
    find=find,
    counts=Words("kepesertaan", "memberships"),
    extras=(Extra("with_others", Words("Kelompok NIK sama", "Rows of one NIK"), "count"),),
    law="PP 37/2007 Pasal 37",
    never=Words("bukan alasan menolak klaim", "no reason to refuse a claim"),
)
