"""People of our lists who are in no list of members."""

import polars as pl

from semesta.basics.words import Words
from semesta.people.findings.finding import Finding, reasons
from semesta.people.people import People


def find(people: People) -> pl.DataFrame:
    """One row for each person none of whose rows was found, the dead left out."""
    rows = people.workers
    is_member = pl.col("participant_id").is_not_null() | pl.col("bpjs_status").is_in(["active", "inactive"]).fill_null(
        False
    )
    known = pl.col("bpjs_status").is_not_null() | pl.lit(people.has("participants"))
    persons = rows.filter(~is_member.any().over("person_id") & known).unique(
        "person_id", keep="first", maintain_order=True
    )
    if people.has("deaths"):
        dead = people.deaths.filter(pl.col("nik").is_not_null())["nik"]
        persons = persons.filter(pl.col("nik").is_null() | ~pl.col("nik").is_in(dead.implode()))
    said = pl.when(pl.col("bpjs_status").is_not_null())
    by_bpjs = reasons(Words("BPJS menandainya belum terdaftar", "BPJS marked it as not registered"))
    by_link = reasons(Words("tidak ditemukan dalam daftar peserta", "not found among the participants"))
    return persons.select("id", *(said.then(one).otherwise(other) for one, other in zip(by_bpjs, by_link, strict=True)))


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
    law="UU 24/2011 Pasal 14–17; Inpres 2/2021",
    never=Words(
        "bukan bukti bahwa orang itu tidak terdaftar di wilayah lain",
        "no proof that the person is not registered elsewhere",
    ),
)
