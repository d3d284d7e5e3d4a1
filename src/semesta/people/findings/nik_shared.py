"""A NIK of our lists that cannot be right: of impossible structure, of nobody, or of somebody else."""

import polars as pl

from semesta.basics.words import Words
from semesta.people.findings.finding import Extra, Finding
from semesta.people.niks import faults
from semesta.people.people import MEMBER, People


def find(people: People) -> pl.DataFrame:
    """Rows of our lists; those of one person in two lists are another finding."""
    rows = people.workers.rename({"person_id": "person"})
    held = people.participants.select("nik", MEMBER) if people.has("participants") else None
    return faults(rows, held, day=people.day, places=people.places)


FINDING = Finding(
    name="nik_shared",
    title=Words("NIK tidak sah atau dipakai bersama", "NIK invalid or shared"),
    what=Words(
        "Baris daftar kita yang NIK-nya tidak mungkin benar, isian asal, atau milik orang lain.",
        "Rows of our lists whose NIK cannot be right, was typed in to fill the cell, or is somebody else's.",
    ),
    next_step=Words(
        "Lihat KTP atau KK orangnya, padankan dengan Dukcapil, lalu perbaiki daftar asalnya sebelum didaftarkan.",
        "Look at the KTP or KK, match with the civil registry, then mend the list it came from before registering.",
    ),
    of="workers",
    needs=("workers",),
    find=find,
    counts=Words("baris", "rows"),
    extras=(Extra("with_others", Words("Kelompok NIK sama", "Rows of one NIK"), "count"),),
    law="PP 37/2007 Pasal 37",
    never=Words(
        "bukan tuduhan pemalsuan: sebagian besar salah ketik; salah satu pemakai NIK yang sama biasanya pemilik yang sah",
        "no accusation of forgery: most are typing errors, and one of those who share a NIK is mostly its owner",
    ),
)
