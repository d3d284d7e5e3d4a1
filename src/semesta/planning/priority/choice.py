"""A choice from a list of workers: candidates put in order, and covered by rules or by an objective as far as a sum goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from semesta.basics import shown
from semesta.basics.words import LANGS, Lang, Words, joined
from semesta.law.law import LAW, Law
from semesta.monev.prices import Price, price_by_law
from semesta.planning.assumptions import Assumption, assumed, life_table
from semesta.planning.estimate import Estimate
from semesta.planning.priority.candidates import candidates, not_asked
from semesta.planning.priority.chosen import Chosen, Floor, by_order, is_of
from semesta.planning.priority.objective import ADULT, OBJECTIVES, POOREST, supposed, worth_of
from semesta.planning.priority.optimum import SECONDS, NoOptimum, Optimum, optimum
from semesta.planning.priority.rules import RULES, in_order

DEPENDENT = ("child", "spouse", "parent")


class Impossible(Exception):
    """Nobody can be chosen; `said` tells why and what would mend that."""

    def __init__(self, said: Words) -> None:
        super().__init__(said.en)
        self.said = said


@dataclass(frozen=True)
class Choice:
    """What was chosen from which list. `workers` are its rows with identities; `others` those who were no candidates."""

    place: str
    year: int
    months: int
    funding: str
    rules: tuple[str, ...]
    seed: int
    chosen: Chosen
    optimum: Optimum | None
    workers: pl.DataFrame
    others: pl.DataFrame
    notes: tuple[Words, ...] = ()
    prices: Mapping[str, Price] = field(default_factory=dict)
    """What the months cost one person of each group that has a candidate."""
    floors: tuple[Floor, ...] = ()

    @property
    def candidates(self) -> int:
        return self.chosen.table.height


def choose(
    workers: pl.DataFrame,
    families: pl.DataFrame | None = None,
    *,
    budget: int,
    rules: Sequence[str],
    risks: Sequence[str] = (),
    floors: Sequence[Floor] = (),
    funding: str,
    by: str = "rules",
    year: int,
    months: int = 12,
    seed: int = 1,
    place: str = "",
    law: Law = LAW,
) -> Choice:
    """Whom the sum covers.

    Args:
        workers, families: lists as the tables `workers` and `households` declare them.
        by: "rules", or the name of an objective.

    Raises:
        Impossible: no candidate, a sum below the price of one person, or floors that cost more than there is.
        NoLawOnDate: a month before the law.
    """
    table, others = candidates(
        workers,
        law=law,
        year=year,
        months=months,
        funding=funding,
        seed=seed,
        dependants=_dependants(workers, families),
    )
    if not table.height:
        raise Impossible(_without_candidates(others))
    least = int(table["price"].min())  # type: ignore[arg-type]
    if budget < least:
        raise Impossible(
            Words(
                f"--budget: pagu {shown.rupiah(budget, 'id')} di bawah harga satu orang untuk {months} bulan "
                f"({shown.rupiah(least, 'id')}). Tidak ada yang ditulis.",
                f"--budget: the sum of {shown.rupiah(budget, 'en')} is below the price of one person for {months} months "
                f"({shown.rupiah(least, 'en')}). Nothing was written.",
            )
        )
    ordered = in_order(table, rules, risks)
    best = None if by == "rules" else _best(ordered, by, budget, floors, law, year, months)
    found = by_order(ordered, budget, floors) if best is None else best.chosen
    notes = tuple(_notes(table, rules, by))
    prices = {
        group: price_by_law(law, group=group, funding=funding, year=year, months=months)
        for group in sorted(table["group"].unique())
    }
    return Choice(
        place, year, months, funding, tuple(rules), seed, found, best, workers, others, notes, prices, tuple(floors)
    )


def _best(
    ordered: pl.DataFrame, by: str, budget: int, floors: Sequence[Floor], law: Law, year: int, months: int
) -> Optimum:
    low, central, high = supposed(law, year, months)
    try:
        best = optimum(ordered, worth_of(by, ordered, life_table(), central), OBJECTIVES[by], budget, floors)
    except NoOptimum as none:
        raise Impossible(_no_optimum(ordered, budget, floors, none)) from none
    chosen = best.chosen.table.filter(pl.col("chosen"))
    ends = [float(worth_of(by, chosen, life_table(), one).sum()) for one in (low, central, high)]
    return replace(best, worth=Estimate(*ends))


def _no_optimum(ordered: pl.DataFrame, budget: int, floors: Sequence[Floor], none: NoOptimum) -> Words:
    """Which floors are dearer than the sum, or that the solver ran out of time."""
    if not none.infeasible:
        return Words(
            f"Pilihan terbaik belum ditemukan dalam {SECONDS:g} detik. Pakai --by rules, atau kurangi --floor. Tidak ada yang ditulis.",
            f"The best choice was not found within {SECONDS:g} seconds. Use --by rules, or fewer --floor. Nothing was written.",
        )
    said = [_floor_told(ordered, floor) for floor in floors]
    return Words(
        f"--floor: batas paling sedikit lebih mahal daripada pagu {shown.rupiah(budget, 'id')}: {joined(said, '; ').id}. Kurangi "
        "batasnya atau tambah --budget. Tidak ada yang ditulis.",
        f"--floor: the floors cost more than the sum of {shown.rupiah(budget, 'en')}: {joined(said, '; ').en}. Lower them or "
        "raise --budget. Nothing was written.",
    )


def _floor_told(ordered: pl.DataFrame, floor: Floor) -> Words:
    prices = ordered.filter(is_of(floor))["price"].sort().head(floor.persons)
    least = int(prices.sum())
    return Words(
        f"{floor.column}={floor.code} {shown.count(len(prices), 'id')} orang, paling murah {shown.rupiah(least, 'id')}",
        f"{floor.column}={floor.code} {shown.count(len(prices), 'en')} persons, at least {shown.rupiah(least, 'en')}",
    )


def _without_candidates(others: pl.DataFrame) -> Words:
    why = joined(not_asked(others), "; ")
    return Words(
        f"Tidak ada calon: {why.id or 'daftar kosong'}. Periksa kolom kelompok, tanggal lahir dan status; bila daftar tidak menyebut "
        "kelompok, tambahkan --group, misalnya --group nelayan. Tidak ada yang ditulis.",
        f"No candidate: {why.en or 'the list is empty'}. Check the columns of group, birth date and status; where the list says no "
        "group, add --group, as --group nelayan. Nothing was written.",
    )


def _dependants(workers: pl.DataFrame, families: pl.DataFrame | None) -> pl.DataFrame | None:
    """By `id` how many others of the family depend on somebody; those without a known family are not in it."""
    if families is None or "kk" not in workers.columns or "relation" not in families.columns:
        return None
    counted = families.group_by("kk").agg(dependants=pl.col("relation").is_in(DEPENDENT).sum().cast(pl.Int64))
    return (
        workers.select(pl.col("id").cast(pl.String), "kk")
        .filter(pl.col("kk").is_not_null())
        .join(counted, on="kk", how="inner")
        .select("id", "dependants")
    )


def _notes(table: pl.DataFrame, rules: Sequence[str], by: str) -> list[Words]:
    """Criteria of which nobody is known, and what an objective assumes."""
    columns = {"decile": "decile", "dependants": "dependants", "oldest": "age", "youngest": "age"}
    unknown = [name for name in rules if name in columns and table[columns[name]].null_count() == table.height]
    notes = []
    if unknown:
        notes.append(
            Words(
                f"Tidak diketahui bagi siapa pun, sehingga tidak membedakan: {', '.join(RULES[n].title.id for n in unknown)}.",
                f"Not known of anybody, and so telling nobody apart: {', '.join(RULES[n].title.en for n in unknown)}.",
            )
        )
    return [*notes, *_supposed_told(table, by)] if by in OBJECTIVES else notes


def _supposed_told(table: pl.DataFrame, by: str) -> Iterator[Words]:
    """What an objective takes for granted: of those of whom something is not known, and of everybody."""
    ages, deciles = table["age"].null_count(), table.filter(~pl.col("decile").is_in(POOREST).fill_null(False)).height
    if by != "persons" and ages:
        yield Words(
            f"Umur {shown.count(ages, 'id')} calon tidak diketahui; dihitung sebagai {ADULT} tahun.",
            f"The age of {shown.count(ages, 'en')} candidates is not known; they count as {ADULT}.",
        )
    if by == "poverty" and deciles:
        yield Words(
            f"{shown.count(deciles, 'id')} calon di luar desil 1–5 atau tanpa desil; keluarganya dianggap tidak jatuh miskin.",
            f"{shown.count(deciles, 'en')} candidates are not of deciles 1–5 or of none known; their families count as not falling.",
        )
    if by != "persons":
        yield Words(
            "Peluang meninggal menurut umur dan jenis kelamin ikut menentukan, sehingga perempuan dan yang muda dapat lebih jarang terpilih; "
            "lihat siapa yang tertinggal.",
            "The chance to die by age and sex decides with it, so that women and the young may be chosen less often; see who is left out.",
        )
    for one in map(assumed, OBJECTIVES[by].names):
        told = Words(*(f"{one.said(lang)}: {_range(one, lang)}." for lang in LANGS))
        yield Words(f"Asumsi: {told.id}", f"Assumed: {told.en}")


def _range(one: Assumption, lang: Lang) -> str:
    """ "3,5 (2,2–5,0)", "Rp8 juta (Rp7 juta–Rp11 juta)"."""

    def said(value: float) -> str:
        if one.unit == "rupiah":
            return shown.rupiah_short(round(value), lang)
        return shown.share(value, lang, 0) if one.unit == "share" else shown.decimal(value, lang, 1)

    low, central, high = map(said, (one.value.low, one.value.central, one.value.high))
    return f"{central} ({low}–{high})"
