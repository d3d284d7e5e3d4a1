"""The columns by which people are compared: names spelt alike, the parts of a NIK, places by level."""

from __future__ import annotations

import polars as pl

from semesta.basics.place_names import CODE_PATTERN

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
    """The code of a level from the deepest of the columns that reaches it; null where only names are known."""
    # What is no code is a name that nobody could place: cut like a code, "Coblong" would be a regency "Coblo".
    reaching = [
        pl.when(pl.col(column).str.contains(CODE_PATTERN) & (pl.col(column).str.len_bytes() >= length)).then(
            pl.col(column).str.slice(0, length)
        )
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
    words = pl.concat([tokens["token"], pl.Series(["MUHAMMAD"])]).unique()
    known = _heard(words)
    heard = tokens.join(known, on="token", maintain_order="left")
    muhammad = known.filter(pl.col("token") == "MUHAMMAD")["rank"].item()
    return _joined(_without_titles(heard, muhammad), len(names))


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
    """How each word sounds, whether it is a title, and the rank of its sound in the alphabet."""
    sound = pl.col("token")
    for written, heard in [*_SOUNDS, *_DOUBLED]:
        sound = sound.str.replace_all(written, heard, literal=True)
    sound = pl.when(sound.str.len_bytes() > 3).then(sound.str.replace(r"H$", "")).otherwise(sound)
    sound = sound.replace(dict.fromkeys(_MUHAMMAD, "MUHAMAD") | _WHOLE)
    words = tokens.to_frame("token").select("token", sound.alias("sound"), is_title=pl.col("token").is_in(_TITLES))
    return words.with_columns(rank=pl.col("sound").rank("dense"))


def _without_titles(tokens: pl.DataFrame, rank: int) -> pl.DataFrame:
    """The words that are no titles; all of them where nothing would remain.

    A first "M" before others is Muhammad, whose rank is given.
    """
    first = pl.col("row") != pl.col("row").shift().fill_null(2**32 - 1)
    more = pl.col("row") == pl.col("row").shift(-1)
    kept = tokens.filter(~pl.col("is_title"))
    bare = tokens.join(kept.select("row").unique(), on="row", how="anti")
    kept = pl.concat([kept, bare]).sort("nth") if bare.height else kept
    short = first & more & (pl.col("token") == "M")
    return kept.with_columns(
        sound=pl.when(short).then(pl.lit("MUHAMAD")).otherwise("sound"),
        rank=pl.when(short).then(pl.lit(rank)).otherwise("rank"),
    )


def _joined(tokens: pl.DataFrame, rows: int) -> pl.DataFrame:
    """Words put together again by row: as written, by sound and sorted, the first and last by sound.

    By whole columns of first words, second words and so on: grouping texts by row took five times as long as all else together.
    """
    by_sound = tokens.sort("row", "rank")
    count = tokens.group_by("row", maintain_order=True).len("words")
    start = count.select(pl.col("words").cum_sum() - pl.col("words"))["words"]
    most = int(count.select(pl.col("words").max().fill_null(0)).item())

    def put(column: str, ordered: pl.DataFrame, separator: str) -> pl.Series:
        words = [_nth_words(ordered[column], start, count["words"], n).alias(str(n)) for n in range(most)]
        if not words:
            return pl.Series(column, [], pl.String)
        return pl.DataFrame(words).select(pl.concat_str(pl.all(), separator=separator, ignore_nulls=True)).to_series()

    together = count.select(
        "row",
        name=put("token", tokens, " "),
        phs=put("sound", by_sound, " "),
        joined=put("sound", tokens, ""),
    ).join(_ends(by_sound), on="row", how="left", maintain_order="left")
    all_rows = pl.LazyFrame({"row": pl.int_range(rows, dtype=pl.UInt32, eager=True)})
    return all_rows.join(together.lazy(), on="row", how="left", maintain_order="left").drop("row").collect()


def _nth_words(words: pl.Series, start: pl.Series, count: pl.Series, n: int) -> pl.Series:
    """The nth word of each row, null where it has fewer."""
    at = pl.DataFrame({"start": start, "count": count}).select(pl.when(pl.col("count") > n).then(pl.col("start") + n))
    return words.gather(at.to_series())


def _ends(by_sound: pl.DataFrame) -> pl.DataFrame:
    """row, t_lo, t_hi: the first and last word by sound, without Muhammad and initials where others remain."""
    telling = by_sound.filter((pl.col("sound") != "MUHAMAD") & (pl.col("sound").str.len_bytes() > 1))
    ends = [
        frame.group_by("row").agg(pl.col("sound").first().alias("t_lo"), pl.col("sound").last().alias("t_hi"))
        for frame in (telling, by_sound.join(telling.select("row").unique(), on="row", how="anti"))
    ]
    return pl.concat(ends)
