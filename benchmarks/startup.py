"""How long the command takes to say what it can do, against Python importing Typer and nothing else.

    python benchmarks/startup.py [turns]

Each turn starts both in a new process; the best of all turns counts.
"""

from __future__ import annotations

import subprocess
import sys
import time

TURNS = 10
ALLOWED_RATIO = 4.0
BARE = [sys.executable, "-c", "import typer"]
OURS = [sys.executable, "-m", "semesta", "--help"]


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(turns: int) -> None:
    taken = [(seconds(BARE), seconds(OURS)) for _ in range(turns)]
    bare, ours = min(b for b, _ in taken), min(o for _, o in taken)
    print(f"{'import typer s':>14} {'semesta --help s':>16} {'ratio':>6} {'allowed':>8}")
    print(f"{bare:>14.3f} {ours:>16.3f} {ours / bare:>6.2f} {ALLOWED_RATIO:>8.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TURNS)
