"""What matters: a result with each assumption alone at its low and at its high, all others at their central value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from semesta.basics.words import Words
from semesta.planning.assumptions import assumptions
from semesta.planning.estimate import Estimate
from semesta.planning.fields import Assumed
from semesta.planning.scenario import Scenario

OWN = {
    "growth": Words("Pertumbuhan penduduk setahun", "Growth of the population a year"),
    "wage_growth": Words("Pertumbuhan upah setahun", "Growth of wages a year"),
    "leaving": Words("Keluar dari perlindungan dalam setahun", "Leave cover within a year"),
}
"""Assumptions that only a scenario makes; they are left out where it does not."""
Result = Callable[[Scenario], float]


def own_assumptions(scenario: Scenario) -> dict[str, Assumed]:
    """Of those that only a scenario makes, the ones that this one does."""
    return {name: found for name in OWN if (found := getattr(scenario, name)) is not None}


def title_of(name: str) -> Words:
    """The title of an assumption: the scenario's own, or one that is kept with Semesta."""
    return OWN[name] if name in OWN else assumptions()[name].title


def unit_of(name: str) -> str:
    """The unit of an assumption; those that only a scenario makes are parts of one."""
    return "share" if name in OWN else assumptions()[name].unit


@dataclass(frozen=True, slots=True)
class Swing:
    """The result at the low and at the high of one assumption; `at_low` may be the larger."""

    name: str
    title: Words
    assumed: Estimate
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        return abs(self.at_high - self.at_low)


def swings(scenario: Scenario, result: Result, among: Collection[str]) -> tuple[float, tuple[Swing, ...]]:
    """The result as it is, and which of some assumptions move it, the widest first. What does not move it is left out."""
    centre = result(scenario)
    found = [_swing(scenario, name, one, result) for name, one in _every(scenario).items() if name in among]
    moved = [one for one in found if one.width or one.at_low != centre]
    return centre, tuple(sorted(moved, key=lambda one: (-one.width, one.name)))


def _every(scenario: Scenario) -> Mapping[str, Assumed]:
    """The assumptions that this scenario can rest on, with its own in the place of those kept."""
    kept = {name: Assumed(one.value, "") for name, one in assumptions().items()}
    return {**own_assumptions(scenario), **kept, **scenario.assumptions}


def _swing(scenario: Scenario, name: str, one: Assumed, result: Result) -> Swing:
    value = one.value
    low, high = (result(_with(scenario, name, one, to)) for to in (value.low, value.high))
    return Swing(name, title_of(name), value, low, high)


def _with(scenario: Scenario, name: str, one: Assumed, to: float) -> Scenario:
    """The scenario with one assumption moved; its range moves with it, so that what it weighs against experience stays."""
    centre = one.value.central
    moved = one.value.at(lambda each: each * to / centre) if centre else Estimate.exactly(to)
    put = replace(one, value=moved)
    if name in OWN:
        changed: dict[str, Any] = {name: put}
        return replace(scenario, **changed)
    return replace(scenario, assumptions={**scenario.assumptions, name: put})
