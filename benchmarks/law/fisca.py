"""The model in OpenFisca-Core and in PolicyEngine-Core, which was forked from it: the same text for both.

Variables hold 32-bit floats in both, which is fixed. Rates are chosen with NumPy's `take`, the fastest that was found for them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import population
from population import CODES, COUNTS, LAW, MONEY, RESULTS, RISK_RATES, TIER_STARTS, TIERS

PERIOD = population.MONTH.strftime("%Y-%m")
CORES = {"openfisca": "openfisca_core", "policyengine": "policyengine_core"}
RATES = ("jkm_rate", "jht_employer_rate", "jht_worker_rate", "jp_employer_rate", "jp_worker_rate", "bpu_rate")
PARTS = ("relief_transport", "relief_other", "labour_part", "pandemic_part")


def half_up(amount: np.ndarray) -> np.ndarray:
    return np.floor(amount + 0.5)


def of_wage(rate: str) -> Callable:
    return lambda person, month, law: half_up(person("wage_per_month", month) * getattr(law(month), rate))


def of_capped_wage(rate: str) -> Callable:
    return lambda person, month, law: half_up(person("jp_basis", month) * getattr(law(month), rate))


def jp_basis(person, month, law):
    return np.minimum(person("wage_per_month", month), law(month).jp_cap)


def contribution_due(person, month, law):
    new = (law(month).pandemic_full_months >= 1) & (
        person("contribution_month_number", month) <= law(month).pandemic_full_months
    )
    whole = (law(month).pandemic_part >= 1) | new | person("in_arrears", month)
    return np.where(whole, 1.0, law(month).pandemic_part)


def jkk_pu_contribution(person, month, law):
    industry, arrears = person("industry", month), person("in_arrears", month)
    large = person("workers", month) >= law(month).labour_workers
    relieved = (industry != industry.possible_values.other) & large & ~arrears
    part = np.where(relieved, law(month).labour_part, person("contribution_due", month))
    rates = np.array([law(month).risk[f"class_{n}"] for n in range(1, 6)])
    return half_up(person("wage_per_month", month) * (rates.take(person("risk_class", month) - 1) * part))


def bpu_basis(person, month, law):
    income, mode = person("income_per_month", month), person("basis_mode", month)
    tier = np.array(TIERS, dtype=np.float32).take(np.searchsorted(np.float32(TIER_STARTS), income, side="right") - 1)
    between = np.where(mode == mode.possible_values.tier, tier, income)
    return np.select(
        [income <= law(month).bpu_min, income >= law(month).bpu_max], [law(month).bpu_min, law(month).bpu_max], between
    )


def bpu_relief(person, month, law):
    funding, sector, due = person("funding", month), person("sector", month), person("contribution_due", month)
    kinds = funding.possible_values
    relieved = (funding == kinds.csr) | (funding == kinds.mandiri) | (funding == kinds.pemberi_kerja)
    part = np.where(sector == sector.possible_values.transport, law(month).relief_transport, law(month).relief_other)
    return np.where(relieved, part, due)


def jkk_bpu_contribution(person, month, law):
    return half_up(person("bpu_basis", month) * (law(month).bpu_rate * person("bpu_relief", month)))


def jkm_bpu_contribution(person, month, law):
    return half_up(law(month).bpu_flat * person("bpu_relief", month))


def jkm_in_waiting_time(person, month, law):
    segment = person("segment", month)
    return (segment == segment.possible_values.BPU) & (person("months_paid", month) < law(month).waiting_months)


def jkm_benefit(person, month, law):
    return np.where(person("jkm_in_waiting_time", month), law(month).funeral, law(month).full_benefit)


FORMULAS = {
    "jkk_pu_contribution": jkk_pu_contribution,
    "jkm_pu_contribution": of_wage("jkm_rate"),
    "jht_pu_employer_contribution": of_wage("jht_employer_rate"),
    "jht_pu_worker_contribution": of_wage("jht_worker_rate"),
    "jp_employer_contribution": of_capped_wage("jp_employer_rate"),
    "jp_worker_contribution": of_capped_wage("jp_worker_rate"),
    "contribution_due": contribution_due,
    "jp_basis": jp_basis,
    "bpu_basis": bpu_basis,
    "bpu_relief": bpu_relief,
    "jkk_bpu_contribution": jkk_bpu_contribution,
    "jkm_bpu_contribution": jkm_bpu_contribution,
    "jkm_benefit": jkm_benefit,
}


class Fisca:
    """One of the two cores, and the people as it wants them."""

    def __init__(self, engine: str, folder: Path) -> None:
        self.folder, core = folder, CORES[engine]
        self.api, self.entities = import_module(f"{core}.model_api"), import_module(f"{core}.entities")
        self.enums = import_module(f"{core}.indexed_enums" if engine == "openfisca" else f"{core}.enums")
        self.builder = import_module(f"{core}.simulations").SimulationBuilder
        self.words = {name: self.api.Enum(name, {_key(w): w for w in words}) for name, words in CODES.items()}
        self.system = self._system(import_module(f"{core}.taxbenefitsystems").TaxBenefitSystem)
        self.columns = {name: population.read(folder, name) for name in population.INPUTS[1:]}

    def start(self) -> Any:
        """A simulation with its inputs, in the types that it keeps them in."""
        inputs = {name: self._held(name, column) for name, column in self.columns.items()}
        return self.simulation(inputs, len(inputs["segment"]))

    def results(self, simulation: Any) -> dict[str, np.ndarray]:
        return {name: simulation.calculate(name, PERIOD) for name in RESULTS}

    def off(self) -> int:
        return population.off(self.folder, self.results(self.start()))

    @cached_property
    def person(self) -> dict[str, Any]:
        return {name: self._held(name, column[:1]) for name, column in self.columns.items()}

    def simulation(self, inputs: dict[str, Any], rows: int) -> Any:
        simulation = self.builder().build_default_simulation(self.system, count=rows)
        for name, column in inputs.items():
            simulation.set_input(name, PERIOD, column)
        return simulation

    def explained(self) -> Any:
        """One person with a full trace of all nine results."""
        simulation = self.simulation(self.person, 1)
        simulation.trace = True
        for name in RESULTS:
            simulation.calculate(name, PERIOD)
        return simulation.tracer.trees

    def _held(self, name: str, column: np.ndarray) -> Any:
        if name in CODES:
            return self.enums.EnumArray(column.astype(np.uint8), self.words[name])
        if name in MONEY:
            return column.astype(np.float32)
        return column.astype(bool) if name == "in_arrears" else column.astype(np.int32)

    def _system(self, tax_benefit_system: type) -> Any:
        person = self.entities.build_entity(key="person", plural="persons", label="person", doc="", is_person=True)
        system = tax_benefit_system([person])
        system.parameters = self.api.ParameterNode("", data=_parameters())
        kinds = dict.fromkeys(MONEY, float) | dict.fromkeys(COUNTS, int) | {"in_arrears": bool}
        for name, kind in kinds.items():
            system.add_variable(self._variable(name, person, kind))
        for name, words in self.words.items():
            first = next(iter(words))
            system.add_variable(self._variable(name, person, self.api.Enum, possible_values=words, default_value=first))
        for name, formula in FORMULAS.items():
            system.add_variable(self._variable(name, person, float, formula=formula))
        system.add_variable(self._variable("jkm_in_waiting_time", person, bool, formula=jkm_in_waiting_time))
        return system

    def _variable(self, name: str, person: Any, kind: type, **more: Any) -> type:
        about = {"value_type": kind, "entity": person, "definition_period": self.api.MONTH, "label": name}
        return type(name, (self.api.Variable,), about | more)


def _key(word: str) -> str:
    return word.replace(".", "_")


def _parameters() -> dict[str, Any]:
    def since(value: float) -> dict[str, Any]:
        return {"values": {"2015-07-01": {"value": value}}}

    of_million = {name: value / 1_000_000 if name in RATES + PARTS else value for name, value in LAW.items()}
    risk = {f"class_{number}": since(rate / 1_000_000) for number, rate in enumerate(RISK_RATES, 1)}
    return {name: since(value) for name, value in of_million.items()} | {"risk": risk}
