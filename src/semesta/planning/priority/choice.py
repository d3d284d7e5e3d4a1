"""A choice from a list of workers: candidates put in order, and covered by rules or by an objective as far as a sum goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from semesta.basics.words import Words
from semesta.law.law import LAW, Law
from semesta.planning.assumptions import assumed, life_table
from semesta.planning.lawful import terms
from semesta.planning.priority.candidates import candidates
from semesta.planning.priority.chosen import Chosen, Floor, by_order
from semesta.planning.priority.optimum import OBJECTIVES, NoOptimum, Optimum, optimum, worth_of
from semesta.planning.priority.rules import RULES, in_order

DEPENDENT = ("child", "spouse", "parent")
POOREST = range(1, 6)
"""Deciles for which it is assumed how many families fall below the line when an earner dies without cover."""


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
        raise Impossible(
            Words(
                "Tidak ada calon: semua sudah aktif, melewati batas usia, atau kelompoknya tidak dikenal; periksa kolom kelompok, tanggal "
                "lahir dan status. Tidak ada yang ditulis.",
                "No candidate: all are active, over age or of no known group; check the columns of group, birth date and status. "
                "Nothing was written.",
            )
        )
    least = int(table["price"].min())  # type: ignore[arg-type]
    if budget < least:
        raise Impossible(
            Words(
                f"Pagu {budget} di bawah harga satu orang untuk {months} bulan ({least}). Tidak ada yang ditulis.",
                f"The sum of {budget} is below the price of one person for {months} months ({least}). Nothing was written.",
            )
        )
    ordered = in_order(table, rules, risks)
    best = None if by == "rules" else _best(ordered, by, budget, floors, law, dt.date(year, 13 - months, 1))
    found = by_order(ordered, budget, floors) if best is None else best.chosen
    notes = tuple(_notes(table, rules, by))
    return Choice(place, year, months, funding, tuple(rules), seed, found, best, workers, others, notes)


def _best(ordered: pl.DataFrame, by: str, budget: int, floors: Sequence[Floor], law: Law, month: dt.date) -> Optimum:
    said = terms(law, "JKM", "BPU", month)
    accidents = assumed("jkk_cases_bpu").value.central / 1000 * assumed("jkk_cost_bpu").value.central
    falls = {decile: assumed(f"falls_decile_{decile}").value.central for decile in POOREST}
    worth = worth_of(by, ordered, life_table(), benefit=said.benefit or 0, accidents=accidents, falls=falls)
    try:
        return optimum(ordered, worth, OBJECTIVES[by], budget, floors)
    except NoOptimum as none:
        raise Impossible(
            Words(
                f"Tidak ditemukan pilihan ({none.status}): batas paling sedikit mungkin lebih mahal daripada pagu; kurangi --floor. Tidak ada "
                "yang ditulis.",
                f"No choice was found ({none.status}): the floors may cost more than there is; lower --floor. Nothing was written.",
            )
        ) from none


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
    if by in ("benefit", "poverty"):
        used = {"benefit": ("jkk_cases_bpu", "jkk_cost_bpu"), "poverty": tuple(f"falls_decile_{d}" for d in POOREST)}[
            by
        ]
        notes += [
            Words(
                f"Asumsi: {one.said('id')}: {one.value.central:g}.",
                f"Assumed: {one.said('en')}: {one.value.central:g}.",
            )
            for one in map(assumed, used)
        ]
    return notes
