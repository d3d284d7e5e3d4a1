"""A NIK that stands for more than one person, and one whose structure cannot be."""

import datetime as dt

import polars as pl

from semesta.basics import nik
from semesta.basics.words import Lang, Words
from semesta.people.findings.finding import Finding, reasons
from semesta.people.people import People

FAULTS: dict[str, Words] = {
    "length": Words("tidak 16 angka", "not of 16 digits"),
    "characters": Words("memuat selain angka", "holds other signs than digits"),
    "birth_date": Words("tanggal lahir di dalamnya tidak ada", "tells a birth date that does not exist"),
    "serial": Words("nomor urutnya 0000", "has the serial 0000"),
}


def find(people: People) -> pl.DataFrame:
    """Rows of our lists; those of one person in two lists are another finding."""
    rows = people.workers.filter(pl.col("nik").is_not_null())
    persons = pl.col("person_id").n_unique().over("nik")
    shared = rows.with_columns(persons=persons).filter(pl.col("persons") > 1)
    wrong = _faulty(rows.filter(~pl.col("id").is_in(shared["id"].implode())), people.day)

    def fault(lang: Lang) -> pl.Expr:
        return pl.col("fault").replace_strict(
            {code: said.said(lang) for code, said in FAULTS.items()}, return_dtype=pl.String
        )

    by_structure = reasons(Words("NIK {}", "the NIK {}"), fault)
    by_persons = reasons(
        Words("NIK yang sama dipakai {} orang", "the same NIK stands for {} people"), pl.col("persons")
    )
    return pl.concat([wrong.select("id", *by_structure), shared.select("id", *by_persons)])


def _faulty(rows: pl.DataFrame, day: dt.date) -> pl.DataFrame:
    fault = [nik.fault(value, today=day) for value in rows["nik"]]
    return rows.with_columns(fault=pl.Series(fault, dtype=pl.String)).filter(pl.col("fault").is_not_null())


FINDING = Finding(
    name="nik_shared",
    title=Words("NIK tidak sah atau dipakai bersama", "NIK invalid or shared"),
    what=Words(
        "Baris yang NIK-nya tidak mungkin benar, atau dipakai lebih dari satu orang.",
        "Rows whose NIK cannot be right, or stands for more than one person.",
    ),
    next_step=Words(
        "Padankan dengan Dukcapil, lalu perbaiki daftar asalnya.",
        "Match with the civil registry, then mend the list it came from.",
    ),
    of="workers",
    needs=("workers",),
    find=find,
    law="PP 37/2007 Pasal 37",
)
