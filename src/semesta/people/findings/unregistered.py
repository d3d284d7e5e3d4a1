"""People of our lists who are in no list of members."""

import polars as pl

from semesta.basics.words import Words
from semesta.people.findings.finding import Extra, Finding, reasons
from semesta.people.living import living
from semesta.people.memberships import said_to_be_registered
from semesta.people.people import People
from semesta.people.perhaps import PERHAPS, perhaps_member


def find(people: People) -> pl.DataFrame:
    """One row for each person none of whose rows was found, the dead left out."""
    rows = people.workers
    is_member = pl.col("participant_id").is_not_null() | said_to_be_registered()
    known = pl.col("bpjs_status").is_not_null() | pl.lit(people.has("participants"))
    persons = rows.filter(~is_member.any().over("person_id") & known).unique(
        "person_id", keep="first", maintain_order=True
    )
    known_alive = perhaps_member(people, living(people, persons))
    by_bpjs = reasons(Words("BPJS menandainya belum terdaftar", "BPJS marked it as not registered"))
    by_link = reasons(Words("tidak ditemukan dalam daftar peserta", "not found among the participants"))
    unsure = reasons(
        Words("tidak pasti: bandingkan dahulu dengan baris peserta itu", "not sure: compare with that member first")
    )
    why = [
        pl.when(pl.col("bpjs_status").is_not_null()).then(a).when(pl.col(PERHAPS).is_not_null()).then(c).otherwise(b)
        for a, b, c in zip(by_bpjs, by_link, unsure, strict=True)
    ]
    return known_alive.select("id", PERHAPS, *why)


FINDING = Finding(
    name="unregistered",
    title=Words("Belum terdaftar", "Not registered"),
    what=Words(
        "Pekerja dalam daftar kita yang tidak ada dalam daftar peserta.",
        "Workers of our lists who are in no list of members.",
    ),
    next_step=Words(
        "Periksa datanya, lalu daftarkan dengan berkas pendaftaran yang menyertai daftar ini.",
        "Check the data, then register with the file that comes with this list.",
    ),
    of="workers",
    needs=("workers",),
    find=find,
    counts=Words("orang", "people"),
    extras=(Extra(PERHAPS, Words("Mungkin baris peserta ini", "Perhaps this row of members"), "text"),),
    law="UU 24/2011 Pasal 14–17; Inpres 2/2021",
    never=Words(
        "bukan bukti bahwa orang itu tidak terdaftar di wilayah lain",
        "no proof that the person is not registered elsewhere",
    ),
)
