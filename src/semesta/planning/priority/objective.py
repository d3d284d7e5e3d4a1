"""What there is to be most of: persons, expected benefits, or families kept above the line; and what covering each person is worth."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from semesta.basics.words import Words
from semesta.law.law import Law
from semesta.planning.assumptions import LifeTable, assumed
from semesta.planning.fields import Assumed
from semesta.planning.lawful import terms

ADULT = 40
"""The age taken where nobody knows it, for the objective alone."""
FALLS = {decile: f"falls_decile_{decile}" for decile in range(1, 6)}
"""By decile the assumption of how many families fall below the line when an earner dies without cover; richer ones do not."""


@dataclass(frozen=True, slots=True)
class Objective:
    """What there is to be most of; `names` are the assumptions that its worth of a person rests on."""

    name: str
    title: Words
    unit: Words
    names: tuple[str, ...] = ()


OBJECTIVES = {
    one.name: one
    for one in (
        Objective("persons", Words("orang terlindungi", "persons covered"), Words("orang", "persons")),
        Objective(
            "benefit",
            Words("manfaat yang diharapkan selama bulan yang dibayar", "expected benefits in the months that are paid"),
            Words("rupiah", "rupiah"),
            ("mortality_multiplier", "jkk_cases_bpu", "jkk_cost_bpu"),
        ),
        Objective(
            "poverty",
            Words("keluarga yang diharapkan tidak jatuh miskin", "families expected not to fall into poverty"),
            Words("keluarga", "families"),
            ("mortality_multiplier", *FALLS.values()),
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Supposed:
    """What deaths and accidents bring one person in the months that are paid."""

    benefit: float
    """Rupiah by law of a death within a year, as far as the months are paid and the waiting time is over."""
    accidents: float
    """Rupiah expected of work accidents."""
    falls: Mapping[int, float]
    """By decile the share of families that a death in the year makes poor, and not when they are covered in full."""
    multiplier: float = 1.0
    """Of the life table's chance to die."""


def supposed(law: Law, year: int, months: int, replaced: Mapping[str, Assumed]) -> tuple[Supposed, Supposed, Supposed]:
    """By the low, the central and the high of what is assumed, for the last so many months of a year.

    Whoever is newly covered without wage waits for the whole JKM benefit; within that time heirs get the funeral alone.

    Args:
        replaced: the reader's own assumptions in the place of ours.

    Raises:
        NoLawOnDate: a month before the law.
    """
    said = terms(law, "JKM", "BPU", dt.date(year, 13 - months, 1))
    waits = min(said.waits, months)
    whole = months - waits
    benefit = ((said.benefit or 0) * whole + (said.least or 0) * waits) / 12
    names = ("jkk_cases_bpu", "jkk_cost_bpu", "mortality_multiplier")
    often, cost, heavier = (assumed(name, replaced).value for name in names)
    falls = {decile: assumed(name, replaced).value for decile, name in FALLS.items()}

    def at(end: str) -> Supposed:
        accidents = getattr(often, end) / 1000 * getattr(cost, end) * months / 12
        kept = {decile: getattr(one, end) * whole / 12 for decile, one in falls.items()}
        return Supposed(benefit, accidents, kept, getattr(heavier, end))

    return at("low"), at("central"), at("high")


def worth_of(objective: str, table: pl.DataFrame, life: LifeTable, by: Supposed) -> pl.Series:
    """What covering each person of a table of candidates is worth, in the objective's unit."""
    if objective == "persons":
        return pl.Series([1.0]).new_from_index(0, table.height)
    ages = table["age"].fill_null(ADULT).to_list()
    sexes = table["sex"].fill_null("").to_list()
    known = {
        pair: by.multiplier * life.chance(pair[0], pair[1] if pair[1] in ("L", "P") else "")
        for pair in {*zip(ages, sexes, strict=True)}
    }
    dies = pl.Series([known[pair] for pair in zip(ages, sexes, strict=True)], dtype=pl.Float64)
    if objective == "benefit":
        return dies * by.benefit + by.accidents
    kept = table["decile"].replace_strict(dict(by.falls), default=0.0, return_dtype=pl.Float64).fill_null(0.0)
    return dies * kept
