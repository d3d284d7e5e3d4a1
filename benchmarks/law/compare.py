"""The law against three rules engines: one model, thirteen inputs and nine results, timed in turns.

    python benchmarks/law/compare.py [machine] [rows ...]

Each engine has a process of its own; the driver asks them one after the other, so that a busy moment hits all alike. `make
bench-law` makes the environments of the peers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

HERE, BENCH = Path(__file__).parent, Path(sys.prefix) / "bench"
TURNS = 5
# From so many persons on there are fewer turns, and none of the engines that take long and much memory to say the same again.
MANY, TURNS_OF_MANY, NOT_OF_MANY = 5_000_000, 2, ("ttsim", "polars-text", "duckdb")
# A name here, the environment it runs in, what it is, and whether each row has a day of law of its own.
ENGINES = (
    ("openfisca", "openfisca", "OpenFisca-Core", "one month"),
    ("policyengine", "policyengine", "PolicyEngine-Core", "one month"),
    ("ttsim", "ttsim", "ttsim main()", "one month"),
    ("ttsim-jax", "ttsim", "ttsim function, JAX", "one month"),
    ("polars", None, "Semesta, Polars", "a day per row"),
    ("polars-month", None, "Semesta, Polars", "one month"),
    ("polars-text", None, "Semesta, Polars, text", "a day per row"),
    ("duckdb", None, "Semesta, DuckDB, text", "a day per row"),
    ("copy", "openfisca", "copy, two threads", ""),
)
EXPLAINED = (
    ("openfisca", "openfisca", "OpenFisca-Core, traced"),
    ("policyengine", "policyengine", "PolicyEngine-Core, traced"),
    ("values", None, "Semesta, every value on the way"),
    ("reasons", None, "Semesta, articles, days and reasons"),
)
VERSIONS = (("openfisca", "openfisca-core"), ("policyengine", "policyengine-core"), ("ttsim", "ttsim-backend"))


@dataclass
class Worker:
    """An engine at work in its own process."""

    name: str
    home: str | None
    folder: Path
    taken: list[dict[str, Any]] = field(default_factory=list)
    off: int = 0

    def __post_init__(self) -> None:
        command = [python(self.home), str(HERE / "worker.py"), self.name, str(self.folder)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self._answer()

    def ask(self, what: str) -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        return self._answer()

    def end(self) -> None:
        self.process.communicate()

    def best(self) -> float:
        return min(turn["compute"] for turn in self.taken)

    def whole(self) -> float:
        return min(turn["start"] + turn["compute"] for turn in self.taken)

    def peak(self) -> float:
        """The middle of the turns: what an engine held from before may be in use again, or not yet given back."""
        return median(turn["peak"] or 0.0 for turn in self.taken)

    def row(self, title: str, law: str, openfisca: Worker) -> str:
        """Milliseconds in all, to set up and to compute, and how many times as fast as OpenFisca in all and to compute alone.

        In all comes first: a user of any engine has a frame, and must set the inputs too.
        """
        middle, start = median(turn["compute"] for turn in self.taken), min(turn["start"] for turn in self.taken)
        times = f"{self.whole() * 1e3:>8.1f}{start * 1e3:>8.1f}{self.best() * 1e3:>9.1f}{middle * 1e3:>8.1f}"
        ratios = f"{openfisca.whole() / self.whole():>9.2f}{openfisca.best() / self.best():>9.2f}"
        off = "" if self.name == "copy" else f"{self.off:,}"
        return f"{title:<23}{law:<14}{times}{ratios}{self.peak():>7.0f}{off:>9}"

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.name} ended: run benchmarks/law/worker.py {self.name} FOLDER by hand to see why")
        answer: dict[str, Any] = json.loads(line)
        return answer


def python(home: str | None) -> str:
    return str(BENCH / home / "bin" / "python") if home else sys.executable


def versions() -> str:
    ask = "import sys, importlib.metadata as m; print(m.version(sys.argv[1]))"
    found = {
        package: subprocess.run([python(home), "-c", ask, package], capture_output=True, text=True, check=True).stdout
        for home, package in (*VERSIONS, (None, "polars"), (None, "duckdb"), (None, "narwhals"))
    }
    return ", ".join(f"{package} {version.strip()}" for package, version in found.items())


def timed(folder: Path, turns: int, left_out: Sequence[str]) -> dict[str, Worker]:
    workers = {name: Worker(name, home, folder) for name, home, _, _ in ENGINES if name not in left_out}
    for worker in workers.values():
        worker.ask("run")  # what is made once, such as compiled functions, is not counted
    for _ in range(turns):
        for worker in workers.values():
            worker.taken.append(worker.ask("run"))
    for worker in workers.values():
        worker.off = worker.ask("off")["cells"]
        worker.end()
    return workers


def explained(folder: Path) -> dict[str, float]:
    """Seconds for one person with everything that led to the nine results."""
    seconds = {}
    for name, home, _ in EXPLAINED:
        worker = Worker(name, home, folder)
        seconds[name] = worker.ask("explain")["seconds"]
        worker.end()
    return seconds


def bounds(workers: Mapping[str, Worker], seconds: Mapping[str, float]) -> list[tuple[str, float, str, float]]:
    """What is wanted of Polars with a day of law per row: of what, how much, at least or at most, and what was found."""
    ours, openfisca, policyengine = (workers[name] for name in ("polars", "openfisca", "policyengine"))
    return [
        ("as fast as OpenFisca-Core, in all", openfisca.whole() / ours.whole(), "≥", 3),
        ("as fast as PolicyEngine-Core, in all", policyengine.whole() / ours.whole(), "≥", 1.3),
        ("times the copy of as many bytes", ours.best() / workers["copy"].best(), "≤", 12),
        ("MB at most, as OpenFisca-Core", ours.peak(), "≤", openfisca.peak()),
        ("MB at most, as PolicyEngine-Core", ours.peak(), "≤", policyengine.peak()),
        ("cells off by half a rupiah or more", ours.off, "≤", 0),
        ("as fast as OpenFisca's trace, every value", seconds["openfisca"] / seconds["values"], "≥", 10),
    ]


def held(found: float, sign: str, wanted: float) -> str:
    return "held" if (found >= wanted if sign == "≥" else found <= wanted) else "LOST"


def slower(workers: Mapping[str, Worker]) -> list[str]:
    """The peers that compute faster than we do, or hold less."""
    ours, told = workers["polars"], []
    for name, _, title, _ in ENGINES[:4]:
        if name not in workers:
            continue
        if (times := ours.best() / workers[name].best()) > 1:
            told.append(f"{title} computes in 1/{times:.1f} of our time.")
        if (less := ours.peak() - workers[name].peak()) > 0:
            told.append(f"{title} holds {less:.0f} MB less than we do.")
    return told


def compared(rows: int) -> None:
    turns, left_out = (TURNS, ()) if rows < MANY else (TURNS_OF_MANY, NOT_OF_MANY)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([python("openfisca"), str(HERE / "population.py"), name, str(rows)], check=True)
        workers, seconds = timed(folder, turns, left_out), explained(folder)
    heading = f"{rows:,} persons, {turns} turns"
    print(f"\n{heading:<37}{'in all':>8}{'set-up':>8}{'compute, ms':>17}{'× OpenFisca':>18}{'peak':>7}{'cells':>9}")
    print(
        f"{'engine':<23}{'law of':<14}{'ms':>8}{'ms':>8}{'best':>9}{'median':>8}{'in all':>9}{'compute':>9}{'MB':>7}{'off':>9}"
    )
    for name, _, title, law in ENGINES:
        if name in workers:
            print(workers[name].row(title, law, workers["openfisca"]))
    print(f"\n{'one person, nine results':<36}{'µs':>8}{'× OpenFisca':>13}")
    for name, _, title in EXPLAINED:
        print(f"{title:<36}{seconds[name] * 1e6:>8.0f}{seconds['openfisca'] / seconds[name]:>13.2f}")
    print(f"\n{'Semesta, Polars, a day per row':<49}{'found':>8}{'wanted':>9}")
    for what, found, sign, wanted in bounds(workers, seconds):
        print(f"{what:<49}{found:>8.1f}{sign:>3}{wanted:>6.4g}  {held(found, sign, wanted)}")
    print("\n" + "\n".join(slower(workers)))


def main(machine: str = "", *rows: str) -> None:
    print(f"{machine}; {versions()}.")
    for number in rows or ("1000000", "10000000"):
        compared(int(number))


if __name__ == "__main__":
    main(*sys.argv[1:])
