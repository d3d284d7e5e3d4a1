"""How well and how fast people are linked, against plain Splink on the same lists, at the threshold that each chooses.

    python benchmarks/people/link.py [rows ...]

Lists of 100,000 and 1,000,000 rows each unless said otherwise, 60 % of the workers among the participants. Each turn is a new process,
plain Splink first, so that peaks are its own. Plain Splink gets the best threshold there is, which nobody knows beforehand; ours is
the one it chose by itself. Seconds hold cleaning, training, scoring and choosing; ours also find the rows that are one person.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

ROWS = (100_000, 1_000_000)
WANTED_F1 = {100_000: 0.994, 1_000_000: 0.988}
MOST_MB = 3_000
COVERAGE = 0.6


def _write_lists(folder: Path, rows: int) -> None:
    """Lists of a province, damaged as real ones are, as many participants as workers; and who is who."""
    from semesta.synth.making import Wish, made

    kept: dict[str, list[pl.DataFrame]] = {}
    for name, frame in made(Wish("36", rows, 20, participants=rows, coverage=COVERAGE, months=1)):
        kept.setdefault(name, []).append(frame)
    for name in ("workers", "participants"):
        pl.concat(kept[name]).write_parquet(folder / f"{name}.parquet")
    workers = pl.concat(kept["truth_workers"]).select("worker_id", "person_id")
    participants = pl.concat(kept["truth_participants"]).select("participant_id", "person_id")
    workers.join(participants, on="person_id").write_parquet(folder / "truth.parquet")


def _turn(way: str, folder: Path) -> None:
    """Prints what one way found, as JSON."""
    workers, participants, truth = (
        pl.read_parquet(folder / f"{name}.parquet") for name in ("workers", "participants", "truth")
    )
    if way == "plain":
        sys.path.insert(0, str(Path(__file__).parent))
        from plain_splink import weighed

        start = time.perf_counter(), time.process_time()
        found = weighed(workers, participants)
        taken = time.perf_counter() - start[0], time.process_time() - start[1]
        told = _best(found, truth)
    else:
        import splink  # noqa: F401  loading it is not what is measured

        from semesta.people.link import link

        start = time.perf_counter(), time.process_time()
        linked = link(workers, participants)
        taken = time.perf_counter() - start[0], time.process_time() - start[1]
        right = linked.pairs.join(truth, on=["worker_id", "participant_id"], how="semi").height
        told = {
            "f1": 2 * right / (linked.pairs.height + truth["worker_id"].n_unique()),
            "coverage": linked.summary["coverage"],
            "low": linked.summary["coverage_low"],
            "high": linked.summary["coverage_high"],
        }
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**told, "seconds": taken[0], "cpu": taken[1], "mb": peak}))


def _best(found: pl.DataFrame, truth: pl.DataFrame) -> dict[str, float]:
    """At the threshold of the highest F1."""
    true = truth["worker_id"].n_unique()
    known = found.join(
        truth.with_columns(right=1), on=["worker_id", "participant_id"], how="left", maintain_order="left"
    )
    by_threshold = known.select(f1=2 * pl.col("right").fill_null(0).cum_sum() / (pl.int_range(1, pl.len() + 1) + true))[
        "f1"
    ]
    best = int(by_threshold.arg_max() or 0)
    return {"f1": float(by_threshold[best]), "coverage": (best + 1) / (true / COVERAGE)}


def _asked(way: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-W", "ignore", __file__, "turn", way, str(folder)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    answer: dict[str, float] = json.loads(printed.splitlines()[-1])
    return answer


def main(asked: tuple[int, ...]) -> None:
    heads = ("rows", "way", "F1", "wanted", "coverage", "interval", "seconds", "CPU s", "peak MB")
    print("{:>10} {:>6} {:>7} {:>7} {:>9} {:>17} {:>8} {:>7} {:>8}".format(*heads))
    for rows in asked:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _write_lists(folder, rows)
            plain, ours = (_asked(way, folder) for way in ("plain", "ours"))
        for way, told in (("plain", plain), ("ours", ours)):
            interval = f"{told['low']:.4f}–{told['high']:.4f}" if "low" in told else ""
            print(
                f"{rows:>10,} {way:>6} {told['f1']:>7.4f} {WANTED_F1.get(rows, 0):>7.3f} {told['coverage']:>9.4f} "
                f"{interval:>17} {told['seconds']:>8.1f} {told['cpu']:>7.1f} {told['mb']:>8.0f}"
            )
        ratio, cpu = ours["seconds"] / plain["seconds"], ours["cpu"] / plain["cpu"]
        print(
            f"{'':>10} true coverage {COVERAGE:.4f}; ours ÷ plain: seconds {ratio:.2f}, CPU {cpu:.2f} (allowed 1.00); memory allowed {MOST_MB} MB"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["turn"]:
        _turn(sys.argv[2], Path(sys.argv[3]))
    else:
        main(tuple(int(rows) for rows in sys.argv[1:]) or ROWS)
