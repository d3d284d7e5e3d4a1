"""The model in ttsim: through its `main()`, and through the function that it builds and JAX compiles."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import population

os.environ["JAX_ENABLE_X64"] = "1"  # its whole numbers have 32 bits otherwise, and most results overflow

from ttsim import InputData, OrigPolicyObjects, TTTargets, main
from ttsim.tt import Currency, UnitSystem

UNITS = UnitSystem(currencies={"IDR": Currency(statutory_from="1950-01-01")})
RULES = Path(__file__).parent / "ttsim_rules"


class Ttsim:
    EXPLAINED = 3

    def __init__(self, engine: str, folder: Path) -> None:
        self.folder, self.compiled = folder, engine == "ttsim-jax"
        self.inputs = {name: self._held(name, population.read(folder, name)) for name in population.INPUTS[1:]}
        self.inputs["p_id"] = np.arange(len(self.inputs["segment"]))
        self.environment = main(
            main_target="policy_environment", orig_policy_objects=OrigPolicyObjects.root(RULES), **self._shared()
        )
        if self.compiled:
            self.function = self._main("tt_function")

    def start(self) -> dict[str, Any]:
        """The people as the function takes them; `main()` does all in one."""
        data = self._main("processed_data") if self.compiled else {}
        return {name: column for name, column in data.items() if name != "p_id"}

    def results(self, data: dict[str, Any]) -> dict[str, np.ndarray]:
        if not self.compiled:
            return self._main("results__qname")
        found = self.function(data)
        return {name: found[name].block_until_ready() for name in population.RESULTS}

    def off(self) -> int:
        return population.off(
            self.folder, {name: np.asarray(column) for name, column in self.results(self.start()).items()}
        )

    def _main(self, target: str) -> Any:
        return main(
            main_target=target,
            policy_environment=self.environment,
            input_data=InputData.flat({(name,): column for name, column in self.inputs.items()}),
            tt_targets=TTTargets.qname(dict.fromkeys(population.RESULTS)),
            include_fail_nodes=False,
            include_warn_nodes=False,
            **self._shared(),
        )

    def _shared(self) -> dict[str, Any]:
        day = {
            "policy_date_str": population.MONTH.isoformat(),
            "unit_system": UNITS,
            "tt_function_set_annotations": False,
        }
        return day | {"backend": "jax" if self.compiled else "numpy"}

    def _held(self, name: str, column: np.ndarray) -> np.ndarray:
        return column.astype(bool) if name == "in_arrears" else column
