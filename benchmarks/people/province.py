"""A whole province from lists in Parquet to its report and the lists to act on, step by step: seconds and memory.

    python benchmarks/people/province.py [workers participants ...]

Made-up lists of West Java as a user would give them to `semesta monev`, made outside the timed part and in a process of their own;
read, checked, linked (same NIK, then the model), counted, measured and reported in another. The peak of a step is the most that the
process held at any moment of it. What the model takes is the step "comparing the rest"; its F1 is told by who is who.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

SIZES = (1_000_000, 400_000, 5_000_000, 2_000_000)
PROVINCE, DAY, COVERAGE, SEED = "32", dt.date(2025, 12, 31), 0.3, 20
CHUNK = 500_000


def made(folder: Path, workers: int, participants: int) -> None:
    """The two lists and who is who, half a million rows a file."""
    from semesta.synth import Wish
    from semesta.synth.making import made as rows

    wish = Wish(PROVINCE, workers, SEED, participants, COVERAGE, months=1)
    names = {"workers": "pekerja", "participants": "peserta"}
    written = dict.fromkeys(names, 0)
    truth: dict[str, list[pl.DataFrame]] = {}
    (folder / "in").mkdir()
    for name, frame in rows(wish, chunk=CHUNK):
        if name == "deaths":
            break
        if name.startswith("truth_"):
            truth.setdefault(name, []).append(frame)
        if name in names:
            written[name] += 1
            frame.write_parquet(folder / "in" / f"{names[name]}-{written[name]:02d}.parquet")
    who = pl.concat(truth["truth_workers"]).select("worker_id", "person_id")
    others = pl.concat(truth["truth_participants"]).select("participant_id", "person_id")
    who.join(others, on="person_id").select("worker_id", "participant_id").write_parquet(folder / "truth.parquet")


class Steps:
    """What each step took, told when the next one begins."""

    def __init__(self) -> None:
        self.told: list[tuple[str, float, float, float]] = []
        self._name = ""

    def begin(self, name: str) -> None:
        if name == self._name:
            return
        self.end()
        self._name, self._start = name, (time.perf_counter(), time.process_time())
        Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here

    def end(self) -> None:
        if self._name:
            taken, used = time.perf_counter() - self._start[0], time.process_time() - self._start[1]
            self.told.append((self._name, taken, used, _peak()))
            print(*self.told[-1], file=sys.stderr, flush=True)
        self._name = ""


def _peak() -> float:
    """MB that this process has held at most since that was last set back."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def run(folder: Path) -> None:
    """The chain of `semesta monev`; prints what its steps took as JSON."""
    from semesta.rounds.report import ToAct, written_report
    from semesta.rounds.run import counted_round, measured_round, read_round

    steps = Steps()
    steps.begin("reading and checking rows")
    dataset = read_round([folder / "in"], today=DAY, place=PROVINCE)
    counted = counted_round(
        dataset, place=PROVINCE, as_of=DAY, today=DAY, progress=lambda title, done: steps.begin(title.en)
    )
    del dataset
    steps.begin("measuring indicators")
    measured = measured_round(counted.dataset, place=PROVINCE, as_of=DAY, today=DAY)
    lists = {each.finding.title.en for each in counted.found}
    files = written_report(
        measured, folder / "out", to_act=ToAct(counted),
        progress=lambda title, done: steps.begin("writing lists to act on" if title.en in lists else "writing the report"),
    )  # fmt: skip
    steps.end()
    people, origin = counted.people, counted.dataset.origin
    assert people is not None
    assert origin is not None
    assert origin.link is not None
    pairs, truth = people.pairs["workers"], pl.read_parquet(folder / "truth.parquet")
    right = pairs.join(truth, left_on=["id", "participant_id"], right_on=["worker_id", "participant_id"], how="semi")
    told = {
        "f1": 2 * right.height / (pairs.height + truth["worker_id"].n_unique()),
        "coverage": [origin.link.registered_share, origin.link.low, origin.link.high],
        "values": len(measured.values),
        "files": len(files),
        "bytes": sum(path.stat().st_size for path in files.values()),
    }
    print(json.dumps({"steps": steps.told, **told}))


def asked(what: str, *arguments: object) -> str:
    command = [sys.executable, __file__, what, *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def main(sizes: list[int]) -> None:
    before: dict[str, float] = {}
    for workers, participants in zip(sizes[::2], sizes[1::2], strict=True):
        with tempfile.TemporaryDirectory() as folder:
            asked("--made", folder, workers, participants)
            found = json.loads(asked("--run", folder))
        print(f"{workers:,} workers × {participants:,} participants")
        print(f"{'step':<34} {'seconds':>8} {'CPU s':>8} {'peak MB':>8} {'times the CPU s before':>23}")
        totals = ["all", *(sum(step[n] for step in found["steps"]) for n in (1, 2)), max(s[3] for s in found["steps"])]
        for name, taken, used, peak in [*found["steps"], totals]:
            grown = f"{used / before[name]:>23.1f}" if name in before else ""
            print(f"{name:<34} {taken:>8.1f} {used:>8.1f} {peak:>8.0f} {grown}".rstrip())
            before[name] = used
        point, low, high = found["coverage"]
        print(
            f"F1 {found['f1']:.4f}; registered {point:.4f} ({low:.4f}–{high:.4f}), true {COVERAGE:.4f}; "
            f"{found['values']:,} figures; {found['files']} files of {found['bytes'] / 1e6:.0f} MB\n",
            flush=True,
        )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--made", folder, workers, participants]:
            made(Path(folder), int(workers), int(participants))
        case ["--run", folder]:
            run(Path(folder))
        case sizes:
            main([int(size.replace("_", "")) for size in sizes] or list(SIZES))
