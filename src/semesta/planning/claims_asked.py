"""Field `claims` of a scenario as it is written: own cases, ages of members, and the risk of groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from semesta.basics.groups import GROUPS
from semesta.basics.words import Words, same
from semesta.planning.ages_of_round import AgesSeen
from semesta.planning.claims import Experience
from semesta.planning.cover import ALL
from semesta.planning.fields import Assumed, Fields
from semesta.planning.written import amount_of

RISKS = ("JKK", "JKM")
"""Programmes of which claims are expected: JHT pays members' own savings."""
OLDEST = 64
SEXES = ("L", "P", "")


@dataclass(frozen=True, slots=True)
class Ages:
    """Persons of a group by age, each age of a band as many; the sex "" where it is not known."""

    first: int
    last: int
    sex: str
    persons: int


@dataclass(frozen=True)
class Asked:
    """Own cases by programme and segment, ages and risk of accidents by group, where the office knows them."""

    experience: Mapping[tuple[str, str], Experience]
    ages: Mapping[str, tuple[Ages, ...]]
    risks: Mapping[str, Assumed] = field(default_factory=dict)
    """Cases of JKK of a group against those of its whole segment."""
    named: tuple[tuple[str, str], ...] = ()
    """Fields that name a group, with its code: it has to be one of the scenario's."""
    seen_ages: Mapping[str, AgesSeen] = field(default_factory=dict)
    """Ages of a whole segment as the round tells them, for groups of which nobody says any."""
    not_seen: tuple[Words, ...] = ()
    """Why a round's own cases are no experience."""


def read_claims(fields: Fields) -> Asked:
    """What is written under `claims`; everything that cannot be used is added to the faults."""
    named: list[tuple[str, str]] = []

    def group(one: Fields) -> str:
        code = "" if one.text("group").lower() in ALL else one.code("group", GROUPS)
        named.append((one.at("group"), code))
        return code

    seen: dict[tuple[str, str], Experience] = {}
    for one in fields.each("experience"):
        key = one.choice("programme", RISKS, "JKM"), one.choice("segment", ("BPU", "PU"), "BPU")
        cases, years = one.whole("cases"), float(one.whole("person_years", least=1))
        if key in seen:
            told = Words("program dan segmen ini sudah ada", "this programme and segment are there already")
            one.fault("segment", " ".join(key), told, Words("gabungkan keduanya", "make them one"))
        is_jkk = key[0] == "JKK"
        relative, amount = (_relative(one), one.rupiah_or_none("amount")) if is_jkk else (1.0, None)
        seen[key] = Experience(cases, years, same(one.text("source")), relative, amount)
        one.close()
    ages: dict[str, tuple[Ages, ...]] = {}
    for one in fields.each("ages"):
        code = group(one)
        ages[code] = (*ages.get(code, ()), ages_of(one))
        one.close()
    risks: dict[str, Assumed] = {}
    for one in fields.each("risks"):
        code, found = group(one), one.assumed("relative")
        if code in risks:
            told = Words("kelompok ini sudah ada", "this group is there already")
            one.fault("group", code, told, Words("sisakan satu", "leave one"))
        elif found is not None and found.value.low > 0:
            risks[code] = found
        elif found is not None:
            one.fault("relative.low", found.value.low, ABOVE_ZERO, WRITE_RISK)
        elif not one.has("relative"):
            one.fault("relative", None, Words("belum diisi", "is missing"), WRITE_RISK)
        one.close()
    fields.close()
    return Asked(seen, ages, risks, tuple(named))


ABOVE_ZERO = Words("harus di atas nol", "must be above zero")
WRITE_RISK = Words(
    "tulis misalnya {low: 1, central: 1.5, high: 2, source: …}; 1 berarti sama dengan rata-rata segmennya",
    "write it as {low: 1, central: 1.5, high: 2, source: …}; 1 is the average of its segment",
)


def _relative(one: Fields) -> float:
    """How often those seen have cases of JKK against their whole segment; 1 where it is not said."""
    if not one.has("relative"):
        return 1.0
    found = amount_of(one.written["relative"])
    if not found or found < 0:
        one.fault("relative", one.written["relative"], ABOVE_ZERO, Words("tulis misalnya 1.5", "write it as 1.5"))
        return 1.0
    return found


def ages_of(fields: Fields) -> Ages:
    first, last = fields.whole("from", least=15), fields.whole("to", least=15)
    if last < first or last > OLDEST + 15:
        told = Words(f"harus naik, paling tinggi {OLDEST + 15}", f"must rise, at most {OLDEST + 15}")
        fields.fault("to", last, told, Words("tulis misalnya from: 25, to: 34", "write it as from: 25, to: 34"))
        last = first
    return Ages(first, last, fields.choice("sex", SEXES, ""), fields.whole("persons", least=1))


def each_age(ages: tuple[Ages, ...]) -> Iterator[tuple[tuple[str, int], int]]:
    """Persons by sex and age; what does not divide goes to the youngest of a band."""
    counts: dict[tuple[str, int], int] = {}
    for band in ages:
        width = band.last - band.first + 1
        for n, age in enumerate(range(band.first, band.last + 1)):
            key = band.sex, age
            counts[key] = counts.get(key, 0) + band.persons // width + (n < band.persons % width)
    yield from counts.items()
