"""One engine in a process of its own, driven by lines on standard input.

    python worker.py ENGINE FOLDER

`run` computes the nine results a few times in a row; `off` counts cells that are half a rupiah or more from right; `explain` times one
person with reasons. Each answers with a line of JSON.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

EXPLAINED = 200  # persons per measurement
RUNS = 3  # in a row: between turns the system takes back what memory an engine keeps, and the caches are another's
STATUS, REFS = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def engine(name: str, folder: Path) -> Any:
    """An object with `start() -> state`, `results(state)`, `off(results)` and perhaps `explained()`."""
    if name in ("openfisca", "policyengine"):
        from fisca import Fisca

        return Fisca(name, folder)
    if name.startswith("ttsim"):
        from ttsim_engine import Ttsim

        return Ttsim(name, folder)
    if name == "copy":
        from copied import Copied

        return Copied(folder)
    from ours import ENGINES

    return ENGINES[name](folder)


def megabytes(key: str) -> float | None:
    """What the process holds or has held at most, where the system says."""
    found = re.search(rf"{key}:\s+(\d+) kB", STATUS.read_text()) if STATUS.exists() else None
    return int(found[1]) / 1024 if found else None


def run(of: Any) -> dict[str, Any]:
    """Seconds to set up and to compute, and megabytes above what was held before: the best of each of a few in a row."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)  # what C keeps for later is not what the run before held
        REFS.write_text("5")  # forget the highest so far
    before = megabytes("VmRSS")
    times = [_once(of)]
    peak = megabytes("VmHWM")  # of the first: what it leaves to the next would be counted as held before
    times += [_once(of) for _ in range(RUNS - 1)]
    start, compute = (min(times) for times in zip(*times, strict=True))
    return {"start": start, "compute": compute, "peak": peak - before if peak and before else None}


def _once(of: Any) -> tuple[float, float]:
    begun = time.perf_counter()
    state = of.start()
    started = time.perf_counter()
    of.results(state)
    return started - begun, time.perf_counter() - started


def explain(of: Any) -> dict[str, Any]:
    if not hasattr(of, "explained"):
        return {}
    of.explained()
    times = []
    for _ in range(getattr(of, "EXPLAINED", EXPLAINED)):
        start = time.perf_counter()
        of.explained()
        times.append(time.perf_counter() - start)
    return {"seconds": min(times)}


ANSWERS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "run": run,
    "explain": explain,
    "off": lambda of: {"cells": of.off()},
}


def main(name: str, folder: Path) -> None:
    of = engine(name, folder)
    print("{}", flush=True)
    for line in sys.stdin:
        print(json.dumps(ANSWERS[line.strip()](of)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
