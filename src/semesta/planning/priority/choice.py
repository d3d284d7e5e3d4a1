"""A choice from a list of workers: candidates put in order, and covered by rules or by an objective as far as a sum goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import polars as pl

from semesta.basics import shown
from semesta.basics.words import LANGS, Lang, Words, joined
from semesta.law.law import LAW, Law
from semesta.monev.prices import Price
from semesta.planning.assumptions import Assumption, assumed, life_table
from semesta.planning.estimate import Estimate
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.fields import Assumed
from semesta.planning.in_words import assumed_range, count, rupiah
from semesta.planning.priority.candidates import TOO_OLD, candidates, group_prices, not_asked
from semesta.planning.priority.chosen import Chosen, Floor, by_order, is_of
from semesta.planning.priority.objective import ADULT, FALLS, OBJECTIVES, Supposed, supposed, worth_of
from semesta.planning.priority.optimum import SECONDS, NoOptimum, Optimum, optimum
from semesta.planning.priority.rules import RULES, in_order

DEPENDENT = ("child", "spouse", "parent")
FALLING = Words(
    "Asumsi: keluarga yang jatuh miskin bila pencari nafkah meninggal tanpa perlindungan, dan tidak bila terlindungi",
    "Assumed: families that fall into poverty when an earner dies uncovered, and not when covered",
)


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
    replaced: Mapping[str, Assumed] = MappingProxyType({}),
) -> Choice:
    """Whom the sum covers.

    Args:
        workers, families: lists as the tables `workers` and `households` declare them.
        by: "rules", or the name of an objective.
        replaced: the reader's own assumptions in the place of ours.

    Raises:
        Unplannable: no candidate, a sum below the price of one person, or floors that cost more than there is.
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
        raise Unplannable([_without_candidates(others)])
    if budget < (least := int(table["price"].sort()[0])):
        raise Unplannable([_too_little(budget, least, months)])
    ordered = in_order(table, rules, risks)
    best = None if by == "rules" else _best(ordered, by, budget, floors, supposed(law, year, months, replaced))
    found = by_order(ordered, budget, floors) if best is None else best.chosen
    notes = tuple(_notes(table, rules, by, replaced))
    prices = group_prices(table["group"].unique(), law, year=year, months=months, funding=funding)
    return Choice(
        place, year, months, funding, tuple(rules), seed, found, best, workers, others, notes, prices, tuple(floors)
    )


def _best(
    ordered: pl.DataFrame, by: str, budget: int, floors: Sequence[Floor], each: tuple[Supposed, Supposed, Supposed]
) -> Optimum:
    low, central, high = each
    try:
        best = optimum(ordered, worth_of(by, ordered, life_table(), central), OBJECTIVES[by], budget, floors)
    except NoOptimum as none:
        raise Unplannable([_too_dear(ordered, budget, floors) if none.infeasible else _too_long(by)]) from none
    chosen = best.chosen.table.filter(pl.col("chosen"))
    ends = [float(worth_of(by, chosen, life_table(), one).sum()) for one in (low, central, high)]
    return replace(best, worth=Estimate(*ends))


def _too_little(budget: int, least: int, months: int) -> PlanFault:
    price = rupiah(least)
    told = Words(
        f"di bawah harga satu orang untuk {months} bulan ({price.id})",
        f"below the price of one person for {months} months ({price.en})",
    )
    return PlanFault(
        "budget", str(budget), told, Words("tambah pagunya, atau kurangi bulannya", "raise it, or pay fewer months")
    )


def _too_long(by: str) -> PlanFault:
    told = Words(
        f"pilihan terbaik belum ditemukan dalam {SECONDS:g} detik",
        f"the best choice was not found within {SECONDS:g} seconds",
    )
    return PlanFault(
        "by", by, told, Words("pakai rules, atau kurangi batas paling sedikit", "use rules, or fewer floors")
    )


def _too_dear(ordered: pl.DataFrame, budget: int, floors: Sequence[Floor]) -> PlanFault:
    """Which floors are together dearer than the sum."""
    said = joined([_floor_told(ordered, floor) for floor in floors], "; ")
    sum_of_money = rupiah(budget)
    told = Words(
        f"batas paling sedikit lebih mahal daripada pagu {sum_of_money.id}: {said.id}",
        f"the floors cost more than the sum of {sum_of_money.en}: {said.en}",
    )
    return PlanFault("floor", "", told, Words("kurangi batasnya atau tambah pagunya", "lower them or raise the sum"))


