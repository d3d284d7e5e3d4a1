"""The law against three rules engines: one model, thirteen inputs and nine results, timed in turns.

    python benchmarks/law/compare.py [machine] [rows]

Each engine has a process of its own; the driver asks them one after the other, so that a busy moment hits all alike. `make
bench-law` makes the environments of the peers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

HERE, BENCH = Path(__file__).parent, Path(sys.prefix) / "bench"
TURNS = 5
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

    def row(self, title: str, law: str, openfisca: Worker, off: int) -> str:
        """Milliseconds to compute and to set up before, and how many times as fast as OpenFisca without and with set-up."""
        middle, start = median(turn["compute"] for turn in self.taken), min(turn["start"] for turn in self.taken)
        peaks = [turn["peak"] for turn in self.taken if turn["peak"] is not None]
        peak = f"{max(peaks):>8.0f}" if peaks else f"{'–':>8}"
        times = f"{self.best() * 1e3:>8.1f}{middle * 1e3:>10.1f}{start * 1e3:>8.1f}"
        ratios = f"{openfisca.best() / self.best():>7.2f}{openfisca.whole() / self.whole():>9.2f}"
        return f"{title:<23}{law:<15}{times}{ratios}{peak}{'' if self.name == 'copy' else f'{off:,}':>11}"

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


def timed(folder: Path) -> list[str]:
    workers = [Worker(name, home, folder) for name, home, _, _ in ENGINES]
    for worker in workers:
        worker.ask("run")  # what is made once, such as compiled functions, is not counted
    for _ in range(TURNS):
        for worker in workers:
            worker.taken.append(worker.ask("run"))
    rows = []
    for worker, (_, _, title, law) in zip(workers, ENGINES, strict=True):
        rows.append(worker.row(title, law, workers[0], worker.ask("off")["cells"]))
        worker.end()
    return rows


def explained(folder: Path) -> list[str]:
    rows: list[str] = []
    openfisca = None
    for name, home, title in EXPLAINED:
        worker = Worker(name, home, folder)
        seconds = worker.ask("explain")["seconds"]
        openfisca = openfisca or seconds
        rows.append(f"{title:<36}{seconds * 1e6:>8.0f}{openfisca / seconds:>7.2f}")
        worker.end()
    return rows


def main(machine: str = "", rows: str = "1000000") -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([python("openfisca"), str(HERE / "population.py"), name, rows], check=True)
        print(f"{machine}; {int(rows):,} persons; best and median of {TURNS} turns; {versions()}.\n")
        print(
            f"{'engine':<22}{'law of':<14}{'best ms':>8}{'median ms':>10}{'set-up':>9}{'× OF':>7}{'peak MB':>8}{'cells off':>11}"
        )
        print("\n".join(timed(folder)))
        print(f"\n{'one person, nine results':<36}{'µs':>8}{'× OF':>7}")
        print("\n".join(explained(folder)))


if __name__ == "__main__":
    main(*sys.argv[1:])
