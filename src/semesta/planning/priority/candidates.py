"""Those who may be chosen, each with what the choice looks at and what a year of cover costs by law."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping

import polars as pl

from semesta.basics.groups import GROUPS
from semesta.basics.lists import DECILES
from semesta.basics.words import Words
from semesta.law.law import Law
from semesta.monev.prices import Price, price_by_law
from semesta.planning.in_words import count

COLUMNS = {
    "id": pl.String,
    "group": pl.String,
    "district": pl.String,
    "sex": pl.String,
    "decile": pl.Int64,
    "age": pl.Int64,
    "dependants": pl.Int64,
    "lapsed": pl.Boolean,
    "price": pl.Int64,
    "tie": pl.UInt64,
}
"""What stands in the table of candidates. Null is not known; `price` is whole rupiah for the months asked for."""
NOT_ASKED = {
    "active": Words("sudah aktif", "active already"),
    "age": Words("sudah 65 tahun atau lebih", "65 or older"),
    "group": Words(
        "kelompok tidak dikenal, sehingga harganya tidak diketahui", "the group is not known, and so neither its price"
    ),
    "twice": Words("NIK yang sama sudah ada dalam daftar", "the same NIK stands in the list already"),
}
"""Why somebody of the list is no candidate."""
POOR = {"extreme_poor": 1, "poor": 2}
"""Deciles that a list may name by words, in the order of need."""
TOO_OLD = 65


def candidates(
    workers: pl.DataFrame,
    *,
    law: Law,
    year: int,
    months: int,
    funding: str,
    seed: int,
    dependants: pl.DataFrame | None = None,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The table of candidates, and the `id` and `why` of those who cannot be chosen.

    Who is active already, over age, or of a group without a price by law is none. Rows come as they stand in the list; ties are
    drawn by seed and id, so that their order in the list tells nothing.

    Args:
        workers: a list of workers as the tables declare it; columns that are absent are not known.
        months: paid for in that year, the last of it.
        dependants: `id` and `dependants` as counted of families; where none is known, the number the list itself says.

    Raises:
        NoLawOnDate: a month before the law.
    """
    day = dt.date(year, 13 - months, 1)
    groups = workers["group"].drop_nulls().unique() if "group" in workers.columns else ()
    prices = group_prices(groups, law, year=year, months=months, funding=funding)
    known = _known(workers, day, seed, {group: price.total for group, price in prices.items()})
    if dependants is not None:
        counted = dependants.select("id", counted="dependants")
        known = known.join(counted, on="id", how="left", maintain_order="left").with_columns(
            dependants=pl.coalesce("counted", "dependants")
        )
    why = (
        pl.when(pl.col("active"))
        .then(pl.lit("active"))
        .when(pl.col("age") >= TOO_OLD)
        .then(pl.lit("age"))
        .when(pl.col("price").is_null())
        .then(pl.lit("group"))
        .when(~pl.col("first"))
        .then(pl.lit("twice"))
    )
    judged = known.with_columns(why=why)
    table = judged.filter(pl.col("why").is_null()).select(list(COLUMNS))
    return table, judged.filter(pl.col("why").is_not_null()).select("id", "why")


def _known(workers: pl.DataFrame, day: dt.date, seed: int, prices: Mapping[str, int]) -> pl.DataFrame:
    have = set(workers.columns)

    def column(name: str, kind: type[pl.DataType] = pl.String) -> pl.Expr:
        return pl.col(name).cast(kind) if name in have else pl.lit(None, kind)

    born = column("birth_date", pl.Date)
    before = (born.dt.month() > day.month) | ((born.dt.month() == day.month) & (born.dt.day() > day.day))
    ids = workers["id"].cast(pl.String)
    return workers.select(
        id=pl.col("id").cast(pl.String),
        group=column("group"),
        district=column("district"),
        sex=column("sex"),
        decile=column("decile").replace_strict(_deciles(), default=None, return_dtype=pl.Int64),
        age=day.year - born.dt.year() - before.cast(pl.Int64),
        dependants=column("dependants", pl.Int64),
        lapsed=(column("bpjs_status") == "inactive").fill_null(False),
        active=(column("bpjs_status") == "active").fill_null(False),
        price=column("group").replace_strict(prices, default=None, return_dtype=pl.Int64),
        tie=pl.Series([_tie(seed, one) for one in ids], dtype=pl.UInt64),
        first=_is_first(have),
    )


def _is_first(have: set[str]) -> pl.Expr:
    """Of rows with the same whole NIK the first stands for the person."""
    if "nik" not in have:
        return pl.lit(True)
    return pl.col("nik").is_null() | pl.col("nik").is_first_distinct()


def _deciles() -> dict[str, int]:
    return {one.code: int(one.code) if one.code.isdigit() else POOR[one.code] for one in DECILES}


def _tie(seed: int, one: str) -> int:
    return int.from_bytes(hashlib.blake2b(f"{seed}:{one}".encode(), digest_size=8).digest(), "big")


def group_prices(groups: Iterable[str], law: Law, *, year: int, months: int, funding: str) -> dict[str, Price]:
    """What the last months of a year cost one person of each group that is known.

    Raises:
        NoLawOnDate: a month before the law.
    """
    return {
        group: price_by_law(law, group=group, funding=funding, year=year, months=months)
        for group in sorted(groups)
        if group in GROUPS
    }


def not_asked(others: pl.DataFrame) -> list[Words]:
    """How many of the list are no candidates, and why, the most first: "1.774 orang (sudah aktif)"."""
    counted = others["why"].value_counts().rows()
    return [
        count(n) + Words(f" orang ({NOT_ASKED[code].id})", f" persons ({NOT_ASKED[code].en})")
        for code, n in sorted(counted, key=lambda each: (-each[1], each[0]))
    ]
