"""Claims of offices over years, exact and fast, against compound scalars of the Proteus Actuarial Library (PAL).

    python benchmarks/planning/pooling.py [scenarios offices years] [turns]

Offices are made up: as many cases as JKK had in 2023 (370 thousand), most offices with a few hundred, the cost of a case with a
coefficient of variation of 2, a shared shock of 0.15 a year. The draws are added up over the years; "outlook" also keeps balances, quantiles and what offices carry for each other.
Each way runs in a process of its own, in turns; the best of all turns counts, in seconds of the processor. Then once each with fewer
offices and with fewer scenarios, drawn as docs/img/pooling.svg.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

SCENARIOS, OFFICES, YEARS, TURNS = 10_000, 325, 10, 2
SPREAD, SHOCK, COST = 2.0, 0.15, 8_000_000.0
AS_PAL, FAST = 0.8, 2.0
PARTS = (8, 4, 2)
"""Of the whole number of offices, and of scenarios, in the picture of cost against size."""
PAL = Path(__file__).parents[2] / ".venv" / "bench" / "pal" / "bin" / "python"


def cases(offices: int) -> Any:
    """Expected cases a year of each office."""
    return np.random.default_rng(1).lognormal(6.3, 1.2, offices)


def drawn(scenarios: int, offices: int, years: int, mode: str) -> Callable[[], tuple[float, float]]:
    from semesta.planning.pooling import drawing
    from semesta.planning.pooling.balances import BATCH
    from semesta.planning.pooling.offices import Office

    every = [Office(str(n), 1, float(mean), COST, SPREAD) for n, mean in enumerate(cases(offices))]
    draw = getattr(drawing, mode)

    def run() -> tuple[float, float]:
        random = np.random.default_rng(1)
        paid = np.zeros((scenarios, offices))
        for start in range(0, scenarios, BATCH):
            size = min(BATCH, scenarios - start)
            for _ in range(years):
                paid[start : start + size] += draw(every, drawing.shocks(size, SHOCK, random), random)
        return _told(paid.sum(axis=1))

    return run


def whole(scenarios: int, offices: int, years: int, mode: str) -> Callable[[], tuple[float, float]]:
    from semesta.planning.pooling import drawing
    from semesta.planning.pooling.balances import outlook
    from semesta.planning.pooling.offices import Office

    every = [
        Office(str(n), round(1.1 * mean * COST), float(mean), COST, SPREAD) for n, mean in enumerate(cases(offices))
    ]

    def run() -> tuple[float, float]:
        found = outlook(every, years=years, scenarios=scenarios, shock=SHOCK, seed=1, draw=getattr(drawing, mode))
        return found.pool.expected_claims * years, float("nan")

    return run


def pal(scenarios: int, offices: int, years: int, mode: str) -> Callable[[], tuple[float, float]]:
    from pal import distributions, set_default_n_sims, set_random_seed

    set_default_n_sims(scenarios)
    set_random_seed(1)
    shape, shock = 1 / SPREAD**2, 1 / SHOCK**2

    def run() -> tuple[float, float]:
        totals = np.zeros((offices, scenarios))
        for _ in range(years):
            shared = distributions.Gamma(shock, 1 / shock).generate()
            for number, mean in enumerate(cases(offices)):
                counts = distributions.Poisson(shared * float(mean)).generate()
                totals[number] += distributions.Gamma(counts * shape, COST / shape).generate().values
        return _told(totals.sum(axis=0))

    return run


def _told(paid: Any) -> tuple[float, float]:
    return float(paid.mean()), float(paid.std())


WAYS = {
    "PAL, compound scalars": (pal, ""),
    "Semesta, exact draws": (drawn, "exact"),
    "Semesta, fast draws": (drawn, "fast"),
    "Semesta, exact outlook": (whole, "exact"),
    "Semesta, fast outlook": (whole, "fast"),
}


def run(way: str, sizes: list[int]) -> None:
    make, mode = WAYS[way]
    made = make(sizes[0], sizes[1], sizes[2], mode)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    mean, spread = made()
    taken = time.process_time() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = {"seconds": taken, "peak": (after - before) / 1024, "whole": after / 1024}
    print(json.dumps({**told, "mean": mean, "spread": spread}))


def measured(way: str, sizes: list[int]) -> dict[str, float]:
    python = str(PAL) if way.startswith("PAL") else sys.executable
    command = [python, __file__, "--way", way, *map(str, sizes)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # type: ignore[no-any-return]


def main(sizes: list[int], turns: int) -> None:
    found = [{way: measured(way, sizes) for way in WAYS} for _ in range(turns)]
    best = {way: min(turn[way]["seconds"] for turn in found) for way in WAYS}
    print(f"{sizes[0]:,} scenarios × {sizes[1]} offices × {sizes[2]} years; best of {turns} turns")
    print(f"{'way':<24} {'CPU s':>7} {'MB above':>9} {'mean, Rp bn':>12} {'spread':>8}")
    for way, seconds in best.items():
        one = found[0][way]
        spread = f"{one['spread'] / 1e9:>8.1f}" if one["spread"] == one["spread"] else ""
        print(f"{way:<24} {seconds:>7.2f} {one['peak']:>9.0f} {one['mean'] / 1e9:>12.1f} {spread}")
    exact, quick = best["Semesta, exact draws"], best["Semesta, fast draws"]
    print(f"\n{'':<38} {'found':>8} {'wanted':>8}")
    for name, value, wanted in (
        ("exact draws, as fast as PAL", best["PAL, compound scalars"] / exact, AS_PAL),
        ("fast draws, as fast as exact", exact / quick, FAST),
    ):
        print(f"{name:<38} {value:>8.2f} {f'≥ {wanted}':>8}  {'held' if value >= wanted else 'LOST'}")
    if sizes == [SCENARIOS, OFFICES, YEARS]:
        _against_size(sizes, best, {way: one["whole"] for way, one in found[0].items()})


def _against_size(sizes: list[int], seconds: dict[str, float], peaks: dict[str, float]) -> None:
    """Prints and draws what fewer offices, and fewer scenarios, cost beside what all of them did."""
    from picture import Cost, drawn

    growing = {f"offices, {sizes[0]:,} scenarios": 1, f"scenarios, {sizes[1]} offices": 0}
    costs = []
    for by, place in growing.items():
        print(f"\n{by:<26} {'way':<24} {'CPU s':>7} {'MB above':>9}")
        for part in PARTS:
            fewer = [number // part if n == place else number for n, number in enumerate(sizes)]
            for way in WAYS:
                one = measured(way, fewer)
                costs.append(Cost(way, fewer[place], one["seconds"], one["whole"], by))
                print(f"{fewer[place]:<26,} {way:<24} {one['seconds']:>7.2f} {one['peak']:>9.0f}")
        costs += [Cost(way, sizes[place], seconds[way], peaks[way], by) for way in WAYS]
    drawn("pooling", costs)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        run(sys.argv[2], [int(text) for text in sys.argv[3:6]])
    else:
        asked = [int(text.replace("_", "")) for text in sys.argv[1:]]
        main(asked[:3] or [SCENARIOS, OFFICES, YEARS], *(asked[3:] or (TURNS,)))
