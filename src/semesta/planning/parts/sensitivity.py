"""Field `sensitivity` of a scenario: which assumptions move its results, each alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from semesta.basics.words import Words
from semesta.law.law import Law
from semesta.monev.measured import Measured
from semesta.planning.budget import budget
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.fields import SEE_TEMPLATE, Fields
from semesta.planning.parts import Part, claims, poverty
from semesta.planning.path import paths
from semesta.planning.price import prices_of
from semesta.planning.scenario import Scenario
from semesta.planning.sensitivity import OWN, Result, Swing, swings

TITLES = {
    "need": Words("Kebutuhan tahun terakhir", "Need of the last year"),
    "target": Words("Biaya target pertama pada tahun terakhirnya", "Cost of the first target in its last year"),
    "claims": Words("Manfaat yang diharapkan tahun terakhir", "Claims expected in the last year"),
    "poverty": Words(
        "Keluarga yang tertahan di atas garis per Rp1 miliar", "Households kept above the line per Rp1 billion"
    ),
}
"""Results that can be asked for, by name."""


@dataclass(frozen=True)
class Tornado:
    """One result as it is, and the assumptions that move it, the widest first."""

    result: str
    centre: float
    swings: tuple[Swing, ...]


def _read(fields: Fields) -> tuple[str, ...]:
    """The results asked for; without any named, those that the scenario can give."""
    written = fields.written.get("results") if fields.has("results") else []
    names = tuple(map(str, written if isinstance(written, list) else [written]))
    for name in names:
        if name not in TITLES:
            allowed = ", ".join(TITLES)
            unknown = Words("tidak dikenal", "is unknown")
            fields.fault("results", name, unknown, Words(f"pilih: {allowed}", f"one of: {allowed}"))
    fields.close()
    return names


def _make(asked: tuple[str, ...], scenario: Scenario, measured: Measured | None, law: Law) -> tuple[Tornado, ...]:
    can = _results(scenario, measured, law)
    if absent := [name for name in asked if name not in can]:
        told = Words("hasil ini tidak diminta skenario", "this result is not asked for by the scenario")
        raise Unplannable([PlanFault("sensitivity.results", name, told, SEE_TEMPLATE) for name in absent])
    return tuple(Tornado(name, *swings(scenario, *can[name])) for name in asked or can)


def _results(scenario: Scenario, measured: Measured | None, law: Law) -> dict[str, tuple[Result, Collection[str]]]:
    """What this scenario can be asked: how each is made anew with other assumptions, and on which it may hang."""

    def need(one: Scenario) -> float:
        return sum(need.amount for need in budget(one, prices_of(one, law)).of_year(one.last))

    def target(one: Scenario) -> float:
        return paths(replace(one, targets=one.targets[:1]), prices_of(one, law))[0].steps[-1].amount

    def expected(one: Scenario) -> float:
        return sum(row.found.amount.central for row in _claims(one, measured, law).rows)

    def kept(one: Scenario) -> float:
        return _poverty(one, measured, law).per_billion.central

    found: dict[str, tuple[Result, Collection[str]]] = {"need": (need, OWN)}
    if scenario.targets:
        found["target"] = target, OWN
    if claims.PART.name in scenario.asked:
        found["claims"] = expected, {*OWN, *(used.name for used in _claims(scenario, measured, law).assumptions)}
    if poverty.PART.name in scenario.asked:
        found["poverty"] = kept, {*OWN, *(used.name for used in _poverty(scenario, measured, law).assumptions)}
    return found


def _claims(scenario: Scenario, measured: Measured | None, law: Law) -> claims.Claims:
    """Of the last year alone."""
    asked = claims.with_round(scenario.asked[claims.PART.name], scenario, measured, law)
    return claims.claims_of(asked, scenario, law, only=scenario.last)


def _poverty(scenario: Scenario, measured: Measured | None, law: Law) -> poverty.Poverty:
    return poverty.PART.make(scenario.asked[poverty.PART.name], scenario, measured, law)


EXAMPLE = """
# sensitivity: {}                         # asumsi mana yang paling menentukan; {results: [need, target, claims, poverty]}: hanya itu
"""
PART = Part("sensitivity", Words("Kepekaan", "Sensitivity"), _read, _make, EXAMPLE)
