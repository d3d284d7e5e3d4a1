"""The money there is and the targets to be reached, and how a scenario says them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.monev.prices import package_of
from semesta.planning.cover import Route, route_of
from semesta.planning.documents import National, shares_of
from semesta.planning.fields import MONEY, PART, WHOLE, WRITE_MONEY, WRITE_WHOLE, Fields
from semesta.planning.growth import grown
from semesta.planning.written import rupiah_of, share_of, whole_of


@dataclass(frozen=True, slots=True)
class Money:
    """What a source has for contributions, by year; `stage` is how far its budget has come."""

    funding: str
    amounts: Mapping[int, int]
    stage: str = ""
    growth: float = 0.0
    """By how much it grows in each year that is not named, as a part."""

    def amount(self, year: int) -> int | None:
        """Whole rupiah of a year; one that is not named is grown from the last before it; None before the first."""
        last = max((named for named in self.amounts if named <= year), default=None)
        return None if last is None else math.floor(grown(self.amounts[last], self.growth, year - last))


@dataclass(frozen=True, slots=True)
class Share:
    """The part of newly covered people whom one source pays for, and how they are registered."""

    funding: str
    part: float
    route: Route


@dataclass(frozen=True, slots=True)
class Target:
    """A share of a universe to be covered by a year, by one document."""

    document: str
    universe: str
    population: int
    """Persons of the universe in the first year of the scenario."""
    covered: int
    """Of them covered when the scenario begins."""
    shares: Mapping[int, float]
    """By year, as parts of the population; between two years it rises evenly. Empty where persons are named."""
    persons: Mapping[int, int]
    """By year, where the document names persons and no share."""
    mix: tuple[Share, ...]
    source: str = ""
    """Of the population and of those covered."""
    of_document: str = ""
    """Of the shares, where they are those of a national document kept with Semesta."""


def money_of(fields: Fields, years: range) -> Iterator[Money]:
    seen: set[str] = set()
    for one in fields.each("money"):
        funding = one.code("funding", lists.FUNDINGS)
        amounts = one.by_year("amounts", years, rupiah_of, MONEY, WRITE_MONEY)
        if not one.has("amounts"):
            one.fault("amounts", None, Words("belum diisi", "is missing"), WRITE_MONEY)
        if funding in seen:
            one.fault(
                "funding",
                funding,
                Words("sumber ini sudah ada", "this source is there already"),
                Words("gabungkan keduanya", "make them one"),
            )
        seen.add(funding)
        stage, growth = one.code("stage", lists.BUDGET_STATUSES, ""), one.rate("growth", 0.0)
        if growth and amounts and not isinstance(one.written["amounts"], Mapping):
            amounts = {years[0]: amounts[years[0]]}  # one amount that grows is that of the first year
        found = Money(funding, amounts, stage, growth)
        one.close()
        yield found


def targets_of(fields: Fields, years: range) -> Iterator[Target]:
    for one in fields.each("targets"):
        document = one.code("document", lists.TARGET_DOCUMENTS)
        national = shares_of(document)
        shares, persons, source = _wanted(one, national)
        found = Target(
            document,
            _universe(one, national if source else None),
            one.whole("population", least=1),
            one.whole("covered"),
            shares,
            persons,
            tuple(_mix(one)),
            one.text("source"),
            source,
        )
        one.close()
        _within_population(one, found)
        yield found


def _universe(one: Fields, national: National | None) -> str:
    """The universe that is named; national shares hold for their own alone."""
    named = one.code("universe", lists.UNIVERSES, national.universe if national else "employed")
    if national is not None and named and named != national.universe:
        own = lists.UNIVERSES[national.universe].title
        told = Words(f"target nasional ini untuk semesta {own.id}", f"this national target is of the universe {own.en}")
        one.fault(
            "universe", named, told, Words("samakan, atau isi shares sendiri", "make it agree, or write own shares")
        )
    return named


def _wanted(one: Fields, national: National | None) -> tuple[Mapping[int, float], Mapping[int, int], str]:
    """Shares or persons by year as the scenario names them, else the shares of the national document and their source."""
    any_year = range(0)
    shares = one.by_year("shares", any_year, share_of, PART, NOT_ABOVE)
    persons = one.by_year("persons", any_year, whole_of, WHOLE, WRITE_WHOLE)
    if shares and persons:
        one.fault(
            "persons",
            None,
            Words("shares sudah diisi", "there are shares already"),
            Words("pilih salah satu", "choose one"),
        )
    if shares or persons or any(fault.field.startswith((one.at("shares"), one.at("persons"))) for fault in one.faults):
        return shares, persons, ""
    if national is None or one.has("shares") or one.has("persons"):
        one.fault("shares", None, NO_SHARES, Words("tulis misalnya {2030: 60 %}", "write it as {2030: 60%}"))
        return {}, {}, ""
    return national.shares, {}, national.source


def _within_population(one: Fields, found: Target) -> None:
    if not found.population:
        return
    check = Words("periksa keduanya", "check both")
    if found.covered > found.population:
        one.fault("covered", found.covered, Words("lebih banyak dari population", "more than population"), check)
    for year, persons in found.persons.items():
        if persons > found.population:
            told = Words(
                f"target di atas population ({found.population})", f"a target above population ({found.population})"
            )
            one.fault(f"persons.{year}", persons, told, check)


NOT_ABOVE = Words(
    "target tidak dapat di atas seluruh penduduknya; tulis misalnya 60 %",
    "no target is above the population; write it as 60%",
)
NO_SHARES = Words(
    "belum diisi; dokumen ini tidak mempunyai angka nasional yang dikenal",
    "is missing; no national figures of this document are known",
)


def _mix(one: Fields) -> Iterator[Share]:
    total = 0.0
    sources = one.each("mix", required=True)
    for each in sources:
        share = Share(each.code("funding", lists.FUNDINGS), each.share("part"), route_of(each, package_of("")))
        each.close()
        total += share.part
        yield share
    if sources and abs(total - 1) > 1e-9:
        told = Words("jumlah seluruh part harus 100 %", "all parts together must be 100%")
        one.fault("mix", f"{100 * total:.6g} %", told, Words("sesuaikan part tiap sumber", "mend the parts"))
