"""The households that a round's own data tell of those whom a scenario covers, and what was left out of them and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from semesta.basics import shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import Words, same
from semesta.monev.cells import ENOUGH
from semesta.monev.measured import Measured
from semesta.monev.regions import MOST_DAYS_APART
from semesta.planning.poverty import Household
from semesta.planning.scenario import Scenario

TABLE = "household_spending"
COUNTED = Words(
    "pencari nafkah yang tidak ada dalam daftar pekerja tidak terhitung, sehingga yang jatuh miskin dapat lebih sedikit dari ini; "
    "pengeluaran dibulatkan ke Rp100 ribu",
    "earners who are on no list of workers are not counted, so that fewer may fall into poverty than this; spending is rounded to "
    "Rp100 thousand",
)
"""Of households counted from family cards."""
DELETED = Words(
    "keluarga dari daftar putaran ini sudah dihapus bersama daftarnya pada waktunya; rencana yang dihitung sebelumnya memakai lebih banyak "
    "keluarga",
    "households of this round were deleted in time together with their lists; plans made before that rest on more of them",
)
"""Of rounds that are no longer whole, so that the same plan may come to something else."""


@dataclass(frozen=True)
class Told:
    """Households of which size, earners and spending are known, alike ones together, and notes on whom they stand for.

    `unknown` are those of which earners or spending are not known: they count neither as poor nor as not poor. `least` is how
    many have to stand together for anything to be said of them.
    """

    households: tuple[Household, ...]
    unknown: int
    notes: tuple[Words, ...]
    least: int = ENOUGH

    @property
    def number(self) -> int:
        return sum(one.number for one in self.households)


def households_told(measured: Measured, scenario: Scenario) -> Told | None:
    """What the round tells of the households of the scenario's place and groups; None where it has no such table.

    Of groups: where any row names one, the households of the scenario's groups alone; where none does, all of them, and it is
    said that nobody knows whether they are of those covered. Of days: what lies within six months of the latest.
    """
    frame = measured.dataset.frame(TABLE)
    if frame is None:
        return None
    rows = frame.with_columns(number=pl.col("households").fill_null(1))
    notes: list[Words] = []
    for keeps, why in _sieves(rows, measured, scenario):
        if gone := _number(rows.filter(~keeps)):
            notes.append(_aside(gone, why))
        rows = rows.filter(keeps)
    is_known = pl.col("earners").is_not_null() & pl.col("spending").is_not_null()
    unknown = _number(rows.filter(~is_known))
    known = rows.filter(is_known)
    if unknown:
        notes.append(
            Words(
                f"{shown.count(unknown, 'id')} keluarga lain: pencari nafkah atau pengeluarannya belum diketahui; tidak dihitung miskin "
                "maupun tidak miskin",
                f"{shown.count(unknown, 'en')} more households: earners or spending not known; counted neither as poor nor as not poor",
            )
        )
    if measured.dataset.origin is not None and measured.dataset.origin.derived.get(TABLE):
        notes.append(COUNTED)
    if TABLE in measured.dataset.deleted:
        notes.append(DELETED)
    return Told(_alike(known, scenario), unknown, (_universe(known, measured, scenario), *notes))


def _sieves(frame: pl.DataFrame, measured: Measured, scenario: Scenario) -> Iterator[tuple[pl.Expr, Words]]:
    """What a row has to be, one thing after the other, and why it is left out if it is not; nothing is null."""
    places = measured.places
    inside = [code for code in frame["place"].unique().drop_nulls() if places.is_within(code, scenario.place)]
    here = pl.col("place").is_in(inside).fill_null(False)
    yield here, Words("di luar wilayah rencana", "outside the place of the plan")
    days = frame.filter(here)["as_of"].drop_nulls()
    if days.len():
        latest = pl.lit(days.max())
        recent = (latest - pl.col("as_of")).dt.total_days() <= MOST_DAYS_APART
        yield recent.fill_null(True), Words("data lebih dari enam bulan lebih tua", "data more than six months older")
    asked = [group.code for group in scenario.groups]
    named = frame.filter(here)["group"].drop_nulls().unique().to_list()
    if named and "" not in asked:
        covered = [code for code in named if any(GROUPS.is_within(code, group) for group in asked)]
        yield (
            pl.col("group").is_not_null(),
            Words("kelompoknya tidak disebut, atau lebih dari satu", "their group is not said, or is more than one"),
        )
        yield (
            pl.col("group").is_in(covered).fill_null(False),
            Words("bukan dari kelompok dalam rencana", "not of the groups in the plan"),
        )
    earning = (pl.col("earners") > 0).fill_null(True)
    yield earning, Words("tanpa pencari nafkah", "without an earner")


def _aside(number: int, why: Words) -> Words:
    return (
        Words(
            f"{shown.count(number, 'id')} keluarga disisihkan: ", f"{shown.count(number, 'en')} households set aside: "
        )
        + why
    )


def _universe(known: pl.DataFrame, measured: Measured, scenario: Scenario) -> Words:
    """Whose households these are, by which source and of which day."""
    place = measured.places[scenario.place].title
    told = Words("keluarga menurut data putaran: ", "households as the round's data give them: ")
    told += Words(shown.count(_number(known), "id"), shown.count(_number(known), "en"))
    latest = known["as_of"].drop_nulls().max()
    if isinstance(latest, dt.date):
        told += Words(f", per {shown.day(latest, 'id')}", f", as of {shown.day(latest, 'en')}")
    sources = "; ".join(known["source"].cast(pl.String).drop_nulls().unique().sort().to_list())
    if sources:
        told += same(f" ({sources})")
    if known["group"].null_count() == known.height and not any(group.code == "" for group in scenario.groups):
        told += Words(
            f"; kelompoknya tidak disebut, jadi semua keluarga yang didata di {place.id}, terlindungi atau belum",
            f"; no group is said, so that they are all households surveyed in {place.en}, covered or not",
        )
    return told


def _number(rows: pl.DataFrame) -> int:
    return int(rows["number"].sum())


def group_of(code: str, scenario: Scenario) -> str | None:
    """The group of the plan that a group belongs to, the nearest above; "" of none named, None where the plan has none for it."""
    if not code:
        return ""
    above = [group.code for group in scenario.groups if GROUPS.is_within(code, group.code)]
    return max(above, key=len, default=None)


def _alike(rows: pl.DataFrame, scenario: Scenario) -> tuple[Household, ...]:
    """Households alike together, in an order of their own: that of the rows tells nothing."""
    by = ["size", "earners", "spending", "decile", "way"]
    ways = {code: group_of(code, scenario) or "" for code in rows["group"].drop_nulls().unique()}
    group = pl.col("group").replace_strict(ways, default="", return_dtype=pl.String)
    ordered = (
        rows.with_columns(way=group)
        .group_by(by)
        .agg(pl.col("number").sum())
        .filter(pl.col("number") > 0)
        .sort(by, nulls_last=True)
    )
    return tuple(
        Household(row["size"], row["earners"], row["spending"], row["number"], _decile(row["decile"]), row["way"])
        for row in ordered.iter_rows(named=True)
    )


def _decile(code: str | None) -> int | None:
    """Poor and extremely poor are no deciles."""
    return int(code) if code is not None and code.isdigit() else None
