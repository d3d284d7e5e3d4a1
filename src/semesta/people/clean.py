"""The columns by which people are compared: names spelt alike, the parts of a NIK, places by level."""

from __future__ import annotations

import polars as pl

# What stands for nobody's NIK: one digit repeated, or counted up.
_PLACEHOLDERS = [*(digit * 16 for digit in "0123456789"), "1234567890123456", "1234567812345678"]
_NIK_DIGITS = 16
# Born "1920" and earlier is taken for the 2020s and on: nobody in a list of workers is a hundred, or a child.
_FIRST_YEAR_OF_CENTURY = 20

_DEGREE = (
    r"\b[SMADB]\s?\.\s?(?:PD|AG|SOS|KOM|HUM|KEP|KEB|FARM|PSI|KES|TR|ST|SY|SI|IP|MD|MA|PT|HUT|E|H|T|P|I)\b\.?(?:\s?I\b)?"
)
_TITLES = [
    "H",
    "HJ",
    "HAJI",
    "HAJAH",
    "HAJJAH",
    "DR",
    "DRS",
    "DRA",
    "IR",
    "PROF",
    "KH",
    "KYAI",
    "KIAI",
    "KI",
    "USTADZ",
    "USTAD",
    "USTADZAH",
    "USTAZ",
    "UST",
    "BAPAK",
    "BPK",
    "PAK",
    "IBU",
    "BU",
    "SDR",
    "SDRI",
    "TN",
    "NY",
    "NYONYA",
    "TUAN",
    "ALM",
    "ALMH",
    "ALMARHUM",
    "SH",
    "SE",
    "SPD",
    "SAG",
    "AMD",
    "AMDKEP",
    "SKOM",
    "SSOS",
    "SIP",
    "MSI",
    "MM",
    "MPD",
    "SPDI",
    "SHI",
    "STP",
    "SKM",
    "MH",
    "LC",
    "BA",
]
_MUHAMMAD = [
    "MUHAMAD",
    "MOHAMAD",
    "MUH",
    "MOH",
    "MHD",
    "MUHAMMAD",
    "MOHAMMAD",
    "MD",
    "MOHD",
    "MUHD",
    "MUHAMED",
    "MOHAMED",
    "MUHAMET",
]
_WHOLE = {"ABD": "ABDUL", "ABDL": "ABDUL", "AHD": "AHMAD", "AH": "AHMAD", "AMAD": "AHMAD", "ACHMD": "AHMAD"}
# In this order; each pair is a spelling and the one that stands for both.
_SOUNDS = [
    ("OE", "U"), ("DJ", "J"), ("TJ", "C"), ("SJ", "S"), ("SY", "S"), ("KH", "H"), ("CH", "H"), ("DH", "D"), ("TH", "T"),
    ("GH", "G"), ("PH", "P"), ("F", "P"), ("V", "P"), ("Z", "J"), ("Q", "K"), ("X", "KS"), ("Y", "I"), ("AE", "AI"), ("IE", "I"),
]  # fmt: skip
_DOUBLED = [(letter * 2, letter) for letter in "ABCDEGHIJKLMNOPRSTUW"]


def cleaned(frame: pl.DataFrame) -> pl.DataFrame:
    """What two lists are compared by, a row for each row of the frame, null where nothing is known, never an empty text.

    Args:
        frame: columns `id` (text), `name`, and those of `nik`, `birth_date` (date), `sex`, `place`, `district`, `village` that
            the list has; codes with dots.

    Returns:
        id; nik (digits), nik12 and nik_r10 (its first 12 and last 10), nik16 (filled up to 16); name (upper case, without titles), phs (its tokens by
        sound, sorted), joined (the same as written, without spaces), t_lo and t_hi (first and last token); dob, dob_text, yob, dob_nik (the birth date that the NIK
        tells); sex; kab, kec, desa. In the order of the frame.
    """
    given = frame.select("id", *(_or_null(frame, name, dtype) for name, dtype in _TAKEN.items()))
    with_nik = given.with_columns(nik=_nik(pl.col("nik")))
    return pl.concat([with_nik.lazy().select(*_SINGLE).collect(), _names(given["name"])], how="horizontal")


_TAKEN = {
    "nik": pl.String, "name": pl.String, "birth_date": pl.Date, "sex": pl.String,
    "place": pl.String, "district": pl.String, "village": pl.String,
}  # fmt: skip


def _or_null(frame: pl.DataFrame, name: str, dtype: type[pl.DataType]) -> pl.Expr:
    return pl.col(name).cast(dtype) if name in frame.columns else pl.lit(None, dtype).alias(name)


def _nik(nik: pl.Expr) -> pl.Expr:
    """The digits of a NIK; null for what stands for nobody's."""
    digits = nik.str.replace_all(r"\D", "")
    is_any = digits.str.len_bytes().is_between(_NIK_DIGITS - 2, _NIK_DIGITS + 2) & ~digits.is_in(_PLACEHOLDERS)
    return pl.when(is_any).then(digits)


def _dob_of_nik(nik: pl.Expr) -> pl.Expr:
    """The birth date that a NIK tells; null where it tells none."""
    day = nik.str.slice(6, 2).cast(pl.Int32, strict=False)
    month = nik.str.slice(8, 2).cast(pl.Int32, strict=False)
    year = nik.str.slice(10, 2).cast(pl.Int32, strict=False)
    year = year + pl.when(year < _FIRST_YEAR_OF_CENTURY).then(2000).otherwise(1900)
    text = pl.concat_str(year, pl.when(day > 40).then(day - 40).otherwise(day), month, separator="-")
    return pl.when(nik.str.len_bytes() == _NIK_DIGITS).then(text).str.strptime(pl.Date, "%Y-%d-%m", strict=False)


