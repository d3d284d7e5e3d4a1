"""The nation on one machine: from Parquet of workers and participants by guarded NIK to summary tables and indicators.

    python benchmarks/people/nation.py [workers in millions] [participants in millions] [--sizes N ...] [--lists FOLDER]

Against the bare query, which joins on the NIK and groups, and so counts a person again in every list; and against the same where
each person is brought to one row first. Each way runs in a process of its own; sizes double from a million up, each a whole nation
of so many people. DuckDB may hold 3.5 GB and writes the rest beside the data. Lists kept in a folder are made once. The cost against
rows is drawn as docs/img/nation.svg.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

from growth import drawn

WORKERS, PARTICIPANTS = 150, 40
CHUNK = 1_000_000
DAY = dt.date(2025, 12, 31)
MEMORY = "3500MB"
SECONDS, MEGABYTES, RATIO, GROWTH = 60, 6144, 2.0, 2.2
BEYOND = """The bare query counts a person again in every list and tells no deciles; to find who stands in several rows takes
about as long as all of it. Ours also makes the figures of every regency, which take as long for one person as for all."""
Took = tuple[float, float, float]
"""Seconds, seconds of processor (which other programs on the machine lengthen less), and peak MB."""
PICTURE = Path(__file__).parents[2] / "docs" / "img" / "nation.svg"

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
    """The lists as Parquet, a million rows a file; those that stand there already stay."""
    from semesta.synth import Wish, made_lean

    if folder.exists() and any(folder.iterdir()):
        return
    folder.mkdir(parents=True, exist_ok=True)
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


def measured_way(way: str, folder: Path) -> Took:
    command = [sys.executable, __file__, "--way", way, str(folder)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    seconds, used, peak, _ = json.loads(said)
    return seconds, used, peak


def main(workers: int, participants: int, sizes: Sequence[int], lists: str | None) -> None:
    ways = "".join(f"{way + ' s':>13} {'cpu s':>7} {'MB':>6}" for way in WAYS)
    print(f"{'workers':>9}{ways} {'/ bare':>7} {'cpu':>6} {'/ each once':>12} {'cpu':>6} {'growth of cpu':>14}")
    cost: dict[str, dict[int, float]] = {way: {} for way in WAYS}
    for size in sizes:
        with nullcontext(lists) if lists else tempfile.TemporaryDirectory() as place:
            folder = Path(place) / f"{size}M"
            made(folder, size * 1_000_000, size * participants * 1_000_000 // workers)
            found = {way: measured_way(way, folder) for way in WAYS}
        for way, (_, used, _) in found.items():
            cost[way][size] = used
        print(row(size, found, growth(cost["ours"])), flush=True)
    drawn(cost, PICTURE)
    print(verdict(found, growth(cost["ours"])))


def row(size: int, found: Mapping[str, Took], grown: str) -> str:
    bare_took, once_took, ours_took = found.values()
    told = "".join(f"{seconds:>13.1f} {used:>7.1f} {peak:>6.0f}" for seconds, used, peak in found.values())
    over_bare, over_once = ([ours_took[n] / other[n] for n in (0, 1)] for other in (bare_took, once_took))
    ratios = f"{over_bare[0]:>7.2f} {over_bare[1]:>6.2f} {over_once[0]:>12.2f} {over_once[1]:>6.2f}"
    return f"{size:>7} M{told} {ratios} {grown:>14}"


def verdict(found: Mapping[str, Took], grown: str) -> str:
    """Each limit with what the largest size came to, and what the bare query leaves out that ours does not."""
    (seconds, used, peak), bare_used = found["ours"], found["bare"][1]
    reached = (
        ("seconds", seconds, SECONDS),
        ("MB", peak, MEGABYTES),
        ("× the processor seconds of the bare query", used / bare_used, RATIO),
        ("growth per doubling", float(grown or 1), GROWTH),
    )
    limits = [f"{n:.4g} {what} of {most:g}: {'kept' if n <= most else 'MISSED'}" for what, n, most in reached]
    return "\n".join([*limits, BEYOND])


def growth(cost: dict[int, float]) -> str:
    """By how much the cost of the last size is more than that of the one before it, per doubling."""
    if len(cost) < 2:
        return ""
    before, last = list(cost)[-2:]
    return f"{(cost[last] / cost[before]) ** (1 / math.log2(last / before)):.2f}"


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("workers", type=int, nargs="?", default=WORKERS)
    parser.add_argument("participants", type=int, nargs="?", default=PARTICIPANTS)
    parser.add_argument("--sizes", type=int, nargs="+")
    parser.add_argument("--lists")
    return parser.parse_args()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        run(sys.argv[2], Path(sys.argv[3]))
    else:
        of = asked()
        doubled = [2**n for n in range(20) if 2**n < of.workers] + [of.workers]
        main(of.workers, of.participants, of.sizes or doubled, of.lists)
