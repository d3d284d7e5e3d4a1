"""NIKs that cannot be right for the row they stand in: of impossible structure, of nobody, or of somebody else."""

from __future__ import annotations

import datetime as dt

import polars as pl

from semesta.basics import nik
from semesta.basics.places import PlaceList
from semesta.basics.words import Lang, Words
from semesta.people.findings.finding import reasons

FAULTS: dict[str, Words] = {
    "nobody": Words("NIK isian asal: angka berulang atau berurut", "a NIK typed in to fill the cell: digits repeated or counted up"),
    "length": Words("NIK tidak 16 angka", "the NIK is not of 16 digits"),
    "characters": Words("NIK memuat selain angka", "the NIK holds other signs than digits"),
    "birth_date": Words("tanggal lahir dalam NIK tidak ada", "the NIK tells a birth date that does not exist"),
    "serial": Words("nomor urut NIK 0000", "the NIK has the serial 0000"),
    "province": Words("kode provinsi dalam NIK tidak ada", "the NIK begins with no province"),
    "shared": Words("NIK yang sama dipakai {} orang", "the same NIK stands for {} people"),
    "held": Words("NIK ini milik peserta lain menurut daftar peserta", "the NIK is another member's by the list of members"),
    "contradicts": Words(
        "tanggal lahir dalam NIK jauh berbeda dari kolom tanggal lahir", "the birth date in the NIK is far from that of the row"
    ),
}  # fmt: skip
"""The surest first: a row has one reason."""

YEARS_OF_SLIP = 1
"""A year typed wrong is mostly the one before or after."""
NOBODY = (*(digit * nik.LENGTH for digit in "0123456789"), "1234567890123456", "1234567812345678")


def faults(rows: pl.DataFrame, held: pl.DataFrame | None, *, day: dt.date, places: PlaceList) -> pl.DataFrame:
    """The rows whose NIK is at fault: `id`, `fault`, `with_others` (rows of one NIK have one number), and the reasons.

    Args:
        rows: id, nik, birth_date, sex, `person` (who the row is), and `member` where rows were found among the members.
        held: nik, member of the list of members, where there is one beside these rows.
    """
    known = rows.filter(pl.col("nik").is_not_null()).with_columns(persons=pl.col("person").n_unique().over("nik"))
    wrong = known.with_columns(fault=_structure(known["nik"], day, places))
    others = pl.lit(False) if held is None else pl.col("id").is_in(_held_by_another(known, held).implode())
    wrong = wrong.with_columns(
        fault=pl.coalesce(
            pl.when(pl.col("nik").is_in(NOBODY)).then(pl.lit("nobody")),
            "fault",
            pl.when(pl.col("persons") > 1).then(pl.lit("shared")),
            pl.when(others).then(pl.lit("held")),
            pl.when(_contradicts()).then(pl.lit("contradicts")),
        )
    ).filter(pl.col("fault").is_not_null())
    shared = pl.when(pl.col("fault") == "shared")
    # In the order in which they are met: sorted by NIK, the numbers would tell which is the smaller.
    met = pl.int_range(pl.len()).min().over("nik", "fault")
    return wrong.with_columns(_together(shared.then(met))).select(
        "id",
        "fault",
        "with_others",
        *reasons(Words("{}", "{}"), _said),
    )


def _together(met: pl.Expr) -> pl.Expr:
    return met.rank("dense").cast(pl.Int64).alias("with_others")


def _said(lang: Lang) -> pl.Expr:
    plain = {code: words.said(lang) for code, words in FAULTS.items() if code != "shared"}
    shared = pl.format(FAULTS["shared"].said(lang), pl.col("persons"))
    return (
        pl.when(pl.col("fault") == "shared")
        .then(shared)
        .otherwise(pl.col("fault").replace_strict(plain, default="", return_dtype=pl.String))
    )


def _structure(niks: pl.Series, day: dt.date, places: PlaceList) -> pl.Series:
    """The fault of structure of each, null where there is none. What is plainly right is not looked at closely."""
    born, month = (niks.str.slice(at, 2).cast(pl.Int64, strict=False) for at in (6, 8))
    right = niks.str.contains(r"^\d{16}$") & (niks.str.slice(12) != "0000")
    right &= (born % nik.FEMALE_DAY).is_between(1, 28) & (born <= nik.FEMALE_DAY + 31) & month.is_between(1, 12)
    right &= niks.str.slice(0, 2).is_in([code for code in _prefixes(niks) if code in places])
    doubtful = niks.filter(~right.fill_null(False)).unique()
    found = {value: _fault(value, day, places) for value in doubtful}
    return niks.replace_strict(found, default=None, return_dtype=pl.String)


def _prefixes(niks: pl.Series) -> list[str]:
    return niks.str.slice(0, 2).unique().to_list()


def _fault(value: str, day: dt.date, places: PlaceList) -> str | None:
    wrong = nik.fault(value, today=day)
    return wrong or (None if value[:2] in places else "province")


def _held_by_another(known: pl.DataFrame, held: pl.DataFrame) -> pl.Series:
    """The rows whose NIK the list of members gives to others only."""
    own = known.join(held, on=["nik", "member"], how="anti")
    return own.join(held, on="nik", how="semi")["id"]


def _contradicts() -> pl.Expr:
    """Years apart, and another day or month: more than a slip of the pen, a swap of the two, or an unknown birthday."""
    told = [pl.col("nik").str.slice(at, 2).cast(pl.Int64, strict=False) for at in (6, 8, 10)]
    told[0] = told[0] % nik.FEMALE_DAY
    at = pl.col("birth_date").dt
    born = [at.day().cast(pl.Int64), at.month().cast(pl.Int64), at.year().cast(pl.Int64) % 100]
    years = (told[2] - born[2]).abs() % (100 - YEARS_OF_SLIP) > YEARS_OF_SLIP
    another = (told[0] != born[0]) | (told[1] != born[1])
    is_swapped = (told[0] == born[1]) & (told[1] == born[0])
    is_unknown = (born[0] == 1) & (born[1] == 1)
    return (years & another & ~is_swapped & ~is_unknown).fill_null(False)
