"""The nation on one machine: from Parquet of workers and participants by guarded NIK to summary tables and indicators.

    python benchmarks/people/nation.py [workers in millions] [participants in millions]

Against the bare query, which joins on the NIK and groups, and so counts a person again in every list; and against the same where
each person is brought to one row first. Each way runs in a process of its own; sizes double from a million up, each a whole nation
of so many people. DuckDB may hold 3.5 GB and writes the rest beside the data.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORKERS, PARTICIPANTS = 150, 40
CHUNK = 1_000_000
DAY = dt.date(2025, 12, 31)
MEMORY = "3500MB"
SECONDS, MEGABYTES, RATIO, GROWTH = 60, 6144, 2.0, 2.2

GROUPED = """
select w.place, w."group", p.segment, p.funding, count(*), count(p.nik), count(*) filter (status = 'active')
from {workers} w left join {participants} p on w.nik = p.nik and w.birth_date = p.birth_date group by all
"""
BARE = GROUPED.format(workers="read_parquet({workers})", participants="read_parquet({participants})")
EACH_ONCE = GROUPED.format(
    workers='(select distinct nik, birth_date, place, "group" from read_parquet({workers}))',
    participants="(select nik, birth_date, segment, funding, max(status) as status from read_parquet({participants})"
    " where nik is not null group by all)",
)


def made(folder: Path, workers: int, participants: int) -> None:
    """The lists as Parquet, a million rows a file."""
    from semesta.synth import Wish, made_lean

    wish = Wish(place="00", workers=workers, participants=participants, coverage=0.2, seed=7)
    written = {"workers": 0, "participants": 0}
    for name, frame in made_lean(wish, chunk=CHUNK):
        written[name] += 1
        frame.drop("person").write_parquet(folder / f"{name}-{written[name]:03d}.parquet")


def files(folder: Path, name: str) -> list[str]:
    return [str(path) for path in sorted(folder.glob(f"{name}-*.parquet"))]


def bare(query: str, folder: Path) -> int:
    import duckdb

    lists = {name: files(folder, name) for name in ("workers", "participants")}
    return len(duckdb.execute(query.format(**lists)).fetchall())


def ours(folder: Path) -> int:
    """Indicators that were made."""
    from semesta.basics.places import PLACES
    from semesta.engines.engine import opened
    from semesta.monev.measure import measured
    from semesta.people.summarise import summaries
    from semesta.tables.dataset import Dataset
    from semesta.tables.origin import Origin

    lists = {name: opened(files(folder, name), "duckdb") for name in ("workers", "participants")}  # type: ignore[arg-type]
    start = time.perf_counter()
    frames = summaries(lists, place="ID", as_of=DAY)
    print(f"summaries {time.perf_counter() - start:.1f} s", file=sys.stderr)
    origin = Origin("linked", derived={name: frame.height for name, frame in frames.items()})
    return len(measured(Dataset(frames, origin=origin), places=PLACES, place="ID", as_of=DAY).values)


WAYS = {
    "bare": lambda folder: bare(BARE, folder),
    "each once": lambda folder: bare(EACH_ONCE, folder),
    "ours": ours,
}


def run(way: str, folder: Path) -> None:
    import duckdb

    duckdb.execute(f"set memory_limit = '{MEMORY}'; set temp_directory = '{folder / 'spilt'}'")
    duckdb.execute("set preserve_insertion_order = false")  # of groups it means nothing, and costs half the time
    start = time.perf_counter()
    rows = WAYS[way](folder)
    taken, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps([taken, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, rows]))


def measured_way(way: str, folder: Path) -> tuple[float, float, float]:
    """Seconds, seconds of processor (which other programs on the machine lengthen less), and peak MB."""
    command = [sys.executable, __file__, "--way", way, str(folder)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    seconds, used, peak, _ = json.loads(said)
    return seconds, used, peak


def main(workers: int, participants: int) -> None:
    sizes = [2**n for n in range(20) if 2**n < workers] + [workers]
    ways = "".join(f"{way + ' s':>13} {'cpu s':>7} {'MB':>6}" for way in WAYS)
    print(f"{'workers':>9}{ways} {'/ bare':>7} {'cpu':>6} {'/ each once':>12} {'cpu':>6} {'growth of cpu':>14}")
    before = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            made(Path(folder), size * 1_000_000, size * participants * 1_000_000 // workers)
            found = {way: measured_way(way, Path(folder)) for way in WAYS}
        bare_took, once_took, ours_took = found.values()
        told = "".join(f"{seconds:>13.1f} {used:>7.1f} {peak:>6.0f}" for seconds, used, peak in found.values())
        ratios = [ours_took[n] / other[n] for other in (bare_took, once_took) for n in (0, 1)]
        grown = f"{(ours_took[1] / before[1]) ** (1 / _doublings(before[0], size)):.2f}" if before else ""
        print(
            f"{size:>7} M{told} {ratios[0]:>7.2f} {ratios[1]:>6.2f} {ratios[2]:>12.2f} {ratios[3]:>6.2f} {grown:>14}",
            flush=True,
        )
        before = size, ours_took[1]
    print(f"allowed: {SECONDS} s, {MEGABYTES} MB, {RATIO} × bare, growth {GROWTH} per doubling")


def _doublings(one: float, other: float) -> float:
    import math

    return math.log2(other / one)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        run(sys.argv[2], Path(sys.argv[3]))
    else:
        main(*([int(text) for text in sys.argv[1:3]] or (WORKERS, PARTICIPANTS)))
