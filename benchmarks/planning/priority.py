"""Whom a sum covers first: time and peak memory from ten thousand to a million candidates, by rules and by optimum.

    python benchmarks/planning/priority.py [workers ...]

The list is made up and held in memory when the clock starts; memory is the most that the whole process held, making the list
included. Seconds are of the processor. Cost against size is drawn as docs/img/priority.svg.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

SIZES = (10_000, 100_000, 300_000, 1_000_000)
WAYS = ("rules", "benefit")
MOST_MB = 2048
YEAR, PER_WORKER = 2027, 60_000
"""The sum pays for somewhat less than a third."""


def run(way: str, workers: int) -> None:
    import numpy as np
    import polars as pl

    from semesta.law.law import LAW
    from semesta.planning.assumptions import life_table
    from semesta.planning.priority.candidates import candidates
    from semesta.planning.priority.chosen import by_order
    from semesta.planning.priority.objective import OBJECTIVES, Supposed, worth_of
    from semesta.planning.priority.optimum import optimum
    from semesta.planning.priority.rules import in_order

    random = np.random.default_rng(1)
    groups = ["rentan.nelayan", "rentan.petani", "rentan.ojek", "rentan.pedagang"]
    born = np.datetime64("1965-01-01") + random.integers(0, 14_600, workers).astype("timedelta64[D]")
    held = pl.DataFrame(
        {
            "id": [f"w{number}" for number in range(workers)],
            "group": np.array(groups)[random.integers(0, len(groups), workers)],
            "district": [f"36.72.{number:02d}" for number in random.integers(1, 9, workers)],
            "sex": np.array(["L", "P"])[random.integers(0, 2, workers)],
            "decile": random.integers(1, 6, workers).astype(str),
            "birth_date": born,
        }
    )
    start = time.process_time()
    table, _ = candidates(held, law=LAW, year=YEAR, months=12, funding="apbd.kabkota", seed=1)
    ordered = in_order(table, ["decile", "oldest"])
    budget = workers * PER_WORKER
    if way == "rules":
        chosen = by_order(ordered, budget)
    else:
        worth = worth_of(way, ordered, life_table(), Supposed(42_000_000, 0.0, {}))
        chosen = optimum(ordered, worth, OBJECTIVES[way], budget).chosen
    taken = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert chosen.spent <= budget
    print(json.dumps({"seconds": taken, "peak": peak, "persons": chosen.persons}))


def main(sizes: tuple[int, ...]) -> None:
    from picture import Cost, drawn

    print(f"{'workers':>10} {'by':<8} {'CPU s':>7} {'peak MB':>9} {'chosen':>9}")
    costs = []
    for size in sizes:
        for way in WAYS:
            command = [sys.executable, __file__, "--way", way, str(size)]
            found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            costs.append(Cost(f"by {way}", size, found["seconds"], found["peak"], "workers"))
            print(f"{size:>10,} {way:<8} {found['seconds']:>7.2f} {found['peak']:>9.0f} {found['persons']:>9,}")
    most = max(cost.megabytes for cost in costs)
    held = "held" if most <= MOST_MB else "LOST"
    print(f"\n{'MB at most':<20} {most:>8.0f}  ≤ {MOST_MB}  {held}")
    if sizes == SIZES:
        drawn("priority", costs)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        run(sys.argv[2], int(sys.argv[3]))
    else:
        main(tuple(int(text.replace("_", "")) for text in sys.argv[1:]) or SIZES)
