"""The nation on one machine: from Parquet of workers and participants by guarded NIK to summary tables and indicators.

    python benchmarks/people/nation.py [workers in millions] [participants in millions] [folder to keep the data in]

Against the bare query, which joins on the NIK and groups, and so counts a person again in every list; and against the same where
each person is brought to one row first. Each size and way runs in a process of its own; sizes double from a million up, each the first
files of the whole. DuckDB may hold 4 GB and writes the rest beside the data.
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
MEMORY = "4GB"
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
    """The lists as Parquet, a million rows a file; nothing is made again that is there."""
    from semesta.synth import Wish, made_lean

    wish = Wish(place="00", workers=workers, participants=participants, coverage=0.2, seed=7)
    written = {"workers": 0, "participants": 0}
    for name, frame in made_lean(wish, chunk=CHUNK):
        written[name] += 1
        frame.drop("person").write_parquet(folder / f"{name}-{written[name]:03d}.parquet")


def files(folder: Path, name: str, share: float) -> list[str]:
    """The first files of a list: as many as the share of its rows."""
    found = sorted(folder.glob(f"{name}-*.parquet"))
    return [str(path) for path in found[: max(1, round(len(found) * share))]]


def bare(query: str, folder: Path, share: float) -> int:
    import duckdb

    lists = {name: files(folder, name, share) for name in ("workers", "participants")}
    return len(duckdb.execute(query.format(**lists)).fetchall())


def ours(folder: Path, share: float) -> int:
    """Indicators that were made."""
    from semesta.basics.places import PLACES
    from semesta.engines.engine import opened
    from semesta.monev.measure import measured
    from semesta.people.summarise import summaries
    from semesta.tables.dataset import Dataset

    lists = {name: opened(files(folder, name, share), "duckdb") for name in ("workers", "participants")}  # type: ignore[arg-type]
    start = time.perf_counter()
    frames = summaries(lists, place="ID", as_of=DAY)
    print(f"summaries {time.perf_counter() - start:.1f} s", file=sys.stderr)
    return len(measured(Dataset(frames), places=PLACES, place="ID", as_of=DAY).values)


WAYS = {
    "bare": lambda folder, share: bare(BARE, folder, share),
    "each once": lambda folder, share: bare(EACH_ONCE, folder, share),
    "ours": ours,
}


def run(way: str, folder: Path, share: float) -> None:
    import duckdb

    duckdb.execute(f"set memory_limit = '{MEMORY}'; set temp_directory = '{folder / 'spilt'}'")
    start = time.perf_counter()
    rows = WAYS[way](folder, share)
    taken = time.perf_counter() - start
    print(json.dumps([taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, rows]))


def measured_way(way: str, folder: Path, share: float) -> tuple[float, float, int]:
    """Seconds, peak MB and rows."""
    command = [sys.executable, __file__, "--way", way, str(folder), str(share)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    seconds, peak, rows = json.loads(said)
    return seconds, peak, rows


def main(workers: int, participants: int, folder: Path) -> None:
    if not list(folder.glob("workers-*.parquet")):
        made(folder, workers * 1_000_000, participants * 1_000_000)
    sizes = [2**n for n in range(20) if 2**n < workers] + [workers]
    print(f"{'workers':>9} {'bare s':>8} {'MB':>6} {'each once s':>12} {'MB':>6} {'ours s':>8} {'MB':>6}", end="")
    print(f" {'/ bare':>7} {'/ each once':>12} {'growth per doubling':>20}")
    before = None
    for size in sizes:
        found = {way: measured_way(way, folder, size / workers) for way in WAYS}
        (b, b_mb, _), (e, e_mb, _), (o, o_mb, _) = found.values()
        grown = f"{(o / before[1]) ** (1 / _doublings(before[0], size)):.2f}" if before else ""
        print(f"{size:>7} M {b:>8.1f} {b_mb:>6.0f} {e:>12.1f} {e_mb:>6.0f} {o:>8.1f} {o_mb:>6.0f}", end="")
        print(f" {o / b:>7.2f} {o / e:>12.2f} {grown:>20}", flush=True)
        before = size, o
    print(f"allowed: {SECONDS} s, {MEGABYTES} MB, {RATIO} × bare, growth {GROWTH}")


def _doublings(one: float, other: float) -> float:
    import math

    return math.log2(other / one)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        run(sys.argv[2], Path(sys.argv[3]), float(sys.argv[4]))
    else:
        numbers = [int(text) for text in sys.argv[1:3]] or [WORKERS, PARTICIPANTS]
        if sys.argv[3:]:
            Path(sys.argv[3]).mkdir(parents=True, exist_ok=True)
            main(*numbers, Path(sys.argv[3]))
        else:
            with tempfile.TemporaryDirectory() as place:
                main(*numbers, Path(place))
