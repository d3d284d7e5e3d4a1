"""Members into the years by a life table, against modelx with a vector of all members in each cell.

    python benchmarks/planning/projection.py [persons months] [turns]

Members are made up. Each way runs in a process of its own, in turns; the best of all turns counts, in seconds of the processor,
which a busy machine does not stretch, and the peak memory above what was held before it began. modelx keeps every month, which is what it is for; ours keeps the sums of the months.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

PERSONS, MONTHS, TURNS = 100_000, 360, 3
FASTER, SMALLER = 8.0, 10.0
LEAVING = 0.05
MODELX = Path(__file__).parents[2] / ".venv" / "bench" / "modelx" / "bin" / "python"
SIZES = (25_000, 50_000, 100_000, 200_000)
"""Of the picture of cost against size, docs/img/projection.svg."""


def members(persons: int) -> tuple[Any, Any]:
    """Ages in months and sexes."""
    random = np.random.default_rng(1)
    return random.integers(18 * 12, 60 * 12, persons), random.integers(0, 2, persons)


def ours(persons: int, months: int, chances: Path) -> Callable[[], list[Any]]:
    from semesta.planning.assumptions import life_table
    from semesta.planning.projection import Members, projection

    ages, sex = members(persons)
    held = Members(ages, sex, np.ones(persons), np.ones(persons))

    def run() -> list[Any]:
        found = projection(held, months, life_table(), leaving=LEAVING)
        return [found.living, found.paying, found.deaths]

    return run


def modelx(persons: int, months: int, chances: Path) -> Callable[[], list[Any]]:
    import modelx as mx

    space = mx.new_model().new_space()
    space.ages, space.sex = members(persons)
    space.pays = np.ones(persons)
    space.np, space.chances, space.stays = np, np.load(chances), (1 - LEAVING) ** (1 / 12)
    space.new_cells(formula=living)
    space.new_cells(formula=dying)
    space.new_cells(formula=paying)
    space.new_cells(formula=deaths)

    def run() -> list[Any]:
        lived = [space.living(month).sum() for month in range(months)]
        paid, died = ([cell(month) for month in range(months)] for cell in (space.paying, space.deaths))
        return [np.array(lived), np.array(paid), np.array(died)]

    return run


# Formulas of modelx: names that are not theirs are those of the space.
def living(t):  # type: ignore[no-untyped-def]
    if t == 0:
        return np.ones(len(ages))  # noqa: F821
    return living(t - 1) * (1 - dying(t - 1)) * stays  # noqa: F821


def dying(t):  # type: ignore[no-untyped-def]
    return chances[sex, np.minimum((ages + t) // 12, 120)]  # noqa: F821


def paying(t):  # type: ignore[no-untyped-def]
    return (living(t) * pays).sum()  # noqa: F821


def deaths(t):  # type: ignore[no-untyped-def]
    return (living(t) * dying(t)).sum()


WAYS = {"Semesta": ours, "modelx": modelx}


def run(way: str, persons: int, months: int, chances: Path) -> None:
    made = WAYS[way](persons, months, chances)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = made()
    taken = time.process_time() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = {"seconds": taken, "peak": (after - before) / 1024, "whole": after / 1024}
    print(json.dumps({**told, "sums": [float(part.sum()) for part in found]}))


def measured(way: str, persons: int, months: int, chances: Path) -> dict[str, Any]:
    python = sys.executable if way == "Semesta" else str(MODELX)
    command = [python, __file__, "--way", way, str(persons), str(months), str(chances)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # type: ignore[no-any-return]


def main(persons: int, months: int, turns: int) -> None:
    from picture import Cost, drawn

    from semesta.planning.assumptions import life_table
    from semesta.planning.projection import dying_in_a_month

    with tempfile.TemporaryDirectory() as folder:
        chances = Path(folder) / "chances.npy"
        np.save(chances, dying_in_a_month(life_table(), 1.0))
        found = [{way: measured(way, persons, months, chances) for way in WAYS} for _ in range(turns)]
        growth = {(way, size): measured(way, size, months, chances) for way in WAYS for size in SIZES}
    best = {way: min(turn[way]["seconds"] for turn in found) for way in WAYS}
    peak = {way: max(turn[way]["peak"] for turn in found) for way in WAYS}
    sums = [found[0][way]["sums"] for way in WAYS]
    print(f"{persons:,} persons × {months} months; best of {turns} turns")
    print(f"{'way':<10} {'CPU s':>8} {'MB above':>9}")
    for way in WAYS:
        print(f"{way:<10} {best[way]:>8.3f} {peak[way]:>9.1f}")
    faster, smaller = (
        best["modelx"] / best["Semesta"],
        peak["modelx"] / max(peak["Semesta"], 1.0),
    )  # less cannot be told from what the process held before
    print(f"\n{'':<38} {'found':>8} {'wanted':>8}")
    for name, value, wanted in (("times as fast", faster, FASTER), ("times less memory", smaller, SMALLER)):
        print(f"{name:<38} {value:>8.1f} {'≥ ' + format(wanted, '.0f'):>8}  {'held' if value >= wanted else 'LOST'}")
    off = max(abs(a / b - 1) for a, b in zip(*sums, strict=True))
    print(f"{'furthest apart, part of the sum':<38} {off:>8.0e} {'≤ 1e-9':>8}  {'held' if off <= 1e-9 else 'LOST'}")
    print(f"\n{'persons':>9} {'way':<10} {'CPU s':>8} {'MB above':>9}")
    for (way, size), one in growth.items():
        print(f"{size:>9,} {way:<10} {one['seconds']:>8.3f} {one['peak']:>9.1f}")
    if (persons, months) == (PERSONS, MONTHS):
        by = f"persons, {months} months"
        drawn("projection", [Cost(way, size, one["seconds"], one["whole"], by) for (way, size), one in growth.items()])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        run(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]))
    else:
        asked = [int(text.replace("_", "")) for text in sys.argv[1:]]
        main(*(asked[:2] or (PERSONS, MONTHS)), *(asked[2:] or (TURNS,)))