def _floor_told(ordered: pl.DataFrame, floor: Floor) -> Words:
    prices = ordered.filter(is_of(floor))["price"].sort().head(floor.persons)
    persons, least = count(len(prices)), rupiah(int(prices.sum()))
    return Words(
        f"{floor.column}={floor.code} {persons.id} orang, paling murah {least.id}",
        f"{floor.column}={floor.code} {persons.en} persons, at least {least.en}",
    )


def _without_candidates(others: pl.DataFrame) -> PlanFault:
    why = joined(not_asked(others), "; ") or Words("daftar kosong", "the list is empty")
    fix = Words(
        "periksa kolom kelompok, tanggal lahir dan status; bila daftar tidak menyebut kelompok, sebutkan kelompoknya, misalnya --group "
        "nelayan",
        "check the columns of group, birth date and status; where the list says no group, give it, as --group nelayan",
    )
    return PlanFault("workers", "", Words("tidak ada calon: ", "no candidate: ") + why, fix)


def _dependants(workers: pl.DataFrame, families: pl.DataFrame | None) -> pl.DataFrame | None:
    """By `id` how many others of the family depend on somebody; those without a known family are not in it."""
    if families is None or "kk" not in workers.columns or "relation" not in families.columns:
        return None
    depends = pl.col("relation").is_in(DEPENDENT)
    niks = pl.col("nik") if "nik" in families.columns else pl.lit(None, pl.String)
    counted = families.group_by("kk").agg(dependants=depends.sum().cast(pl.Int64), those=niks.filter(depends))
    own = pl.col("nik") if "nik" in workers.columns else pl.lit(None, pl.String)
    is_one = pl.col("those").list.contains(own).fill_null(False)  # a husband or wife is no dependant of their own
    return (
        workers.filter(pl.col("kk").is_not_null())
        .join(counted, on="kk", how="inner")
        .select(pl.col("id").cast(pl.String), dependants=pl.col("dependants") - is_one)
    )


def _notes(table: pl.DataFrame, rules: Sequence[str], by: str, replaced: Mapping[str, Assumed]) -> Iterator[Words]:
    """Of whom something that decides is not known, and what an objective assumes."""
    yield from unknown_ages(table)
    columns = {"decile": "decile", "dependants": "dependants", "oldest": "age", "youngest": "age"}
    unknown = [name for name in rules if name in columns and table[columns[name]].null_count() == table.height]
    if unknown:
        yield Words(
            f"Tidak diketahui bagi siapa pun, sehingga tidak membedakan: {', '.join(RULES[n].title.id for n in unknown)}.",
            f"Not known of anybody, and so telling nobody apart: {', '.join(RULES[n].title.en for n in unknown)}.",
        )
    if by in OBJECTIVES:
        yield from _supposed_told(table, by)
        yield from _assumptions_told([assumed(name, replaced) for name in OBJECTIVES[by].names])


def unknown_ages(table: pl.DataFrame) -> Iterator[Words]:
    """Of how many candidates the age is not known; nothing where it is of all."""
    if number := table["age"].null_count():
        ages = count(number)
        yield Words(
            f"Umur {ages.id} calon tidak diketahui: batas {TOO_OLD} tahun tidak diperiksa bagi mereka.",
            f"The age of {ages.en} candidates is not known: the limit of {TOO_OLD} was not checked for them.",
        )


def _supposed_told(table: pl.DataFrame, by: str) -> Iterator[Words]:
    """What an objective takes for granted: of those of whom something is not known, and of everybody."""
    deciles = table.filter(~pl.col("decile").is_in(list(FALLS)).fill_null(False)).height
    if by != "persons" and table["age"].null_count():
        yield Words(f"Mereka dihitung sebagai {ADULT} tahun.", f"They count as {ADULT}.")
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


def _assumptions_told(rests_on: Sequence[Assumption]) -> Iterator[Words]:
    """Each assumption with its range; those of the deciles in one sentence, where they differ in nothing else."""
    falls = {decile: one for decile, name in FALLS.items() for one in rests_on if one.name == name}
    are_alike = len({(one.basis, one.source) for one in falls.values()}) == 1
    for one in rests_on:
        if not (are_alike and one in falls.values()):
            yield Words("Asumsi: ", "Assumed: ") + Words(*(f"{one.said(lang)}: {_range(one, lang)}." for lang in LANGS))
    if are_alike:
        each = [
            Words(f"desil {n} ", f"decile {n} ") + Words(*(_range(one, lang) for lang in LANGS))
            for n, one in falls.items()
        ]
        rest = joined([falls[1].basis, falls[1].source], "; ")
        yield FALLING + Words(" (", " (") + rest + Words("): ", "): ") + joined(each, ", ") + Words(".", ".")


def _range(one: Assumption, lang: Lang) -> str:
    return assumed_range(one.value, one.unit, lang)
