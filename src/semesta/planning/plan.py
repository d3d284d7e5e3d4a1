"""A plan: everything that a scenario comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from semesta.basics import shown
from semesta.basics.words import LANGS, Words
from semesta.law.law import LAW, Law
from semesta.law.scenario import supposed
from semesta.monev.measured import Measured
from semesta.planning.budget import Budget, budget, with_ranges
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.lapse import Lapse, lapses
from semesta.planning.parts import Part, parts
from semesta.planning.path import Path, paths
from semesta.planning.price import Prices, prices_of
from semesta.planning.quota import Quota, quotas
from semesta.planning.routes import Ways, both_ways
from semesta.planning.scenario import Scenario

Asked = TypeVar("Asked")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Plan:
    """What a scenario comes to; what it does not ask for is empty."""

    scenario: Scenario
    budget: Budget
    ways: tuple[Ways, ...] = ()
    quotas: tuple[Quota, ...] = ()
    lapses: tuple[Lapse, ...] = ()
    paths: tuple[Path, ...] = ()
    parts: Mapping[str, object] = field(default_factory=dict)

    def of(self, part: Part[Asked, Made]) -> Made | None:
        """What a part came to; None where the scenario does not ask for it."""
        return cast("Made | None", self.parts.get(part.name))


def made(scenario: Scenario, measured: Measured | None = None, law: Law = LAW) -> Plan:
    """The plan of a scenario; with a round, parts may draw on its own figures.

    Raises:
        Unplannable: what only shows when prices are known, all of it at once.
    """
    law = supposed(law, scenario.supposes) if scenario.supposes else law
    prices = prices_of(scenario, law)
    if too_little := list(_too_little(scenario, prices)):
        raise Unplannable(too_little)
    needed = with_ranges(budget(scenario, prices), scenario, prices)
    return Plan(
        scenario,
        needed,
        both_ways(scenario, prices),
        quotas(scenario, needed),
        lapses(scenario, needed, prices),
        paths(scenario, prices),
        _parts(scenario, measured, law),
    )


def _parts(scenario: Scenario, measured: Measured | None, law: Law) -> dict[str, object]:
    """Every part asked for; what several of them cannot be made without is told of all, once."""
    found: dict[str, object] = {}
    faults: list[PlanFault] = []
    for part in parts():
        if part.name in scenario.asked:
            try:
                found[part.name] = part.make(scenario.asked[part.name], scenario, measured, law)
            except Unplannable as lacking:
                faults += lacking.faults
    if faults:
        raise Unplannable(dict.fromkeys(faults))
    return found


def _too_little(scenario: Scenario, prices: Prices) -> Iterator[PlanFault]:
    """Money that does not pay for a single person; 0 stands for nothing budgeted, and is none."""
    for number, money in enumerate(scenario.money, 1):
        for year, amount in money.amounts.items():
            each = [
                prices.of_payer(group.route, payer, year)
                for group in scenario.groups
                for payer in group.payers
                if payer.funding == money.funding
            ]
            if each and 0 < amount < min(each):
                least = [shown.rupiah(min(each), lang) for lang in LANGS]
                yield PlanFault(
                    f"money[{number}].amounts.{year}",
                    str(amount),
                    Words(f"kurang dari harga satu orang ({least[0]})", f"below the price of one person ({least[1]})"),
                    Words(
                        "periksa jumlahnya; tulis 0 bila belum dianggarkan", "check it; write 0 if nothing is budgeted"
                    ),
                )
