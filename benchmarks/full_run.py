"""How long a full run takes, step by step, and how much memory it has held by then.

    python benchmarks/full_run.py [folder]

Reads, measures and reports an example (Cilegon 2024 unless said otherwise) once, in a new process, as a user would.
"""

from __future__ import annotations

import datetime as dt
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "cilegon-2024"


@contextmanager
def step(name: str) -> Iterator[None]:
    """Prints what the step took; imports within it count, since a user waits for them too."""
    start = time.perf_counter()
    yield
    taken = time.perf_counter() - start
    print(f"{name:<10} {taken:>8.2f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>18.0f}")


def main(folder: Path) -> None:
    print(f"{'step':<10} {'seconds':>8} {'peak MB until then':>18}")
    with step("all"):
        with step("read"):
            from semesta.rounds.run import measured_round, read_round

            dataset = read_round([folder], today=dt.date.today())  # noqa: DTZ011
        with step("measure"):
            measured = measured_round(dataset)
        with step("report"), tempfile.TemporaryDirectory() as out:
            from semesta.rounds.report import written_report

            written_report(measured, Path(out))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE)
