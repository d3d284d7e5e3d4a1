"""A plan: everything that a scenario comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from semesta.law.law import LAW, Law
from semesta.law.scenario import supposed
from semesta.monev.measured import Measured
from semesta.planning.budget import Budget, budget
from semesta.planning.parts import Part, parts
from semesta.planning.price import Prices
from semesta.planning.scenario import Scenario

Asked = TypeVar("Asked")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Plan:
    """What a scenario comes to; parts that were not asked for are not there."""

    scenario: Scenario
    budget: Budget
    parts: Mapping[str, object] = field(default_factory=dict)

    def of(self, part: Part[Asked, Made]) -> Made | None:
        """What a part came to; None where the scenario does not ask for it."""
        return cast("Made | None", self.parts.get(part.name))


def made(scenario: Scenario, measured: Measured | None = None, law: Law = LAW) -> Plan:
    """The plan of a scenario; with a round, parts may draw on its own figures.

    Raises:
        Unplannable: something that only shows when prices are known, all of it at once.
    """
    law = supposed(law, scenario.supposes) if scenario.supposes else law
    prices = Prices(scenario, law)
    return Plan(
        scenario,
        budget(scenario, prices),
        {p.name: p.make(scenario.asked[p.name], scenario, measured, law) for p in parts() if p.name in scenario.asked},
    )
