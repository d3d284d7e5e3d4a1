"""What plans assume where neither the round nor the law says it: each with its range, its source and how that source counts.

None of it is official. A scenario puts its own value in the place of any (field `assumptions`, by name).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml

from semesta.basics.words import Lang, Words
from semesta.planning.estimate import Estimate
from semesta.planning.fields import Assumed

PERIOD = "2025-2030"
"""The period of the life table that planning uses: 2020-2025 holds the pandemic."""
LIFE_TABLE = Words(
    "Tabel kematian Indonesia, United Nations World Population Prospects 2024 (CC BY 3.0 IGO), umur tunggal diturunkan",
    "Life table of Indonesia, United Nations World Population Prospects 2024 (CC BY 3.0 IGO), single ages derived",
)


@dataclass(frozen=True, slots=True)
class Assumption:
    """A value with its range. `unit` is per_1000_years, rupiah, share or ratio; `seen` names the pages it was seen on."""

    name: str
    title: Words
    unit: str
    value: Estimate
    basis: Words
    source: Words
    seen: str

    def replaced(self, own: Assumed | None) -> Assumption:
        """With a scenario's own value in its place."""
        if own is None:
            return self
        return Assumption(
            self.name, self.title, self.unit, own.value, Words(own.basis, own.basis), Words(own.source, own.source), ""
        )

    def said(self, lang: Lang) -> str:
        """Its title, where it comes from and how that counts."""
        told = filter(None, (self.basis.said(lang), self.source.said(lang)))
        return f"{self.title.said(lang)} ({'; '.join(told)})"


@dataclass(frozen=True, slots=True)
class PublishedRatio:
    """Claims against contributions of a year as somebody published them; `segment` "" is all segments."""

    year: int
    programme: str
    segment: str
    ratio: float
    source: str


@dataclass(frozen=True)
class LifeTable:
    """The chance to die within a year by single age and sex (L, P, "" for both)."""

    period: str
    chances: Mapping[tuple[str, int], float]

    @cached_property
    def ages(self) -> range:
        known = [age for _, age in self.chances]
        return range(min(known), max(known) + 1)

    def chance(self, age: int, sex: str = "", multiplier: float = 1.0) -> float:
        """The chance to die within a year, at most 1; ages beyond the table take its nearest end."""
        nearest = min(max(age, self.ages[0]), self.ages[-1])
        return min(1.0, self.chances[sex, nearest] * multiplier)


@cache
def assumptions() -> Mapping[str, Assumption]:
    """Every assumption by name."""
    return {name: _assumption(name, entry) for name, entry in _loaded("assumptions.yaml").items()}


def assumed(name: str, own: Mapping[str, Assumed] | None = None) -> Assumption:
    """The assumption of that name, or the scenario's own in its place."""
    return assumptions()[name].replaced((own or {}).get(name))


@cache
def published_ratios() -> tuple[PublishedRatio, ...]:
    return tuple(PublishedRatio(**entry) for entry in _loaded("published_ratios.yaml"))


@cache
def life_table(period: str = PERIOD) -> LifeTable:
    """The life table of a period, 2015-2020, 2020-2025 or 2025-2030.

    Raises:
        KeyError: another period.
    """
    text = files("semesta.planning.assumptions").joinpath("life_table.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["period"] == period]
    if not rows:
        raise KeyError(period)
    columns = {"L": "qx_male", "P": "qx_female", "": "qx_both"}
    return LifeTable(
        period, {(sex, int(row["age"])): float(row[column]) for row in rows for sex, column in columns.items()}
    )


def _assumption(name: str, entry: Mapping[str, Any]) -> Assumption:
    words = {key: Words(entry[key]["id"], entry[key]["en"]) for key in ("title", "basis", "source")}
    return Assumption(name=name, unit=entry["unit"], value=Estimate(*entry["value"]), seen=entry["seen"], **words)


@cache
def _loaded(name: str) -> Any:
    return yaml.safe_load(files("semesta.planning.assumptions").joinpath(name).read_text(encoding="utf-8"))