_REGENCY, _DISTRICT, _VILLAGE = len("36.72"), len("36.72.01"), len("36.72.01.1001")


def _place(length: int) -> pl.Expr:
    """The code of a level from the deepest of the columns that reaches it."""
    reaching = [
        pl.when(pl.col(column).str.len_bytes() >= length).then(pl.col(column).str.slice(0, length))
        for column in ("village", "district", "place")
    ]
    return pl.coalesce(reaching)


_SINGLE = (
    "id",
    "nik",
    pl.when(pl.col("nik").str.len_bytes() == _NIK_DIGITS).then(pl.col("nik").str.slice(0, 12)).alias("nik12"),
    pl.col("nik").str.pad_end(_NIK_DIGITS, "x").str.slice(0, _NIK_DIGITS).alias("nik16"),
    pl.col("nik").str.tail(10).alias("nik_r10"),
    pl.col("birth_date").alias("dob"),
    pl.col("birth_date").dt.strftime("%Y%m%d").alias("dob_text"),
    pl.col("birth_date").dt.year().cast(pl.Int16).alias("yob"),
    _dob_of_nik(pl.col("nik")).alias("dob_nik"),
    "sex",
    _place(_REGENCY).alias("kab"),
    _place(_DISTRICT).alias("kec"),
    _place(_VILLAGE).alias("desa"),
)


# ---- names


def _names(names: pl.Series) -> pl.DataFrame:
    """name, phs, joined, t_lo and t_hi of each name."""
    rows = (
        names.to_frame("name").lazy().select(_plain(pl.col("name")).str.split(" ").alias("token")).with_row_index("row")
    )
    tokens = rows.explode("token").filter(pl.col("token") != "").collect()
    tokens = tokens.with_columns(nth=pl.int_range(pl.len(), dtype=pl.UInt32))
    heard = tokens.join(_heard(tokens["token"].unique()), on="token", maintain_order="left")
    return _joined(_without_titles(heard), len(names))


def _plain(name: pl.Expr) -> pl.Expr:
    """Upper case letters and single spaces, without degrees and what follows a comma or "bin"."""
    upper = name.str.to_uppercase().str.replace_all(r"[’'`´]", "")
    return (
        pl.when(upper.str.contains(r"[^A-Z ]"))
        .then(
            upper.str.normalize("NFKD")
            .str.replace_all(_DEGREE, " ")
            .str.replace(r"^([^,]*[A-Z]{2}[^,]*),.*$", "${1}")
            .str.replace_all(r"[^A-Z ]+", " ")
        )
        .otherwise(upper)
        .str.replace(r"^(.*[A-Z]) (?:BIN|BINTI) .*$", "${1}")
    )


def _heard(tokens: pl.Series) -> pl.DataFrame:
    """How each word sounds, and whether it is a title."""
    sound = pl.col("token")
    for written, heard in [*_SOUNDS, *_DOUBLED]:
        sound = sound.str.replace_all(written, heard, literal=True)
    sound = pl.when(sound.str.len_bytes() > 3).then(sound.str.replace(r"H$", "")).otherwise(sound)
    sound = sound.replace(dict.fromkeys(_MUHAMMAD, "MUHAMAD") | _WHOLE)
    return tokens.to_frame("token").select("token", sound.alias("sound"), is_title=pl.col("token").is_in(_TITLES))


def _without_titles(tokens: pl.DataFrame) -> pl.DataFrame:
    """The words that are no titles; all of them where nothing would remain. A first "M" before others is Muhammad."""
    first = pl.col("row") != pl.col("row").shift().fill_null(2**32 - 1)
    more = pl.col("row") == pl.col("row").shift(-1)
    kept = tokens.filter(~pl.col("is_title"))
    bare = tokens.join(kept.select("row").unique(), on="row", how="anti")
    kept = pl.concat([kept, bare]).sort("nth") if bare.height else kept
    short = first & more & (pl.col("token") == "M")
    return kept.with_columns(sound=pl.when(short).then(pl.lit("MUHAMAD")).otherwise("sound"))


def _joined(tokens: pl.DataFrame, rows: int) -> pl.DataFrame:
    """Words put together again by row: as written, by sound and sorted, the first and last by sound."""
    telling = pl.col("sound").filter((pl.col("sound") != "MUHAMAD") & (pl.col("sound").str.len_bytes() > 1))
    together = (
        tokens.lazy()
        .group_by("row")
        .agg(
            pl.col("token").sort_by("nth").str.join(" ").alias("name"),
            pl.col("sound").sort().str.join(" ").alias("phs"),
            pl.col("sound").sort_by("nth").str.join("").alias("joined"),
            telling.min().fill_null(pl.col("sound").min()).alias("t_lo"),
            telling.max().fill_null(pl.col("sound").max()).alias("t_hi"),
        )
    )
    all_rows = pl.LazyFrame({"row": pl.int_range(rows, dtype=pl.UInt32, eager=True)})
    return all_rows.join(together, on="row", how="left", maintain_order="left").drop("row").collect()
